import { onceInTurn } from '../base/remembering.js';
import type { JourneyModel, StepModel } from '../model/journey.js';
import { isParallel } from './ways.js';
import { onlyStart, spread, wayGraph } from './way-graph.js';

/** Branches that one step starts together, and where they meet. */
export interface ParallelBlock {
  readonly split: StepModel;
  readonly kind: 'all' | 'some';
  readonly branches: readonly Branch[];
  /** Steps that wait for its branches. Sound is one, or none when all but one branch end beside. */
  readonly joins: readonly StepModel[];
}

/** One of the branches. */
export interface Branch {
  readonly start: StepModel;
  /** True when a join waits for one of its steps. */
  readonly awaited: boolean;
  /** True when it ends beside the main way, so that nobody has to wait for it. */
  readonly endsBeside: boolean;
}

/** The blocks of a journey, in the order of the file; none where there is too much to compare. */
export const parallelBlocks = onceInTurn((journey: JourneyModel): readonly ParallelBlock[] => {
  if (splitsOf(journey).length === 0 || isTooBranched(journey)) return [];
  const waiting = waitingSteps(journey);
  const splits = splitsOf(journey).map((split) => ({ ...split, awaited: awaitedBy(journey, split, waiting) }));
  const meetings = splits.map(({ awaited }) => [...awaited.keys()].filter((join) => awaited.get(join)!.length > 1));
  const taken = new Set(meetings.flat());
  return splits.map((split, index) => blockOf(journey, split, meetings[index]!.length > 0 ? meetings[index]! : halfMeetings(split, taken)));
});

/** Every split is compared with every join by following the ways: how many ways may be followed before a journey is too large. */
const mostFollowed = 2_000_000;

/** True for a journey with so many steps that start others together, and so many that wait, that they are not compared. */
export function isTooBranched(journey: JourneyModel): boolean {
  const splits = splitsOf(journey).length;
  const pairs = splits === 0 ? 0 : splits * (waitingSteps(journey).length + 1);
  return pairs * (journey.steps.length + journey.transitions.length) > mostFollowed;
}

/** Ids of the steps of some branches of each block: all that they get to before the branches meet. */
export function stepsOfBranches(journey: JourneyModel, chosen: (block: ParallelBlock) => readonly Branch[]): ReadonlySet<string> {
  const { ids, onward } = wayGraph(journey);
  const found = new Uint8Array(ids.length);
  for (const block of parallelBlocks(journey)) {
    const starts = numbersOf(journey, chosen(block).map(({ start }) => start.id));
    if (starts.length === 0) continue;
    const stops = numbersOf(journey, [block.split.id, ...block.joins.map(({ id }) => id)]);
    spread(onward, starts, stops).forEach((mark, at) => void (mark === 1 && (found[at] = 1)));
  }
  return new Set(ids.filter((_, at) => found[at] === 1));
}

/** Branches that have to meet others and do not: of two or more that go on, those that nobody waits for. */
export function unmetBranches({ branches }: ParallelBlock): readonly Branch[] {
  const owed = branches.filter((branch) => branch.awaited || !branch.endsBeside);
  return owed.length < 2 ? [] : owed.filter(({ awaited }) => !awaited);
}

interface Split {
  readonly split: StepModel;
  readonly kind: ParallelBlock['kind'];
  readonly starts: readonly StepModel[];
}

/** A split with the steps that wait for branches of it, and for which. */
interface AwaitedSplit extends Split {
  readonly awaited: ReadonlyMap<StepModel, readonly StepModel[]>;
}

const splitsOf = onceInTurn((journey: JourneyModel): readonly Split[] => (journey.transitions.some(isParallel) ? journey.steps.flatMap((step) => splitOf(journey, step) ?? []) : []));

function waitingSteps({ steps }: JourneyModel): readonly StepModel[] {
  return steps.filter(({ value }) => value.waitsFor !== undefined);
}

function splitOf(journey: JourneyModel, split: StepModel): Split | undefined {
  const ways = journey.from(split.id).filter(isParallel);
  const starts = [...new Set(ways.map(({ to }) => to))].flatMap((id) => journey.step(id) ?? []);
  return starts.length === 0 ? undefined : { split, kind: ways[0]!.split === 'all' ? 'all' : 'some', starts };
}

/** Where no step waits for two branches, one that waits for a single branch was meant to wait for more. */
function halfMeetings({ awaited }: AwaitedSplit, taken: ReadonlySet<StepModel>): readonly StepModel[] {
  return [...awaited].filter(([join, starts]) => !taken.has(join) && starts.length === 1).map(([join]) => join).slice(0, 1);
}

function blockOf(journey: JourneyModel, { split, kind, starts, awaited }: AwaitedSplit, joins: readonly StepModel[]): ParallelBlock {
  const met = new Set(joins.flatMap((join) => awaited.get(join)!));
  const beside = startsThatEndBeside(journey, split, starts);
  return { split, kind, joins, branches: starts.map((start) => ({ start, awaited: met.has(start), endsBeside: beside.has(start) })) };
}

/** For each step that waits, the branches of which it waits for a step that no other branch gets to without it. */
function awaitedBy(journey: JourneyModel, { split, starts }: Split, waiting: readonly StepModel[]): ReadonlyMap<StepModel, readonly StepModel[]> {
  const { onward } = wayGraph(journey);
  const [from, [at]] = [numbersOf(journey, starts.map(({ id }) => id)), numbersOf(journey, [split.id])];
  const awaited = new Map<StepModel, readonly StepModel[]>();
  for (const join of waiting) {
    const owners = onlyStart(onward, from, [at!, ...numbersOf(journey, [join.id])]);
    const met = new Set(namedBy(journey, join).map((each) => owners[each]!));
    const branches = starts.filter((_, index) => met.has(index));
    if (branches.length > 0) awaited.set(join, branches);
  }
  return awaited;
}

function namedBy(journey: JourneyModel, { value }: StepModel): readonly number[] {
  return numbersOf(journey, (value.waitsFor ?? []).flatMap((name) => journey.step(name)?.id ?? []));
}

/** Branches that get to ends beside the main way only. */
function startsThatEndBeside(journey: JourneyModel, split: StepModel, starts: readonly StepModel[]): ReadonlySet<StepModel> {
  const { back, number } = wayGraph(journey);
  const [beside, main] = [true, false].map((isBeside) => {
    const ends = journey.steps.filter(({ value }) => value.end !== undefined && (value.end === 'side') === isBeside);
    return spread(back, numbersOf(journey, ends.map(({ id }) => id)), numbersOf(journey, [split.id]));
  }) as [Uint8Array, Uint8Array];
  return new Set(starts.filter(({ id }) => beside[number(id)!] === 1 && main[number(id)!] !== 1));
}

function numbersOf(journey: JourneyModel, ids: readonly string[]): readonly number[] {
  const { number } = wayGraph(journey);
  return ids.map((id) => number(id)!);
}
