import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWorkspace } from '../../src/model/load-workspace.js';
import { folderWith, waymark } from '../cli/harness.js';
import { siteServer } from '../../src/cli/site/serve-site.js';
import { buildSite } from '../../src/render/site/site.js';
import type { Audience } from '../../src/render/audiences.js';
import type { SiteFinding, SiteVersion } from '../../src/render/site/site-input.js';
import { newFolder, newRepository, team, workspace as workspaceText } from '../support/git-repository.js';
import { workspaceOf } from '../support/journeys.js';
import { exampleRepository, filesIn, siteOf } from './support/example-site.js';

const repository = exampleRepository('insurance');
const site = await siteOf(repository, 'site', '--audience', 'restricted');
const files = filesIn(site);
const pages = [...files].filter(([path]) => path.endsWith('.html'));

describe('the site of an example', () => {
  it('has a page for everything that has one', () => {
    const workspace = loadWorkspace(repository);
    const sections = [['teams', 'Team'], ['promises', 'Sla'], ['kpis', 'Kpi'], ['personas', 'Persona'], ['systems', 'System']] as const;
    const wanted = [
      ...sections.flatMap(([section, kind]) => workspace.all(kind).map(({ id }) => `insurance/${section}/${id}.html`)),
      ...workspace.journeys.map(({ id }) => `insurance/journeys/${id}.html`),
      ...[...workspace.registers.elements.keys()].map((id) => `insurance/data/${id}.html`),
      ...['index', 'teams', 'promises', 'kpis', 'personas', 'systems', 'data', 'due'].map((name) => `${name}.html`),
    ];
    expect(pages.map(([path]) => path).filter((path) => !path.includes('/compare/')).sort()).toEqual(wanted.sort());
    expect(files.has('insurance/compare/motor-claim.html')).toBe(true);
    expect(files.get('insurance/teams/claims-ops.html')).toMatch(/<a href="mailto:([^"]+)" rel="noreferrer noopener">\1<\/a>/);
  });

  it('tells shares as percent, and names in sentences as names', () => {
    expect(files.get('insurance/personas/private-motorist.html')).toMatch(/Part of the customers<\/dt>\s*<dd>79 %/);
    expect(files.get('insurance/promises/motor-claim-settlement.html')).toContain('by its <code>expires</code> no longer from 2027-08-31 on');
  });

  it('has no link that leads nowhere', () => {
    const ids = new Map(pages.map(([path, text]) => [path, new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]));
    const dead = pages.flatMap(([path, text]) =>
      [...text.matchAll(/ (?:href|src)="([^"]+)"/g)].map(([, target]) => target!).filter((target) => !/^(?:https?|mailto|tel):/.test(target)).filter((target) => {
        const [file, at] = target.split('#');
        const full = file === '' ? path : posix.join(posix.dirname(path), file!);
        return !files.has(full) || (at !== undefined && !ids.get(full)!.has(at));
      }).map((target) => `${path} -> ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it('gives every id of a page once, and none that a script could take for its own', () => {
    const wrong = pages.flatMap(([path, text]) => {
      const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}: ${id}`);
    });
    expect(wrong).toEqual([]);
  });

  it('forbids whatever is not its own, in every page, and needs nothing of it', () => {
    for (const [, text] of pages) {
      expect(text).toContain('content="default-src &#39;none&#39;; script-src &#39;self&#39;; style-src &#39;self&#39;; img-src &#39;self&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"');
      expect(text).not.toMatch(/<script(?! src="(?:\.\.\/)*assets\/)| style="| on[a-z]+="/);
    }
  });

  it('is the same to the last byte in every time zone', async () => {
    const zone = process.env['TZ'];
    try {
      for (const other of ['Pacific/Kiritimati', 'America/Adak', 'Asia/Kathmandu']) {
        process.env['TZ'] = other;
        expect(filesIn(await siteOf(repository, `site-${other.replace('/', '-')}`, '--audience', 'restricted'))).toEqual(files);
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

describe('what readers may see', () => {
  /** Everything of the example that is labelled, or is internal because it has no label. */
  it('leaves out what is labelled for a narrower circle, with its name and its share of counts', async () => {
    const internal = filesIn(await siteOf(repository, 'site-internal'));
    const text = [...internal.values()].join('\n');
    expect(internal.has('insurance/data/iban.html')).toBe(false);
    expect(files.has('insurance/data/iban.html')).toBe(true);
    expect(text).not.toMatch(/data\/iban|claim-photo|Claims data|>Photos? of the/);
  });

  it('tells whoever has it written, by name, what is not in it and how to have it, and its own people how to see a picture that is not', async () => {
    const { err } = await waymark(repository, ['site', '--out', '../site-internal', '--as-of', '2026-11-22']);
    expect(filesIn(join(repository, '../site-internal')).get('insurance/journeys/motor-claim.html')).toContain('1 picture is left out, because the words in it name what is not for readers internal: handoffs. Whoever may see it draws it from the documents with <code>waymark render motor-claim --view handoffs</code>.');
    expect(err).toContain('1 document is for a narrower circle than `internal` and not in it: `data-catalog:claims-data`. With `--audience confidential` the site has it.');
  });

  it('shows the public only what is public', async () => {
    const publicly = filesIn(await siteOf(repository, 'site-public', '--audience', 'public'));
    expect([...publicly.keys()].filter((path) => path.endsWith('.html'))).toEqual(['index.html']);
    expect([...publicly.values()].join('\n')).not.toMatch(/motor-claim|Claims|wegwart\.example/);
  });
});

describe('a public journey that names what is not public', () => {
  const header = (kind: string, id: string, title: string, access: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${title}\nversion: 1.0.0\nstatus: draft\nowner: desk\naccess: ${access}\n`;
  const workspace = workspaceOf({
    'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\n',
    'journey.yaml': `${header('Journey', 'returns', 'Returning a thing', 'public')}personas: [whale, buyer]\nslas: [money-back, secret-deal]\nkpis: {primary: [margin]}\nstages:\n- id: send\n  title: Send it back\n  owner: desk\n  steps:\n  - {id: pack, title: Pack it, lane: customer, systems: [open-portal, vault], data: {collects: [iban]}, feels: {score: -1}, sla: money-back, next: refund}\n  - {id: refund, title: Money comes back, lane: backstage, actor: hush-team, systems: [vault], sla: secret-deal, feels: {score: 2}, end: success}\n`,
    'open.yaml': [header('Persona', 'buyer', 'Buyer', 'public'), `${header('System', 'open-portal', 'Open portal', 'public')}type: web\n`, `${header('Sla', 'money-back', 'Money back', 'public')}type: sla\nmetric: duration\nprovider: hush-team\nconsumer: customer\nclock: {start: returns.pack.completed, stop: returns.refund.completed}\ncalendar: hush-hours\ntargets: [{persona: whale, within: 3h}, {within: 48h}]\n`].join('---\n'),
    'closed.yaml': [`${header('Team', 'hush-team', 'Hush team', 'internal')}`, header('Team', 'desk', 'Desk of returns', 'internal'), `${header('Calendar', 'hush-hours', 'Hush hours', 'internal')}timezone: UTC\nweekly: {mon: ["08:00-18:00"]}\nhorizon: {from: 2026-01-01, until: 2027-12-31}\n`, header('Persona', 'whale', 'Whale', 'confidential'), `${header('System', 'vault', 'Vault', 'restricted')}type: erp\n`, `${header('Kpi', 'margin', 'Margin', 'confidential')}`, `${header('Sla', 'secret-deal', 'Secret deal', 'internal')}type: ola\nmetric: duration\nclock: {start: returns.refund.started, stop: returns.refund.completed}\ncalendar: 24x7\ntargets: [{within: 17h}]\n`, `${header('DataCatalog', 'catalog', 'Catalogue', 'confidential')}elements: [{id: iban, title: Bank account, class: confidential}]\n`].join('---\n'),
  });
  const finding: SiteFinding = { code: 'X-001', severity: 'error', message: 'A flaw.', subject: 'journey:returns' };
  const version: SiteVersion = { number: '1.0.0', day: '2026-01-01', commit: 'abc', author: 'A Huber', status: 'draft', access: 'confidential', regulated: false, changes: [], approvals: [] };
  const changes = ['Step `refund` runs on `vault`.', 'Step `pack` runs on `open-portal`.'].map((message) => ({ level: 'compatible', regulated: false, message }));
  const versions = [version, { ...version, number: '1.1.0', access: 'public' as const, changes }];
  const place = { workspace, folder: 'shop', findings: [finding], versionsOf: () => versions, unreadOf: () => [], comparisonsOf: () => [{ from: '1.0.0', to: '1.1.0', changes: [], rows: [] }] };
  /** All that the files of the site say, save for those that are the same in every site. */
  const siteFor = (audience: Audience): string => [...buildSite({ audience, asOf: '2026-11-22', workspaces: [place] })].map(({ path, content }) => (path.startsWith('assets/site') ? path : `${path}\n${content}`)).join('\n');

  it('keeps what is public', () => {
    const open = siteFor('public');
    for (const word of ['Returning a thing', 'Pack it', 'Buyer', 'Open portal', 'Money back', '48h', '1.1.0', 'runs on <code>open-portal</code>']) expect(open).toContain(word);
  });

  it('names nothing of the rest: not in maps, lists, pictures, the search, changes or links', () => {
    const told = [...siteFor('public').matchAll(/hush|\bdesk\b|whale|vault|>margin|secret-deal|Secret deal|17h|\b3h\b|iban|Bank account|A flaw|A Huber|Compare|>Due</gi)].map(([word]) => word);
    expect(told).toEqual([]);
  });

  it('tells at a step how fast it is for everybody, though the time of somebody else is written first', () => {
    const times = (audience: Audience): readonly string[] => [...siteFor(audience).matchAll(/Promise: <\/span><b>([^<]+)/g)].map(([, time]) => time!);
    expect([times('public'), times('internal'), times('restricted')]).toEqual([['48h'], ['48h', '17h'], ['48h', '17h']]);
  });

  it('says which pictures it leaves out, and on every page that something may be', () => {
    const [open, inside, whole] = [siteFor('public'), siteFor('internal'), siteFor('restricted')];
    const leftOut = /\d pictures? (?:is|are) left out.*(?=<\/p>)/;
    expect(leftOut.exec(open)?.[0]).toBe('4 pictures are left out, because the words in them name what is not for readers public: experience, blueprint, flow and lineage.');
    expect([leftOut.test(inside), leftOut.test(whole)]).toEqual([false, false]);
    expect([open, inside, whole].map((text) => text.includes('What is labelled for a narrower circle is left out.'))).toEqual([true, true, false]);
  });

  it('names files that may hold a version which nobody can read to those who may read them, and tells others that there are some', () => {
    const told = (audience: Audience): readonly string[] => {
      const unread = [{ words: 'Since 2026-02-03 `late.yaml` cannot be read.', access: 'internal' as const }, { words: 'Since 2026-02-03 `deal.yaml` cannot be read.', access: 'restricted' as const }];
      const pagesOf = [...buildSite({ audience, asOf: '2026-11-22', workspaces: [{ ...place, unreadOf: () => unread }] })];
      return [...pagesOf.find(({ path }) => path === 'shop/journeys/returns.html')!.content.matchAll(/<p class="note">((?:Since|There may) [^]*?)<\/p>/g)].map(([, words]) => words!);
    };
    expect(told('restricted')).toEqual(['Since 2026-02-03 <code>late.yaml</code> cannot be read.', 'Since 2026-02-03 <code>deal.yaml</code> cannot be read.']);
    expect(told('internal')).toEqual(['Since 2026-02-03 <code>late.yaml</code> cannot be read.', 'There may be more versions, in files that cannot be read, or could not for a time, and are not named to these readers.']);
    expect(told('public')).toEqual([]);
  });

  it('takes from the branch which files nobody can read, and for whom they are', async () => {
    const made = newRepository();
    const late = (rest: string): string => `apiVersion: waymark/v1\nkind: Team\nid: late\ntitle: Late\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: late\n${rest}`;
    made.commit({ 'waymark.yaml': workspaceText, 'claims.yaml': team('claims'), 'late.yaml': late('bogus: 1\n'), 'deal.yaml': late('access: restricted\nbogus: 1\n').replaceAll('late', 'deal').replace('Late', 'Deal') });
    const page = async (audience: Audience): Promise<string> => {
      const out = newFolder();
      await waymark(made.folder, ['site', '--out', out, '--audience', audience]);
      return [...filesIn(out)].find(([path]) => path.endsWith('teams/claims.html'))![1];
    };
    expect((await page('internal')).match(/<code>\w+\.yaml<\/code>|in files that cannot be read/g)).toEqual(['<code>late.yaml</code>', 'in files that cannot be read']);
    expect((await page('restricted')).match(/<code>\w+\.yaml<\/code>, which says that it is <code>[^<]+/g)).toEqual(['<code>deal.yaml</code>, which says that it is <code>team:deal 1.0.0', '<code>late.yaml</code>, which says that it is <code>team:late 1.0.0']);
  });

  it('shows more to closer circles', () => {
    const inside = siteFor('internal');
    for (const word of ['Hush team', 'Secret deal', 'A flaw', 'A Huber']) expect(inside).toContain(word);
    expect(inside).not.toMatch(/whale|vault|iban/i);
    expect(siteFor('restricted')).toMatch(/Whale[^]*Vault|Vault[^]*Whale/);
  });
});

describe('what a site cannot show', () => {
  const folder = folderWith({
    'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n',
    'desk.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: desk\ntitle: Desk\nversion: 0.1.0\nstatus: draft\nowner: desk\n',
    'sound.yaml': 'apiVersion: waymark/v1\nkind: Journey\nid: sound\ntitle: A sound one\nversion: 0.1.0\nstatus: draft\nowner: desk\nstages: [{id: a, title: A, steps: [{id: b, title: B, lane: customer, end: success}]}]\n',
    'slip.yaml': 'apiVersion: waymark/v1\nkind: Journey\nid: slip\ntitel: A slip\nversion: 0.1.0\nstatus: draft\nowner: desk\nstages: []\n',
    'deal.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: deal\naccess: restricted\nversion: 0.1.0\nstatus: draft\nowner: desk\npenalty: 9 million\n',
    'torn.yaml': 'kind: [Journey\n',
  });
  const built = async (audience: Audience): Promise<{ readonly code: number; readonly err: string; readonly front: string; readonly page: string | undefined }> => {
    const { code, err } = await waymark(folder, ['site', '--out', audience, '--audience', audience]);
    const made = filesIn(join(folder, audience));
    return { code, err, front: made.get('index.html')!, page: made.get('shop/journeys/sound.html') };
  };

  it('files that cannot be read are named on the front page, and on the terminal, where the exit code is 1', async () => {
    const { code, err, front } = await built('internal');
    expect([code, err.match(/^ {2}\S+/gm)]).toEqual([1, ['  deal.yaml:3', '  slip.yaml:4', '  torn.yaml:1']]);
    expect(front).toContain('<p>Files are missing here, in part or as a whole, because they cannot be read.');
    expect(front).toContain('<code>slip.yaml:4</code>: <code>titel</code> is not a field of a journey.');
    expect(front).toContain('And what is not named to these readers');
    expect(front).not.toMatch(/deal|penalty/);
  });

  it('to the public none of them is named, and why there is no journey is told', async () => {
    const { err, front } = await built('public');
    expect(front).toContain('What is not named to these readers');
    expect(front).toContain('No journey is for these readers: public. A journey is public only where it says so, with <code>access: public</code>');
    expect(front).not.toMatch(/slip|torn|deal|sound/i);
    expect(err).toContain('No journey is in it: the only one is for a narrower circle than `public`.');
  });

  it('a draft is nowhere said to be in force', async () => {
    const { page, front } = await built('restricted');
    expect(page).toContain('A draft, not in force. Written from the documents');
    expect(page).toContain('Its versions are not told: its documents lie in no repository of git.');
    expect(front).toContain('What is marked as a draft is not in force.');
    expect(`${page}${front}`).not.toMatch(/In force on|documents in force/);
    expect(files.get('insurance/journeys/motor-claim.html')).toContain('In force on 2026-11-22, as far as the documents say.');
  });
});

describe('a site that is served', () => {
  it('gives its files to this machine and nothing else', async () => {
    const server = siteServer(site).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const ask = (path: string, host = `127.0.0.1:${port}`): Promise<number | undefined> => new Promise((resolve) => get({ port, host: '127.0.0.1', path, headers: { host } }, (response) => resolve(response.resume().statusCode)));
    const own = await Promise.all(['/', '/index.html', '/insurance/journeys/motor-claim.html?x=1', '/assets/site.js'].map((path) => ask(path)));
    const other = await Promise.all(['/waymark-site.json', '/../insurance/waymark.yaml', '/..%2finsurance%2fwaymark.yaml', '/%00', '/%', '/insurance'].map((path) => ask(path)));
    expect([own, other, await ask('/', 'evil.example')]).toEqual([[200, 200, 200, 200], [404, 404, 404, 404, 404, 404], 403]);
    server.close();
  });
});

describe('the folder that a site is written into', () => {
  const run = (out: string): ReturnType<typeof waymark> => waymark(repository, ['site', '--out', out]);

  it('is left alone where it holds something else', async () => {
    mkdirSync(join(repository, '../taken'));
    writeFileSync(join(repository, '../taken/thesis.txt'), 'mine');
    expect(await run('../taken')).toMatchObject({ code: 3, err: expect.stringContaining('nothing of it is overwritten') });
    writeFileSync(join(repository, '../taken/waymark-site.json'), '{"site": "other", "files": ["thesis.txt"]}');
    expect((await run('../taken')).code).toBe(3);
    expect(readFileSync(join(repository, '../taken/thesis.txt'), 'utf8')).toBe('mine');
  });

  it('cannot be the workspace, nor a folder around it, nor a file', async () => {
    for (const out of ['.', '..']) expect(await run(out)).toMatchObject({ code: 2, err: expect.stringContaining('holds the workspace') });
    expect(await run('waymark.yaml')).toMatchObject({ code: 3, err: expect.stringContaining('is no folder') });
  });

  it('is not begun where something is wrong with what was asked', async () => {
    expect(await waymark(repository, ['site', '--out', '../never', '--ref', 'nope'])).toMatchObject({ code: 3 });
    expect(existsSync(join(repository, '../never'))).toBe(false);
  });

  it('loses what an earlier site had and this one has not, and nothing else', async () => {
    const out = await siteOf(repository, 'site-again');
    const marker = join(out, 'waymark-site.json');
    const outside = join(repository, '../thesis.html');
    for (const path of [outside, join(out, 'old.html'), join(out, 'notes.txt')]) writeFileSync(path, 'x');
    const listed = JSON.parse(readFileSync(marker, 'utf8')) as { files: string[] };
    writeFileSync(marker, JSON.stringify({ ...listed, files: [...listed.files, 'old.html', 'notes.txt', '../thesis.html'] }));
    await siteOf(repository, 'site-again');
    expect([outside, join(out, 'old.html'), join(out, 'notes.txt')].map((path) => existsSync(path))).toEqual([true, false, true]);
  });
});
