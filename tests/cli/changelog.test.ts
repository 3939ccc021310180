import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { openHistory } from '../../src/load/history.js';
import { loadDocuments } from '../../src/load/load-documents.js';
import { active, commitOn, commits, promise } from '../audit/past.js';
import { cloneOf, dateOf, newFolder, newRepository, team, workspace, type Files, type TestRepository } from '../support/git-repository.js';
import { root } from '../support/imports.js';
import { journeyTexts } from '../support/journey-texts.js';
import { hostile } from '../report/hostile.js';
import { waymark, type Run } from './harness.js';

const insurance = journeyTexts('insurance');
const settlement = 'slas/motor-claim-settlement.yaml';
const loosened = insurance[settlement]!.replace('{within: 10d, percent: 90', '{within: 12d, percent: 90').replace('version: 1.2.0', 'version: 2.0.0').replace(/from: 2026-\d\d-\d\d/, 'from: 2026-12-24');

interface Report {
  readonly base?: { readonly commit?: string };
  readonly head: { readonly commit?: string };
  readonly workspaces: readonly { readonly root: string; readonly unread: readonly object[]; readonly versions: readonly Told[] }[];
}

interface Told {
  readonly document: string;
  readonly before?: string;
  readonly after?: string;
  readonly status?: string;
  readonly effectiveFrom?: string;
  readonly effectiveUntil?: string;
  readonly base?: { readonly before?: string; readonly after?: string; readonly effectiveFrom?: string };
  readonly commit?: { readonly id: string; readonly date?: string };
  readonly changes: readonly { readonly kind: string }[];
}

const published = (name: string): { readonly $defs: { readonly [name: string]: object } } => JSON.parse(readFileSync(join(root, `schemas/output/${name}.schema.json`), 'utf8'));
const schema = new Ajv2020({ strict: true, allErrors: true }).compile(published('changelog'));

async function report(folder: string, ...args: readonly string[]): Promise<Report> {
  const { out, err } = await waymark(folder, ['changelog', ...args, '--format', 'json']);
  expect(err).toBe('');
  const value = JSON.parse(out) as Report;
  schema(value);
  expect(schema.errors ?? []).toEqual([]);
  return value;
}

const told = async (folder: string, ...args: readonly string[]): Promise<readonly Told[]> => (await report(folder, ...args)).workspaces.flatMap(({ versions }) => versions);
const brief = (versions: readonly Told[]): readonly string[] => versions.map(({ document, before, after }) => `${document} ${before ?? '-'} > ${after ?? '-'}`);
const plain = ({ out }: Run): string => out.replace(/\n {4,}/g, ' ');

