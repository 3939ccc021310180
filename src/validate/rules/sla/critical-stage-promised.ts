import { hasPromise } from '../../../analysis/step-promises.js';
import { activeJourney } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const critical = (steps: string): string => activeJourney('lost-card', 'block', steps).replace('    title: Block\n', '    title: Block\n    critical: true\n');

/** A critical stage for which nobody promises anything. */
export const criticalStagePromised: Rule = {
  id: 'sla/critical-stage-promised',
  code: 'SLA-007',
  summary: 'For a critical stage, or for a step in it, something is promised.',
  rationale: 'Failing here costs the trust of the customer. Without a promise nobody notices in time that it is going to fail.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M2.4'],
  silencedBy: [
    { code: 'SLA-006', within: 'explained' },
    { code: 'REF-001', within: 'subject' },
  ],
  examples: {
    valid: [
      { title: 'A step of it has a promise', files: { 'journey.yaml': critical('      - {id: block, title: We block the card, lane: backstage, promise: {within: 5m}, end: success}\n') } },
      { title: 'The stage has one', files: { 'journey.yaml': critical('      - {id: block, title: We block the card, lane: backstage, end: success}\n').replace('critical: true\n', 'critical: true\n    promise: {within: 1h}\n') } },
    ],
    invalid: [
      {
        title: 'Nothing is promised in it',
        files: { 'journey.yaml': critical('      - {id: block, title: We block the card, lane: backstage, end: success}\n') },
        at: 'block',
        message: 'Stage `block` is critical, and nothing is promised for it or for a step in it.',
      },
    ],
  },
  checkJourneys: ({ workspace }) =>
    function* (journey) {
      for (const stage of journey.stages) {
        if (stage.value.critical !== true || hasPromise(workspace, journey, stage)) continue;
        yield {
          at: { spec: journey.spec, path: [...stage.path, 'id'] },
          message: `Stage \`${stage.id}\` is critical, and nothing is promised for it or for a step in it.`,
          hint: 'Add `promise: {within: 4h, percent: 95}` to the stage with what is true for it, or `sla:` with the id of a promise.',
        };
      }
    },
};
