import type { Move, MomentGraph } from './moments.js';
import type { Ground, Part } from './parts.js';

/**
 * Where a case is, seen from the parts: between two parts, or inside of one that has begun at `since`. Several parts may
 * begin at one moment; which of them covers the stretch is known when the first stops.
 */
export interface Place {
  readonly moment: number;
  /** Parts that run; none between two parts. */
  readonly running: readonly number[];
  readonly since: number;
}

/** From one place to the next. */
export interface Passage {
  readonly from: number;
  readonly to: number;
  readonly move: Move;
  /** The part that stops here and covers the stretch since it began. */
  readonly part: number | undefined;
}

/** A stretch that no part covers: it begins at a moment, and this move leaves it. */
export interface Gap {
  readonly since: number;
  readonly move: Move;
}

/** The ways from the start of a clock to its stops, laid out in parts. */
export interface Tiling {
  readonly places: readonly Place[];
  /** For each place, the passages that leave it. */
  readonly leaving: readonly (readonly Passage[])[];
  readonly sources: readonly number[];
  /** Places at which the clock of the whole stops. */
  readonly ends: readonly number[];
  readonly gaps: readonly Gap[];
  /** Parts that cover a stretch, in the order in which they were found to. */
  readonly covering: readonly number[];
  /** Moments at which parts of different length begin, so that another tiling is possible. */
  readonly choices: readonly number[];
  /** Parts that stop later than the one that was chosen, or together with it. */
  readonly overlooked: ReadonlySet<number>;
}

/** Lays out the ways in parts. Where several begin at one moment, the shortest is taken, except at the moments of `coarse`. */
export function tile(ground: Ground, parts: readonly Part[], sources: readonly number[], coarse: ReadonlySet<number>): Tiling {
  const layout: Layout = { ground, parts, coarse, startingAt: startingAt(ground.graph, parts), places: [], leaving: [], covering: new Set(), known: [], waiting: [], gaps: [], ends: [], choices: new Set(), overlooked: new Set() };
  const starts = sources.map((moment) => placeAt(layout, { moment, running: none, since: source }));
  for (let at = layout.waiting.pop(); at !== undefined; at = layout.waiting.pop()) leave(layout, at);
  return { places: layout.places, leaving: layout.leaving, covering: [...layout.covering], sources: starts, ends: layout.ends, gaps: layout.gaps, choices: [...layout.choices], overlooked: layout.overlooked };
}

interface Layout {
  readonly ground: Ground;
  readonly parts: readonly Part[];
  readonly coarse: ReadonlySet<number>;
  readonly startingAt: readonly (readonly number[])[];
  readonly places: Place[];
  readonly leaving: Passage[][];
  readonly covering: Set<number>;
  /** For each moment, the places there. */
  readonly known: number[][];
  readonly waiting: number[];
  readonly gaps: Gap[];
  readonly ends: number[];
  readonly choices: Set<number>;
  readonly overlooked: Set<number>;
}

const none: readonly number[] = [];

/** Stands for the moment since which a part runs, where the clock of the whole has just begun: the same event may have stopped an earlier run. */
const source = -1;

function startingAt({ moments }: MomentGraph, parts: readonly Part[]): readonly (readonly number[])[] {
  const lists = moments.map((): number[] => []);
  for (const { number, points: { starts } } of parts) for (let at = 0; at < starts.length; at += 1) if (starts[at] === 1) lists[at]!.push(number);
  return lists;
}

function placeAt({ places, leaving, known, waiting }: Layout, place: Place): number {
  const here = (known[place.moment] ??= []);
  for (let at = 0; at < here.length; at += 1) if (isSamePlace(places[here[at]!]!, place)) return here[at]!;
  here.push(places.length);
  waiting.push(places.length);
  leaving.push([]);
  places.push(place);
  return places.length - 1;
}

/** Between two parts it does not matter where the last one began, except at the start of the whole. */
function isSamePlace(one: Place, { running, since }: Place): boolean {
  if (one.running.length !== running.length) return false;
  return running.length === 0 ? (one.since === source) === (since === source) : one.since === since && running.every((part, index) => part === one.running[index]);
}

