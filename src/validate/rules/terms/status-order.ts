import { statusesGoingBack, type StatusGoingBack, type StatusStep } from '../../../analysis/status-order.js';
import type { JourneyModel } from '../../../model/journey.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument, activeJourney } from '../../example-texts.js';
import type { Finding, Place, Rule } from '../../rule.js';

const glossary = activeDocument('Glossary', 'words', `statuses:
  - {code: reported, preferred: We know of the loss, order: 1}
  - {code: checking, preferred: We are looking, order: 2}
  - {code: blocked, preferred: Your card is blocked, order: 3}
`);

const lostCard = (steps: string): string => activeJourney('lost-card', 'report', `      - {id: call, title: Customer reports the loss, lane: customer, channel: phone, showsStatus: [reported]}
${steps}
`);

/** A status that stands earlier in the order than one that the customer has already read. */
export const statusOrder: Rule = {
  id: 'terms/status-order',
  code: 'TRM-004',
  summary: 'The status that a customer reads never goes back along a path.',
  rationale: 'A case that was decided yesterday and is being looked at today makes the customer call.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M3.6'],
  silencedBy: [
    { code: 'REF-001', within: 'spec' },
    { code: 'GRF-001', within: 'spec' },
    { code: 'GRF-006', within: 'spec' },
  ],
  examples: {
    valid: [
      {
        title: 'Forward, and back only where work is done again',
        files: {
          'words.yaml': glossary,
          'journey.yaml': lostCard('      - {id: check, title: We look at the card, lane: backstage, showsStatus: [checking], next: [block, {to: call, when: wrong card, repeats: 1}]}\n      - {id: block, title: We block the card, lane: backstage, showsStatus: [blocked], end: success}'),
        },
      },
    ],
    invalid: [
      {
        title: 'Blocked, and then being looked at',
        files: {
          'words.yaml': glossary,
          'journey.yaml': lostCard('      - {id: block, title: We block the card, lane: backstage, showsStatus: [blocked]}\n      - {id: check, title: We look at the card, lane: backstage, showsStatus: [checking]}\n      - {id: tell, title: We call back, lane: frontstage, showsStatus: [checking], end: success}'),
        },
        at: 'checking',
        message: 'Step `check` shows `checking`, though step `block` before it has shown `blocked`, which comes later.',
      },
    ],
  },
  checkJourneys({ workspace }) {
    const orders = ordersOf(workspace);
    if (orders.size < 2) return undefined;
    return function* (journey) {
      for (const each of statusesGoingBack(journey, orders)) yield finding(journey, each, orders);
    };
  },
};

function finding({ spec }: JourneyModel, { later, back }: StatusGoingBack, orders: ReadonlyMap<string, number>): Finding {
  return {
    at: placeOf(spec, back),
    message: `Step \`${back.step.id}\` shows \`${back.code}\`, though step \`${later.step.id}\` before it has shown \`${later.code}\`, which comes later.`,
    hint: `Show another status at one of the two steps, or correct \`order\` of the status words in the Glossary: \`${later.code}\` has ${orders.get(later.code)}, \`${back.code}\` has ${orders.get(back.code)}.`,
    related: [{ message: `\`${later.code}\` is shown here.`, at: placeOf(spec, later) }],
  };
}

function placeOf(spec: Spec, { step, index }: StatusStep): Place {
  return { spec, path: [...step.path, 'showsStatus', index] };
}

/** Where each status word of the Glossaries that bind stands in the order of a case. */
function ordersOf({ registers }: Workspace): ReadonlyMap<string, number> {
  return new Map([...registers.statuses.values()].flatMap(({ id, value, spec }) => (value.order !== undefined && isActive(spec) ? [[id, value.order] as const] : [])));
}
