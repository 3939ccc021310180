import { parseDuration, type Duration } from '../base/duration.js';
import type { Workspace } from '../model/workspace.js';
import { always } from './business-time/calendar.js';
import { findCalendar, lineageOf, type Ancestor } from './business-time/lineage.js';

/** What days and weeks mean where a length of time is promised. */
export interface DayMeaning {
  /** One day in seconds; `undefined` where nobody says. */
  readonly seconds: number | undefined;
  /** Whether a week is seven such days. On a business calendar it may be five. */
  readonly hasWeeks: boolean;
}

/** Days and weeks by the clock on the wall. */
export const wallDay: DayMeaning = { seconds: 86_400, hasWeeks: true };

/** Days of which nobody says how long they are. */
const unknownDay: DayMeaning = { seconds: undefined, hasWeeks: false };

/** What a day means in a calendar. It needs no hours of it: two lengths of time in one calendar can be compared without them. */
export function dayMeaning(workspace: Workspace, calendar: string | undefined): DayMeaning {
  if (calendar === always) return wallDay;
  const written = calendarOfDay(workspace, calendar)?.value.dayLength;
  return { ...unknownDay, seconds: (written === undefined ? undefined : secondsOf(written, unknownDay)) || undefined };
}

/** Of a calendar and those that it takes over from, the first one that says how long a day is; `undefined` where none does. */
function calendarOfDay(workspace: Workspace, calendar: string | undefined): Ancestor | undefined {
  return calendarsToDay(workspace, calendar).at(-1);
}

/** A calendar and those that it takes over from, up to the first one that says how long a day is; none where none does. */
export function calendarsToDay(workspace: Workspace, calendar: string | undefined): readonly Ancestor[] {
  const found = calendar === undefined ? undefined : findCalendar(workspace, calendar);
  const lineage = found === undefined ? undefined : lineageOf(workspace, found);
  const line = lineage !== undefined && 'line' in lineage ? lineage.line : [];
  return line.slice(0, line.findIndex(({ value }) => value.dayLength !== undefined) + 1);
}

/** A length of time in whole seconds. `undefined` when it counts in months, in days of unknown length, or cannot be read. */
export function secondsOf(text: string, day: DayMeaning): number | undefined {
  const reading = parseDuration(text);
  return 'problem' in reading ? undefined : inSeconds(reading.duration, text, day);
}

/** A length of time that was read already, out of a text that may hold more of them. */
export function inSeconds({ months, days, seconds }: Duration, text: string, day: DayMeaning): number | undefined {
  if (months > 0 || (/w/i.test(text) && !day.hasWeeks)) return undefined;
  if (days === 0) return seconds;
  return day.seconds === undefined ? undefined : days * day.seconds + seconds;
}
