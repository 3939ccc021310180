import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { waymark } from '../cli/harness.js';
import { filesIn } from '../site/support/example-site.js';
import { newFolder, newRepository } from '../support/git-repository.js';
import { deletedRepository, secret } from './kept-workspace.js';

const { folder } = deletedRepository();

/** The same files, of which nobody knows what was there before. */
function withoutHistory(from: string): string {
  const copy = newFolder();
  cpSync(from, copy, { recursive: true });
  rmSync(join(copy, '.git'), { recursive: true });
  return copy;
}

const places = [['with its history', folder], ['without a history', withoutHistory(folder)]] as const;

async function siteOf(from: string, audience: string): Promise<string> {
  const out = join(newFolder(), 'site');
  const { code, err } = await waymark(from, ['site', '--out', out, '--audience', audience]);
  if (code !== 0) throw new Error(err);
  return [...filesIn(out)].filter(([path]) => !/^assets\/(?:site|theme)/.test(path)).map(([path, text]) => `${path}\n${text}`).join('\n');
}

/** Every word of the text that nobody else may know of, with what stands before it. */
function givenAway(text: string, word: RegExp): readonly string[] {
  return [...text.matchAll(new RegExp(`.{0,60}(?:${word.source})[\\w-]*`, 'gi'))].map(([found]) => found);
}

describe('what was kept from readers when it was deleted, and is still named by what is open to them', () => {
  it.each(places)('is not named to the public in the site of a workspace %s', async (_, from) => {
    const text = await siteOf(from, 'public');
    expect(givenAway(text, secret)).toEqual([]);
    expect(givenAway(text, /1129m/)).toEqual([]);
    expect(text).toContain('Sort it well');
  });

  it.each(places)('is not named in the house either, where it was for a narrower circle there: a workspace %s', async (_, from) => {
    expect(givenAway(await siteOf(from, 'internal'), /zq(?!office|hours|label|field| (?:office|hours|field))/)).toEqual([]);
  });

  it('is told apart by its history from a name that nothing has borne', async () => {
    const repository = newRepository();
    const system = (id: string, more: string): string => `apiVersion: waymark/v1\nkind: System\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\nowner: desk\n${more}type: erp\n`;
    repository.commit({ 'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\n', 'vault.yaml': system('zqvault', 'access: restricted\n'), 'portal.yaml': system('portal', 'integrations: [{to: zqvault}, {to: yxtypo}]\n') });
    repository.commit({ 'vault.yaml': null });
    const told = await Promise.all([repository.folder, withoutHistory(repository.folder)].map(async (from) => [...new Set((await siteOf(from, 'internal')).match(/zqvault|yxtypo/g))]));
    expect(told).toEqual([['yxtypo'], []]);
    expect(await siteOf(repository.folder, 'restricted')).toContain('zqvault');
  });

  it.each(['text', 'mmd', 'json'])('is in no picture and no table of the format %s', async (format) => {
    for (const args of [['returns', '--view', 'all'], ['returns', '--view', 'change', '--before', 'HEAD~1'], ['returns', '--view', 'all', '--ref', 'main']]) {
      const { out, err, code } = await waymark(folder, ['render', ...args, '-f', format, '--audience', 'public']);
      expect({ args, told: givenAway(`${out}${err}`, secret), isDrawn: code === 0 || (format === 'mmd' && err.includes('There is nothing to draw')) }).toEqual({ args, told: [], isDrawn: true });
    }
    expect((await waymark(folder, ['render', 'returns', '--view', 'handoffs', '-f', format])).out).toMatch(secret);
  });
});
