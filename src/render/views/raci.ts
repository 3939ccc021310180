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
      title: `${journey.title}: who is responsible`,
      charts: [],
      tables: [{ title: 'Responsibilities', columns: ['stage', 'responsible', 'accountable', 'consulted', 'informed'], rows: journey.stages.map((stage) => rowOf(workspace, stage)) }],
      folded: [],
    };
  },
};

function rowOf(workspace: Workspace, { value, responsible, accountable }: StageModel): readonly string[] {
  const names = (list: readonly string[] = []): string => list.map((each) => actorName(workspace, each)).join(', ');
  return [value.title, names(responsible), names(accountable), names(value.raci?.consulted), names(value.raci?.informed)];
}
