import type { PartBudget } from './part-budgets.js';
import type { Moment, Move } from './moments.js';
import type { Part } from './parts.js';
import type { Walk } from './walk.js';

/** Where a part runs on a path: it begins and ends there, or it is void from there on. */
interface Span {
  readonly part: Part;
  readonly from: number;
  readonly to: number;
  readonly isVoid: boolean;
}

/** The same with what the part promises. */
interface Run extends Omit<Span, 'part'> {
  readonly budget: PartBudget;
}

/** What the parts leave open on one path. */
export interface Reach {
  /** Longest time from the first moment to the last with every part at its target, in seconds; `Infinity` where nothing limits it. */
  readonly seconds: number;
  /** True when every limit on the path is one of the parts that cover it. */
  readonly isPlain: boolean;
}

/**
 * The longest that one path can take while every part that runs on it keeps its target, those that overlap, that began
 * before or that become void included: the shortest way through a graph of time differences (Bellman and Ford). `before`
 * is the way to the start of the clock. `undefined` when no case can take so long as a timer says, or when
 * nobody knows what a part promises.
 */
export function longestByParts(walk: Walk, before: Course, parts: readonly Part[], budgets: ReadonlyMap<number, PartBudget>): Reach | undefined {
  const course = { moments: [...before.moments, ...walk.moments], moves: [...before.moves, ...walk.moves] };
  const first = before.moments.length;
  const spans = parts.flatMap((part) => spansOn(course, part)).filter(({ to }) => to > first);
  const runs = spans.flatMap(({ part, ...span }): Run[] => [budgets.get(part.number)].flatMap((budget) => (budget === undefined ? [] : [{ ...span, budget }])));
  if (runs.length < spans.length) return undefined;
  const isCovering = ({ budget, from, to }: Run): boolean => walk.parts.some((each) => each.part === budget.part.number && each.to + first === to && each.from + first >= from && isAtOnce(course, from, each.from + first));
  const isPlain = runs.every((run) => (run.isVoid ? isAtOnce(course, run.from, run.to) : isCovering(run)));
  const latest = latestTimes(course, first, runs);
  return latest && { seconds: latest.at(-1)!, isPlain };
}

/** Moments and the moves into each; the first of a way has none, and one that leads on to another has one more at its end. */
export interface Course {
  readonly moments: readonly Moment[];
  readonly moves: readonly Move[];
}

/** A start while it runs is none; a run is void once no stop of it can be reached any more, or when the case leaves by another way. */
function spansOn({ moments, moves }: Course, part: Part): readonly Span[] {
  const spans: Span[] = [];
  let since: number | undefined;
  for (const [index, { number }] of moments.entries()) {
    const isLeft = index > 0 && part.isLeft(moves[index - 1]!);
    const stops = !isLeft && part.points.stops[number] === 1;
    if (since !== undefined && (stops || isLeft || part.isAhead()[number] !== 1)) {
      spans.push({ part, from: since, to: isLeft ? index - 1 : index, isVoid: !stops });
      since = undefined;
    }
    if (since === undefined && part.begins()[number] === 1 && part.isAhead()[number] === 1) since = index;
  }
  if (since !== undefined && since < moments.length - 1) spans.push({ part, from: since, to: moments.length - 1, isVoid: true });
  return spans;
}

function isAtOnce({ moves }: Course, from: number, to: number): boolean {
  return moves.slice(from, to).every(({ isInstant }) => isInstant);
}

/** No moment is later than each run allows, none is before the one that it follows, and those of one occurrence are together. */
function latestTimes({ moments, moves }: Course, first: number, runs: readonly Run[]): readonly number[] | undefined {
  const latest = moments.map((_, index) => (index === first ? 0 : Infinity));
  const lower = (at: number, seconds: number): boolean => seconds < latest[at]! && ((latest[at] = seconds), true);
  for (let round = 0; round <= moments.length; round += 1) {
    let changed = false;
    for (const { from, to, budget, isVoid } of runs) {
      changed = lower(to, latest[from]! + budget.plainSeconds) || changed;
      if (budget.part.exactly !== undefined && !isVoid) changed = lower(from, latest[to]! - budget.plainSeconds) || changed;
    }
    for (let index = first; index < moves.length; index += 1) if (moves[index]!.isInstant) changed = lower(index + 1, latest[index]!) || changed;
    for (let index = moves.length - 1; index >= 0; index -= 1) changed = lower(index, latest[index + 1]!) || changed;
    if (latest[first]! < 0) return undefined;
    if (!changed) return latest;
  }
  return undefined;
}
