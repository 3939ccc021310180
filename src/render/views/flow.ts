import { stepsInFrames } from '../drawn-ways.js';
import { needsJourney } from '../subject.js';
import type { View } from '../view.js';

/** Stages with their steps, and every way between them. */
export const flow: View = {
  id: 'flow',
  summary: 'stages and steps with every way between them: choices with their shares, branches, loops with their limits, timers',
  ofWorkspace: false,
  draw(subject) {
    const drawn = needsJourney(subject);
    return stepsInFrames(drawn, {
      name: 'flow',
      direction: 'down',
      groups: drawn.journey.stages.map(({ id, value }) => ({ id, label: value.title })),
      description: (folded) => `The ${drawn.journey.steps.length} steps of the journey by stage, with ${folded.length === 0 ? 'every way' : 'the ways'} between them. Dotted arrows are not taken by themselves: failures, timers and what happens beside a step.`,
      of: ({ stage }) => stage.id,
    });
  },
};
