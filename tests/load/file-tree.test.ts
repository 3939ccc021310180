import { mkdirSync, mkdtempSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { diskTree } from '../../src/load/file-tree.js';
import { filesKnownToGit } from '../../src/load/git/known-files.js';

vi.mock('node:fs', async (original) => {
  const actual = await original<typeof import('node:fs')>();
  return { ...actual, readdirSync: vi.fn(actual.readdirSync) };
});
vi.mock('../../src/load/git/known-files.js', () => ({ filesKnownToGit: vi.fn() }));

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-tree-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

it('keeps a file that the disk lists in another form of its name than git does', () => {
  const root = folderOf({ 'größe.yaml': 'a: b\n' });
  vi.mocked(filesKnownToGit).mockReturnValueOnce(['größe.yaml', 'gone.yaml']);
  vi.mocked(readdirSync).mockReturnValueOnce(['größe.yaml'.normalize('NFD')] as never);
  expect(diskTree(root).yamlFiles()).toEqual(['größe.yaml']);
});

it('looks again where each folder lies when the files are listed again', () => {
  const [root, outside] = [folderOf({ 'team/a.yaml': 'a: b\n' }), folderOf({ 'a.yaml': 'secret: c\n' })];
  const tree = diskTree(root);
  expect(tree.read('team/a.yaml')).toHaveProperty('bytes');
  renameSync(join(root, 'team'), join(root, 'moved'));
  symlinkSync(outside, join(root, 'team'));
  expect(tree.yamlFiles()).toEqual(['moved/a.yaml', 'team']);
  expect(tree.read('team/a.yaml')).toEqual({ problem: 'link' });
});
