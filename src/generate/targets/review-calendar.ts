import { recordBook, type RecordBook } from '../../analysis/records.js';
import { isReviewedWithDirectory, planOf, reckoner, reviewDue, type Reckoner } from '../../analysis/review-plan.js';
import { calendarFile, eventUid, type DayEvent } from '../../base/calendar-file.js';
import { isDay, type CalendarDay } from '../../base/date.js';
import { compareText } from '../../base/diagnostic.js';
import { groupBy } from '../../base/groups.js';
import { parseDuration } from '../../base/duration.js';
import { calendarText } from '../../base/escape/calendar.js';
import { fieldOf, type JsonValue } from '../../base/json.js';
import { findSubject } from '../../model/resolve.js';
import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import type { KindName } from '../../schema/generated/language-table.js';
import { defineGenerator, type GeneratorInput, type LossHere } from '../target.js';

const reviewedKinds: readonly KindName[] = ['Calendar', 'DataCatalog', 'Directory', 'Glossary', 'Journey', 'Kpi', 'Persona', 'Policy', 'Sla', 'System', 'Team'];

/** Reviews as a calendar. */
export const reviewCalendar = defineGenerator({
  id: 'review-calendar',
  summary: 'a calendar with the next review of each document and its repetitions, as iCalendar',
  description: `\`review-calendar.ics\` has an event of a whole day for each document that says when it is looked at again: on \`review.next\`, or one \`cycle\` after the last review
on record, or after the day on which it came into force. It is repeated in its cycle, as if every review were held on its day; when one is on record and the file is
written again, the event moves. Put it where calendar programs can subscribe to it:

\`\`\`yaml
targets:
  - {id: review-calendar, out: ../public/calendars}
\`\`\`

The days come from the documents alone: the same documents give the same file on any day, and nothing in it says what is overdue. \`waymark history --due --format ics\` tells that, and
whatever else has a day. A review has the same name in both files, so that a program that reads both shows it once.

A cycle that is neither months nor days, such as \`P1M15D\`, is told in words, and its event is not repeated. Nor is one on a 29th or 30th whose cycle comes to February.`,
  limits: 'The calendar holds reviews and nothing else of the documents.',
  withDrafts: false,
  withPlans: true,
  options: {},
  carries: ['Workspace.title', 'Workspace.namespace', 'Record.type', 'Record.date', 'Record.subject', 'Record.supersedes', ...reviewedKinds.flatMap((kind) => [`${kind}.title`, `${kind}.owner`, `${kind}.effective.from`, `${kind}.review.**`])],
  generate(input) {
    const { workspace, provenance } = input;
    const root = input.all('Workspace').find((spec) => spec === workspace.root);
    const reviews = reviewsOf(input);
    const sources: readonly Spec[] = [...(root === undefined ? [] : [root]), ...reviews.flatMap(({ spec, last }) => (last === undefined ? [spec] : [spec, last]))];
    const head = [calendarText('X-WR-CALNAME', [root === undefined ? 'Reviews' : `Reviews: ${root.value.title}`]), calendarText('X-WAYMARK-ORIGIN', provenance(sources).lines)];
    const name = root === undefined ? '' : workspace.name;
    return { files: [{ path: 'review-calendar.ics', sources, content: calendarFile('waymark//generate review-calendar', head, reviews.map((review) => eventOf(review, name))) }], losses: [...dayless(input, reviews), ...subjectsLost(workspace, reviews)] };
  },
});

interface Review {
  readonly spec: Spec;
  readonly day: CalendarDay;
  /** The Record of the last one. */
  readonly last: Spec<'Record'> | undefined;
  /** What that Record says it was about, as far as it means this document. */
  readonly about: readonly string[];
}

/** Every Record counts, because nobody asks what day it is. */
const lastDay: CalendarDay = '9999-12-31';

function reviewsOf(input: GeneratorInput): readonly Review[] {
  const { workspace } = input;
  const [book, reckon] = [recordBook(workspace, lastDay), reckoner()];
  return reviewedIn(input).toSorted((a, b) => compareText(a.coordinate, b.coordinate)).flatMap((spec) => reviewOf(workspace, spec, book, reckon));
}

function reviewedIn({ all }: GeneratorInput): readonly Spec[] {
  return reviewedKinds.flatMap((kind): readonly Spec[] => all(kind)).filter((spec) => !isReviewedWithDirectory(spec));
}

function reviewOf(workspace: Workspace, spec: Spec, book: RecordBook, reckon: Reckoner): readonly Review[] {
  const next = planOf(spec)?.next;
  const day = reviewDue(spec, book, reckon)?.day ?? (next !== undefined && isDay(next) ? next : undefined);
  const last = book.latest(spec, ['review', 'audit']);
  return day === undefined ? [] : [{ spec, day, last, about: (last?.value.subject ?? []).filter((text) => isAbout(workspace, text, spec)) }];
}

