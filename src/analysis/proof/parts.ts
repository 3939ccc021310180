import { lazy } from '../../base/lazy.js';
import type { JourneyModel, StepModel } from '../../model/journey.js';
import type { Transition } from '../../model/transitions.js';
import type { Workspace } from '../../model/workspace.js';
import { always } from '../business-time/calendar.js';
import type { Block, Blocks } from './blocks.js';
import { tells } from './clock-events.js';
import { clockPoints, type ClockPoints } from './clock-points.js';
import { both, leadingTo, marked, without } from './course.js';
import type { MomentGraph, Move } from './moments.js';
import { calendarIdOf, type Promised } from './promises.js';

/** A promise that may cover a stretch of the way, with its clock on the moments of the journey. */
export interface Part {
  readonly number: number;
  readonly promised: Promised;
  readonly points: ClockPoints;
  /** 1 where its clock can still stop before the clock of the whole does. */
  readonly canStop: Uint8Array;
  /** 1 where a stop of it lies ahead, be it beyond the stop of the whole. */
  readonly isAhead: () => Uint8Array;
  /** 1 where its clock starts, other steps that begin with the same event included. A promise in place begins with its step alone. */
  readonly begins: () => Uint8Array;
  /** Moves by which a case leaves the run, though a stop lies ahead: of a promise on a way, the other ways. */
  readonly isLeft: (move: Move) => boolean;
  /** Of an interruption by a timer: it takes exactly this time, whatever is promised. */
  readonly exactly: Timer | undefined;
}

/** When a timer ends a step. */
export interface Timer {
  readonly after: string;
  /** Id of the calendar of the step's own promise, else `24x7`. */
  readonly calendar: string;
}

/** The ground that a promise is proved on: the moments between its start and its stops. */
export interface Ground {
  readonly journey: JourneyModel;
  readonly graph: MomentGraph;
  readonly blocks: Blocks;
  /** Clock of the whole. */
  readonly points: ClockPoints;
  /** 1 where a case may be while the clock of the whole runs and can still stop. */
  readonly within: Uint8Array;
  /** Steps of the journey that happen while the case is elsewhere. */
  readonly aside: () => readonly StepModel[];
}

/** The parts whose clocks lie on the journey; what only serves to break a promise is worked out when it is asked for. Those that cannot cover a stretch of the ground still limit how long it takes. */
export function partsOn(workspace: Workspace, ground: Ground, candidates: readonly Promised[]): readonly Part[] {
  const parts: Part[] = [];
  const isStopped = ground.graph.moments.some(({ kind }) => kind === 'stopped');
  const add = (promised: Promised, points: ClockPoints, exactly?: Timer): void => {
    const isLeft = leavingMoves(ground, promised);
    if (!points.stops.includes(1) || (!points.starts.includes(1) && !beginsAlongside(ground, points))) return;
    const { graph, blocks } = ground;
    const canStop = blockAcross(ground, points) === undefined ? onGround(ground, points, isLeft) : nowhere(points);
    parts.push({
      number: parts.length,
      promised,
      points,
      canStop,
      isLeft,
      isAhead: lazy(() => leadingTo(graph, points.stops, (move) => blocks.isTaken(move) && !isLeft(move))),
      begins: lazy(() => (promised.place === undefined ? withSameEvent(graph, points.starts) : points.starts)),
      exactly,
    });
  };
  for (const promised of candidates) {
    const points = onItsWays(ground, promised, clockPoints(ground.journey, ground.graph, promised));
    add(promised, points);
    if (isStopped) for (const { points: until, exactly } of interruptions(workspace, ground, points, candidates)) add(promised, until, exactly);
  }
  return parts;
}

/** True for a part that begins with a step alongside another: it covers nothing, and may limit how long a case takes. */
function beginsAlongside({ journey }: Ground, { strayStarts }: ClockPoints): boolean {
  return strayStarts.some((point) => journey.steps.some((step) => tells(journey, step, point)));
}

/** What an event tells of one step may have told of another before. */
function withSameEvent({ moments, at }: MomentGraph, starts: Uint8Array): Uint8Array {
  const begins = starts.slice();
  for (const { number, event } of moments) if (starts[number] === 1 && event !== undefined) for (const other of at(event)) begins[other] = 1;
  return begins;
}

/** A promise that is named on ways begins where one of them does, or where they alone lead to. */
function onItsWays({ graph }: Ground, { ways }: Promised, points: ClockPoints): ClockPoints {
  if (ways === undefined) return points;
  const moves = movesOf(graph, ways);
  const begin = new Set([...moves.map(({ from }) => from), ...moves.map(({ to }) => to).filter((to) => graph.arriving[to]!.every(({ way }) => way !== undefined && ways.includes(way)))]);
  return { ...points, starts: points.starts.map((mark, at) => (begin.has(at) ? mark : 0)) };
}

function movesOf(graph: MomentGraph, ways: readonly Transition[]): readonly Move[] {
  return ways.flatMap((way) => {
    const start = graph.of(way.target, 'start');
    return start === undefined ? [] : graph.arriving[start]!.filter((move) => move.way === way);
  });
}

