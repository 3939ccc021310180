import { activeDocument, examplePolicy } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const policy = examplePolicy(`limits: {maxSteps: {overview: 1, standard: 2}}
`);

const journey = (detail: string): string => activeDocument('Journey', 'lost-card', `${detail}stages:
  - id: report
    title: Report
    steps:
      - {id: call, title: Customer reports the loss, lane: customer, channel: phone}
      - {id: block, title: We block the card, lane: backstage, end: success}
`);

/** A map that is deeper than its readers can take in. */
export const stepsWithinLimit: Rule = {
  id: 'structure/steps-within-limit',
  code: 'STR-016',
  summary: 'A journey has no more steps than the Policy allows for its depth.',
  rationale: 'An overview with a hundred steps is read by nobody, and keeping it true costs more than it brings.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M1.6'],
  examples: {
    valid: [{ title: 'Two steps in a standard map', files: { 'policy.yaml': policy, 'journey.yaml': journey('') } }],
    invalid: [
      {
        title: 'Two steps in an overview that may have one',
        files: { 'policy.yaml': policy, 'journey.yaml': journey('detail: overview\n') },
        at: 'overview',
        message: 'Journey `lost-card` has 2 steps; the Policy allows 1 for a map of depth `overview`.',
      },
    ],
  },
  checkJourneys({ workspace }) {
    const { maxSteps } = workspace.policy.value.limits ?? {};
    if (maxSteps === undefined) return undefined;
    return function* ({ id, spec, steps }) {
      const { detail = 'standard' } = spec.value;
      const most = maxSteps[detail];
      if (most === undefined || steps.length <= most) return;
      yield {
        at: { spec, path: [spec.value.detail === undefined ? 'id' : 'detail'] },
        message: `Journey \`${id}\` has ${steps.length} steps; the Policy allows ${most} for a map of depth \`${detail}\`.`,
        hint: 'Put steps that belong together into a journey of their own and name it in `journey` of one step, or write a deeper `detail:` (overview, standard, blueprint).',
      };
    };
  },
};
