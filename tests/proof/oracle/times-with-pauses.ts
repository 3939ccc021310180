import type { CaseClock } from './case.js';
import type { Run } from './runs.js';
import { findMixture, type Column } from './simplex.js';
import { ticksOf, type TimedRun } from './times.js';
import type { Walk } from './walks.js';

/**
 * Whether a run of the promise can take more than so many ticks while every part that is listed keeps its target, and clocks may
 * stand still. All on one calendar. The times of all moments are the unknowns of linear inequalities; one more unknown stands for
 * the unit of time, so that something that can grow without end is found as well.
 */
export function canTakeLonger(walk: Walk, run: Run, parts: readonly TimedRun[], clock: CaseClock, ticks: number): boolean {
  const inequalities = [...walk.order.map(([earlier, later]) => sum([earlier, 1], [later, -1])), ...parts.flatMap((part) => limits(walk, part))];
  const excesses = standstills(walk, run, clock).map(({ moments, atMost }) => sum([run.stop, 1], [run.start, -1], ...stretched(moments, -1), [unit, -ticks - atMost]));
  return lastBranches(walk).some((meetings) => excesses.some((gain) => isPossible(walk.moments.length, [...inequalities, ...meetings], gain)));
}

/** A sum of unknowns, each a moment or the unit, so many times. It is not to be above zero. */
type Sum = ReadonlyMap<number, number>;

/** The unit stands before the moments. */
const unit = -1;

function sum(...members: readonly (readonly [unknown: number, times: number])[]): Sum {
  const all = new Map<number, number>();
  for (const [unknown, times] of members) all.set(unknown, (all.get(unknown) ?? 0) + times);
  return all;
}

/** A part takes no longer than its target and the time that it stands still, which is the least of two. */
function limits(walk: Walk, { part, within, ...run }: TimedRun): readonly Sum[] {
  return standstills(walk, run, part.clock).map(({ moments, atMost }) => sum([run.stop, 1], [run.start, -1], ...stretched(moments, -1), [unit, -within - atMost]));
}

/** How long a clock stands still in a run: the sum of its pauses, or the most that it may. The lesser holds. */
interface Standstill {
  readonly moments: readonly (readonly [from: number, to: number])[];
  readonly atMost: number;
}

function standstills(walk: Walk, run: Run, { pauses }: CaseClock): readonly Standstill[] {
  const [pause] = pauses ?? [];
  if (pause === undefined) return [{ moments: [], atMost: 0 }];
  const moments = pausesIn(walk, run, pause.from, pause.to);
  return [{ moments, atMost: 0 }, ...(pause.max === undefined ? [] : [{ moments: [], atMost: ticksOf(pause.max) }])];
}

/** What has not ended by the end of the run ends with it. */
function pausesIn({ moments }: Walk, { start, stop }: Run, from: string, to: string): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let begun: number | undefined;
  for (let moment = start; moment <= stop; moment += 1) {
    if (begun === undefined && moments[moment] === from) begun = moment;
    else if (begun !== undefined && (moments[moment] === to || moment === stop)) {
      found.push([begun, moment]);
      begun = undefined;
    }
  }
  return found;
}

function stretched(moments: readonly (readonly [number, number])[], times: number): readonly (readonly [number, number])[] {
  return moments.flatMap(([from, to]) => [[to, times] as const, [from, -times] as const]);
}

/** Branches meet when the last of them has come: one list of inequalities for each choice of who is last. */
function lastBranches({ joins }: Walk): readonly (readonly Sum[])[] {
  return joins.reduce<readonly (readonly Sum[])[]>((all, { moment, of }) => all.flatMap((some) => of.map((last) => [...some, sum([moment, 1], [last, -1])])), [[]]);
}

/** Columns are the unknowns, none of which is below zero. */
function isPossible(moments: number, inequalities: readonly Sum[], gain: Sum): boolean {
  const unknowns = Array.from({ length: moments + 1 }, (_, at) => at - 1);
  const columns = unknowns.map((unknown): Column => ({ limits: inequalities.map((each) => BigInt(each.get(unknown) ?? 0)), gain: BigInt(gain.get(unknown) ?? 0) }));
  return findMixture(columns) !== undefined;
}
