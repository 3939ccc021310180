import { Ajv2020 } from 'ajv/dist/2020.js';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { loadWorkspace } from '../../src/model/load-workspace.js';
import { render, type Rendering } from '../../src/render/render.js';
import { views } from '../../src/render/views/index.js';
import { drawInBrowser } from '../../src/cli/render/draw-in-browser.js';
import { processConsole } from '../../src/cli/console.js';
import { testBrowser } from '../support/browser.js';
import { root } from '../support/imports.js';
import { newRepository } from '../support/git-repository.js';
import { drawnWorkspace } from '../render/support/drawn-workspace.js';
import { folderWith, waymark } from './harness.js';

const insurance = join(root, 'journeys/insurance');

/** A public journey in which a team acts that is not, and a step that rests on an agreement with a name too long for a picture. */
const shop = folderWith({
  'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n',
  'all.yaml': [
    'kind: Team\nid: desk\ntitle: Desk\naccess: public\nowner: desk',
    'kind: Team\nid: quiet\ntitle: Hush team\nowner: desk',
    'kind: Sla\nid: pact\ntitle: Arrangement of which nobody outside of the house and few inside of it should ever come to know\naccess: restricted\nowner: desk\ntype: ola\nmetric: duration\nprovider: quiet\nconsumer: desk\nclock: {start: returns.pack.completed, stop: returns.pay.completed}\ntargets: [{within: 4h}]',
    'kind: Journey\nid: returns\ntitle: Returning a thing\naccess: public\nowner: desk\nstages: [{id: send, title: Send it, steps: [{id: pack, title: Pack it, lane: customer, feels: {score: -1}, next: sort}, {id: sort, title: Sort it, lane: backstage, actor: desk, next: [{to: pay, sla: pact}]}, {id: pay, title: Pay it, lane: backstage, actor: quiet, end: success}]}]',
  ].map((text) => `apiVersion: waymark/v1\n${text}\nversion: 0.1.0\nstatus: draft\n`).join('---\n'),
});

