import { below } from '../../base/json.js';
import { groupBy } from '../../base/groups.js';
import { remembering } from '../../base/remembering.js';
import { listOf, quoted, someOf } from '../../base/words.js';
import type { Workspace } from '../../model/workspace.js';
import type { BusinessCalendar } from '../business-time/calendar.js';
import { stepsAside, tells } from './clock-events.js';
import type { Premise } from './verdict.js';
import type { Course } from './course.js';
import { longestPaths, type Length } from './longest.js';
import type { Moment } from './moments.js';
import type { PartBudget } from './part-budgets.js';
import { isUsable, type Ground, type Part } from './parts.js';
import { targetPath } from '../ways.js';
import { isOfOtherJourney } from './clock-points.js';
import { otherJourneys } from './other-journeys.js';
import { overdrawnPause } from './pauses.js';
import { at, premise, type PlaceInSpec } from './premises.js';
import type { Promised } from './promises.js';
import { independent, largestShortfall, toFine, toMillionths, unionBound, type Field } from './shortfall.js';
import { tile, type Gap, type Passage, type Tiling } from './tiling.js';
import { aheadOf, unroll, type Unrolled, type UnrollProblem } from './unrolled.js';
import { nameOf } from './walk.js';

/** The paths laid out in parts, and taken apart where they go round. The same for every target. */
export interface Layout {
  readonly tiling: Tiling;
  readonly ways: Unrolled | UnrollProblem;
}

/** Lays out the ways once for each choice of longer parts. */
export function layouts(ground: Ground, course: Course, parts: readonly Part[]): (coarse: ReadonlySet<number>) => Layout {
  const byKey = remembering((key: string): Layout => {
    const tiling = tile(ground, parts, course.sources, new Set(key === '' ? [] : key.split(' ').map(Number)));
    return { tiling, ways: unroll(tiling, ground.graph.limits) };
  });
  return (coarse) => byKey([...coarse].join(' '));
}

/** What an attempt at a proof begins with. */
export interface Basis {
  readonly workspace: Workspace;
  readonly ground: Ground;
  readonly course: Course;
  readonly whole: Promised;
  /** Calendar of the whole. */
  readonly calendar: BusinessCalendar;
  readonly parts: readonly Part[];
  /** True where cases may be taken to be spread over the ways as their shares say. */
  readonly isSpread: boolean;
  readonly layout: (coarse: ReadonlySet<number>) => Layout;
  readonly budgets: ReadonlyMap<number, PartBudget>;
  /** Why a part has no budget. */
  readonly refused: ReadonlyMap<number, readonly Premise[]>;
}

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
  const numbers = [...new Set(tiling.passages.flatMap(({ part }) => part ?? []))];
  const used = numbers.flatMap((number) => budgets.get(number) ?? []);
  const refused = numbers.flatMap((number) => basis.refused.get(number) ?? []);
  const premises = [...tiling.gaps.map((gap) => gapPremise(basis, gap)), ...refused, ...used.flatMap((each) => each.premises), ...strayPremises(basis, used), ...pausePremises(used), ...populationPremises(basis, tiling, used)];
  const none = { tiling, used, lengths: undefined, field: undefined, shortfall: undefined };
  if ('problem' in ways) return { ...none, ways: undefined, premises: [...premises, ways.problem === 'loop' ? loopPremise(basis, ways.passages) : tooMany(basis)] };
  if (refused.length > 0) return { ...none, ways, premises };
  const paused = pausesTogether(basis, ways);
  const lengths = longestPaths(ways, (part) => budgets.get(part)!);
  const field = fieldOf(basis, tiling, ways);
  const shortfall = used.every(({ miss }) => miss === 0) ? { worst: 0 } : largestShortfall(field);
  return {
    tiling,
    ways,
    used,
    lengths,
    field,
    shortfall: 'worst' in shortfall ? toMillionths(shortfall.worst) : undefined,
    premises: [...premises, ...paused, ...(lengths === undefined ? [tooMany(basis)] : []), ...('across' in shortfall ? [acrossPremise(basis, shortfall.across.id)] : [])],
  };
}

function fieldOf({ ground, budgets, whole, isSpread }: Basis, tiling: Tiling, ways: Unrolled): Field {
  return { ways, tiling, graph: ground.graph, blocks: ground.blocks.sound, missOf: (part) => toFine(budgets.get(part)!.miss), reckoning: whole.assume === 'independent' ? independent : unionBound, isSpread };
}

// --- What is missing ------------------------------------------------------------------------------------------

function stepPlace({ ground }: Basis, { step }: Moment): PlaceInSpec {
  return { spec: ground.journey.spec, path: below(step.path, 'id') };
}

