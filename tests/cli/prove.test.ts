import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { exampleFiles } from '../../src/validate/example-workspace.js';
import { root } from '../support/imports.js';
import { folderWith, waymark } from './harness.js';

const header = (kind: string, id: string, title: string, status = 'active'): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${title}\nversion: 1.0.0\nstatus: ${status}\neffective: {from: 2026-01-01}\nowner: claims\n`;

/** A journey of two steps; how long the first may take is left to the test. */
function journeyOf(id: string, promise: string, status = 'active', sla = 'refund'): string {
  return `${header('Journey', id, `Journey ${id}`, status)}slas: [${sla}]
stages:
  - id: all
    title: All
    steps:
      - {id: ask, title: Customer asks, lane: customer, channel: web, events: {complete: ${id}-asked}}
      - {id: check, title: We check, lane: backstage, ${promise}events: {start: ${id}-asked, complete: ${id}-checked}}
      - {id: pay, title: We pay, lane: backstage, promise: {within: 4h, calendar: 24x7}, events: {start: ${id}-checked, complete: ${id}-paid}, end: success}
`;
}

function slaOf(id: string, journey: string, within: string): string {
  return `${header('Sla', id, `Promise ${id}`)}type: sla\nmetric: duration\nprovider: claims\nconsumer: customer\nclock: {start: ${journey}-asked, stop: ${journey}-paid}\ncalendar: 24x7\ntargets: [{within: ${within}}]\n`;
}

const quick = 'promise: {within: 4h, calendar: 24x7}, ';

/** One promise that is proved, one that is violated, one that is not proved, and a journey without. */
const files: { readonly [path: string]: string } = {
  ...exampleFiles,
  'good.yaml': journeyOf('good', quick),
  'good.sla.yaml': slaOf('refund', 'good', '10h'),
  'bad.yaml': journeyOf('bad', quick, 'active', 'fast-refund'),
  'bad.sla.yaml': slaOf('fast-refund', 'bad', '6h'),
  'open.yaml': journeyOf('open', '', 'draft', 'open-refund'),
  'open.sla.yaml': slaOf('open-refund', 'open', '10h'),
  'part.sla.yaml': `${slaOf('ola-check', 'good', '4h')}underpins: [refund]\n`,
  'plain.yaml': journeyOf('plain', '').replace('slas: [refund]\n', ''),
};

const proved = Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('bad') && !path.startsWith('open')));
const unproved = Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('bad')));

describe('waymark prove', () => {
  it('tells every promise in a line, and in full those that are violated or not proved', async () => {
    const { code, out, err } = await waymark(folderWith(files), ['prove', '--no-color']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('  proved      Promise refund (refund): 2 h left\n');
    expect(out).toContain('  violated    Promise fast-refund (fast-refund): 8 h may be needed, 6 h are promised\n');
    expect(out).toContain('  not proved  Promise open-refund (open-refund): 1 thing missing\n');
    expect(out).toContain('== Journey bad (bad) ==');
    expect(out).toContain('== Journey open (open) ==');
    expect(out).not.toContain('== Journey good (good) ==');
    expect(out).toContain('3 promises: 1 violated, 1 not proved, 1 proved in 3 journeys\n');
  });

  it.each(['good', 'refund', 'journey:good', 'sla:refund'])('tells in full what is asked for by `%s`', async (asked) => {
    const { code, out } = await waymark(folderWith(files), ['prove', asked]);
    expect(code).toBe(0);
    expect(out).toContain('The only way: ');
    expect(out.replace(/\s+/g, ' ')).toContain('Proved: if every part keeps its own target, the whole keeps this promise. On the way that leaves least: 2 h left.');
    expect(out).not.toContain('fast-refund');
  });

  it('tells one promise in every journey that makes it', async () => {
    const { out } = await waymark(folderWith({ ...files, 'other.yaml': journeyOf('good', quick).replace('id: good', 'id: other') }), ['prove', 'refund']);
    expect(out).toContain('== Journey good (good) ==');
    expect(out).toContain('== Journey good (other) ==');
    expect(out).toContain('in 2 journeys');
  });

  it('says that a draft promises nothing yet', async () => {
    expect((await waymark(folderWith(files), ['prove', 'open'])).out.replace(/\s+/g, ' ')).toContain('The journey is a draft: nobody is promised anything by it yet.');
  });

  it('asks a retired journey only by its name', async () => {
    const folder = folderWith({ ...files, 'bad.yaml': journeyOf('bad', quick, 'retired', 'fast-refund') });
    expect(await waymark(folder, ['prove'])).toMatchObject({ code: 0, out: expect.not.stringContaining('fast-refund') as string });
    expect(await waymark(folder, ['prove', 'bad'])).toMatchObject({ code: 1, out: expect.stringMatching(/The journey is\s+retired/) as string });
  });

  it('says that a promise has no target', async () => {
    const folder = folderWith({ ...proved, 'good.sla.yaml': files['good.sla.yaml']!.replace(/targets: .*\n/, '').replace('status: active', 'status: draft') });
    expect(await waymark(folder, ['prove', '--fail-on', 'not-proved'])).toMatchObject({ code: 1, out: expect.stringContaining('not proved  Promise refund (refund): no target') as string });
  });

  it.each([
    [files, [], 1],
    [files, ['--fail-on', 'never'], 0],
    [proved, [], 0],
    [proved, ['--fail-on', 'not-proved'], 0],
    [unproved, [], 0],
    [unproved, ['--fail-on', 'violated'], 0],
    [unproved, ['--fail-on', 'error'], 0],
    [unproved, ['--fail-on', 'not-proved'], 1],
    [unproved, ['--fail-on', 'warning'], 1],
    [files, ['good'], 0],
    [files, ['bad'], 1],
    [files, ['plain'], 0],
    [files, ['--fail-on', 'sometimes'], 2],
    [files, ['--fail-on', 'toString'], 2],
    [files, ['--format', 'html'], 2],
    [files, ['--as-of', 'tomorrow'], 2],
    [files, ['good', 'bad'], 2],
    [files, ['nobody'], 3],
    [files, ['ola-check'], 3],
    [files, ['claims'], 3],
    [files, ['sla:good'], 3],
    [files, ['--workspace', 'nowhere'], 3],
  ])('case %# ends with its exit code', async (given, args, code) => {
    expect((await waymark(folderWith(given), ['prove', ...args])).code).toBe(code);
  });

  it.each([
    ['fast-refnd', 'There is no journey and no promise `fast-refnd`. Did you mean `fast-refund`?'],
    ['ola-check', 'No journey makes the promise `ola-check`. It is a part of `refund`: ask for that.'],
    ['claims', '`claims` is a team. Name a journey or a promise.'],
  ])('says what to ask for instead of `%s`', async (asked, message) => {
    expect(await waymark(folderWith(files), ['prove', asked])).toEqual({ code: 3, out: '', err: `waymark: ${message}\n` });
  });

  it('says that a journey makes no promise', async () => {
    expect((await waymark(folderWith(files), ['prove', 'plain'])).out).toBe('The journey `plain` makes no promise. A journey names its promises in `slas`.\n');
  });

  it('asks which workspace is meant where several have the same name', async () => {
    const folder = folderWith(Object.fromEntries(['a', 'b'].flatMap((name) => Object.entries(proved).map(([path, text]) => [`${name}/${path}`, text]))));
    expect(await waymark(folder, ['prove', 'refund'])).toEqual({ code: 2, out: '', err: 'waymark: `refund` stands in `a` and `b`. Name one of them with --workspace.\n' });
    expect((await waymark(folder, ['prove', 'refund', '-w', 'b'])).code).toBe(0);
    expect((await waymark(folder, ['prove'])).out).toContain('2 promises: 2 proved in 2 journeys');
  });

  it('leaves out what cannot be read, says so, and fails', async () => {
    const broken = { ...proved, 'late.sla.yaml': 'apiVersion: waymark/v1\nkind: Slaa\nid: late\n', 'later.sla.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: later\nversion: [1\n' };
    const { code, out } = await waymark(folderWith(broken), ['prove']);
    expect(code).toBe(1);
    expect(out).toContain('2 documents with problems are left out, and the verdicts hold only for what could be read.');
    expect(out).toContain('  late.sla.yaml:2:7  ');
    expect(out).toContain('proved      Promise refund (refund)');
    expect((await waymark(folderWith(broken), ['prove', 'later'])).code).toBe(1);
  });

  it('leaves out a variant that cannot be put together', async () => {
    const variant = `${header('Journey', 'good-at', 'Austria')}extends: good@^1.0\noverlay:\n  - {op: set, path: stages.none.title, value: Nothing, reason: a slip}\n`;
    const { code, out } = await waymark(folderWith({ ...proved, 'good-at.yaml': variant }), ['prove']);
    expect(code).toBe(1);
    expect(out).toContain('1 document with problems is left out');
    expect(out).toContain('good-at.yaml:9:10  The variant `good-at` cannot be put together from its base and its overlay.');
  });

  it('prints nothing when quiet and all is proved', async () => {
    expect(await waymark(folderWith(proved), ['prove', '--quiet'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('asks for the day that is told', async () => {
    const text = (await waymark(folderWith(files), ['prove', 'good', '--as-of', '2025-12-31'])).out;
    expect(text.replace(/\s+/g, ' ')).toContain('On 2025-12-31 it is not in force yet: it begins on 2026-01-01.');
  });

  it('writes each format to its file, and JSON as the schema that `waymark schema proof` prints', async () => {
    const folder = folderWith(files);
    const { out } = await waymark(folder, ['prove', '-f', 'json=out/proof.json', '-f', 'sarif=out/proof.sarif', '-f', 'junit=out/proof.xml', '-f', 'gitlab=out/proof.gitlab.json', '-f', 'github']);
    expect(out).toMatch(/^::error file=bad\.sla\.yaml,line=15,/);
    const schema = JSON.parse((await waymark(folder, ['schema', 'proof'])).out) as object;
    const validate = new Ajv2020({ strict: true }).compile(schema);
    validate(JSON.parse(readFileSync(join(folder, 'out/proof.json'), 'utf8')));
    expect(validate.errors).toBeNull();
    expect(readFileSync(join(folder, 'out/proof.xml'), 'utf8')).toContain('tests="3" failures="1" skipped="1"');
  });

  it('writes over no document', async () => {
    expect((await waymark(folderWith(files), ['prove', '-f', 'text=good.yaml'])).code).toBe(2);
  });

  it('is explained where another program shows a finding of it', async () => {
    expect((await waymark(folderWith(files), ['explain', 'proof/gap'])).out).toContain('PROOF-GAP  proof/gap\n\nEvery wait between two steps is covered by a part.\n');
  });
});

describe('the example workspaces', () => {
  it.each([['insurance', 0], ['broadband', 1], ['parcel', 0]])('%s is told, and a plan that is violated fails nothing', async (name, violated) => {
    const { code, out } = await waymark(join(root, 'journeys', name), ['prove', '--format', 'json']);
    const { counts } = JSON.parse(out) as { readonly counts: { readonly promises: number; readonly violated: number; readonly unread: number } };
    expect(code).toBe(0);
    expect(counts.promises).toBeGreaterThan(0);
    expect(counts).toMatchObject({ violated, unread: 0 });
  });
});
