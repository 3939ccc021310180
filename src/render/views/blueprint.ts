import type { Lane } from '../../schema/kinds/step.js';
import { stepsInFrames } from '../drawn-ways.js';
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
    const drawn = needsJourney(subject);
    const used = lanes.filter(({ id }) => drawn.journey.steps.some(({ value }) => value.lane === id));
    return stepsInFrames(drawn, {
      name: 'blueprint',
      direction: 'right',
      groups: lanes,
      description: () => `The ${drawn.journey.steps.length} steps of the journey in ${used.length} lanes, from the customer down to what supports the service.`,
      of: ({ value }) => value.lane,
    });
  },
};
