import type { Week } from '../schema/kinds/calendar.js';

/** Opening hours of a week that stand on top of others. */
export interface Overlap {
  readonly late: Opening;
  readonly early: Opening;
}

/** One stretch of opening hours, counted in minutes from Monday. */
export interface Opening {
  readonly day: keyof Week;
  /** Its place among the hours of its day. */
  readonly index: number;
  readonly text: string;
  readonly from: number;
  readonly until: number;
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly (keyof Week)[];
const minutesOfDay = 1440;
const minutesOfWeek = 7 * minutesOfDay;

/** The days of a week by their names. */
export const dayNames: Readonly<Record<keyof Week, string>> = { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday' };

/** The opening hours of a week, in the order in which they begin. Hours that begin and end at the same time are none. */
export function openingsOf({ mon, tue, wed, thu, fri, sat, sun }: Week): readonly Opening[] {
  const hours = [mon, tue, wed, thu, fri, sat, sun];
  return days.flatMap((day, place) => (hours[place] ?? []).flatMap((text, index) => opening(day, place, text, index))).sort((a, b) => a.from - b.from);
}

/** Hours that begin before others have ended. Hours may cross midnight, also that of Sunday. */
export function overlaps(week: Week): readonly Overlap[] {
  const openings = openingsOf(week);
  const found: Overlap[] = [];
  let longest = afterSunday(openings);
  for (const each of openings) {
    if (longest !== undefined && each.from < longest.until && each !== longest) found.push({ late: each, early: longest });
    if (longest === undefined || each.until > longest.until) longest = each;
  }
  return found;
}

/** The hours that reach furthest into the next week, counted from its Monday. */
function afterSunday(openings: readonly Opening[]): Opening | undefined {
  const last = openings.reduce<Opening | undefined>((furthest, each) => (each.until > (furthest?.until ?? minutesOfWeek) ? each : furthest), undefined);
  return last && { ...last, from: last.from - minutesOfWeek, until: last.until - minutesOfWeek };
}

function opening(day: keyof Week, place: number, text: string, index: number): readonly Opening[] {
  const [from, until] = text.split('-').map(minutes);
  if (from === undefined || until === undefined || from === until) return [];
  const start = place * minutesOfDay;
  return [{ day, index, text, from: start + from, until: start + until + (until < from ? minutesOfDay : 0) }];
}

function minutes(time: string): number {
  const [hours, rest] = time.split(':').map(Number);
  return hours! * 60 + rest!;
}
