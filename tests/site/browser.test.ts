import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteChange } from '../../src/cli/site/site-history.js';
import { writeFileWhole } from '../../src/cli/write-artifacts.js';
import { diff } from '../../src/diff/diff.js';
import { buildSite } from '../../src/render/site/site.js';
import type { SiteFile, SiteFinding, SiteVersion, SiteWorkspace } from '../../src/render/site/site-input.js';
import { drawnWorkspace } from '../render/support/drawn-workspace.js';
import { tornTexts } from '../render/support/in-picture.js';
import { filesBelow } from '../support/files.js';
import { hostileTexts } from '../support/hostile-texts.js';
import { root } from '../support/imports.js';
import { workspaceOf } from '../support/journeys.js';
import { withTexts } from '../support/with-texts.js';
import { launch } from './support/browser.js';
import { exampleRepository, siteOf } from './support/example-site.js';
import { censusOf, countStops, hiddenWays, linesOfName, narrowestOnPage, stagesTold, stopNow, themeSeen, titlesOf, unfolded, widestName, widthOfNames } from './support/in-page.js';

let browser: Browser;
let site = '';
beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), siteOf(exampleRepository('insurance'), 'site', '--audience', 'restricted')]);
});
afterAll(async () => browser.close());

/** One page of every sort. */
const sorts = ['index.html', 'teams.html', 'due.html', 'insurance/journeys/motor-claim.html', 'insurance/compare/motor-claim.html', 'insurance/teams/claims-ops.html', 'insurance/promises/motor-claim-settlement.html', 'insurance/kpis/claim-effort.html', 'insurance/personas/fleet-manager.html', 'insurance/systems/claims-core.html', 'insurance/data/iban.html'];

/** Opens a page from the disk, and remembers whatever it asks for. */
async function open(folder: string, path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<{ readonly page: Page; readonly asked: readonly string[] }> {
  const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(join(folder, path)).href);
  return { page, asked };
}

describe('somebody new to the site', () => {
  it('finds a journey by a word in a step, reads its slack, opens its last change, compares two versions, switches the theme, and prints', async () => {
    const { page, asked } = await open(site, 'index.html');
    await page.getByLabel('Search').fill('slot');
    const card = page.locator('.cards > li:visible').first();
    await card.getByText('Step: Inspector visits in the slot the customer chose').waitFor();
    await page.getByRole('link', { name: 'Motor claim from first notice to payment' }).click();
    expect(await page.locator('#promises .slack').first().innerText()).toMatch(/22 h left/);
    await page.locator('#versions summary').first().click();
    expect(await page.locator('#versions .changes li:visible').first().innerText()).not.toBe('');
    await page.getByRole('link', { name: 'Compare two versions' }).click();
    await page.getByLabel('From').selectOption('2.2.1');
    await page.getByLabel('To').selectOption('2.3.0');
    expect(await page.locator('.pair:visible').getByRole('row', { name: /Structure: Steps 12 13/ }).count()).toBe(1);
    await page.getByRole('button', { name: 'Dark' }).click();
    await page.goBack();
    expect(await page.evaluate(themeSeen)).toEqual(['dark', 'rgb(19, 22, 21)']);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation', { name: 'Site' }).isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4', landscape: true })).subarray(0, 5).toString()).toBe('%PDF-');
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
    await page.close();
  });

  it('sees why there is no journey apart from the search below', async () => {
    const { page } = await open(await siteOf(exampleRepository('insurance'), 'public', '--audience', 'public'), 'index.html');
    const [note, search] = await Promise.all([page.locator('p.note').boundingBox(), page.locator('.finder').boundingBox()]);
    expect(search!.y - note!.y - note!.height).toBeGreaterThan(12);
    await page.close();
  });

  it('narrows the catalogue down, and finds what is no journey too', async () => {
    const { page } = await open(site, 'index.html');
    await page.getByLabel('Region').selectOption('AT');
    expect(await page.locator('[data-count]').innerText()).toBe('3 journeys');
    await page.getByLabel('Owner').selectOption('Claims Austria');
    expect(await page.locator('.cards > li:visible h2').allInnerTexts()).toEqual(['Motor claim, Austria']);
    await page.getByLabel('Owner').selectOption('');
    await page.getByLabel('Search').fill('fraud');
    await page.getByRole('link', { name: 'Fraud score of the claim' }).waitFor();
    const ways = await page.locator('[data-found] a').evaluateAll((all) => all.map((each) => each.getAttribute('href')!));
    expect(ways.filter((path) => !existsSync(join(site, path)))).toEqual([]);
    await page.getByRole('link', { name: 'Fraud score of the claim' }).click();
    expect(await page.locator('h1').innerText()).toBe('Fraud score of the claim');
    await page.close();
  });

  it('comes to the search by one key', async () => {
    const { page } = await open(site, 'insurance/journeys/motor-claim.html');
    await page.keyboard.press('/');
    await page.waitForURL(/index\.html#search$/);
    expect(await page.evaluate('document.activeElement.id')).toBe('search');
    await page.close();
  });
});

