import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diff } from '../../src/diff/diff.js';
import { moveTitles } from '../../src/cli/render/drawing-page.js';
import { loadWorkspace } from '../../src/model/load-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';
import { render } from '../../src/render/render.js';
import { filesBelow } from '../support/files.js';
import { root } from '../support/imports.js';
import { workspaceOf } from '../support/journeys.js';
import { launch } from '../site/support/browser.js';
import { drawnWorkspace } from './support/drawn-workspace.js';
import { coveredLoops, crossedTitles, cutWords, hiddenWords, leastContrast, mostOfLines, shareBehindBoxes, strayArrows, strayWords, tornNumbers, tornTexts, wordsBesideArrows } from './support/in-picture.js';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage();
  await page.addScriptTag({ path: join(root, 'node_modules/mermaid/dist/mermaid.min.js') });
});
afterAll(async () => browser.close());

/** Draws what a view shows of a journey and asks the picture something. */
async function seen(workspace: Workspace, view: string, journey: string, question: string, before?: Workspace): Promise<unknown> {
  const compared = before === undefined ? {} : { before: { workspace: before, changes: diff(before, workspace) } };
  const rendering = render(workspace, view, { journey, ...compared });
  if ('problem' in rendering) throw new Error(rendering.problem);
  await page.evaluate(`mermaid.render('picture', ${JSON.stringify(rendering.diagrams[0]!.text)}).then(({ svg }) => (document.body.innerHTML = svg))`);
  return page.evaluate(question);
}

function hasPicture(workspace: Workspace, view: string, journey: string): boolean {
  const rendering = render(workspace, view, { journey });
  return 'diagrams' in rendering && rendering.diagrams.length > 0;
}

const examples = ['broadband', 'insurance', 'parcel'].flatMap((name) => {
  const workspace = loadWorkspace(join(root, 'journeys', name));
  return workspace.journeys.map(({ id }) => ({ id, workspace }));
});

/** So many arrows come in here that none of the places beside each other is left. */
const tooBusy = 'Return to the sender';

describe('what an eye sees of a picture in a real browser', () => {
  it.each(examples)('$id: no word of a task is cut off, and no words at an arrow lie over others', async ({ id, workspace }) => {
    expect(await seen(workspace, 'experience', id, cutWords)).toEqual([]);
    for (const view of ['flow', 'blueprint']) expect([view, await seen(workspace, view, id, hiddenWords)]).toEqual([view, []]);
  });

  it.each(['Wort '.repeat(12), 'Ein Schritt mit Schadenregulierungsbeauftragten', '車の損害を調べて、お客様に結果をお知らせします', 'y'.repeat(40)])('no word of a task is cut off: %s', async (words) => {
    expect(await seen(workspaceOf(drawnWorkspace(words.trim())), 'experience', 'ask', cutWords)).toEqual([]);
  });

  it.each(examples)('$id: no title is cut off or lies over a bar, and words on bars can be read', async ({ id, workspace }) => {
    for (const view of ['experience', 'sla']) if (hasPicture(workspace, view, id)) expect([view, await seen(workspace, view, id, strayWords)]).toEqual([view, []]);
    if (hasPicture(workspace, 'sla', id)) expect(await seen(workspace, 'sla', id, leastContrast)).toBeGreaterThan(4.5);
  });

  it.each(['Ein Titel mit Schadenregulierungsbeauftragten', 'Wort '.repeat(12), 'y'.repeat(40)])('no title is cut off or lies over a bar: %s', async (words) => {
    const workspace = workspaceOf(drawnWorkspace(words.trim()));
    for (const view of ['experience', 'sla']) expect([view, await seen(workspace, view, 'ask', strayWords)]).toEqual([view, []]);
  });

  it.each(examples)('$id: no arrow runs through the title of a stage where we draw it, and no number stands apart from its unit', async ({ id, workspace }) => {
    expect(await seen(workspace, 'flow', id, `(() => { ${moveTitles} moveTitles(document.querySelector('svg')); return ${crossedTitles}; })()`)).toEqual(id.startsWith('delivery-exception') ? [tooBusy] : []);
    for (const view of ['flow', 'blueprint']) expect([view, await seen(workspace, view, id, tornNumbers)]).toEqual([view, []]);
  });

  it.each(examples)('$id: no arrow that leads back to its own box lies under the words of another, and few arrows of a blueprint or a lineage run behind boxes', async ({ id, workspace }) => {
    for (const view of ['flow', 'blueprint']) expect([view, await seen(workspace, view, id, coveredLoops)]).toEqual([view, []]);
    for (const view of ['blueprint', 'lineage']) if (hasPicture(workspace, view, id)) expect([view, (await seen(workspace, view, id, shareBehindBoxes)) as number < 0.1]).toEqual([view, true]);
  });

  it.each(examples)('$id: words of a handoff stand over their own arrow, and lines that run behind words are faint', async ({ id, workspace }) => {
    if (hasPicture(workspace, 'handoffs', id)) expect(await seen(workspace, 'handoffs', id, wordsBesideArrows)).toEqual([]);
    for (const view of ['handoffs', 'sla']) if (hasPicture(workspace, view, id)) expect([view, (await seen(workspace, view, id, mostOfLines)) as number < 2]).toEqual([view, true]);
  });

  it('a title in the middle is one that an arrow runs through', async () => {
    expect(await seen(examples.find(({ id }) => id === 'motor-claim')!.workspace, 'flow', 'motor-claim', crossedTitles)).toContain('Decision');
  });

  it('change: no arrow runs behind a promise, as if it came from there', async () => {
    const folder = join(root, 'journeys/insurance');
    const files = Object.fromEntries(filesBelow(folder).filter((path) => path.endsWith('.yaml')).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
    const [parts, slower] = ['slas/motor-claim-parts.yaml', '{within: 60h, percent: 98, each: tier}'];
    const after = { ...files, [parts]: files[parts]!.replace('{within: 30h, percent: 98, each: tier}', slower) };
    expect(after[parts]).toContain(slower);
    expect(await seen(workspaceOf(after), 'change', 'motor-claim', strayArrows, workspaceOf(files))).toEqual([]);
  });

  it('a text that is read from right to left stays in one piece where it is written, with its own number in it and ours beside it', async () => {
    const text = 'شكوى 2';
    const workspace = workspaceOf(drawnWorkspace(text));
    for (const view of ['flow', 'blueprint', 'handoffs', 'sla', 'lifecycle', 'lineage', 'hierarchy']) {
      const { together, torn } = (await seen(workspace, view, 'ask', tornTexts(text))) as { readonly together: number; readonly torn: readonly string[] };
      expect({ view, torn }).toEqual({ view, torn: [] });
      if (['flow', 'blueprint', 'handoffs', 'sla'].includes(view)) expect({ view, isBesideOthers: together > 0 }).toEqual({ view, isBesideOthers: true });
    }
  });
});
