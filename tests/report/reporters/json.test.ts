import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { json } from '../../../src/report/reporters/json.js';
import { finding, fullRun, marked, run, view, workspace } from '../harness.js';

const schema: unknown = JSON.parse(readFileSync(new URL('../../../schemas/output/findings.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema as object);

function errorsOf(output: string): unknown {
  validate(JSON.parse(output));
  return validate.errors ?? [];
}

test('the published schema describes the output', () => {
  expect(errorsOf(json.report(fullRun(), view))).toEqual([]);
  expect(errorsOf(json.report(run(), { ...view, failOn: 'never' }))).toEqual([]);
  expect(errorsOf(json.report(run(workspace({})), view))).toEqual([]);
});

test('the published schema allows no field that is not described', () => {
  const objects: Record<string, unknown>[] = [];
  JSON.stringify(schema, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'object') objects.push(value as Record<string, unknown>);
    return value;
  });
  expect(objects).toHaveLength(10);
  expect(objects.filter((each) => each['additionalProperties'] !== false)).toEqual([]);
});

test('everything that a finding has is there', () => {
  const diagnostic = finding({
    hint: 'promise less',
    subject: 'sla:claim',
    span: marked('a.yaml', 'within: [[10d]]'),
    related: [{ message: 'here', span: marked('b.yaml', 'x:\n  [[y\n]]') }],
  });
  const drafts = [{ subject: 'journey:a', title: 'A', owed: 2 }];
  const results = run(workspace({ root: 'insurance', diagnostics: [diagnostic], drafts, waived: 4, baselined: 5, switchedOff: ['REF-001'] }));
  expect(JSON.parse(json.report(results, view))).toEqual({
    format: 'waymark-findings/1',
    tool: { name: 'waymark', version: '0.1.0' },
    command: 'validate',
    asOf: '2026-10-01',
    failOn: 'error',
    counts: { errors: 1, warnings: 0, infos: 0, failing: 1, files: 1, documents: 3, workspaces: 1, waived: 4, baselined: 5 },
    workspaces: [
      {
        root: 'insurance',
        title: 'Insurance',
        counts: { errors: 1, warnings: 0, infos: 0, documents: 3, waived: 4, baselined: 5 },
        findings: [
          {
            rule: 'sla/path-fits-target',
            code: 'SLA-001',
            severity: 'error',
            message: 'The promise cannot be kept',
            why: 'A promise that the path cannot keep is broken from the first day.',
            hint: 'promise less',
            subject: 'sla:claim',
            fingerprint: 'sla/path-fits-target|sla:claim|The promise cannot be kept',
            location: { uri: 'a.yaml', start: { line: 1, column: 9 }, end: { line: 1, column: 12 } },
            related: [{ message: 'here', location: { uri: 'b.yaml', start: { line: 2, column: 3 }, end: { line: 3, column: 1 } } }],
          },
        ],
        drafts: [{ subject: 'journey:a', title: 'A', owed: 2 }],
        switchedOff: ['REF-001'],
      },
    ],
  });
});

test('the number of findings and being quiet do not change what programs read', () => {
  expect(json.report(fullRun(), { ...view, maxProblems: 1, quiet: true, color: true })).toBe(json.report(fullRun(), view));
});

test('a span beyond the end of the text is told as the end of the text', () => {
  const span = { ...marked('a.yaml', '[[ab]]'), start: 1, end: 99 };
  expect(json.report(run(workspace({ diagnostics: [finding({ span })] })), view).replace(/\s/g, '')).toContain(
    '"start":{"line":1,"column":2},"end":{"line":1,"column":3}',
  );
});
