import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/base/diagnostic.js';
import { sarif } from '../../../src/report/reporters/sarif.js';
import { finding, fullRun, marked, run, view, workspace } from '../harness.js';
import { hostile, hostileRun } from '../hostile.js';

const parse = (report: string): Log => JSON.parse(report) as Log;

function resultOf(fields: Partial<Diagnostic>): Result | undefined {
  return parse(sarif.report(run(workspace({ diagnostics: [finding(fields)] })), view)).runs[0]?.results?.[0];
}

test('the log holds the tool, its rules and nothing about this machine or this minute', () => {
  const { runs, ...log } = parse(sarif.report(run(workspace({ diagnostics: [finding({ code: 'NEW-001', rule: 'new/rule' })] })), view));
  expect(log).toEqual({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
  });
  expect(runs).toHaveLength(1);
  expect({ ...runs[0], results: [] }).toEqual({
    tool: {
      driver: {
        name: 'waymark',
        version: '0.1.0',
        rules: [
          {
            id: 'SLA-001',
            name: 'sla/path-fits-target',
            shortDescription: { text: 'The slowest path fits the promise' },
            fullDescription: { text: 'A promise that the path cannot keep is broken from the first day.' },
            help: { text: 'A promise that the path cannot keep is broken from the first day. More: waymark explain sla/path-fits-target' },
            helpUri: 'https://waymark.dev/rules/sla/path-fits-target',
            defaultConfiguration: { level: 'error' },
          },
          {
            id: 'DOC-001',
            name: 'doc/title',
            shortDescription: { text: 'Titles are short' },
            fullDescription: { text: 'Long titles are not read.' },
            help: { text: 'Long titles are not read. More: waymark explain doc/title' },
            defaultConfiguration: { level: 'warning' },
          },
          {
            id: 'NEW-001',
            name: 'new/rule',
            shortDescription: { text: 'new/rule' },
            fullDescription: { text: 'new/rule' },
            help: { text: 'new/rule More: waymark explain new/rule' },
            defaultConfiguration: { level: 'error' },
          },
        ],
      },
    },
    automationDetails: { id: 'waymark/validate/' },
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder that the command ran in.' } } },
    columnKind: 'utf16CodeUnits',
    results: [],
    properties: { asOf: '2026-10-01' },
  });
});

test('a result has its rule, its place, its subject and what is related', () => {
  const related = [{ message: 'here', span: marked('b.yaml', 'x:\n  [[y]]') }];
  expect(resultOf({ hint: 'promise less', subject: 'sla:claim', span: marked('a.yaml', 'within: [[10d\n]]'), related })).toEqual({
    ruleId: 'SLA-001',
    ruleIndex: 0,
    level: 'error',
    message: { text: 'The promise cannot be kept\n\nFix: promise less' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'a.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 1, startColumn: 9, endLine: 2, endColumn: 1 },
        },
        logicalLocations: [{ fullyQualifiedName: 'sla:claim' }],
      },
    ],
    relatedLocations: [
      {
        id: 1,
        physicalLocation: {
          artifactLocation: { uri: 'b.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 4 },
        },
        message: { text: 'here' },
      },
    ],
    partialFingerprints: { 'waymarkFinding/v1': expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});

test('a finding about a workspace stands at the top of its file', () => {
  expect(resultOf({ severity: 'info' })).toMatchObject({
    level: 'note',
    locations: [{ physicalLocation: { artifactLocation: { uri: 'waymark.yaml' }, region: { startLine: 1 } } }],
  });
});

test('what SARIF would read as a placeholder or a link is text', () => {
  expect(resultOf({ message: 'write {0}, see [here](javascript:x) or list[0]' })?.message.text).toBe(
    'write {{0}}, see [here]\\(javascript:x) or list[0]',
  );
});

test('paths are relative and percent-encoded', () => {
  const uriOf = (uri: string): string | undefined =>
    resultOf({ span: marked(uri, '[[x]]') })?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
  expect(uriOf('./a b/ü%20#?.yaml')).toBe('a%20b/%C3%BC%2520%23%3F.yaml');
  expect(uriOf('::error::x.yaml')).toBe('%3A%3Aerror%3A%3Ax.yaml');
  expect(uriOf('/etc//x\ud800.yaml')).toBe('etc/x%EF%BF%BD.yaml');
});

const schemaPath = process.env['WAYMARK_SARIF_SCHEMA'];

test.skipIf(schemaPath === undefined)('the official schema accepts it (skipped unless WAYMARK_SARIF_SCHEMA names the schema file)', () => {
  // The schema is written in draft 04. Nothing in it means something else in draft 07 but the names of these two keys.
  const { $schema: _dialect, id: _id, ...schema } = JSON.parse(readFileSync(schemaPath ?? '', 'utf8')) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  const errorsOf = (report: string): unknown => (validate(JSON.parse(report)), validate.errors ?? []);
  expect(errorsOf(sarif.report(fullRun(), view))).toEqual([]);
  expect(errorsOf(sarif.report(run(), view))).toEqual([]);
  for (const string of hostile) expect(errorsOf(sarif.report(hostileRun(string), view))).toEqual([]);
});