/** What is said of a Directory is said of its entries. */
function isAbout(workspace: Workspace, subject: string, { coordinate, directory }: Spec): boolean {
  const whole = findSubject(workspace, subject)?.whole;
  return whole !== undefined && (whole === coordinate || whole === directory?.coordinate);
}

/** Plans from which no day follows. */
function dayless(input: GeneratorInput, reviews: readonly Review[]): readonly LossHere[] {
  const written = new Set(reviews.map(({ spec }) => spec));
  const lost = reviewedIn(input).filter((spec) => planOf(spec) !== undefined && !written.has(spec));
  return lost.map(({ coordinate }) => ({ subject: coordinate, field: '', reason: 'No day follows from its `review`: write `next`, or a `cycle` of at least a day and the day on which the document came into force.' }));
}

/** A Record can be about more than the reviews that it was the last of. */
function subjectsLost(workspace: Workspace, reviews: readonly Review[]): readonly LossHere[] {
  const records = groupBy(reviews.filter(({ last }) => last !== undefined), ({ last }) => last!);
  const planned = new Set(reviews.map(({ spec }) => spec));
  return [...records].flatMap(([record, own]) => record.value.subject.flatMap((text, index): readonly LossHere[] => {
    if (own.some(({ about }) => about.includes(text))) return [];
    return [{ subject: record.coordinate, field: 'subject', at: ['subject', index], ...notTheLast(workspace, text, planned) }];
  }));
}

/** That a later review is on record, or one of the Directory, is no loss that anybody could mend. */
function notTheLast(workspace: Workspace, subject: string, planned: ReadonlySet<Spec>): Pick<LossHere, 'reason' | 'sort'> {
  const because = (why: string): string => `This was not the last review of \`${subject}\` that the calendar knows: ${why}.`;
  const whole = findSubject(workspace, subject)?.whole;
  const spec = whole === undefined ? undefined : workspace.specAt(whole);
  if (spec === undefined) return { reason: because('there is no such document') };
  if (planned.has(spec)) return { reason: because('a later one is on record'), sort: 'limit' };
  if (spec.directory !== undefined && planned.has(spec.directory)) return { reason: because(`it is reviewed together with \`${spec.directory.coordinate}\``), sort: 'limit' };
  return { reason: because('none is planned there, so write `review` in that document') };
}

function eventOf({ spec, day, last, about }: Review, workspace: string): DayEvent {
  const value = spec.value as unknown as JsonValue;
  const from = fieldOf(fieldOf(value, 'effective'), 'from');
  const since = typeof from === 'string' && isDay(from) ? from : '1970-01-01';
  const { cycle, next, forum } = planOf(spec) ?? {};
  const description = [
    `${spec.coordinate}, owned by ${spec.owner}.`,
    ...(forum === undefined ? [] : [`Meeting: ${forum}.`]),
    ...(cycle === undefined ? [] : [`Cycle: ${cycle}.`]),
    ...(next === undefined ? [] : [`Planned for: ${next}.`]),
    ...(last === undefined ? [] : [`Last ${last.value.type}: ${last.value.date}, of ${about.join(', ')} (${last.id}${last.value.supersedes === undefined ? '' : `, in place of ${last.value.supersedes}`}).`]),
    ...(from === undefined ? [] : [`In force from ${String(from)}.`]),
  ];
  return {
    uid: eventUid([workspace, 'review', spec.coordinate, '']),
    stamp: last !== undefined && last.value.date > since ? last.value.date : since,
    day,
    repeats: cycle === undefined ? undefined : repetition(cycle, day),
    summary: `Review: ${String(fieldOf(value, 'title') ?? spec.id)}`,
    description,
    category: 'Review',
  };
}

/**
 * A cycle as a rule of repetition. Where a month is too short for the day, its last day is meant: of the 31st that is every last day of a month. Calendar programs read the
 * rule for the 29th and the 30th each in their own way where February is among the months, so there is none for these.
 */
export function repetition(cycle: string, first: CalendarDay): string | undefined {
  const reading = parseDuration(cycle);
  if (!('duration' in reading)) return undefined;
  const { months, days, seconds } = reading.duration;
  if (seconds > 0 || (months > 0) === (days > 0)) return undefined;
  if (days > 0) return `FREQ=DAILY;INTERVAL=${days}`;
  const [month, day] = first.split('-').slice(1).map(Number) as [number, number];
  if (day === 31) return `FREQ=MONTHLY;INTERVAL=${months};BYMONTHDAY=-1`;
  const february = Array.from({ length: 12 }, (_, times) => (month - 1 + times * months) % 12).includes(1);
  return day > 28 && february ? undefined : `FREQ=MONTHLY;INTERVAL=${months}`;
}
