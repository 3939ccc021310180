import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { GitProblem } from '../../src/load/git/git-problem.js';
import { loadDocuments } from '../../src/load/load-documents.js';
import type { Revision } from '../../src/load/revision-sources.js';
import { openComparison, openParting, type Comparison } from '../../src/load/revisions.js';
import { buildWorkspace } from '../../src/model/workspace.js';
import { loadWorkspace } from '../../src/model/load-workspace.js';
import { cloneOf, dateOf, newFolder, newRepository, team, workspace, writeFiles, type TestRepository } from '../support/git-repository.js';
import { oneRevision } from '../support/one-revision.js';

function revision(folder: string, text?: string): Revision {
  const opened = oneRevision(folder, text);
  if ('problem' in opened) throw new Error(opened.problem);
  return opened;
}

function comparison(folder: string, base?: string, head?: string): Comparison {
  const opened = openComparison(folder, base, head);
  if ('problem' in opened) throw new Error(opened.problem);
  return opened;
}

/** The ids of the specs of each workspace, by its root. */
function specs({ workspaces }: Revision): unknown {
  return Object.fromEntries(workspaces.map(({ root, tree }) => [root, buildWorkspace(loadDocuments(tree)).specs.map(({ id }) => id).sort()]));
}

/** Two commits and something new on disk. */
function small(): { readonly made: TestRepository; readonly ids: readonly string[] } {
  const made = newRepository();
  const ids = [made.commit({ 'waymark.yaml': workspace, 'teams/a.yaml': team('a') }), made.commit({ 'teams/b.yaml': team('b') })];
  writeFiles(made.folder, { 'teams/c.yaml': team('c') });
  return { made, ids };
}

