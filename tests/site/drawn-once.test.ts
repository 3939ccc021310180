import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { folderWith, waymark, type Run } from '../cli/harness.js';
import { fakeBrowser, type FakeBrowser } from './support/fake-browser.js';
import { filesIn } from './support/example-site.js';

const journey = (id: string, title: string): string => `apiVersion: waymark/v1\nkind: Journey\nid: ${id}\ntitle: ${title}\nversion: 0.1.0\nstatus: draft\nowner: desk\nstages: [{id: a, title: A, steps: [{id: b, title: B, lane: customer, feels: {score: 1}, end: success}]}]\n`;

let folder = '';
let browser: FakeBrowser;
beforeEach(() => {
  browser = fakeBrowser();
  folder = folderWith({
    'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n',
    'desk.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: desk\ntitle: Desk\nversion: 0.1.0\nstatus: draft\nowner: desk\n',
    'walk.yaml': journey('walk', 'A walk'),
    'ride.yaml': journey('ride', 'A ride'),
  });
});

/** Writes the site with its pictures; what is remembered lies in a folder of its own. */
async function site(...more: readonly string[]): Promise<Run> {
  return waymark(folder, ['site', '--out', 'site', '--pictures', '--browser', browser.file, ...more], { XDG_CACHE_HOME: join(folder, '.cache') });
}

const page = (id: string): string => readFileSync(join(folder, `site/shop/journeys/${id}.html`), 'utf8');

/** The pictures in the site, by their names. */
function pictures(): readonly string[] {
  return readdirSync(join(folder, 'site/shop/journeys')).filter((name) => name.endsWith('.svg')).sort();
}

