import { lostWays, type LostWay } from '../../../analysis/lost-ways.js';
import type { JourneyModel } from '../../../model/journey.js';
import { draftJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';
import { subjectOf } from '../../../model/subject.js';

const example = (rest: string): string => draftJourney('lost-card', 'report', rest);

/** A step that no case can get to. */
export const stepReachable: Rule = {
  id: 'graph/step-reachable',
  code: 'GRF-001',
  summary: 'Every step can be reached from a step where the journey begins.',
  rationale: 'A step that nobody reaches is a promise that is never kept, and people plan for it all the same.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M2.4'],
  silencedBy: [
    { code: 'STR-003', within: 'spec' },
    { code: 'REF-002', within: 'spec' },
    { code: 'GRF-002', within: 'spec' },
    { code: 'GRF-003', within: 'spec' },
    { code: 'GRF-007', within: 'spec' },
  ],
  examples: {
    valid: [
      {
        title: 'Each step follows another',
        files: {
          'journey.yaml': example(`      - {id: call, title: Customer reports the loss, lane: customer, channel: phone}
      - {id: block, title: We block the card, lane: backstage, end: success}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'A step that an explicit next passes by',
        files: {
          'journey.yaml': example(`      - {id: call, title: Customer reports the loss, lane: customer, channel: phone, next: block}
      - {id: identify, title: We identify the customer, lane: frontstage}
      - {id: block, title: We block the card, lane: backstage, end: success}
`),
        },
        at: 'identify',
        message: 'No case can reach step `identify`.',
      },
      {
        title: 'A decision that has lost one of its ways',
        files: {
          'journey.yaml': example(`      - {id: decide, title: We decide, lane: backstage, type: decision, next: [{to: call, when: the customer is known, share: 0.7}, {to: block, share: 0.2}]}
      - {id: block, title: We block the card, lane: backstage, end: success}
      - {id: call, title: We call the customer, lane: frontstage, end: success}
      - {id: write, title: We write to the customer, lane: frontstage, end: success}
`),
        },
        at: 'write',
        message: 'No case can reach step `write`.',
      },
    ],
  },
  checkJourneys: () =>
    function* (journey) {
      for (const lost of lostWays(journey)) yield finding(journey, lost);
    },
};

function finding(journey: JourneyModel, lost: LostWay): Finding {
  const { spec } = journey;
  const { step, from, handoffs } = lost;
  const explains = handoffs.map((index) => subjectOf({ spec, path: ['handoffs', index, 'to'] }));
  return {
    at: { spec, path: [...step.path, 'id'] },
    message: `No case can reach step \`${step.id}\`.`,
    hint: hintFor(journey, lost),
    explains: from === undefined ? explains : [...explains, from.coordinate],
    ...(from === undefined ? {} : { related: [{ message: 'A way is missing here.', at: { spec, path: [...from.path, 'id'] } }] }),
  };
}

/** The step before may go past this one only because a third step waits for it. */
function hintFor(journey: JourneyModel, { step: { id, order }, from }: LostWay): string {
  if (from !== undefined) return `Step \`${from.id}\` lacks a way. If its cases go to \`${id}\`, add \`{to: ${id}}\` to the \`next\` of \`${from.id}\`; else give \`${id}\` an \`entry\` or delete it.`;
  const before = journey.steps[order - 1];
  const join = before && journey.from(before.id).find(({ kind }) => kind === 'join');
  if (join !== undefined) return `Step \`${join.from}\` goes on to \`${join.to}\`, which waits for it. Name \`${id}\` beside \`${join.from}\` in a \`next: {all: [...]}\` of the step before them, or delete \`waitsFor\` at \`${join.to}\`.`;
  return `Name \`${id}\` in the \`next\` of the step before it, or give it an \`entry\` if a journey may begin there.`;
}
