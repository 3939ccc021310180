import { describe, expect, it, vi } from 'vitest';
import { newFolder, newRepository, workspace } from '../support/git-repository.js';
import { waymark } from './harness.js';

const team = 'apiVersion: waymark/v1\nkind: Team\nid: claims\ntitle: Claims\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\nfunction: service\n';

async function told(args: readonly string[]): Promise<string> {
  const made = newRepository();
  made.commit({ 'waymark.yaml': workspace, 'claims.yaml': team });
  expect((await waymark(made.folder, ['ledger', 'seal', '--ref', 'main'])).code).toBe(0);
  return (await waymark(made.folder, args)).err;
}

describe('an empty text', () => {
  const noVersion = 'waymark: An empty text names no version. Write the name of a branch, a tag or a commit. Where it comes from a variable, that one is not set.';

  it.each([
    ['diff', ''],
    ['diff', '', 'HEAD'],
    ['diff', 'HEAD', ''],
    ['changelog', ''],
    ['changelog', '--all', ''],
    ['bump', 'HEAD', ''],
    ['review', ''],
    ['review', 'main', ''],
    ['review', '--since', ''],
    ['approve', '--as', 'a-huber', ''],
    ['approve', '--as', 'a-huber', 'main', ''],
    ['ci', '--base', ''],
    ['history', 'claims', '--ref', ''],
    ['show', 'claims', '--ref', ''],
    ['generate', 'codeowners', '--ref', ''],
    ['render', '--ref', ''],
    ['site', '--ref', '', '--out', newFolder()],
    ['ledger', 'seal', '--ref', ''],
    ['ledger', 'verify', '--ref', ''],
    ['ledger', 'verify', '--anchor', ''],
    ['ledger', 'export', '--ref', '', '--out', newFolder()],
  ])('names no version, and that is said: %j %j %j', async (...args) => {
    expect(await told(args)).toContain(noVersion);
  });

  it('is said to be none as a setting of the surroundings as well', async () => {
    vi.stubEnv('WAYMARK_SINCE', '');
    expect(await told(['review'])).toBe(`${noVersion}\n`);
  });

  it.each([['show', ''], ['history', '']])('is the id of no document: %j %j', async (...args) => {
    expect(await told(args)).toBe('waymark: An empty text is the id of no document. Write the id of one, such as `motor-claim`.\n');
  });

  it('is no version of a document', async () => {
    expect(await told(['show', 'claims@'])).toBe('waymark: `claims@` is no document and version. Write both with one `@` between them, such as `motor-claim@2.3.0`.\n');
  });
});
