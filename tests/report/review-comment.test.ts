import { describe, expect, it } from 'vitest';
import { review } from '../../src/control/review.js';
import { workspaceOf } from '../../src/diff/example-workspace.js';
import { diff } from '../../src/diff/diff.js';
import { markdown as changesMarkdown } from '../../src/report/changes/markdown.js';
import { markdown } from '../../src/report/review/markdown.js';
import { exampleDay, exampleFiles } from '../../src/validate/example-workspace.js';
import { activeDocument, draftDocument } from '../../src/validate/example-texts.js';

const long = 'the way of a claim from the first call to the last letter, and what everybody may rely on meanwhile '.repeat(6).trim();

function promise(id: string, within: string): string {
  return activeDocument('Sla', id, `effective: {from: 2026-01-01}
type: sla
metric: duration
provider: claims
consumer: customer
clock: {start: claim-reported, stop: claim-paid}
targets: [{within: ${within}, percent: 90}]
window: P1M
`);
}

function team(id: string): string {
  return activeDocument('Team', id, 'function: service\npeople: [{id: a, handles: [a]}]\nroles: [{id: lead, person: a}]\n');
}

/** The comment on a change of so many promises and sketches. The promises belong to so many teams. */
function comment(promises: number, sketches: number, teams = 1): string {
  const owner = (at: number): string => `desk-${at % teams}`;
  const files = (within: string, title: string): { readonly [path: string]: string } => ({
    ...exampleFiles,
    ...Object.fromEntries(Array.from({ length: teams }, (_, at) => [`team-${at}.yaml`, team(`desk-${at}`)])),
    ...Object.fromEntries(Array.from({ length: promises }, (_, at) => [`promise-${at}.yaml`, promise(`what-everybody-may-rely-on-from-the-first-call-${at}`, within).replace('owner: claims', `owner: ${owner(at)}`)])),
    ...Object.fromEntries(Array.from({ length: sketches }, (_, at) => [`sketch-${at}.yaml`, draftDocument('Sla', `sketch-${at}`, `description: ${title} ${at}\n`)])),
  });
  const [before, after] = [workspaceOf(files('10d', long)), workspaceOf(files('12d', `${long} all in all`))];
  return commentOn(before, after);
}

function commentOn(before: ReturnType<typeof workspaceOf>, after: ReturnType<typeof workspaceOf>): string {
  const workspace = { ...review({ before, after }, { today: exampleDay }), root: '.', title: 'Example', unread: [] };
  const side = { label: 'main (0123456789ab)' };
  return markdown.report({ tool: { name: 'waymark', version: '0.1.0' }, command: 'review', asOf: exampleDay, base: side, head: side, hasHost: false, workspaces: [workspace] }, { color: false, columns: 80, failOn: 'error', maxProblems: 200, quiet: false });
}

const partsOf = (text: string): readonly string[] => text.split('\n').filter((line) => /^(?:##|\*\*|<|Compared)/.test(line));

describe('what differs, as a comment', () => {
  it('tells fewer changes where all are too many, the most harmful first, counts the rest, and cuts nothing off', () => {
    const files = (within: string, title: string): { readonly [path: string]: string } => ({ 'z.yaml': promise('z', within), ...Object.fromEntries(Array.from({ length: 800 }, (_, at) => [`sketch-${at}.yaml`, draftDocument('Sla', `sketch-${at}`, `description: ${title}\n`)])) });
    const [before, after] = [workspaceOf(files('10d', long)), workspaceOf(files('12d', `${long} all in all`))];
    const side = { label: 'main' };
    const of = (maxProblems: number): string => changesMarkdown.report({ tool: { name: 'waymark', version: '0.1.0' }, command: 'diff', base: side, head: side, workspaces: [{ root: '.', title: 'Example', unread: [], changes: diff(before, after) }] }, { color: false, columns: 80, failOn: 'never', maxProblems, quiet: false } as never);
    expect(of(1_000).length).toBeLessThan(65_000);
    expect(of(1_000)).toContain('**1 breaking change**');
    expect(of(1_000)).toMatch(/\.\.\. and \d+ more changes: `waymark diff --max-problems 801` tells all of them\.\n$/);
    expect(of(10).match(/^- /gm)).toHaveLength(10);
  });
});

describe('the comment on a pull request', () => {
  it('begins with one sentence, then says what is to be done, who may be harmed and, folded away, what harms nobody', () => {
    expect(partsOf(comment(1, 1))).toEqual([
      '## waymark: Not ready to merge: 1 finding, 2 versions to raise and 3 approvals missing.',
      '**What is to be done**',
      '**1 breaking change, 1 editorial**',
      '**May harm customers**',
      '<details>',
      '<summary>Harms nobody: 1 change</summary>',
      '</details>',
      'Compared from `main (0123456789ab)` to `main (0123456789ab)`, as of 2026-11-22.',
    ]);
  });

  it('tells fewer of each list where there is too much to tell, counts the rest, and leaves room for a picture', () => {
    const text = comment(600, 0, 50);
    expect(text.length).toBeLessThan(50_000);
    expect(partsOf(text).map((line) => line.replace(/\d+/g, 'N'))).toEqual([
      '## waymark: Not ready to merge: N findings, N versions to raise and N approvals missing.',
      '**What is to be done**',
      '**N breaking changes**',
      '**May harm customers**',
      'Compared from `main (Nab)` to `main (Nab)`, as of N-N-N.',
    ]);
    const [asked, told] = [/^- `desk-/gm, /^- breaking: /gm].map((line) => (text.match(line) ?? []).length);
    expect([asked, told]).toEqual([20, 20]);
    expect(text).toContain('- ... and 580 more like these: `waymark review` with a `--max-problems` that is high enough tells all of them');
  });

  it('tells all that there is room for', () => {
    expect((comment(20, 0).match(/^- breaking: /gm) ?? []).length).toBe(20);
  });
});

it('a first workspace is told by how much of each kind begins, and not document by document', () => {
  const after = workspaceOf({ ...exampleFiles, ...Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`promise-${at}.yaml`, promise(`promise-${at}`, '10d')])) });
  const told = commentOn(workspaceOf({}), after);
  expect(told).toMatch(/\*\*Everything is new\*\*\n\n?- /);
  expect(told).toContain('- 60 SLAs\n');
  const kinds = [...told.matchAll(/^- (\d+) [a-zA-Z ]+(?:, \*\*\d+ regulated\*\*)?$/gm)].map(([, number]) => Number(number));
  expect(kinds.reduce((sum, number) => sum + number, 0)).toBe(diff(workspaceOf({}), after).length);
  expect(told).not.toContain('is new and holds');
});
