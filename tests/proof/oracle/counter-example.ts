import type { Case, CaseGroup, CaseTarget } from './case.js';
import { hoursOf, type Hours } from './hours.js';
import { columnOf, isLate, longestRun, rowsOf, sortsOf, targetFor, unitOf, whole, type Sort } from './population.js';
import { partRuns, runsOf, type Run } from './runs.js';
import { findMixture } from './simplex.js';
import { walksOf, type Walk } from './walks.js';

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
 * Is the path, by the ids of its steps while the clock runs, one that cases can go, that takes too long while every part keeps its
 * target, and that more cases are said to go than may be late?
 */
export function confirmsViolation(given: Case, target: CaseTarget, path: readonly string[]): boolean {
  const groups = given.groups.filter((group) => targetFor(given.promise.targets, group) === target);
  return knownWalks(given).some((walk) =>
    runsOf(given.promise.clock, walk).some((run) => isPath(walk, run, path) && isOften(walk, run, target) && isTooLongForEnough(given, walk, run, target, groups)),
  );
}

/** When some may be late, nobody says how many cases each group has: of those that are counted together, all have to be. */
function isTooLongForEnough(given: Case, walk: Walk, run: Run, target: CaseTarget, groups: readonly CaseGroup[]): boolean {
  const isTooLong = (group: CaseGroup): boolean => isLate(longestOnPath(given, walk, run, group), target);
  if (target.kept === whole) return groups.some(isTooLong);
  const units = new Set(groups.map((group) => unitOf(target, group)));
  return [...units].some((unit) => groups.filter((group) => unitOf(target, group) === unit).every(isTooLong));
}

function longestOnPath(given: Case, walk: Walk, run: Run, group: CaseGroup): ReturnType<typeof longestRun> {
  const runs = partRuns(given, walk);
  const ids = new Set([given.promise.calendar, ...runs.filter((part) => part.start < run.stop && part.stop > run.start).map(({ part }) => part.calendar)]);
  return longestRun(given, walk, run, runs, group, hoursKnown(given, ids), 'cut-off');
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

/** Shares of one choice after the other multiply: nothing else is said about who goes where. */
function isOften({ choices }: Walk, { start, stop }: Run, { kept }: CaseTarget): boolean {
  if (kept === whole) return true;
  const shares = choices.filter(({ moment }) => moment >= start && moment < stop).map(({ share }) => share);
  if (shares.includes(undefined)) return false;
  const part = shares.reduce<bigint>((product, share) => product * BigInt(share!), 1n);
  return part * BigInt(whole) > BigInt(whole - kept) * BigInt(whole) ** BigInt(shares.length);
}

/** The longest time and the largest sum of what parts may miss over all runs of the promise: where a generator can aim. */
export function measure(given: Case, group: CaseGroup): { readonly ticks: number; readonly budgets: readonly number[] } | undefined {
  const hours = hoursOf(given.calendars);
  const found = knownWalks(given).flatMap((walk) => runsOf(given.promise.clock, walk).map((run) => ({ walk, run, time: longestRun(given, walk, run, partRuns(given, walk), group, hours, 'ends-inside') })));
  if (found.length === 0 || found.some(({ time }) => time.kind !== 'ticks')) return undefined;
  return { ticks: Math.max(...found.map(({ time }) => (time.kind === 'ticks' ? time.ticks : 0))), budgets: found.map(({ walk, run }) => budget(given, walk, run, group)) };
}

function budget(given: Case, walk: Walk, run: Run, group: CaseGroup): number {
  const inside = partRuns(given, walk).filter((part) => part.start >= run.start && part.stop <= run.stop);
  return inside.reduce((sum, { part }) => sum + whole - targetFor(part.targets, group).kept, 0);
}
