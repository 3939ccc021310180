import { everySpec } from '../../../analysis/doubled-specs.js';
import { isReadWhole } from '../../../analysis/completeness.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument } from '../../example-texts.js';
import { idPlace } from '../../id-place.js';
import type { Rule } from '../../rule.js';

const persona = (fields: string): string => activeDocument('Persona', 'traveller', `type: customer
${fields}
`);

const directory = 'apiVersion: waymark/v1\nkind: Directory\nid: example\ntitle: Teams\nversion: 1.0.0\nstatus: active\nowner: claims\nteams: {claims: Claims}\n';

/** Customers who fit no persona, or who fit several that are meant for the rest. */
export const oneFallback: Rule = {
  id: 'persona/one-fallback',
  code: 'PER-003',
  summary: 'Exactly one persona stands for the customers who fit no other.',
  rationale: 'Whoever fits no persona has no promise. With two personas for the rest, nobody knows which promise holds.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M2.1'],
  examples: {
    valid: [
      { title: 'A persona for travellers, and one for everybody else', files: { 'persona.yaml': persona('criteria: [{variable: trips, op: gte, value: 4}]') } },
      { title: 'One persona without criteria is everybody', files: { 'directory.yaml': directory, 'persona.yaml': persona('') } },
    ],
    invalid: [
      {
        title: 'Nothing for those who do not travel',
        files: { 'directory.yaml': directory, 'persona.yaml': persona('criteria: [{variable: trips, op: gte, value: 4}]') },
        at: 'traveller',
        message: 'Customers who fit no persona are left out: none is the `fallback`.',
      },
      {
        title: 'Two for the rest',
        files: { 'persona.yaml': persona('fallback: true') },
        at: 'true',
        message: 'Persona `traveller` stands for customers who fit no other, and so does `everybody`.',
      },
    ],
  },
  *check({ workspace }) {
    const customers = customersOf(workspace);
    const [first, ...others] = customers.filter(isFallback);
    for (const spec of others) {
      yield {
        at: { spec, path: ['fallback'] },
        message: `Persona \`${spec.id}\` stands for customers who fit no other, and so does \`${first!.id}\`.`,
        hint: 'Delete `fallback` from one of them, and add the `criteria` by which it is recognised.',
        related: [{ message: `\`${first!.id}\` stands here.`, at: idPlace(first!) }],
      };
    }
    if (!everySpec(workspace, 'Persona').some(isFallback) && mayBeLeftOut(customers) && isReadWhole(workspace, 'Persona', 'Directory')) {
      yield {
        at: idPlace(customers[0]!),
        message: 'Customers who fit no persona are left out: none is the `fallback`.',
        hint: 'Add `fallback: true` to the persona that everybody is who fits no other, or add such a persona.',
      };
    }
  },
};

function customersOf(workspace: Workspace): readonly Spec<'Persona'>[] {
  return workspace.all('Persona').filter(isCustomer);
}

function isCustomer(spec: Spec<'Persona'>): boolean {
  return isActive(spec) && spec.value.type === 'customer';
}

function isFallback(spec: Spec<'Persona'>): boolean {
  return isCustomer(spec) && spec.value.fallback === true;
}

function mayBeLeftOut(customers: readonly Spec<'Persona'>[]): boolean {
  return customers.length > 1 || customers.some(({ value }) => (value.criteria ?? []).length > 0);
}
