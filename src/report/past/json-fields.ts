import type { ApprovalFound } from '../../audit/approvals-found.js';
import type { DisregardedRecord } from '../../audit/disregarded-records.js';
import { daysTold } from '../../audit/in-force.js';
import type { RecordFate } from '../../audit/record-fate.js';
import type { Moment, SpecTimeline, SpecVersion } from '../../audit/spec-timeline.js';
import type { UnreadFile } from '../../audit/unread-files.js';
import { doubledWords } from './doubled-words.js';
import type { PastResults } from './past-results.js';
import type { Agreed } from './past-words.js';
import { unreadWords } from './unread-words.js';

/** What every report on the past begins with. What is not known is left out. */
export function headFields(format: string, { tool, command, branch, root }: Pick<PastResults, 'tool' | 'command'> & Partial<PastResults>): object {
  return { format, tool: { name: tool.name, version: tool.version }, command, branch, root };
}

/** What a report of a spec cannot be sure of, as every such report ends with it: files that nobody can read, documents with one id, and commits that bear a wrong date. */
export function doubtFields({ misdated, unread, doubled }: Pick<PastResults, 'misdated' | 'unread' | 'doubled'>): object {
  return { unread: unreadFields(unread), doubled: doubledFields(doubled), ...misdatedFields({ misdated }) };
}

export function doubledFields(spec: Pick<SpecTimeline, 'coordinate' | 'doubled'>): readonly { readonly isOver: boolean; readonly message: string }[] {
  return doubledWords(spec).map((message, at) => ({ isOver: spec.doubled[at]!.until !== undefined, message }));
}

export function misdatedFields({ misdated }: Pick<PastResults, 'misdated'>): object {
  return { misdated: misdated.map(momentFields) };
}

export function unreadFields(unread: readonly UnreadFile[]): readonly object[] {
  return unread.map((each) => ({ file: each.file, isOver: each.until !== undefined, message: unreadWords(each) }));
}

export function momentFields({ id, date, recorded, author }: Moment): object {
  return { id, date, recorded, author };
}

/** What a version is. */
export function versionFields(told: SpecVersion): object {
  const { event, moment, brought, coordinate, title, version, status, directory, file, blob, document } = told;
  const effective = daysTold(told);
  return { event, commit: momentFields(moment), broughtBy: momentFields(brought), spec: coordinate, title, version, status, effective: effective && { from: effective.from, until: effective.until }, directory, file, blob, document };
}

function disregardedFields({ record, filed, since, isAnother }: DisregardedRecord): object {
  return { record, filed: momentFields(filed), since: momentFields(since), isAnother };
}

/** Who is said to have agreed. */
export function agreedFields({ approvals, disregarded, unsigned }: Agreed): object {
  return { approvals: approvals.map(approvalFields), disregarded: disregarded.map(disregardedFields), unsigned: unsigned.map(({ record, type, moment, became }) => ({ record, type, commit: moment.id, became: becameFields(became) })) };
}

function approvalFields({ record, type, moment, filed, covers, names, became, approval: { role, person, at, set } }: ApprovalFound): object {
  return { record, type, commit: moment.id, filed, names, role, person, at, set, covers, became: becameFields(became) };
}

function becameFields(became: RecordFate | undefined): object | undefined {
  return became && { is: became.is, commit: momentFields(became.moment) };
}