describe('every sort of page', () => {
  it.each(sorts)('%s is accessible in both themes, and fits a phone', async (path) => {
    const { page } = await open(site, path, { viewport: { width: 1280, height: 900 } });
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const only = colorScheme === 'dark' ? { runOnly: { type: 'rule', values: ['color-contrast'] } } : {};
      const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(only)})`);
      expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]!.html}`)).toEqual([]);
    }
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await page.evaluate(hiddenWays)).toEqual([]);
    await page.close();
  });

  it.each(sorts)('%s is reached whole by keyboard alone', async (path) => {
    const { page } = await open(site, path);
    const wanted = await page.evaluate<number>(countStops);
    const reached = new Set<string>();
    for (let turn = 0; turn < wanted; turn += 1) {
      await page.keyboard.press('Tab');
      reached.add(await page.evaluate<string>(stopNow));
    }
    expect([wanted > 3, reached.has('nothing'), reached.size]).toEqual([true, false, wanted]);
    await page.close();
  });

  it.each(sorts)('%s tells the same without scripts and without styles, from the title down', async (path) => {
    const [styled, page] = await Promise.all([open(site, path), browser.newPage({ javaScriptEnabled: false })]);
    await page.route(/\.css$/, (route) => route.abort());
    await page.goto(pathToFileURL(join(site, path)).href);
    const text = await page.locator('body').innerText();
    const headings = await page.locator('h1, h2, h3, h4').evaluateAll((all) => all.map(({ tagName, textContent }) => ({ level: Number(tagName.charAt(1)), words: (textContent ?? '').trim() })));
    expect([text.startsWith('Skip to content'), headings.filter(({ level }) => level === 1).length, headings.filter(({ words }) => words === '')]).toEqual([true, 1, []]);
    expect(headings.filter(({ level }, index) => level > (headings[index - 1]?.level ?? 0) + 1)).toEqual([]);
    expect(await page.locator('button:visible, form:visible').count()).toBe(0);
    expect(await missingFrom(text, styled.page)).toEqual([]);
    await Promise.all([page.close(), styled.page.close()]);
  });

  it('reads sensibly without scripts and without styles', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.route(/\.css$/, (route) => route.abort());
    await page.goto(pathToFileURL(join(site, 'insurance/journeys/motor-claim.html')).href);
    const text = await page.locator('body').innerText();
    const order = ['Skip to content', 'Wegwart motor insurance', 'Motor claim from first notice to payment', 'My car is repaired', 'Owner', 'Report', 'Customer reports the accident', 'Claim settled', '22 h left', 'Responsible', 'Baseline', 'Depends on it', 'Compare two versions'];
    expect(order.map((words) => text.indexOf(words)).every((place, index, all) => place >= 0 && (index === 0 || place > all[index - 1]!))).toBe(true);
    expect(await page.locator('button:visible, form:visible').count()).toBe(0);
    await page.close();
  });
});

/** Words of the content that an eye sees with styles and that a text does not have; of forms there is nothing, because they need scripts. */
async function missingFrom(text: string, styled: Page): Promise<readonly string[]> {
  const known = text.toLowerCase().replaceAll(/\s+/g, '');
  await styled.locator('form').evaluateAll((forms) => forms.forEach((form) => form.remove()));
  return (await styled.locator('main').innerText()).toLowerCase().split(/\s+/).filter((word) => !known.includes(word));
}

