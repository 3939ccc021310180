import type { ApprovalFound } from '../../audit/approvals-found.js';
import type { Moment, SpecVersion } from '../../audit/spec-timeline.js';
import type { PastResults } from './past-results.js';

/** What every report on the past begins with. What is not known is left out. */
export function headFields(format: string, { tool, command, branch, root }: Pick<PastResults, 'tool' | 'command'> & Partial<PastResults>): object {
  return { format, tool: { name: tool.name, version: tool.version }, command, branch, root };
}

/** The commits that bear a wrong date, as every such report ends with them. */
export function misdatedFields({ misdated }: Pick<PastResults, 'misdated'>): object {
  return { misdated: misdated.map(momentFields) };
}

export function momentFields({ id, date, recorded, author }: Moment): object {
  return { id, date, recorded, author };
}

/** What a version is. */
export function versionFields({ event, moment, brought, coordinate, title, version, status, effective, directory, file, blob, document }: SpecVersion): object {
  return { event, commit: momentFields(moment), broughtBy: momentFields(brought), spec: coordinate, title, version, status, effective: effective && { from: effective.from, until: effective.until }, directory, file, blob, document };
}

export function approvalFields({ record, type, moment, filed, covers, names, became, approval: { role, person, at, set } }: ApprovalFound): object {
  return { record, type, commit: moment.id, filed, names, role, person, at, set, covers, became: became && { is: became.is, commit: momentFields(became.moment) } };
}
