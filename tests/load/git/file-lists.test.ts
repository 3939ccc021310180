import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Commit } from '../../../src/load/git/commit.js';
import { FileLists, type Entries } from '../../../src/load/git/file-lists.js';
import { Git } from '../../../src/load/git/run-git.js';
import { newRepository, type TestRepository } from '../../support/git-repository.js';

/** A branch on which files become folders and back, and another one is merged that it had nothing to do with. */
function history(): { readonly made: TestRepository; readonly ids: readonly string[] } {
  const made = newRepository();
  const ids = [made.commit({ 'a.yaml': '1', 'x/b.yaml': '2', 'gone.md': 'x' }), fileForFolder(made)];
  made.git('checkout', '-q', '-b', 'side', ids[0]!);
  ids.push(made.commit({ 'side.yaml': '3' }));
  made.git('checkout', '-q', 'main');
  made.git('merge', '-q', '--no-ff', '-m', 'Merge', 'side');
  ids.push(made.git('rev-parse', 'HEAD'), made.commit({ x: null, 'a.yaml': '4', 'größe\n.yaml': '5' }));
  return { made, ids };
}

function fileForFolder(made: TestRepository): string {
  rmSync(join(made.folder, 'x'), { recursive: true });
  return made.commit({ x: 'a file now', 'gone.md': null });
}

function commitOf({ git }: TestRepository, id: string, isRead = true): Commit {
  return { id, date: undefined, ...(isRead ? { tree: git('rev-parse', `${id}^{tree}`) } : {}) };
}

/** As git itself lists them. */
function expected({ git }: TestRepository, id: string): readonly string[] {
  return git('-c', 'core.quotepath=false', 'ls-tree', '-r', '-z', '--full-tree', id).split('\0').filter((line) => line !== '').sort();
}

function told(found: unknown): readonly string[] {
  return [...(found as Entries)].map(([path, { mode, id, problem }]) => `${mode} blob ${id}\t${path}${problem ?? ''}`).sort();
}

describe('the files of several commits', () => {
  it.each(['every commit is read', 'only the last is read', 'none is read'])('are listed as git lists them where %s', (which) => {
    const { made, ids } = history();
    made.git('config', 'diff.orderFile', '/dev/null');
    made.git('config', 'diff.renames', 'copies');
    const git = new Git(made.folder);
    const lists = new FileLists(git);
    const commits = ids.map((id, index) => commitOf(made, id, which.startsWith('every') || (which.startsWith('only') && index === ids.length - 1)));
    for (const commit of commits) lists.expect(commit);
    expect(commits.map((commit) => told(lists.of(commit)))).toEqual(ids.map((id) => expected(made, id)));
    expect(git.processes).toBe(which.startsWith('none') ? ids.length : 1);
  });

  it('that has no list does not stand in the way of the others', () => {
    const { made, ids } = history();
    const lists = new FileLists(new Git(made.folder));
    const [lost, sound] = [{ ...commitOf(made, 'd'.repeat(40), false), tree: 'e'.repeat(40) }, commitOf(made, ids[0]!)];
    for (const commit of [sound, lost]) lists.expect(commit);
    expect(lists.of(lost)).toMatchObject({ reason: 'missing-object' });
    expect(told(lists.of(sound))).toEqual(expected(made, ids[0]!));
  });

  it('that is of another repository is told also where a setting hides it', () => {
    const [made, part] = [newRepository(), newRepository()];
    part.commit({ 'a.yaml': '1' });
    made.commit({ 'a.yaml': '1' });
    made.git('submodule', '-q', 'add', part.folder, 'part');
    made.git('config', 'diff.ignoreSubmodules', 'all');
    const lists = new FileLists(new Git(made.folder));
    expect([...(lists.of(commitOf(made, made.commit())) as Entries).keys()]).toContain('part');
  });
});

describe('going back', () => {
  it('lists an earlier commit of the branch as git lists it', () => {
    const { made, ids } = history();
    for (const id of [ids[0]!, ids[1]!, ids[3]!, ids[4]!]) {
      const git = new Git(made.folder);
      const lists = new FileLists(git);
      expect(lists.goBack(commitOf(made, ids[4]!), id)).toBe(true);
      const before = git.processes;
      expect(told(lists.of(commitOf(made, id)))).toEqual(expected(made, id));
      expect(git.processes).toBe(before);
    }
  });

  it('leads to no commit that was only merged, that came later or that is nowhere, and to nothing that is no id', () => {
    const { made, ids } = history();
    const lists = new FileLists(new Git(made.folder));
    expect(lists.goBack(commitOf(made, ids[4]!), ids[2]!)).toBe(false);
    expect(lists.goBack(commitOf(made, ids[1]!), ids[4]!)).toBe(false);
    expect(['d'.repeat(40), 'main', '--output=x'].map((id) => lists.goBack(commitOf(made, ids[4]!), id))).toEqual([false, false, false]);
  });
});
