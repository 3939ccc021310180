import { onceFor } from '../../base/remembering.js';
import type { BusinessCalendar, UnixSeconds } from './calendar.js';
import { firstAbove, openSecondsBefore } from './open-time.js';

/*
 * What a calendar answers for one instant, answered for thousands at once. Instants ascend, so do answers, and each is found
 * next to the one before it, without halving.
 */

/** For each instant of a known time, the last one up to which no more than so many open seconds have passed. The time known must be long enough for all. */
export function latestEnds(calendar: BusinessCalendar, starts: Float64Array, seconds: number): Float64Array {
  const open = openUntilEach(calendar, starts);
  const { boundaries } = calendar;
  if (boundaries.length === 0) return shifted(open, seconds);
  const before = openBefore(calendar);
  let stretch = 0;
  for (let index = 0; index < open.length; index += 1) {
    const end = open[index]! + seconds;
    while (before[stretch + 1]! <= end) stretch += 1;
    open[index] = boundaries[2 * stretch]! + end - before[stretch]!;
  }
  return open;
}

/** For each instant that the calendar knows, the first start from which no more than so many open seconds pass until then. */
export function earliestStarts(calendar: BusinessCalendar, instants: Float64Array, seconds: number): Float64Array {
  const { boundaries, horizon: { from, until } } = calendar;
  const open = openUntilEach(calendar, between(instants, from, until));
  if (boundaries.length === 0) return shifted(open, -seconds);
  const before = openBefore(calendar);
  let stretch = 0;
  for (let index = 0; index < open.length; index += 1) {
    const start = open[index]! - seconds;
    while (before[stretch + 1]! < start) stretch += 1;
    open[index] = start > 0 ? boundaries[2 * stretch]! + start - before[stretch]! : from;
  }
  return open;
}

/** Open seconds from one and the same moment to each instant. */
export function openUntilEach(calendar: BusinessCalendar, instants: Float64Array): Float64Array {
  const { boundaries } = calendar;
  if (boundaries.length === 0) return instants.slice();
  const before = openBefore(calendar);
  const open = new Float64Array(instants.length);
  let next = 0;
  for (let index = 0; index < instants.length; index += 1) {
    const at = instants[index]!;
    while (next < boundaries.length && boundaries[next]! <= at) next += 1;
    open[index] = before[next >> 1]! + (next % 2 === 0 ? 0 : at - boundaries[next - 1]!);
  }
  return open;
}

/** Those of ascending instants that lie between two, these included. */
export function between(ascending: Float64Array, from: UnixSeconds, until: UnixSeconds): Float64Array {
  const first = from === -Infinity ? 0 : firstAbove(ascending, from - 1);
  return ascending.subarray(first, Math.max(first, firstAbove(ascending, until)));
}

const openBefore = onceFor(({ boundaries }: BusinessCalendar): Float64Array => openSecondsBefore(boundaries));

function shifted(instants: Float64Array, seconds: number): Float64Array {
  return instants.map((at) => at + seconds);
}
