import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { waymark } from '../cli/harness.js';
import { filesIn } from '../site/support/example-site.js';
import { newFolder } from '../support/git-repository.js';
import { keptRepository, secret, secretTimes } from './kept-workspace.js';

const { folder } = keptRepository();

/** Every place in a text that gives something away, with what stands around it. */
function givenAway(name: string, text: string): readonly string[] {
  return [secret, secretTimes].flatMap((pattern) => [...text.matchAll(new RegExp(`.{0,60}(?:${pattern.source}).{0,30}`, 'gi'))].map(([found]) => `${name}: ${found}`));
}

/** The files of a site that say something of the documents. */
async function siteFor(audience: string): Promise<ReadonlyMap<string, string>> {
  const out = join(newFolder(), 'site');
  const { err } = await waymark(folder, ['site', '--out', out, '--audience', audience]);
  if (!err.includes('4 files are left out')) throw new Error(err);
  return new Map([...filesIn(out)].filter(([path]) => !/^assets\/(?:site|theme)/.test(path)));
}

describe('what a workspace keeps from the public, now and in its past', () => {
  it('is in no file of the site, and in no name of a file', async () => {
    const files = await siteFor('public');
    expect([...files].flatMap(([path, text]) => givenAway(path, `${path}\n${text}`))).toEqual([]);
    const [page, comparison] = [files.get('shop/journeys/returns.html')!, files.get('shop/compare/returns.html')!];
    for (const words of ['Sort it well', '50h', 'What it rests on is not for these readers.', '1.1.0', 'Parcel']) expect(page).toContain(words);
    expect(comparison).toContain('is now <code>Sort it well</code>');
    expect(files.get('shop/journeys/turning.html')).toContain('1.0.0');
    expect(files.get('shop/promises/money-back.html')).toContain('returns.pack.completed');
    expect(files.get('index.html')).toMatch(/<p>Files are missing here[^<]*<\/p>\s*<ul[^>]*><li>What is not named to these readers<\/li>/);
  });

  it('is in the site for those who may know it', async () => {
    const text = [...(await siteFor('restricted')).values()].join('\n');
    const missing = ['Zq deal', 'Zq money is coming', 'zq-closed', 'Zq before it was opened', 'zqgone', '1123m', 'Not proved', '31 h 11 min left'].filter((word) => !text.includes(word));
    expect([missing, secretTimes.test(text)]).toEqual([[], true]);
  });

  it.each(['text', 'markdown', 'mmd', 'json'])('is in no picture and no table of the format %s', async (format) => {
    const draw = (...args: readonly string[]): ReturnType<typeof waymark> => waymark(folder, ['render', ...args, '-f', format]);
    const asked = [['returns', '--view', 'all'], ['returns', '--view', 'change', '--before', 'HEAD~1'], ['returns', '--view', 'change', '--before', 'HEAD~2'], ['opened', '--view', 'change', '--before', 'HEAD~1'], ['--view', 'hierarchy'], ['returns', '--view', 'all', '--ref', 'main']];
    for (const args of asked) {
      const open = await draw(...args, '--audience', 'public');
      expect({ args, told: givenAway(args.join(' '), open.out), isDrawn: open.code === 0 || (format === 'mmd' && open.err.includes('There is nothing to draw')) }).toEqual({ args, told: [], isDrawn: true });
    }
    expect((await draw('returns', '--view', 'sla')).out).toMatch(secretTimes);
  });

  it('is not compared with what has been opened since', async () => {
    expect(await waymark(folder, ['render', 'turning', '--view', 'change', '--before', 'HEAD~1', '--audience', 'public'])).toEqual({ code: 2, out: '', err: 'waymark: What `turning` was before is not for readers `public`: its `access` was `restricted`.\n' });
  });
});