const never = (): boolean => false;

/** A run of a promise on a way is void once the case leaves the step by another. */
function leavingMoves({ graph }: Ground, { ways }: Promised): Part['isLeft'] {
  if (ways === undefined) return never;
  const from = new Set(movesOf(graph, ways).map((move) => move.from));
  return (move) => from.has(move.from) && (move.way === undefined || !ways.includes(move.way));
}

function nowhere({ starts }: ClockPoints): Uint8Array {
  return new Uint8Array(starts.length);
}

/** Where on the ground the clock can still stop; nowhere when no start of it leads to a stop there. */
function onGround({ graph, within, points: whole, blocks }: Ground, points: ClockPoints, isLeft: Part['isLeft']): Uint8Array {
  const { starts, stops } = points;
  const goals = both(stops, within);
  if (!goals.includes(1)) return nowhere(points);
  const canStop = both(leadingTo(graph, goals, (move) => blocks.isTaken(move) && !isLeft(move), without(whole.stops, goals)), within);
  return both(starts, canStop).includes(1) ? canStop : nowhere(points);
}

/**
 * A step with a promise may be stopped by something meanwhile. A timer takes exactly its time; what an event stops has
 * lasted at most as long as the step's own promise, because a step that runs longer has missed it already.
 */
function interruptions(workspace: Workspace, { graph }: Ground, { starts, stops }: ClockPoints, candidates: readonly Promised[]): readonly { readonly points: ClockPoints; readonly exactly?: Timer }[] {
  return graph.moments.flatMap(({ number, kind, step, stoppedBy }) => {
    const start = kind === 'stopped' ? graph.of(step, 'start') : undefined;
    if (start === undefined || starts[start] !== 1 || stops[start + 1] !== 1) return [];
    const only = { starts: new Uint8Array(starts.length), stops: new Uint8Array(starts.length), strayStarts: [], strayStops: [] };
    only.starts[start] = 1;
    only.stops[number] = 1;
    const [first] = stoppedBy;
    const after = stoppedBy.length === 1 ? (first?.after ?? first?.every) : undefined;
    return [{ points: only, ...(after === undefined ? {} : { exactly: { after, calendar: calendarAt(workspace, step, candidates) } }) }];
  });
}

/** The calendar of a step is that of its own promise. A promise in place that says none goes by the clock: a timer knows nothing of the whole. */
function calendarAt(workspace: Workspace, { value }: StepModel, candidates: readonly Promised[]): string {
  const own = value.promise?.calendar === undefined ? candidates.find(({ id }) => id === value.sla) : undefined;
  return own === undefined ? (value.promise?.calendar ?? always) : calendarIdOf(workspace, own);
}

/**
 * A run ends at its first stop. Where branches run together, a stop in one of them ends the run that another branch is
 * measured by: such a part covers nothing there.
 */
function blockAcross({ graph, blocks }: Ground, { starts, stops }: ClockPoints): Block | undefined {
  return blocks.sound.find((block) => {
    const branch = (moment: number): string | undefined => branchOf(block, graph.moments[moment]!.step.id);
    if (!marked(stops).some((at) => branch(at) !== undefined)) return false;
    const outer = firstStops(graph, starts.map((mark, at) => (mark === 1 && branch(at) === undefined ? 1 : 0)), stops, blocks.isTaken).map(branch);
    const inside = new Set(outer.filter((each) => each !== undefined));
    if (inside.size > 1 || (inside.size === 1 && outer.includes(undefined))) return true;
    const begun = new Set(marked(starts).filter((at) => !isToldBefore(graph, starts, at)).map(branch).filter((each) => each !== undefined));
    return marked(stops).map(branch).some((each) => each !== undefined && begun.size > 0 && !(begun.size === 1 && begun.has(each)));
  });
}

/** True for a start that is only come to at the same moment as another: the run has begun there. */
function isToldBefore({ arriving }: MomentGraph, starts: Uint8Array, moment: number): boolean {
  return arriving[moment]!.length > 0 && arriving[moment]!.every(({ isInstant, from }) => isInstant && starts[from] === 1);
}

/** The first stops that a run comes to from its starts. */
function firstStops(graph: MomentGraph, starts: Uint8Array, stops: Uint8Array, isTaken: (move: Move) => boolean): readonly number[] {
  const found = new Set(marked(starts));
  const first = new Set<number>();
  for (const at of found) {
    for (const move of graph.leaving[at]!) {
      if (!isTaken(move)) continue;
      if (stops[move.to] === 1) first.add(move.to);
      else found.add(move.to);
    }
  }
  return [...first];
}

/** The branch of a block that a step stands in, by the id of its first step. */
export function branchOf({ branches }: Block, step: string): string | undefined {
  return branches.get(step);
}

/** True for a part that can cover a stretch of the ground. */
export function isUsable({ canStop }: Part): boolean {
  return canStop.includes(1);
}
