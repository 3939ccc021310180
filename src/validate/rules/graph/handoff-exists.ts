import type { JourneyModel } from '../../../model/journey.js';
import type { Handoff } from '../../../schema/kinds/journey.js';
import { activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const example = (rest: string): string => activeJourney('refund', 'refund', `      - {id: decide, title: We decide, lane: backstage}
${rest}`);

/** Words about a handoff that never happens, or that nobody takes on. */
export const handoffExists: Rule = {
  id: 'graph/handoff-exists',
  code: 'GRF-011',
  summary: 'Each entry of `handoffs` is about work that does change teams, and what can be sent back is accepted first.',
  rationale: 'The time between two teams belongs to nobody until the second one takes the work on. A handoff that does not exist hides where the real one is.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M4.1'],
  silencedBy: [
    { code: 'REF-001', within: 'spec' },
    { code: 'REF-002', within: 'spec' },
    { code: 'GRF-001', within: 'explained' },
  ],
  examples: {
    valid: [
      {
        title: 'Taken on, or sent back',
        files: {
          'journey.yaml': example(`      - {id: pay, title: Money is sent, lane: support, actor: payments, end: success}
handoffs:
  - {from: decide, to: pay, hands: [bank-account], accept: payment-accepted, reject: payment-returned}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'No way leads from the one to the other',
        files: {
          'journey.yaml': example(`      - {id: pay, title: Money is sent, lane: support, actor: payments, end: success}
handoffs:
  - {from: pay, to: decide, hands: [bank-account]}
`),
        },
        at: 'decide',
        message: 'No way leads from step `pay` to `decide`, so nothing is handed over there.',
      },
      {
        title: 'The same team does both',
        files: {
          'journey.yaml': example(`      - {id: tell, title: We tell the customer, lane: frontstage, end: success}
handoffs:
  - {from: decide, to: tell, hands: [bank-account]}
`),
        },
        at: 'tell',
        message: 'Work does not change teams between steps `decide` and `tell`, so nothing is handed over there.',
      },
      {
        title: 'Sent back without being taken on',
        files: {
          'journey.yaml': example(`      - {id: pay, title: Money is sent, lane: support, actor: payments, end: success}
handoffs:
  - {from: decide, to: pay, hands: [bank-account], reject: payment-returned}
`),
        },
        at: 'payment-returned',
        message: '`payments` may send the work back to `decide`, and nothing says when it has taken it on.',
      },
    ],
  },
  checkJourneys: () =>
    function* (journey) {
      for (const [index, entry] of (journey.spec.value.handoffs ?? []).entries()) yield* judge(journey, entry, index);
    },
};

function* judge(journey: JourneyModel, entry: Handoff, index: number): Iterable<Finding> {
  const [from, to] = [journey.step(entry.from), journey.step(entry.to)];
  if (from === undefined || to === undefined) return;
  const handoff = journey.handoffs.find(({ id }) => id === `${from.id}>${to.id}`);
  if (handoff === undefined) {
    const isWay = journey.from(from.id).some((way) => way.to === to.id);
    yield {
      at: { spec: journey.spec, path: ['handoffs', index, 'to'] },
      message: `${isWay ? `Work does not change teams between steps \`${from.id}\` and \`${to.id}\`` : `No way leads from step \`${from.id}\` to \`${to.id}\``}, so nothing is handed over there.`,
      hint: isWay ? `Delete this entry; what is handed over within a team stands in \`next\`: \`{to: ${to.id}, hands: [...]}\`.` : 'Delete this entry, or correct `from` and `to`.',
    };
  } else if (entry.reject !== undefined && entry.accept === undefined) {
    yield {
      at: { spec: journey.spec, path: ['handoffs', index, 'reject'] },
      message: `\`${handoff.toTeam}\` may send the work back to \`${from.id}\`, and nothing says when it has taken it on.`,
      hint: 'Add `accept:` with the event by which the work is taken on.',
    };
  }
}