describe('pictures of a site', () => {
  it('lie beside their pages, each with the text that it was drawn from', async () => {
    const { code, out, err } = await site();
    expect([code, err, out]).toEqual([0, '', expect.stringMatching(/^Drew 8 pictures\.\nWrote \d+ files into site/)]);
    expect(pictures()).toEqual(['ride', 'walk'].flatMap((id) => ['blueprint', 'experience', 'flow', 'lifecycle'].map((view) => `${id}-${view}.svg`)));
    const drawn = browser.drawn();
    expect(drawn.length).toBe(8);
    const shown = ['ride', 'walk'].flatMap((id) => [...page(id).matchAll(/<code>([^<]*accTitle[^<]*)<\/code>/g)].map(([, text]) => text!.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name]!)));
    expect([...shown].sort()).toEqual([...drawn].sort());
    expect(page('walk')).toContain('<img src="walk-flow.svg" width="16" height="8" fetchpriority="low"');
  });

  it('are not drawn again where nothing has changed, and the site is the same byte by byte', async () => {
    await site();
    const before = filesIn(join(folder, 'site'));
    browser.drawn();
    expect((await site()).out).toContain('Every picture is known: none was drawn.');
    expect([browser.drawn(), filesIn(join(folder, 'site'))]).toEqual([[], before]);
  });

  it('are those that are asked for, and the others stay text', async () => {
    await site();
    const { code, out } = await waymark(folder, ['site', '--out', 'site', '--pictures', 'flow, lifecycle', '--browser', browser.file], { XDG_CACHE_HOME: join(folder, '.cache') });
    expect([code, out]).toEqual([0, expect.stringContaining('Every picture is known')]);
    expect(pictures()).toEqual(['ride-flow.svg', 'ride-lifecycle.svg', 'walk-flow.svg', 'walk-lifecycle.svg']);
    expect(page('walk')).toMatch(/<img src="walk-flow\.svg"[^]*<details class="picture"><summary>experience/);
    expect(page('walk')).not.toContain('could not be drawn');
    const wrong = await waymark(folder, ['site', '--out', 'site', '--pictures', 'flow,liefcycle']);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('There is no such picture of a journey: liefcycle. Did you mean `lifecycle`?')]);
  });

  it('are drawn anew for the journey that has changed alone', async () => {
    await site();
    browser.drawn();
    writeFileSync(join(folder, 'walk.yaml'), journey('walk', 'A longer walk'));
    expect((await site()).code).toBe(0);
    const drawn = browser.drawn();
    expect([drawn.length, drawn.every((text) => text.includes('A longer walk'))]).toEqual([4, true]);
  });

  it('are drawn anew where what is remembered is damaged', async () => {
    await site();
    const kept = join(folder, '.cache/waymark/pictures');
    const [torn, changed, ...others] = readdirSync(kept).map((name) => join(kept, name));
    writeFileSync(torn!, readFileSync(torn!, 'utf8').slice(0, 90));
    writeFileSync(changed!, readFileSync(changed!, 'utf8').replace('<rect', '<path'));
    for (const other of others) expect(readFileSync(other, 'utf8')).toContain('<rect');
    browser.drawn();
    expect((await site()).out).toContain('Drew 2 pictures.');
    for (const name of pictures()) expect(readFileSync(join(folder, 'site/shop/journeys', name), 'utf8')).toMatch(/<rect[^]*<\/svg>\n$/);
  });

  it('are counted for whoever waits at a terminal', async () => {
    writeFileSync(join(folder, 'more.yaml'), Array.from({ length: 11 }, (_, index) => journey(`way-${index}`, `Way ${index}`)).join('---\n'));
    let err = '';
    const code = await main(['site', '--out', 'site', '--pictures', '--browser', browser.file], { folder, environment: { XDG_CACHE_HOME: join(folder, '.cache') }, isTerminal: true, canAsk: false, print: () => undefined, warn: (text) => (err += text), today: () => '2026-11-22' });
    expect([code, err]).toEqual([0, '50 pictures drawn\n']);
  });

  it('are forgotten where nobody has wanted them for long, and kept where somebody has', async () => {
    await site();
    const kept = join(folder, '.cache/waymark/pictures');
    const before = readdirSync(kept);
    for (const name of before) utimesSync(join(kept, name), new Date('2020-01-01'), new Date('2020-01-01'));
    writeFileSync(join(folder, 'walk.yaml'), journey('walk', 'A longer walk'));
    await site();
    const after = readdirSync(kept);
    expect([before.length, after.length, after.filter((name) => before.includes(name)).length]).toEqual([8, 8, 4]);
  });

  it('go with the journey, with the option, and never leave a file behind', async () => {
    await site();
    writeFileSync(join(folder, 'walk.yaml'), journey('stroll', 'A stroll'));
    await site();
    expect(pictures().filter((name) => !/^(?:ride|stroll)-/.test(name))).toEqual([]);
    expect((await waymark(folder, ['site', '--out', 'site'])).code).toBe(0);
    expect([pictures(), page('ride').includes('<img')]).toEqual([[], false]);
  });

  it.each([['Undrawable', 'Mermaid cannot draw it: no such thing'], ['Deadly', 'the browser cannot draw it: it ended with code 9'], ['Scripted', 'its picture is refused, because it holds `<script>`']])('are told where one cannot be drawn (%s), and the page keeps its text and its table', async (word, why) => {
    writeFileSync(join(folder, 'walk.yaml'), journey('walk', 'A walk').replace('title: B', `title: ${word}`).replace('feels: {score: 1}, ', ''));
    const { code, err } = await site();
    expect([code, err]).toEqual([1, `2 pictures are missing, and their pages say so; what they show stands there as a table and as text:\n  journey:walk blueprint: ${why}\n  journey:walk flow: ${why}\n`]);
    expect(page('walk')).toContain('The picture flow could not be drawn.');
    expect(page('walk')).toMatch(new RegExp(`Flow as a table</summary>[^]*${word}[^]*Flow as text for Mermaid</summary>[^]*<code>flowchart[^<]*${word}`));
    expect(pictures()).toEqual(['ride-blueprint.svg', 'ride-experience.svg', 'ride-flow.svg', 'ride-lifecycle.svg', 'walk-lifecycle.svg']);
    browser.drawn();
    await site();
    expect(browser.drawn().length).toBe(2);
  });

  it('are not begun without a browser, and the site stays as it was', async () => {
    const run = (): Promise<Run> => waymark(folder, ['site', '--out', 'site', '--pictures'], { PATH: '', XDG_CACHE_HOME: join(folder, '.cache') });
    const none = await run();
    expect([none.code, none.out, none.err]).toEqual([3, '', expect.stringMatching(/drawn by a browser, and none was found\. Install Chromium, Chrome or Edge, or name one with --browser or WAYMARK_BROWSER\. Without `--pictures`/)]);
    expect(existsSync(join(folder, 'site'))).toBe(false);
    await waymark(folder, ['site', '--out', 'site']);
    const before = filesIn(join(folder, 'site'));
    writeFileSync(join(folder, 'walk.yaml'), journey('walk', 'A longer walk'));
    expect([(await run()).code, filesIn(join(folder, 'site'))]).toEqual([3, before]);
  });

  it('are given up with a browser that each of them kills, and the site stays as it was', async () => {
    for (const id of ['walk', 'ride']) writeFileSync(join(folder, `${id}.yaml`), journey(id, 'Deadly'));
    const { code, err } = await site();
    expect([code, err, browser.drawn().length, existsSync(join(folder, 'site'))]).toEqual([3, `waymark: \`${browser.file}\` cannot draw: it ended with code 9. Try another browser with --browser.\n`, 3, false]);
  });

  it('are not begun by something that is no browser', async () => {
    const { code, err } = await waymark(folder, ['site', '--out', 'site', '--pictures', '--browser', '/bin/false'], { XDG_CACHE_HOME: join(folder, '.cache') });
    expect([code, err]).toEqual([3, 'waymark: `/bin/false` cannot draw: it ended with code 1. Try another browser with --browser.\n']);
    expect(existsSync(join(folder, 'site'))).toBe(false);
  });

  it.each(['a file', 'a link', 'a folder that others may write into'])('are drawn for this run alone where they cannot be kept because there is %s, and that is told', async (what) => {
    const kept = join(folder, '.cache/waymark');
    mkdirSync(kept, { recursive: true, mode: 0o700 });
    if (what === 'a file') writeFileSync(join(kept, 'pictures'), '');
    if (what === 'a link') symlinkSync(folder, join(kept, 'pictures'));
    if (what.startsWith('a folder')) {
      mkdirSync(join(kept, 'pictures'));
      chmodSync(join(kept, 'pictures'), 0o777);
    }
    const { code, err } = await site();
    expect([code, err, pictures().length]).toEqual([0, expect.stringMatching(/^Pictures cannot be kept for the next time: .+\n$/), 8]);
  });
});