/** The files of a site in which a workspace is shown whole. */
function builtFrom(files: { readonly [path: string]: string }, known: Partial<SiteWorkspace> = {}): readonly SiteFile[] {
  return [...buildSite({ audience: 'restricted', asOf: '2026-11-22', workspaces: [{ workspace: workspaceOf(files), folder: 'insurance', findings: [], versionsOf: () => [], unreadOf: () => [], comparisonsOf: () => [], ...known }] })];
}

/** The page of a journey of so many stages, of which each has one step. */
async function openJourney(stageCount: number): Promise<{ readonly page: Page; readonly titles: readonly string[] }> {
  const last = stageCount - 1;
  const stages = Array.from({ length: stageCount }, (_, index) => ({ id: `s${index}`, title: `Stage ${index}`, ...(index === 0 ? { at: 'first day', critical: true } : {}), steps: [{ id: `step${index}`, title: 'Somebody does something useful', lane: 'customer', ...(index === last ? { end: 'success' } : {}) }] }));
  const made = builtFrom({ ...drawnWorkspace('Words'), 'long.yaml': JSON.stringify({ apiVersion: 'waymark/v1', kind: 'Journey', id: 'long', title: 'Long', version: '0.1.0', status: 'draft', owner: 'desk', stages }) });
  const folder = join(site, '..', `long${stageCount}`);
  for (const { path, content } of made) writeFileWhole(join(folder, path), content);
  const { page } = await open(folder, 'insurance/journeys/long.html', { viewport: { width: 1280, height: 700 } });
  return { page, titles: stages.map(({ title }) => title) };
}

describe('versions of which each is compared with the one before', () => {
  const numbers = Array.from({ length: 8 }, (_, index) => `1.${index}.0`);
  const compared = numbers.slice(1).map((to, index) => ({ from: numbers[index]!, to, changes: [], rows: [] }));

  /** The pairs that are shown between two versions, and what is said of them. */
  async function between(comparisons: typeof compared, from: string, to: string): Promise<readonly string[]> {
    const folder = join(site, '..', `versions${comparisons.length}`);
    for (const { path, content } of builtFrom(drawnWorkspace('Words'), { comparisonsOf: () => comparisons })) writeFileWhole(join(folder, path), content);
    const { page } = await open(folder, 'insurance/compare/ask.html');
    expect(await page.locator('.note').first().innerText()).toContain('Each version is compared with the one before it.');
    await page.getByLabel('From').selectOption(from);
    await page.getByLabel('To').selectOption(to);
    const told = [...(await page.locator('.pair:visible h2').allInnerTexts()), await page.locator('[data-compare-note]').innerText()];
    await page.close();
    return told;
  }

  it('are shown one after the other where two lie further apart', async () => {
    expect(await between(compared, '1.3.0', '1.6.0')).toEqual(['1.5.0 \u2192 1.6.0', '1.4.0 \u2192 1.5.0', '1.3.0 \u2192 1.4.0', 'Every version between the two, one after the other, the latest first.']);
    expect((await between(compared, '1.0.0', '1.7.0')).length).toBe(8);
    expect(await between(compared, '1.1.0', '1.2.0')).toEqual(['1.1.0 \u2192 1.2.0', '']);
  });

  it('say what is not told, where one of them is not for the readers', async () => {
    const shown = compared.filter(({ from, to }) => ![from, to].includes('1.3.0'));
    expect(await between(shown, '1.2.0', '1.4.0')).toEqual(['What lies between the two is not for these readers.']);
    expect(await between(shown, '1.1.0', '1.5.0')).toEqual(['1.4.0 \u2192 1.5.0', '1.1.0 \u2192 1.2.0', 'Every version between the two, one after the other, the latest first. Not all of them are for these readers.']);
  });
});

describe('a journey of few stages', () => {
  it.each([1, 2, 4, 5])('gives its width to the %i of them, not to the names of the rows, and shows them all', async (stageCount) => {
    const { page } = await openJourney(stageCount);
    expect(await page.evaluate("(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.map'))")).toBe(0);
    expect(await page.evaluate(widthOfNames)).toBeLessThan(150);
    await page.close();
  });
});

