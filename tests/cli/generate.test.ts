import { Ajv2020 } from 'ajv/dist/2020.js';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { digestOfText } from '../../src/generate/manifest.js';
import { targets as everyTarget } from '../../src/generate/targets/index.js';
import { newRepository } from '../support/git-repository.js';
import { root } from '../support/imports.js';
import { folderWith, waymark } from './harness.js';

/** A folder with a small workspace that is a repository, as far as `.git` says so. */
function small(targets: string): string {
  const folder = folderWith({
    'journeys/waymark.yaml': `apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n${targets}`,
    'journeys/directory.yaml': 'apiVersion: waymark/v1\nkind: Directory\nid: people\ntitle: People\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: desk\nteams: {desk: Desk}\n',
    'journeys/order.yaml': 'apiVersion: waymark/v1\nkind: Journey\nid: order\ntitle: Order\nversion: 0.1.0\nstatus: draft\nowner: desk\nstages: [{id: buy, title: Buy, steps: [{id: pay, title: Customer pays, lane: customer, end: success}]}]\n',
  });
  mkdirSync(join(folder, '.git'));
  return folder;
}

const declared = 'targets: [{id: typescript, out: ../src/journeys}]\n';

/** Writes more into a list of files, as somebody who proposes a change could. */
function addToList(path: string, entries: readonly object[]): void {
  const list = JSON.parse(readFileSync(path, 'utf8')) as { files: object[] };
  writeFileSync(path, JSON.stringify({ ...list, files: [...list.files, ...entries] }));
}

function rewrite(path: string, from: string, to: string): void {
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

describe('waymark generate', () => {
  let folder: string;

  beforeAll(async () => {
    folder = small(declared);
    expect((await waymark(folder, ['generate'])).out).toContain('typescript in src/journeys: 10 files: 10 new.');
  });

  it('writes what the workspace declares, and says that it is up to date', async () => {
    expect(existsSync(join(folder, 'src/journeys/journeys/order.ts'))).toBe(true);
    expect(await waymark(folder, ['generate', '--check'])).toMatchObject({ code: 0, out: expect.stringContaining('10 files, all up to date.') });
  });

  it('tells what it leaves out, as JSON that its published schema describes', async () => {
    const { out } = await waymark(folder, ['generate', '--check', '-f', 'json']);
    const check = new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync(join(root, 'schemas/output/generation.schema.json'), 'utf8')) as object);
    const report = JSON.parse(out) as { readonly targets: readonly [{ readonly losses: readonly object[] }] };
    expect([check(report), check.errors]).toEqual([true, null]);
    expect(report.targets[0].losses).toContainEqual({ subject: 'team:desk', field: '', reason: expect.stringContaining('journeys, promises'), sort: 'limit' });
  });

  it('ends with 1 where something is lost and that is asked for', async () => {
    expect((await waymark(folder, ['generate', '--fail-on-loss'])).code).toBe(0);
    expect((await waymark(folder, ['generate', '--fail-on-loss', 'any'])).code).toBe(1);
  });

  it('is not disturbed by the line ends of a checkout', async () => {
    const path = join(folder, 'src/journeys/ids.ts');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replaceAll('\n', '\r\n'));
    expect((await waymark(folder, ['generate', '--check'])).code).toBe(0);
    writeFileSync(path, text);
  });
});

