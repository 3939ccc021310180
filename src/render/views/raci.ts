import { beside } from '../../base/bidi.js';
import { responsibilitiesOf } from '../../analysis/raci.js';
import type { StageModel } from '../../model/journey.js';
import type { Workspace } from '../../model/workspace.js';
import { needsJourney } from '../subject.js';
import type { View } from '../view.js';
import { actorName } from '../words/names.js';

/** Who does the work, who answers for it, who is asked and who is told: a table by nature. */
export const raci: View = {
  id: 'raci',
  summary: 'who does the work of each stage, who answers for it, who is asked and who is told (a table)',
  ofWorkspace: false,
  draw(subject) {
    const { workspace, journey } = needsJourney(subject);
    return {
      title: beside`${journey.title}: who is responsible`,
      charts: [],
      tables: [{ title: 'Responsibilities', columns: ['stage', 'responsible', 'accountable', 'consulted', 'informed'], rows: journey.stages.map((stage) => rowOf(workspace, stage)) }],
      folded: [],
    };
  },
};

function rowOf(workspace: Workspace, stage: StageModel): readonly string[] {
  const { responsible, accountable, consulted, informed } = responsibilitiesOf(stage);
  return [stage.value.title, ...[responsible, accountable, consulted, informed].map((list) => list.map((each) => actorName(workspace, each)).join(', '))];
}