describe('waymark changelog', () => {
  it('tells of each document its versions, its day, who may be harmed, and only counts what is editorial', async () => {
    const made = newRepository();
    made.commit(insurance);
    made.commit({ [settlement]: loosened.replace(/^title: .*$/m, 'title: Settlement'), 'kpis/claim-csat.yaml': insurance['kpis/claim-csat.yaml']!.replace(/^title: .*$/m, 'title: Satisfaction').replace('version: 1.0.1', 'version: 1.0.2') });
    const run = await waymark(made.folder, ['changelog', 'main~1', 'main', '--no-color']);
    expect([run.code, run.err]).toEqual([0, '']);
    expect(run.out).toMatch(/^Changes from main~1 \([0-9a-f]{12}\) to main \([0-9a-f]{12}\)\n/);
    expect(plain(run)).toMatch(/\nsla:motor-claim-settlement 2\.0\.0 \(was 1\.2\.0\), in force from 2026-12-24 \(was 2026-09-01\)\n {2}Settlement\n {2}May harm customers: - breaking: The default target/);
    expect(run.out).toMatch(/ {2}\d editorial changes?\.\n\nkpi:claim-csat 1\.0\.2 \(was 1\.0\.1\)/);
    expect(run.out).not.toContain('changed without a new version');
    expect(run.out).not.toContain('spec-title-changed');
    const versions = await told(made.folder, 'main~1', 'main');
    expect(versions.find(({ document }) => document === 'sla:motor-claim-settlement')).toMatchObject({ before: '1.2.0', after: '2.0.0', effectiveFrom: '2026-12-24' });
    expect(versions.every(({ commit }) => commit === undefined)).toBe(true);
  });

  it('finds the same in folders and in the files as they lie here, and says that nothing has changed', async () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'a.yaml': team('a') });
    made.commit({ 'a.yaml': team('a').replace('function: service', 'function: sales').replace('0.1.0', '0.2.0') });
    expect(brief(await told(made.folder, 'main~1'))).toEqual(['team:a 0.1.0 > 0.2.0']);
    expect((await waymark(made.folder, ['changelog', 'main', '--no-color'])).out).toMatch(/\n\nNothing has changed\.\n$/);
    expect((await waymark(made.folder, ['changelog', 'main', '--no-color', '-f', 'markdown'])).out).toMatch(/^# Changelog\n\n.*\n\nNothing has changed\.\n$/);
    expect(await waymark(made.folder, ['changelog', 'main~1:a.yaml', 'main:a.yaml'])).toMatchObject({ code: 2, out: '' });
    expect(await waymark(made.folder, ['changelog', 'nowhere'])).toMatchObject({ code: 3, out: '' });
    expect(await waymark(made.folder, ['changelog', '-f', 'sarif'])).toMatchObject({ code: 2, out: '' });
  });

  it('tells a later day in the heading alone where it puts nothing off, else whom it may harm', async () => {
    const made = newRepository();
    const calendar = 'slas/claims-hours.yaml';
    const hours = (day: string): string => insurance[calendar]!.replace(/effective: \{from: [-\d]+/, `effective: {from: ${day}`);
    const crew = (day: string): string => `${team('crew')}effective: {from: ${day}}\n`;
    made.commit({ ...insurance, [calendar]: hours('2026-05-01'), 'crew.yaml': crew('2026-05-01') });
    made.commit({ [calendar]: hours('2026-06-01'), 'crew.yaml': crew('2026-06-01') });
    made.commit({ [calendar]: hours('2026-04-01') });
    const later = plain(await waymark(made.folder, ['changelog', 'main~2', 'main~1', '--no-color']));
    expect(later).toMatch(/\nteam:crew \S+, changed without a new version, a draft that would hold from 2026-06-01 \(was 2026-05-01\)\n.+\n {2}Nothing but the day\.\n/);
    expect(later).toMatch(/\ncalendar:claims-hours \S+, changed without a new version, in force from 2026-06-01\n.*\n {2}May harm .*The `from` of the `effective` of calendar `claims-hours` was `2026-05-01` and is now `2026-06-01`, which is later/);
    const earlier = await waymark(made.folder, ['changelog', 'main~2', 'main', '--no-color']);
    expect(plain(earlier)).toMatch(/in force from 2026-04-01\n.*\n {2}May harm .*The `from` of the `effective` of calendar `claims-hours` was `2026-05-01` and is now `2026-04-01`, which is earlier/);
  });

  it('tells of what was announced and is given a later day under its number that it takes over all the same, before the next version and with it', async () => {
    const made = commits(
      ['2026-01-02', { 'waymark.yaml': workspace, 'one.yaml': promise('one', '1.0.0', active('2026-12-01')) }],
      ['2026-02-01', { 'one.yaml': promise('one', '1.0.0', active('2027-02-01'), '20d') }],
    );
    const putOff = 'It was announced for 2026-12-01 and has not begun, so it is put off to 2027-02-01. What was announced, version 1.0.0, takes over on 2026-12-01 all the same, and goes on until 2027-02-01.';
    const changelog = async (): Promise<string> => (await waymark(made.folder, ['changelog', '--all'])).out.replaceAll(/\s+/g, ' ');
    expect(await changelog()).toContain(putOff);
    commitOn(made, '2026-11-24', { 'one.yaml': promise('one', '1.1.0', active('2027-02-01'), '20d') });
    expect(await changelog()).toContain(putOff);
  });

  it('puts nothing off that has begun by the day of the next version', async () => {
    const { folder } = commits(
      ['2026-01-02', { 'waymark.yaml': workspace, 'one.yaml': promise('one', '1.0.0', active('2026-01-02')) }],
      ['2026-04-15', { 'one.yaml': promise('one', '1.1.0', active('2026-06-01'), '8d') }],
      ['2026-05-10', { 'one.yaml': promise('one', '1.1.0', active('2026-07-01'), '8d') }],
      ['2026-08-01', { 'one.yaml': promise('one', '1.2.0', active('2026-09-01'), '6d') }],
    );
    const { out } = await waymark(folder, ['changelog', '--all']);
    expect(out).toContain('sla:one 1.2.0 (was 1.1.0), in force from 2026-09-01 (was 2026-06-01)\n');
    expect(out).not.toContain('has not begun');
    expect(out).not.toContain('put off');
  });

  it('tells as a later day what had begun when it was said', async () => {
    const { folder } = commits(
      ['2026-01-02', { 'waymark.yaml': workspace, 'one.yaml': promise('one', '1.0.0', active('2026-02-01')) }],
      ['2026-02-02', { 'one.yaml': promise('one', '1.0.0', active('2027-02-01'), '20d') }],
    );
    expect((await waymark(folder, ['changelog', '--all'])).out).not.toContain('put off');
  });

  it('says of what is retired since when, of what ends when, and of a draft that it would hold', async () => {
    const stand = (day: string, text: string): readonly [string, Files] => [day, { 'waymark.yaml': workspace, 'one.yaml': text }];
    const one = (version: string, rest: string): string => promise('one', version, rest);
    const { folder } = commits(stand('2026-01-01', one('0.1.0', active('2026-01-01').replace('active', 'draft'))), stand('2026-02-01', one('1.0.0', active('2026-03-01', '2026-12-01'))), stand('2026-04-01', one('1.1.0', active('2026-01-01').replace('active', 'retired'))), stand('2026-04-02', one('1.2.0', active('2026-01-01', '2026-06-01').replace('active', 'retired'))));
    const days = async (...args: readonly string[]): Promise<readonly string[]> => [...(await waymark(folder, ['changelog', ...args, '--no-color'])).out.matchAll(/^sla:one (.*)$/gm)].map(([, words]) => words!);
    expect(await days('--all')).toEqual(['1.2.0 (was 1.1.0), retired on 2026-06-01', '1.1.0 (was 1.0.0), retired on 2026-04-01', '1.0.0 (was 0.1.0), in force from 2026-03-01 until 2026-12-01', '0.1.0, new, a draft that would hold from 2026-01-01']);
    expect([await days('main~2', 'main~1'), await days('main~1', 'main')]).toEqual([['1.1.0 (was 1.0.0), retired, on 2026-01-01 at the earliest'], ['1.2.0 (was 1.1.0), retired on 2026-06-01']]);
    const versions = (await told(folder, '--all')).filter(({ document }) => document === 'sla:one');
    expect(versions.map(({ status, effectiveUntil }) => [status, effectiveUntil])).toEqual([['retired', '2026-06-01'], ['retired', undefined], ['active', '2026-12-01'], ['draft', undefined]]);
  });

  it('tells what was changed without a new version, what is new and what has gone', async () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'a.yaml': team('a'), 'b.yaml': team('b') });
    made.commit({ 'a.yaml': team('a').replace('title: Team', 'title: Crew'), 'b.yaml': null, 'c.yaml': team('c') });
    const { out } = await waymark(made.folder, ['changelog', 'main~1', 'main', '--no-color']);
    expect(out).toContain('team:a 0.1.0, changed without a new version');
    expect(out).toContain('team:b gone (was 0.1.0)');
    expect(out).toContain('team:c 0.1.0, new');
  });

  it.each([['between two versions', ['main~1', 'main']], ['over all versions', ['--all']]])('weighs changes as the Policy of the version before has it, and tells both levels, %s', async (_, args) => {
    const kind = 'sla-target-loosened';
    const made = newRepository();
    made.commit({ ...insurance, 'policy/policy.yaml': insurance['policy/policy.yaml']!.replace('reclassify:\n', `reclassify:\n  - {change: ${kind}, as: editorial}\n`) });
    made.commit({ [settlement]: loosened });
    expect((await told(made.folder, ...args)).flatMap(({ changes }) => changes)).toContainEqual(expect.objectContaining({ kind, level: 'editorial', ownLevel: 'breaking' }));
    expect(plain(await waymark(made.folder, ['changelog', ...args, '--no-color'])).replace(/\s+/g, ' ')).toContain('It would be breaking; the Policy has it count as editorial.');
  });

  it('describes a change as `waymark diff` does', () => {
    for (const name of ['Change', 'Unread', 'Version', 'Location']) expect(published('changelog').$defs[name]).toEqual(published('changes').$defs[name]);
  });

  it('writes Markdown to a file', async () => {
    const made = newRepository();
    made.commit(insurance);
    made.commit({ [settlement]: loosened });
    const file = join(newFolder(), 'CHANGELOG.md');
    expect(await waymark(made.folder, ['changelog', 'main~1', 'main', '--format', `markdown=${file}`])).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(file, 'utf8')).toMatch(/\n### `sla:motor-claim-settlement` 2\.0\.0 \(was 1\.2\.0\), in force from 2026-12-24 \(was 2026-09-01\)\n\n.+\n\n\*\*May harm customers\*\*\n\n- breaking: The default target/);
  });
});

