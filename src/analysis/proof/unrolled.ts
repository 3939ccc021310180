import { connectedNumbers } from '../cycles.js';
import type { Passage, Tiling } from './tiling.js';

/**
 * The ways of a tiling without circles: where a case can come again to the same place, that place stands once for each
 * number of times that the limited ways were taken before. Places that lead to each other inside of one part stand as one,
 * because the part's own target holds however often a case goes round in it.
 */
export interface Unrolled {
  /** Number of knots. Every link leads to a knot with a higher number. */
  readonly size: number;
  /** For each knot, the links that leave it. */
  readonly leaving: readonly (readonly Link[])[];
  readonly sources: readonly number[];
  readonly ends: readonly number[];
  /** For each knot, one of the places that it stands for. */
  readonly placeOf: readonly number[];
}

/** From one knot to another. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly passage: Passage;
}

/** Why the ways cannot be unrolled: a way back that nothing limits, or far too many rounds. */
export type UnrollProblem = { readonly problem: 'loop'; readonly passages: readonly Passage[] } | { readonly problem: 'size' };

/** So many knots are looked at; a journey of a thousand steps has some three thousand. */
const mostKnots = 200_000;

/** Lays the ways out without circles. */
export function unroll(tiling: Tiling, limits: readonly number[]): Unrolled | UnrollProblem {
  const { leaving } = tiling;
  const groups = connectedNumbers(leaving.map(targetsOf));
  const count = leaving.length;
  const knots: Knots = { placeOf: [], group: new Int32Array(count), first: new Int32Array(count), ring: new Int32Array(count) };
  const rolled: Rolled[] = [];
  for (let at = groups.length - 1; at >= 0; at -= 1) {
    const group = readGroup(groups[at]!, leaving, limits);
    if ('problem' in group) return group;
    numberKnots(knots, rolled.length, group);
    rolled.push(group);
    if (knots.placeOf.length > mostKnots) return { problem: 'size' };
  }
  return linked(tiling, knots, rolled);
}

interface Knots {
  readonly placeOf: number[];
  /** For each place, the number of its group, that of the group's first knot, and its ring inside the group. */
  readonly group: Int32Array;
  readonly first: Int32Array;
  readonly ring: Int32Array;
}

/** The number of the knot that a place is in one layer of its group. */
function knotOf({ first, ring }: Knots, place: number, { rings }: Rolled, layer: number): number {
  return first[place]! + layer * rings.length + ring[place]!;
}

/** Places that lead to each other, with what limits the rounds. */
interface Rolled {
  readonly places: readonly number[];
  /** Smaller circles that no limited way is part of, each one knot, in an order in which ways lead onward. */
  readonly rings: readonly (readonly number[])[];
  /** Limited ways inside, with the number of layers that one use of them is worth. */
  readonly limits: ReadonlyMap<number, { readonly uses: number; readonly weight: number }>;
  readonly layers: number;
}

type Leaving = Tiling['leaving'];

function targetsOf(passages: readonly Passage[]): readonly number[] {
  const targets: number[] = [];
  for (let at = 0; at < passages.length; at += 1) targets.push(passages[at]!.to);
  return targets;
}

function readGroup(places: readonly number[], leaving: Leaving, limits: readonly number[]): Rolled | UnrollProblem {
  if (places.length === 1 && !leadsToItself(places[0]!, leaving)) return alone(places);
  const inside = new Set(places);
  const passages = places.flatMap((place) => leaving[place]!.filter(({ to }) => inside.has(to)));
  if (passages.every(({ part }) => part === undefined)) return alone(places);
  const isFree = ({ to, move }: Passage): boolean => inside.has(to) && move.limit === undefined;
  const rings = ringsOf(places, (place) => targetsOf(leaving[place]!.filter(isFree)));
  const endless = passagesInRings(rings, passages.filter((passage) => passage.part !== undefined && isFree(passage)));
  if (endless.length > 0) return { problem: 'loop', passages: endless };
  const used = new Map<number, { readonly uses: number; readonly weight: number }>();
  let layers = 1;
  for (const limit of new Set(passages.flatMap(({ move }) => move.limit ?? []))) {
    used.set(limit, { uses: limits[limit]!, weight: layers });
    layers *= limits[limit]! + 1;
    if (layers * rings.length > mostKnots) return { problem: 'size' };
  }
  return { places, rings, limits: used, layers };
}

