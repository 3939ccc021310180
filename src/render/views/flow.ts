import { entrySteps } from '../../analysis/reachability.js';
import { arrow, beginningAndEnds, box, waysDrawn, waysTable } from '../drawn-ways.js';
import { stepsTable } from '../steps-table.js';
import { needsJourney } from '../subject.js';
import type { View } from '../view.js';

/** Stages with their steps, and every way between them. */
export const flow: View = {
  id: 'flow',
  summary: 'stages and steps with every way between them: choices with their shares, branches, loops with their limits, timers',
  ofWorkspace: false,
  draw(subject) {
    const { workspace, journey } = needsJourney(subject);
    const { drawn, folded } = waysDrawn(journey);
    const ends = beginningAndEnds(journey, entrySteps(journey));
    return {
      title: `${journey.title}: flow`,
      charts: [
        {
          type: 'flow',
          direction: 'down',
          title: `${journey.title}: flow`,
          description: `The ${journey.steps.length} steps of the journey by stage, with ${folded.length === 0 ? 'every way' : 'the ways'} between them. Dotted arrows are not taken by themselves: failures, timers and what happens beside a step.`,
          groups: journey.stages.map(({ id, value }) => ({ id, label: value.title })),
          nodes: [...ends.nodes, ...journey.steps.map((step) => box(workspace, step, step.stage.id))],
          edges: [...ends.edges, ...drawn.map((way) => arrow(workspace, journey, way))],
        },
      ],
      tables: [stepsTable(workspace, journey), waysTable(workspace, journey)],
      folded,
    };
  },
};
