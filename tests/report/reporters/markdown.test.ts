import { expect, test } from 'vitest';
import { markdown } from '../../../src/report/reporters/markdown.js';
import { finding, fullRun, marked, run, view, workspace } from '../harness.js';

test('the report can be read by people who do not know the files', () => {
  expect(markdown.report(fullRun(), view)).toBe(`\
## waymark: 2 errors, 1 warning, 1 info

2 errors, 1 warning, 1 info in 4 files; 41 documents in 2 workspaces

Not shown: 2 waived, 1 known from the baseline

Failed: 2 findings at or above error

### Insurance in \`insurance\`

#### \`insurance/journeys/motor-claim.yaml\`

- **Error**, line 3: The slowest path needs 102 h, \`claim\` promises 100 h (\`sla/path-fits-target\`)
  - Fix: tighten \`ola-inspection\` to 28h, or promise 11d
  - See \`insurance/slas/claim.yaml\`, line 2: the promise is made here

#### \`insurance/slas/claim.yaml\`

- **Error**, line 2: Another promise cannot be kept (\`sla/path-fits-target\`)

### Broadband in \`broadband\`

#### \`broadband/waymark.yaml\`

- **Warning**: The workspace has no purpose (\`doc/title\`)
  - Fix: say what it is for

#### \`broadband/a b.yaml\`

- **Info**, line 1: A rule that has no card (\`new/rule\`)

### Why these rules exist

- \`sla/path-fits-target\`: A promise that the path cannot keep is broken from the first day.
- \`doc/title\`: Long titles are not read.
- \`new/rule\`: Its own reason.

### Drafts

- Fleet claim: 12 things are owed before \`journey:fleet-claim\` can be active
`);
});

test('a clean run says so, or nothing when quiet', () => {
  expect(markdown.report(run(workspace({})), view)).toBe('## waymark: no findings\n\nNo findings. 3 documents in 1 workspace\n');
  expect(markdown.report(run(workspace({})), { ...view, quiet: true })).toBe('');
});

test('quiet leaves only the findings', () => {
  const drafts = [{ subject: 'journey:a', title: 'A', owed: 1 }];
  const results = run(workspace({ diagnostics: [finding({ rule: 'x/y' })], drafts }));
  expect(markdown.report(results, { ...view, quiet: true })).toBe(`\
## waymark: 1 error

#### \`waymark.yaml\`

- **Error**: The promise cannot be kept (\`x/y\`)
`);
});

test('findings of one file stand in one list, and the rest beyond the maximum is counted', () => {
  const diagnostics = ['one', 'two', 'three'].map((message) => finding({ rule: 'x/y', message, span: marked('a.yaml', '[[a]]') }));
  expect(markdown.report(run(workspace({ diagnostics })), { ...view, maxProblems: 2, quiet: true })).toBe(`\
## waymark: 3 errors

#### \`a.yaml\`

- **Error**, line 1: one (\`x/y\`)
- **Error**, line 1: two (\`x/y\`)

... and 1 more (1 error)
`);
});

test('only the first related places are named', () => {
  const related = Array.from({ length: 7 }, () => ({ message: 'here', span: marked('a.yaml', '[[x]]') }));
  const lines = markdown.report(run(workspace({ diagnostics: [finding({ related })] })), view).split('\n');
  expect(lines.filter((line) => line.startsWith('  - See'))).toEqual([...Array(5).fill('  - See `a.yaml`, line 1: here'), '  - See 2 more places']);
});

test('a report that is too long for a comment is cut between findings and says so', () => {
  const diagnostics = Array.from({ length: 400 }, (_, n) => finding({ message: `${n} ${'<'.repeat(100)}` }));
  const report = markdown.report(run(workspace({ diagnostics })), { ...view, maxProblems: 1_000 });
  expect(report.length).toBeLessThanOrEqual(65_000);
  expect(report.length).toBeGreaterThan(64_000);
  expect(report.split('\n').slice(-4)).toEqual([
    expect.stringMatching(/^- \*\*Error\*\*: \d+ (?:&lt;){100} \(`sla\/path-fits-target`\)$/),
    '',
    'This report is cut here because it is too long for a comment; the other formats are complete.',
    '',
  ]);
});