/** Three commits: two teams, one of them raised, the other raised in a merge. */
function branched(): TestRepository {
  const made = newRepository();
  made.commit({ 'waymark.yaml': workspace, 'a.yaml': team('a'), 'b.yaml': team('b') });
  made.commit({ 'a.yaml': team('a').replace('0.1.0', '0.2.0').replace('function: service', 'function: sales') });
  made.git('checkout', '-q', '-b', 'topic');
  made.commit({ 'b.yaml': team('b').replace('0.1.0', '0.2.0').replace('title: Team', 'title: One') });
  made.commit({ 'b.yaml': team('b').replace('0.1.0', '0.3.0').replace('title: Team', 'title: Two') });
  made.git('checkout', '-q', 'main');
  made.git('merge', '-q', '--no-ff', '-m', 'Merge', 'topic');
  made.commit({ 'readme.md': 'x' });
  return made;
}

describe('waymark changelog --all', () => {
  it('tells each version of each document once, under the commit of the branch that raised it, the newest first', async () => {
    const made = branched();
    const versions = await told(made.folder, '--all');
    expect(brief(versions).slice(0, 2)).toEqual(['team:b 0.1.0 > 0.3.0', 'team:a 0.1.0 > 0.2.0']);
    expect(brief(versions).slice(2).toSorted()).toEqual(['team:a - > 0.1.0', 'team:b - > 0.1.0', 'workspace:w - > -']);
    expect(versions.map(({ commit }) => commit!.id)).toEqual(['main~1', 'main~2', 'main~3', 'main~3', 'main~3'].map((name) => made.git('rev-parse', name)));
    expect(versions.at(-1)!.commit!.date).toBe(dateOf(0));
    const { out } = await waymark(made.folder, ['changelog', '--all', '--no-color']);
    expect(out).toMatch(new RegExp(`\\n\\n2026-01-01 \\(${made.git('rev-parse', '--short=12', 'main~2')}\\)\\n\\nteam:a 0\\.2\\.0 \\(was 0\\.1\\.0\\)\\n`));
    expect(await told(made.folder, '--all', 'topic')).toHaveLength(6);
  });

  it('takes no more than six processes of git, and reads what stays the same once', () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`t${index}.yaml`, team(`t${index}`)])) });
    for (let index = 1; index < 12; index += 1) made.commit({ 't0.yaml': team('t0').replace('0.1.0', `0.${index + 1}.0`) });
    const opened = openHistory(made.folder);
    if ('problem' in opened) throw new Error(opened.problem);
    const known = new Map();
    const documents = new Set([...opened.versions].flatMap(({ workspaces }) => workspaces.flatMap(({ tree }) => loadDocuments(tree, '', '', known).documents)));
    expect(documents.size).toBe(13 + 11);
    expect(opened.processes()).toBeLessThanOrEqual(6);
  });

  it('gathers what is changed without a version under the version that follows, and tells what has none yet', async () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'a.yaml': team('a') });
    made.commit({ 'a.yaml': team('a').replace('title: Team', 'title: Crew') });
    made.commit({ 'a.yaml': team('a').replace('title: Team', 'title: Crew').replace('service', 'sales').replace('0.1.0', '0.2.0') });
    const kinds = (versions: readonly Told[]): readonly string[] => versions[0]!.changes.map(({ kind }) => kind).sort();
    const versions = await told(made.folder, '--all');
    expect([versions[0]!.after, ...kinds(versions)]).toEqual(['0.2.0', 'spec-title-changed', 'spec-version-changed', 'team-function-changed']);
    made.commit({ 'a.yaml': team('a').replace('title: Team', 'title: Third').replace('service', 'sales').replace('0.1.0', '0.2.0') });
    expect((await waymark(made.folder, ['changelog', '--all', '--no-color'])).out).toContain('\n\nNot in a version yet\n\nteam:a 0.2.0, changed without a new version\n');
    made.commit({ 'a.yaml': team('a').replace('title: Team', 'title: Crew').replace('service', 'sales').replace('0.1.0', '0.2.0') });
    expect((await waymark(made.folder, ['changelog', '--all', '--no-color'])).out).not.toContain('Not in a version yet');
  });

  describe('of a variant that nobody touched', () => {
    const head = (id: string, version: string, status: string, from: string): string => `apiVersion: waymark/v1\nkind: Journey\nid: ${id}\ntitle: ${id}\nversion: ${version}\n${active(from).replace('active', status)}\nowner: claims\n`;
    const base = (version: string, from: string, title: string, status = 'active'): string => `${head('base', version, status, from)}stages: [{id: s, title: ${title}, owner: claims, steps: [{id: t, title: T, lane: frontstage, type: action, end: success}]}]\n`;
    const variant = (version: string, from: string, title: string): string => `${head('variant', version, 'active', from)}extends: base@^1\noverlay: [{op: set, path: stages.s.steps.t.title, value: ${title}, reason: It is}]\n`;
    const first = ['2026-01-01', { 'waymark.yaml': workspace, 'base.yaml': base('1.0.0', '2026-01-01', 'One'), 'variant.yaml': variant('1.0.0', '2026-01-01', 'V0') }] as const;
    const story = async (made: TestRepository): Promise<readonly string[]> => (await told(made.folder, '--all')).filter(({ document }) => document === 'journey:variant').map(({ commit, before, after, base: with_ }) => `${commit?.date?.slice(0, 10) ?? 'waits'} ${before ?? '-'} > ${after}${with_ === undefined ? '' : ` with ${with_.before} > ${with_.after} from ${with_.effectiveFrom}`}`);

    it('tells that it becomes another one with its base, in the version that brings the base', async () => {
      const made = commits(first, ['2026-02-01', { 'variant.yaml': variant('1.1.0', '2026-09-01', 'V1') }], ['2026-03-01', { 'base.yaml': base('1.1.0', '2026-04-01', 'Two') }]);
      expect(await story(made)).toEqual(['2026-03-01 1.1.0 > 1.1.0 with 1.0.0 > 1.1.0 from 2026-04-01', '2026-02-01 1.0.0 > 1.1.0', '2026-01-01 - > 1.0.0']);
      const heading = '\njourney:variant not touched: it becomes another one with its base, journey:base 1.1.0 (was 1.0.0), in force from 2026-04-01\n';
      for (const args of [['--all'], ['main~1', 'main']]) expect((await waymark(made.folder, ['changelog', ...args, '--no-color'])).out).toContain(heading);
    });

    it('waits with a base that has no new version yet, and with one that is a draft again', async () => {
      const waiting = commits(first, ['2026-02-01', { 'base.yaml': base('1.0.0', '2026-01-01', 'Two') }]);
      expect((await story(waiting))[0]).toBe('waits 1.0.0 > 1.0.0 with 1.0.0 > 1.0.0 from 2026-01-01');
      commitOn(waiting, '2026-03-01', { 'base.yaml': base('1.1.0', '2026-01-01', 'Two') });
      expect(await story(waiting)).toEqual(['2026-03-01 1.0.0 > 1.0.0 with 1.0.0 > 1.1.0 from 2026-01-01', '2026-01-01 - > 1.0.0']);
      const draft = commits(first, ['2026-02-01', { 'base.yaml': base('1.1.0', '2026-03-01', 'Two', 'draft') }]);
      expect(await story(draft)).toEqual(['2026-01-01 - > 1.0.0']);
      commitOn(draft, '2026-03-01', { 'base.yaml': base('1.2.0', '2026-03-01', 'Two') });
      expect(await story(draft)).toEqual(['2026-03-01 1.0.0 > 1.0.0 with 1.0.0 > 1.2.0 from 2026-03-01', '2026-01-01 - > 1.0.0']);
    });

    it('leaves what was edited without a new version waiting', async () => {
      const made = commits(first, ['2026-02-01', { 'variant.yaml': variant('1.0.0', '2026-01-01', 'V1') }], ['2026-03-01', { 'base.yaml': base('1.1.0', '2026-04-01', 'Two') }]);
      expect((await story(made))[0]).toBe('waits 1.0.0 > 1.0.0');
    });
  });

  it('tells words for customers in a file of their own with the document that names them', async () => {
    const [letter, journey] = ['texts/refusal-letter.de.md', 'journeys/motor-claim.yaml'];
    const made = newRepository();
    made.commit(insurance);
    made.commit({ [letter]: insurance[letter]!.replace('zwei Arbeitstagen', 'zehn Arbeitstagen'), 'readme.md': 'x' });
    const waiting = (await told(made.folder, '--all')).filter(({ commit }) => commit === undefined);
    expect(waiting.map(({ document, changes }) => [document, ...changes.map(({ kind }) => kind)])).toContainEqual(['journey:motor-claim', 'message-text-changed']);
    made.commit({ [journey]: insurance[journey]!.replace('\nversion: 2.3.0', '\nversion: 3.0.0') });
    const raised = (await told(made.folder, '--all')).find(({ document, commit }) => document === 'journey:motor-claim' && commit !== undefined)!;
    expect([raised.before, raised.after, ...raised.changes.map(({ kind }) => kind).toSorted()]).toEqual(['2.3.0', '3.0.0', 'message-text-changed', 'spec-version-changed']);
    expect(raised.commit!.id).toBe(made.git('rev-parse', 'main'));
  });

  it('takes a file that cannot be read for what it was, and says so where it still cannot', async () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'a.yaml': team('a') });
    made.commit({ 'a.yaml': 'kind: Team\n<<<<<<<\n' });
    made.commit({ 'a.yaml': team('a').replace('service', 'sales').replace('0.1.0', '0.2.0') });
    expect(brief(await told(made.folder, '--all')).slice(0, 1)).toEqual(['team:a 0.1.0 > 0.2.0']);
    expect(await told(made.folder, '--all')).toHaveLength(3);
    made.commit({ 'a.yaml': '[' });
    const run = await waymark(made.folder, ['changelog', '--all', '--no-color']);
    expect(run.code).toBe(1);
    expect(run.out).toContain('1 document of the head cannot be read');
  });

  it('follows a workspace that is moved, and tells apart those of several folders', async () => {
    const made = newRepository();
    made.commit({ 'x/waymark.yaml': workspace, 'x/a.yaml': team('a'), 'z/waymark.yaml': workspace.replace('id: w', 'id: z'), 'z/a.yaml': team('a') });
    made.commit({ 'x/waymark.yaml': null, 'x/a.yaml': null, 'y/waymark.yaml': workspace, 'y/a.yaml': team('a').replace('0.1.0', '0.2.0') });
    const { workspaces } = await report(made.folder, '--all');
    expect(workspaces.map((each) => [each.root, brief(each.versions).slice(0, 1)])).toEqual([['y', ['team:a 0.1.0 > 0.2.0']], ['z', expect.any(Array)]]);
    const inside = await report(join(made.folder, 'y'), '--all');
    expect(inside.workspaces).toEqual(workspaces.slice(0, 1));
    made.commit({ 'y/waymark.yaml': null, 'y/a.yaml': null });
    expect(brief((await report(made.folder, '--all')).workspaces[0]!.versions)).toContain('team:a 0.2.0 > -');
  });

  it('refuses what has no whole history, and what is no branch', async () => {
    const made = branched();
    expect((await waymark(cloneOf(made, '--depth', '1').folder, ['changelog', '--all'])).err).toContain('fetch-depth: 0');
    for (const name of ['--output=x', 'nowhere', 'main..topic', 'main:a.yaml', '@{-1}']) {
      const { code, out, err } = await waymark(made.folder, ['changelog', '--all', '--', name]);
      expect([name, code, out]).toEqual([name, 3, '']);
      expect(err).toMatch(/^waymark: .+\n$/);
    }
    expect(await waymark(made.folder, ['changelog', '--all', 'main', 'topic'])).toMatchObject({ code: 2, out: '' });
    expect(await waymark(newFolder(), ['changelog', '--all'])).toMatchObject({ code: 3, out: '' });
    const empty = newRepository();
    empty.commit({ 'x.yaml': 'a: b\n' });
    expect((await waymark(empty.folder, ['changelog', '--all'])).err).toContain('has a workspace');
    expect((await waymark(newRepository().folder, ['changelog', '--all'])).code).toBe(3);
  });

  it('lets no setting of a repository change what is told', async () => {
    const made = branched();
    for (const [name, value] of [['log.showRoot', 'false'], ['log.diffMerges', 'separate'], ['log.showSignature', 'true'], ['diff.renames', 'copies'], ['log.date', 'relative'], ['format.pretty', 'raw']]) made.git('config', name!, value!);
    expect(await told(made.folder, '--all')).toHaveLength(5);
  });

  it('tells what strangers wrote as text', async () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'a.yaml': team('a') });
    const texts = hostile.filter((text) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(text)).slice(0, 12);
    for (const [index, text] of texts.entries()) made.commit({ 'a.yaml': team('a').replace('title: Team', `title: ${JSON.stringify(`x ${text}`)}`).replace('0.1.0', `0.${index + 2}.0`) });
    for (const format of ['text', 'markdown', 'json']) {
      const { out } = await waymark(made.folder, ['changelog', '--all', '--no-color', '-f', format]);
      expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      expect(out).not.toMatch(/^\s*::|##[a-z]*\[/im);
      if (format === 'markdown') expect(out.replace(/(`+)[^\n]*?\1/g, '')).not.toMatch(/<\w|@\w|!\[/);
    }
  });
});
