import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { limits } from '../../src/load/limits.js';
import { diskTree } from '../../src/load/file-tree.js';
import { loadDocuments } from '../../src/load/load-documents.js';
import { buildWorkspace, type Workspace } from '../../src/model/workspace.js';

const above = mkdtempSync(join(tmpdir(), 'links-'));
afterAll(() => rmSync(above, { recursive: true }));

function workspaceOnDisk(): Workspace {
  const root = join(above, 'journeys');
  for (const folder of ['journeys/cards', 'journeys/notes', 'elsewhere']) mkdirSync(join(above, folder), { recursive: true });
  writeFileSync(join(root, 'waymark.yaml'), 'apiVersion: waymark/v1\nkind: Workspace\nid: w\ntitle: W\n');
  writeFileSync(join(root, 'cards/directory.yaml'), 'apiVersion: waymark/v1\nkind: Directory\nid: d\ntitle: D\nversion: 0.1.0\nstatus: draft\nowner: cards\n');
  writeFileSync(join(root, 'notes/cards.md'), '');
  writeFileSync(join(root, 'notes/large.pdf'), Buffer.alloc(limits.fileBytes + 1));
  symlinkSync(join(above, 'elsewhere'), join(root, 'away'));
  return buildWorkspace(loadDocuments(diskTree(root), 'journeys/'));
}

describe('a path beside a document', () => {
  const workspace = workspaceOnDisk();
  const document = workspace.all('Directory')[0]!.document;

  it.each([
    ['a file of the workspace', '../notes/cards.md', false],
    ['a folder of the workspace', '../notes/', false],
    ['a file that is too large to be read', '../notes/large.pdf', false],
    ['a file that is not there', 'notes/cards.md', true],
    ['a file on another way round', '../away/../notes/none.md', true],
    ['what stands behind a link', '../away', false],
    ['what lies outside of the workspace', '../../elsewhere/none.md', false],
    ['the folder above', '../..', false],
  ])('%s', (_, path, isMissing) => {
    expect(workspace.isMissing(document, path)).toBe(isMissing);
  });
});
