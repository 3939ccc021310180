import { secondsOfDay, type UnixSeconds } from './calendar.js';
import type { OffsetStretch } from './zone-offsets.js';

/** A date and time as clocks show it, in seconds as if the clocks were those of UTC. */
export type LocalSeconds = number;

/**
 * The first instant at which the clocks of a zone show a time or a later one. That is the instant itself on ordinary days; the first
 * after the gap for a time that clocks skip in spring; the first of the two for a time that they show twice in autumn.
 */
export function firstInstantAt(stretches: readonly OffsetStretch[], local: LocalSeconds): UnixSeconds {
  let place = 0;
  while (place < stretches.length - 1 && stretches[place + 1]!.from + stretches[place]!.offset <= local) place += 1;
  const { from, offset } = stretches[place]!;
  return Math.max(from, local - offset);
}

/** Days since 1970-01-01 of a day that exists. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / (secondsOfDay * 1000);
}

/** The day before a day that exists. */
export function dayBeforeNumber(number: number): string {
  return new Date((number - 1) * secondsOfDay * 1000).toISOString().slice(0, 10);
}

/** Place of a day in its week, from Monday. 1970-01-01 was a Thursday. */
export function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}
