import { expect, test } from 'vitest';
import { github } from '../../../src/report/reporters/github.js';
import { finding, fullRun, marked, run, view, workspace } from '../harness.js';

test('every finding becomes one annotation', () => {
  expect(github.report(fullRun(), view)).toBe(`\
::error file=insurance/journeys/motor-claim.yaml,line=3,col=10,endLine=3,endColumn=22,title=sla/path-fits-target::The slowest path needs 102 h, \`claim\` promises 100 h%0Afix: tighten \`ola-inspection\` to 28h, or promise 11d
::error file=insurance/slas/claim.yaml,line=2,col=9,endLine=2,endColumn=12,title=sla/path-fits-target::Another promise cannot be kept
::warning file=broadband/waymark.yaml,line=1,title=doc/title::The workspace has no purpose%0Afix: say what it is for
::notice file=broadband/a b.yaml,line=1,endLine=2,title=new/rule::A rule that has no card
`);
});

test('nothing is printed when nothing is found', () => {
  expect(github.report(run(workspace({ waived: 3 })), view)).toBe('');
});

test('data and properties are escaped, each in its own way', () => {
  const diagnostic = finding({ message: '100%, a: b\r\n::error::x', span: marked('a,b:c%d.yaml', '[[x]]') });
  expect(github.report(run(workspace({ diagnostics: [diagnostic] })), view)).toBe(
    '::error file=a%2Cb%3Ac%25d.yaml,line=1,col=1,endLine=1,endColumn=2,title=sla/path-fits-target::100%25, a: b\\u{d}\\u{a}::error::x\n',
  );
});

test('beyond the maximum the rest is counted in a notice', () => {
  const diagnostics = [finding({ severity: 'warning', message: 'light' }), finding({ message: 'heavy' })];
  expect(github.report(run(workspace({ diagnostics })), { ...view, maxProblems: 1 })).toBe(`\
::error file=waymark.yaml,line=1,title=sla/path-fits-target::heavy
::notice::... and 1 more (1 warning)
`);
});
