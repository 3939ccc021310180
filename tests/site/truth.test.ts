import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWorkspace } from '../../src/model/load-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';
import { buildSite } from '../../src/render/site/site.js';
import { root } from '../support/imports.js';
import { workspaceOf } from '../support/journeys.js';
import type { Known } from './support/aspect.js';
import { glances, promiseAspects, proofLines } from './support/promise-aspects.js';
import { all, children, readPage, tableLines, words, type Tag } from './support/read-page.js';
import { unevenWorkspace } from './support/uneven-workspace.js';

const aspects = [...promiseAspects];

const asOf = '2026-11-22';

/** A workspace, and its site page by page. */
function siteOf(name: string, workspace: Workspace): { readonly name: string; readonly known: Known; page(path: string): Tag } {
  const known: Known = { workspace, findings: [], versions: [], asOf };
  const files = new Map([...buildSite({ audience: 'restricted', asOf, workspaces: [{ workspace, folder: 'x', findings: known.findings, versionsOf: () => known.versions, unreadOf: () => [], comparisonsOf: () => [] }] })].map(({ path, content }) => [path, content]));
  return { name, known, page: (path) => readPage(files.get(path)!.replace(/^<!doctype html>/, '')) };
}

const uneven = siteOf('a workspace in which everything stands in another order', workspaceOf(unevenWorkspace));
const sites = [uneven, ...['broadband', 'insurance', 'parcel'].map((name) => siteOf(name, loadWorkspace(join(root, 'journeys', name))))];

describe.each(sites)('the site of $name tells what its documents say', ({ known, page }) => {
  const { workspace } = known;

  it.each(aspects)('$name', ({ read, wanted }) => {
    for (const journey of workspace.journeys) expect([journey.id, ...read(page(`x/journeys/${journey.id}.html`))]).toEqual([journey.id, ...wanted(known, journey)]);
  });

  it('in the catalogue what is left of each promise', () => {
    const told = all(page('index.html'), 'li.card').map((card) => [card.attributes.get('data-path'), ...all(card, 'ul.glances', 'li').map((item) => glance(item))]);
    expect(told).toEqual(workspace.journeys.map((journey) => [`x/journeys/${journey.id}.html`, ...glances(known, journey)]));
  });

  it('on the page of each promise its proof in each journey', () => {
    for (const { id } of workspace.all('Sla')) expect([id, ...[...tableLines(page(`x/promises/${id}.html`), 'Proof')].sort()]).toEqual([id, ...[...proofLines(known, id)].sort()]);
  });
});

function glance(item: Tag): string {
  const [promise, verdict] = children(item);
  const [title] = promise!.inside;
  return [title, words(all(promise!, 'small')[0]), words(verdict)].join(' | ');
}

it.each(aspects)('the small workspace has something of: $name', ({ wanted }) => {
  expect(uneven.known.workspace.journeys.flatMap((journey) => wanted(uneven.known, journey)).length).toBeGreaterThan(1);
});
