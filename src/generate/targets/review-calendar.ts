import { recordBook, type RecordBook } from '../../analysis/records.js';
import { isReviewedWithDirectory, planOf, reckoner, reviewDue, type Reckoner } from '../../analysis/review-plan.js';
import { calendarFile, eventUid, type DayEvent } from '../../base/calendar-file.js';
import { isDay, type CalendarDay } from '../../base/date.js';
import { compareText } from '../../base/diagnostic.js';
import { parseDuration } from '../../base/duration.js';
import { calendarText } from '../../base/escape/calendar.js';
import { fieldOf, type JsonValue } from '../../base/json.js';
import type { Spec } from '../../model/spec.js';
import type { KindName } from '../../schema/generated/language-table.js';
import { defineGenerator, type GeneratorInput } from '../target.js';

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
  options: {},
  carries: ['Workspace.title', 'Workspace.namespace', 'Record.type', 'Record.date', 'Record.subject', ...reviewedKinds.flatMap((kind) => [`${kind}.title`, `${kind}.owner`, `${kind}.effective.from`, `${kind}.review.**`])],
  generate(input) {
    const { workspace, provenance } = input;
    const root = input.all('Workspace').find((spec) => spec === workspace.root);
    const reviews = reviewsOf(input);
    const sources: readonly Spec[] = [...(root === undefined ? [] : [root]), ...reviews.flatMap(({ spec, last }) => (last === undefined ? [spec] : [spec, last]))];
    const head = [calendarText('X-WR-CALNAME', [root === undefined ? 'Reviews' : `Reviews: ${root.value.title}`]), calendarText('X-WAYMARK-ORIGIN', provenance(sources).lines)];
    const name = root === undefined ? '' : workspace.name;
    return { files: [{ path: 'review-calendar.ics', sources, content: calendarFile('waymark//generate review-calendar', head, reviews.map((review) => eventOf(review, name))) }] };
  },
});

interface Review {
  readonly spec: Spec;
  readonly day: CalendarDay;
  /** The Record of the last one. */
  readonly last: Spec<'Record'> | undefined;
}

/** Every Record counts, because nobody asks what day it is. */
const lastDay: CalendarDay = '9999-12-31';

function reviewsOf({ all, workspace }: GeneratorInput): readonly Review[] {
  const [book, reckon] = [recordBook(workspace, lastDay), reckoner()];
  const specs = reviewedKinds.flatMap((kind): readonly Spec[] => all(kind)).filter((spec) => !isReviewedWithDirectory(spec));
  return specs.toSorted((a, b) => compareText(a.coordinate, b.coordinate)).flatMap((spec) => reviewOf(spec, book, reckon));
}

function reviewOf(spec: Spec, book: RecordBook, reckon: Reckoner): readonly Review[] {
  const next = planOf(spec)?.next;
  const day = reviewDue(spec, book, reckon)?.day ?? (next !== undefined && isDay(next) ? next : undefined);
  return day === undefined ? [] : [{ spec, day, last: book.latest(spec, ['review', 'audit']) }];
}

function eventOf({ spec, day, last }: Review, workspace: string): DayEvent {
  const value = spec.value as unknown as JsonValue;
  const from = fieldOf(fieldOf(value, 'effective'), 'from');
  const since = typeof from === 'string' && isDay(from) ? from : '1970-01-01';
  const { cycle, next, forum } = planOf(spec) ?? {};
  const description = [
    `${spec.coordinate}, owned by ${spec.owner}.`,
    ...(forum === undefined ? [] : [`Meeting: ${forum}.`]),
    ...(cycle === undefined ? [] : [`Cycle: ${cycle}.`]),
    ...(next === undefined ? [] : [`Planned for: ${next}.`]),
    ...(last === undefined ? [] : [`Last ${last.value.type}: ${last.value.date} (${last.id}).`]),
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