function gapPremise(basis: Basis, { since, move }: Gap): Premise {
  const { moments } = basis.ground.graph;
  const [from, to] = [moments[since]!, moments[move.to]!];
  const place = move.way === undefined ? stepPlace(basis, to) : { spec: basis.ground.journey.spec, path: targetPath(basis.ground.journey, move.way) };
  const message = `No part of \`${basis.whole.id}\` covers the time from \`${nameOf(from)}\` to \`${nameOf(to)}\`${since === move.from ? '' : `: what begins there stops elsewhere`}.`;
  const hint = move.way === undefined ? `Put a promise on step \`${to.step.id}\` that runs from \`${nameOf(from)}\` to \`${nameOf(to)}\`.` : `Put a promise on the way to step \`${to.step.id}\`, or let one event end step \`${from.step.id}\` and begin \`${to.step.id}\`.`;
  return premise(move.way === undefined ? 'work' : 'gap', place, message, hint);
}

function loopPremise(basis: Basis, passages: readonly Passage[]): Premise {
  const back = passages.map(({ move }) => move.way).find((way) => way !== undefined && way.target.order <= way.source.order) ?? basis.ground.journey.transitions.find((way) => way.target.order <= way.source.order);
  const place = back === undefined ? { spec: basis.ground.journey.spec, path: [] } : { spec: basis.ground.journey.spec, path: back.path };
  return premise('loop', place, `Nothing limits how often a case goes round${back === undefined ? '' : ` from step \`${back.from}\` to step \`${back.to}\``} while the clock of \`${basis.whole.id}\` runs.`, 'Say how often at most, for example `repeats: 1`.');
}

function tooMany({ ground, whole }: Basis): Premise {
  return premise('size', { spec: ground.journey.spec, path: [] }, `\`${ground.journey.id}\` has more paths that cannot be compared for \`${whole.id}\` than are looked at.`, 'Lower `repeats`, or use fewer calendars.');
}

function acrossPremise({ ground, whole }: Basis, step: string): Premise {
  return premise('block', { spec: ground.journey.spec, path: ground.journey.step(step)?.path ?? [] }, `A part of \`${whole.id}\` reaches into one of the branches that start after step \`${step}\`, so its misses cannot be added to theirs.`, 'Let parts begin and end where the branches do, or cover all of them.');
}

/** Where the whole does not stop as well, what stops a part where this journey does not see it leaves the rest of the time to nobody. */
function strayPremises({ workspace, whole, course, ground: { journey, graph, points: ends } }: Basis, used: readonly PartBudget[]): readonly Premise[] {
  const aside = stepsAside(graph, course, journey.steps);
  return used.flatMap(({ part: { promised, points } }) => {
    const isBeside = (point: string): boolean => !whole.stops.includes(point) && aside.some((step) => tells(journey, step, point));
    const deadEnd = graph.moments.find(({ number, kind }) => points.stops[number] === 1 && ends.stops[number] !== 1 && kind === 'fail' && graph.leaving[number]!.length === 0);
    const stray = promised.stops.find(isBeside) ?? points.strayStops.find((point) => !isOfOtherJourney(workspace, journey, promised.id, point)) ?? deadEnd?.event;
    return stray === undefined ? [] : [premise('clock', at(promised, 'clock', 'stop'), `\`${stray}\` stops the clock of \`${promised.id}\` and is no moment after which a case of \`${journey.id}\` goes on, so the time after it is covered by nobody.`, 'Let only events stop it after which the case goes on to the next step.')];
  });
}

/** A pause cuts a part in two. On another calendar each piece may come to closed hours of its own. */
function pausePremises(used: readonly PartBudget[]): readonly Premise[] {
  const calendars = new Set(used.map(({ calendar }) => calendar));
  return calendars.size < 2 ? [] : used.filter(({ shared }) => shared.length > 0).map(({ part: { promised } }) => premise('pause', at(promised, 'clock', 'pause'), `The clock of \`${promised.id}\` may stand still, and not all parts are counted on its calendar.`, 'Count the parts on one calendar, or go without the pause.'));
}

/** How long a pause may last is meant for one run of the whole, in which several parts may stand still, or one several times. */
function pausesTogether({ whole, calendar, budgets }: Basis, ways: Unrolled): readonly Premise[] {
  return whole.pauses.filter(({ max }) => max !== undefined).flatMap((pause) => {
    const secondsIn = (part: number): number => budgets.get(part)!.shared.find((shared) => shared.pause === pause)?.seconds ?? 0;
    const ahead = aheadOf(ways, ({ passage: { part } }) => (part === undefined ? 0 : secondsIn(part)), Math.max);
    return overdrawnPause(whole, calendar, pause, Math.max(0, ...ways.sources.map((source) => ahead[source] ?? 0)));
  });
}

