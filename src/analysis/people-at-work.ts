import type { JourneyModel, StepModel } from '../model/journey.js';
import type { AutomationLevel } from '../schema/kinds/step.js';
import { closure } from './reachability.js';

/** How much a machine does in a step, as far as that is written. */
export function automationOf({ value }: StepModel): AutomationLevel | undefined {
  return typeof value.automation === 'string' ? value.automation : value.automation?.how;
}

/** True when somebody of a team does the step or looks at its result. Where nothing is written, messages and systems run by themselves. */
export function isDoneByPeople(step: StepModel): boolean {
  if (step.teams.length === 0 || step.value.lane === 'customer') return false;
  const how = automationOf(step);
  if (how !== undefined) return how !== 'automated';
  return step.value.lane !== 'support' && step.type !== 'notify' && step.type !== 'wait';
}

/** True when some way from the step leads to somebody who can look at the case again. Who only tells or brings something cannot. */
export function leadsToReview(journey: JourneyModel, step: StepModel): boolean {
  const onward = (id: string): readonly string[] => journey.from(id).map(({ to }) => to);
  return [...closure(onward(step.id), onward)].some((id) => {
    const reached = journey.step(id);
    return reached !== undefined && reached.type !== 'notify' && reached.type !== 'delivery' && isDoneByPeople(reached);
  });
}
