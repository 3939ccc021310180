import type { Case, CaseGroup, CaseTarget } from './case.js';
import { hoursOf, minutesOfTick, type Hours } from './hours.js';
import { canBeLate, columnOf, hasPauses, longestRun, rowsOf, sortsOf, targetFor, unitOf, whole, type Sort } from './population.js';
import { partRuns, runsOf, type Run } from './runs.js';
import { findMixture } from './simplex.js';
import { nothingBeside, walksOf, type Choice, type Walk } from './walks.js';

/** A world in which every part keeps its targets and the promise is broken. */
export interface CounterExample {
  /** For whom the percent fails. */
  readonly unit: string;
  readonly cases: readonly CounterCase[];
}

/** So many cases that go one way. */
export interface CounterCase {
  readonly count: bigint;
  readonly persona: string;
  readonly steps: readonly string[];
  /** Parts that are missed in each of them, and how many runs of the promise are late. */
  readonly missed: readonly string[];
  readonly late: number;
  readonly sort: Sort;
}

/**
 * Is there a world in which every part keeps its targets and this target of the promise is broken? The adversary chooses how many
 * cases go which way, of which customers, which runs are missed, arbitrarily late, and when everything else happens.
 */
export function findCounterExample(given: Case, target: CaseTarget): CounterExample | undefined {
  const sorts = allSorts(given, target);
  const units = new Set(given.groups.filter((group) => targetFor(given.promise.targets, group) === target).map((group) => unitOf(target, group)));
  for (const unit of units) {
    const cases = mixture(given, sorts, target, unit);
    if (cases !== undefined) return { unit, cases };
  }
  return undefined;
}

function allSorts(given: Case, target: CaseTarget): readonly Sort[] {
  const hours = hoursOf(given.calendars);
  return knownWalks(given).flatMap((walk) => given.groups.flatMap((group) => sortsOf(given, walk, group, hours, target)));
}

/** Walks of a case that is small enough, as all that are made at random are. */
export function knownWalks(given: Case): readonly Walk[] {
  const walks = walksOf(given);
  if (walks === undefined) throw new Error('the case has more walks than are looked at');
  return walks;
}

function mixture(given: Case, sorts: readonly Sort[], target: CaseTarget, unit: string): readonly CounterCase[] | undefined {
  const rows = rowsOf(given, sorts);
  const unlike = new Map(sorts.map((sort) => {
    const column = columnOf(given, sort, rows, target, unit);
    return [`${column.limits.join()} ${column.gain}`, { sort, column }] as const;
  }));
  const different = [...unlike.values()];
  const found = findMixture(different.map(({ column }) => column));
  return found && [...found].map(([index, count]) => counterCase(different[index]!.sort, count));
}

function counterCase(sort: Sort, count: bigint): CounterCase {
  const { group, walk, runs, missed, late } = sort;
  const missedParts = [...missed].map((index) => runs[index]!.part.id);
  return { count, persona: group.persona, steps: walk.visits.map(({ step }) => step), missed: missedParts, late: late.length, sort };
}

/**
 * Is the path, by the ids of its steps while the clock runs, one that cases can go and that takes too long while every part keeps
 * its target? And are so many cases said to take too long that it breaks the promise?
 */
export function confirmsViolation(given: Case, target: CaseTarget, path: readonly string[]): boolean {
  return doubtOf(given, target, path) === undefined;
}

/** Why a path does not show that a target is broken; nothing when it does. */
export function doubtOf(given: Case, target: CaseTarget, path: readonly string[]): string | undefined {
  const groups = given.groups.filter((group) => targetFor(given.promise.targets, group) === target);
  const paths = knownWalks(given).flatMap((walk) => runsOf(given.promise.clock, walk).map((run) => ({ walk, run }))).filter(({ walk, run }) => isPath(walk, run, path) && !walk.choices.some(({ option }) => option === nothingBeside));
  if (paths.length === 0) return 'no case can go it';
  const slow = groups.filter((group) => paths.some(({ walk, run }) => isLateOnPath(given, walk, run, group, target)));
  if (slow.length === 0) return 'it does not take too long while every part keeps its target';
  const units = [...new Set(slow.map((group) => unitOf(target, group)))];
  const isEnough = target.kept === whole || units.some((unit) => groups.filter((group) => unitOf(target, group) === unit).every((group) => isOftenLate(given, group, target)));
  return isEnough ? undefined : 'too few cases are said to take too long';
}