/** The percent of a part is over all of its runs. Where these are more than those of the whole, its misses may all fall on the latter. */
function populationPremises(basis: Basis, tiling: Tiling, used: readonly PartBudget[]): readonly Premise[] {
  const missing = used.filter(({ miss }) => miss > 0);
  if (missing.length === 0) return [];
  const inside = startedInside(basis, tiling);
  const reasons = missing.flatMap((each) => {
    const more = otherRuns(basis, each.part) ?? (inside.has(each.part.number) ? 'where another part covers the time' : undefined);
    return more === undefined ? [] : [{ more, promised: each.part.promised }];
  });
  return [...[...groupBy(reasons, ({ more }) => more)].map(([more, list]) => populationPremise(basis, more, list.map(({ promised }) => promised))), ...missing.flatMap((each) => sharedPremise(basis, each))];
}

/** Of a percent over several journeys, all misses may fall on one of them. */
function sharedPremise({ workspace, whole, ground: { journey } }: Basis, { part }: PartBudget): readonly Premise[] {
  const { uncounted } = otherJourneys(workspace, journey, whole, part);
  if (uncounted.length === 0) return [];
  const { id } = part.promised;
  const message = `\`${id}\` keeps its percent over the cases of ${someOf(quoted(uncounted))} as well, so the misses may all fall on those of \`${journey.id}\`.`;
  return [premise('population', at(part.promised, 'targets'), message, `Agree that it keeps its percent in each journey and write \`eachJourney: true\` in \`${id}\`, or agree on another promise for the cases of \`${journey.id}\` alone.`)];
}

/** One cause is told once, whichever parts it concerns. */
function populationPremise({ whole }: Basis, more: string, parts: readonly Promised[]): Premise {
  const [first] = parts as readonly [Promised];
  const names = listOf(quoted(parts.map(({ id }) => id)));
  const message = `${names} ${parts.length === 1 ? 'keeps its percent' : 'keep their percents'} over cases ${more} as well, so the misses may all fall on the others.`;
  const place = whole.cancels.length > 0 ? at(whole, 'clock', 'cancel') : first.place === undefined ? at(first, 'clock') : first;
  return premise('population', place, message, `Count these cases for \`${whole.id}\` as well, let the parts begin only where it runs, or promise all cases: \`percent: 100\`.`);
}

/** Cases of a part that the whole does not count, in words. */
function otherRuns({ course, ground: { graph, points, journey }, whole }: Basis, { points: own, promised }: Part): string | undefined {
  if (whole.cancels.length > 0) return `that \`${whole.cancels[0]!}\` cancels for \`${whole.id}\``;
  for (const { number } of graph.moments) {
    if (own.starts[number] === 1 && course.outside[number] === 1) return `that begin at \`${nameOf(graph.moments[number]!)}\` while the clock of \`${whole.id}\` does not run`;
    if (own.stops[number] === 1 && points.stops[number] !== 1 && (course.mayVoid[number] === 1 || course.lost[number] === 1)) return `that \`${whole.id}\` no longer counts after \`${nameOf(graph.moments[number]!)}\``;
  }
  const aside = stepsAside(graph, course, journey.steps).find((step) => promised.starts.some((point) => tells(journey, step, point)));
  return aside === undefined ? undefined : `that go through step \`${aside.id}\` beside the way`;
}

/** Parts that also begin where another part is running, or that were not chosen where several began. */
function startedInside({ parts }: Basis, { places, overlooked }: Tiling): ReadonlySet<number> {
  const found = new Set(overlooked);
  for (const { moment, running, since } of places) {
    if (running.length === 0 || since === moment) continue;
    for (const { number, points, canStop } of parts) if (points.starts[moment] === 1 && canStop[moment] === 1 && !running.includes(number)) found.add(number);
  }
  return found;
}

/** True when no part begins where another runs, and none limits the ground from outside, so that a path takes as long as its parts together. */
export function isWithoutOverlap(basis: Basis, tiling: Tiling): boolean {
  return !basis.parts.some((part) => limitsFromOutside(basis, part)) && tiling.choices.length === 0 && startedInside(basis, tiling).size === 0;
}

/** A part that covers nothing of the ground may still have to stop while a case is on it. */
function limitsFromOutside({ ground: { within }, course }: Basis, part: Part): boolean {
  return !isUsable(part) && part.isAhead.some((mark, moment) => mark === 1 && within[moment] === 1 && !(part.points.stops[moment] === 1 && course.sources.includes(moment)));
}
