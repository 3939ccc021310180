import { expect, test } from 'vitest';
import { text } from '../../../src/report/reporters/text.js';
import { finding, fullRun, marked, run, view, workspace } from '../harness.js';

test('each finding says where, what, why and what to do next', () => {
  expect(text.report(fullRun(), view)).toBe(`\
Workspace "Insurance" in insurance

insurance/journeys/motor-claim.yaml:3:10  error  The slowest path needs 102 h, \`claim\` promises 100 h  sla/path-fits-target
  2 |   - id: classify
  3 |     sla: ola-decision
    |          ^^^^^^^^^^^^
  4 |     owner: claims
  see: insurance/slas/claim.yaml:2:9  the promise is made here
  why: A promise that the path cannot keep is broken from the first day.
  fix: tighten \`ola-inspection\` to 28h, or promise 11d (waymark explain sla/path-fits-target)

insurance/slas/claim.yaml:2:9  error  Another promise cannot be kept  sla/path-fits-target
  1 | kind: SLA
  2 | within: 10d
    |         ^^^
  more: waymark explain sla/path-fits-target

draft "Fleet claim": 12 things are owed before \`journey:fleet-claim\` can be active (waymark explain journey:fleet-claim)

Workspace "Broadband" in broadband

broadband/waymark.yaml  warning  The workspace has no purpose  doc/title
  why: Long titles are not read.
  fix: say what it is for (waymark explain doc/title)

broadband/a b.yaml:1:8  info  A rule that has no card  new/rule
  1 | title: x
    |        ^
  2 | y
  why: Its own reason.
  more: waymark explain new/rule

2 errors, 1 warning, 1 info in 4 files; 41 documents in 2 workspaces
Not shown: 2 waived, 1 known from the baseline
Failed: 2 findings at or above error
`);
});

test('a clean run says so in one line', () => {
  expect(text.report(run(workspace({})), view)).toBe('No findings. 3 documents in 1 workspace\n');
});

test('a clean run still says what is hidden and what drafts owe', () => {
  const drafts = [{ subject: 'journey:a', title: 'A', owed: 1 }];
  expect(text.report(run(workspace({ waived: 1, drafts })), view)).toBe(`\
draft "A": 1 thing is owed before \`journey:a\` can be active (waymark explain journey:a)

No findings. 3 documents in 1 workspace
Not shown: 1 waived
`);
});

test('drafts beyond the number of findings that are printed are counted', () => {
  const drafts = ['a', 'b', 'c'].map((subject) => ({ subject, title: subject, owed: 1 }));
  expect(text.report(run(workspace({ drafts })), { ...view, maxProblems: 1 })).toBe(`\
draft "a": 1 thing is owed before \`a\` can be active (waymark explain a)
... and 2 more drafts

No findings. 3 documents in 1 workspace
`);
});

test('a clean run says which rules were not asked', () => {
  expect(text.report(run(workspace({ switchedOff: ['STR-003', 'REF-001'] }), workspace({ switchedOff: ['REF-001'] })), view)).toBe(`\
No findings. 6 documents in 2 workspaces
Not asked: REF-001, STR-003, switched off by name
`);
});

test('one workspace needs no heading, several do, and one in this folder is called so', () => {
  const broken = workspace({ diagnostics: [finding({})] });
  expect(text.report(run(broken), view)).toMatch(/^waymark\.yaml {2}error/);
  expect(text.report(run(broken, workspace({ root: 'clean' })), view)).toMatch(/^Workspace "Insurance" in this folder\n\nwaymark\.yaml {2}error/);
});

test('quiet leaves only the findings', () => {
  const drafts = [{ subject: 'journey:a', title: 'A', owed: 1 }];
  const quiet = { ...view, quiet: true };
  expect(text.report(run(workspace({ waived: 1, drafts })), quiet)).toBe('');
  expect(text.report(run(workspace({ diagnostics: [finding({ hint: 'promise less' })], waived: 1, drafts })), quiet)).toBe(`\
waymark.yaml  error  The promise cannot be kept  sla/path-fits-target
  why: A promise that the path cannot keep is broken from the first day.
  fix: promise less (waymark explain sla/path-fits-target)
`);
});

test('beyond the maximum the heaviest findings stay and the rest is counted', () => {
  const diagnostics = [
    finding({ severity: 'info', message: 'first' }),
    finding({ severity: 'warning', message: 'second' }),
    finding({ severity: 'info', message: 'third' }),
    finding({ severity: 'error', message: 'fourth' }),
  ];
  expect(text.report(run(workspace({ diagnostics })), { ...view, maxProblems: 2, failOn: 'warning' })).toBe(`\
waymark.yaml  warning  second  sla/path-fits-target
  why: A promise that the path cannot keep is broken from the first day.
  more: waymark explain sla/path-fits-target

waymark.yaml  error  fourth  sla/path-fits-target
  more: waymark explain sla/path-fits-target

... and 2 more (2 infos)

1 error, 1 warning, 2 infos in 1 file; 3 documents in 1 workspace
Failed: 2 findings at or above warning
`);
});

test('the closing words follow the severity from which the run fails', () => {
  const results = run(workspace({ diagnostics: [finding({ severity: 'warning' })] }));
  expect(text.report(results, view)).toMatch(/\nNo finding at or above error\n$/);
  expect(text.report(results, { ...view, failOn: 'info' })).toMatch(/\nFailed: 1 finding at or above info\n$/);
  expect(text.report(results, { ...view, failOn: 'never' })).toMatch(/\nFindings do not fail this run\n$/);
});

test('only the first related places are named', () => {
  const related = Array.from({ length: 8 }, (_, n) => ({ message: `place ${n}`, span: marked('a.yaml', `${'\n'.repeat(n)}[[x]]`) }));
  const lines = text.report(run(workspace({ diagnostics: [finding({ related })] })), view).split('\n');
  expect(lines.filter((line) => line.startsWith('  see: '))).toEqual([
    '  see: a.yaml:1:1  place 0',
    '  see: a.yaml:2:1  place 1',
    '  see: a.yaml:3:1  place 2',
    '  see: a.yaml:4:1  place 3',
    '  see: a.yaml:5:1  place 4',
    '  see: 3 more places',
  ]);
});

test('a very long message is cut and says by how much', () => {
  const [line] = text.report(run(workspace({ diagnostics: [finding({ message: 'x'.repeat(2_500) })] })), view).split('\n');
  expect(line).toBe(`waymark.yaml  error  ${'x'.repeat(2_000)}… (500 more characters)  sla/path-fits-target`);
});

test('colour is added only when it is asked for, and changes no word', () => {
  const coloured = text.report(fullRun(), { ...view, color: true });
  expect(coloured).toContain('\u001b[31merror\u001b[39m');
  // oxlint-disable-next-line no-control-regex -- the test takes out exactly what colour puts in
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(text.report(fullRun(), view));
});
