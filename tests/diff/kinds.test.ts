import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleFiles } from '../../src/diff/example-files.js';
import { afterEdits, workspaceOf } from '../../src/diff/example-workspace.js';
import { diff } from '../../src/diff/diff.js';
import { checks } from '../../src/diff/checks/index.js';
import { kindsBySubject, writtenKinds } from '../../src/diff/kinds/index.js';
import { root } from '../support/imports.js';

const before = workspaceOf(exampleFiles);

describe('the example workspace of changes', () => {
  it('has no mistake in its form', () => {
    expect(before.documents.flatMap(({ problems }) => problems.map(({ message }) => message))).toEqual([]);
  });
});

describe.each(writtenKinds.map((kind) => [kind.id, kind] as const))('%s', (_, { id, example, level, regulated, harms, action, rationale }) => {
  const after = workspaceOf(afterEdits(example.edits));

  it('has an example whose form is sound', () => {
    expect(after.documents.flatMap(({ problems }) => problems.map(({ message }) => message))).toEqual([]);
  });

  it('is what its example makes, and nothing else', () => {
    const changes = diff(before, after);
    const made = changes.filter((change) => change.kind === id).map((change) => ({ kind: change.kind, action: change.action, level: change.level, harms: change.harms, message: change.message }));
    expect(changes.filter((change) => change.kind !== id).map(({ kind }) => kind)).toEqual(example.because ?? []);
    expect(made).toEqual([{ kind: id, action, level, harms, message: example.message }]);
  });

  it('is regulated where it says so', () => {
    if (regulated) expect(diff(before, after).every((change) => change.regulated)).toBe(true);
  });

  it('says whom it harms where it breaks something, and why it matters', () => {
    if (level === 'breaking') expect(harms).not.toEqual([]);
    expect(rationale).toMatch(/^[A-Z].*\.$/);
  });
});

describe.each(writtenKinds.flatMap(({ id, whereSlower }) => (whereSlower === undefined ? [] : [[id, whereSlower] as const])))('%s where customers wait longer', (id, { example, level, harms }) => {
  it('weighs more, and has an example of that', () => {
    const slowed = workspaceOf(afterEdits(example.edits));
    const changes = diff(before, slowed);
    expect(slowed.documents.flatMap(({ problems }) => problems)).toEqual([]);
    expect(changes.filter((change) => change.kind !== id).map(({ kind }) => kind)).toEqual(example.because);
    expect(changes.filter((change) => change.kind === id)).toMatchObject([{ level, harms, message: example.message }]);
  });
});

describe('the list of kinds', () => {
  it('has each kind once', () => {
    expect(new Set(writtenKinds.map(({ id }) => id)).size).toBe(writtenKinds.length);
  });

  it('claims each field and deed once', () => {
    const claims = writtenKinds.flatMap(({ at, deeds, action }) => at.flatMap((field) => (deeds ?? [action]).map((deed) => `${field} ${deed}`)));
    expect(claims.filter((claim, index) => claims.indexOf(claim) !== index)).toEqual([]);
  });

  it('has every file of the folder', () => {
    const files = readdirSync(resolve(root, 'src/diff/kinds')).filter((file) => file !== 'index.ts');
    expect(files.sort()).toEqual(kindsBySubject.map(({ id }) => `${id}.ts`).sort());
  });
});

describe('the list of checks', () => {
  it('has every file of the folder', () => {
    const files = readdirSync(resolve(root, 'src/diff/checks')).filter((file) => file !== 'index.ts' && file !== 'check.ts');
    expect(files.sort(), 'Each check needs its import and its entry in src/diff/checks/index.ts').toEqual(checks.map(({ id }) => `${id}.ts`).sort());
  });
});
