import { expect, it } from 'vitest';
import { proofChanges } from '../../src/control/proof-changes.js';
import type { Edit } from '../../src/diff/change-kind.js';
import { exampleFiles } from '../../src/diff/example-files.js';
import { withEdits, workspaceOf } from '../../src/diff/example-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';

const question = (from: string, to: string): Edit => ({ file: 'question.yaml', from, to });
/** The journey and a promise of it are called otherwise, and keep their old names as aliases. */
const renamed = [
  question('id: question\ntitle: Question\nversion: 1.0.0\n', 'id: inquiry\naliases: [question]\ntitle: Question\nversion: 1.0.0\n'),
  question('id: replied\n', 'id: answered-to\naliases: [replied]\n'),
  question('slas: [replied, ', 'slas: [answered-to, '),
];
const after = (...edits: readonly Edit[]): Workspace => workspaceOf(withEdits(exampleFiles, edits));

it('tells nothing of promises that are only called otherwise', () => {
  expect(proofChanges({ before: after(), after: after(...renamed) })).toEqual([]);
});

it('compares a promise that is called otherwise with itself', () => {
  const found = proofChanges({ before: after(), after: after(...renamed, question('{within: 3h, percent: 98', '{within: 5h, percent: 98')) });
  expect(found.map(({ journey, promise, before, after: now, isWorse }) => [journey, promise, before?.verdict, now?.verdict, isWorse])).toEqual([['inquiry', 'answered-to', 'proved', 'violated', true], expect.arrayContaining(['inquiry', 'bold'])]);
});

it('tells of a journey that has another name and no alias as of one that is gone and one that is new', () => {
  const found = proofChanges({ before: after(), after: after(question('id: question\ntitle: Question\nversion', 'id: inquiry\ntitle: Question\nversion')) });
  expect(new Set(found.map(({ journey, before, after: now }) => `${journey} ${before === undefined ? 'new' : ''}${now === undefined ? 'gone' : ''}`))).toEqual(new Set(['question gone', 'inquiry new']));
});
