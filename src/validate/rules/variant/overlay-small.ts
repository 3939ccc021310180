import { overlayReach, sharedChanges } from '../../../analysis/overlay-reach.js';
import { listOf } from '../../../base/words.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeJourney, examplePolicy } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const shared = 3;

const base = activeJourney('visit', 'visit', `      - {id: book, title: Customer books, lane: customer, channel: app}
      - {id: visit, title: Technician visits, lane: frontstage, end: success}
`);

function variant(country: string, overlay: string): string {
  return `apiVersion: waymark/v1
kind: Journey
id: visit-${country}
title: Visit in another country
version: 1.0.0
status: active
owner: claims
extends: visit@^1
overlay:
${overlay}`;
}

const partner = '  - {op: set, path: stages.visit.steps.visit.title, value: Partner visits, reason: no technicians of our own}\n';

/** Variants that grow apart, or that all say the same. */
export const overlaySmall: Rule = {
  id: 'variant/overlay-small',
  code: 'VAR-011',
  summary: 'A variant touches only a part of its base, and what many variants have in common stands in the base.',
  rationale: 'A variant that changes nearly everything is a journey of its own, and a change that everybody makes has to be kept in step in every copy.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M8.1'],
  silencedBy: [{ code: 'VAR-009', within: 'spec' }],
  examples: {
    valid: [
      {
        title: 'One step of two, where half is allowed',
        files: {
          'policy.yaml': examplePolicy('limits: {overlayShare: 0.5}\n'),
          'base.yaml': base,
          'at.yaml': variant('at', partner),
        },
      },
    ],
    invalid: [
      {
        title: 'One step of two, where three of ten are allowed',
        files: {
          'policy.yaml': examplePolicy('limits: {overlayShare: 0.3}\n'),
          'base.yaml': base,
          'at.yaml': variant('at', partner),
        },
        at: 'overlay',
        message: 'Variant `visit-at` touches 1 of 2 steps of `visit`, and the Policy allows 30%.',
      },
      {
        title: 'Three countries make the same change',
        files: { 'base.yaml': base, 'at.yaml': variant('at', partner), 'ch.yaml': variant('ch', partner), 'fr.yaml': variant('fr', partner) },
        at: 'stages.visit.steps.visit.title',
        message: 'Variants `visit-at`, `visit-ch` and `visit-fr` of `visit` all make this change.',
      },
    ],
  },
  *check({ workspace }) {
    yield* tooLarge(workspace);
    yield* inCommon(workspace);
  },
};

function* tooLarge({ variants, policy }: Workspace): Iterable<Finding> {
  const limit = policy.value.limits?.overlayShare;
  if (limit === undefined) return;
  for (const each of variants) {
    const { touched, all } = overlayReach(each);
    if (touched <= limit * all) continue;
    yield {
      at: { spec: each.spec, path: ['overlay'], part: 'key' },
      message: `Variant \`${each.spec.id}\` touches ${touched} of ${all} steps of \`${each.base.id}\`, and the Policy allows ${Math.round(limit * 100)}%.`,
      hint: `Move what other variants need as well into \`${each.base.id}\`, or make \`${each.spec.id}\` a journey of its own.`,
    };
  }
}

function* inCommon({ variants }: Workspace): Iterable<Finding> {
  const living = variants.filter(({ spec: { status } }) => status !== 'retired');
  for (const changes of sharedChanges(living).filter(({ length }) => length >= shared)) {
    const [first, ...others] = changes;
    const { spec, base: from } = first!.variant;
    yield {
      at: { spec, path: ['overlay', first!.index, 'path'] },
      message: `Variants ${listOf(changes.map(({ variant: { spec: { id } } }) => `\`${id}\``))} of \`${from.id}\` all make this change.`,
      hint: `Write it into \`${from.id}\` itself and delete it from the variants; a variant that differs sets it back.`,
      related: others.map((other) => ({ message: 'the same change', at: { spec: other.variant.spec, path: ['overlay', other.index, 'path'] } })),
    };
  }
}
