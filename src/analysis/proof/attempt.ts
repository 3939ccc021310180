import type { Basis } from './basis.js';
import { longestPaths, type Length } from './longest.js';
import type { PartBudget } from './part-budgets.js';
import { overlapPremises, pausePremises, pausesTogether } from './pauses-together.js';
import { populationPremises } from './populations.js';
import { fieldOf, independent, largestShortfall, toFine, toMillionths, unionBound, type Field } from './shortfall.js';
import type { Tiling } from './tiling.js';
import { acrossPremise, gapPremise, loopPremise, stoppedInsidePremises, strayPremises, tooMany } from './uncovered.js';
import type { Unrolled } from './unrolled.js';
import type { Premise } from './verdict.js';

/** One way to lay out the paths in parts, reckoned up. */
export interface Attempt {
  readonly tiling: Tiling;
  readonly ways: Unrolled | undefined;
  readonly used: readonly PartBudget[];
  /** The longest paths; nothing when they could not be found. */
  readonly lengths: readonly Length[] | undefined;
  readonly field: Field | undefined;
  /** Largest share of cases that may miss. */
  readonly shortfall: number | undefined;
  readonly premises: readonly Premise[];
}

/** Lays out the paths, and reckons how long they take and how many cases may miss. */
export function attempt(basis: Basis, coarse: ReadonlySet<number>): Attempt {
  const { budgets } = basis;
  const { tiling, ways } = basis.layout(coarse);
  const used = tiling.covering.flatMap((number) => budgets.get(number) ?? []);
  const refused = basis.refused.size === 0 ? [] : tiling.covering.flatMap((number) => basis.refused.get(number) ?? []);
  const gaps = tiling.gaps.map((gap) => gapPremise(basis, gap));
  const premises = gaps.concat(refused, used.flatMap((each) => each.premises), strayPremises(basis, used), stoppedInsidePremises(basis, used), pausePremises(used), overlapPremises(basis, used), populationPremises(basis, tiling, used));
  const none = { tiling, used, lengths: undefined, field: undefined, shortfall: undefined };
  if ('problem' in ways) return { ...none, ways: undefined, premises: [...premises, ways.problem === 'loop' ? loopPremise(basis, ways.passages) : tooMany(basis)] };
  if (refused.length > 0) return { ...none, ways, premises };
  const paused = pausesTogether(basis, ways);
  const lengths = longestPaths(ways, (part) => budgets.get(part)!);
  const field = fieldOn(basis, tiling, ways);
  const shortfall = used.every(({ miss }) => miss === 0) ? { worst: 0 } : largestShortfall(field);
  return {
    tiling,
    ways,
    used,
    lengths,
    field,
    shortfall: 'worst' in shortfall ? toMillionths(shortfall.worst) : undefined,
    premises: premises.concat(paused, lengths === undefined ? tooMany(basis) : [], 'across' in shortfall ? acrossPremise(basis, shortfall.across.id) : []),
  };
}

function fieldOn({ ground: { graph, blocks }, budgets, whole, isSpread }: Basis, tiling: Tiling, ways: Unrolled): Field {
  const missOf = (part: number): number => toFine(budgets.get(part)!.miss);
  return fieldOf({ ways, tiling, graph, blocks: blocks.sound, inBlocks: blocks.inside, missOf, reckoning: whole.assume === 'independent' ? independent : unionBound, isSpread });
}