describe('waymark render', () => {
  it('prints the tables on a terminal, and says how to get the picture', async () => {
    const { code, out } = await waymark(insurance, ['render', 'motor-claim', '--view', 'raci']);
    expect([code, out]).toEqual([0, expect.stringContaining('(Lead of claims')]);
    const flow = await waymark(insurance, ['render', 'motor-claim']);
    expect(flow.out).toContain('The picture: --format markdown');
    expect(Math.max(...flow.out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it('keeps a text that is read from right to left in one piece beside other words, on a terminal in each line', async () => {
    const text = 'شكوى';
    const folder = folderWith(drawnWorkspace(`${text} ${text} 2`));
    const { out } = await waymark(folder, ['render', 'ask', '--view', 'handoffs']);
    const lines = out.split('\n').filter((line) => line.includes(text));
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect([line.split('\u2068').length, /^[^\u0600-\u06ff]*(?:\u2068.*\u2069)/.test(line)]).toEqual([line.split('\u2069').length, true]);
    const markdown = await waymark(folder, ['render', 'ask', '-f', 'markdown']);
    expect(markdown.out).toContain(`### &#8296;${text} ${text} 2&#8297;: flow`);
    expect(/[\u2068\u2069]/.test(markdown.out)).toBe(false);
  });

  it('draws the whole workspace as its hierarchy', async () => {
    expect((await waymark(insurance, ['render', '-f', 'mmd'])).out).toMatch(/^%%\{init: .*\}%%\nflowchart LR\n {2}accTitle: .*hierarchy/);
  });

  it('prints JSON that its published schema describes', async () => {
    const { out } = await waymark(insurance, ['render', 'motor-claim', '--view', 'all', '-f', 'json']);
    const check = new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync(join(root, 'schemas/output/drawing.schema.json'), 'utf8')) as object);
    expect([check(JSON.parse(out)), check.errors]).toEqual([true, null]);
  });

  it('writes each diagram into a file of its own, numbered as pictures are', async () => {
    const folder = folderWith({});
    const { code } = await waymark(folder, ['render', 'motor-claim', '-w', insurance, '--view', 'all', '-f', 'mmd=maps/map.mmd', '-f', 'json=map.json']);
    const { drawings } = JSON.parse(readFileSync(join(folder, 'map.json'), 'utf8')) as { readonly drawings: readonly { readonly diagrams: readonly { readonly mermaid: string }[] }[] };
    const texts = drawings.flatMap(({ diagrams }) => diagrams.map(({ mermaid }) => mermaid));
    expect([code, texts.length > 1, readdirSync(join(folder, 'maps')).sort()]).toEqual([0, true, texts.map((_, index) => `map.${index + 1}.mmd`).sort()]);
    expect(texts.map((_, index) => readFileSync(join(folder, `maps/map.${index + 1}.mmd`), 'utf8'))).toEqual(texts);
    await waymark(folder, ['render', 'motor-claim', '-w', insurance, '-f', 'mmd=one.mmd']);
    expect(readFileSync(join(folder, 'one.mmd'), 'utf8')).toMatch(/^flowchart /);
  });

  it('names numbered files that an earlier run left beside those of this one', async () => {
    const folder = folderWith({ 'map.3.mmd': 'flowchart TD', 'map.12.mmd': 'flowchart TD', 'map.mmd': 'flowchart TD', 'map.03.mmd': '', 'map.3.svg': '', 'amap.3.mmd': '' });
    const run = await waymark(folder, ['render', 'motor-claim', '-w', insurance, '-f', 'mmd=./map.mmd']);
    expect([run.code, run.err]).toEqual([0, '`map.3.mmd` and `map.12.mmd` are not of this run, which wrote 1 picture under this name. Delete them if an earlier run drew them.\n']);
    const all = await waymark(folder, ['render', 'motor-claim', '-w', insurance, '--view', 'all', '-f', 'mmd=map.mmd']);
    expect([all.code, all.err.startsWith('`map.mmd` and `map.12.mmd` are not of this run')]).toEqual([0, true]);
  });

  it.each([['mmd=map.x', 'json=./map.x'], ['mmd=map.x', 'svg=map.x']])('refuses %s together with %s, of which one would be lost', async (one, other) => {
    const folder = folderWith({});
    const run = await waymark(folder, ['render', 'motor-claim', '-w', insurance, '-f', one, '-f', other]);
    expect([run.code, run.out, readdirSync(folder)]).toEqual([2, '', []]);
    expect(run.err).toContain('would both write to');
  });

  it.each(['mmd', 'svg'])('writes no numbered %s over a document', async (format) => {
    const document = 'apiVersion: waymark/v1\nkind: Team\n';
    const folder = folderWith({ 'map.2.x': document });
    const run = await waymark(folder, ['render', 'motor-claim', '-w', insurance, '--view', 'all', '-f', `${format}=map.x`]);
    expect(run).toMatchObject({ code: 2, err: expect.stringContaining(`\`map.2.x\` is a document of Waymark, and \`--format ${format}\` would write over it.`) });
    expect([readdirSync(folder), readFileSync(join(folder, 'map.2.x'), 'utf8')]).toEqual([['map.2.x'], document]);
  });

  it('leaves out what is not for its readers: the picture that names it, and the cell of a table', async () => {
    const of = async (...args: readonly string[]): Promise<{ readonly diagrams: number; readonly text: string; readonly folded: string }> => {
      const { out } = await waymark(shop, ['render', 'returns', '-f', 'json', ...args]);
      const [drawing] = (JSON.parse(out) as { readonly drawings: readonly { readonly diagrams: readonly unknown[]; readonly folded: unknown }[] }).drawings;
      return { diagrams: drawing!.diagrams.length, text: out, folded: JSON.stringify(drawing!.folded) };
    };
    const hidden = /hush/i;
    const [inside, open] = [await of(), await of('--audience', 'public')];
    expect([inside.diagrams, hidden.test(inside.text), open.diagrams, hidden.test(open.text)]).toEqual([1, true, 0, false]);
    expect(open.text).toContain('(left out)');
    expect(open.text).toContain('Pack it');
    expect(open.folded).toContain('its words name what is not for these readers');
    expect((await of('--view', 'experience', '--audience', 'public')).diagrams).toBe(1);
    expect((await of('--audience', 'internal')).diagrams).toBe(1);
    const handoff = await of('--view', 'handoffs', '--audience', 'internal');
    expect([handoff.diagrams, handoff.text]).toEqual([0, expect.not.stringContaining('Arrangement')]);
  });

  it('draws no journey that is not for its readers, and keeps to that in files', async () => {
    expect(await waymark(insurance, ['render', 'motor-claim', '--audience', 'public'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('`motor-claim` is not for readers `public`: its `access` is `internal`.') });
    expect(await waymark(shop, ['render', 'returns', '--audience', 'public', '-f', 'svg'])).toMatchObject({ code: 3, err: expect.stringContaining('There is nothing to draw for readers `public`. Not in the picture, because its words name') });
    writeFileSync(join(shop, 'page.md'), '<!-- waymark render returns --view flow -->\n<!-- /waymark -->\n');
    await waymark(shop, ['render', '--update', 'page.md', '--audience', 'public']);
    expect(readFileSync(join(shop, 'page.md'), 'utf8')).toMatch(/Pack it/);
    expect(readFileSync(join(shop, 'page.md'), 'utf8')).not.toMatch(/hush|mermaid/i);
    expect(await waymark(shop, ['render', '--update', 'page.md', '--audience', 'public', '--check'])).toMatchObject({ code: 0 });
    expect(await waymark(shop, ['render', '--update', 'page.md', '--check'])).toMatchObject({ code: 5 });
  });

  it.each([
    [['render', 'motor-claims'], 3, 'Did you mean `motor-claim`?'],
    [['render', 'motor-claim-settlement'], 3, 'is no journey'],
    [['render', 'motor-claim', '--view', 'pie'], 2, 'Allowed choices are'],
    [['render', '--view', 'flow'], 2, 'Name one'],
    [['render', 'motor-claim', '--before', 'HEAD'], 2, '--view change'],
    [['render', 'motor-claim', '--check'], 2, '--update'],
    [['render', 'motor-claim', '--update', 'x.md'], 2, 'leave out the id'],
    [['render', '--update', 'nowhere.md'], 3, 'no file'],
    [['render', 'motor-claim', '--view', 'raci', '-f', 'svg'], 3, 'this view is a table'],
    [['render', 'motor-claim', '--view', 'raci', '-f', 'mmd'], 3, 'this view is a table'],
    [['render', 'motor-claim', '-f', 'png'], 2, 'Name a file'],
    [['render', 'motor-claim', '-f', 'svg', '--browser', '/nowhere/chrome'], 3, 'no browser at `/nowhere/chrome`. Install Chromium'],
    [['render', 'motor-claim', '--as-of', '2026-01-01'], 2, '--ref'],
  ] as const)('%j ends with %i and says what to do', async (args, code, words) => {
    const run = await waymark(insurance, args);
    expect([run.code, run.err]).toEqual([code, expect.stringContaining(words)]);
  });

  it.each([undefined, ''])('says how to get a browser where there is none, and %j names none', async (named) => {
    vi.stubEnv('WAYMARK_BROWSER', named);
    const run = await waymark(insurance, ['render', 'motor-claim', '-f', 'svg'], { PATH: '' });
    expect([run.code, run.err]).toEqual([3, expect.stringMatching(/none was found\. Install Chromium/)]);
  });
});

describe('pictures between markers', () => {
  const page = '# Ours\n\n<!-- waymark render motor-claim --view lifecycle -->\n<!-- /waymark -->\n\n```md\n<!-- waymark render motor-claim --view flow -->\n```\n\nThe end.\n';

  it('are put there, found up to date, and found stale after a change', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-render-'));
    cpSync(insurance, folder, { recursive: true });
    writeFileSync(join(folder, 'page.md'), page);
    const run = (...args: string[]) => waymark(folder, ['render', '--update', 'page.md', ...args]);
    expect([(await run('--check')).code, readFileSync(join(folder, 'page.md'), 'utf8')]).toEqual([5, page]);
    expect((await run()).code).toBe(0);
    const renewed = readFileSync(join(folder, 'page.md'), 'utf8');
    expect(renewed).toMatch(/^# Ours\n\n<!-- waymark render motor-claim --view lifecycle -->\n\n### Motor claim/);
    expect(renewed.endsWith('<!-- /waymark -->\n\n```md\n<!-- waymark render motor-claim --view flow -->\n```\n\nThe end.\n')).toBe(true);
    expect([(await run('--check')).code, (await run()).code, readFileSync(join(folder, 'page.md'), 'utf8')]).toEqual([0, 0, renewed]);
    const glossary = join(folder, 'policy/glossary.yaml');
    writeFileSync(glossary, readFileSync(glossary, 'utf8').replace('preferred: We have decided', 'preferred: Decided'));
    const stale = await run('--check');
    expect([stale.code, stale.err]).toEqual([5, expect.stringContaining('line 3')]);
  });

  it.each(['> ```md\n> <!-- waymark render motor-claim -->\n> ```\n', 'Write `<!-- waymark render motor-claim -->` or `` ` <!--waymark--> ``, or \\<!-- waymark -->, not <!-- waymark-other -->.\n', '>     <!-- waymark render motor-claim -->\n', '<pre>\n@\n\n@\n</pre>', '  <PRE class="x"><code>\n@\n@</code></PRE> the rest', '<textarea>@</textarea>\n<script>\n@\n</script>', '~~~\n<pre>\n~~~\n<pre>\n@\n', 'So:\n\n    <!-- waymark render motor-claim -->\n', '- So:\n\n      ```md\n      <!-- waymark render motor-claim -->\n      ```\n\n- ```\n  <!-- /waymark -->\n  ```\n'])('leaves markers alone in what Markdown takes as it stands: %j', async (code) => {
    const marker = '<!-- waymark render motor-claim -->';
    const before = code.replaceAll('@', `\n${marker}\n`);
    const own = '<!-- waymark render motor-claim --view raci -->\n<!-- /waymark -->\n';
    const folder = folderWith({ 'page.md': `${own}\n${before}` });
    expect(await waymark(folder, ['render', '--update', 'page.md', '-w', insurance])).toMatchObject({ code: 0, err: 'Renewed in `page.md`: 1 picture.\n' });
    expect(readFileSync(join(folder, 'page.md'), 'utf8').endsWith(`<!-- /waymark -->\n\n${before}`)).toBe(true);
  });

  it.each([
    ['<!-- waymark render motor-claim -->\n', 'line 1: the `<!-- /waymark -->`'],
    ['\n<!-- /waymark -->\n', 'line 2: no marker stands above'],
    ['<!-- waymark render motor-claim -->\nStays.\n<!-- waymark render motor-claim --view raci -->\n<!-- /waymark -->\n', 'line 1: the `<!-- /waymark -->`'],
    ['<!-- waymark render motor-claim -->\nStays.\n```md\n<!-- /waymark -->\n```\n', 'line 1: the `<!-- /waymark -->`'],
    ['<!-- waymark rendr motor-claim -->\n<!-- /waymark -->\n', 'line 1: this marker is not read'],
    ['<!-- waymark render motor-claim --view pie -->\n<!-- /waymark -->\n', 'line 1: `pie` is no view'],
    ['<!-- waymark render nobody --view flow -->\n<!-- /waymark -->\n', 'line 1: there is no journey `nobody`'],
    ['Before.\n\n  <!-- waymark render motor-claim -->\n  <!-- /waymark -->\n', 'line 3: this marker is not read, because it does not stand at the very beginning of its line. Move it there.'],
    ['<!-- waymark render motor-claim -->\n <!-- /waymark -->\n', 'line 2: this marker is not read, because it does not stand at the very beginning'],
    ['1. Before.\n\n   - So:\n\n     <!-- waymark render motor-claim -->\n', 'line 5: this marker is not read, because it does not stand at the very beginning'],
    ['- <!-- waymark render motor-claim -->\n', 'line 1: this marker is not read, because it does not stand at the very beginning'],
    ['Before.\n\n> <!-- waymark render motor-claim -->\n> <!-- /waymark -->\n', 'line 3: this marker is not read, because it does not stand at the very beginning'],
    ['> ```md\n> code\n\n> > <!-- waymark render motor-claim -->\n', 'line 4: this marker is not read, because it does not stand at the very beginning'],
    ['See `this` <!-- waymark render motor-claim -->\n<!-- /waymark -->\n', 'line 1: this marker is not read, because it does not stand at the very beginning'],
    ['Before.\n<!--waymark render motor-claim-->\n<!--/waymark-->\n', 'line 2: this marker is not read. Write it like'],
    ['nothing\n', 'no place for a picture'],
  ])('%j is told with its line, and the file stays as it is', async (text, words) => {
    const folder = folderWith({ 'page.md': text });
    const run = await waymark(folder, ['render', '--update', 'page.md', '-w', insurance]);
    expect([run.code > 0, run.err, readFileSync(join(folder, 'page.md'), 'utf8')]).toEqual([true, expect.stringContaining(words), text]);
  });
});

describe('a file with pictures', () => {
  it('keeps the ends of its lines, its mode, and every byte outside of the markers', async () => {
    const text = '\ufeffOne\r\nTwo\n<!-- waymark render motor-claim --view raci -->\r\n<!-- /waymark -->\r\nThree';
    const folder = folderWith({ 'page.md': text });
    chmodSync(join(folder, 'page.md'), 0o600);
    expect((await waymark(folder, ['render', '--update', 'page.md', '-w', insurance])).code).toBe(0);
    const after = readFileSync(join(folder, 'page.md'), 'utf8');
    expect([after.slice(0, 10), after.endsWith('\r\n<!-- /waymark -->\r\nThree'), statSync(join(folder, 'page.md')).mode & 0o777]).toEqual([text.slice(0, 10), true, 0o600]);
  });

  it('is left alone where it is not UTF-8', async () => {
    const folder = folderWith({});
    const bytes = Buffer.from('Caf\u00e9\n<!-- waymark render motor-claim -->\n<!-- /waymark -->\n', 'latin1');
    writeFileSync(join(folder, 'page.md'), bytes);
    const run = await waymark(folder, ['render', '--update', 'page.md', '-w', insurance]);
    expect([run.code, readFileSync(join(folder, 'page.md')).equals(bytes)]).toEqual([3, true]);
  });
});

describe('the picture of a change', () => {
  it('marks what came, went and is different since the other version, and the promise that moved', async () => {
    const repository = newRepository();
    const { folder } = repository;
    cpSync(insurance, folder, { recursive: true });
    repository.commit();
    const edit = (path: string, from: string, to: string): void => {
      const text = readFileSync(join(folder, path), 'utf8');
      if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
      writeFileSync(join(folder, path), text.replace(from, to));
    };
    edit('journeys/motor-claim.yaml', 'title: Classify and check cover', 'title: Classify, then check the cover');
    edit('slas/motor-claim-parts.yaml', '{within: 30h, percent: 98, each: tier}', '{within: 60h, percent: 98, each: tier}');
    const { code, out } = await waymark(folder, ['render', 'motor-claim', '--view', 'change', '--before', 'HEAD', '-f', 'mmd', '-f', 'text']);
    expect(code).toBe(0);
    expect(out).toContain('{"#33; Classify, then check the cover');
    expect(out).toMatch(/proved → violated/);
    expect(out).toMatch(/Promises that moved[\s\S]*violated/);
    expect(out).toMatch(/sla:ola-inspection/);
  });
});

const browser = await testBrowser();

describe.skipIf(browser === undefined)('a real browser, where the packages or the machine have one', () => {
  it('draws every picture of the examples, with the words that were meant', async () => {
    const pictures = ['broadband', 'insurance', 'parcel'].flatMap((name) => {
      const workspace = loadWorkspace(join(root, 'journeys', name));
      return workspace.journeys.flatMap(({ id }) => views.flatMap((view) => {
        const rendering = render(workspace, view.id, { journey: id });
        return 'problem' in rendering ? [] : rendering.diagrams.map(({ text, chart }) => ({ name: `${id} ${view.id}`, text, chart }));
      }));
    });
    const drawn = await drawInBrowser(processConsole(), pictures.map(({ text }) => text), 'svg', browser);
    expect(drawn.length).toBe(pictures.length);
    for (const [index, { name, chart }] of pictures.entries()) {
      const svg = drawn[index]!.toString('utf8');
      expect({ name, fails: /Maximum text size|Syntax error/.test(svg), begins: svg.startsWith('<svg') }).toEqual({ name, fails: false, begins: true });
      const words = svg.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, '').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replace(/\s+/g, '');
      const labels = chart.type === 'flow' ? chart.nodes.map(({ label }) => label) : chart.type === 'feelings' ? chart.sections.flatMap(({ tasks }) => tasks.map(({ label }) => label)) : [];
      expect({ name, missing: labels.filter((label) => !words.includes(label.replace(/\s+/g, ''))) }).toEqual({ name, missing: [] });
    }
  });

  it('draws a picture alike, whatever was drawn before it', async () => {
    const workspace = loadWorkspace(insurance);
    const [sla, flow] = ['sla', 'blueprint'].map((view) => (render(workspace, view, { journey: 'motor-claim' }) as Rendering).diagrams[0]!.text);
    const [[alone], [, after]] = [await drawInBrowser(processConsole(), [sla!], 'png', browser), await drawInBrowser(processConsole(), [flow!, sla!], 'png', browser)];
    expect([16, 20].map((at) => after!.readUInt32BE(at))).toEqual([16, 20].map((at) => alone!.readUInt32BE(at)));
  });

  it('writes a PNG', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-png-'));
    const run = await waymark(folder, ['render', 'motor-claim', '-w', insurance, '--view', 'sla', '-f', 'png=map.png', '--browser', browser!]);
    expect([run.code, run.err, readFileSync(join(folder, 'map.png')).subarray(1, 4).toString()]).toEqual([0, '', 'PNG']);
  });
});
