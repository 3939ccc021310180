import { chmodSync, chownSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openRepository, type Repository } from '../../../src/load/git/repository.js';
import { openComparison } from '../../../src/load/revisions.js';
import { newFolder, newRepository, repositoryIn, team, workspace, writeFiles, writeUserSettings } from '../../support/git-repository.js';
import { oneRevision } from '../../support/one-revision.js';


function opened(folder: string): Repository {
  const repository = openRepository(folder);
  if ('problem' in repository) throw new Error(repository.problem);
  return repository;
}

describe('a repository', () => {
  it('is opened by one process, from its top and from below', () => {
    const made = newRepository();
    mkdirSync(join(made.folder, 'a/new\nline '), { recursive: true });
    for (const folder of ['', 'a', 'a/new\nline ']) {
      const repository = opened(join(made.folder, folder));
      expect(repository).toMatchObject({ top: made.folder, folder, isShallow: false });
      expect(repository.git.processes).toBe(1);
    }
  });

  it('is the same behind a link', () => {
    const [made, elsewhere] = [newRepository(), newFolder()];
    mkdirSync(join(made.folder, 'a'));
    symlinkSync(join(made.folder, 'a'), join(elsewhere, 'link'));
    expect(openRepository(join(elsewhere, 'link'))).toMatchObject({ reason: 'no-repository' });
    symlinkSync(made.folder, join(elsewhere, 'whole'));
    expect(opened(join(elsewhere, 'whole/a'))).toMatchObject({ top: made.folder, folder: 'a' });
  });

  it('may be bare: versions are read, and there is no working tree', () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'a.yaml': team('a') });
    const bare = repositoryIn(newFolder());
    bare.git('clone', '-q', '--bare', made.folder, '.');
    writeUserSettings('[safe]\n\tbareRepository = explicit\n');
    expect(opened(bare.folder)).toMatchObject({ top: undefined, folder: '' });
    expect(oneRevision(bare.folder, 'main')).toMatchObject({ workspaces: [{ root: '' }] });
    expect(oneRevision(bare.folder, 'HEAD')).toMatchObject({ workspaces: [{ root: '' }] });
    expect(oneRevision(bare.folder)).toEqual({ reason: 'bare', problem: 'This is a bare repository: it holds versions, and no files to work on. Name two versions, for example `main~1` and `main`.' });
  });

  it('may have several working trees', () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace });
    const linked = join(newFolder(), 'linked');
    made.git('worktree', 'add', '-q', '-b', 'topic', linked);
    writeFileSync(join(linked, 'a.yaml'), team('a'));
    expect(opened(linked)).toMatchObject({ top: linked, folder: '' });
    const comparison = openComparison(linked, 'topic');
    expect('base' in comparison && [comparison.base, comparison.head].map(({ workspaces }) => workspaces[0]!.tree.yamlFiles())).toEqual([['waymark.yaml'], ['a.yaml', 'waymark.yaml']]);
  });

  it('is not taken from a folder that came with the files', () => {
    const made = newRepository();
    made.commit({ 'journeys/waymark.yaml': workspace });
    const inner = join(made.folder, 'journeys');
    for (const path of ['objects', 'refs']) mkdirSync(join(inner, path));
    writeFiles(inner, { HEAD: 'ref: refs/heads/main\n', config: '[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n\tfsmonitor = touch ran\n' });
    for (const folder of [inner, join(inner, 'objects')]) expect(openRepository(folder)).toMatchObject({ reason: 'embedded-repository', problem: expect.stringContaining(inner) });
    expect(oneRevision(inner, 'main')).toMatchObject({ reason: 'embedded-repository' });
    expect(readdirSync(inner)).not.toContain('ran');
  });

  it('is not looked for where the caller points to', () => {
    const [made, other] = [newRepository(), newRepository()];
    made.commit({ 'waymark.yaml': workspace });
    const id = other.commit({ 'x.yaml': team('x') });
    vi.stubEnv('GIT_DIR', join(other.folder, '.git'));
    vi.stubEnv('GIT_WORK_TREE', other.folder);
    vi.stubEnv('GIT_OBJECT_DIRECTORY', join(other.folder, '.git/objects'));
    expect(opened(made.folder).top).toBe(made.folder);
    expect(oneRevision(made.folder, id)).toMatchObject({ reason: 'unknown' });
  });
});

describe('without a repository', () => {
  it('a folder says so for versions, and is read as it lies there otherwise', () => {
    const folder = newFolder();
    writeFiles(folder, { 'waymark.yaml': workspace, 'a.yaml': team('a') });
    expect(openRepository(folder)).toEqual({ reason: 'no-repository', problem: `\`${folder}\` does not lie in a git repository. Run this where the repository is. A verb that compares two versions takes two folders or two files as well.` });
    expect(oneRevision(folder, 'main')).toMatchObject({ reason: 'no-repository' });
    expect(oneRevision(folder)).toMatchObject({ kind: 'folder', label: '.', workspaces: [{ root: '' }] });
  });

  it.each(['gone', 'gone/deeper'])('a folder that is %s says so', (name) => {
    expect(openRepository(join(newFolder(), name))).toMatchObject({ reason: 'no-repository' });
    expect(openRepository(join(newRepository().folder, name))).toMatchObject({ reason: 'no-repository', problem: expect.stringContaining('There is no folder') });
  });

  it('and without git, folders and files are still compared', () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'old/waymark.yaml': workspace });
    vi.stubEnv('PATH', newFolder());
    expect(openRepository(made.folder)).toEqual({ reason: 'no-git', problem: 'git cannot be run, and without it reading versions from it is not possible. Install git, or see that it is on the PATH.' });
    expect(oneRevision(made.folder, 'main')).toMatchObject({ reason: 'no-git' });
    expect(openComparison(made.folder)).toMatchObject({ reason: 'no-git' });
    expect(openComparison(made.folder, './old')).toMatchObject({ base: { kind: 'folder' }, head: { kind: 'folder' } });
  });

  it('an old git says so', () => {
    const [made, bin] = [newRepository(), newFolder()];
    writeFileSync(join(bin, 'git'), '#!/bin/sh\nprintf "false\\n--is-shallow-repository\\n\\n"\n');
    chmodSync(join(bin, 'git'), 0o755);
    vi.stubEnv('PATH', bin);
    expect(openRepository(made.folder)).toMatchObject({ reason: 'old-git' });
  });

  it('one of a format that git does not know is told in the words of git', () => {
    const made = newRepository();
    made.git('config', 'core.repositoryformatversion', '99');
    expect(openRepository(made.folder)).toMatchObject({ reason: 'failed', problem: expect.stringMatching(/^git refuses, so reading versions from it is not possible\. It says: .*99/) });
  });

  it.skipIf(process.getuid?.() !== 0)('one of another user is read when it is trusted', () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace });
    for (const path of ['', '.git']) chownSync(join(made.folder, path), 4242, 4242);
    expect(openRepository(made.folder)).toEqual({ reason: 'dubious-ownership', problem: `The repository belongs to another user, so git does not read it. If you trust it, run \`git config --global --add safe.directory ${made.folder}\`.` });
    writeUserSettings(`[safe]\n\tdirectory = ${made.folder}\n`);
    expect(opened(made.folder).top).toBe(made.folder);
  });
});
