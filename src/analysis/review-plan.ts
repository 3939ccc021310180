import { dayAfter, dayBefore, isDay, type CalendarDay } from '../base/date.js';
import { compareDurations, parseDuration, type Duration } from '../base/duration.js';
import { remembering } from '../base/remembering.js';
import { isKind, type Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { ReviewPlan } from '../schema/kinds/header.js';
import { levelOf } from './journey-teams.js';
import type { RecordBook } from './records.js';
import { keyOfKind } from './unmarked-references.js';

/** When a document is looked at again, and why then. */
export interface ReviewDue {
  readonly day: CalendarDay;
  /** From this day on it is far too late: a quarter of a cycle has passed. */
  readonly lateFrom: CalendarDay;
  readonly cycle: string;
  /** The day of the last review on record. */
  readonly last: CalendarDay | undefined;
}

/** The longest cycle that the Policy allows for a document. */
export function longestCycle({ policy, journey }: Workspace, spec: Spec): string | undefined {
  const cycles = policy.value.cycles ?? {};
  const model = isKind(spec, 'Journey') ? journey(spec.id) : undefined;
  const own = keyOfKind(spec.kind);
  const key = model !== undefined && levelOf(model) === 'micro' && Object.hasOwn(cycles, 'micro') ? 'micro' : own;
  return Object.hasOwn(cycles, key) ? cycles[key] : undefined;
}

/** What a document says of its reviews. */
export function planOf({ kind, value }: Spec): ReviewPlan | undefined {
  return kind !== 'Record' && 'review' in value ? value.review : undefined;
}

/** Entries of a Directory that have its plan and none of their own are reviewed with it. */
export function isReviewedWithDirectory(spec: Spec): boolean {
  return spec.directory !== undefined && JSON.stringify(planOf(spec)) === JSON.stringify(planOf(spec.directory));
}

/** True when the first of two lengths of time is surely the longer one. */
export function isLonger(cycle: string, other: string): boolean {
  if (cycle === other) return false;
  const [one, two] = [durationOf(cycle), durationOf(other)];
  return one !== undefined && two !== undefined && compareDurations(one, two) === 1;
}

/** Reckons with days, and remembers: thousands of documents share a handful of days and cycles. */
export interface Reckoner {
  after(day: CalendarDay, duration: string): CalendarDay | undefined;
  before(day: CalendarDay, duration: string): CalendarDay | undefined;
}

export function reckoner(): Reckoner {
  const after = remembering((day: CalendarDay) => remembering((duration: string) => dayAfter(day, duration)));
  const before = remembering((day: CalendarDay) => remembering((duration: string) => dayBefore(day, duration)));
  return { after: (day, duration) => after(day)(duration), before: (day, duration) => before(day)(duration) };
}

/** The next review by a document's plan; `undefined` when it has none, or nothing says from when to count. */
export function reviewDue(spec: Spec, book: RecordBook, reckon: Reckoner): ReviewDue | undefined {
  const { cycle, next } = planOf(spec) ?? {};
  const last = book.latest(spec, ['review', 'audit'])?.value.date;
  const from = last ?? ('effective' in spec.value ? spec.value.effective?.from : undefined);
  const counted = cycle === undefined || from === undefined ? undefined : reckon.after(from, cycle);
  const day = next === undefined || !isDay(next) || isDone(next, last, cycle, reckon) ? counted : next;
  const lateFrom = day === undefined || cycle === undefined ? undefined : afterQuarter(day, cycle, reckon);
  return day === undefined || lateFrom === undefined ? undefined : { day, lateFrom, cycle: cycle!, last };
}

/** A review that took place a little before its planned day was that review. */
function isDone(next: CalendarDay, last: CalendarDay | undefined, cycle: string | undefined, reckon: Reckoner): boolean {
  const quarter = quarterOf(cycle);
  const earliest = quarter === undefined ? undefined : reckon.before(next, quarter);
  return last !== undefined && earliest !== undefined && last >= earliest;
}

/** The latest day that a `next` may name after a review on record: a cycle and a quarter later. */
export function latestNext(last: CalendarDay, cycle: string, reckon: Reckoner): CalendarDay | undefined {
  const counted = reckon.after(last, cycle);
  return counted === undefined ? undefined : afterQuarter(counted, cycle, reckon);
}

function afterQuarter(day: CalendarDay, cycle: string, reckon: Reckoner): CalendarDay | undefined {
  const quarter = quarterOf(cycle);
  return quarter === undefined ? undefined : reckon.after(day, quarter);
}

/** A quarter of a cycle in whole days. */
function quarterOf(cycle: string | undefined): string | undefined {
  const duration = cycle === undefined ? undefined : durationOf(cycle);
  return duration === undefined ? undefined : `${Math.ceil((duration.months * 30 + duration.days + duration.seconds / 86_400) / 4)}d`;
}

function durationOf(text: string): Duration | undefined {
  const reading = parseDuration(text);
  return 'duration' in reading ? reading.duration : undefined;
}
