import { expect, test } from 'vitest';
import { markdown } from '../../../src/report/proof/markdown.js';
import { broken, fullProofs, gap, journey, made, promise, proofs, target, unproved, view, workspace } from './harness.js';

test('a violated promise stands in the table and is told in full', () => {
  expect(markdown.report(proofs(made(broken)), view)).toBe(`\
## waymark: 1 promise: 1 violated

| Journey | Promise | Verdict | What is left |
| --- | --- | --- | --- |
| Motor claim (\`motor-claim\`) | Claim settled (\`settlement\`) | violated | 54 h may be needed, 50 h are promised |

### Claim settled (\`settlement\`) in Motor claim (\`motor-claim\`): violated

Promised by claims-ops to the customer. The clock runs from registered to paid or declined.

#### For everybody: 5d on claims-hours (50 h) for 94 % of the cases of each tier, per month

**Violated**: every part may keep its own target, and this promise is broken all the same. A case that goes classify -&gt; visit -&gt; transfer may take 54 h, 4 h longer than promised.

The way that breaks the promise: classify -&gt; visit -&gt; transfer

| Part | Who and what | Target | Calendar | Kept | May miss |
| --- | --- | ---: | --- | ---: | ---: |
| Claim is classified | ola-triage, kept by claims-ops: registered -&gt; classified | 4 h | claims-hours | 98 % | 2 % |
| Car is inspected | ola-inspection, kept by field-inspection: classified -&gt; inspected | 30 h | claims-hours | 98 % | 2 % |
| Bank pays the customer | bank-transfer, kept by house-bank: inspected -&gt; paid | 20 h | claims-hours | 98 % | 2 % |
| **together** |  | 54 h | claims-hours |  | 6 % |
| **promised** |  | 50 h | claims-hours | 94 % | 6 % |
| **left** |  | 4 h too much |  |  | none |

Other ways:

- classify -&gt; transfer: 26 h, may miss 5 %

Parts of the other ways:

| Part | Who and what | Target | Calendar | Kept | May miss |
| --- | --- | ---: | --- | ---: | ---: |
| Estimate from photos | ola-photo, kept by claims-ops: classified -&gt; inspected | 2 h | claims-hours | 99 % | 1 % |

What would have to change:

- Make the parts of the longest way shorter by 4 h together, for example \`ola-inspection\` from 30 h to 26 h.
- Or promise what the parts can keep: 6d (54 h are needed) for 94 % of the cases of each tier.
`);
});

test('what is missing is told with its place and the next step', () => {
  expect(markdown.report(proofs(made(unproved(gap))), view)).toContain(`\
- **Missing**: Nobody promises how long it takes from \`inspected\` to \`paid\`. (\`slas/settlement.yaml\`, line 15)
  - Fix: Write a promise whose clock runs from \`inspected\` to \`paid\`.
`);
});

test('a proved promise is a line unless it is asked for', () => {
  const output = (asked?: string): string => markdown.report(proofs(made(target({})), asked), view);
  expect(output()).toContain('| proved | 6 h left, no percent left |');
  expect(output()).not.toContain('###');
  expect(output('settlement')).toContain('**Proved**: if every part keeps its own target, the whole keeps this promise. On the way that leaves least: 6 h left, no percent left.');
});

test('quiet says nothing when nothing is wrong, and no more than what is wrong otherwise', () => {
  expect(markdown.report(proofs([workspace({})]), { ...view, quiet: true })).toBe('');
  expect(markdown.report(fullProofs(), { ...view, quiet: true })).not.toContain('| Journey |');
  expect(markdown.report(fullProofs(), { ...view, quiet: true })).toContain('**Not proved**');
});

test('a report that is too long for a comment is cut, and says so', () => {
  const many = made(...Array.from({ length: 200 }, () => broken));
  const output = markdown.report(proofs(many), view);
  expect(output.length).toBeLessThanOrEqual(65_536);
  expect(output).toMatch(/This report is cut here because it is too long for a comment; the other formats are complete\.\n$/);
});

test('says where promises are named when there are none', () => {
  expect(markdown.report(proofs([workspace({ journeys: [] })]), view)).toBe('## waymark: 0 promises\n\nNo journey makes a promise. A journey names its promises in `slas`.\n');
});

test('a table of many promises begins with the worst and counts the rest', () => {
  const promises = [...Array.from({ length: 100 }, () => promise({})), promise({ targets: [broken] })];
  const output = markdown.report(proofs([workspace({ journeys: [journey({ promises })] })]), view);
  expect(output.split('\n').find((line) => line.includes('| violated |'))).toBe(output.split('\n')[4]);
  expect(output.match(/\| proved \|/g)).toHaveLength(59);
  expect(output).toContain('\nand 41 more promises\n');
});
