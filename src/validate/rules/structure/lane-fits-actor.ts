import { suchAs } from '../../../analysis/spec-words.js';
import type { Path } from '../../../base/json.js';
import type { JourneyModel, StepModel } from '../../../model/journey.js';
import type { Spec } from '../../../model/spec.js';
import { activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const journey = (step: string): string => activeJourney('lost-card', 'report', `      - {id: call, title: The loss is reported, ${step}, end: success}
`);

/** A step in the customer's lane that somebody else does, or a step behind the scenes that customers see. */
export const laneFitsActor: Rule = {
  id: 'structure/lane-fits-actor',
  code: 'STR-012',
  summary: 'The lane of a step fits who acts in it, and only steps that the customer sees have a channel.',
  rationale: 'The lanes show what the customer does and sees. A step in the wrong lane hides work from the customer\'s view, or puts it on the customer.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M2.1'],
  examples: {
    valid: [
      { title: 'The customer acts in the customer\'s lane', files: { 'journey.yaml': journey('lane: customer, channel: phone') } },
      { title: 'A team acts behind the scenes', files: { 'journey.yaml': journey('lane: backstage, actor: payments') } },
    ],
    invalid: [
      {
        title: 'A team in the customer\'s lane',
        files: { 'journey.yaml': journey('lane: customer, actor: claims, channel: phone') },
        at: 'claims',
        message: 'Step `call` is in the customer\'s lane, but `claims` acts in it.',
      },
      {
        title: 'The customer behind the scenes',
        files: { 'journey.yaml': journey('lane: backstage, actor: customer') },
        at: 'customer',
        message: 'Step `call` is done by the customer, but stands in the lane `backstage`.',
      },
      {
        title: 'A channel behind the scenes',
        files: { 'journey.yaml': journey('lane: backstage, channel: phone') },
        at: 'phone',
        message: 'Step `call` stands in the lane `backstage`, which customers do not see, but has the channel `phone`.',
      },
    ],
  },
  checkJourneys: () => findingsOf,
};

function* findingsOf({ spec, steps }: JourneyModel): Iterable<Finding> {
  for (const step of steps) {
    const { lane } = step.value;
    if (lane === 'customer' && !step.actors.includes('customer')) yield inCustomersLane(spec, step);
    if (lane !== 'customer' && step.actors.every((actor) => actor === 'customer')) yield notInCustomersLane(spec, step, lane);
    if ((lane === 'backstage' || lane === 'support') && step.channels.length > 0) yield unseenChannel(spec, step, lane);
  }
}

function inCustomersLane(spec: Spec, step: StepModel): Finding {
  return {
    at: { spec, path: firstOf(step, 'actor') },
    message: `Step \`${step.id}\` is in the customer's lane, but \`${step.actors[0]}\` acts in it.`,
    hint: 'If the customer acts, delete `actor`. If staff act and the customer sees them, write `lane: frontstage`.',
  };
}

function notInCustomersLane(spec: Spec, step: StepModel, lane: string): Finding {
  return {
    at: { spec, path: firstOf(step, 'actor') },
    message: `Step \`${step.id}\` is done by the customer, but stands in the lane \`${lane}\`.`,
    hint: `Write \`lane: customer\`, or name the team that acts in \`actor\`${suchAs(step.stage.owner)}.`,
  };
}

function unseenChannel(spec: Spec, step: StepModel, lane: string): Finding {
  return {
    at: { spec, path: firstOf(step, 'channel') },
    message: `Step \`${step.id}\` stands in the lane \`${lane}\`, which customers do not see, but has the channel \`${step.channels[0]}\`.`,
    hint: 'If customers meet us here, write `lane: frontstage`. If not, delete the channel and name the systems instead, under `systems`.',
  };
}

function firstOf(step: StepModel, field: 'actor' | 'channel'): Path {
  return Array.isArray(step.value[field]) ? [...step.path, field, 0] : [...step.path, field];
}
