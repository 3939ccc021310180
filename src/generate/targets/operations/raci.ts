import { responsibilitiesOf } from '../../../analysis/raci.js';
import type { JourneyModel, StageModel } from '../../../model/journey.js';
import type { Register } from '../../register.js';

interface StageRow {
  readonly journey: JourneyModel;
  readonly stage: StageModel;
}

/** Who is responsible for what. */
export const raci: Register<StageRow> = {
  id: 'raci',
  description: 'One row for each stage of each journey: who does the work, who answers for it, who is asked and who is told.',
  columns: [
    { name: 'journey', always: true, description: 'The journey.', of: ({ journey }) => journey.id },
    { name: 'journeyTitle', always: true, description: 'Its name for people.', of: ({ journey }) => journey.title },
    { name: 'stage', always: true, description: 'The stage.', of: ({ stage }) => stage.id },
    { name: 'title', always: true, description: 'Its name for people.', of: ({ stage }) => stage.value.title },
    { name: 'responsible', type: 'texts', description: 'Who does the work: teams, or roles as `team#role`. Where nobody says, those that act in its steps.', of: ({ stage }) => responsibilitiesOf(stage).responsible },
    { name: 'accountable', type: 'texts', description: 'Who answers for it. Where nobody says, its owner.', of: ({ stage }) => responsibilitiesOf(stage).accountable },
    { name: 'consulted', type: 'texts', description: 'Who is asked.', of: ({ stage }) => responsibilitiesOf(stage).consulted },
    { name: 'informed', type: 'texts', description: 'Who is told.', of: ({ stage }) => responsibilitiesOf(stage).informed },
    { name: 'owner', always: true, description: 'The team that owns the stage, else the one that owns the journey.', of: ({ stage }) => stage.owner },
    { name: 'journeyOwner', always: true, description: 'The team that owns the journey.', of: ({ journey }) => journey.spec.owner },
    { name: 'delegate', description: 'The role that stands in for the owner of the journey.', of: ({ journey }) => journey.spec.value.ownership?.delegate },
    { name: 'authority', type: 'texts', description: 'Teams whose part in the journey its owner may decide about.', of: ({ journey }) => journey.spec.value.ownership?.authority ?? [] },
    { name: 'stakeholders', type: 'texts', description: 'Teams that are told about changes of the journey.', of: ({ journey }) => journey.spec.value.ownership?.stakeholders ?? [] },
  ],
};

/** Its rows. */
export function raciRows(journeys: readonly JourneyModel[]): readonly StageRow[] {
  return journeys.flatMap((journey) => journey.stages.map((stage) => ({ journey, stage })));
}
