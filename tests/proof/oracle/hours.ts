import type { CaseCalendar, Zone } from './case.js';

/** All times of a case are whole multiples of it, so that stepping from tick to tick misses nothing. */
export const minutesOfTick = 30;

const minutesOfDay = 1440;

/** For each zone the minutes before UTC until a moment of UTC, and from then on. */
const zones: Readonly<Record<Zone, { readonly before: number; readonly change?: string; readonly after?: number }>> = {
  UTC: { before: 0 },
  'Asia/Kolkata': { before: 330 },
  'Europe/Berlin': { before: 120, change: '2026-10-25T01:00Z', after: 60 },
  'America/New_York': { before: -240, change: '2026-11-01T06:00Z', after: -300 },
};

/** Open hours tick by tick, from the first to the last that all calendars know. */
export interface Hours {
  readonly ticks: number;
  /** For each calendar and tick, how many ticks before it were open. Has one more than there are ticks. */
  readonly openBefore: ReadonlyMap<string, Int32Array>;
  /** The first tick as an instant, in minutes of UTC. */
  readonly first: number;
}

/** The hours of some calendars over the time that all of them know. */
export function hoursOf(calendars: readonly CaseCalendar[]): Hours {
  const first = Math.max(...calendars.map((each) => localMidnight(each, 0)));
  const last = Math.min(...calendars.map((each) => localMidnight(each, each.days)));
  const ticks = Math.max(0, (last - first) / minutesOfTick);
  return { ticks, first, openBefore: new Map(calendars.map((each) => [each.id, countOpen(each, first, ticks)])) };
}

/**
 * The latest tick at which no more than `open` ticks of the calendar have passed since `start`, found by stepping.
 * `undefined` when it may lie beyond what is known.
 */
export function latestEnd({ openBefore, ticks }: Hours, calendar: string, start: number, open: number): number | undefined {
  if (calendar === '24x7') return start + open < ticks ? start + open : undefined;
  const counts = openBefore.get(calendar)!;
  let end = start;
  while (end < ticks && counts[end + 1]! - counts[start]! <= open) end += 1;
  return end < ticks ? end : undefined;
}

/** Ticks of the calendar that pass between two ticks. */
export function openBetween({ openBefore }: Hours, calendar: string, start: number, end: number): number {
  if (calendar === '24x7') return end - start;
  const counts = openBefore.get(calendar)!;
  return counts[end]! - counts[start]!;
}

function countOpen(calendar: CaseCalendar, first: number, ticks: number): Int32Array {
  const open = windowsOf(calendar);
  const counts = new Int32Array(ticks + 1);
  for (let tick = 0; tick < ticks; tick += 1) {
    const minute = first + tick * minutesOfTick;
    counts[tick + 1] = counts[tick]! + (open.some(([from, to]) => from <= minute && minute < to) ? 1 : 0);
  }
  return counts;
}

/** Every window of the horizon in minutes of UTC. */
function windowsOf(calendar: CaseCalendar): readonly (readonly [number, number])[] {
  const days = Array.from({ length: calendar.days }, (_, day) => day).filter((day) => !calendar.holidays.includes(day));
  return days.flatMap((day) => calendar.week[weekday(calendar, day)]!.map(([from, to]) => [instant(calendar, day, from), instant(calendar, day, to)] as const));
}

function weekday({ from }: CaseCalendar, day: number): number {
  return (new Date(`${from}T00:00Z`).getUTCDay() + 6 + day) % 7;
}

function localMidnight(calendar: CaseCalendar, day: number): number {
  return instant(calendar, day, 0);
}

/** The first instant at which the clock on the wall shows so much or more: the first of two, or the end of a gap. */
function instant({ zone, from }: CaseCalendar, day: number, minute: number): number {
  const wall = Date.parse(`${from}T00:00Z`) / 60_000 + day * minutesOfDay + minute;
  let utc = wall - minutesOfDay;
  while (utc + offset(zone, utc) < wall) utc += minutesOfTick;
  return utc;
}

function offset(zone: Zone, utc: number): number {
  const { before, change, after } = zones[zone];
  return change !== undefined && utc >= Date.parse(change) / 60_000 ? after! : before;
}
