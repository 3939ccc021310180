import { findsHelp } from '../../../analysis/human-help.js';
import { isDoneByPeople } from '../../../analysis/people-at-work.js';
import type { StepModel } from '../../../model/journey.js';
import { activeJourney } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const journey = (steps: string): string => activeJourney('loan', 'decide', steps);

/** A machine that has the last word where much is at stake. */
export const humanAlternative: Rule = {
  id: 'variant/human-alternative',
  code: 'VAR-010',
  summary: 'Where a machine alone does something of high risk, a person can take over.',
  rationale: 'When a machine is wrong about something that matters, the customer needs somebody who may put it right.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M2.1', 'S2.M7.5'],
  silencedBy: [{ code: 'REF-002', within: 'spec' }],
  examples: {
    valid: [
      {
        title: 'Unclear cases go to a person',
        files: {
          'journey.yaml': journey(`      - {id: score, title: Machine decides, lane: backstage, automation: {how: automated, risk: high}, next: [{to: pay, when: clear}, review]}
      - {id: review, title: Clerk decides, lane: backstage, automation: human}
      - {id: pay, title: We pay, lane: support, end: success}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'The machine alone',
        files: {
          'journey.yaml': journey(`      - {id: score, title: Machine decides, lane: backstage, automation: {how: automated, risk: high}}
      - {id: pay, title: We pay, lane: support, end: success}
`),
        },
        at: 'high',
        message: 'A machine alone does step `score`, much is at stake, and no person can take over.',
      },
    ],
  },
  checkJourneys: () =>
    function* (model) {
      for (const step of model.steps) {
        if (!isRisky(step) || findsHelp(model, step, isDoneByPeople)) continue;
        yield {
          at: { spec: model.spec, path: [...step.path, 'automation', 'risk'] },
          message: `A machine alone does step \`${step.id}\`, much is at stake, and no person can take over.`,
          hint: 'Add `onFail:` with a step that a person does, or a way in `next` for the cases that a person decides; or let a person decide here: `how: assisted`.',
        };
      }
    },
};

function isRisky({ value: { automation } }: StepModel): boolean {
  return typeof automation === 'object' && automation.how === 'automated' && automation.risk === 'high';
}
