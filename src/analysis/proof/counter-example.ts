import { allMillionths, shareMillionths } from '../../base/exact.js';
import type { Workspace } from '../../model/workspace.js';
import type { BusinessCalendar } from '../business-time/calendar.js';
import { exceeds } from '../business-time/worst-start.js';
import { isClockTouched, tells } from './clock-events.js';
import { isContradictory } from './contradictions.js';
import { leadingTo, wayToRun, type Course } from './course.js';
import { isLimitedInside, reachesOut } from './inside-steps.js';
import { longestByParts } from './longest-by-parts.js';
import type { Moment, MomentGraph, Move } from './moments.js';
import type { PartBudget } from './part-budgets.js';
import { branchOf, type Ground, type Part } from './parts.js';
import type { Promised } from './promises.js';
import type { Walk } from './walk.js';

/** What has to be known to say that a path breaks a promise. */
export interface Trial {
  readonly workspace: Workspace;
  readonly ground: Ground;
  readonly course: Course;
  readonly whole: Promised;
  readonly parts: readonly Part[];
  readonly budgets: ReadonlyMap<number, PartBudget>;
  /** Calendar of the whole. */
  readonly calendar: BusinessCalendar;
  /** The time that is promised, in seconds of its calendar. */
  readonly seconds: number;
  /** Share of the cases that may miss, in millionths. */
  readonly allowed: number;
  /** At least so many of all cases are those that the target is about, in millionths; absent when nobody says. */
  readonly groupShare: number | undefined;
  /** Seconds that a path takes whichever way it goes on from one of its moments, if every part takes its whole time; 0 when unknown. */
  readonly leastFrom: (walk: Walk, index: number) => number;
  /** The same of all paths, wherever the clock starts. */
  readonly leastOfAll: number;
}

/**
 * Why a path that is too long does not break the promise for certain:
 * - `pauses`, `targets`: it is too long only if its parts stand still, or for cases with the loosest of their targets;
 * - `overlap`: other promises may prevent that it takes so long;
 * - `clock`: the clock of the whole may stand still on the way, begin anew or no longer count;
 * - `conditions`, `outcomes`, `rounds`: perhaps no case can take it;
 * - `share`: perhaps too few do.
 */
export type Doubt = { readonly doubt: 'pauses' | 'targets' | 'overlap' | 'clock' | 'conditions' | 'outcomes' | 'rounds' } | { readonly doubt: 'share'; readonly at: Moment };

/** A promise is broken by a path that cases can take, that is too long with every part at its target, and that too many cases take. */
export function judgePath(trial: Trial, walk: Walk): Doubt | undefined {
  const { ground: { graph, journey, points, blocks }, course, parts, budgets, whole } = trial;
  const before = wayToRun(graph, points, blocks.isTaken, walk.moments[0]!.number);
  if (before === undefined) return { doubt: 'rounds' };
  if (isLimitedBeside(trial, walk) || isLimitedAside(trial, walk) || reachesOut(trial.workspace, graph, whole.id, walk)) return { doubt: 'overlap' };
  const certain = withoutLimitedInside(trial, walk);
  const reach = longestByParts(certain, { moments: before.map(({ from }) => graph.moments[from]!), moves: before }, parts, budgets);
  if (reach === undefined || !takesTooLong(trial, certain, reach)) return { doubt: doubtAboutTime(trial, walk) };
  if (isClockTouched(trial.workspace, trial.ground, course, whole, walk)) return { doubt: 'clock' };
  if (!isWithinLimits(graph, [...before, ...walk.moves])) return { doubt: 'rounds' };
  if (isContradictory(journey, graph, [...before, ...walk.moves])) return { doubt: 'conditions' };
  if (![...before, ...walk.moves].every(({ isPossible }) => isPossible)) return { doubt: 'outcomes' };
  return trial.allowed === 0 ? undefined : doubtAboutShare(trial, walk, before);
}