function leave(layout: Layout, from: number): void {
  const { ground: { graph, within, points, blocks }, places, ends } = layout;
  const { moment, running, since } = places[from]!;
  if (running.length === 0 && points.stops[moment] === 1 && since !== source) return void ends.push(from);
  const leaving = graph.leaving[moment]!;
  for (let at = 0; at < leaving.length; at += 1) {
    const move = leaving[at]!;
    if (!blocks.isTaken(move)) continue;
    if (within[move.to] !== 1) layout.gaps.push(...openWaits(layout, places[from]!, move));
    else if (running.length === 0) leaveBoundary(layout, from, move);
    else goOn(layout, from, move, running);
  }
}

/**
 * A run is void only in a step from which no stop can be reached any more. Until a case gets there it may be late, if no
 * part limits the wait: it leaves the last step with a stop ahead when that is done, or after it has failed or was stopped.
 */
function openWaits({ ground: { graph }, parts, startingAt: starting }: Layout, { moment, running }: Place, move: Move): readonly Gap[] {
  const isLimited = (each: Move): boolean => [...running, ...starting[moment]!, ...starting[each.from]!].some((part) => parts[part]!.isAhead()[each.from] === 1 && !parts[part]!.isLeft(each));
  const waits = move.way === undefined ? graph.leaving[move.to]! : [move];
  return waits.filter((each) => !each.isInstant && !isLimited(each)).map((each) => ({ since: each.from, move: each }));
}

/** Where no time passes, the next part may as well begin after the move. */
function leaveBoundary(layout: Layout, from: number, move: Move): void {
  const { ground: { points }, parts, startingAt: starting } = layout;
  const { moment } = layout.places[from]!;
  const covering = starting[moment]!.filter((part) => goesAlong(parts[part]!, move));
  const mayWait = move.isInstant && (covering.length === 0 || starting[move.to]!.length > 0 || points.stops[move.to] === 1);
  if (mayWait) return void pass(layout, from, move, { moment: move.to, running: none, since: move.to }, undefined);
  if (covering.length === 0) return void layout.gaps.push({ since: moment, move });
  goOn(layout, from, move, covering);
}

/** True when a part that runs can still stop after a move. */
function goesAlong({ canStop, isLeft }: Part, move: Move): boolean {
  return canStop[move.to] === 1 && !isLeft(move);
}

/** Takes the running parts along a move, and closes the stretch when one of them stops. */
function goOn(layout: Layout, from: number, move: Move, running: readonly number[]): void {
  const { parts, coarse, choices } = layout;
  const since = layout.places[from]!.running.length === 0 ? layout.places[from]!.moment : layout.places[from]!.since;
  const alive = running.filter((part) => goesAlong(parts[part]!, move));
  if (alive.length === 0) return void layout.gaps.push({ since, move });
  const stopping = alive.filter((part) => parts[part]!.points.stops[move.to] === 1);
  const others = stopping.length === 0 ? alive : alive.filter((part) => !stopping.includes(part));
  if (stopping.length > 0 && alive.length > 1) choices.add(since);
  const isCoarse = coarse.has(since);
  const goesOn = stopping.length === 0 || (isCoarse && others.length > 0);
  if (goesOn) stopping.forEach((part) => layout.overlooked.add(part));
  if (goesOn) return void pass(layout, from, move, { moment: move.to, running: others.length === alive.length ? alive : others, since }, undefined);
  const chosen = stopping[isCoarse ? stopping.length - 1 : 0]!;
  for (const part of alive) if (part !== chosen) layout.overlooked.add(part);
  pass(layout, from, move, { moment: move.to, running: none, since: move.to }, chosen);
}

function pass(layout: Layout, from: number, move: Move, place: Place, part: number | undefined): void {
  layout.leaving[from]!.push({ from, to: placeAt(layout, place), move, part });
  if (part !== undefined) layout.covering.add(part);
}
