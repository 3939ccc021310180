import { daysTold } from '../../audit/in-force.js';
import type { ApprovalFound } from '../../audit/approvals-found.js';
import type { DisregardedRecord } from '../../audit/disregarded-records.js';
import type { RecordFate } from '../../audit/record-fate.js';
import type { Moment, SpecVersion } from '../../audit/spec-timeline.js';
import type { UnsignedRecord } from '../../audit/unsigned-records.js';
import type { Misdated } from '../../audit/timeline.js';
import { count, listOf } from '../../base/words.js';
import type { PastResults } from './past-results.js';
import { allUnreadWords } from './unread-words.js';

/** What a report of a spec cannot be sure of, each a sentence: files that nobody can read, and commits whose dates cannot be right. */
export function doubtWords({ misdated, unread }: Pick<PastResults, 'misdated' | 'unread'>): readonly string[] {
  return [...allUnreadWords(unread), misdatedWords(misdated)].filter((each) => each !== '');
}

/** A sentence on commits whose dates cannot be right; empty where there are none. */
export function misdatedWords(misdated: readonly Misdated[], most = 5): string {
  if (misdated.length === 0) return '';
  const named = misdated.slice(0, most).map(misdatedCommit);
  return `The dates of ${count(misdated.length, 'commit')} cannot be right as they stand, because along the branch they run backwards or lie ahead of today: ${listOf([...named, ...(misdated.length > most ? [`${misdated.length - most} more`] : [])])}.`;
}

/** Of two dates that contradict each other, nobody can tell from the branch which is wrong, so both are named. */
function misdatedCommit({ id, date, recorded, behind }: Misdated): string {
  return `${id.slice(0, 12)} says ${date?.slice(0, 10) ?? 'no date'} and counts from ${recorded}${behind === undefined ? '' : `, the day of ${behind.id.slice(0, 12)} before it`}`;
}

/** `on 2026-08-18 (1cf1455ad9c5) by A Huber`. */
export function whenWords({ moment }: Pick<SpecVersion, 'moment'>): string {
  return `on ${moment.date?.slice(0, 10) ?? 'a day that nobody knows'} (${moment.id.slice(0, 12)}) by ${moment.author === '' ? 'nobody who is named' : moment.author}`;
}

/** Of a variant that became another one with its base: from when on that holds, where its own days do not say it. */
function sinceWords(version: SpecVersion): string {
  const days = daysTold(version);
  return days === version.effective ? '' : ` What the base became is in force from ${days!.from} on.`;
}

/** `It was recorded on 2026-08-18 (1cf1455ad9c5) by A Huber, in a.yaml.` Whoever only moved it to another file, wrote it otherwise, or changed its base has not recorded it. */
export function recordedWords(version: SpecVersion): string {
  const { event, moment, brought, file } = version;
  if (event === 'base-changed') return `Nobody touched it: it became another one with its base, which was changed ${whenWords({ moment })}.${sinceWords(version)} It stands in ${file}.`;
  const recorded = `It was recorded ${whenWords({ moment: brought })}`;
  return moment === brought ? `${recorded}, in ${file}.` : `${recorded}. Since then it was only moved or written otherwise, saying the same, last ${whenWords({ moment })}: it stands in ${file}.`;
}

/** `Approved as claims-cx#journey-owner by a-huber, as the Record change-2026-031 claims.` */
export function approvalWords({ record, type, approval: { role, person, at }, names, filed, covers, moment, became }: ApprovalFound): string {
  const late = filed === 'after' ? `, filed later, on ${moment.recorded}` : filed === 'before' ? `, filed before, on ${moment.recorded}` : '';
  const set = covers === undefined ? '' : covers ? `, for just ${filed === 'with' ? 'these changes' : 'the changes that came with that Record'}` : ', for a set of changes that is not found in that commit';
  return `Approved as ${role}${person === undefined ? '' : ` by ${person}`}${at === undefined ? '' : ` on ${at.slice(0, 10)}`}, as the Record ${record}${type === 'change' ? '' : ` of type ${type}`} claims${set}${late}.${names.length < 2 ? '' : ` The Record names an id that ${listOf(names)} share, and does not say which of them it means.`}${became === undefined ? '' : ` ${fateWords(became)}`}`;
}

