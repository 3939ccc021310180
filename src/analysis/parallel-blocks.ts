import type { JourneyModel, StepModel } from '../model/journey.js';
import { follow } from './reachability.js';
import { isMain, isParallel } from './ways.js';

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
  /** Ids of the steps that belong to it: all that it gets to before the branches meet. */
  readonly steps: ReadonlySet<string>;
  /** True when a join waits for one of its steps. */
  readonly awaited: boolean;
  /** True when it ends beside the main way, so that nobody has to wait for it. */
  readonly endsBeside: boolean;
}

/** The blocks of a journey, in the order of the file. */
export function parallelBlocks(journey: JourneyModel): readonly ParallelBlock[] {
  if (!journey.transitions.some(isParallel)) return [];
  const splits = journey.steps.flatMap((step) => splitOf(journey, step) ?? []);
  const waiting = journey.steps.filter(({ value }) => value.waitsFor !== undefined);
  const meetings = splits.map((split) => waiting.filter((step) => branchesAwaitedBy(journey, split, step).length > 1));
  const taken = new Set(meetings.flat());
  return splits.map((split, index) => blockOf(journey, split, meetings[index]!.length > 0 ? meetings[index]! : halfMeetings(journey, split, waiting, taken)));
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

function splitOf(journey: JourneyModel, split: StepModel): Split | undefined {
  const ways = journey.from(split.id).filter(isParallel);
  const starts = [...new Set(ways.map(({ to }) => to))].flatMap((id) => journey.step(id) ?? []);
  return starts.length === 0 ? undefined : { split, kind: ways[0]!.split === 'all' ? 'all' : 'some', starts };
}

/** Where no step waits for two branches, one that waits for a single branch was meant to wait for more. */
function halfMeetings(journey: JourneyModel, split: Split, waiting: readonly StepModel[], taken: ReadonlySet<StepModel>): readonly StepModel[] {
  return waiting.filter((step) => !taken.has(step) && branchesAwaitedBy(journey, split, step).length === 1).slice(0, 1);
}

function blockOf(journey: JourneyModel, { split, kind, starts }: Split, joins: readonly StepModel[]): ParallelBlock {
  const awaited = new Set(joins.flatMap((join) => branchesAwaitedBy(journey, { split, kind, starts }, join)));
  const stop = new Set([split.id, ...joins.map(({ id }) => id)]);
  const branches = starts.map((start) => ({ start, steps: stepsUntil(journey, start, stop), awaited: awaited.has(start), endsBeside: endsBeside(journey, start, split) }));
  return { split, kind, branches, joins };
}

/** Branches of which a step waits for a step that no other branch gets to without it. */
function branchesAwaitedBy(journey: JourneyModel, { split, starts }: Split, join: StepModel): readonly StepModel[] {
  const stop = new Set([split.id, join.id]);
  const regions = starts.map((start) => stepsUntil(journey, start, stop));
  const named = (join.value.waitsFor ?? []).flatMap((name) => journey.step(name)?.id ?? []);
  return starts.filter((_, index) => named.some((id) => regions.every((region, other) => region.has(id) === (other === index))));
}

function stepsUntil(journey: JourneyModel, start: StepModel, stop: ReadonlySet<string>): ReadonlySet<string> {
  return follow(journey, stop.has(start.id) ? [] : [start.id], (way) => isMain(way) && !stop.has(way.to));
}

function endsBeside(journey: JourneyModel, start: StepModel, split: StepModel): boolean {
  const ends = [...stepsUntil(journey, start, new Set([split.id]))].map((id) => journey.step(id)?.value.end).filter((end) => end !== undefined);
  return ends.length > 0 && ends.every((end) => end === 'side');
}
