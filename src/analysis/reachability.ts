import { onceInTurn } from '../base/remembering.js';
import { stronglyConnected } from './cycles.js';
import { isOnward, type Transition } from '../model/transitions.js';
import type { JourneyModel, StepModel } from '../model/journey.js';

/** Steps where a case may begin: the first that runs by itself, those with an `entry`, and what follows one of these that is optional. */
export const entrySteps = onceInTurn((journey: JourneyModel): readonly StepModel[] => {
  const first = journey.steps.find(({ hosts }) => hosts.length === 0);
  const written = journey.steps.filter((step) => step === first || step.value.entry !== undefined);
  if (written.every(({ value }) => value.when === undefined)) return written;
  const entries = follow(journey, written.map(({ id }) => id), (way) => isOnward(way) && journey.step(way.from)?.value.when !== undefined);
  return journey.steps.filter(({ id }) => entries.has(id));
});

/** Ids of the steps that some case can get to. */
export const reachableSteps = onceInTurn((journey: JourneyModel): ReadonlySet<string> => follow(journey, entrySteps(journey).map(({ id }) => id), () => true));

/**
 * Steps that no case can get to. What is only cut off because it follows one of these is not among them; of steps that
 * lead to each other in a circle, the first is.
 */
export function cutOffSteps(journey: JourneyModel): readonly StepModel[] {
  if (isEachFollowing(journey)) return [];
  const reachable = reachableSteps(journey);
  const lost = journey.steps.filter(({ id }) => !reachable.has(id));
  if (lost.length < 2) return lost;
  const groups = stronglyConnected(lost.map(({ id }) => id), (id) => journey.from(id).map(({ to }) => to));
  const starts = groups.filter((group) => group.every((id) => journey.to(id).every(({ from }) => group.includes(from))));
  return starts.map((group) => lost.find(({ id }) => group.includes(id))!).sort((a, b) => a.order - b.order);
}

/** True where a case begins with each step or comes to it from one before it in the file, as in most journeys: all can be reached then. */
function isEachFollowing(journey: JourneyModel): boolean {
  const entries = new Set(entrySteps(journey));
  return journey.steps.every((step) => entries.has(step) || journey.to(step.id).some(({ source }) => source.order < step.order));
}

/** Ids of the steps that can be got to from `starts` by the ways that are taken, the starts included. */
export function follow(journey: JourneyModel, starts: readonly string[], isTaken: (way: Transition) => boolean): ReadonlySet<string> {
  return along(starts, journey.from, ({ to }) => to, isTaken);
}

/** Ids of the steps from which one of `goals` can be got to by the ways that are taken, the goals included. */
export function followBack(journey: JourneyModel, goals: readonly string[], isTaken: (way: Transition) => boolean): ReadonlySet<string> {
  return along(goals, journey.to, ({ from }) => from, isTaken);
}

function along(starts: readonly string[], waysAt: (id: string) => readonly Transition[], otherEnd: (way: Transition) => string, isTaken: (way: Transition) => boolean): ReadonlySet<string> {
  const found = new Set(starts);
  const waiting = [...starts];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const way of waysAt(id)) {
      const other = otherEnd(way);
      if (found.has(other) || !isTaken(way)) continue;
      found.add(other);
      waiting.push(other);
    }
  }
  return found;
}

/** Everything that can be got to from `starts`, the starts included. */
export function closure(starts: readonly string[], next: (id: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(starts);
  const waiting = [...starts];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const other of next(id)) {
      if (found.has(other)) continue;
      found.add(other);
      waiting.push(other);
    }
  }
  return found;
}
