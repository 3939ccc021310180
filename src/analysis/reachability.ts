import type { JourneyModel, StepModel } from '../model/journey.js';

/** Steps where a case may begin: the first that runs by itself, and those with an `entry`. */
export function entrySteps(journey: JourneyModel): readonly StepModel[] {
  const first = journey.steps.find(({ hosts }) => hosts.length === 0);
  return journey.steps.filter((step) => step === first || step.value.entry !== undefined);
}

/** Ids of the steps that some case can get to. */
export function reachableSteps(journey: JourneyModel): ReadonlySet<string> {
  return closure(entrySteps(journey).map(({ id }) => id), (id) => journey.from(id).map(({ to }) => to));
}

/** Ids of the steps from which some case can get to an end. */
export function stepsThatCanEnd(journey: JourneyModel): ReadonlySet<string> {
  const ends = journey.steps.filter(({ value }) => value.end !== undefined).map(({ id }) => id);
  return closure(ends, (id) => journey.to(id).filter(({ kind }) => kind !== 'alongside').map(({ from }) => from));
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
