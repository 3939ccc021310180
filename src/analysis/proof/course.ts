import type { ClockPoints } from './clock-points.js';
import type { Move, MomentGraph } from './moments.js';

/** How a case comes to the start of a clock, and where it is while the clock runs. */
export interface Course {
  /** Moments at which a run begins: a start that is come to while the clock does not run. */
  readonly sources: readonly number[];
  /** 1 where a case may be while the clock runs and from where a stop can still be reached. */
  readonly within: Uint8Array;
  /** 1 where a case may be while the clock does not run. */
  readonly idle: Uint8Array;
  /** 1 where the clock runs and no stop of it can be reached any more. */
  readonly lost: Uint8Array;
  /** 1 where the clock does not run, or runs in vain. */
  readonly outside: Uint8Array;
  /** 1 where the clock runs and the case may yet come to where no stop can be reached any more. */
  readonly mayVoid: Uint8Array;
  /** 1 where a case may be at all. What happens beside it, or alongside, is not reached. */
  readonly reached: Uint8Array;
  /** True when one case may run more than once. */
  readonly mayRunAgain: boolean;
  /** Stops that a case may come to before the clock has started at all. */
  readonly earlyStops: readonly number[];
}

const before = 0;
const running = 1;
const after = 2;

/** Follows a case through the journey with an eye on one clock. `isTaken` leaves out branches that nobody waits for. */
export function courseOf(graph: MomentGraph, points: ClockPoints, isTaken: (move: Move) => boolean): Course {
  const { reached, begun, mayRunAgain } = walked(graph, points, isTaken);
  const canStop = leadingTo(graph, points.stops, isTaken);
  // A stop is come to while the clock runs, and then it does not run any more.
  const within = both(canStop, either(reached[running]!, both(points.stops, reached[after]!)));
  const [idle, lost] = [either(reached[before]!, reached[after]!), without(reached[running]!, canStop)];
  return {
    sources: [...begun].filter((moment) => canStop[moment] === 1),
    within,
    idle,
    lost,
    outside: either(idle, lost),
    reached: either(idle, reached[running]!),
    mayRunAgain,
    mayVoid: voidable(graph, points, lost, isTaken),
    earlyStops: marked(both(reached[before]!, points.stops)),
  };
}

/** Where a case has come in a journey. */
interface Walked {
  /** For each phase of the clock: 1 where a case may be in it. */
  readonly reached: readonly Uint8Array[];
  /** Moments at which a run begins. */
  readonly begun: ReadonlySet<number>;
  readonly mayRunAgain: boolean;
}

/** Goes on from each moment in each phase of the clock once. */
function walked(graph: MomentGraph, points: ClockPoints, isTaken: (move: Move) => boolean): Walked {
  const reached = [before, running, after].map(() => new Uint8Array(graph.moments.length));
  const begun = new Set<number>();
  const waiting: Pick<Arrival, 'moment' | 'phase'>[] = [];
  let mayRunAgain = false;
  const arrive = (moment: number, from: number): void => {
    const phase = phaseAt(points, moment, from);
    if (beginsRun(points, moment, from, phase)) {
      begun.add(moment);
      mayRunAgain ||= from !== before;
    }
    if (reached[phase]![moment] === 1) return;
    reached[phase]![moment] = 1;
    waiting.push({ moment, phase });
  };
  for (const entry of graph.entries) arrive(entry, before);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { moment, phase } = at;
    const leaving = graph.leaving[moment]!;
    for (let index = 0; index < leaving.length; index += 1) if (isTaken(leaving[index]!)) arrive(leaving[index]!.to, phase);
  }
  return { reached, begun, mayRunAgain };
}

/** Where a case is on its way to a run, and how it came there. */
interface Arrival {
  readonly moment: number;
  readonly phase: number;
  readonly by?: Move;
  readonly before?: Arrival;
}

