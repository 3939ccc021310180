import { entrySteps } from '../../analysis/reachability.js';
import type { Lane } from '../../schema/kinds/step.js';
import { arrow, beginningAndEnds, box, waysDrawn, waysTable } from '../drawn-ways.js';
import { stepsTable } from '../steps-table.js';
import { needsJourney } from '../subject.js';
import type { View } from '../view.js';

/** From what the customer does down to what carries it; the titles name the lines that a service blueprint draws between. */
const lanes: readonly { readonly id: Lane; readonly label: string }[] = [
  { id: 'customer', label: 'Customer' },
  { id: 'frontstage', label: 'Frontstage, behind the line of interaction' },
  { id: 'backstage', label: 'Backstage, behind the line of visibility' },
  { id: 'support', label: 'Support, behind the line of internal interaction' },
];

/** The same steps by lane: a service blueprint. */
export const blueprint: View = {
  id: 'blueprint',
  summary: 'the steps by lane, as in a service blueprint: what the customer does, what they see, and what happens behind it',
  ofWorkspace: false,
  draw(subject) {
    const { workspace, journey } = needsJourney(subject);
    const { drawn, folded } = waysDrawn(journey);
    const ends = beginningAndEnds(journey, entrySteps(journey));
    return {
      title: `${journey.title}: blueprint`,
      charts: [
        {
          type: 'flow',
          direction: 'right',
          title: `${journey.title}: blueprint`,
          description: `The ${journey.steps.length} steps of the journey in ${lanes.filter(({ id }) => journey.steps.some(({ value }) => value.lane === id)).length} lanes, from the customer down to what supports the service.`,
          groups: lanes,
          nodes: [...ends.nodes, ...journey.steps.map((step) => box(workspace, step, step.value.lane))],
          edges: [...ends.edges, ...drawn.map((way) => arrow(workspace, journey, way))],
        },
      ],
      tables: [stepsTable(workspace, journey), waysTable(workspace, journey)],
      folded,
    };
  },
};
