import { isOnward } from '../model/transitions.js';
import type { DerivedHandoff } from '../model/handoffs.js';
import type { JourneyModel, StepModel } from '../model/journey.js';
import { follow, followBack } from './reachability.js';
import { isMain, leadsBack } from './ways.js';

/** Data elements that a case may have brought along when it leaves a step: collected or made there, or on the way to it. */
export function elementsKnownAfter(journey: JourneyModel, step: StepModel): ReadonlySet<string> {
  return elementsMadeIn([step, ...stepsBefore(journey, step)]);
}

/** Data elements that a case may have brought along when it comes to a step. */
export function elementsKnownBefore(journey: JourneyModel, step: StepModel): ReadonlySet<string> {
  return elementsMadeIn(stepsBefore(journey, step));
}

/** Rework is left out: what a later step brings is not there the first time. */
function stepsBefore(journey: JourneyModel, step: StepModel): readonly StepModel[] {
  const before = followBack(journey, [step.id], (way) => isMain(way) && !leadsBack(way));
  return journey.steps.filter(({ id }) => id !== step.id && before.has(id));
}

function elementsMadeIn(steps: readonly StepModel[]): ReadonlySet<string> {
  return new Set(steps.flatMap(({ value }) => [...(value.data?.collects ?? []), ...(value.data?.writes ?? []), ...(value.returns ?? [])]));
}

/** Data elements that the other side needs: those of the step that takes over, and of the steps of the same team right after it. */
export function elementsNeededAfter(journey: JourneyModel, { to }: DerivedHandoff): ReadonlySet<string> {
  const inTeam = (id: string): boolean => journey.step(id)?.teams.some((team) => to.teams.includes(team)) === true;
  const steps = follow(journey, [to.id], (way) => isOnward(way) && inTeam(way.to));
  return new Set([...steps].flatMap((id) => journey.step(id)?.value.data?.reuses ?? []));
}
