import type { JourneyRule } from '../../../schema/kinds/journey.js';
import { journeyWithRules } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const deciding: readonly JourneyRule['type'][] = ['personalise', 'prioritise', 'override', 'route'];

/** A decision that nobody can explain afterwards. */
export const decisionLogged: Rule = {
  id: 'variant/decision-logged',
  code: 'VAR-005',
  summary: 'A rule that decides about customers records each decision, with the version of the rule.',
  rationale: 'When a customer or a regulator asks why, somebody has to be able to answer, also for a rule that was changed since.',
  severity: 'error',
  preset: 'regulated',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M6.6'],
  examples: {
    valid: [
      {
        title: 'The record says which version decided and what came out',
        files: {
          'journey.yaml': journeyWithRules(`  - {id: slots, type: personalise, explain: {logEvent: slot-offered, fields: [ruleVersion, variant]}}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'No record',
        files: {
          'journey.yaml': journeyWithRules(`  - {id: slots, type: personalise}
`),
        },
        at: 'slots',
        message: 'Rule `slots` decides about customers, and nothing records its decisions.',
      },
      {
        title: 'A record without the version',
        files: {
          'journey.yaml': journeyWithRules(`  - {id: slots, type: personalise, explain: {logEvent: slot-offered, fields: [variant]}}
`),
        },
        at: 'fields',
        message: 'The record of a decision of rule `slots` does not hold the version of the rule.',
      },
    ],
  },
  checkJourneys: () =>
    function* ({ spec }) {
      for (const [index, { id, type, explain }] of (spec.value.rules ?? []).entries()) {
        if (!deciding.includes(type)) continue;
        if (explain === undefined) {
          yield { at: { spec, path: ['rules', index, 'id'] }, message: `Rule \`${id}\` decides about customers, and nothing records its decisions.`, hint: 'Add `explain: {logEvent: ..., fields: [ruleVersion, variant]}` with the event that is written at each decision.' };
        } else if (explain.fields !== undefined && explain.fields.length > 0 && !explain.fields.some((field) => /version/i.test(field))) {
          yield { at: { spec, path: ['rules', index, 'explain', 'fields'], part: 'key' }, message: `The record of a decision of rule \`${id}\` does not hold the version of the rule.`, hint: 'Add `ruleVersion` to `fields`.' };
        }
      }
    },
};
