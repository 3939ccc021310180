import { onceInTurn } from '../base/remembering.js';
import { isOnward, targetsOf, type Transition } from '../model/transitions.js';
import type { JourneyModel, StepModel } from '../model/journey.js';
import { isTooBranched, stepsOfBranches, unmetBranches } from './parallel-blocks.js';
import { entrySteps, follow, followBack, reachableSteps } from './reachability.js';
import { isMain, isParallel } from './ways.js';

/** Steps at which a case stops although nothing says that its way ends there. */
export function deadEnds(journey: JourneyModel): readonly StepModel[] {
  const stuck = journey.steps.filter((step) => isDeadEnd(journey, step));
  if (stuck.length === 0) return [];
  const reachable = reachableSteps(journey);
  const unmet = stepsOfBranches(journey, unmetBranches);
  return stuck.filter(({ id }) => reachable.has(id) && !unmet.has(id));
}

function isDeadEnd(journey: JourneyModel, { id, value, hosts }: StepModel): boolean {
  if (value.end !== undefined || hosts.length > 0) return false;
  const goesOn = journey.from(id).some((way) => way.to !== id && (isOnward(way) || way.kind === 'interrupt'));
  return !goesOn && !namesUnknownSteps(journey, value.next);
}

/** A name that leads nowhere is told where it is written, not as a step that leads nowhere. */
function namesUnknownSteps(journey: JourneyModel, next: StepModel['value']['next']): boolean {
  return next !== undefined && targetsOf(next).some(({ to }) => journey.step(to) === undefined);
}

/** Ids of the steps from which a case can get to its own end, not only to the end of a side branch. */
export const stepsThatCanEnd = onceInTurn((journey: JourneyModel): ReadonlySet<string> => stepsBefore(journey, ({ end }) => end !== undefined && end !== 'side'));

function stepsBefore(journey: JourneyModel, isGoal: (step: StepModel['value']) => boolean): ReadonlySet<string> {
  const goals = journey.steps.filter(({ value }) => isGoal(value)).map(({ id }) => id);
  return followBack(journey, goals, isMain);
}

/** Ways that open a branch beside a step which never ends beside it. */
export function branchesThatRejoin(journey: JourneyModel): readonly Transition[] {
  const beside = journey.transitions.filter(({ kind }) => kind === 'side');
  if (beside.length === 0) return [];
  const canEnd = stepsThatCanEnd(journey);
  return beside.filter(({ to, path }) => canEnd.has(to) && path.at(-1) !== 'when');
}

/** Ways on which a case leaves its own way for a side branch, one for each branch. */
export function straysIntoSideBranches(journey: JourneyModel): readonly Transition[] {
  if (!journey.steps.some(({ value }) => value.end === 'side')) return [];
  const beside = stepsBeside(journey);
  const crossing = journey.transitions.filter((way) => isMain(way) && !isParallel(way) && !beside.has(way.from) && beside.has(way.to));
  const strays = crossing.filter(({ from }) => reachableSteps(journey).has(from));
  if (strays.length === 0 || isTooBranched(journey)) return [];
  const inParallel = stepsOfBranches(journey, ({ branches }) => branches);
  return firstToEach(strays.filter(({ from }) => !inParallel.has(from)));
}

/** Ids of the steps that a case gets to without a branch beside a step. */
const ownSteps = onceInTurn((journey: JourneyModel) => follow(journey, entrySteps(journey).map(({ id }) => id), isMain));

/** Steps on which a branch beside a step comes back to the case's own way because nothing says where the branch ends. */
export function exitsOfBranch(journey: JourneyModel, { to }: Transition): readonly StepModel[] {
  const own = ownSteps(journey);
  const branch = follow(journey, own.has(to) ? [] : [to], (way) => isMain(way) && !own.has(way.to));
  return journey.steps.filter(({ id }) => branch.has(id) && journey.from(id).some((way) => way.kind === 'default' && own.has(way.to)));
}

/** Steps of branches that end beside: those that a `meanwhile`, an `all` or a `some` begins, and whatever ends `side`. */
function stepsBeside(journey: JourneyModel): ReadonlySet<string> {
  const canEnd = stepsThatCanEnd(journey);
  const canEndBeside = stepsBefore(journey, ({ end }) => end === 'side');
  const isBeside = (id: string): boolean => canEndBeside.has(id) && !canEnd.has(id);
  const begun = journey.transitions.filter((way) => (way.kind === 'side' || isParallel(way)) && isBeside(way.to)).map(({ to }) => to);
  const ended = journey.steps.filter(({ id, value }) => value.end === 'side' && isBeside(id)).map(({ id }) => id);
  return follow(journey, [...begun, ...ended], (way) => isMain(way) && isBeside(way.to));
}

function firstToEach(ways: readonly Transition[]): readonly Transition[] {
  const seen = new Set<string>();
  return ways.filter(({ to }) => !seen.has(to) && seen.add(to));
}