/** The circles among some places, in an order in which ways lead onward. */
function ringsOf(places: readonly number[], onward: (place: number) => readonly number[]): readonly (readonly number[])[] {
  const numbers = new Map(places.map((place, number) => [place, number]));
  const groups = connectedNumbers(places.map((place) => onward(place).map((to) => numbers.get(to)!)));
  return groups.toReversed().map((group) => group.map((number) => places[number]!));
}

function leadsToItself(place: number, leaving: Leaving): boolean {
  const passages = leaving[place]!;
  for (let at = 0; at < passages.length; at += 1) if (passages[at]!.to === place) return true;
  return false;
}

/** Places that stand as one knot. */
function alone(places: readonly number[]): Rolled {
  return { places, rings: [places], limits: noLimits, layers: 1 };
}

const noLimits: Rolled['limits'] = new Map();

function passagesInRings(rings: readonly (readonly number[])[], passages: readonly Passage[]): readonly Passage[] {
  const ringOf = new Map<number, number>();
  rings.forEach((ring, index) => ring.forEach((place) => void ringOf.set(place, index)));
  return passages.filter(({ from, to }) => ringOf.get(from) === ringOf.get(to));
}

/** Layer after layer, because each use of a limited way leads to a higher layer. */
function numberKnots({ placeOf, group, first, ring }: Knots, number: number, { rings, layers }: Rolled): void {
  const begin = placeOf.length;
  for (let at = 0; at < rings.length; at += 1) {
    const places = rings[at]!;
    for (let index = 0; index < places.length; index += 1) {
      group[places[index]!] = number;
      first[places[index]!] = begin;
      ring[places[index]!] = at;
    }
  }
  for (let layer = 0; layer < layers; layer += 1) for (let at = 0; at < rings.length; at += 1) placeOf.push(rings[at]![0]!);
}

function linked(tiling: Tiling, knots: Knots, groups: readonly Rolled[]): Unrolled {
  const leaving = knots.placeOf.map((): Link[] => []);
  for (let number = 0; number < groups.length; number += 1) for (let layer = 0; layer < groups[number]!.layers; layer += 1) addLinks(tiling.leaving, knots, groups, { number, layer }, leaving);
  const ends: number[] = [];
  for (const place of tiling.ends) addEnds(knots, place, groups[knots.group[place]!]!, ends);
  const sources = tiling.sources.map((place) => knotOf(knots, place, groups[knots.group[place]!]!, 0));
  return { size: knots.placeOf.length, leaving, sources, ends, placeOf: knots.placeOf };
}

function addEnds(knots: Knots, place: number, group: Rolled, ends: number[]): void {
  for (let layer = 0; layer < group.layers; layer += 1) ends.push(knotOf(knots, place, group, layer));
}

function addLinks(passages: Leaving, knots: Knots, groups: readonly Rolled[], { number, layer }: { readonly number: number; readonly layer: number }, leaving: readonly Link[][]): void {
  const group = groups[number]!;
  for (let at = 0; at < group.places.length; at += 1) {
    const place = group.places[at]!;
    const from = knotOf(knots, place, group, layer);
    for (let index = 0; index < passages[place]!.length; index += 1) {
      const passage = passages[place]![index]!;
      const other = knots.group[passage.to]!;
      const next = other === number ? layerAfter(group, layer, passage) : 0;
      const to = next === undefined ? undefined : knotOf(knots, passage.to, groups[other]!, next);
      if (to !== undefined && to !== from) leaving[from]!.push({ from, to, passage });
    }
  }
}

/** The layer after a way was taken once more; nothing when it was taken as often as it may be. */
function layerAfter({ limits }: Rolled, layer: number, { move }: Passage): number | undefined {
  const limit = move.limit === undefined ? undefined : limits.get(move.limit);
  if (limit === undefined) return layer;
  const taken = Math.floor(layer / limit.weight) % (limit.uses + 1);
  return taken < limit.uses ? layer + limit.weight : undefined;
}

/** For each knot, what is ahead of it to an end: the most or the least of all ways. */
export function aheadOf(ways: Unrolled, valueOfLink: (link: Link) => number, choose: (a: number, b: number) => number): readonly (number | undefined)[] {
  const ahead = ways.leaving.map((): number | undefined => undefined);
  for (const end of ways.ends) ahead[end] = 0;
  for (let knot = ways.size - 1; knot >= 0; knot -= 1) {
    for (const link of ways.leaving[knot]!) {
      const rest = ahead[link.to];
      if (rest === undefined) continue;
      const value = rest + valueOfLink(link);
      ahead[knot] = ahead[knot] === undefined ? value : choose(ahead[knot]!, value);
    }
  }
  return ahead;
}