describe('waymark generate --check', () => {
  const states: readonly (readonly [string, (folder: string) => void, string])[] = [
    ['a file that was edited', (folder) => appendFileSync(join(folder, 'src/journeys/ids.ts'), '// mine\n'), 'ids.ts was edited by hand'],
    ['a file that is missing', (folder) => rmSync(join(folder, 'src/journeys/kpis.ts')), 'kpis.ts is missing'],
    ['a document that says something else', (folder) => writeFileSync(join(folder, 'journeys/order.yaml'), readFileSync(join(folder, 'journeys/order.yaml'), 'utf8').replace('Customer pays', 'Customer pays by card')), 'journeys/order.ts is stale'],
    ['a document that is gone', (folder) => rmSync(join(folder, 'journeys/order.yaml')), 'journeys/order.ts is no longer written'],
    ['a list that is missing', (folder) => rmSync(join(folder, 'src/journeys/waymark-typescript.json')), 'waymark-typescript.json is missing'],
    ['a list that is none', (folder) => writeFileSync(join(folder, 'src/journeys/waymark-typescript.json'), '[]'), 'waymark-typescript.json was edited by hand'],
  ];

  it.each(states)('tells %s, and the next run mends it or says why not', async (_, edit, told) => {
    const folder = small(declared);
    await waymark(folder, ['generate']);
    edit(folder);
    expect(await waymark(folder, ['generate', '--check'])).toMatchObject({ code: 5, out: expect.stringContaining(told) });
    const again = await waymark(folder, ['generate']);
    if (again.code === 5) expect(again.err).toContain('edited by hand');
    expect((await waymark(folder, ['generate', '--overwrite'])).code).toBe(0);
    expect((await waymark(folder, ['generate', '--check'])).code).toBe(0);
  });

  it('takes away what is left over only where it says itself that this target wrote it, whatever the list says', async () => {
    const folder = small('targets: [{id: status-words, out: ..}]\n');
    await waymark(folder, ['generate']);
    const marked = '// Written by `waymark generate status-words`.\n';
    const lying = { 'old.ts': marked, 'edited.ts': marked, 'old.csv': 'a,b\r\n', 'package.json': '{}\n', 'journeys/order.yaml': readFileSync(join(folder, 'journeys/order.yaml'), 'utf8') };
    for (const [path, content] of Object.entries(lying)) writeFileSync(join(folder, path), content);
    addToList(join(folder, 'waymark-status-words.json'), Object.entries(lying).map(([path, content]) => ({ path, digest: path === 'edited.ts' ? 'sha256:0' : digestOfText(content) })));
    const check = await waymark(folder, ['generate', '--check', '-f', 'json']);
    expect((JSON.parse(check.out) as { targets: [{ files: { path: string; state: string }[] }] }).targets[0].files.filter(({ state }) => state.startsWith('left')).map(({ path, state }) => [path, state])).toEqual([['old.ts', 'left'], ['edited.ts', 'left-unsure'], ['old.csv', 'left-unsure'], ['package.json', 'left-foreign'], ['journeys/order.yaml', 'left-foreign']]);
    expect(await waymark(folder, ['generate'])).toMatchObject({ code: 5, err: expect.stringContaining('`package.json` and `journeys/order.yaml` were edited by hand or not written by Waymark') });
    expect(Object.keys(lying).filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    expect((await waymark(folder, ['generate', '--overwrite'])).code).toBe(0);
    expect(Object.keys(lying).filter((path) => existsSync(join(folder, path)))).toEqual(['package.json', 'journeys/order.yaml']);
  });

  it.each(['.git/HEAD', 'node_modules/a/b.js', '.github/workflows/a.yml', './journeys.json', '../x', 'a\u0000b', '/etc/passwd', 'linked/HEAD'])('takes nothing away by a list that names %j', async (path) => {
    const folder = small('targets: [{id: status-words, out: ..}]\n');
    const text = '# Written by `waymark generate status-words`.\n';
    await waymark(folder, ['generate']);
    writeFileSync(join(folder, '.git/HEAD'), text);
    symlinkSync('.git', join(folder, 'linked'));
    addToList(join(folder, 'waymark-status-words.json'), [{ path, digest: digestOfText(text) }]);
    for (const flags of [[], ['--overwrite']]) expect([0, 2, 5]).toContain((await waymark(folder, ['generate', ...flags])).code);
    expect(existsSync(join(folder, '.git/HEAD'))).toBe(true);
  });

  it('goes on after a run that was cut off, also where a document has changed since', async () => {
    const folder = small(declared);
    await waymark(folder, ['generate']);
    const [out, list] = [join(folder, 'src/journeys'), join(folder, 'src/journeys/waymark-typescript.json')];
    const [before, ids] = [JSON.parse(readFileSync(list, 'utf8')) as { files: object[] }, readFileSync(join(out, 'ids.ts'), 'utf8')];
    rewrite(join(folder, 'journeys/order.yaml'), 'id: pay,', 'id: settle,');
    await waymark(folder, ['generate']);
    // As it lies there in the middle: the list has both, one file is old, one is being written.
    writeFileSync(list, JSON.stringify({ ...(JSON.parse(readFileSync(list, 'utf8')) as object), unfinished: before.files }));
    writeFileSync(join(out, 'ids.ts'), ids);
    const [half, mine] = [join(out, 'ids.ts.0b0c7a3e-1111-4222-8333-0123456789ab.tmp'), join(out, 'mine.tmp')];
    for (const path of [half, mine]) writeFileSync(path, 'x');
    rewrite(join(folder, 'journeys/order.yaml'), 'id: settle,', 'id: pay-now,');
    expect(await waymark(folder, ['generate'])).toMatchObject({ code: 0 });
    expect((await waymark(folder, ['generate', '--check'])).code).toBe(0);
    expect([half, mine].map(existsSync)).toEqual([false, true]);
  });

  it('takes away what is left over, and nothing that Waymark has not written as it stands', async () => {
    const folder = small(declared);
    await waymark(folder, ['generate']);
    const [list, mine] = [join(folder, 'src/journeys/waymark-typescript.json'), join(folder, 'src/journeys/mine.ts')];
    writeFileSync(mine, 'export {};\n');
    writeFileSync(list, readFileSync(list, 'utf8').replace('"files": [', '"files": [{"path": "mine.ts", "digest": "sha256:0"}, {"path": "../../journeys/order.yaml", "digest": "sha256:0"}, '));
    expect(await waymark(folder, ['generate', '--overwrite'])).toMatchObject({ code: 0 });
    expect([mine, join(folder, 'journeys/order.yaml')].map(existsSync)).toEqual([true, true]);
  });
});

describe('every target', () => {
  const everything = `targets: [${everyTarget.map(({ id }) => `{id: ${id}, out: ../out/${id}}`).join(', ')}]\n`;

  it('is up to date once it is written, with whatever line ends it is checked out', async () => {
    const folder = folderWith({});
    cpSync(join(root, 'journeys/insurance'), join(folder, 'journeys'), { recursive: true });
    mkdirSync(join(folder, '.git'));
    appendFileSync(join(folder, 'journeys/waymark.yaml'), everything);
    expect((await waymark(folder, ['generate'])).code).toBe(0);
    const written = readdirSync(join(folder, 'out'), { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
    for (const ends of ['as written', '\n', '\r\n']) {
      if (ends !== 'as written') for (const path of written) writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\r\n', '\n').replaceAll('\n', ends));
      const { out } = await waymark(folder, ['generate', '--check', '-f', 'json']);
      const told = (JSON.parse(out) as { targets: { id: string; files: { path: string; state: string }[] }[] }).targets.flatMap(({ id, files }) => files.filter(({ state }) => state !== 'current').map(({ path, state }) => [id, path, state]));
      expect([ends, told]).toEqual([ends, []]);
    }
  });
});

it.each([
  ['targets: [{id: typescrpt, out: ../x}]\n', 0, 'Did you mean `typescript`?'],
  ['targets: [{id: typescript, out: ../x, options: {imports: jsx}}]\n', 1, '`jsx` is none of'],
  ['targets: [{id: typescript, out: ../.git/hooks}]\n', 1, 'programs look for'],
  ['targets: [{id: typescript, out: ../../x}]\n', 1, 'lies outside of the repository'],
  ['targets: [{id: typescript, out: ..}]\n', 0, 'No findings'],
])('waymark validate tells what cannot be generated: %j', async (targets, code, told) => {
  expect(await waymark(small(targets), ['validate'])).toMatchObject({ code, out: expect.stringContaining(told) });
});

describe('waymark generate refuses', () => {
  it.each([
    [['generate'], '', 2, 'Nothing is declared to be generated'],
    [['generate', 'typescript'], '', 2, 'Say where `typescript` is to be written'],
    [['generate', 'typescrpt', '--out', 'x'], '', 2, 'Did you mean `typescript`?'],
    [['generate', 'typescript', '--out', 'x', '--option', 'impots=js'], '', 2, 'Did you mean `imports`?'],
    [['generate', 'typescript', '--out', 'x', '--option', 'imports=jsx'], '', 2, '`jsx` is none of'],
    [['generate', 'typescript', '--out', 'x', '--option', '=js'], '', 2, 'Write it like'],
    [['generate', 'typescript', '--out', 'x', '--generator', 'nowhere.js'], '', 3, 'cannot be loaded'],
    [['generate', '--out', 'x'], declared, 2, 'name it'],
    [['generate', '--option', 'imports=ts'], declared, 2, 'name it'],
    [['generate', '--list', '--format', 'json'], '', 2, 'leave out the other options'],
    [['generate', '--format', 'json=journeys/order.yaml'], declared, 2, 'would write over it'],
    [['generate', '--format', 'json=src/journeys/ids.ts'], declared, 2, 'would write over it'],
    [['generate'], 'targets: [{id: prometheus, out: ../a}, {id: grafana, out: ../a}, {id: b, target: typescript, out: ../a}, {id: c, target: asyncapi, out: ../a/waymark-typescript.json}]\n', 2, '`b` and `c` in `targets` would both write'],
    [['generate', '--check', '--overwrite'], declared, 2, 'leave out --overwrite'],
    [['generate', '--as-of', '2026-01-01'], declared, 2, 'add `--ref main`'],
    [['generate'], 'targets: [{id: typescrpt, out: x}]\n', 2, 'There is no target `typescrpt`'],
    [['generate'], 'targets: [{id: typescript, out: ../../elsewhere}]\n', 2, 'outside of the repository'],
    [['generate'], 'targets: [{id: typescript, out: ../.git/hooks}]\n', 2, 'programs look for'],
    [['generate'], 'targets: [{id: typescript, out: ../.github/workflows}]\n', 2, 'programs look for'],
    [['generate'], 'targets: [{id: typescript, out: ../git~1/hooks}]\n', 2, 'programs look for'],
    [['generate'], 'targets: [{id: typescript, out: ../a}, {id: more, target: typescript, out: ../a}]\n', 2, 'a folder of its own'],
    [['generate'], 'targets: [{id: typescript, out: ../a, options: {imports: jsx}}]\n', 2, '`typescript`: `jsx` is none of'],
  ])('%j with %j', async (args, targets, code, told) => {
    expect(await waymark(small(targets), args)).toMatchObject({ code, err: expect.stringContaining(told) });
  });

  it.each([[[]], [['--overwrite']], [['--check']]])('to write over a document, with %j', async (more) => {
    const folder = small('');
    renameSync(join(folder, 'journeys/order.yaml'), join(folder, 'journeys/catalog-info.yaml'));
    const [before, list] = [readFileSync(join(folder, 'journeys/catalog-info.yaml'), 'utf8'), 'journeys/waymark-backstage.json'];
    expect(await waymark(folder, ['generate', 'backstage', '--out', 'journeys', ...more])).toMatchObject({ code: 2, err: expect.stringContaining('`journeys/catalog-info.yaml` is a document of Waymark, and `generate backstage` would write over it. Name another folder.') });
    expect([readFileSync(join(folder, 'journeys/catalog-info.yaml'), 'utf8'), existsSync(join(folder, list))]).toEqual([before, false]);
    writeFileSync(join(folder, list), JSON.stringify({ target: 'backstage', files: [{ path: 'catalog-info.yaml', digest: digestOfText(before) }] }));
    expect((await waymark(folder, ['generate', 'backstage', '--out', 'journeys', ...more])).code).toBe(2);
  });

  it.each([['journeys/texts', 'operations.md'], ['journeys/link', 'operations.md'], ['journeys/texts', 'Operations.md']])('to write over words for customers that a document names: into %s, %s', async (out, file) => {
    const folder = small('');
    mkdirSync(join(folder, 'journeys/texts'));
    symlinkSync('texts', join(folder, 'journeys/link'));
    writeFileSync(join(folder, 'journeys/texts', file), 'Dear customer,\n');
    rewrite(join(folder, 'journeys/order.yaml'), 'end: success', `message: {textFile: texts/${file}}, end: success`);
    expect(await waymark(folder, ['generate', 'operations', '--out', out, '--overwrite'])).toMatchObject({ code: 2, err: expect.stringContaining('operations.md` belongs to the workspace, and `generate operations` would write over it. Name another folder.') });
    expect(readFileSync(join(folder, 'journeys/texts', file), 'utf8')).toBe('Dear customer,\n');
  });

  it('to write while a document cannot be read', async () => {
    const folder = small(declared);
    appendFileSync(join(folder, 'journeys/order.yaml'), 'titel: x\n');
    expect(await waymark(folder, ['generate'])).toMatchObject({ code: 1, err: expect.stringContaining('Nothing is written') });
    expect(existsSync(join(folder, 'src'))).toBe(false);
  });

  const binding = (kind: string, id: string, text: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: desk\n${text}`;

  it.each([
    ['a promise on no calendar', binding('Sla', 'answer', 'calendar: offise-hours\n'), 'There is no calendar `offise-hours`, which `calendar` of SLA `answer` names.'],
    ['a ladder of no role', binding('Sla', 'answer', 'escalation: desk#lead\n'), 'Team `desk` has no role `lead`'],
    ['an approver that nobody is', binding('Policy', 'default', 'approvals: {compatible: {all: [nobody-known]}}\n'), 'The approver `nobody-known` stands for no role'],
    ['an attribute that no event carries', binding('Kpi', 'orders', 'unit: count\ndirection: up\nformula: {count: cases}\nanchor: order.pay.started\ndimensions: [region]\nalerts: [{severity: warn, below: 10, segment: [regoin]}]\n'), 'an alert watches each `regoin`'],
    ['another version of its base', `${binding('Journey', 'refund', 'extends: order@^9\n')}`, 'asks for `^9`'],
    ['a step that is not there', binding('Journey', 'refund', 'stages: [{id: ask, title: Ask, steps: [{id: ask, title: Ask, lane: customer, next: anser}, {id: answer, title: Answer, lane: frontstage, end: success}]}]\n'), 'has no step `anser`'],
  ])('to write while what binds names %s', async (_, text, told) => {
    const folder = small(declared);
    writeFileSync(join(folder, 'journeys/one.yaml'), text);
    expect(await waymark(folder, ['generate'])).toMatchObject({ code: 1, err: expect.stringMatching(/journeys\/one\.yaml:\d+:\d+: [^\n]*\n.*leads nowhere/s) });
    expect((await waymark(folder, ['generate'])).err).toContain(told);
    expect(existsSync(join(folder, 'src'))).toBe(false);
    writeFileSync(join(folder, 'journeys/one.yaml'), text.replace('status: active', 'status: draft'));
    expect((await waymark(folder, ['generate'])).code).toBe(0);
  });

  it.each([
    ['waymark/v1', 'waymak/v1', /one\.yaml:1:13: The language version `waymak\/v1` is not known\..*Nothing is written/s],
    ['apiVersion: waymark/v1\nkind: Sla', 'kind: Sal', /one\.yaml:1:7: `Sal` is not a kind of document\..*Nothing is written/s],
  ])('to write while the header of a document has %j as %j', async (from, to, told) => {
    const folder = small(declared);
    const text = binding('Sla', 'answer', '');
    expect(text).toContain(from);
    writeFileSync(join(folder, 'journeys/one.yaml'), text.replace(from, to));
    expect(await waymark(folder, ['generate'])).toMatchObject({ code: 1, err: expect.stringMatching(told) });
  });

  it.each([
    ['two promises', 'Sla', 'metric: duration\n', 'metric: response\n', 'There are two SLAs `answer`.'],
    ['two catalogues, of which one is a draft,', 'DataCatalog', '', '', 'There are two data catalogues `answer`.'],
  ])('to write while %s have one id', async (_, kind, one, other, told) => {
    const folder = small(declared);
    writeFileSync(join(folder, 'journeys/one.yaml'), binding(kind, 'answer', one));
    writeFileSync(join(folder, 'journeys/two.yaml'), binding(kind, 'answer', other).replace('status: active', 'status: draft'));
    expect(await waymark(folder, ['generate'])).toMatchObject({ code: 1, err: expect.stringMatching(/two\.yaml:3:5: .*1 id in .* stands for two things/s) });
    expect((await waymark(folder, ['generate'])).err).toContain(told);
    expect(existsSync(join(folder, 'src'))).toBe(false);
  });

  it('nothing because of a file that is no document of Waymark', async () => {
    const folder = small(declared.replace('../src', 'src'));
    writeFileSync(join(folder, 'journeys/docker-compose.yaml'), 'services: {web: {image: nginx}}\n');
    writeFileSync(join(folder, 'journeys/empty.yaml'), '# later\n');
    expect((await waymark(folder, ['generate'])).code).toBe(0);
  });

  it('to write through a link that leads elsewhere', async () => {
    const [folder, elsewhere] = [small('targets: [{id: typescript, out: ../linked}]\n'), mkdtempSync(join(tmpdir(), 'elsewhere-'))];
    symlinkSync(elsewhere, join(folder, 'linked'));
    expect(await waymark(folder, ['generate'])).toMatchObject({ code: 3, err: expect.stringContaining('through a link') });
  });

  it('to write through a link into a folder of programs', async () => {
    const folder = small('targets: [{id: typescript, out: ../linked/hooks}]\n');
    symlinkSync('.git', join(folder, 'linked'));
    expect(await waymark(folder, ['generate'])).toMatchObject({ code: 2, err: expect.stringContaining('programs look for') });
  });

  it('to write where a file stands in the way', async () => {
    const folder = small('targets: [{id: typescript, out: ../x}]\n');
    writeFileSync(join(folder, 'x'), '');
    expect(await waymark(folder, ['generate'])).toMatchObject({ code: 3, err: expect.stringContaining('is a file where a folder is needed') });
  });
});

it('waymark generate --list names each target with what it writes', async () => {
  const { code, out } = await waymark(folderWith({}), ['generate', '--list']);
  expect([code, out.trim().split('\n').map((line) => line.split(':')[0])]).toEqual([0, everyTarget.map(({ id }) => id)]);
});

describe('a loss that is accepted', () => {
  const promises = 'apiVersion: waymark/v1\nkind: Sla\nid: answer\ntitle: Answer\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: desk\nprovider: desk\nmetric: response\nwindow: P1M\ntargets: [{within: 1h, percent: 90}]\n';
  const accepting = (accept: string): string => {
    const folder = small(`targets: [{id: alerts, target: alertmanager, out: ../alerts, accept: [${accept}]}]\n`);
    writeFileSync(join(folder, 'journeys/answer.yaml'), promises);
    return folder;
  };
  const known = '{subject: sla:answer, field: escalation, reason: The desk looks at its board}';

  it('does not fail --fail-on-loss, and is told with its reason', async () => {
    expect((await waymark(accepting(''), ['generate', '--fail-on-loss'])).code).toBe(1);
    const folder = accepting(known);
    expect(await waymark(folder, ['generate', '--fail-on-loss'])).toMatchObject({ code: 0, out: expect.stringContaining('Accepted (The desk looks at its board): sla:answer, escalation.') });
    expect((await waymark(folder, ['generate', '--check', '--fail-on-loss', 'any'])).code).toBe(1);
    const { targets } = JSON.parse((await waymark(folder, ['generate', '--check', '-f', 'json'])).out) as { readonly targets: readonly [{ readonly idle: readonly unknown[]; readonly losses: readonly { readonly accepted?: string; readonly subject: string; readonly field: string }[] }] };
    expect([targets[0].idle, targets[0].losses.filter(({ accepted }) => accepted !== undefined).map(({ subject, field }) => [subject, field])]).toEqual([[], [['sla:answer', 'escalation']]]);
  });

  it('lets another one fail', async () => {
    const folder = accepting(known);
    writeFileSync(join(folder, 'journeys/more.yaml'), promises.replace('id: answer', 'id: more'));
    expect(await waymark(folder, ['generate', '--fail-on-loss'])).toMatchObject({ code: 1, out: expect.stringContaining('sla:more, escalation: Nobody is named') });
  });

  it('is told once it is lost no longer, which fails as well', async () => {
    const folder = accepting(known);
    appendFileSync(join(folder, 'journeys/answer.yaml'), 'escalation: desk#lead\n');
    rewrite(join(folder, 'journeys/directory.yaml'), 'teams: {desk: Desk}', 'teams: {desk: {title: Desk, roles: [{id: lead, contact: "mailto:desk@example.org"}]}}');
    const run = await waymark(folder, ['generate', '--fail-on-loss']);
    expect(run).toMatchObject({ code: 1, out: expect.stringContaining('Accepted and lost no longer: sla:answer, escalation. Take it out of `accept` in `waymark.yaml`.') });
    expect((await waymark(folder, ['generate', '--check'])).code).toBe(0);
    const check = new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync(join(root, 'schemas/output/generation.schema.json'), 'utf8')) as object);
    const report = JSON.parse((await waymark(folder, ['generate', '--check', '-f', 'json'])).out) as { readonly targets: readonly [{ readonly idle: readonly object[] }] };
    expect([check(report), check.errors, report.targets[0].idle]).toEqual([true, null, [{ subject: 'sla:answer', field: 'escalation', reason: 'The desk looks at its board' }]]);
  });
});

describe('what is in force', () => {
  it('is written into the same folder, wherever somebody works in the repository', async () => {
    const repository = newRepository();
    const made = small('targets: [{id: json-schema, out: ../schemas}]\n');
    for (const file of ['waymark.yaml', 'directory.yaml', 'order.yaml']) repository.commit({ [`journeys/${file}`]: readFileSync(join(made, 'journeys', file), 'utf8') }, file);
    expect((await waymark(join(repository.folder, 'journeys'), ['generate', '--ref', 'HEAD'])).code).toBe(0);
    expect([existsSync(join(repository.folder, 'schemas/tracking-plan.json')), existsSync(join(repository.folder, 'journeys/schemas'))]).toEqual([true, false]);
  });
});

describe('what an entry of `targets` has left behind', () => {
  const repository = newRepository();
  const at = (path: string): string => join(repository.folder, path);

  beforeAll(async () => {
    const made = small('targets: [{id: typescript, out: ../old}, {id: status-words, out: ../words}]\n');
    for (const file of ['waymark.yaml', 'directory.yaml', 'order.yaml']) repository.commit({ [`journeys/${file}`]: readFileSync(join(made, 'journeys', file), 'utf8') }, file);
    expect((await waymark(repository.folder, ['generate'])).code).toBe(0);
    cpSync(at('old'), at('fixtures/old'), { recursive: true });
    repository.commit({}, 'What was written');
  });

  it('is told with 5 where the entry names another folder, and where it is gone', async () => {
    rewrite(at('journeys/waymark.yaml'), '{id: typescript, out: ../old}, {id: status-words, out: ../words}', '{id: typescript, out: ../new}');
    expect((await waymark(repository.folder, ['generate', '--check', 'typescript'])).out).not.toContain('status-words in words');
    for (const run of [await waymark(repository.folder, ['generate', '--check']), await waymark(repository.folder, ['generate'])]) {
      expect(run).toMatchObject({ code: 5, out: expect.stringMatching(/typescript in old: no `waymark\.yaml` in `journeys` names.*order\.ts is no longer written.*status-words in words: no `waymark\.yaml` in `journeys` names/s) });
      expect(run.out).not.toContain('fixtures');
    }
    expect(['new/ids.ts', 'old/ids.ts', 'words/words.csv'].map((path) => existsSync(at(path)))).toEqual([true, true, true]);
  });

  it('is taken away with --overwrite, except for what was edited', async () => {
    appendFileSync(at('old/kpis.ts'), '// mine\n');
    expect(await waymark(repository.folder, ['generate', '--overwrite'])).toMatchObject({ code: 0, out: expect.stringContaining('What was left here was taken away') });
    expect(['old/ids.ts', 'old/waymark-typescript.json', 'words/words.csv', 'old/kpis.ts', 'fixtures/old/ids.ts'].map((path) => existsSync(at(path)))).toEqual([false, false, false, true, true]);
    expect((await waymark(repository.folder, ['generate', '--check'])).code).toBe(0);
  });

  it('is told once everything is gone from `targets`, and where no list names it', async () => {
    cpSync(at('new/ids.ts'), at('new/former.ts'));
    expect(await waymark(repository.folder, ['generate', '--check'])).toMatchObject({ code: 5, out: expect.stringContaining('former.ts is no longer written') });
    rmSync(at('new/former.ts'));
    rewrite(at('journeys/waymark.yaml'), 'targets: [{id: typescript, out: ../new}]\n', '');
    expect(await waymark(repository.folder, ['generate', '--check'])).toMatchObject({ code: 5, out: expect.stringContaining('typescript in new: no `waymark.yaml` in `journeys` names') });
  });
});

describe('what a workspace has left behind that is in its folder no longer', () => {
  const repository = newRepository();
  const at = (path: string): string => join(repository.folder, path);
  const move = (path: string, to: string): void => {
    mkdirSync(dirname(at(to)), { recursive: true });
    renameSync(at(path), at(to));
  };

  beforeAll(async () => {
    const made = small(declared);
    for (const file of ['waymark.yaml', 'directory.yaml', 'order.yaml']) repository.commit({ [`journeys/${file}`]: readFileSync(join(made, 'journeys', file), 'utf8') }, file);
    expect((await waymark(repository.folder, ['generate'])).code).toBe(0);
    cpSync(at('src/journeys'), at('fixtures/src/journeys'), { recursive: true });
    repository.commit({}, 'What was written');
    move('journeys', 'customer/journeys');
    repository.commit({}, 'Move the workspace');
    expect((await waymark(repository.folder, ['generate'])).code).toBe(5);
    repository.commit({}, 'What was written anew');
  });

  it('is told with 5 where the workspace was moved, and a copy of it is not', async () => {
    const run = await waymark(repository.folder, ['generate', '--check']);
    expect(run).toMatchObject({ code: 5, out: expect.stringMatching(/typescript in customer\/src\/journeys: 10 files, all up to date\..*typescript in src\/journeys: no `waymark\.yaml` in `journeys` names this target and this folder any more\..*order\.ts is no longer written/s) });
    expect(run.out).not.toContain('fixtures');
    expect((await waymark(repository.folder, ['generate', '--check', 'status-words', '--out', 'words'])).out).not.toContain('src/journeys: no');
  });

  it('is told to whoever writes for another workspace as well, and as seen from where the command runs', async () => {
    expect((await waymark(at('customer'), ['generate', '--check'])).out).toContain('typescript in ../src/journeys: no `waymark.yaml` in `../journeys` names');
  });

  it('is not told where the workspace is only not checked out', async () => {
    repository.commit({ 'journeys/waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: old\ntitle: Old\n' }, 'A workspace there again');
    rmSync(at('journeys'), { recursive: true });
    expect((await waymark(repository.folder, ['generate', '--check'])).code).toBe(0);
    repository.commit({}, 'And none');
  });

  it('is taken away with --overwrite, and the copy is not', async () => {
    expect(await waymark(repository.folder, ['generate', '--overwrite'])).toMatchObject({ code: 0, out: expect.stringContaining('What was left here was taken away') });
    expect(['src/journeys/ids.ts', 'src/journeys/waymark-typescript.json', 'customer/src/journeys/ids.ts', 'fixtures/src/journeys/ids.ts'].map((path) => existsSync(at(path)))).toEqual([false, false, true, true]);
    expect((await waymark(repository.folder, ['generate', '--check'])).code).toBe(0);
  });
});

describe('a target of an own', () => {
  const given = "export default { id: 'wiki', summary: 'a page', description: '', limits: 'It names journeys.', withDrafts: true, options: {}, carries: [], generate: async ({ all }) => GIVEN };\n";

  it.each([
    ["(() => { throw new Error('no line'); })()", 'It stopped with: no line'],
    ['null', 'has to give back'],
    ["({ problems: 'none' })", 'has to give back'],
    ["({ files: [{ path: 3, content: '', sources: [] }] })", '`path` that is a text'],
    ["({ files: [{ path: 'a', content: Buffer.from(''), sources: [] }] })", '`content` of its file `a`'],
    ["({ files: [{ path: 'a', content: '', sources: ['order'] }] })", '`sources` of its file `a`'],
    ["({ files: [], losses: [{ subject: 'journey:ordre', field: '', reason: 'No.' }] })", '`journey:ordre` is none'],
    ["({ files: ['d/a', 'D/b'].map((path) => ({ path, content: '', sources: [] })) })", 'on some disks these are one folder'],
    ["({ files: ['a', 'a/b'].map((path) => ({ path, content: '', sources: [] })) })", 'files in a folder of that name'],
    ["({ files: ['a', 'A'].map((path) => ({ path, content: '', sources: [] })) })", 'on some disks these are one file'],
    ["({ files: [{ path: 'Waymark-wiki.json', content: '', sources: [] }] })", 'the name of the list'],
    ["({ files: [{ path: 'a/Nul.txt', content: '', sources: [] }] })", 'Windows'],
    ["({ files: [{ path: 'a./b', content: '', sources: [] }] })", 'Windows'],
    ["({ get files() { throw new Error('no files'); } })", 'It stopped with: no files'],
    ["((all('Journey')[0].value.title = 'Mine'), { files: [] })", 'It stopped with: Cannot assign to read only property'],
    ["({ files: [{ path: 'a', get content() { throw new Error('no text'); }, sources: [] }] })", 'It stopped with: no text'],
    ["({ files: [{ path: 'git~1/x', content: '', sources: [] }] })", 'no plain path'],
    ["({ files: [{ path: '.git/hooks/x', content: '', sources: [] }] })", 'programs look for'],
  ])('that gives what cannot be written is told, and nothing is written: %s', async (text, told) => {
    const folder = small(declared);
    writeFileSync(join(folder, 'wiki.mjs'), given.replace('GIVEN', text));
    expect(await waymark(folder, ['generate', 'wiki', '--out', 'wiki', '--generator', 'wiki.mjs'])).toMatchObject({ code: 2, err: expect.stringContaining(told) });
    expect(existsSync(join(folder, 'wiki'))).toBe(false);
  });

  it('stands once on the command line', async () => {
    const folder = small('');
    for (const name of ['a.mjs', 'b.mjs']) writeFileSync(join(folder, name), given.replace('GIVEN', '({ files: [] })'));
    expect(await waymark(folder, ['generate', 'wiki', '--out', 'wiki', '--generator', 'a.mjs', '--generator', 'b.mjs'])).toMatchObject({ code: 2, err: expect.stringContaining('both generators of `wiki`') });
  });

  it.each([
    ['never ends', given.replace('GIVEN', 'new Promise(() => {})'), 'The generator of `wiki` never ends'],
    ['ends the program', given.replace('GIVEN', 'process.exit(0)'), 'The generator of `wiki` ended the whole program'],
    ['ends the program when it is loaded', 'process.exit(0);\n', '`wiki.mjs` ended the whole program'],
    ['never ends to load', 'await new Promise(() => {});\n', '`wiki.mjs` never ends'],
  ])('that %s is told', (_, text, told) => {
    const folder = small('');
    writeFileSync(join(folder, 'wiki.mjs'), text);
    const { status, stderr } = spawnSync(process.execPath, ['--import', import.meta.resolve('tsx'), join(root, 'src/cli/start.ts'), 'generate', 'wiki', '--out', 'wiki', '--generator', 'wiki.mjs', '--check'], { cwd: folder, encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringContaining(told)]);
  });

  const own = "export default { id: 'wiki', summary: 'a page', description: '', limits: 'It names journeys.', withDrafts: true, options: {}, carries: ['Journey.title'], generate: ({ all }) => ({ files: [{ path: PATH, sources: all('Journey'), content: all('Journey').map(({ value }) => value.title).join() }] }) };\n";

  it.each([
    ['Jorney.title', 'its `carries` names `Jorney.title`, which is no field of the language; `Journey.title` may be meant. Write'],
    ['Journey.stages.stpes.title', '`Journey.stages.steps.title` may be meant'],
    ['Journey.title.text', 'its `carries` names `Journey.title.text`, which is no field of the language. Write'],
  ])('that says to carry %s, which there is not, is told', async (field, told) => {
    const folder = small('');
    writeFileSync(join(folder, 'wiki.mjs'), own.replace('Journey.title', field).replace('PATH', "'page.txt'"));
    expect(await waymark(folder, ['generate', 'wiki', '--out', 'wiki', '--generator', 'wiki.mjs'])).toMatchObject({ code: 2, err: expect.stringContaining(told) });
    expect(existsSync(join(folder, 'wiki'))).toBe(false);
  });

  it('runs only where the command line names it', async () => {
    const folder = small('targets: [{id: wiki, out: ../wiki}]\n');
    writeFileSync(join(folder, 'wiki.mjs'), own.replace('PATH', "'page.txt'"));
    expect(await waymark(folder, ['generate'])).toMatchObject({ code: 2, err: expect.stringContaining('There is no target `wiki`') });
    expect((await waymark(folder, ['generate', '--generator', 'wiki.mjs'])).code).toBe(0);
    expect(readFileSync(join(folder, 'wiki/page.txt'), 'utf8')).toBe('Order');
  });

  it.each(["'../page.txt'", "'/tmp/page.txt'", "'a/../../b'", "'.\\u002e/x'", "'a b'"])('writes nowhere but into its folder: %s', async (path) => {
    const folder = small('');
    writeFileSync(join(folder, 'wiki.mjs'), own.replace('PATH', path));
    expect(await waymark(folder, ['generate', 'wiki', '--out', 'wiki', '--generator', 'wiki.mjs'])).toMatchObject({ code: 2, err: expect.stringContaining('no plain path') });
  });

  it.each(['export default 3;', 'export default { id: 1 };', "export default { id: 'typescript', summary: '', limits: '', options: {}, carries: [], generate() {} };", 'throw new Error("broken");'])('that is none is told: %s', async (text) => {
    const folder = small('');
    writeFileSync(join(folder, 'wiki.mjs'), text);
    expect((await waymark(folder, ['generate', 'wiki', '--out', 'wiki', '--generator', 'wiki.mjs'])).code).toBeGreaterThan(1);
  });
});

