import { listOf, quoted } from '../../../base/words.js';
import type { Workspace } from '../../../model/workspace.js';
import type { JourneyRule } from '../../../schema/kinds/journey.js';
import { examplePolicy, journeyWithRules } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

/** Contacting customers more than they have agreed to. */
export const outreachRespectful: Rule = {
  id: 'variant/outreach-respectful',
  code: 'VAR-008',
  summary: 'A rule that contacts customers asks for their consent, counts the contacts, and leaves them alone at night.',
  rationale: 'Who is contacted too often, at night or against their will complains, opts out of everything, or leaves.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M4.4'],
  examples: {
    valid: [
      {
        title: 'With consent, once a week, not at night',
        files: {
          'journey.yaml': journeyWithRules(`  - {id: tips, type: outreach, consentKey: mkt, contactsPerWeek: 1, quietHours: "21:00-08:00"}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'Nothing is said',
        files: {
          'journey.yaml': journeyWithRules(`  - {id: tips, type: outreach, contactsPerWeek: 1}
`),
        },
        at: 'tips',
        message: 'Rule `tips` contacts customers and has no `consentKey` and no `quietHours`.',
      },
      {
        title: 'More often than the Policy allows',
        files: {
          'policy.yaml': examplePolicy('limits: {contactsPerWeek: 3}\n'),
          'journey.yaml': journeyWithRules(`  - {id: tips, type: outreach, consentKey: mkt, contactsPerWeek: 5, quietHours: "21:00-08:00"}
`),
        },
        at: '5',
        message: 'Rule `tips` contacts a customer up to 5 times a week, and the Policy allows 3.',
      },
    ],
  },
  checkJourneys({ workspace }) {
    const limit = workspace.policy.value.limits?.contactsPerWeek;
    return function* ({ spec }) {
      for (const [index, rule] of (spec.value.rules ?? []).entries()) {
        if (rule.type !== 'outreach') continue;
        const missing = missingFields(workspace, rule);
        const { id, contactsPerWeek } = rule;
        if (missing.length > 0) {
          yield { at: { spec, path: ['rules', index, 'id'] }, message: `Rule \`${id}\` contacts customers and has no ${quoted(missing).join(' and no ')}.`, hint: `Add ${listOf(missing.map((field) => `\`${field}: ${examples[field]}\``))}.` };
        }
        if (contactsPerWeek !== undefined && limit !== undefined && contactsPerWeek > limit) {
          yield { at: { spec, path: ['rules', index, 'contactsPerWeek'] }, message: `Rule \`${id}\` contacts a customer up to ${contactsPerWeek} times a week, and the Policy allows ${limit}.`, hint: `Write \`contactsPerWeek: ${limit}\` or less.` };
        }
      }
    };
  },
};

const examples = { consentKey: 'marketing', contactsPerWeek: '1', quietHours: '"21:00-08:00"' } as const;

/** A contact that the contract or the law asks for needs no consent. */
function missingFields({ registers }: Workspace, rule: JourneyRule): readonly (keyof typeof examples)[] {
  const basis = registers.purposes.get(rule.purpose ?? '')?.value.basis;
  const isOwed = basis !== undefined && basis !== 'consent' && basis !== 'legitimate-interests';
  return (['consentKey', 'contactsPerWeek', 'quietHours'] as const).filter((field) => rule[field] === undefined && !(field === 'consentKey' && isOwed));
}
