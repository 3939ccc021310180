import { lazy } from '../../base/lazy.js';
import type { BusinessCalendar } from '../business-time/calendar.js';
import type { Attempt } from './attempt.js';
import type { Basis } from './basis.js';
import { besideOnPath, toFine, toMillionths } from './shortfall.js';
import { isLonger, longestOn } from './time-on-calendar.js';
import { aheadOf, type Link, type Unrolled } from './unrolled.js';
import type { Budget, PartOnPath, ProofPath } from './verdict.js';
import { nameOf, stepsOf, walkOf, type Walk } from './walk.js';

/** A path that was found, with what it was found by. */
export interface FoundPath {
  readonly walk: Walk;
  /** True when it takes longer than what is promised, as far as that is known. */
  readonly isTooLong: () => boolean;
  /** What is told of it. With several calendars its time is costly to work out exactly, and needed only when it is told. */
  readonly path: () => ProofPath;
}

/** What paths are measured against. */
export interface PathContext {
  readonly basis: Basis;
  readonly attempt: Attempt;
  readonly calendar: BusinessCalendar;
  readonly seconds: number;
  /** Share of cases that may miss, in millionths. */
  readonly allowed: number;
}

/** So many paths are told, and so many looked at to find as many that differ in their parts. */
const mostPaths = 12;
const mostLooks = 600;

/** The paths whose parts together take the longest, the longest first. */
export function pathsOf(context: PathContext): readonly ProofPath[] {
  return likelyPaths(context, mostPaths).map(({ path }) => path()).sort((a, b) => b.seconds - a.seconds);
}

/** Paths that differ in their parts, by the sum of these. */
export function likelyPaths(context: PathContext, most: number): readonly FoundPath[] {
  const { attempt: { ways, lengths } } = context;
  if (ways === undefined || lengths === undefined) return [];
  const found: FoundPath[] = [];
  const seen = new Set<string>();
  for (const { source, links } of byLength(context, ways)) {
    const key = links.map(({ passage }) => passage.part ?? '').join(' ').replace(/ +/g, ' ').trim();
    if (seen.has(key)) continue;
    seen.add(key);
    found.push(readPath(context, source, links));
    if (found.length >= most) break;
  }
  return found;
}

/** Reads a path that is known by its links. */
export function readPath({ basis, attempt, calendar, seconds, allowed }: PathContext, source: number, links: readonly Link[]): FoundPath {
  const walk = walkOf({ graph: basis.ground.graph, tiling: attempt.tiling, ways: attempt.ways! }, source, links);
  const budgets = walk.parts.map(({ part }) => basis.budgets.get(part)!);
  const path = lazy((): ProofPath => {
    const stay = longestOn(calendar, budgets);
    const shortfall = missesOf({ basis, attempt }, links);
    const longest = stay?.seconds ?? Infinity;
    return {
      steps: stepsOf(walk),
      parts: walk.parts.map(({ part, from, to }, index) => onPath(walk, basis.budgets.get(part)!.part, { from, to }, budgets[index]!.budget)),
      seconds: longest,
      shortfall,
      isTooLong: longest > seconds,
      isTooUncertain: shortfall > allowed,
      ...(stay?.start === undefined ? {} : { worstStart: new Date(stay.start * 1000).toISOString().replace('.000Z', 'Z') }),
    };
  });
  return { walk, isTooLong: () => isLonger(calendar, budgets, seconds) !== false, path };
}

function onPath(walk: Walk, { promised }: { readonly promised: Basis['whole'] }, { from, to }: { readonly from: number; readonly to: number }, target: Budget): PartOnPath {
  const { id, title, provider } = promised;
  return { part: id, title, from: nameOf(walk.moments[from]!), to: nameOf(walk.moments[to]!), target, ...(provider === undefined ? {} : { provider }) };
}

/** Misses of the parts of a path, and of the branches that run beside it. */
function missesOf({ basis, attempt }: Pick<PathContext, 'basis' | 'attempt'>, links: readonly Link[]): number {
  const { reckoning } = attempt.field!;
  const own = links.reduce((sum, { passage: { part } }) => (part === undefined ? sum : reckoning.both(sum, toFine(basis.budgets.get(part)!.miss))), 0);
  return toMillionths(reckoning.both(own, besideOnPath(attempt.field!, links)));
}

interface Candidate {
  readonly source: number;
  readonly knot: number;
  readonly links: Chain | undefined;
  readonly soFar: number;
}

interface Chain {
  readonly link: Link;
  readonly before: Chain | undefined;
}

/** Paths by the sum of their parts' seconds, the largest first: each is led by what is ahead of it at most. */
function* byLength({ basis, attempt }: PathContext, ways: Unrolled): Iterable<{ readonly source: number; readonly links: readonly Link[] }> {
  const secondsOf = ({ passage: { part } }: Link): number => (part === undefined ? 0 : basis.budgets.get(part)!.seconds);
  const most = aheadOf(ways, secondsOf, Math.max);
  const isEnd = new Set(ways.ends);
  const waiting: Candidate[] = [...new Set(ways.sources)].filter((source) => most[source] !== undefined).map((source) => ({ source, knot: source, links: undefined, soFar: 0 }));
  let looks = 0;
  for (let best = takeBest(waiting, most); best !== undefined && looks < mostLooks * Math.max(1, attempt.tiling.places.length / 10); best = takeBest(waiting, most)) {
    looks += 1;
    if (isEnd.has(best.knot)) yield { source: best.source, links: inOrder(best.links) };
    for (const link of ways.leaving[best.knot]!) {
      if (most[link.to] !== undefined) waiting.push({ source: best.source, knot: link.to, links: { link, before: best.links }, soFar: best.soFar + secondsOf(link) });
    }
  }
}

function takeBest(waiting: Candidate[], most: readonly (number | undefined)[]): Candidate | undefined {
  let best = -1;
  for (let at = 0; at < waiting.length; at += 1) if (best < 0 || valueOf(waiting[at]!, most) > valueOf(waiting[best]!, most)) best = at;
  if (best < 0) return undefined;
  const [chosen] = waiting.splice(best, 1);
  return chosen;
}

function valueOf({ soFar, knot }: Candidate, most: readonly (number | undefined)[]): number {
  return soFar + most[knot]!;
}

function inOrder(chain: Chain | undefined): readonly Link[] {
  const links: Link[] = [];
  for (let at = chain; at !== undefined; at = at.before) links.unshift(at.link);
  return links;
}

/** How many paths there are, at most the largest exact whole number. */
export function pathCount(ways: Unrolled): number {
  const counts = aheadCounts(ways);
  return [...new Set(ways.sources)].reduce((sum, source) => Math.min(Number.MAX_SAFE_INTEGER, sum + (counts[source] ?? 0)), 0);
}

function aheadCounts(ways: Unrolled): readonly number[] {
  const counts: number[] = Array.from({ length: ways.size }, () => 0);
  for (const end of ways.ends) counts[end] = 1;
  for (let knot = ways.size - 1; knot >= 0; knot -= 1) {
    for (const { to } of ways.leaving[knot]!) counts[knot] = Math.min(Number.MAX_SAFE_INTEGER, counts[knot]! + counts[to]!);
  }
  return counts;
}
