import type { CalendarDay } from '../../base/date.js';
import { compareText } from '../../base/diagnostic.js';
import { groupBy } from '../../base/groups.js';
import { remembering } from '../../base/remembering.js';
import { listOf, quoted } from '../../base/words.js';
import { isActive, isKind, type Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import type { RecordType } from '../../schema/kinds/record.js';
import { countingRecords, subjectsOf } from '../records.js';
import { whyLookedAt } from '../system-looks.js';
import type { DueKind, FoundDue } from './due.js';

type Kept = Spec<'Record'>;

/** Records that no longer count from a day on, as long as that concerns anybody: no later Record takes their place. */
export function* dueRecords(workspace: Workspace, asOf: CalendarDay): Iterable<FoundDue> {
  const records = countingRecords(workspace, asOf);
  const sameQuestion = groupBy(records, questionOf);
  const about = remembering((record: Kept) => subjectsOf(workspace, record));
  for (const record of records) {
    const end = endOf(record);
    if (end === undefined || sameQuestion.get(questionOf(record))!.some((other) => isFollowedBy(record, other, about))) continue;
    const subjects = [...about(record)].map((subject) => workspace.specAt(subject)).filter((spec) => spec !== undefined);
    if (concerns(record, subjects, end.day <= asOf)) yield { kind: kinds[record.value.type] ?? 'record', spec: record, path: [end.field], day: end.day, isEnd: true, next: nextWords(record, subjects) };
  }
}

function endOf({ value: { expires, validUntil } }: Kept): { readonly day: CalendarDay; readonly field: string } | undefined {
  if (expires !== undefined && (validUntil === undefined || expires <= validUntil)) return { day: expires, field: 'expires' };
  return validUntil === undefined ? undefined : { day: validUntil, field: 'validUntil' };
}

/** Only what settles the same matter can take the place of a Record. */
function questionOf({ value: { type, role, rule, assesses, purpose, elements = [] } }: Kept): string {
  return JSON.stringify([type, role, rule, assesses, purpose, elements.toSorted(compareText)]);
}

function isFollowedBy(record: Kept, other: Kept, about: (record: Kept) => ReadonlySet<string>): boolean {
  const [mine, theirs] = [about(record), about(other)];
  return other !== record && other.value.date >= record.value.date && (endOf(other)?.day ?? '9999-99') > endOf(record)!.day && mine.size > 0 && [...mine].every((each) => theirs.has(each));
}

/** What was allowed for a time may just end. Systems that are looked at every year are told of as such, and an agreement that was replaced is history. */
function concerns(record: Kept, subjects: readonly Spec[], isOver: boolean): boolean {
  const { type } = record.value;
  if (isOver && (type === 'access' || type === 'waiver')) return false;
  const open = subjects.filter((spec) => isActive(spec) && !(type === 'agreement' && isAgreedAnew(spec, record)) && !((type === 'assessment' || type === 'audit') && isLookedAt(spec)));
  return open.length > 0;
}

function isAgreedAnew(spec: Spec, { id }: Kept): boolean {
  return isKind(spec, 'Sla') && spec.value.agreement !== undefined && spec.value.agreement !== id;
}

function isLookedAt(spec: Spec): boolean {
  return isKind(spec, 'System') && whyLookedAt(spec) !== undefined;
}

const kinds: { readonly [Type in RecordType]?: DueKind } = { agreement: 'agreement', attestation: 'attestation', assessment: 'assessment', validation: 'validation', review: 'review', access: 'access', waiver: 'waiver' };

function nextWords({ value: { type, role, rule } }: Kept, subjects: readonly Spec[]): string {
  const about = listOf(quoted(subjects.slice(0, 5).map(({ id }) => id))) + (subjects.length > 5 ? ' and the others' : '');
  if (type === 'access') return `Ask whether ${role === undefined ? 'they' : `\`${role}\``} still may see the data of ${about}: add a new Record with a new approval, or let it end.`;
  if (type === 'waiver') return `Repair what it excuses (${rule ?? 'no rule is named'}) in ${about}, or add a new waiver with a new approval.`;
  if (type === 'agreement') return `Agree anew on ${about}, add a Record of that${subjects.some((spec) => spec.kind === 'Sla') ? ' and name it in `agreement`' : ''}.`;
  return `Look at ${about} again and add a new Record of \`type: ${type}\`.`;
}
