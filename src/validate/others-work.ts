import type { Premise, PromiseProof } from '../analysis/proof/verdict.js';
import type { JourneyModel, StepModel } from '../model/journey.js';

/** The step whose work a premise misses a part for. */
export function stepOf(journey: JourneyModel, { at }: Premise): StepModel | undefined {
  return journey.steps.find(({ path }) => path.length === at.path.length - 1 && path.every((key, index) => key === at.path[index]));
}

/** True for work that somebody else does than the team that makes the promise: it takes an agreement with them. */
export function isOthersWork(journey: JourneyModel, { spec }: PromiseProof, missing: Premise): boolean {
  if (missing.kind !== 'work') return false;
  const step = stepOf(journey, missing);
  const others = step?.actors.filter((actor) => actor !== 'customer' && actor !== spec.value.provider) ?? [];
  return spec.value.provider !== undefined && others.length > 0;
}
