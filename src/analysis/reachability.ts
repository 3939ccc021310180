import { stronglyConnected } from './cycles.js';
import { isOnward } from '../model/transitions.js';
import type { JourneyModel, StepModel } from '../model/journey.js';

/** Steps where a case may begin: the first that runs by itself, those with an `entry`, and what follows one of these that is optional. */
export function entrySteps(journey: JourneyModel): readonly StepModel[] {
  const first = journey.steps.find(({ hosts }) => hosts.length === 0);
  const written = journey.steps.filter((step) => step === first || step.value.entry !== undefined);
  const entries = closure(written.map(({ id }) => id), (id) => (journey.step(id)?.value.when === undefined ? [] : journey.from(id).filter(isOnward).map(({ to }) => to)));
  return journey.steps.filter(({ id }) => entries.has(id));
}

/** Ids of the steps that some case can get to. */
export function reachableSteps(journey: JourneyModel): ReadonlySet<string> {
  return closure(entrySteps(journey).map(({ id }) => id), (id) => journey.from(id).map(({ to }) => to));
}

/**
 * Steps that no case can get to. What is only cut off because it follows one of these is not among them; of steps that
 * lead to each other in a circle, the first is.
 */
export function cutOffSteps(journey: JourneyModel): readonly StepModel[] {
  const reachable = reachableSteps(journey);
  const lost = journey.steps.filter(({ id }) => !reachable.has(id));
  if (lost.length < 2) return lost;
  const groups = stronglyConnected(lost.map(({ id }) => id), (id) => journey.from(id).map(({ to }) => to));
  const starts = groups.filter((group) => group.every((id) => journey.to(id).every(({ from }) => group.includes(from))));
  return starts.map((group) => lost.find(({ id }) => group.includes(id))!).sort((a, b) => a.order - b.order);
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
