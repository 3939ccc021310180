import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteServer } from '../../src/cli/site/serve-site.js';
import { writeFileWhole } from '../../src/cli/write-artifacts.js';
import { keptRepository, secret, secretTimes } from '../readers/kept-workspace.js';
import { drawnWorkspace } from '../render/support/drawn-workspace.js';
import { waymark } from '../cli/harness.js';
import { testBrowser } from '../support/browser.js';
import { filesBelow } from '../support/files.js';
import { newFolder } from '../support/git-repository.js';
import { hostileTexts } from '../support/hostile-texts.js';
import { root } from '../support/imports.js';
import { withTexts } from '../support/with-texts.js';
import { launch } from './support/browser.js';
import { exampleRepository, filesIn, siteOf } from './support/example-site.js';
import { imagesSeen, narrowestSheet, partSeen, picturesBeyondPage } from './support/in-page.js';

const journeyPages = { insurance: 'motor-claim', broadband: 'broadband-order', parcel: 'delivery-exception' } as const;
type Example = keyof typeof journeyPages;

let drawing = '';
let browser: Browser;
const sites = new Map<Example, string>();
beforeAll(async () => {
  drawing = (await testBrowser())!;
  browser = await launch();
  for (const name of Object.keys(journeyPages) as Example[]) sites.set(name, await siteOf(exampleRepository(name), 'site', '--audience', 'restricted', '--pictures', '--browser', drawing));
});
afterAll(async () => browser.close());

/** Opens a page with its pictures, and remembers what it asked for and what it complained of. */
async function opened(url: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<{ readonly page: Page; readonly asked: readonly string[]; readonly complaints: readonly string[] }> {
  const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
  const [asked, complaints]: [string[], string[]] = [[], []];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.goto(url);
  return { page, asked, complaints };
}

function urlOf(name: Example): string {
  return pathToFileURL(join(sites.get(name)!, name, `journeys/${journeyPages[name]}.html`)).href;
}

interface ImageSeen {
  readonly src: string;
  readonly alt: string;
  readonly natural: readonly number[];
  readonly share: number;
  readonly tallness: readonly [number, number];
}

describe.each(Object.keys(journeyPages) as Example[])('the pictures of a journey of %s', (name) => {
  it('are seen from the disk, in their size and with words for whoever does not see them, and ask nobody for anything', async () => {
    const { page, asked, complaints } = await opened(urlOf(name));
    const images = await page.evaluate<readonly ImageSeen[]>(imagesSeen);
    expect(images.length).toBeGreaterThanOrEqual(6);
    for (const { src, alt, natural, share, tallness } of images) {
      expect([src, natural[0]! > 0, share > 0.7 && share <= 1, Math.abs(tallness[0] - tallness[1]) < 0.02]).toEqual([src, true, true, true]);
      expect(alt).toMatch(/^.{10,}\. .{10,} What it shows stands below it as a table\.$/s);
    }
    expect([complaints, asked.filter((url) => !url.startsWith('file:'))]).toEqual([[], []]);
    expect(await page.locator('.drawn details').count()).toBeGreaterThanOrEqual(2 * (await page.locator('.drawn').count()));
    await page.close();
  });

  it('are accessible in both themes, fit a phone, and lie on the sheet of paper', async () => {
    const { page } = await opened(urlOf(name), { viewport: { width: 1280, height: 900 } });
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
      expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]!.html}`)).toEqual([]);
    }
    for (const width of [360, 820, 1400]) {
      await page.setViewportSize({ width, height: 800 });
      expect([width, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([width, width]);
      expect(await page.evaluate(narrowestSheet)).toBeGreaterThan(Math.min(280, width - 80));
    }
    await page.emulateMedia({ media: 'print' });
    for (const [width, height] of [[688, 970], [1017, 680]] as const) {
      await page.setViewportSize({ width, height });
      expect([width, await page.evaluate(picturesBeyondPage)]).toEqual([width, []]);
    }
    await page.close();
  });
});

describe('the pictures of a site', () => {
  it('are seen from a host as well, under a policy that allows no more than the page does', async () => {
    const server = siteServer(sites.get('insurance')!);
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as { readonly port: number };
    const { page, asked, complaints } = await opened(`http://127.0.0.1:${port}/insurance/journeys/motor-claim.html`);
    const images = await page.evaluate<readonly ImageSeen[]>(imagesSeen);
    expect([images.length > 5, images.every(({ natural }) => natural[0]! > 0), complaints]).toEqual([true, true, []]);
    expect(asked.filter((url) => new URL(url).port !== String(port))).toEqual([]);
    await page.close();
    server.close();
  });

  it('are on a dark page as dark as it is, and on paper as light', async () => {
    const { page } = await opened(urlOf('insurance'), { colorScheme: 'dark' });
    const look = "(({ filter }) => filter)(getComputedStyle(document.querySelector('.sheet img')))";
    expect(await page.evaluate(look)).toMatch(/^invert/);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate(look)).toBe('none');
    await page.close();
  });

  it('begin where a reader begins, however narrow the page is', async () => {
    const { page } = await opened(urlOf('broadband'), { viewport: { width: 360, height: 800 } });
    const { start, from, to } = await page.evaluate<{ readonly start: number; readonly from: number; readonly to: number }>(partSeen('flow'));
    expect([start > 30, from < start, start < to, to < 100]).toEqual([true, true, true, true]);
    expect(await page.evaluate(partSeen('experience'))).toMatchObject({ start: 0, from: 0 });
    await page.close();
  });

  it.each([true, false])('are all there on paper, though nobody has looked at them (with scripts: %s)', async (javaScriptEnabled) => {
    const { page, asked } = await opened(urlOf('insurance'), { viewport: { width: 1280, height: 700 }, javaScriptEnabled });
    expect(asked.filter((url) => url.includes('/journeys/') && url.endsWith('.svg')).length).toBe(7);
    expect(await page.evaluate('[...document.images].every((each) => each.complete && each.naturalWidth > 0)')).toBe(true);
    await page.close();
  });

  it('are reached by keys where they are wider than the page', async () => {
    const { page } = await opened(urlOf('insurance'), { viewport: { width: 360, height: 800 } });
    const sheet = page.getByRole('group', { name: 'Picture: experience' });
    await sheet.focus();
    for (let turn = 0; turn < 3; turn += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(async () => sheet.evaluate((each) => (each as unknown as { readonly scrollLeft: number }).scrollLeft)).toBeGreaterThan(60);
    await page.close();
  });
});

