import type { Moment, MomentGraph, Move } from './moments.js';
import type { Passage, Tiling } from './tiling.js';
import type { Link, Unrolled } from './unrolled.js';

/** One path, moment by moment. */
export interface Walk {
  readonly moments: readonly Moment[];
  /** The move into each moment but the first. */
  readonly moves: readonly Move[];
  /** The knot that each moment stands in. */
  readonly knots: readonly number[];
  /** The parts that cover it, each with its first and last place among the moments. */
  readonly parts: readonly { readonly part: number; readonly from: number; readonly to: number }[];
}

/** Spells out the links of a path; where they lead through places that stand as one knot, by the shortest way inside. */
export function walkOf({ graph, tiling, ways }: { readonly graph: MomentGraph; readonly tiling: Tiling; readonly ways: Unrolled }, source: number, links: readonly Link[]): Walk {
  const passages: Passage[] = [];
  const knots = [source];
  let at = sourcePlace(tiling, ways, source);
  for (const { passage, from, to } of links) {
    for (const inside of wayInside(tiling, at, passage.from)) {
      passages.push(inside);
      knots.push(from);
    }
    passages.push(passage);
    knots.push(to);
    at = passage.to;
  }
  const first = tiling.places[passages[0]?.from ?? at]!.moment;
  const moments = [first, ...passages.map(({ move }) => move.to)].map((number) => graph.moments[number]!);
  let since = 0;
  const parts = passages.flatMap(({ part, to }, index) => {
    const from = since;
    if (tiling.places[to]!.running.length === 0) since = index + 1;
    return part === undefined ? [] : [{ part, from, to: index + 1 }];
  });
  return { moments, moves: passages.map(({ move }) => move), knots, parts };
}

function sourcePlace(tiling: Tiling, ways: Unrolled, knot: number): number {
  return tiling.sources[ways.sources.indexOf(knot)] ?? ways.placeOf[knot]!;
}

/** The shortest way between two places of one knot: no part stops on it. */
function wayInside({ leaving }: Tiling, from: number, to: number): readonly Passage[] {
  if (from === to) return [];
  const cameBy = new Map<number, Passage | undefined>([[from, undefined]]);
  for (const place of cameBy.keys()) {
    if (place === to) break;
    for (const passage of leaving[place]!) if (passage.part === undefined && !cameBy.has(passage.to)) cameBy.set(passage.to, passage);
  }
  const way: Passage[] = [];
  for (let passage = cameBy.get(to); passage !== undefined; passage = cameBy.get(passage.from)) way.unshift(passage);
  return way;
}

/** Ids of the steps in the order in which they begin; of the first, even where the clock starts inside it. */
export function stepsOf({ moments }: Walk): readonly string[] {
  return moments.flatMap(({ step, kind }, index) => (kind === 'start' || index === 0 ? [step.id] : []));
}

/** A moment in words: its event, or what happens to its step. */
export function nameOf({ event, kind, step }: Moment): string {
  if (event !== undefined) return event;
  return { start: `${step.id} begins`, done: `${step.id} is done`, fail: `${step.id} fails`, abandon: `${step.id} is given up`, stopped: `${step.id} is stopped` }[kind];
}