/** Of a journey that a step stands for and that is kept short by promises of its own, nobody knows here whether it takes any time at all. */
function withoutLimitedInside({ workspace, parts }: Trial, walk: Walk): Walk {
  const isShort = ({ way }: Move, index: number): boolean => way === undefined && isLimitedInside(workspace, parts, walk.moments[index]!.step);
  return walk.moves.some(isShort) ? { ...walk, moves: walk.moves.map((move, index) => (isShort(move, index) ? { ...move, isInstant: true } : move)) } : walk;
}

function doubtAboutTime({ budgets }: Trial, { parts }: Walk): 'pauses' | 'targets' | 'overlap' {
  const used = parts.map(({ part }) => budgets.get(part)!);
  if (used.some(({ seconds, budget }) => seconds > budget.seconds!)) return 'pauses';
  return used.some(({ plainSeconds, budget }) => plainSeconds < budget.seconds!) ? 'targets' : 'overlap';
}

function takesTooLong(trial: Trial, walk: Walk, { seconds: longest, isPlain }: { readonly seconds: number; readonly isPlain: boolean }): boolean {
  const { seconds, calendar, budgets } = trial;
  if ([...budgets.values()].every((each) => each.calendar === calendar)) return Number.isFinite(longest) && longest > seconds;
  return isPlain && !walk.moves.some(({ way, isInstant }) => way === undefined && isInstant) && exceedsOnCalendars(trial, walk);
}

/** Only where no part overlaps another: with several calendars, overlapping limits cannot be put into one chain. */
function exceedsOnCalendars({ calendar, budgets, seconds }: Trial, walk: Walk): boolean {
  const chain = walk.parts.map(({ part }) => budgets.get(part)!).map((budget) => ({ calendar: budget.calendar, seconds: budget.plainSeconds }));
  const excess = exceeds(calendar, chain, seconds);
  return excess !== undefined && excess !== 'too-many' && excess.exceeds;
}

/**
 * True when a part that begins in a branch beside the path stops on the path: it limits the path from there. Where branches
 * begin with the event that ended the step before, the part has begun on the path, at the same moment.
 */
function isLimitedBeside({ ground: { blocks, graph }, parts }: Trial, { moments }: Walk): boolean {
  const onPath = new Set(moments.map(({ number }) => number));
  const beginsOnPath = ({ begins }: Part, at: number): boolean => graph.arriving[at]!.some(({ from, isInstant }) => isInstant && onPath.has(from) && begins()[from] === 1);
  return blocks.sound.some((block) => {
    const own = new Set(moments.map(({ step }) => branchOf(block, step.id)));
    if (!moments.some(({ step }) => step === block.join)) return false;
    const beside = graph.moments.filter(({ step }) => branchOf(block, step.id) !== undefined && !own.has(branchOf(block, step.id)));
    return parts.some((part) => beside.some(({ number }) => part.begins()[number] === 1 && !beginsOnPath(part, number)) && moments.some(({ number }) => part.points.stops[number] === 1));
  });
}

/** True when a part that begins with what happens beside the way alone stops on the path. */
function isLimitedAside({ ground: { journey, aside: besides }, parts }: Trial, { moments }: Walk): boolean {
  const aside = besides();
  const onPath = new Set(moments.map(({ event }) => event));
  return aside.length > 0 && parts.some(({ promised, points }) => moments.some(({ number }) => points.stops[number] === 1) && promised.starts.some((point) => !onPath.has(point) && aside.some((step) => tells(journey, step, point))));
}

/** Each limited way is taken as often as it may be at most, on the way to the clock's start included. */
function isWithinLimits({ limits }: MomentGraph, moves: readonly Move[]): boolean {
  const taken = new Map<number, number>();
  for (const { limit, way } of moves) {
    if (limit === undefined) continue;
    if (way?.isPast === true) return false;
    taken.set(limit, (taken.get(limit) ?? 0) + 1);
  }
  return [...taken].every(([limit, times]) => times <= limits[limit]!);
}

/**
 * At least how many cases take the path: at each choice, those that go another way are taken off. Where a case may run several
 * times, nobody says how many of all runs these are.
 */
