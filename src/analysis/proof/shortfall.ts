import { allMillionths, shareMillionths } from '../../base/exact.js';
import { lazy } from '../../base/lazy.js';
import type { StepModel } from '../../model/journey.js';
import type { Block } from './blocks.js';
import type { MomentGraph } from './moments.js';
import { branchOf } from './parts.js';
import type { Tiling } from './tiling.js';
import type { Link, Unrolled } from './unrolled.js';

/**
 * How the misses of parts add up to misses of the whole.
 * - By the union bound (Boole's inequality) they are added, whatever the parts have to do with each other.
 * - If the parts miss independently, a case is kept when each part keeps it: the kept shares are multiplied.
 */
export interface Reckoning {
  /** Two stretches that the same case goes through. */
  readonly both: (a: Fine, b: Fine) => Fine;
}

/** A share in millionths of a millionth, a whole number: sums of thousands of parts are exact, and products are rounded up. */
export type Fine = number;

const million = 1_000_000;
const whole: Fine = million * million;

export const unionBound: Reckoning = { both: (a, b) => a + b };

/** Rounded up, so that the product never promises more than is true. */
export const independent: Reckoning = { both: (a, b) => whole - Number((BigInt(Math.max(0, whole - a)) * BigInt(Math.max(0, whole - b))) / BigInt(whole)) };

export const toFine = (millionths: number): Fine => millionths * million;

/** In millionths, rounded up. */
export const toMillionths = (value: Fine): number => Math.ceil(value / million);

/** Where misses are counted. */
export interface Field {
  readonly ways: Unrolled;
  readonly tiling: Tiling;
  readonly graph: MomentGraph;
  readonly blocks: readonly Block[];
  /** Ids of the steps that split or stand in a branch. */
  readonly inBlocks: ReadonlySet<string>;
  readonly missOf: (part: number) => Fine;
  readonly reckoning: Reckoning;
  /** True where cases may be taken to be spread over the ways of a choice as the shares say. */
  readonly isSpread: boolean;
  readonly reckoned: () => Reckoned;
}

/** A field on which nothing is reckoned yet. */
export function fieldOf(given: Omit<Field, 'reckoned'>): Field {
  const field: Field = { ...given, reckoned: lazy(() => reckonedOn(field)) };
  return field;
}

/** The largest shortfall of all paths, or a step at which parts reach into a block of branches and cannot be added up. */
export type Shortfall = { readonly worst: Fine } | { readonly across: StepModel };

/**
 * The largest share of cases that the parts of a path may miss. Of a choice the worse way counts; of branches that run
 * together every one does, because each of them has to be kept.
 */
export function largestShortfall(field: Field): Shortfall {
  const { across, toEnd } = field.reckoned();
  return across === undefined ? { worst: field.ways.sources.reduce((worst, source) => larger(worst, toEnd[source] ?? 0), 0) } : { across };
}

/** Misses of the branches that run beside a path. */
export function besideOnPath(field: Field, links: readonly Link[]): Fine {
  const reckoned = field.reckoned();
  let sum = 0;
  for (const { from, to } of links) {
    const split = splitAt(field, from);
    const branches = split < 0 || !isBetweenParts(field, from) ? undefined : branchesAhead(field, reckoned, from, split);
    if (branches === undefined) continue;
    const own = branchOf(field.blocks[split]!, stepAt(field, to).id) ?? '';
    for (const [branch, worst] of branches.worst) if (branch !== own) sum = field.reckoning.both(sum, worst);
  }
  return sum;
}

function reckonedOn(field: Field): Reckoned {
  const { ways: { size, ends, placeOf }, blocks } = field;
  const toEnd = placeOf.map((): Fine | undefined => undefined);
  const reckoned: Reckoned = { toEnd, toJoin: blocks.map(() => new Map()), joinsFrom: blocks.map(() => new Map()), isEnd: new Set(ends), restOf: ({ to }) => toEnd[to] };
  for (let knot = size - 1; knot >= 0; knot -= 1) {
    const problem = reckon(field, reckoned, knot);
    if (problem !== undefined) return { ...reckoned, across: problem };
  }
  return reckoned;
}

