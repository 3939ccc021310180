import type { JourneyModel } from '../../../model/journey.js';
import type { JourneyRule } from '../../../schema/kinds/journey.js';
import { journeyWithRules } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

/** Two rules that may both want to decide. */
export const rulesInOrder: Rule = {
  id: 'variant/rules-in-order',
  code: 'VAR-007',
  summary: 'Where several rules may apply, it is clear which one wins, and each rule has at most one default.',
  rationale: 'When two rules answer and neither goes first, the same customer gets one thing today and another tomorrow.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M6.2'],
  silencedBy: [{ code: 'STR-003', within: 'subject' }],
  examples: {
    valid: [
      {
        title: 'The higher number wins',
        files: {
          'journey.yaml': journeyWithRules(`  - {id: slots, type: personalise, precedence: 10}
  - {id: fleets-first, type: prioritise, precedence: 20}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'Both have the same number',
        files: {
          'journey.yaml': journeyWithRules(`  - {id: slots, type: personalise, precedence: 20}
  - {id: fleets-first, type: prioritise, stages: [visit], precedence: 20}
`),
        },
        at: '20',
        message: 'Rules `slots` and `fleets-first` may apply to the same customer, and both have precedence 20.',
      },
      {
        title: 'One has no number',
        files: {
          'journey.yaml': journeyWithRules(`  - {id: slots, type: personalise, precedence: 10}
  - {id: fleets-first, type: prioritise}
`),
        },
        at: 'fleets-first',
        message: 'Rules `slots` and `fleets-first` may apply to the same customer, and `fleets-first` has no precedence.',
      },
      {
        title: 'Two defaults',
        files: {
          'journey.yaml': journeyWithRules(`  - {id: slots, type: personalise, variants: [{id: any, default: true}, {id: morning, default: true}]}
`),
        },
        at: 'morning',
        message: 'Variants `any` and `morning` of rule `slots` are both the default.',
      },
    ],
  },
  checkJourneys: () =>
    function* (journey) {
      const rules = journey.spec.value.rules ?? [];
      for (const [index, rule] of rules.entries()) {
        yield* twoDefaults(journey, rule, index);
        yield* unordered(journey, rule, index, rules);
      }
    },
};

function* twoDefaults({ spec }: JourneyModel, { id, variants = [] }: JourneyRule, index: number): Iterable<Finding> {
  const [first, second] = variants.filter((variant) => variant.default === true);
  if (first === undefined || second === undefined) return;
  yield {
    at: { spec, path: ['rules', index, 'variants', variants.indexOf(second), 'id'] },
    message: `Variants \`${first.id}\` and \`${second.id}\` of rule \`${id}\` are both the default.`,
    hint: 'Delete `default: true` from one of them.',
  };
}

function* unordered({ spec }: JourneyModel, rule: JourneyRule, index: number, rules: readonly JourneyRule[]): Iterable<Finding> {
  const rivals = rules.filter((other, at) => at !== index && mayMeet(rule, other));
  if (rule.precedence === undefined) {
    const rival = rivals.find(({ precedence }) => precedence !== undefined) ?? rules.slice(0, index).find((other) => rivals.includes(other));
    if (rival === undefined) return;
    yield { at: { spec, path: ['rules', index, 'id'] }, message: `Rules \`${rival.id}\` and \`${rule.id}\` may apply to the same customer, and \`${rule.id}\` has no precedence.`, hint: 'Add `precedence:` with a number; the highest number wins.' };
    return;
  }
  const equal = rules.slice(0, index).find((other) => rivals.includes(other) && other.precedence === rule.precedence);
  if (equal === undefined) return;
  yield { at: { spec, path: ['rules', index, 'precedence'] }, message: `Rules \`${equal.id}\` and \`${rule.id}\` may apply to the same customer, and both have precedence ${rule.precedence}.`, hint: 'Give one of them another number; the highest number wins.' };
}

function mayMeet(a: JourneyRule, b: JourneyRule): boolean {
  return overlap(a.stages, b.stages) && overlap(a.personas, b.personas);
}

/** No list means all. */
function overlap(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === undefined || b === undefined || a.some((each) => b.includes(each));
}