function doubtAboutShare(trial: Trial, walk: Walk, before: readonly Move[]): Doubt | undefined {
  const { course, groupShare, allowed, seconds, leastOfAll } = trial;
  const [start, end] = [walk.moments[0]!, walk.moments.at(-1)!];
  if (course.mayRunAgain) return { doubt: 'share', at: start };
  const after = othersAfter(trial, walk);
  if ('unknown' in after) return { doubt: 'share', at: after.unknown };
  const earlier = leastOfAll > seconds ? none : othersBefore(trial, start, before);
  if ('unknown' in earlier) return { doubt: 'share', at: earlier.unknown };
  const least = allMillionths - after.share - earlier.share;
  const isMany = groupShare === undefined ? least > allowed : isMoreOf(groupShare, least, allowed);
  return isMany ? undefined : { doubt: 'share', at: end };
}

/** How many cases do not take a path, at most, in millionths; or the moment from which on nobody says. */
type Others = { readonly share: number } | { readonly unknown: Moment };

const none: Others = { share: 0 };

/** Beyond the moment from which every way on is too long, it does not matter which is taken. */
function othersAfter({ ground: { graph, within, blocks }, course, groupShare, seconds, leastFrom }: Trial, walk: Walk): Others {
  const seen = new Set<number>();
  const choices = walk.moves.filter((move, index) => isChoice(graph.leaving[move.from]!.filter((each) => within[each.to] === 1 && blocks.isTaken(each))) && leastFrom(walk, index) <= seconds);
  return othersAt(graph, choices, (moment) => groupShare === undefined || course.idle[moment] === 1 || seen.has(moment) || !seen.add(moment));
}

/** On the way to the start of the clock, those count that may come to another start of it, or to none; where all runs begin at one moment, nobody does. */
function othersBefore(trial: Trial, start: Moment, before: readonly Move[]): Others {
  const { ground: { graph, points, blocks }, course, groupShare } = trial;
  const same = new Set(course.sources.filter((source) => afterInstants(trial.ground, source) === afterInstants(trial.ground, start.number)));
  if (course.sources.length === same.size) return none;
  const isEnd = ({ number, kind }: Moment): boolean => kind !== 'fail' && graph.leaving[number]!.length === 0;
  const goals = points.starts.map((_, at) => (!same.has(at) && (course.sources.includes(at) || isEnd(graph.moments[at]!)) ? 1 : 0));
  const elsewhere = leadingTo(graph, goals, blocks.isTaken, points.starts.map((_, at) => (same.has(at) ? 1 : 0)));
  const [first = start] = before.map(({ from }) => graph.moments[from]!);
  if (graph.entries.some((entry) => entry !== first.number && elsewhere[entry] === 1)) return { unknown: first };
  const isLeaving = ({ to }: Move): boolean => graph.moments[to]!.kind !== 'fail' || graph.leaving[to]!.length > 0;
  const choices = before.filter(({ from }) => elsewhere[from] === 1 && isChoice(graph.leaving[from]!.filter((each) => blocks.isTaken(each) && isLeaving(each))));
  return othersAt(graph, choices, () => groupShare === undefined);
}

/** Where a case is at the same moment, whatever becomes of it: one event may end several steps, and begin the one that follows them. */
function afterInstants(ground: Ground, moment: number): number {
  const [only, more] = ground.graph.leaving[moment]!.filter(ground.blocks.isTaken);
  return only?.isInstant === true && more === undefined && only.to > moment ? afterInstants(ground, only.to) : moment;
}

function isChoice(ways: readonly Move[]): boolean {
  return ways.length > 1 && !ways.every(({ way }) => way?.split === 'all');
}

function othersAt({ moments }: MomentGraph, choices: readonly Move[], isUnknown: (moment: number) => boolean): Others {
  let share = 0;
  for (const { from, way } of choices) {
    const own = way?.edge.share === undefined ? undefined : shareMillionths(way.edge.share);
    if (own === undefined || isUnknown(from)) return { unknown: moments[from]! };
    share += allMillionths - own;
  }
  return { share };
}

/** All who do not take the path may be of the group: what is left of it is compared with what may miss. */
function isMoreOf(groupShare: number, least: number, allowed: number): boolean {
  return (least - (allMillionths - groupShare)) * allMillionths > allowed * groupShare;
}
