import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { gitlab } from '../../../src/report/reporters/gitlab.js';
import { finding, marked, run, view, workspace } from '../harness.js';

interface Issue {
  readonly fingerprint: string;
}

function fingerprintsOf(...diagnostics: readonly ReturnType<typeof finding>[]): readonly string[] {
  const issues = JSON.parse(gitlab.report(run(workspace({ diagnostics })), view)) as readonly Issue[];
  return issues.map(({ fingerprint }) => fingerprint);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test('every finding becomes one issue', () => {
  const diagnostics = [
    finding({ subject: 'sla:claim', span: marked('slas/claim.yaml', 'kind: SLA\nwithin: [[10d]]') }),
    finding({ severity: 'warning', message: 'No purpose' }),
    finding({ severity: 'info', message: 'For your information' }),
  ];
  expect(JSON.parse(gitlab.report(run(workspace({ root: 'insurance', diagnostics })), view))).toEqual([
    {
      description: 'The promise cannot be kept',
      check_name: 'sla/path-fits-target',
      fingerprint: sha256('["sla/path-fits-target|sla:claim|The promise cannot be kept","slas/claim.yaml"]'),
      severity: 'major',
      location: { path: 'slas/claim.yaml', lines: { begin: 2 } },
    },
    {
      description: 'No purpose',
      check_name: 'sla/path-fits-target',
      fingerprint: sha256('["sla/path-fits-target||No purpose","waymark.yaml"]'),
      severity: 'minor',
      location: { path: 'insurance/waymark.yaml', lines: { begin: 1 } },
    },
    {
      description: 'For your information',
      check_name: 'sla/path-fits-target',
      fingerprint: sha256('["sla/path-fits-target||For your information","waymark.yaml"]'),
      severity: 'info',
      location: { path: 'insurance/waymark.yaml', lines: { begin: 1 } },
    },
  ]);
});

test('nothing found is an empty list', () => {
  expect(gitlab.report(run(workspace({})), view)).toBe('[]\n');
});

test('a fingerprint stays when lines move and differs by rule, subject, file and message', () => {
  const span = marked('a.yaml', '[[x]]');
  const [first] = fingerprintsOf(finding({ span }));
  expect(fingerprintsOf(finding({ span: marked('a.yaml', '\n\n  [[x]]') }))).toEqual([first]);
  const others = fingerprintsOf(
    finding({ span, rule: 'x/y' }),
    finding({ span, subject: 'sla:a' }),
    finding({ span: marked('b.yaml', '[[x]]') }),
    finding({ span, message: 'Something else' }),
  );
  expect(new Set([first, ...others]).size).toBe(5);
});

test('equal findings get different fingerprints, the same ones in every run', () => {
  const twice = [finding({ span: marked('a.yaml', '[[x]]') }), finding({ span: marked('a.yaml', '\n[[x]]') })];
  const names = fingerprintsOf(...twice);
  expect(new Set(names).size).toBe(2);
  expect(fingerprintsOf(...twice)).toEqual(names);
});
