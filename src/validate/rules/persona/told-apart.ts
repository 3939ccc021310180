import { canBothHold } from '../../../analysis/criteria.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { idPlace } from '../../id-place.js';
import type { Finding, Rule } from '../../rule.js';

const persona = (id: string, fields: string): string => `apiVersion: waymark/v1
kind: Persona
id: ${id}
title: ${id}
version: 1.0.0
status: active
owner: claims
type: customer
${fields}
`;

/** Two personas that one customer may be at the same time, with nothing that says which counts. */
export const toldApart: Rule = {
  id: 'persona/told-apart',
  code: 'PER-002',
  summary: 'No customer fits two personas, unless an order says which of them counts.',
  rationale: 'A customer who fits two personas has two promises, and each colleague keeps another one.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M2.1'],
  silencedBy: [
    { code: 'REF-001', within: 'spec' },
    { code: 'PER-001', within: 'spec' },
  ],
  examples: {
    valid: [
      {
        title: 'Nobody fits both',
        files: { 'a.yaml': persona('traveller', 'criteria: [{variable: trips, op: gte, value: 4}]'), 'b.yaml': persona('homebody', 'criteria: [{variable: trips, op: lt, value: 4}]') },
      },
      {
        title: 'Somebody may fit both, and the order decides',
        files: { 'a.yaml': persona('traveller', 'order: 1\ncriteria: [{variable: trips, op: gte, value: 4}]'), 'b.yaml': persona('student', 'order: 2\ncriteria: [{variable: age, op: lt, value: 27}]') },
      },
    ],
    invalid: [
      {
        title: 'Somebody may fit both',
        files: { 'a.yaml': persona('traveller', 'criteria: [{variable: trips, op: gte, value: 4}]'), 'b.yaml': persona('commuter', 'order: 2\ncriteria: [{variable: trips, op: lte, value: 4}]') },
        at: 'traveller',
        message: 'A customer may be `commuter` and `traveller` at the same time, and `traveller` has no `order`.',
      },
      {
        title: 'The same place in the order',
        files: { 'a.yaml': persona('student', 'order: 1\ncriteria: [{variable: age, op: lt, value: 27}]'), 'b.yaml': persona('traveller', 'order: 1\ncriteria: [{variable: trips, op: gte, value: 4}]') },
        at: '1',
        message: 'A customer may be `student` and `traveller` at the same time, and both have the `order` 1.',
      },
      {
        title: 'The first that fits is taken, but nobody knows which comes first',
        files: { 'a.yaml': persona('traveller', 'match: first\ncriteria: [{variable: trips, op: gte, value: 4}]') },
        at: 'first',
        message: 'Persona `traveller` is taken when it is the first that fits, but has no `order`.',
      },
      {
        title: 'More customers than there are',
        files: { 'a.yaml': persona('student', 'share: 0.7'), 'b.yaml': persona('traveller', 'share: 0.6') },
        at: '0.6',
        message: 'With persona `traveller`, the personas cover 130% of the customers.',
      },
    ],
  },
  *check({ workspace }) {
    const personas = sortedCustomers(workspace);
    for (const spec of personas) if (isFirstOfNothing(spec)) yield withoutPlace(spec);
    yield* tooMany(workspace);
    const told = new Set<Spec>();
    for (const [index, spec] of personas.entries()) {
      for (const other of personas.slice(0, index)) {
        const asked = other.value.order === undefined && spec.value.order !== undefined ? other : spec;
        if (told.has(asked) || isFirstOfNothing(asked) || areOrdered(spec, other) || !canBothHold(spec.value.criteria ?? [], other.value.criteria ?? [])) continue;
        told.add(asked);
        yield overlap(asked, asked === spec ? other : spec);
      }
    }
  },
};

/** Customers' personas that are recognised by something. */
function sortedCustomers(workspace: Workspace): readonly Spec<'Persona'>[] {
  return workspace.all('Persona').filter((spec) => isActive(spec) && spec.value.type === 'customer' && spec.value.fallback !== true && (spec.value.criteria ?? []).length > 0);
}

/** Nobody is counted twice, so all shares together are the whole at most. Rounding may add a little. */
function* tooMany(workspace: Workspace): Iterable<Finding> {
  let sum = 0;
  const counted: Spec<'Persona'>[] = [];
  for (const spec of workspace.all('Persona')) {
    if (!isActive(spec) || spec.value.type !== 'customer' || spec.value.share === undefined) continue;
    const before = sum;
    sum += spec.value.share;
    counted.push(spec);
    if (before > most || sum <= most) continue;
    yield {
      at: { spec, path: ['share'] },
      message: `With persona \`${spec.id}\`, the personas cover ${Math.round(sum * 100)}% of the customers.`,
      hint: 'Correct the shares so that they make 1 together at most; each customer counts for one persona.',
      tellsOf: [...counted],
    };
  }
}

const most = 1.01;

function isFirstOfNothing({ value }: Spec<'Persona'>): boolean {
  return value.match === 'first' && value.order === undefined;
}

function areOrdered(a: Spec<'Persona'>, b: Spec<'Persona'>): boolean {
  return a.value.order !== undefined && b.value.order !== undefined && a.value.order !== b.value.order;
}

function withoutPlace(spec: Spec<'Persona'>): Finding {
  return { at: { spec, path: ['match'] }, message: `Persona \`${spec.id}\` is taken when it is the first that fits, but has no \`order\`.`, hint: 'Add its place among the personas, for example `order: 1`. The lowest is tried first.' };
}

function overlap(asked: Spec<'Persona'>, other: Spec<'Persona'>): Finding {
  const { order } = asked.value;
  return {
    at: order === undefined ? idPlace(asked) : { spec: asked, path: ['order'] },
    message: `A customer may be \`${other.id}\` and \`${asked.id}\` at the same time, and ${order === undefined ? `\`${asked.id}\` has no \`order\`` : `both have the \`order\` ${order}`}.`,
    hint: `Change the criteria so that nobody fits both, or give each its own \`order\`, for example \`order: ${(other.value.order ?? 0) + 1}\`. The lowest is tried first.`,
    related: [{ message: `\`${other.id}\` stands here.`, at: idPlace(other) }],
  };
}
