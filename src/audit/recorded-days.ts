import type { CalendarDay } from '../base/date.js';

/** From which day on each commit of a branch counts as recorded. */
export interface RecordedDays {
  /** One for each commit. They never run backwards. */
  readonly days: readonly CalendarDay[];
  /** Places of the commits whose own date cannot be right as it stands: it lies behind that of one before, ahead of today, or is none. */
  readonly misdated: readonly number[];
  /** Of each of these that lies behind, the place of the commit with the date that it counts from. */
  readonly behind: ReadonlyMap<number, number>;
}

/** Where no commit has any date, nothing is kept back. */
const beforeAll: CalendarDay = '0000-01-01';

/**
 * Says from which day in UTC each commit counts as recorded. Anybody can write any date into a commit, but each builds on the one before, so
 * none counts as recorded before one that it came after: an old date gains nothing, however many others are as old. Whether a date that
 * others lie behind is itself too late, nobody can tell from the branch, so each of those is named together with it. A date after today
 * is certainly wrong: that commit counts from the last right one before it and keeps nothing back.
 *
 * @param written - When each was committed, in UTC and in the order of the branch; `undefined` where that is no time at all.
 * @param today - The day in UTC on which this is asked, where it is known: no date after it is right.
 */
export function recordedDays(written: readonly (string | undefined)[], today?: CalendarDay): RecordedDays {
  const dates = written.map((date) => (date !== undefined && today !== undefined && date.slice(0, 10) > today ? undefined : date));
  const [misdated, behind]: [number[], Map<number, number>] = [[], new Map()];
  let latest: number | undefined;
  const days = dates.map((date, at) => {
    const isBehind = date !== undefined && latest !== undefined && date < dates[latest]!;
    if (isBehind) behind.set(at, latest!);
    if (date === undefined || isBehind) misdated.push(at);
    else latest = at;
    return dayOf(dates[latest ?? dates.findIndex((each) => each !== undefined)]);
  });
  return { days, misdated, behind };
}

function dayOf(date: string | undefined): CalendarDay {
  return date?.slice(0, 10) ?? beforeAll;
}
