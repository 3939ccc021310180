import { cutOffSteps } from '../../../analysis/reachability.js';
import type { JourneyModel, StepModel } from '../../../model/journey.js';
import type { Rule } from '../../rule.js';

const example = (rest: string): string => `apiVersion: waymark/v1
kind: Journey
id: lost-card
title: Lost card
version: 0.1.0
status: draft
owner: claims
stages:
  - id: report
    title: Report
    steps:
${rest}`;

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
    ],
  },
  *check({ workspace }) {
    for (const journey of workspace.journeys) {
      for (const step of cutOffSteps(journey)) {
        yield {
          at: { spec: journey.spec, path: [...step.path, 'id'] },
          message: `No case can reach step \`${step.id}\`.`,
          hint: hintFor(journey, step),
        };
      }
    }
  },
};

/** The step before may go past this one only because a third step waits for it. */
function hintFor(journey: JourneyModel, { id, order }: StepModel): string {
  const before = journey.steps[order - 1];
  const join = before && journey.from(before.id).find(({ kind }) => kind === 'join');
  if (join !== undefined) return `Step \`${join.from}\` goes on to \`${join.to}\`, which waits for it. Name \`${id}\` beside \`${join.from}\` in a \`next: {all: [...]}\` of the step before them, or delete \`waitsFor\` at \`${join.to}\`.`;
  return `Name \`${id}\` in the \`next\` of the step before it, or give it an \`entry\` if a journey may begin there.`;
}
