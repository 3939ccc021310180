import type { Case, CaseGroup, CaseTarget, Window } from './case.js';
import type { Hours } from './hours.js';
import { partRuns, runsOf, type PartRun, type Run } from './runs.js';
import type { Column } from './simplex.js';
import { canTakeLonger } from './times-with-pauses.js';
import { longest, ticksOf, type Edge, type Longest, type TimedRun } from './times.js';
import type { Walk } from './walks.js';

export const whole = 1_000_000;

/** Cases that go the same way, of the same customers, in which the same runs are missed. */
export interface Sort {
  readonly walk: Walk;
  readonly group: CaseGroup;
  /** All runs of parts that count, and which of them are missed. */
  readonly runs: readonly PartRun[];
  readonly missed: ReadonlySet<number>;
  /** Runs of the promise that count, and those of them that are late. */
  readonly promised: readonly Run[];
  readonly late: readonly Run[];
}

/** The target of a promise that is for a group: its persona's, its tier's, its country's, that of the countries around it, else the default. */
export function targetFor(targets: readonly CaseTarget[], group: CaseGroup): CaseTarget {
  const isOwn = (target: CaseTarget): boolean => [['persona', group.persona], ['tier', group.tier], ['region', group.region]].some(([key, own]) => own !== undefined && target[key as 'tier'] === own);
  return targets.find(isOwn) ?? targets.find(({ region }) => region === 'EU' && isInEu(group)) ?? targets.find(({ tier, persona, region }) => tier === undefined && persona === undefined && region === undefined)!;
}

function isInEu({ region }: CaseGroup): boolean {
  return region === 'AT' || region === 'DE';
}

/** Those over whom a target's percent holds together. */
export function unitOf({ each }: CaseTarget, { persona, tier, region }: CaseGroup): string {
  if (each === 'pool') return 'pool';
  if (each === 'region') return `region ${region ?? 'none'}`;
  return each === 'tier' ? `tier ${tier ?? 'none'}` : `persona ${persona}`;
}

/** Every sort of cases on a walk that an adversary could want: nothing is missed, or just enough for some runs to be late. */
export function sortsOf(given: Case, walk: Walk, group: CaseGroup, hours: Hours, judged: CaseTarget): readonly Sort[] {
  const runs = partRuns(given, walk);
  const promised = runsOf(given.promise.clock, walk);
  const isJudged = targetFor(given.promise.targets, group) === judged;
  const plain: Sort = { walk, group, runs, missed: new Set(), promised, late: [] };
  if (!isJudged) return [plain];
  return promised.reduce<readonly Sort[]>((sorts, run) => {
    const ways = waysToBeLate(given, plain, run, hours, judged);
    return sorts.flatMap((sort) => [sort, ...ways.map((missed) => ({ ...sort, missed: new Set([...sort.missed, ...missed]), late: [...sort.late, run] }))]).slice(0, 500);
  }, [plain]);
}

/** More misses than this are never needed together in a journey as small as these. */
const mostMisses = 3;

/** Sets of part runs that have to be missed before a run of the promise can be late; none of them needs a member less. */
function waysToBeLate(given: Case, sort: Sort, run: Run, hours: Hours, target: CaseTarget): readonly (readonly number[])[] {
  const missable = sort.runs.flatMap((each, index) => (each.start < run.stop && each.stop > run.start && mayMiss(each, sort.group) ? [index] : []));
  const mayBeLate = (missed: readonly number[]): boolean => canBeLate(given, sort.walk, run, sort.runs.filter((_, index) => !missed.includes(index)), sort.group, hours, 'ends-inside', target);
  if (mayBeLate([])) return [[]];
  const alone = missable.filter((each) => mayBeLate([each]));
  return [...alone.map((each) => [each]), ...together([], missable.filter((each) => !alone.includes(each)), mayBeLate)];
}

/** Missing more never makes a run earlier: where all that is left is not enough, nothing of it is. */
function together(missed: readonly number[], left: readonly number[], mayBeLate: (missed: readonly number[]) => boolean): readonly (readonly number[])[] {
  if (missed.length > 1 && mayBeLate(missed)) return [missed];
  if (missed.length === mostMisses || !mayBeLate([...missed, ...left])) return [];
  return left.flatMap((each, index) => together([...missed, each], left.slice(index + 1), mayBeLate));
}

function mayMiss({ part }: PartRun, group: CaseGroup): boolean {
  return targetFor(part.targets, group).kept < whole;
}

/** Can a run of the promise be late for a group when the given runs of parts keep their targets? */
export function canBeLate(given: Case, walk: Walk, run: Run, parts: readonly PartRun[], group: CaseGroup, hours: Hours, edge: Edge, target: CaseTarget): boolean {
  if (hasPauses(given)) return canTakeLonger(walk, run, timed(parts, group), given.promise.clock, ticksOf(target.within));
  const found = longestRun(given, walk, run, parts, group, hours, edge);
  return found.kind === 'endless' || (found.kind === 'ticks' && found.ticks > ticksOf(target.within));
}

/** How long a run of the promise may take, where no clock stands still. */
export function longestRun(given: Case, walk: Walk, run: Run, parts: readonly PartRun[], group: CaseGroup, hours: Hours, edge: Edge): Longest {
  return longest(walk, run, timed(parts, group), given.promise.calendar, hours, edge);
}

function timed(parts: readonly PartRun[], group: CaseGroup): readonly TimedRun[] {
  return parts.map((each) => ({ ...each, within: ticksOf(targetFor(each.part.targets, group).within) }));
}

export function hasPauses({ promise, parts }: Case): boolean {
  return [promise, ...parts].some(({ clock }) => clock.pauses !== undefined);
}

/** What one case of a sort adds to the misses of every part beyond what its percent allows, and to those of the promise. */
export function columnOf(given: Case, sort: Sort, rows: readonly string[], judged: CaseTarget, unit: string): Column {
  const limits = new Map(rows.map((row) => [row, 0n]));
  for (const [index, run] of sort.runs.entries()) {
    const row = rowOf(given, run, sort.group);
    if (row !== undefined) limits.set(row, limits.get(row)! + excess(sort.missed.has(index), targetFor(run.part.targets, sort.group)));
  }
  const isCounted = targetFor(given.promise.targets, sort.group) === judged && unitOf(judged, sort.group) === unit;
  const gain = isCounted ? sort.promised.reduce((sum, run) => sum + excess(sort.late.includes(run), judged), 0n) : 0n;
  return { limits: [...limits.values()], gain };
}

/** Every percent that the parts promise, over whom it holds. */
export function rowsOf(given: Case, sorts: readonly Sort[]): readonly string[] {
  return [...new Set(sorts.flatMap(({ runs, group }) => runs.flatMap((run) => rowOf(given, run, group) ?? [])))];
}

/**
 * The percent that a run of a part counts for. None where the part's period does not fit into the promise's: then all that is missed
 * in it may fall into one period of the promise, in which nothing is kept.
 */
function rowOf({ promise }: Case, { part }: PartRun, group: CaseGroup): string | undefined {
  const target = targetFor(part.targets, group);
  const isLimited = target.kept === whole || isMultiple(promise.window, part.window);
  return isLimited ? `${part.id} ${part.targets.indexOf(target)} ${unitOf(target, group)}` : undefined;
}

function excess(isMissed: boolean, { kept }: CaseTarget): bigint {
  return BigInt((isMissed ? whole : 0) - (whole - kept));
}

/** A month is no number of weeks, but every other of these is one of days. */
function isMultiple(of: Window, part: Window): boolean {
  return of === part || part === 'P1D' || (of === 'P3M' && part === 'P1M');
}