interface Reckoned {
  /** From each knot to an end. */
  readonly toEnd: (Fine | undefined)[];
  /** For each block, from each knot inside to its join. */
  readonly toJoin: readonly Map<number, Fine>[];
  /** For each block, the knots of its join that a knot inside leads to. */
  readonly joinsFrom: readonly Map<number, ReadonlySet<number>>[];
  readonly isEnd: ReadonlySet<number>;
  /** From where a link leads to an end. */
  readonly restOf: (link: Link) => Fine | undefined;
  /** A step at which parts reach into a block. */
  readonly across?: StepModel;
}

function larger(a: Fine, b: Fine): Fine {
  return a > b ? a : b;
}

function stepAt({ tiling, graph, ways }: Field, knot: number): StepModel {
  return graph.moments[tiling.places[ways.placeOf[knot]!]!.moment]!.step;
}

function isBetweenParts({ tiling, ways }: Field, knot: number): boolean {
  return tiling.places[ways.placeOf[knot]!]!.running.length === 0;
}

/** Place of the block that begins at a knot, or -1. */
function splitAt(field: Field, knot: number): number {
  for (let at = 0; at < field.blocks.length; at += 1) if (isAt(field, knot, field.blocks[at]!.split, 'done')) return at;
  return -1;
}

function isAt(field: Field, knot: number, step: StepModel, kind: 'start' | 'done'): boolean {
  const moment = field.graph.moments[field.tiling.places[field.ways.placeOf[knot]!]!.moment]!;
  return moment.step === step && moment.kind === kind;
}

/** What is ahead of a knot: to the end, and to the join of each block that it is inside of. */
function reckon(field: Field, reckoned: Reckoned, knot: number): StepModel | undefined {
  const step = stepAt(field, knot);
  if (!field.inBlocks.has(step.id)) {
    reckoned.toEnd[knot] = aheadOfKnot(field, reckoned, knot);
    return undefined;
  }
  const split = splitAt(field, knot);
  for (let index = 0; index < field.blocks.length; index += 1) {
    if (index === split || branchOf(field.blocks[index]!, step.id) === undefined) continue;
    const joins = joinsAhead(field, reckoned, knot, index);
    if (joins.size > 0) reckoned.joinsFrom[index]!.set(knot, joins);
  }
  if (split >= 0) return reckonSplit(field, reckoned, knot, split);
  reckoned.toEnd[knot] = aheadOfKnot(field, reckoned, knot);
  for (let index = 0; index < field.blocks.length; index += 1) {
    if (!reckoned.joinsFrom[index]!.has(knot)) continue;
    const value = ahead(field, knot, (link) => behind(field, reckoned, index, link));
    if (value !== undefined) reckoned.toJoin[index]!.set(knot, value);
  }
  return undefined;
}

function aheadOfKnot(field: Field, { restOf, isEnd }: Reckoned, knot: number): Fine | undefined {
  return ahead(field, knot, restOf) ?? (isEnd.has(knot) ? 0 : undefined);
}

/** Knots of the block's join that the links from a knot lead to. */
function joinsAhead(field: Field, reckoned: Reckoned, knot: number, index: number): ReadonlySet<number> {
  const joins = new Set<number>();
  const links = field.ways.leaving[knot]!;
  for (let at = 0; at < links.length; at += 1) addJoins(field, reckoned, index, links[at]!.to, joins);
  return joins;
}

/** Adds the knots of the block's join that a knot is or leads to. */
function addJoins(field: Field, { joinsFrom }: Reckoned, index: number, knot: number, joins: Set<number>): void {
  if (isAt(field, knot, field.blocks[index]!.join, 'start')) joins.add(knot);
  else joinsFrom[index]!.get(knot)?.forEach((join) => joins.add(join));
}

function behind(field: Field, { toJoin }: Reckoned, index: number, { to }: Link): Fine | undefined {
  return isAt(field, to, field.blocks[index]!.join, 'start') ? 0 : toJoin[index]!.get(to);
}

