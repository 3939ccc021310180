import type { JourneyModel, StepModel } from '../model/journey.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { isDoneByPeople } from './people-at-work.js';
import { withParents } from './team-hierarchy.js';
import { readReference } from './written-reference.js';

/** Steps that the people who do them have to confirm. A step of a team that does not exist is confirmed by nobody, and told where the team is named. */
export function stepsToConfirm(workspace: Workspace, journey: JourneyModel): readonly StepModel[] {
  return journey.steps.filter((step) => isDoneByPeople(step) && step.value.journey === undefined && step.teams.every((team) => workspace.find('Team', team) !== undefined));
}

/** True when somebody of a team, or of a team that it belongs to, took part in what a Record tells. */
export function spokeFor(workspace: Workspace, { value }: Spec<'Record'>, team: string): boolean {
  const upwards = withParents(workspace, team);
  return [...value.by, ...(value.participants ?? [])].some((who) => upwards.has(readReference(who).id));
}
