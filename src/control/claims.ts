import { behind } from '../analysis/approvers.js';
import type { Approval } from '../schema/kinds/record.js';
import type { Spec } from '../model/spec.js';
import { judgesOf } from './approvers.js';
import { newRecords } from './records.js';
import { judgeOf, type Versions } from './versions.js';

/** An approval that a new Record claims to have been given. */
export interface Claim {
  readonly record: Spec<'Record'>;
  readonly approval: Approval;
  /** Logins of the person whom it names, as the judging teams have them; empty where they do not know that person in that team. */
  readonly handles: readonly string[];
  /** True where it is about a change, and was given to just this set of changes and verdicts. */
  readonly isCurrent: boolean;
}

/** Approvals in new Records, whatever they are about. */
export function claimsOf(versions: Versions, set: string): readonly Claim[] {
  return newRecords(versions).flatMap((record) => (record.value.approvals ?? []).map((approval) => ({ record, approval, handles: handlesOf(versions, approval), isCurrent: isAboutChange(record) && approval.set === set })));
}

/** True for a claim that somebody agreed to a change. */
export function isAboutChange({ value }: Spec<'Record'>): boolean {
  return value.type === 'change';
}

/**
 * Logins of the person whom an approval names. It has to be somebody who fills the role or stands in: a name of anybody else proves nothing.
 */
export function handlesOf(versions: Versions, { role, person }: Approval): readonly string[] {
  if (judgeOf(versions).find('Team', role.split('#')[0]!) === undefined) return [];
  const { people } = behind(judgesOf(versions), role);
  return (person === undefined ? people[0] : people.find(({ id }) => id.slice(id.indexOf('/') + 1) === person))?.handles ?? [];
}