/** The worst of the ways that leave a knot; where the shares are trusted, their mean. */
function ahead(field: Field, knot: number, rest: (link: Link) => Fine | undefined): Fine | undefined {
  const links = field.ways.leaving[knot]!;
  const shares = field.isSpread ? sharesOf(links) : undefined;
  if (shares !== undefined) {
    const values = links.map((link) => through(field, link, rest(link)));
    if (!values.includes(undefined)) return mean(values as readonly Fine[], shares);
  }
  let worst: Fine | undefined;
  for (let at = 0; at < links.length; at += 1) {
    const value = through(field, links[at]!, rest(links[at]!));
    if (value !== undefined && (worst === undefined || value > worst)) worst = value;
  }
  return worst;
}

/** What a link adds to what is behind it. */
function through({ missOf, reckoning }: Field, { passage: { part } }: Link, behindIt: Fine | undefined): Fine | undefined {
  return part === undefined || behindIt === undefined ? behindIt : reckoning.both(missOf(part), behindIt);
}

/** The shares of the ways of one choice, where each says one and together they are exactly all cases. A circle that stands as one knot may be left by several. */
function sharesOf(links: readonly Link[]): readonly number[] | undefined {
  if (new Set(links.map(({ passage }) => passage.from)).size > 1) return undefined;
  const shares = links.map(({ passage: { move: { way } } }) => (way?.edge.share === undefined ? undefined : shareMillionths(way.edge.share)));
  if (shares.length === 0 || shares.includes(undefined)) return undefined;
  return (shares as number[]).reduce((sum, share) => sum + share, 0) === allMillionths ? (shares as number[]) : undefined;
}

/** Rounded up. */
function mean(values: readonly Fine[], shares: readonly number[]): Fine {
  const sum = values.reduce((total, value, index) => total + BigInt(value) * BigInt(shares[index]!), BigInt(0));
  return Number((sum + BigInt(million - 1)) / BigInt(million));
}

/** Branch by branch to the join, all of them, and then from the join on. */
function reckonSplit(field: Field, reckoned: Reckoned, knot: number, index: number): StepModel | undefined {
  const block = field.blocks[index]!;
  const inner = branchesAhead(field, reckoned, knot, index);
  if (inner === undefined) return undefined;
  if (inner.sum > 0 && (!isBetweenParts(field, knot) || [...inner.joins].some((join) => !isBetweenParts(field, join)))) return block.split;
  const within = (rest: (join: number) => Fine | undefined): Fine | undefined => {
    const values = [...inner.joins].flatMap((join) => rest(join) ?? []);
    return values.length === 0 ? undefined : field.reckoning.both(inner.sum, values.reduce(larger));
  };
  reckoned.toEnd[knot] = within((join) => reckoned.toEnd[join]);
  for (const [outer, map] of reckoned.toJoin.entries()) {
    if (branchOf(field.blocks[outer]!, block.split.id) === undefined) continue;
    const value = within((join) => (isAt(field, join, field.blocks[outer]!.join, 'start') ? 0 : map.get(join)));
    const joins = new Set<number>();
    for (const join of inner.joins) addJoins(field, reckoned, outer, join, joins);
    if (value !== undefined) map.set(knot, value);
    if (joins.size > 0) reckoned.joinsFrom[outer]!.set(knot, joins);
  }
  return undefined;
}

interface Branches {
  /** For each branch, by the id of its first step, the worst of its ways to the join. */
  readonly worst: ReadonlyMap<string, Fine>;
  readonly sum: Fine;
  readonly joins: ReadonlySet<number>;
}

function branchesAhead(field: Field, reckoned: Reckoned, knot: number, index: number): Branches | undefined {
  const block = field.blocks[index]!;
  const worst = new Map<string, Fine>();
  const joins = new Set<number>();
  for (const link of field.ways.leaving[knot]!) {
    const value = behind(field, reckoned, index, link);
    if (value === undefined) continue;
    addJoins(field, reckoned, index, link.to, joins);
    const branch = branchOf(block, stepAt(field, link.to).id) ?? '';
    const { part } = link.passage;
    const all = part === undefined ? value : field.reckoning.both(field.missOf(part), value);
    worst.set(branch, larger(worst.get(branch) ?? 0, all));
  }
  return joins.size === 0 ? undefined : { worst, joins, sum: [...worst.values()].reduce((sum, each) => field.reckoning.both(sum, each), 0) };
}