/** What Records say of who agreed to a version. */
export interface Agreed {
  readonly approvals: readonly ApprovalFound[];
  /** Records that seem to be approvals of it and do not count. */
  readonly disregarded: readonly DisregardedRecord[];
  /** Records about it that name no approval. */
  readonly unsigned: readonly UnsignedRecord[];
}

const mostUnsigned = 5;

const unsignedFates: Readonly<Record<RecordFate['is'], string>> = { gone: 'gone', unreadable: 'not to be read', changed: 'another one' };

/** Whoever looks for an approval is told where one may stand in words; empty where there is no such Record. */
function unsignedWords(unsigned: readonly UnsignedRecord[]): string {
  if (unsigned.length === 0) return '';
  const named = unsigned.slice(0, mostUnsigned).map(({ record, type, moment, became }) => `${record} (of type ${type}, filed on ${moment.recorded}${became === undefined ? '' : `, and ${unsignedFates[became.is]} since ${became.moment.recorded}, ${became.moment.id.slice(0, 12)}`})`);
  return ` About it, and without \`approvals\`: ${listOf([...named, ...(unsigned.length > mostUnsigned ? [count(unsigned.length - mostUnsigned, 'more Record')] : [])])}.`;
}

/** Who is said to have agreed to a version, each a sentence, with what seems to say so and does not count. */
export function agreedWords({ approvals, disregarded, unsigned }: Agreed, what: string): readonly string[] {
  const none = approvals.length > 0 ? [] : [`No Record ${disregarded.length === 0 ? '' : 'that counts '}names an approval of ${what}.${unsignedWords(unsigned)}`];
  return [...none, ...approvals.map(approvalWords), ...disregarded.map(disregardedWords)];
}

/** What counts is what a Record said when it was merged. */
export function disregardedWords({ record, filed, since, isAnother }: DisregardedRecord): string {
  const filedWhen = whenWords({ moment: filed });
  const why = isAnother ? `another Record was filed under that id ${filedWhen}, and deleted since` : `it was filed ${filedWhen} and did not say so then`;
  return `The Record ${record} says that somebody agreed, and does not count: ${why}. Records are only ever added, so what counts is what stood under the id first. This one stands there since it was written ${whenWords({ moment: since })}: file it under an id that no Record has had.`;
}

/** Evidence that was touched afterwards is told beside what it said, because Records are only ever added. */
export function fateWords({ is, moment }: RecordFate): string {
  const since = whenWords({ moment });
  if (is === 'gone') return `That is what the Record said when it was merged. It is gone: it left the workspace ${since}.`;
  if (is === 'unreadable') return `That is what the Record said when it was merged. Its file cannot be read any more: it was changed ${since}.`;
  return `That is what the Record said when it was merged. It is another one by now: it was changed ${since}.`;
}

/**
 * That nobody knows yet what will be merged; empty for a day that the branch has reached.
 *
 * @param knownUntil - The last day of which all is known that was merged.
 */
export function aheadWords(asOf: string, { recorded }: Pick<Moment, 'recorded'>, knownUntil: string): string {
  return asOf > knownUntil ? `${asOf} is after the last commit that is known, of ${recorded}: this is what would be in force if nothing else is merged.` : '';
}

/** By which part of the branch a question was answered. */
export function knownWords({ recordedBy, seen, branch }: { readonly recordedBy?: string; readonly seen: Moment; readonly branch: { readonly label: string } }): string {
  return recordedBy === undefined ? `By what ${branch.label} holds.` : `By what the branch held at the end of ${recordedBy} in UTC, its commit ${seen.id.slice(0, 12)} of ${seen.recorded}.`;
}
