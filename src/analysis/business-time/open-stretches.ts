import { secondsOfDay, type UnixSeconds } from './calendar.js';
import { firstInstantAt, weekdayOf } from './local-time.js';
import type { Opening } from '../week-hours.js';
import type { OffsetStretch } from './zone-offsets.js';

/** What the opening hours follow from. */
export interface Hours {
  /** Opening hours of the week, in the order in which they begin. */
  readonly openings: readonly Opening[];
  /** Closed days, as days since 1970-01-01. */
  readonly holidays: ReadonlySet<number>;
  readonly offsets: readonly OffsetStretch[];
}

/** Days since 1970-01-01: the first, and the first that no longer counts. */
export interface DayRange {
  readonly from: number;
  readonly until: number;
}

/**
 * Openings and closings in turn, within a range of days. Hours that cross midnight belong to the day on which they begin: a holiday
 * closes those that begin on it, and those of the day before the range reach into it.
 */
export function openStretches({ openings, holidays, offsets }: Hours, { from, until }: DayRange): Float64Array {
  const boundaries: number[] = [];
  const [begin, end] = [firstInstantAt(offsets, from * secondsOfDay), firstInstantAt(offsets, until * secondsOfDay)];
  const byWeekday = Array.from({ length: 7 }, (_, place) => openings.filter((each) => each.from >= place * minutesOfDay && each.from < (place + 1) * minutesOfDay));
  for (let day = from - 1; day < until; day += 1) {
    if (holidays.has(day)) continue;
    const monday = day - weekdayOf(day);
    for (const opening of byWeekday[weekdayOf(day)]!) {
      const opens = firstInstantAt(offsets, monday * secondsOfDay + opening.from * 60);
      const closes = firstInstantAt(offsets, monday * secondsOfDay + opening.until * 60);
      addStretch(boundaries, Math.max(opens, begin), Math.min(closes, end));
    }
  }
  return Float64Array.from(boundaries);
}

const minutesOfDay = 1440;

/** Hours that lie in a gap of the clocks are none; hours that touch are one stretch. */
function addStretch(boundaries: number[], opens: UnixSeconds, closes: UnixSeconds): void {
  if (opens >= closes) return;
  if (boundaries.at(-1) === opens) boundaries[boundaries.length - 1] = closes;
  else boundaries.push(opens, closes);
}
