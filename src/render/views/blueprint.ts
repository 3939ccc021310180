import type { Lane } from '../../schema/kinds/step.js';
import { stepsInFrames } from '../drawn-ways.js';
import { needsJourney } from '../subject.js';
import type { View } from '../view.js';

/**
 * From what the customer does down to what carries it; the titles name the lines that a service blueprint draws between. They are numbered, because
 * Mermaid puts frames that arrows cross where the arrows are shortest, and no text can tell it another order.
 */
const lanes: readonly { readonly id: Lane; readonly label: string }[] = [
  { id: 'customer', label: '1 Customer' },
  { id: 'frontstage', label: '2 Frontstage, behind the line of interaction' },
  { id: 'backstage', label: '3 Backstage, behind the line of visibility' },
  { id: 'support', label: '4 Support, behind the line of internal interaction' },
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
      holdsEnds: true,
      description: () => `The ${drawn.journey.steps.length} steps of the journey in ${used.length} lanes, numbered from the customer down to what supports the service.`,
      of: ({ value }) => value.lane,
      steps: lanes.flatMap(({ id }) => drawn.journey.steps.filter(({ value }) => value.lane === id)),
    });
  },
};
