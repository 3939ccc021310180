import { parseDuration, type Duration } from '../base/duration.js';
import type { Workspace } from '../model/workspace.js';

/** Seconds of a day by the clock on the wall. */
export const wallDay = 86_400;

/** What one day means in a calendar, in seconds; `undefined` where it does not say, or where there is no such calendar. */
export function dayLengthOf(workspace: Workspace, calendar: string | undefined): number | undefined {
  if (calendar === '24x7') return wallDay;
  const seen = new Set<string>();
  for (let id = calendar; id !== undefined && !seen.has(id); ) {
    seen.add(id);
    const value = workspace.find('Calendar', id)?.value;
    if (value?.dayLength !== undefined) return secondsOf(value.dayLength, wallDay);
    id = value?.extends;
  }
  return undefined;
}

/**
 * A length of time in whole seconds, where `day` is what one day means. `undefined` when it counts in months or cannot be read,
 * or in days where nobody knows what a day is.
 */
export function secondsOf(text: string, day: number | undefined): number | undefined {
  const reading = parseDuration(text);
  return 'problem' in reading ? undefined : inSeconds(reading.duration, day);
}

/** A length of time that was read already, in the same way. */
export function inSeconds({ months, days, seconds }: Duration, day: number | undefined): number | undefined {
  if (months > 0) return undefined;
  if (days === 0) return seconds;
  return day === undefined ? undefined : days * day + seconds;
}
