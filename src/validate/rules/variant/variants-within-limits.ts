import { groupBy } from '../../../base/groups.js';
import type { Workspace } from '../../../model/workspace.js';
import { examplePolicy, journeyWithRules } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

/** More variants than anybody can test. */
export const variantsWithinLimits: Rule = {
  id: 'variant/variants-within-limits',
  code: 'VAR-001',
  summary: 'A rule and a journey have no more variants than the Policy allows.',
  rationale: 'Every variant has to be tested and kept up to date. Beyond a number nobody does that, and customers find the mistakes.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M6.1'],
  examples: {
    valid: [
      {
        title: 'Two variants where two are allowed',
        files: {
          'policy.yaml': examplePolicy('limits: {variantsPerRule: 2}\n'),
          'journey.yaml': journeyWithRules(`  - {id: slots, type: personalise, variants: [{id: morning}, {id: any, default: true}]}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'A rule with three variants where two are allowed',
        files: {
          'policy.yaml': examplePolicy('limits: {variantsPerRule: 2}\n'),
          'journey.yaml': journeyWithRules(`  - {id: slots, type: personalise, variants: [{id: morning}, {id: evening}, {id: any, default: true}]}
`),
        },
        at: 'variants',
        message: 'Rule `slots` chooses between 3 variants, and the Policy allows 2.',
      },
      {
        title: 'Two countries in two languages where three variants are allowed',
        files: {
          'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: example\ntitle: Example\nlanguages: [de, fr]\n',
          'policy.yaml': examplePolicy('limits: {variantsPerJourney: 3}\n'),
          'base.yaml': 'apiVersion: waymark/v1\nkind: Journey\nid: visit\ntitle: A visit at home\nversion: 1.0.0\nstatus: active\nowner: claims\nstages: [{id: visit, title: Visit, steps: [{id: visit, title: Technician visits, lane: frontstage, end: success}]}]\n',
          'at.yaml': 'apiVersion: waymark/v1\nkind: Journey\nid: visit-at\ntitle: Visit, Austria\nversion: 1.0.0\nstatus: active\nowner: claims\nextends: visit@^1\n',
          'ch.yaml': 'apiVersion: waymark/v1\nkind: Journey\nid: visit-ch\ntitle: Visit, Switzerland\nversion: 1.0.0\nstatus: active\nowner: claims\nextends: visit@^1\n',
        },
        at: 'A visit at home',
        message: 'Journey `visit` has 2 variants in 2 languages, which makes 4, and the Policy allows 3.',
      },
    ],
  },
  *check({ workspace }) {
    yield* rules(workspace);
    yield* journeys(workspace);
  },
};

function* rules({ journeys: all, policy }: Workspace): Iterable<Finding> {
  const limit = policy.value.limits?.variantsPerRule;
  if (limit === undefined) return;
  for (const { spec } of all) {
    for (const [index, { id, variants = [] }] of (spec.value.rules ?? []).entries()) {
      if (variants.length <= limit) continue;
      yield {
        at: { spec, path: ['rules', index, 'variants'], part: 'key' },
        message: `Rule \`${id}\` chooses between ${variants.length} variants, and the Policy allows ${limit}.`,
        hint: 'Put variants together that customers would not tell apart, or raise `variantsPerRule` under `limits` of the Policy.',
      };
    }
  }
}

function* journeys({ variants, policy, root }: Workspace): Iterable<Finding> {
  const limit = policy.value.limits?.variantsPerJourney;
  if (limit === undefined || variants.length === 0) return;
  const living = variants.filter(({ spec }) => spec.status !== 'retired');
  const languages = Math.max(1, root?.value.languages?.length ?? 1);
  for (const group of groupBy(living, ({ base }) => base.id).values()) {
    const { base } = group[0]!;
    const all = group.length * languages;
    if (all <= limit) continue;
    yield {
      at: { spec: base, path: ['title'] },
      message: `Journey \`${base.id}\` has ${group.length} variants in ${languages} ${languages === 1 ? 'language' : 'languages'}, which makes ${all}, and the Policy allows ${limit}.`,
      hint: 'Put variants together, or raise `variantsPerJourney` under `limits` of the Policy.',
    };
  }
}