/** The shortest way from where the journey begins to a moment at which a run begins, through earlier runs where there are some. */
export function wayToRun({ entries, leaving }: MomentGraph, points: ClockPoints, isTaken: (move: Move) => boolean, goal: number): readonly Move[] | undefined {
  const known = new Set<string>();
  const arrivals: Arrival[] = [];
  const arrive = (moment: number, from: number, way: Pick<Arrival, 'by' | 'before'>): boolean => {
    const phase = phaseAt(points, moment, from);
    if (!known.has(`${moment} ${phase}`)) arrivals.push({ moment, phase, ...way });
    known.add(`${moment} ${phase}`);
    return moment === goal && beginsRun(points, moment, from, phase);
  };
  if (entries.some((entry) => arrive(entry, before, {}))) return [];
  for (const arrival of arrivals) {
    for (const move of leaving[arrival.moment]!) if (isTaken(move) && arrive(move.to, arrival.phase, { by: move, before: arrival })) return [...movesTo(arrival), move];
  }
  return undefined;
}

function movesTo(arrival: Arrival): readonly Move[] {
  const moves: Move[] = [];
  for (let at: Arrival | undefined = arrival; at?.by !== undefined; at = at.before) moves.unshift(at.by);
  return moves;
}

/** A run begins at a start that is come to while the clock does not run, or at which an earlier run stops. */
function beginsRun({ stops }: ClockPoints, moment: number, from: number, phase: number): boolean {
  return phase === running && (from !== running || stops[moment] === 1);
}

/** A stop ends the run that has begun; where the same moment is a start as well, another one begins. */
function phaseAt({ starts, stops }: ClockPoints, moment: number, phase: number): number {
  if (phase === running && stops[moment] === 1 && starts[moment] !== 1) return after;
  return starts[moment] === 1 ? running : phase;
}

/** Moments from which some marked one can be reached, these included. Nothing is followed back beyond `barriers`. */
export function leadingTo(graph: MomentGraph, goals: Uint8Array, isTaken: (move: Move) => boolean, barriers?: Uint8Array): Uint8Array {
  const found = goals.slice();
  const waiting = marked(goals);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const arriving = graph.arriving[at]!;
    for (let index = 0; index < arriving.length; index += 1) {
      const move = arriving[index]!;
      if (found[move.from] === 1 || barriers?.[move.from] === 1 || !isTaken(move)) continue;
      found[move.from] = 1;
      waiting.push(move.from);
    }
  }
  return found;
}

/** A failure that leads nowhere moves no case; every other place without a stop ahead makes the run void. */
function voidable(graph: MomentGraph, { stops }: ClockPoints, lost: Uint8Array, isTaken: (move: Move) => boolean): Uint8Array {
  const places = lost.map((mark, at) => (mark === 1 && (graph.moments[at]!.kind !== 'fail' || graph.leaving[at]!.length > 0) ? 1 : 0));
  return leadingTo(graph, places, isTaken, stops);
}

/** Numbers of the marked moments. */
export function marked(marks: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = 0; at < marks.length; at += 1) if (marks[at] === 1) found.push(at);
  return found;
}

/** Moments that are marked in both. */
export function both(a: Uint8Array, b: Uint8Array): Uint8Array {
  const marks = new Uint8Array(a.length);
  for (let at = 0; at < marks.length; at += 1) marks[at] = a[at]! & b[at]!;
  return marks;
}

/** Moments that are marked in one and not in another. */
export function without(a: Uint8Array, b: Uint8Array): Uint8Array {
  const marks = new Uint8Array(a.length);
  for (let at = 0; at < marks.length; at += 1) marks[at] = a[at]! & ~b[at]!;
  return marks;
}

function either(a: Uint8Array, b: Uint8Array): Uint8Array {
  const marks = new Uint8Array(a.length);
  for (let at = 0; at < marks.length; at += 1) marks[at] = a[at]! | b[at]!;
  return marks;
}