describe('hostile texts in every field', () => {
  const folder = join(root, 'journeys/insurance');
  const files = Object.fromEntries(filesBelow(folder).filter((path) => path.endsWith('.yaml')).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));

  /** Writes a workspace and its site with pictures, and gives the folder of the site. */
  async function drawn(texts: { readonly [path: string]: string }): Promise<string> {
    const place = newFolder();
    for (const [path, content] of Object.entries(texts)) writeFileWhole(join(place, 'work', path), content);
    const { err } = await waymark(join(place, 'work'), ['site', '--out', '../site', '--audience', 'restricted', '--pictures', '--browser', drawing], { XDG_CACHE_HOME: join(place, 'cache') });
    expect(err).not.toContain('missing, and');
    return join(place, 'site');
  }

  it('are drawn, and nothing of them runs or asks for anything, on the page and where a picture is opened by itself', async () => {
    const site = await drawn(withTexts(files, (index) => `${hostileTexts[index % hostileTexts.length]} ${index}`));
    const pictures = [...filesIn(site).keys()].filter((path) => path.includes('/journeys/') && path.endsWith('.svg'));
    expect(pictures.length).toBeGreaterThan(15);
    const { page, asked, complaints } = await opened(pathToFileURL(join(site, pictures[0]!.split('/')[0]!, 'journeys/motor-claim.html')).href);
    const images = await page.evaluate<readonly ImageSeen[]>(imagesSeen);
    expect([images.length > 5, images.every(({ natural }) => natural[0]! > 0), await page.evaluate('globalThis.__PWNED__'), complaints]).toEqual([true, true, undefined, []]);
    for (const path of pictures) {
      await page.goto(pathToFileURL(join(site, path)).href);
      await page.mouse.click(300, 300);
      expect([path, page.url().endsWith(path), await page.evaluate('[globalThis.__PWNED__ === undefined, document.documentElement.tagName, document.scripts.length, document.querySelectorAll("a, img, image, use").length]')]).toEqual([path, true, [true, 'svg', 0, 0]]);
    }
    expect([complaints, asked.filter((url) => !url.startsWith('file:'))]).toEqual([[], []]);
    await page.close();
  });

  it('are drawn alone as well: each of them in all fields of a journey at once', async () => {
    const texts = hostileTexts.filter((_, index) => index % 8 === 3);
    const all = texts.map((text, index) => Object.entries(withTexts(drawnWorkspace('Words'), () => text)).map(([path, content]) => [`w${index}/${path}`, content]));
    const site = await drawn(Object.fromEntries(all.flat()));
    expect([...filesIn(site).keys()].filter((path) => path.endsWith('.svg')).length).toBeGreaterThan(texts.length * 5);
  });
});

describe('what is kept from the public', () => {
  it('is in no picture and in no name of one', async () => {
    const place = newFolder();
    const { folder } = keptRepository();
    const run = (audience: string): ReturnType<typeof waymark> => waymark(folder, ['site', '--out', join(place, audience), '--audience', audience, '--pictures', '--browser', drawing], { XDG_CACHE_HOME: join(place, 'cache') });
    await run('restricted');
    await run('public');
    // Mermaid writes where arrows bend in letters of base64, which by chance may be any.
    const words = (text: string): string => text.replace(/ data-points="[\w+/=]*"/g, '');
    const given = (audience: string): readonly string[] => [...filesIn(join(place, audience))].filter(([path, text]) => !path.startsWith('assets/') && [secret, secretTimes].some((pattern) => pattern.test(`${path}\n${words(text)}`))).map(([path]) => path);
    const picturesOf = (audience: string): number => [...filesIn(join(place, audience)).keys()].filter((path) => /journeys\/.*\.svg$/.test(path)).length;
    expect([given('public'), picturesOf('public') > 0, picturesOf('public') < picturesOf('restricted')]).toEqual([[], true, true]);
    expect(given('restricted').filter((path) => path.endsWith('.svg')).length).toBeGreaterThan(0);
  });
});
