import type { Weekday, WrittenCalendar } from './calendars.js';

/**
 * Open time, counted minute by minute from what the formatter says the clocks show. It shares nothing with the code that it judges.
 * A time that clocks show a second time in autumn is not a new time: the latest time shown so far decides.
 */
export interface CountedMinutes {
  /** Seconds of Unix time. */
  readonly from: number;
  readonly until: number;
  isOpen(at: number): boolean;
  openBetween(from: number, to: number): number;
  earliestEnd(from: number, seconds: number): number | undefined;
  latestEnd(from: number, seconds: number): number | undefined;
}

const days: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

export function countMinutes(written: WrittenCalendar): CountedMinutes {
  const [firstLocal, nextLocal] = [localMinute(`${written.from}T00:00`), localMinute(`${written.until}T00:00`)];
  const clock = clockOf(written.timezone);
  const open: boolean[] = [];
  let [begin, shown] = [NaN, -Infinity];
  for (let minute = firstLocal - 3 * 1440; ; minute += 1) {
    shown = Math.max(shown, clock(minute));
    if (shown >= nextLocal) break;
    if (shown < firstLocal) continue;
    if (Number.isNaN(begin)) begin = minute;
    open.push(isOpenAt(written, shown));
  }
  return counted(begin * 60, open);
}

function localMinute(text: string): number {
  return Date.parse(`${text}:00Z`) / 60_000;
}

/** What a clock on the wall shows at a minute of Unix time, as a minute. */
function clockOf(timeZone: string): (minute: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  return (minute) => {
    const parts = Object.fromEntries(format.formatToParts(minute * 60_000).map(({ type, value }) => [type, value]));
    return localMinute(`${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`);
  };
}

function isOpenAt({ weekly, holidays = [] }: WrittenCalendar, shown: number): boolean {
  return [0, 1].some((daysAgo) => {
    const midnight = (Math.floor(shown / 1440) - daysAgo) * 1440;
    const day = new Date(midnight * 60_000);
    if (holidays.includes(day.toISOString().slice(0, 10))) return false;
    return (weekly[days[day.getUTCDay()]!] ?? []).some((hours) => {
      const [opens, closes] = hours.split('-').map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) as [number, number];
      const minute = shown - midnight;
      return minute >= opens && minute < (closes > opens ? closes : closes + 1440);
    });
  });
}

function counted(from: number, open: readonly boolean[]): CountedMinutes {
  const until = from + open.length * 60;
  const isOpen = (at: number): boolean => at >= from && at < until && open[Math.floor((at - from) / 60)]!;
  const upTo = [0];
  for (const isOpenMinute of open) upTo.push(upTo.at(-1)! + (isOpenMinute ? 60 : 0));
  const openUntil = (at: number): number => {
    const minute = Math.floor((at - from) / 60);
    return upTo[minute]! + (isOpen(at) ? at - from - minute * 60 : 0);
  };
  const openBetween = (a: number, b: number): number => openUntil(b) - openUntil(a);
  /** The first instant after `start` for which something holds that goes on to hold. */
  const first = (start: number, holds: (at: number) => boolean): number | undefined => {
    let minute = start;
    while (minute <= until && !holds(minute)) minute += 60;
    for (let second = Math.max(start, minute - 60); second <= Math.min(minute, until); second += 1) if (holds(second)) return second;
    return undefined;
  };
  return {
    from,
    until,
    isOpen,
    openBetween,
    earliestEnd: (start, seconds) => first(start, (at) => openBetween(start, at) >= seconds),
    latestEnd: (start, seconds) => {
      const tooLate = first(start, (at) => openBetween(start, at) > seconds);
      return tooLate === undefined ? undefined : tooLate - 1;
    },
  };
}
