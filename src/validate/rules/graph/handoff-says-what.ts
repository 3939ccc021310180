import type { DerivedHandoff } from '../../../model/handoffs.js';
import { handoffCoordinate, handoffPlace } from '../../../analysis/handoff-place.js';
import { activeJourney } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const example = (rest: string): string => activeJourney('refund', 'refund', rest);

/** Work that changes teams with empty hands. */
export const handoffSaysWhat: Rule = {
  id: 'graph/handoff-says-what',
  code: 'GRF-010',
  summary: 'Wherever the acting team changes, it is written what is handed over.',
  rationale: 'Between two teams things get lost: the next team asks the customer again, or waits for papers that nobody sends.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M3.1', 'S3.M4.1'],
  silencedBy: [
    { code: 'REF-001', within: 'spec' },
    { code: 'REF-002', within: 'spec' },
    { code: 'GRF-002', within: 'explained' },
    { code: 'GRF-009', within: 'explained' },
  ],
  examples: {
    valid: [
      {
        title: 'On the way itself, and under `handoffs` where the order of the steps is the way',
        files: {
          'journey.yaml': example(`      - {id: decide, title: We decide, lane: backstage, next: [{to: pay, hands: [bank-account]}]}
      - {id: pay, title: Money is sent, lane: support, actor: payments}
      - {id: tell, title: We tell the customer, lane: frontstage, end: success}
handoffs:
  - {from: pay, to: tell, hands: []}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'The way is written and does not say it',
        files: {
          'journey.yaml': example(`      - {id: decide, title: We decide, lane: backstage, next: [{to: pay, sla: none, reason: same desk}]}
      - {id: pay, title: Money is sent, lane: support, actor: payments, end: success}
`),
        },
        at: 'pay',
        message: 'Nothing says what `claims` hands over to `payments` between steps `decide` and `pay`.',
      },
      {
        title: 'The order of the steps is the way',
        files: {
          'journey.yaml': example(`      - {id: decide, title: We decide, lane: backstage}
      - {id: pay, title: Money is sent, lane: support, actor: payments, end: success}
`),
        },
        at: 'decide',
        message: 'Nothing says what `claims` hands over to `payments` between steps `decide` and `pay`.',
      },
    ],
  },
  checkJourneys: () =>
    function* (journey) {
      for (const handoff of journey.handoffs.filter(({ hands }) => hands === undefined)) {
        const { from, to, fromTeam, toTeam } = handoff;
        yield {
          at: { spec: journey.spec, path: handoffPlace(journey, handoff) },
          meant: [handoffCoordinate(journey, handoff)],
          message: `Nothing says what \`${fromTeam}\` hands over to \`${toTeam}\` between steps \`${from.id}\` and \`${to.id}\`.`,
          hint: hintFor(handoff),
        };
      }
    },
};

/** Whoever writes what is handed over writes how long that may take as well. */
function hintFor({ from, to, isEntry, transition, sla }: DerivedHandoff): string {
  const time = sla === undefined ? ', sla: ...' : '';
  const none = 'If nothing is handed over, write `hands: []`.';
  if (isEntry) return `Add \`hands: [...]\` to this entry, with the ids of the data. ${none}`;
  if (transition.kind === 'next') return `Write \`next: [{to: ${to.id}, hands: [...]${time}}]\` at step \`${from.id}\`, with the ids of the data. ${none}`;
  const end = transition.kind === 'default' ? ` If the case ends with \`${from.id}\`, write \`end:\` there.` : '';
  return `Add an entry to the journey's \`handoffs\`: \`{from: ${from.id}, to: ${to.id}, hands: [...]${time}}\`, with the ids of the data. ${none}${end}`;
}
