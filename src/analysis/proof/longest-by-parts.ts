import type { PartBudget } from './part-budgets.js';
import type { Part } from './parts.js';
import { goesAlong } from './tiling.js';
import type { Walk } from './walk.js';

/** A run of a part on a path: it begins and ends there, or it is void from there on. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly budget: PartBudget;
  readonly isVoid: boolean;
}

/** What the parts leave open on one path. */
export interface Reach {
  /** Longest time from the first moment to the last with every part at its target, in seconds; `Infinity` where nothing limits it. */
  readonly seconds: number;
  /** True when every limit on the path is one of the parts that cover it. */
  readonly isPlain: boolean;
}

/**
 * The longest that one path can take while every part that runs on it keeps its target, those that overlap or become void
 * included: the shortest way through a graph of time differences (Bellman and Ford). `undefined` when no case can take so
 * long as a timer says, or when parts are counted on different calendars.
 */
export function longestByParts(walk: Walk, parts: readonly Part[], budgets: ReadonlyMap<number, PartBudget>): Reach | undefined {
  const runs = parts.flatMap((part) => runsOn(walk, part, budgets));
  const covering = new Set(walk.parts.map(({ part, from, to }) => `${part} ${from} ${to}`));
  const isPlain = runs.every(({ budget: { part }, from, to, isVoid }) => covering.has(`${part.number} ${from} ${to}`) || (isVoid && isAtOnce(walk, from, to)));
  const latest = latestTimes(walk, runs);
  return latest && { seconds: latest[walk.moments.length - 1]!, isPlain };
}

/** A start while it runs is none; a run is void once no stop of it can be reached any more. */
function runsOn({ moments, moves }: Walk, part: Part, budgets: ReadonlyMap<number, PartBudget>): readonly Run[] {
  const budget = budgets.get(part.number);
  const runs: Run[] = [];
  let since: number | undefined;
  if (budget === undefined) return runs;
  for (const [index, { number }] of moments.entries()) {
    const goesOn = index === 0 || goesAlong(part, moves[index - 1]!);
    const stops = goesOn && part.points.stops[number] === 1;
    if (since !== undefined && (stops || !goesOn)) {
      runs.push({ from: since, to: index, budget, isVoid: !stops });
      since = undefined;
    }
    if (since === undefined && part.points.starts[number] === 1 && index < moments.length - 1) since = index;
  }
  return runs;
}

function isAtOnce({ moves }: Walk, from: number, to: number): boolean {
  return moves.slice(from, to).every(({ isInstant }) => isInstant);
}

/** No moment is later than each run allows, none is before the one that it follows, and those of one occurrence are together. */
function latestTimes({ moments, moves }: Walk, runs: readonly Run[]): readonly number[] | undefined {
  const latest = moments.map((_, index) => (index === 0 ? 0 : Infinity));
  const lower = (at: number, seconds: number): boolean => seconds < latest[at]! && ((latest[at] = seconds), true);
  for (let round = 0; round <= moments.length; round += 1) {
    let changed = false;
    for (const { from, to, budget, isVoid } of runs) {
      changed = lower(to, latest[from]! + budget.plainSeconds) || changed;
      if (budget.part.exactly !== undefined && !isVoid) changed = lower(from, latest[to]! - budget.plainSeconds) || changed;
    }
    for (let index = 0; index < moves.length; index += 1) if (moves[index]!.isInstant) changed = lower(index + 1, latest[index]!) || changed;
    for (let index = moves.length - 1; index >= 0; index -= 1) changed = lower(index, latest[index + 1]!) || changed;
    if (latest[0]! < 0) return undefined;
    if (!changed) return latest;
  }
  return undefined;
}