describe('a version', () => {
  const { made, ids } = small();
  const { folder } = made;
  made.git('tag', 'v1', ids[0]!);

  it('may be the working tree', () => {
    const opened = revision(folder);
    expect(opened).toMatchObject({ kind: 'working-tree', label: 'working tree' });
    expect([opened.commit, specs(opened)]).toEqual([undefined, { '': ['a', 'b', 'c', 'w'] }]);
    expect(specs(opened)).toEqual({ '': loadWorkspace(folder).specs.map(({ id }) => id).sort() });
  });

  it('may be a commit', () => {
    const opened = revision(folder, 'v1');
    expect(opened).toMatchObject({ kind: 'commit', label: `v1 (${ids[0]!.slice(0, 12)})`, commit: { id: ids[0], date: dateOf(0) } });
    expect(specs(opened)).toEqual({ '': ['a', 'w'] });
    expect(revision(folder, ids[0]).label).toBe(ids[0]!.slice(0, 12));
  });

  it('may be a folder, also outside of any repository', () => {
    const other = newFolder();
    writeFiles(other, { 'x/waymark.yaml': workspace, 'x/a.yaml': team('z') });
    expect(revision(folder, other)).toMatchObject({ kind: 'folder', label: other });
    expect(specs(revision(folder, other))).toEqual({ x: ['w', 'z'] });
    expect(specs(revision(folder, '.'))).toEqual({ '': ['a', 'b', 'c', 'w'] });
  });

  it('may be one file, read with the workspace that it lies in', () => {
    const opened = revision(folder, 'teams/a.yaml');
    expect(opened).toMatchObject({ kind: 'file', label: 'teams/a.yaml', file: 'teams/a.yaml' });
    expect(specs(opened)).toEqual({ '': ['a', 'b', 'c', 'w'] });
  });

  it('may be one file that lies alone', () => {
    const other = newFolder();
    writeFiles(other, { 'a.yaml': team('a'), 'b.yaml': team('b') });
    const { file, workspaces } = revision(folder, join(other, 'a.yaml'));
    expect([file, workspaces[0]!.tree.yamlFiles(), workspaces[0]!.tree.read('b.yaml')]).toEqual(['a.yaml', ['a.yaml'], { problem: 'missing' }]);
  });

  it('may be a folder or a file of a commit', () => {
    const nested = newRepository();
    nested.commit({ 'loose/a.yaml': team('a'), 'loose/b.yaml': team('b'), 'x/y/waymark.yaml': workspace, 'x/y/teams/c.yaml': team('c') });
    const at = (text: string): Revision => revision(nested.folder, text);
    expect(specs(at('main:x'))).toEqual({ y: ['c', 'w'] });
    for (const text of ['main:x/y', 'main:x/y/', 'HEAD:./x/y']) expect(specs(at(text))).toEqual({ '': ['c', 'w'] });
    expect(at('main:x/y/teams/c.yaml')).toMatchObject({ kind: 'commit', file: 'teams/c.yaml', label: expect.stringMatching(/^main:x\/y\/teams\/c\.yaml \([0-9a-f]{12}\)$/) });
    expect(specs(at('main:x/y/teams/c.yaml'))).toEqual({ '': ['c', 'w'] });
    const alone = at('main:loose/a.yaml');
    expect([alone.file, alone.workspaces[0]!.tree.yamlFiles(), alone.workspaces[0]!.tree.read('b.yaml')]).toEqual(['a.yaml', ['a.yaml'], { problem: 'missing' }]);
    for (const text of ['main:', 'main:.']) expect(specs(at(text))).toEqual({ 'x/y': ['c', 'w'] });
    expect(specs(revision(join(nested.folder, 'x'), 'main:./y'))).toEqual({ '': ['c', 'w'] });
    expect(specs(revision(join(nested.folder, 'x'), 'main:../x/y'))).toEqual({ '': ['c', 'w'] });
  });

  it.each([
    ['main:nowhere', 'not-there', 'There is no file or folder `nowhere` in main:nowhere ('],
    ['main:../../etc', 'not-there', undefined],
    ['main:/etc/passwd', 'not-there', undefined],
    ['nix:teams', 'unknown', 'There is no branch, tag or commit `nix` here.'],
    ['journeys/none.yaml', 'unknown', 'No file or folder is named `journeys/none.yaml`. There is no branch, tag or commit'],
    ['./none.yaml', 'not-there', 'There is no file or folder `./none.yaml`.'],
    ['../none', 'not-there', undefined],
    ['/dev/null', 'not-there', undefined],
    ['', 'malformed', undefined],
    [':teams', 'malformed', '`:teams` names no version in front of its colon.'],
    [':0:teams', 'malformed', '`:0:teams` names no version in front of its colon.'],
    ['--output=x:teams', 'malformed', undefined],
    ['a\u0000b', 'malformed', undefined],
  ])('is refused when it is %j', (text, reason, problem) => {
    const told = oneRevision(folder, text) as GitProblem;
    expect(told.reason).toBe(reason);
    if (problem !== undefined) expect(told.problem).toContain(problem);
  });

  it('is refused when it may be a branch as well as a folder or a file', () => {
    made.git('branch', 'teams');
    expect(oneRevision(folder, 'teams')).toEqual({ reason: 'ambiguous', problem: '`teams` is a folder here and names a version in git. Write `./teams` for the folder, or the full name of the version, such as `refs/heads/teams`.' });
    expect(revision(folder, './teams').kind).toBe('folder');
    expect(revision(folder, 'refs/heads/teams').kind).toBe('commit');
  });

  it('in a submodule is read where the submodule is', () => {
    const [outer, part] = [newRepository(), newRepository()];
    part.commit({ 'waymark.yaml': workspace });
    outer.git('submodule', '-q', 'add', part.folder, 'part');
    outer.commit();
    for (const path of ['part', 'part/waymark.yaml']) expect(oneRevision(outer.folder, `main:${path}`)).toMatchObject({ reason: 'submodule', problem: '`part` is a submodule: a repository of its own, whose files this one does not hold. Run this inside of it.' });
    expect(specs(revision(join(outer.folder, 'part'), 'HEAD'))).toEqual({ '': ['w'] });
  });

  it('whose way back to the other is lost is told as incomplete, not as unrelated', () => {
    const broken = newRepository();
    broken.commit({ 'waymark.yaml': workspace });
    broken.git('checkout', '-q', '-b', 'topic');
    const lost = broken.commit({ 'a.yaml': team('a') });
    broken.commit({ 'b.yaml': team('b') });
    rmSync(join(broken.folder, '.git/objects', lost.slice(0, 2), lost.slice(2)));
    expect(openParting(broken.folder, 'main', 'topic')).toMatchObject({ reason: 'missing-object', problem: expect.stringContaining('is not in this clone or is damaged') as string });
  });

  it('that this clone does not hold in full is told once', () => {
    const broken = newRepository();
    broken.commit({ 'waymark.yaml': workspace, 'a.yaml': team('a'), 'b.yaml': team('b') });
    for (const path of ['a.yaml', 'b.yaml']) {
      const id = broken.git('rev-parse', `HEAD:${path}`);
      rmSync(join(broken.folder, '.git/objects', id.slice(0, 2), id.slice(2)));
    }
    expect(oneRevision(broken.folder, 'main')).toMatchObject({ reason: 'missing-object', problem: expect.stringMatching(/^The file `a\.yaml` of main \([0-9a-f]{12}\) is not in this clone or is damaged\. /) });
  });
});

