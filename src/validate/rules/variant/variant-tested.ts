import { Proposals } from '../../../base/proposals.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { JourneyRule } from '../../../schema/kinds/journey.js';
import { journeyWithRules } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

/** A variant that nobody ever tried. */
export const variantTested: Rule = {
  id: 'variant/variant-tested',
  code: 'VAR-004',
  summary: 'Each variant of a rule is what some made-up profile should get, and each profile gets a variant that exists.',
  rationale: 'The variant that nobody tried is the one that surprises the customer.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M6.3'],
  examples: {
    valid: [
      {
        title: 'A profile for each variant',
        files: {
          'journey.yaml': journeyWithRules(`  - {id: slots, type: personalise, variants: [{id: morning}, {id: any, default: true}], tests: [{profile: early-worker, expect: morning}, {profile: unknown, expect: any}]}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'No profile gets the morning',
        files: {
          'journey.yaml': journeyWithRules(`  - {id: slots, type: personalise, variants: [{id: morning}, {id: any, default: true}], tests: [{profile: unknown, expect: any}]}
`),
        },
        at: 'morning',
        message: 'No test of rule `slots` expects its variant `morning`.',
      },
      {
        title: 'No tests at all',
        files: {
          'journey.yaml': journeyWithRules(`  - {id: slots, type: personalise, variants: [{id: morning}, {id: any, default: true}]}
`),
        },
        at: 'slots',
        message: 'Rule `slots` chooses between variants and has no tests.',
      },
      {
        title: 'A profile that expects what does not exist',
        files: {
          'journey.yaml': journeyWithRules(`  - {id: slots, type: personalise, variants: [{id: morning}, {id: any, default: true}], tests: [{profile: early-worker, expect: mornings}, {profile: unknown, expect: any}]}
`),
        },
        at: 'mornings',
        message: 'The test with profile `early-worker` expects `mornings`, and rule `slots` has no such variant.',
      },
    ],
  },
  checkJourneys() {
    const proposals = new Proposals();
    return function* (journey) {
      for (const [index, rule] of (journey.spec.value.rules ?? []).entries()) yield* judge(proposals, journey, rule, index);
    };
  },
};

/** While a test expects something unknown, it may be that the untested variant is meant. */
function* judge(proposals: Proposals, { spec }: JourneyModel, { id, variants = [], tests = [] }: JourneyRule, index: number): Iterable<Finding> {
  const known = variants.map((variant) => variant.id);
  const unknown = tests.map((test, at) => ({ ...test, at })).filter(({ expect }) => !known.includes(expect));
  const untested = variants.map((variant, at) => ({ ...variant, at })).filter((variant) => !tests.some(({ expect }) => expect === variant.id));
  if (variants.length > 0 && tests.length === 0) {
    yield { at: { spec, path: ['rules', index, 'id'] }, message: `Rule \`${id}\` chooses between variants and has no tests.`, hint: `Add \`tests: [{profile: ..., expect: ${known[0]}}, ...]\`, with one profile for each variant, under a name of your choice.` };
  } else if (unknown.length > 0) {
    for (const { profile, expect, at } of unknown) {
      yield { at: { spec, path: ['rules', index, 'tests', at, 'expect'] }, message: `The test with profile \`${profile}\` expects \`${expect}\`, and rule \`${id}\` has no such variant.`, hint: proposals.didYouMean(spec.document.source.uri, expect, () => known) || 'Name a variant of the rule, or add it to `variants`.' };
    }
  } else {
    for (const variant of untested) {
      yield { at: { spec, path: ['rules', index, 'variants', variant.at, 'id'] }, message: `No test of rule \`${id}\` expects its variant \`${variant.id}\`.`, hint: `Add \`{profile: ..., expect: ${variant.id}}\` to \`tests\`, with a name for the profile that should get it.` };
    }
  }
}
