import { reliesOn } from '../../../analysis/dependencies.js';
import { specName } from '../../../analysis/spec-words.js';
import { sentence } from '../../../base/words.js';
import { documentPartOf, isActive, type Spec } from '../../../model/spec.js';
import { activeDocument } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

/** Something in force that relies on a draft. */
export const activeNeedsActive: Rule = {
  id: 'reference/active-needs-active',
  code: 'REF-004',
  summary: 'What is active relies on nothing that is still a draft; a planned journey may.',
  rationale: 'A draft binds nobody and may change tomorrow. What customers are promised today cannot rest on it.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M7.6'],
  examples: {
    valid: [
      { title: 'The system behind the step is active', files: { 'system.yaml': ledger('active'), 'journey.yaml': lostCard('as-is') } },
      { title: 'A planned journey may rest on what is still built', files: { 'system.yaml': ledger('draft'), 'journey.yaml': lostCard('to-be') } },
    ],
    invalid: [
      {
        title: 'The system behind the step is a draft',
        files: { 'system.yaml': ledger('draft'), 'journey.yaml': lostCard('as-is') },
        at: 'ledger',
        message: 'Journey `lost-card` is active and relies on system `ledger`, which is still a draft.',
      },
      {
        title: 'The event comes from a system that is a draft',
        files: { 'system.yaml': ledger('draft'), 'journey.yaml': lostCard('as-is').replace('systems: [ledger]', 'events: {complete: card-blocked}') },
        at: 'card-blocked',
        message: 'Journey `lost-card` is active and relies on `card-blocked` of system `ledger`, which is still a draft.',
      },
    ],
  },
  *check({ workspace }) {
    for (const { from, to, reference, others } of reliesOn(workspace, 'draft')) {
      if (isPlan(from)) continue;
      const what = to.coordinate === documentPartOf(reference.target!) ? '' : `\`${reference.text}\` of `;
      yield {
        at: { spec: from, path: reference.path },
        cause: to.coordinate,
        message: `${sentence(specName(from))} ${isActive(from) ? 'is active and relies' : 'relies'} on ${what}${specName(to)}, which is still a draft.`,
        hint: `Set \`status: active\` in \`${to.id}\` once it holds, or let \`${from.id}\` do without it until then.`,
        related: others.slice(0, 20).map(({ path }) => ({ message: 'It relies on it here too.', at: { spec: from, path } })),
      };
    }
  },
};

function isPlan(spec: Spec): boolean {
  return spec.kind === 'Journey' && (spec as Spec<'Journey'>).value.perspective === 'to-be';
}

function ledger(status: string): string {
  return `apiVersion: waymark/v1
kind: System
id: ledger
title: Card ledger
version: 1.0.0
status: ${status}
owner: payments
emits:
  - {event: card-blocked}
`;
}

function lostCard(perspective: string): string {
  return activeDocument('Journey', 'lost-card', `perspective: ${perspective}
stages:
  - id: report
    title: Report
    steps:
      - {id: block, title: We block the card, lane: backstage, systems: [ledger], end: success}
`);
}
