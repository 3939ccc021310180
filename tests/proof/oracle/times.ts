import { minutesOfTick, latestEnd, openBetween, type Hours } from './hours.js';
import type { PartRun, Run } from './runs.js';
import type { Walk } from './walks.js';

/** A run of a part with the most time that it may take, in ticks of its calendar. */
export interface TimedRun extends PartRun {
  readonly within: number;
}

/** How long the promise's run can take while every part that is listed keeps its target. */
export type Longest =
  | { readonly kind: 'endless' }
  | { readonly kind: 'ticks'; readonly ticks: number; readonly times: readonly number[]; readonly start: number }
  | { readonly kind: 'unknown' };

/** Where a start counts: only when all that it sets going ends within what is known, or whatever can be shown within it. */
export type Edge = 'ends-inside' | 'cut-off';

/**
 * The longest that a run of the promise can take. The latest time of every moment follows from the others by stepping down from
 * "whenever": no part ends after its target, nothing happens after what it precedes, and branches meet when the last has come.
 * Latest times can all happen together, because each limit only grows when others do.
 */
export function longest(walk: Walk, run: Run, all: readonly TimedRun[], calendar: string, hours: Hours, edge: Edge): Longest {
  const parts = all.filter((part) => part.start < run.stop && part.stop > run.start);
  if (latestTimes(walk, run.start, 0, parts, () => 0)[run.stop] === Infinity) return { kind: 'endless' };
  const calendars = new Set([calendar, ...parts.map(({ part }) => part.calendar)]);
  if (calendars.size === 1) return onOneCalendar(walk, run, parts);
  return overStarts(walk, run, parts, calendar, hours, edge);
}

/** On one calendar only its open time matters, and any stretch of it is as good as another. */
function onOneCalendar(walk: Walk, run: Run, parts: readonly TimedRun[]): Longest {
  const times = latestTimes(walk, run.start, 0, parts, (begun, part) => begun + parts[part]!.within);
  return { kind: 'ticks', ticks: times[run.stop]!, times, start: 0 };
}

function overStarts(walk: Walk, run: Run, parts: readonly TimedRun[], calendar: string, hours: Hours, edge: Edge): Longest {
  const ends = parts.map(({ part, within }) => knownEnds(hours, part.calendar, within));
  let found: Longest = { kind: 'unknown' };
  for (let start = 0; start < hours.ticks; start += 1) {
    const times = latestTimes(walk, run.start, start, parts, (begun, part) => ends[part]![begun]!);
    if (edge === 'ends-inside' && parts.some((part, index) => times[part.start] !== Infinity && ends[index]![times[part.start]!] === hours.ticks)) continue;
    const ticks = openBetween(hours, calendar, start, times[run.stop]!);
    if (found.kind !== 'ticks' || ticks > found.ticks) found = { kind: 'ticks', ticks, times, start };
  }
  return found;
}

const endsKnown = new WeakMap<Hours, Map<string, readonly number[]>>();

/** {@link latestEnd} for every start, worked out once; what may lie beyond what is known is cut off there. */
function knownEnds(hours: Hours, calendar: string, within: number): readonly number[] {
  const ends = endsKnown.get(hours) ?? new Map<string, readonly number[]>();
  endsKnown.set(hours, ends);
  const key = `${calendar} ${within}`;
  if (!ends.has(key)) ends.set(key, Array.from({ length: hours.ticks + 1 }, (_, start) => latestEnd(hours, calendar, start, within) ?? hours.ticks));
  return ends.get(key)!;
}

function latestTimes(walk: Walk, first: number, start: number, parts: readonly TimedRun[], endOf: (begun: number, part: number) => number): readonly number[] {
  const latest: number[] = walk.moments.map(() => Infinity);
  latest[first] = start;
  let changes = true;
  const limit = (moment: number, time: number): void => {
    if (time >= latest[moment]!) return;
    latest[moment] = time;
    changes = true;
  };
  while (changes) {
    changes = false;
    for (const [earlier, later] of walk.order) limit(earlier, latest[later]!);
    for (let part = 0; part < parts.length; part += 1) {
      const begun = latest[parts[part]!.start]!;
      if (begun !== Infinity) limit(parts[part]!.stop, endOf(begun, part));
    }
    for (const { moment, of } of walk.joins) limit(moment, Math.max(...of.map((each) => latest[each]!)));
  }
  return latest;
}

export function ticksOf(minutes: number): number {
  if (minutes % minutesOfTick !== 0) throw new Error(`${minutes} minutes are no whole ticks`);
  return minutes / minutesOfTick;
}
