import { always, secondsOfDay, type BusinessCalendar, type CalendarHorizon, type UnixSeconds } from './calendar.js';

/** The calendar that never closes. A day is 24 hours on every date. */
export const alwaysOpen: BusinessCalendar = {
  id: always,
  timezone: 'UTC',
  dayLength: secondsOfDay,
  horizon: { from: -Infinity, until: Infinity },
  boundaries: new Float64Array(),
  isOpen: () => true,
  openBetween: (from, to) => to - from,
  earliestEnd: (from, seconds) => from + seconds,
  latestEnd: (from, seconds) => from + seconds,
  earliestStart: (until, seconds) => until - seconds,
};

type Measures = Pick<BusinessCalendar, 'isOpen' | 'openBetween' | 'earliestEnd' | 'latestEnd' | 'earliestStart'>;

/** O(t), the open seconds from the beginning of the horizon to t, and its two inverses. O never falls. */
interface OpenTime {
  /** O at the end of the horizon. */
  readonly total: number;
  /** O(at). */
  openUntil(at: UnixSeconds): number;
  /** The first instant at which O is `open`, for an amount above zero. */
  firstWith(open: number): UnixSeconds;
  /** The last instant at which O is `open`, for an amount below the total. */
  lastWith(open: number): UnixSeconds;
}

/** Measures open time between boundaries: openings and closings in turn, ascending and inside the horizon. */
export function measuresOf(boundaries: Float64Array, { from: begin, until: end }: CalendarHorizon): Measures {
  const { total, openUntil, firstWith, lastWith } = openTimeOf(boundaries);
  const isKnown = (at: UnixSeconds): boolean => at >= begin && at <= end;

  return {
    isOpen: (at) => at < end && firstAbove(boundaries, at) % 2 === 1,
    openBetween: (from, to) => (isKnown(from) && isKnown(to) ? openUntil(to) - openUntil(from) : undefined),
    earliestEnd: (from, seconds) => {
      if (!isKnown(from) || !(seconds >= 0)) return undefined;
      const open = openUntil(from) + seconds;
      if (open > total) return undefined;
      return seconds === 0 ? from : firstWith(open);
    },
    latestEnd: (from, seconds) => {
      if (!isKnown(from) || !(seconds >= 0)) return undefined;
      const open = openUntil(from) + seconds;
      return open < total ? lastWith(open) : undefined;
    },
    earliestStart: (until, seconds) => {
      if (!isKnown(until) || !(seconds >= 0)) return undefined;
      const open = openUntil(until) - seconds;
      return open > 0 ? firstWith(open) : begin;
    },
  };
}

/** Each answer is found by halving. */
function openTimeOf(boundaries: Float64Array): OpenTime {
  const before = openSecondsBefore(boundaries);

  /** Place of the boundary after the instant that was asked about last: the next one is most often near. */
  let near = 0;
  const boundaryAfter = (at: UnixSeconds): number => {
    if (!isBoundaryAfter(boundaries, near, at)) near = isBoundaryAfter(boundaries, near + 1, at) ? near + 1 : firstAbove(boundaries, at);
    return near;
  };
  return {
    total: before.at(-1)!,
    openUntil(at) {
      // All of the stretches that have closed, and a part of the one that is running.
      const next = boundaryAfter(at);
      const stretch = next >> 1;
      return next % 2 === 0 ? before[stretch]! : before[stretch]! + at - boundaries[next - 1]!;
    },
    firstWith(open) {
      const stretch = firstNotBelow(before, open) - 1;
      return boundaries[2 * stretch]! + open - before[stretch]!;
    },
    lastWith(open) {
      const stretch = firstAbove(before, open) - 1;
      return boundaries[2 * stretch]! + open - before[stretch]!;
    },
  };
}

/** Open seconds before each opening, and in all. */
export function openSecondsBefore(boundaries: Float64Array): Float64Array {
  const before = new Float64Array(boundaries.length / 2 + 1);
  for (let stretch = 0; 2 * stretch < boundaries.length; stretch += 1) before[stretch + 1] = before[stretch]! + boundaries[2 * stretch + 1]! - boundaries[2 * stretch]!;
  return before;
}

/** True where the first boundary after an instant stands at a place, or none is left there. */
function isBoundaryAfter(boundaries: Float64Array, place: number, at: UnixSeconds): boolean {
  return place <= boundaries.length && (place === 0 || boundaries[place - 1]! <= at) && (place === boundaries.length || boundaries[place]! > at);
}

/** Place of the first value above a limit, or their number. */
export function firstAbove(ascending: Float64Array, limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Place of the first value that is not below a limit, or their number. */
function firstNotBelow(ascending: Float64Array, limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! >= limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