describe('the workspaces of a version', () => {
  const made = newRepository();
  made.commit({ 'a/waymark.yaml': workspace, 'a/x.yaml': team('x'), 'a/in/waymark.yaml': workspace, 'b/waymark.yaml': workspace, '.ci/waymark.yaml': workspace, 'a/deep/words.md': '' });
  const at = (path: string): readonly unknown[] => ['main', undefined].map((text) => revision(join(made.folder, path), text).workspaces.map(({ root }) => root));

  it.each([
    ['', ['a', 'a/in', 'b']],
    ['a', ['a', 'a/in']],
    ['a/deep', ['a', 'a/in']],
    ['a/in', ['a/in']],
    ['.ci', ['.ci']],
  ])('are the same in a commit and on disk, seen from %j', (path, roots) => {
    expect(at(path)).toEqual([roots, roots]);
  });

  it('are looked for at one place in two versions: where either has the outermost', () => {
    const moved = newRepository();
    moved.commit({ 'a/waymark.yaml': workspace, 'a/c/waymark.yaml': workspace, 'a/b/words.md': '' });
    moved.git('mv', 'a/waymark.yaml', 'a/b/waymark.yaml');
    moved.commit();
    const { base, head } = comparison(join(moved.folder, 'a/b'), 'main~1', 'main');
    expect([base, head].map(({ workspaces }) => workspaces.map(({ root }) => root))).toEqual([['a', 'a/c'], ['a/b', 'a/c']]);
  });

  it('may be none', () => {
    const empty = newRepository();
    empty.commit({ 'words.md': '' });
    expect(revision(empty.folder, 'main').workspaces).toEqual([]);
  });
});

