import { dayAfter, type CalendarDay } from '../base/date.js';
import { groupBy } from '../base/groups.js';
import type { Coordinate } from '../base/diagnostic.js';
import type { Change } from '../diff/change.js';
import { documentPartOf, type Spec } from '../model/spec.js';
import type { Versions } from './approvers.js';
import type { Bump } from './bumps.js';

/** Evidence that regulated changes of a document need and do not have. */
export interface MissingEvidence {
  readonly subject: Coordinate;
  readonly changes: readonly Change[];
  /** What is missing, as a sentence, and what to do. */
  readonly message: string;
  readonly hint: string;
}

/** True for a change of a Record. */
export function isOfRecord({ subject }: Change): boolean {
  return subject.startsWith('record:');
}

/** Changes of Records that stood there before. Records are only ever added; one that is wrong is corrected by another that supersedes it. */
export function tamperedRecords(changes: readonly Change[]): readonly Change[] {
  return changes.filter((change) => isOfRecord(change) && change.before !== undefined);
}

/**
 * What a regulated change lacks: a new Record of type `change` that names the document in its new version and says whom it touches, and
 * enough notice, counted from the day of the review. A Record that stood there before says nothing of this change.
 */
export function missingEvidence(versions: Versions, changes: readonly Change[], bumps: readonly Bump[], today: CalendarDay): readonly MissingEvidence[] {
  const { before, after } = versions;
  const regulated = (before.policy.spec === undefined ? after : before).policy.value.approvals?.regulated;
  if (regulated?.record === undefined && regulated?.notice === undefined) return [];
  const byDocument = groupBy(changes.filter((change) => change.regulated && !isOfRecord(change)), ({ subject }) => documentPartOf(subject));
  return [...byDocument].flatMap(([subject, own]) => {
    const spec = after.specAt(subject) ?? before.specAt(subject);
    const problem = spec === undefined ? undefined : problemOf(versions, spec, neededVersion(spec, bumps), regulated.notice, today);
    return problem === undefined ? [] : [{ subject, changes: own, ...problem }];
  });
}

/** The version that the document will have when it is raised as far as it has to be. */
function neededVersion({ coordinate, value }: Spec, bumps: readonly Bump[]): string {
  const low = bumps.find(({ subject, verdict }) => subject === coordinate && (verdict === 'too-low' || verdict === 'lowered'));
  return low?.needed ?? ('version' in value ? value.version : '');
}

function problemOf({ before, after }: Versions, spec: Spec, version: string, notice: string | undefined, today: CalendarDay): Pick<MissingEvidence, 'message' | 'hint'> | undefined {
  const name = `${spec.id}@${version}`;
  const records = after.all('Record').filter(({ id, value }) => value.type === 'change' && value.subject.includes(name) && before.find('Record', id) === undefined);
  const [record] = records;
  if (record === undefined) return { message: `No new Record says why \`${name}\` is changed, though a regulated part of it is.`, hint: `Write a Record with \`type: change\`, \`regulated: true\`, \`subject: [${name}]\`, its \`impact\`, and \`effective\`.` };
  if (record.value.impact === undefined) return { message: `The Record \`${record.id}\` does not say whom the change of \`${name}\` touches.`, hint: 'Add its `impact`.' };
  const least = notice === undefined ? undefined : dayAfter(today, notice);
  const from = record.value.effective?.from;
  if (least === undefined || (from !== undefined && from >= least)) return undefined;
  return { message: `The Record \`${record.id}\` lets the change of \`${name}\` take effect ${from === undefined ? 'on no day that it names' : `on ${from}`}, and ${notice!} of notice from today end on ${least}.`, hint: `Write \`effective: {from: ${least}}\` or later, in the Record and in the document.` };
}
