import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { behind, rolesOfDocument, type Approver } from './approvers.js';
import { isListedForWhole, listedIn, type ListedApprovers } from './policy-demands.js';

/** Somebody who is asked about a document, whatever is changed about it by more than words. */
export interface AskedAlways extends ListedApprovers {
  /** Where the Policy says so; absent where it leaves it open and the owner is asked. */
  readonly field?: string;
  /** Who that is: each of them has to agree, or so many of them as `count` says. */
  readonly approvers: readonly Approver[];
}

/** The level of changes whose approvers are asked about a document in any case. */
export type DecidingLevel = 'compatible' | 'breaking';

/**
 * Who is asked about every change of a document that takes nothing away. Where anybody may agree to such changes, who is asked about every change
 * that breaks. The Policy may add somebody for all places of a document. Whom single kinds of changes and regulated ones ask as well is not
 * among them, and nobody is asked about a Record.
 */
export function askedAlways(workspace: Workspace, spec: Spec): readonly AskedAlways[] {
  if (spec.kind === 'Record') return [];
  return listedAlways(workspace, spec).map((listed) => ({ ...listed, approvers: approversOf(workspace, spec, listed.symbols) })).filter(({ approvers }) => approvers.length > 0);
}

/** `breaking` where the Policy lets anybody agree to what takes nothing away. */
export function decidingLevel({ policy }: Workspace): DecidingLevel {
  const { compatible, breaking } = policy.value.approvals ?? {};
  const names = listedIn(compatible).flatMap(({ symbols }) => symbols).filter((symbol) => symbol !== 'peer');
  return compatible === undefined || names.length > 0 || breaking === undefined ? 'compatible' : 'breaking';
}

function listedAlways(workspace: Workspace, { coordinate }: Spec): readonly Omit<AskedAlways, 'approvers'>[] {
  const { approvals } = workspace.policy.value;
  const level = decidingLevel(workspace);
  const listed = approvals?.[level] === undefined ? [{ symbols: ['journey-owner'] }] : listedIn(approvals[level]).map((each) => ({ ...each, field: `approvals.${level}.${each.count === undefined ? 'all' : 'from'}` }));
  const kinds = (approvals?.kinds ?? []).filter(({ change, path }) => change === undefined && path !== undefined && isListedForWhole(path, coordinate));
  return [...listed, ...kinds.flatMap(({ add }) => add.map((symbol) => ({ symbols: [symbol], field: 'approvals.kinds.add' })))];
}

/** Nobody in particular where anybody may agree. */
function approversOf(workspace: Workspace, { coordinate }: Spec, symbols: readonly string[]): readonly Approver[] {
  if (symbols.includes('peer')) return [];
  const judges = { judge: workspace };
  const roles = symbols.flatMap((symbol) => workspace.policy.value.roles?.[symbol] ?? rolesOfDocument(judges, [workspace], symbol, coordinate));
  return [...new Set(roles)].map((role) => behind(judges, role));
}