/** Are more cases of a group late than may be, whatever they choose where nobody says how many choose what? */
function isOftenLate(given: Case, group: CaseGroup, target: CaseTarget): boolean {
  const ends = knownWalks(given).map((walk): End => {
    const runs = runsOf(given.promise.clock, walk);
    const late = runs.filter((run) => isLateOnPath(given, walk, run, group, target));
    return { choices: walk.choices, counted: runs.length, surplus: BigInt(late.length * whole - runs.length * (whole - target.kept)) };
  });
  return least(ends.filter(({ counted }) => counted > 0), 0, Math.max(...ends.map(({ choices }) => choices.length))) > 0n;
}

/** Where a walk ends: how many of its runs are counted, and how much more is late than may be, in millionths of a run. */
interface End {
  readonly choices: readonly Choice[];
  readonly counted: number;
  readonly surplus: bigint;
}

/** The least surplus that follows from the shares; each choice that is still open makes it a million times as large. */
function least(ends: readonly End[], depth: number, deepest: number): bigint {
  const [first] = ends;
  if (first === undefined) return 0n;
  if (first.choices.length === depth) return first.surplus * BigInt(whole) ** BigInt(deepest - depth);
  const options = [...new Set(ends.map(({ choices }) => choices[depth]!.option))].map((option) => {
    const members = ends.filter(({ choices }) => choices[depth]!.option === option);
    return { share: BigInt(members[0]!.choices[depth]!.share ?? 0), surplus: least(members, depth + 1, deepest) };
  });
  const worst = options.reduce((smallest, { surplus }) => (surplus < smallest ? surplus : smallest), options[0]!.surplus);
  return options.reduce((sum, { share, surplus }) => sum + share * (surplus - worst), BigInt(whole) * worst);
}

function isLateOnPath(given: Case, walk: Walk, run: Run, group: CaseGroup, target: CaseTarget): boolean {
  const runs = partRuns(given, walk);
  const ids = new Set([given.promise.calendar, ...runs.filter((part) => part.start < run.stop && part.stop > run.start).map(({ part }) => part.calendar)]);
  return canBeLate(given, walk, run, runs, group, hoursKnown(given, ids), 'cut-off', target);
}

function hoursKnown({ calendars }: Case, ids: ReadonlySet<string>): Hours {
  return hoursOf(calendars.filter(({ id }) => ids.has(id)));
}

/** Whether it is told of the step before the clock starts or of the one that stops it by its start is left open, and which branches. */
function isPath({ visits }: Walk, { start, stop }: Run, path: readonly string[]): boolean {
  const inside = visits.filter((visit) => visit.start >= start && visit.end <= stop && !visit.isInBlock).map(({ step }) => step);
  const allowed = visits.filter((visit) => visit.end >= start && visit.start <= stop).map(({ step }) => step);
  const count = (steps: readonly string[], id: string): number => steps.filter((step) => step === id).length;
  return [...new Set([...path, ...allowed])].every((id) => count(inside, id) <= count(path, id) && count(path, id) <= count(allowed, id));
}

/** The longest time in ticks and the largest sum of what parts may miss over all runs of the promise: where a generator can aim. */
export function measure(given: Case, group: CaseGroup): { readonly ticks: number; readonly budgets: readonly number[] } | undefined {
  const found = knownWalks(given).flatMap((walk) => runsOf(given.promise.clock, walk).map((run) => ({ walk, run, ticks: longestTicks(given, walk, run, group) })));
  if (found.length === 0 || found.some(({ ticks }) => ticks === undefined)) return undefined;
  return { ticks: Math.max(...found.map(({ ticks }) => ticks!)), budgets: found.map(({ walk, run }) => budget(given, walk, run, group)) };
}

/** Nobody aims at more ticks than this. */
const mostTicks = 4096;

/** The least time that a run is never later than, by halving. */
function longestTicks(given: Case, walk: Walk, run: Run, group: CaseGroup): number | undefined {
  if (!hasPauses(given)) {
    const found = longestRun(given, walk, run, partRuns(given, walk), group, hoursOf(given.calendars), 'ends-inside');
    return found.kind === 'ticks' ? found.ticks : undefined;
  }
  const isExceeded = (ticks: number): boolean => canBeLate(given, walk, run, partRuns(given, walk), group, hoursOf([]), 'ends-inside', { within: ticks * minutesOfTick, kept: whole, each: 'pool' });
  let [low, high] = [-1, mostTicks];
  if (isExceeded(high)) return undefined;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isExceeded(middle)) low = middle;
    else high = middle;
  }
  return high;
}

function budget(given: Case, walk: Walk, run: Run, group: CaseGroup): number {
  const inside = partRuns(given, walk).filter((part) => part.start >= run.start && part.stop <= run.stop);
  return inside.reduce((sum, { part }) => sum + whole - targetFor(part.targets, group).kept, 0);
}
