import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWorkspace } from '../../src/model/load-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';
import { buildSite } from '../../src/render/site/site.js';
import { root } from '../support/imports.js';
import { workspaceOf } from '../support/journeys.js';
import type { SearchEntry } from '../../src/render/site/search-entry.js';
import type { SiteFinding, SiteVersion } from '../../src/render/site/site-input.js';
import type { Known } from './support/aspect.js';
import { mapAspects } from './support/map-aspects.js';
import { glances, promiseAspects, proofLines } from './support/promise-aspects.js';
import { all, children, readPage, tableLines, words, type Tag } from './support/read-page.js';
import { dependents, dependentsOn, sectionAspects } from './support/section-aspects.js';
import { unevenWorkspace } from './support/uneven-workspace.js';

const aspects = [...mapAspects, ...promiseAspects, ...sectionAspects];

const asOf = '2026-11-22';

/** A finding at each journey, each stage and each step, so that none can stand at another's place. */
function findingsIn({ journeys }: Workspace): readonly SiteFinding[] {
  const places = journeys.flatMap(({ spec: { coordinate }, stages, steps }) => [coordinate, ...[...stages, ...steps].map((each) => each.coordinate)]);
  return places.map((subject, index) => ({ code: `X-${index}`, severity: 'warning', message: `Flaw ${index}.`, subject }));
}

const versions: readonly SiteVersion[] = ['1.0.0', '1.1.0', '2.0.0'].map((number, index) => ({ number, day: `2026-0${index + 1}-01`, commit: `abc${index}`, author: 'Huber', status: ['draft', 'active', 'active'][index]!, access: 'internal', regulated: false, changes: [], approvals: [`Approved ${number} once.`, `Approved ${number} twice.`].slice(index % 2) }));

/** A workspace, and its site page by page. */
function siteOf(name: string, workspace: Workspace): { readonly name: string; readonly known: Known; file(path: string): string; page(path: string): Tag } {
  const known: Known = { workspace, findings: findingsIn(workspace), versions };
  const files = new Map([...buildSite({ audience: 'restricted', asOf, workspaces: [{ workspace, folder: 'x', findings: known.findings, versionsOf: () => known.versions, unreadOf: () => [], comparisonsOf: () => [] }] })].map(({ path, content }) => [path, content]));
  return { name, known, file: (path) => files.get(path)!, page: (path) => readPage(files.get(path)!.replace(/^<!doctype html>/, '')) };
}

const uneven = siteOf('a workspace in which everything stands in another order', workspaceOf(unevenWorkspace));
const sites = [uneven, ...['broadband', 'insurance', 'parcel'].map((name) => siteOf(name, loadWorkspace(join(root, 'journeys', name))))];

describe.each(sites)('the site of $name tells what its documents say', ({ known, file, page }) => {
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

  it('on the page of each other document everything that depends on it', () => {
    for (const [kind, section] of [['Team', 'teams'], ['Sla', 'promises'], ['Kpi', 'kpis'], ['Persona', 'personas'], ['System', 'systems']] as const)
      for (const { id, coordinate } of workspace.all(kind)) expect([coordinate, ...dependentsOn(page(`x/${section}/${id}.html`))]).toEqual([coordinate, ...dependents(workspace, coordinate)]);
  });

  it('which reviews are overdue, and only those', () => {
    const told = tableLines(page('due.html'), 'Due').filter((line) => line.split(' | ')[1] === 'review').map((line) => line.split(' | ')[0]);
    const planned = workspace.specs.flatMap(({ status, value }) => (status === 'active' && 'review' in value ? ((value.review as { readonly next?: string } | undefined)?.next ?? []) : []));
    expect([...told].sort()).toEqual(planned.map((day) => (day < asOf ? `${day} overdue` : day)).sort());
  });

  it('to the search the goal of each journey and the title of each stage and step', () => {
    const entries = JSON.parse(/^globalThis\.waymarkEntries = (.*);\n$/.exec(file('assets/search-entries.js'))![1]!) as readonly SearchEntry[];
    const told = entries.filter(([, , sort]) => sort === 'Journey').map(([path, title, , found, steps]) => ({ path, title, found, steps }));
    const goalOf = (goal = ''): unknown => expect.stringContaining(goal.replace(/\s+/g, ' ').trim());
    expect(told).toEqual(workspace.journeys.map(({ id, spec: { value: { title, customerGoal, stages = [] } } }) => ({ path: `x/journeys/${id}.html`, title, found: goalOf(customerGoal), steps: [...stages, ...stages.flatMap(({ steps }) => steps)].map((each) => each.title) })));
    for (const [path] of entries) expect([path, file(path)]).toEqual([path, expect.any(String)]);
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
