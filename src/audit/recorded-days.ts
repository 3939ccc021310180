import type { CalendarDay } from '../base/date.js';

/** From which day on each commit of a branch counts as recorded. */
export interface RecordedDays {
  /** One for each commit. They never run backwards. */
  readonly days: readonly CalendarDay[];
  /** Places of the commits whose own date cannot be right, or is none. */
  readonly misdated: readonly number[];
}

/** Where no commit has any date, nothing is kept back. */
const beforeAll: CalendarDay = '0000-01-01';

/**
 * Says from which day in UTC each commit counts as recorded. Anybody can write any date into a commit, but along one branch they can only go
 * forward, because each commit builds on the one before. Where they do not, as few as possible are taken to be wrong. A commit
 * whose date is wrong counts from that of the last right one before it: it cannot have been there earlier than what it builds on, and what follows is
 * not held back by it. Of two that contradict each other alone, the earlier date is the wrong one: writing an old date is what would be gained by.
 *
 * @param written - When each was committed, in UTC and in the order of the branch; `undefined` where that is no time at all.
 * @param today - The day in UTC on which this is asked, where it is known: no date after it is right.
 */
export function recordedDays(written: readonly (string | undefined)[], today?: CalendarDay): RecordedDays {
  const dates = written.map((date) => (date !== undefined && today !== undefined && date.slice(0, 10) > today ? undefined : date));
  const right = rightDates(dates);
  let day = dayOf(dates[right.findIndex(Boolean)]);
  const days = dates.map((date, at) => (right[at] === true ? (day = dayOf(date)) : day));
  return { days, misdated: right.flatMap((isRight, at) => (isRight ? [] : [at])) };
}

function dayOf(date: string | undefined): CalendarDay {
  return date?.slice(0, 10) ?? beforeAll;
}

/**
 * Which dates form the longest row that never runs backwards. It is built from the end, and of rows of one length the one that begins with the latest
 * date is kept: that can be continued by the most.
 */
function rightDates(dates: readonly (string | undefined)[]): readonly boolean[] {
  /** For each length, where the row begins that begins latest. The beginnings grow earlier with the length. */
  const beginnings: number[] = [];
  const next = new Map<number, number | undefined>();
  for (let at = dates.length - 1; at >= 0; at -= 1) {
    const date = dates[at];
    if (date === undefined) continue;
    const length = rowsThatFollow(beginnings, dates, date);
    next.set(at, beginnings[length - 1]);
    beginnings[length] = at;
  }
  const right = dates.map(() => false);
  for (let at = beginnings.at(-1); at !== undefined; at = next.get(at)) right[at] = true;
  return right;
}

/** How long the longest row is that may follow a date. */
function rowsThatFollow(beginnings: readonly number[], dates: readonly (string | undefined)[], date: string): number {
  let [low, high] = [0, beginnings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dates[beginnings[middle]!]! >= date) low = middle + 1;
    else high = middle;
  }
  return low;
}
