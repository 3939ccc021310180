import type { Approver } from '../analysis/approvers.js';
import { readReference } from '../analysis/written-reference.js';
import type { Coordinate } from '../base/diagnostic.js';
import type { Spec } from '../model/spec.js';
import { isExcusableAtGate } from '../validate/gate-waivers.js';
import { approversFor } from './approvers.js';
import { newRecords } from './records.js';
import { judgeOf, type Versions } from './versions.js';

/** Waivers of rules of the gate that come with a change. */
export function newGateWaivers(versions: Versions): readonly Spec<'Record'>[] {
  return newRecords(versions).filter(({ value }) => value.type === 'waiver' && isExcusableAtGate(value.rule));
}

/** Who has to agree to a waiver: those whom the documents ask that it names, by whichever kind they are known. */
export function waiverApprovers(versions: Versions, { value }: Spec<'Record'>): readonly Approver[] {
  const ids = new Set(value.subject.map((name) => readReference(name).id));
  const specs = [versions.before, versions.after, judgeOf(versions)].flatMap((workspace) => workspace.specs.filter(({ id, kind }) => ids.has(id) && kind !== 'Record'));
  return protectedRoles(versions, [...new Set(specs.map(({ coordinate }) => coordinate))]);
}

/**
 * Roles that some documents ask, whatever is changed about them: all that the Policy names for any change that is more than words, and those
 * who look after compliance. A Policy that names nobody leaves it to the owner.
 */
export function protectedRoles(versions: Versions, documents: readonly Coordinate[]): readonly Approver[] {
  const { approvals } = judgeOf(versions).policy.value;
  const named = [approvals?.compatible, approvals?.breaking, approvals?.regulated].flatMap((demand) => [...(demand?.all ?? []), ...(demand?.from ?? [])]).filter((symbol) => symbol !== 'peer');
  const symbols = new Set([...(named.length === 0 ? ['journey-owner'] : named), 'compliance']);
  const approvers = documents.flatMap((document) => [...symbols].flatMap((symbol) => approversFor(versions, symbol, document, [])));
  return [...new Map(approvers.map((approver) => [approver.role, approver])).values()];
}
