import type { DerivedHandoff } from '../../model/handoffs.js';
import { isOnward } from '../../model/transitions.js';
import type { Workspace } from '../../model/workspace.js';
import type { SequenceChart } from '../chart.js';
import { count } from '../../base/words.js';
import { needsJourney } from '../subject.js';
import type { View } from '../view.js';
import { actorName, brief, elementName } from '../words/names.js';

/** Who passes the case on to whom. */
export const handoffs: View = {
  id: 'handoffs',
  summary: 'who passes the case on to whom, with what is handed over and within which promise',
  ofWorkspace: false,
  draw(subject) {
    const { workspace, journey } = needsJourney(subject);
    const teams = [...new Set(journey.handoffs.flatMap(({ fromTeam, toTeam }) => [fromTeam, toTeam]))];
    const chart: SequenceChart = {
      type: 'sequence',
      title: `${journey.title}: handoffs`,
      description: `Where the case passes from one team to another: ${count(journey.handoffs.length, 'handoff')} between ${teams.length} teams. Dotted arrows are taken after a failure or beside the case.`,
      participants: teams.map((id) => ({ id, label: actorName(workspace, id), isPerson: false })),
      messages: journey.handoffs.map((handoff) => ({
        from: handoff.fromTeam,
        to: handoff.toTeam,
        label: [`${handoff.from.value.title} → ${handoff.to.value.title}`, brief(promiseWords(workspace, handoff))].join(': '),
        line: isOnward(handoff.transition) ? 'solid' : 'dotted',
      })),
    };
    return {
      title: `${journey.title}: handoffs`,
      charts: teams.length === 0 ? [] : [chart],
      tables: [
        {
          title: 'Handoffs',
          columns: ['from team', 'after step', 'to team', 'step', 'what is handed over', 'promise'],
          rows: journey.handoffs.map((handoff) => [actorName(workspace, handoff.fromTeam), handoff.from.value.title, actorName(workspace, handoff.toTeam), handoff.to.value.title, handedWords(workspace, handoff), promiseWords(workspace, handoff)]),
        },
      ],
      folded: [],
    };
  },
};

function handedWords(workspace: Workspace, { hands }: DerivedHandoff): string {
  if (hands === undefined) return 'not said';
  return hands.length === 0 ? 'nothing' : hands.map((id) => elementName(workspace, id)).join(', ');
}

function promiseWords(workspace: Workspace, { sla, reason }: DerivedHandoff): string {
  if (sla === undefined) return 'no promise';
  if (sla === 'none') return reason === undefined ? 'no promise' : `no promise: ${reason}`;
  const spec = workspace.find('Sla', sla);
  const within = spec?.value.targets?.find(({ tier, persona, region }) => tier === undefined && persona === undefined && region === undefined)?.within;
  return `${spec?.value.title ?? sla}${within === undefined ? '' : `, within ${within}`}`;
}
