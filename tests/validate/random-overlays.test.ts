import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanIn } from '../../src/load/document.js';
import { runRules } from '../../src/validate/run-rules.js';
import { rules } from '../../src/validate/rules/index.js';
import { walkFor } from '../../src/schema/walk.js';
import { check } from '../support/property.js';
import { journeyText, workspaceOf } from '../support/journeys.js';

const header = `customerGoal: To be paid
disclosures: [{id: notice, textFile: a.md, sha256: ${'a'.repeat(64)}}]
escalations: [{id: late, trigger: {sla: promise}, rungs: [{after: 70%, to: claims#lead}]}]
handoffs: [{from: a, to: b, hands: [photo]}]
`;
const base = journeyText(['stage one', 'a, promise: {within: 4h, percent: 98}, data: {collects: [photo]}', 'b, actor: field, disclosures: [notice]', 'stage two', 'c, end: success'], header);

const path = fc.constantFrom(
  'customerGoal', 'level', 'title', 'stages', 'stages.one', 'stages.one.steps', 'stages.one.steps.a', 'stages.one.steps.a.next', 'stages.one.steps.a.next.b', 'stages.one.steps.a.promise', 'stages.one.steps.a.promise.within', 'stages.one.steps.a.data.collects',
  'stages.one.steps.b.disclosures', 'stages.two.steps.c.end', 'stages.three', 'disclosures', 'disclosures.notice', 'disclosures.notice.textFile', 'escalations.late.rungs', 'handoffs', 'handoffs.a>b', 'handoffs.a>b.hands', 'resilience.rto', 'constructor', 'stages.constructor', 'toString.length',
);
const value = fc.constantFrom('x', '[]', '[x, y]', '{}', '{id: z}', '{id: z, title: Z, lane: backstage}', '{id: z, title: Z, steps: [{id: q, title: Q, lane: support}]}', '{from: a, to: c, hands: []}', '8h', '1', 'null', 'success', '[{id: z, title: Z, lane: backstage, end: success}]', '[{to: c}]', '{within: 8h, percent: 90}');
const operation = fc
  .tuple(fc.constantFrom('set', 'add', 'remove'), path, fc.option(value, { nil: undefined }), fc.constantFrom('', ', after: a', ', before: c'))
  .map(([op, where, what, place]) => `  - {op: ${op}, path: ${where}${what === undefined ? '' : `, value: ${what}`}${place}, reason: Austria}\n`);
const overlays = fc.array(operation, { minLength: 1, maxLength: 4 }).map((operations) => operations.join(''));

function files(overlay: string): { readonly [path: string]: string } {
  return { 'base.yaml': base, 'variant.yaml': `apiVersion: waymark/v1\nkind: Journey\nid: test-at\ntitle: Test, Austria\nversion: 0.1.0\nstatus: draft\nowner: claims\nextends: test@^0.1\noverlay:\n${overlay}` };
}

describe('whatever an overlay says', () => {
  it('no rule fails over it, and a variant is a journey exactly when nothing is wrong with its overlay', () => {
    check(
      fc.property(overlays, (overlay) => {
        const workspace = workspaceOf(files(overlay));
        const { diagnostics } = runRules(workspace, rules, '2026-11-22', { profile: 'regulated' });
        const isTold = diagnostics.some(({ code }) => code === 'VAR-009');
        expect(diagnostics.filter(({ message }) => message.includes('could not be checked'))).toEqual([]);
        expect(workspace.journey('test-at') === undefined).toBe(isTold);
      }),
      400,
    );
  });

  it('a list that an earlier change made something else takes no entry', () => {
    const { variants } = workspaceOf(files('  - {op: set, path: stages.one.steps, value: x, reason: Austria}\n  - {op: add, path: stages.one.steps, value: {id: z}, reason: Austria}\n'));
    expect(variants[0]?.failures).toMatchObject([{ operation: 1, field: 'path' }]);
  });

  it('each text of the variant stands where it points', () => {
    check(
      fc.property(overlays, (overlay) => {
        const { spec } = workspaceOf(files(overlay)).variants[0]!;
        walkFor(() => true)('Journey', spec.value, (_, found, keys) => {
          if (typeof found === 'object') return;
          const { document, path: written } = spec.origin(keys.slice());
          const { source, start, end } = spanIn(document, written);
          expect(source.text.slice(start, end)).toBe(String(found));
        });
      }),
      200,
    );
  });
});