describe('what is folded on a page', () => {
  it('is unfolded on paper', async () => {
    const { page } = await open(site, 'insurance/journeys/motor-claim.html');
    const all = await page.locator('details:not([open]) > :not(summary)').count();
    expect([all > 5, await page.evaluate(unfolded)]).toEqual([true, 0]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(unfolded)).toBe(all);
    await page.close();
  });
});

describe('a journey of many stages', () => {
  it('is broken into lines on paper, where each cell says its stage', async () => {
    const { page, titles } = await openJourney(14);
    await page.setViewportSize({ width: 1020, height: 700 });
    expect(await page.evaluate(narrowestOnPage)).toBeLessThan(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(narrowestOnPage)).toBeGreaterThan(150);
    expect(await page.evaluate(stagesTold)).toEqual(titles.map((title, index) => `"${index + 1} ${title}"`));
    expect(await page.locator('.map thead th:visible').first().innerText()).toMatch(/Stage 0\s*critical\s*first day/);
    expect(await page.locator('footer').innerText()).toContain('A draft, not in force.');
    await page.close();
  });

  it.each([['upright', 688, 970, true], ['lying', 1017, 680, false]] as const)('of five stages is so only on a sheet that stands %s, and words of a row are never broken', async (_, width, height, isBroken) => {
    const { page } = await openJourney(5);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width, height });
    expect(await page.evaluate(stagesTold)).toEqual(Array.from({ length: 5 }, (__, index) => (isBroken ? `"${index + 1} Stage ${index}"` : 'none')));
    expect(await page.locator('.map thead th:visible').nth(isBroken ? 0 : 1).innerText()).toMatch(/Stage 0\s*critical\s*first day/);
    expect(await page.evaluate(linesOfName)).toBe(1);
    await page.close();
  });
});

describe('texts that are read from right to left', () => {
  const text = 'شكوى 2';

  it('stay in one piece on every page, are found, and are filtered by', async () => {
    const files = drawnWorkspace(text);
    const second = `${files['journey.yaml']!.replace('id: ask', 'id: tell').replaceAll('asked', 'told').replaceAll('answered', 'said').replace('owner: desk', 'owner: field')}`;
    const made = builtFrom({ ...files, 'directory.yaml': files['directory.yaml']!.replace(`field: {title: "${text}"}`, 'field: {title: Field}'), 'second.yaml': second });
    const folder = join(site, '..', 'right-to-left');
    for (const { path, content } of made) writeFileWhole(join(folder, path), content);
    const { page } = await open(folder, 'index.html', { viewport: { width: 1280, height: 900 } });
    await page.getByLabel('Owner').selectOption(text);
    expect(await page.locator('[data-count]').innerText()).toBe('1 journey');
    await page.getByLabel('Search').fill('شكوى');
    await page.locator('.cards > li:visible .hit').waitFor();
    for (const path of ['index.html', 'insurance/journeys/ask.html', 'insurance/teams/desk.html', 'insurance/promises/answer.html', 'due.html']) {
      if (path !== 'index.html') await page.goto(pathToFileURL(join(folder, path)).href);
      const { together, torn } = await page.evaluate<{ readonly together: number; readonly torn: readonly string[] }>(tornTexts(text));
      expect({ path, torn, isBesideOthers: together > 0 || path === 'due.html' }).toEqual({ path, torn: [], isBesideOthers: true });
    }
    expect(made.find(({ path }) => path === 'insurance/journeys/ask.html')!.content).toMatch(/<code>flowchart[^]*The only part of|The only part of[^]*<code>flowchart/);
    await page.close();
  });
});