describe('without a named base', () => {
  const { made, ids } = small();

  it('the version is meant where main was left', () => {
    made.git('checkout', '-q', '-b', 'topic', ids[0]!);
    made.commit({ 'teams/d.yaml': team('d') });
    const { base, head, tip } = comparison(made.folder);
    expect(base).toMatchObject({ label: `merge base with main (${ids[0]!.slice(0, 12)})`, commit: { id: ids[0], date: dateOf(0) } });
    expect([head.kind, tip?.id, specs(base)]).toEqual(['working-tree', ids[1], { '': ['a', 'w'] }]);
    expect(comparison(made.folder, undefined, 'refs/heads/main').base).toMatchObject({ label: `main (${ids[1]!.slice(0, 12)})` });
  });

  it('origin/main comes before main', () => {
    const clone = cloneOf(made, '--branch', 'main');
    clone.commit({ 'teams/e.yaml': team('e') });
    expect(comparison(clone.folder).base.label).toBe(`origin/main (${ids[1]!.slice(0, 12)})`);
  });

  it('it has to be named where there is neither, and before the first commit', () => {
    const other = newRepository();
    expect(openComparison(other.folder)).toMatchObject({ reason: 'unborn' });
    other.commit({ 'waymark.yaml': workspace });
    other.git('branch', '-m', 'trunk');
    expect(openComparison(other.folder)).toEqual({ reason: 'no-base', problem: 'There is neither `origin/main` nor `main` here, so it is not known what to compare with. Name the version to compare with, or run `git fetch origin main:refs/remotes/origin/main`.' });
  });

  it('a clone of the newest commit alone says how to get the rest', () => {
    const clone = cloneOf(made, '--depth', '1', '--branch', 'topic');
    expect(openComparison(clone.folder)).toMatchObject({ reason: 'no-base', problem: expect.stringContaining('`fetch-depth: 0`') });
    const both = cloneOf(made, '--depth', '1', '--branch', 'topic', '--no-single-branch');
    expect(openComparison(both.folder)).toMatchObject({ reason: 'shallow', problem: expect.stringContaining('`git fetch --unshallow origin ') });
  });

  it('a clone that follows one branch has what it needs once the command that it tells was run', () => {
    for (const depth of [['--depth', '1'], ['--single-branch']]) {
      for (const base of [undefined, 'origin/main']) {
        const clone = cloneOf(made, ...depth, '--branch', 'topic');
        const { problem } = openComparison(clone.folder, base) as GitProblem;
        clone.git(.../`git (fetch [^`]*)`/.exec(problem)![1]!.replaceAll("'", '').split(' '));
        expect(openComparison(clone.folder, base)).toHaveProperty('base.commit');
      }
    }
  });

  it('histories that never met are told', () => {
    made.git('checkout', '-q', '--orphan', 'alone');
    made.commit();
    expect(openComparison(made.folder)).toMatchObject({ reason: 'unrelated' });
  });

  it('a tag of the same name changes nothing: the branch is asked for by its full name', () => {
    const tagged = small();
    tagged.made.git('tag', 'main', tagged.ids[0]!);
    expect(comparison(tagged.made.folder).base.commit?.id).toBe(tagged.ids[1]);
    expect(oneRevision(tagged.made.folder, 'main')).toMatchObject({ reason: 'ambiguous' });
  });
});

describe('two versions of many files', () => {
  const count = 300;
  const made = newRepository();
  const first = made.commit({ 'waymark.yaml': workspace, ...Object.fromEntries(Array.from({ length: count }, (_, at) => [`teams/t${at}.yaml`, team(`t${at}`)])) });
  made.git('checkout', '-q', '-b', 'topic');
  made.commit(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`teams/t${at}.yaml`, `${team(`t${at}`)}# changed\n`])));
  made.git('checkout', '-q', 'main');
  made.commit({ 'words.md': 'x' });
  made.git('checkout', '-q', 'topic');

  /** Every process of git that was really started, by its verb. */
  function started(act: () => void): readonly string[] {
    const bin = newFolder();
    const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    writeFileSync(join(bin, 'git'), `#!/bin/sh\necho "$*" >> '${bin}/log'\nexec '${git}' "$@"\n`);
    chmodSync(join(bin, 'git'), 0o755);
    vi.stubEnv('PATH', `${bin}${delimiter}${process.env['PATH'] ?? ''}`);
    act();
    const lines = existsSync(join(bin, 'log')) ? readFileSync(join(bin, 'log'), 'utf8').trim().split('\n') : [];
    return lines.map((line) => line.split(' ').find((word) => /^[a-z]+(?:-[a-z]+)*$/.test(word))!);
  }

  it.each([
    [['main', 'topic'], ['cat-file', 'rev-parse', 'diff-tree', 'cat-file']],
    [[undefined, 'HEAD'], ['cat-file', 'rev-parse', 'diff-tree', 'cat-file']],
    [[undefined, 'topic~0'], ['cat-file', 'rev-parse', 'diff-tree', 'cat-file']],
    [[undefined, undefined], ['cat-file', 'rev-parse', 'diff-tree', 'ls-files', 'cat-file']],
  ] as const)('%j take at most five processes, and the count is told', ([base, head], verbs) => {
    let told = 0;
    const seen = started(() => {
      const opened = comparison(made.folder, base, head);
      for (const each of [opened.base, opened.head]) expect((specs(each) as { '': unknown[] })['']).toHaveLength(count + 1);
      expect(opened.base.commit?.date).toMatch(/^2026-01-01T09:0\d:00Z$/);
      told = opened.processes();
    });
    expect(seen).toEqual(verbs);
    expect(told).toBe(verbs.length);
  });

  it('what did not change has one identity, and what changed has two', () => {
    const { base, head } = comparison(made.folder, first, 'topic');
    const [before, after] = [base.workspaces[0]!.tree, head.workspaces[0]!.tree];
    expect(before.yamlFiles().filter((path) => before.identity?.(path) !== after.identity?.(path))).toHaveLength(30);
  });

  it('outside of the workspaces, nothing is read', () => {
    const monorepo = newRepository();
    monorepo.commit({ 'a/waymark.yaml': workspace, 'elsewhere/large.yaml': `# ${'x'.repeat(1000)}\n` });
    const id = monorepo.git('rev-parse', 'HEAD:elsewhere/large.yaml');
    rmSync(join(monorepo.folder, '.git/objects', id.slice(0, 2), id.slice(2)));
    mkdirSync(join(monorepo.folder, 'a/deep'));
    expect(specs(revision(join(monorepo.folder, 'a/deep'), 'main'))).toEqual({ a: ['w'] });
    expect(specs(revision(monorepo.folder, 'main'))).toEqual({ a: ['w'] });
  });
});