describe('sentences about texts that are read from right to left', () => {
  const text = 'شكوى 2';
  it('keep each in one piece: findings, changes and comparisons', async () => {
    const [files, before] = [drawnWorkspace(text), workspaceOf(drawnWorkspace('Words'))];
    const finding: SiteFinding = { code: 'TRM-002', severity: 'warning', subject: 'journey:ask', message: `“${text}” is the word for \`one\` and for \`two\`.`, hint: `Write it as “${text}” 3 times.`, place: 'ask.yaml:2' };
    const changes = diff(before, workspaceOf(files)).map(siteChange);
    const version: SiteVersion = { number: '1.0.0', day: '2026-11-22', commit: '0123456789ab', author: text, status: 'active', access: 'internal', regulated: false, changes, approvals: [`${text} agreed to 3 changes.`] };
    const rows = [{ what: `${text} (answer): Time`, before: '9h', after: '10h', judgement: '' }];
    const folder = join(site, '..', 'sentences');
    for (const { path, content } of builtFrom(files, { findings: [finding], versionsOf: () => [version], comparisonsOf: () => [{ from: '1.0.0', to: '1.1.0', changes, rows }] })) writeFileWhole(join(folder, path), content);
    for (const path of ['insurance/journeys/ask.html', 'insurance/compare/ask.html']) {
      const { page } = await open(folder, path, { viewport: { width: 1280, height: 900 } });
      await page.evaluate("document.querySelectorAll('details:not(.picture)').forEach((each) => (each.open = true))");
      const { together, torn } = await page.evaluate<{ readonly together: number; readonly torn: readonly string[] }>(tornTexts(text));
      expect({ path, torn, isBesideOthers: together > 20 }).toEqual({ path, torn: [], isBesideOthers: true });
      await page.close();
    }
  });
});

describe('hostile texts in every field', () => {
  const folder = join(root, 'journeys/insurance');
  const files = Object.fromEntries(filesBelow(folder).filter((path) => path.endsWith('.yaml')).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  const texts = withTexts(files, (index) => `${hostileTexts[index % hostileTexts.length]} ${index}`);
  const hostile = builtFrom(texts);

  it('leave every page with the same elements as harmless ones, whichever of them stands in all fields at once', async () => {
    const page = await browser.newPage();
    const small = drawnWorkspace('Words');
    const census = (text: string): Promise<unknown> => page.evaluate(censusOf(builtFrom(withTexts(small, () => text)).filter(({ path }) => path.endsWith('.html')).map(({ content }) => content)));
    const usual = await census('Words');
    const notPlain = hostileTexts.filter((text) => !/^\w{1,30}$/.test(text));
    expect(notPlain.length).toBeGreaterThan(120);
    for (const text of notPlain) expect({ text, census: await census(text) }).toEqual({ text, census: usual });
    await page.close();
  });

  it('are read as they were written', async () => {
    const page = await browser.newPage();
    const journey = workspaceOf(texts).journey('motor-claim')!;
    const { content } = hostile.find(({ path }) => path === 'insurance/journeys/motor-claim.html')!;
    expect(await page.evaluate(titlesOf(content))).toEqual([journey.title, ...journey.steps.map(({ value }) => value.title)].sort());
    await page.close();
  });

  it('fit a phone on every page, also where a word never ends', async () => {
    const made = builtFrom(withTexts(drawnWorkspace('Words'), () => 'unbroken'.repeat(100)));
    const folderOut = join(site, '..', 'endless');
    for (const { path, content } of made) writeFileWhole(join(folderOut, path), content);
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    for (const { path } of made.filter((each) => each.path.endsWith('.html'))) {
      await page.goto(pathToFileURL(join(folderOut, path)).href);
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 360]);
      expect([path, await page.evaluate(widestName)]).toEqual([path, expect.toSatisfy((width: number) => width <= 200)]);
    }
    await page.close();
  });

  it('run nothing, load nothing and lead nowhere when the pages are opened and searched', async () => {
    const folderOut = join(site, '..', 'hostile');
    for (const { path, content } of hostile) writeFileWhole(join(folderOut, path), content);
    for (const path of ['insurance/journeys/motor-claim.html', 'insurance/teams/claims-ops.html', 'due.html', 'index.html']) {
      const { page, asked } = await open(folderOut, path);
      if (path === 'index.html') {
        await page.getByLabel('Search').fill('pwned');
        await page.locator('[data-found] li').first().waitFor();
      }
      await page.mouse.move(300, 300);
      expect(await page.evaluate('globalThis.__PWNED__')).toBeUndefined();
      expect([asked.filter((url) => !url.startsWith('file:')), page.url().startsWith('file:')]).toEqual([[], true]);
      await page.close();
    }
  });
});
