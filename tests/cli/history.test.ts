import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { approvalWords } from '../../src/report/past/past-words.js';
import { sampleLedger } from '../audit/ledger/sample-ledger.js';
import { active, commitOn, promise } from '../audit/past.js';
import { newRepository, team, workspace, type Files, type TestRepository } from '../support/git-repository.js';
import { root } from '../support/imports.js';
import { waymark } from './harness.js';

const published = (name: string): object => JSON.parse(readFileSync(join(root, `schemas/output/${name}.schema.json`), 'utf8')) as object;
const schema = new Ajv2020({ strict: true, allErrors: true }).compile(published('history'));
const shownSchema = new Ajv2020({ strict: true, allErrors: true }).compile(published('in-force'));

interface Report {
  readonly spec: string;
  readonly versions: readonly { readonly event: string; readonly commit: { readonly author: string }; readonly broughtBy: { readonly author: string }; readonly version?: string; readonly level?: string; readonly approvals: readonly { readonly record: string; readonly filed: string; readonly names: readonly string[]; readonly covers?: boolean; readonly became?: { readonly is: string; readonly commit: { readonly recorded: string } } }[] }[];
  readonly field?: { readonly changes: readonly { readonly version?: string; readonly before?: unknown; readonly after?: unknown }[] };
}

async function report(folder: string, ...args: readonly string[]): Promise<Report> {
  const { out, err } = await waymark(folder, ['history', ...args, '--format', 'json']);
  expect(err).toBe('');
  const value = JSON.parse(out) as Report;
  schema(value);
  expect(schema.errors ?? []).toEqual([]);
  return value;
}

function record(id: string, subject: string, type = 'change'): string {
  return `apiVersion: waymark/v1\nkind: Record\nid: ${id}\ntype: ${type}\ndate: 2026-01-20\nby: [claims#lead]\nsubject: [${subject}]\nimpact: {harmed: none}\noutcome: approved\napprovals: [{role: claims#lead, person: a-huber, at: 2026-01-19}]\n`;
}

function governed(): TestRepository {
  const made = newRepository();
  made.commit({ 'waymark.yaml': workspace, 'claims.yaml': team('claims'), 'old.yaml': promise('old', '1.0.0', active('2026-01-01'), '10d') });
  made.commit({ 'old.yaml': null, 'new.yaml': promise('new', '2.0.0', `${active('2026-02-01')}\naliases: [old]`, '12d'), 'record.yaml': record('change-1', 'new@2.0.0') });
  made.commit({ 'new.yaml': promise('new', '2.0.1', `${active('2026-02-01')}\naliases: [old]`, '12d').replace('Claim settled', 'Settlement') });
  made.commit({ 'late.yaml': record('change-2', 'new@2.0.1') });
  return made;
}

/** What a terminal, a page and a build log might act on. */
const hostileName = '::error::x [a](b:c) ##[error]';

describe('waymark history', () => {
  const { folder } = governed();

  it('tells every version with its commit, how far it went and who is said to have agreed, the newest first', async () => {
    const { code, out } = await waymark(folder, ['history', 'old', '--no-color']);
    expect(code).toBe(0);
    const [head, first, second, third, closing] = out.trimEnd().split('\n\n');
    expect(head).toMatch(/^sla:new \(Settlement\) on main \([0-9a-f]{12}\)\nThe commits that the branch was at, the newest first: of what was merged, only the merge counts\. It\nwas called `sla:old` before\.$/);
    expect(first).toMatch(/^2\.0\.1: changed on 2026-01-01 \([0-9a-f]{12}\) by Ada\n {2}Active, in force from 2026-02-01\.\n {2}Compared with the commit before it is editorial: 2 editorial changes\.\n/);
    expect(first).toContain('Approved as claims#lead by a-huber on 2026-01-19, as the Record change-2 claims, filed later, on\n  2026-01-01.');
    expect(second).toMatch(/^2\.0\.0: renamed on/);
    expect(second).toContain('is breaking');
    expect(second).toContain('as the Record change-1 claims.');
    expect(third).toMatch(/^1\.0\.0: new on .*\n {2}Active, in force from 2026-01-01\.\n {2}No Record names an approval of it\.\n {2}In old\.yaml\.$/);
    expect(closing).toMatch(/^Names and dates are what the commits say/);
  });

  it('tells programs the same, as its schema says', async () => {
    const { spec, versions } = await report(folder, 'sla:new');
    expect(spec).toBe('sla:new');
    expect(versions.map(({ event, version, level, approvals }) => [event, version, level, approvals.map(({ record: id, filed }) => `${id} ${filed}`)])).toEqual([
      ['new', '1.0.0', undefined, []],
      ['renamed', '2.0.0', 'breaking', ['change-1 with']],
      ['changed', '2.0.1', 'editorial', ['change-2 after']],
    ]);
  });

  it('tells of every Record in which somebody agrees to a version, of which type it is, and of no exception or grant', async () => {
    const made = newRepository();
    const types = ['change', 'decision', 'agreement', 'review', 'attestation', 'validation', 'audit', 'assessment', 'incident', 'test', 'baseline', 'communication', 'engagement', 'access', 'waiver'];
    made.commit({ 'waymark.yaml': workspace, 'one.yaml': promise('one', '1.0.0', active('2026-01-01')), ...Object.fromEntries(types.map((type) => [`${type}.yaml`, record(`r-${type}`, 'one@1.0.0', type)])) });
    const { versions } = await report(made.folder, 'one');
    expect(versions[0]!.approvals.map(({ record: id }) => id).sort()).toEqual(['r-agreement', 'r-attestation', 'r-change', 'r-decision', 'r-review']);
    const told = (await waymark(made.folder, ['show', 'one', '--as-of', '2026-01-20'])).out.replace(/\n# /g, ' ');
    expect(told).toContain('as the Record r-change claims.');
    expect(told).toContain('as the Record r-decision of type decision claims. ');
    expect(told).toContain(' What Records claim is not verified: the code host knows who agreed. ');
  });

  it('credits an approval to what stood under the number when it was filed, and not to what became of it under the same number', async () => {
    const made = newRepository();
    const within = (time: string): { readonly 'one.yaml': string } => ({ 'one.yaml': promise('one', '1.0.0', active('2026-01-01'), time) });
    made.commit({ 'waymark.yaml': workspace, ...within('5d'), 'early.yaml': record('r-early', 'one@1.0.0') });
    made.commit({ 'one.yaml': null, 'sub/one.yaml': within('5d')['one.yaml'] });
    made.commit({ 'sub/one.yaml': within('500d')['one.yaml'] });
    made.commit({ 'late.yaml': record('r-late', 'one@1.0.0') });
    const { versions } = await report(made.folder, 'one');
    expect(versions.map(({ event, approvals }) => [event, ...approvals.map(({ record: id, filed }) => `${id} ${filed}`)])).toEqual([['new', 'r-early with'], ['moved', 'r-early with'], ['changed', 'r-late after']]);
    const shown = JSON.parse((await waymark(made.folder, ['show', 'one', '--as-of', '2026-01-20', '--format', 'json'])).out) as { readonly inForce: { readonly approvals: readonly { readonly record: string }[] } };
    expect(shown.inForce.approvals.map(({ record: id }) => id)).toEqual(['r-late']);
    const told = (await waymark(made.folder, ['history', 'one', '--field', 'targets', '--ref', 'HEAD~1', '--no-color'])).out;
    expect(told.match(/No Record names an approval of it\.|r-early/g)).toEqual(['No Record names an approval of it.', 'r-early']);
  });

  it('says where a Record names an id that two kinds share, and credits only what had the number when it was filed', async () => {
    const made = newRepository();
    const named = (version: string): string => team('one').replace(/version: .*/, `version: ${version}`);
    made.commit({ 'waymark.yaml': workspace, 'one.yaml': promise('one', '1.0.0', active('2026-01-01')), 'team.yaml': named('0.9.0'), 'sla.yaml': record('r-sla', 'one@1.0.0') });
    made.commit({ 'team.yaml': named('1.0.0') });
    made.commit({ 'both.yaml': record('r-both', 'one@1.0.0') });
    const credited = async (id: string): Promise<unknown> => (await report(made.folder, id)).versions.flatMap(({ approvals }) => approvals.map(({ record: by, names }) => `${by}: ${names.join(' ')}`));
    expect(await credited('sla:one')).toEqual(['r-sla: sla:one', 'r-both: sla:one team:one']);
    expect(await credited('team:one')).toEqual(['r-both: sla:one team:one']);
    const told = (await waymark(made.folder, ['history', 'sla:one', '--no-color'])).out.replace(/\n +/g, ' ');
    expect(told.match(/The Record names an id that sla:one and team:one share, and does not say which of them it means\./g)).toHaveLength(1);
  });

  it('credits nothing that was agreed to of another document, which had the id before', async () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'one.yaml': promise('one', '1.0.0', active('2026-01-01')), 'r.yaml': record('r-one', 'one@1.0.0') });
    made.commit({ 'one.yaml': promise('two', '1.1.0', `${active('2026-01-01')}\naliases: [one]`) });
    made.commit({ 'other.yaml': promise('one', '1.0.0', active('2026-01-01'), '500d') });
    const { versions } = await report(made.folder, 'sla:two');
    expect(versions.map(({ version, approvals }) => [version, ...approvals.map(({ record: by }) => by)].join(' '))).toEqual(['1.0.0 r-one', '1.1.0']);
    expect((await waymark(made.folder, ['history', 'one', '--no-color'])).out).not.toContain('r-one');
    expect((await waymark(made.folder, ['show', 'one', '--as-of', '2026-01-20'])).err).toMatch(/^What follows is of the document that was called `one` last\. Another one was called so before: `sla:two` until it was renamed on \S+\. Ask for that one by the id that it has now\.\n$/);
    expect((await waymark(made.folder, ['show', 'two', '--as-of', '2026-01-20'])).err).toBe('');
  });

  it('says of an approval when its Record is not any more what was merged, is gone or cannot be read, since when, and by whom', async () => {
    const made = newRepository();
    const records = (ids: readonly string[]): Files => Object.fromEntries(ids.map((id) => [`${id}.yaml`, record(id, 'one@1.0.0')]));
    commitOn(made, '2026-01-02', { 'waymark.yaml': workspace, 'one.yaml': promise('one', '1.0.0', active('2026-01-01')), ...records(['kept', 'edited', 'deleted', 'broken', 'back', 'moved']) });
    commitOn(made, '2026-02-03', { 'edited.yaml': record('edited', 'one@1.0.0').replace('a-huber', 'mallory'), 'deleted.yaml': null, 'back.yaml': null, 'moved.yaml': null, 'sub/moved.yaml': record('moved', 'one@1.0.0') });
    commitOn(made, '2026-02-04', { 'edited.yaml': record('edited', 'one@1.0.0').replace('a-huber', 'trudy'), 'broken.yaml': 'kind: [', ...records(['back']) });
    const fates = ({ approvals }: Pick<Report['versions'][number], 'approvals'>): unknown => approvals.map(({ record: id, became }) => [id, became?.is, became?.commit.recorded].filter((each) => each !== undefined).join(' '));
    expect(fates((await report(made.folder, 'one', '--ref', 'HEAD~2')).versions[0]!)).toEqual(['back', 'broken', 'deleted', 'edited', 'kept', 'moved']);
    const { out, err } = await waymark(made.folder, ['history', 'one', '--no-color']);
    expect(err).toBe('');
    const told = (words: string): readonly string[] => [...words.replaceAll(/[\\`]/g, '').replaceAll(/\s+(?:# )?/g, ' ').matchAll(/as the Record (\w+) claims\. That is what the Record said when it was merged\. (.*?) \([0-9a-f]{12}\) by (\w+)\./g)].map(([, id, what, by]) => `${id}: ${what} by ${by}`);
    const expected = ['broken: Its file cannot be read any more: it was changed on 2026-02-04 by Ada', 'deleted: It is gone: it left the workspace on 2026-02-03 by Ada', 'edited: It is another one by now: it was changed on 2026-02-03 by Ada'];
    expect(told(out)).toEqual(expected);
    expect(out).toContain('a-huber');
    expect(out).not.toContain('mallory');
    for (const args of [['history', 'one', '--format', 'markdown'], ['history', 'one', '--field', 'title', '--no-color'], ['show', 'one', '--as-of', '2026-03-01'], ['show', 'one@1.0.0']]) expect([args, told((await waymark(made.folder, args)).out)]).toEqual([args, expected]);
    expect(told((await waymark(made.folder, ['show', 'one', '--as-of', '2026-01-20', '--recorded-by', '2026-01-20'])).out)).toEqual([]);
    const shown = JSON.parse((await waymark(made.folder, ['show', 'one', '--as-of', '2026-01-20', '--recorded-by', '2026-02-03', '--format', 'json'])).out) as { readonly inForce: Report['versions'][number] };
    expect(fates(shown.inForce)).toEqual(['back gone 2026-02-03', 'broken', 'deleted gone 2026-02-03', 'edited changed 2026-02-03', 'kept', 'moved']);
    shownSchema(shown);
    expect(shownSchema.errors ?? []).toEqual([]);
  });

  it('says why a Record does not count that says by now that somebody agreed, and said something else when it was filed', async () => {
    const made = newRepository();
    const unsigned = record('signed-later', 'one@1.0.0').replace(/approvals: .*\n/, '');
    commitOn(made, '2026-01-02', { 'waymark.yaml': workspace, 'one.yaml': promise('one', '1.0.0', active('2026-01-01')), 'again.yaml': record('again', 'other@1.0.0'), 'turned.yaml': record('turned', 'other@1.0.0'), 'signed-later.yaml': unsigned });
    commitOn(made, '2026-01-03', { 'again.yaml': null });
    commitOn(made, '2026-01-04', { 'again.yaml': record('again', 'one@1.0.0'), 'turned.yaml': record('turned', 'one@1.0.0'), 'signed-later.yaml': record('signed-later', 'one@1.0.0') });
    const told = (words: string): readonly string[] => [...words.replaceAll(/[\\`]/g, '').replaceAll(/\s+(?:# )?/g, ' ').replaceAll(/ \([0-9a-f]{12}\)/g, '').matchAll(/The Record (\S+ says that somebody agreed, and does not count: .*?)\. Records are only ever added/g)].map(([, what]) => what!);
    const expected = [
      'again says that somebody agreed, and does not count: another Record was filed under that id on 2026-01-02 by Ada, and deleted since',
      'signed-later says that somebody agreed, and does not count: it was filed on 2026-01-02 by Ada and did not say so then',
      'turned says that somebody agreed, and does not count: it was filed on 2026-01-02 by Ada and did not say so then',
    ];
    for (const args of [['history', 'one', '--no-color'], ['history', 'one', '-f', 'markdown'], ['show', 'one', '--as-of', '2026-03-01'], ['show', 'one@1.0.0']]) {
      const { out } = await waymark(made.folder, args);
      expect([args, told(out).toSorted(), out.replaceAll(/\s+(?:# )?/g, ' ').includes('No Record that counts names an approval of')]).toEqual([args, expected, true]);
    }
    expect(told((await waymark(made.folder, ['show', 'one', '--recorded-by', '2026-01-03'])).out)).toEqual([]);
    const [version] = (await report(made.folder, 'one')).versions;
    expect(version).toMatchObject({ approvals: [], disregarded: [{ record: 'again', isAnother: true, filed: { recorded: '2026-01-02' }, since: { recorded: '2026-01-04' } }, { record: 'signed-later', isAnother: false }, { record: 'turned', isAnother: false }] });
    const shown: unknown = JSON.parse((await waymark(made.folder, ['show', 'one', '--as-of', '2026-03-01', '-f', 'json'])).out);
    shownSchema(shown);
    expect(shownSchema.errors ?? []).toEqual([]);
    commitOn(made, '2026-01-05', { 'again.yaml': null, 'turned.yaml': record('turned', 'other@1.0.0'), 'signed-later.yaml': unsigned });
    expect(told((await waymark(made.folder, ['history', 'one', '--no-color'])).out)).toEqual([]);
  });

  it('names the Records about a version that name no approval where there is none', async () => {
    const unsigned = (id: string, subject: string): string => record(id, subject).replace(/approvals: .*\n/, '');
    const made = newRepository();
    commitOn(made, '2026-01-02', { 'waymark.yaml': workspace, 'one.yaml': promise('one', '1.0.0', active('2026-01-01')), 'signed-off.yaml': unsigned('signed-off', 'one@1.0.0'), 'other.yaml': unsigned('other', 'one@2.0.0'), 'waived.yaml': unsigned('waived', 'one@1.0.0').replace('type: change', 'type: incident') });
    const words = 'No Record names an approval of @. About it, and without `approvals`: signed-off (of type change, filed on 2026-01-02).';
    for (const [args, what] of [[['history', 'one'], 'it'], [['show', 'one', '--as-of', '2026-03-01'], 'this version'], [['show', 'one@1.0.0'], 'this version']] as const) {
      expect((await waymark(made.folder, args)).out.replaceAll(/\s+(?:# )?/g, ' ')).toContain(words.replace('@', what));
    }
    expect((await report(made.folder, 'one')).versions).toMatchObject([{ approvals: [], unsigned: [{ record: 'signed-off', type: 'change', commit: made.git('rev-parse', 'HEAD') }] }]);
    commitOn(made, '2026-01-03', { 'approved.yaml': record('approved', 'one@1.0.0') });
    expect((await waymark(made.folder, ['history', 'one'])).out).not.toContain('signed-off');
  });

  it('says of a Record without approvals that it is gone since, and by which commit', async () => {
    const made = newRepository();
    commitOn(made, '2026-01-02', { 'waymark.yaml': workspace, 'one.yaml': promise('one', '1.0.0', active('2026-01-01')), 'signed-off.yaml': record('signed-off', 'one@1.0.0').replace(/approvals: .*\n/, '') });
    commitOn(made, '2026-01-05', { 'signed-off.yaml': null });
    const id = made.git('rev-parse', 'HEAD');
    expect((await waymark(made.folder, ['history', 'one'])).out.replaceAll(/\s+/g, ' ')).toContain(`signed-off (of type change, filed on 2026-01-02, and gone since 2026-01-05, ${id.slice(0, 12)}).`);
    const { out } = await waymark(made.folder, ['history', 'one', '-f', 'json']);
    const value = JSON.parse(out) as { readonly versions: readonly unknown[] };
    schema(value);
    expect(schema.errors ?? []).toEqual([]);
    expect(value.versions).toMatchObject([{ unsigned: [{ record: 'signed-off', became: { is: 'gone', commit: { id } } }] }]);
  });

  it('names in each format, and nowhere beside it, files that may hold a version which nobody can read', async () => {
    const made = newRepository();
    const one = promise('one', '1.0.0', active('2026-01-01'));
    commitOn(made, '2026-01-02', { 'waymark.yaml': workspace, 'one.yaml': one, 'other.yaml': promise('other', '1.0.0', active('2026-01-01')) });
    commitOn(made, '2026-02-03', { 'one.yaml': `${one}bogus: 1\n`, 'late.yaml': `${promise('late', '1.0.0', active('2026-01-01'))}bogus: 1\n` });
    commitOn(made, '2026-03-04', { 'one.yaml': one });
    const [late, mended] = ['Since 2026-02-03 (C) `late.yaml`, which says that it is `sla:late 1.0.0`, cannot be read. What it releases is not known: `waymark validate` says what is wrong with it.', 'From 2026-02-03 (C) until 2026-03-04 (C) `one.yaml`, which says that it is `sla:one 1.0.0`, could not be read. What it released then is not known.'];
    const told = async (...args: readonly string[]): Promise<string> => {
      const { out, err } = await waymark(made.folder, args);
      expect(err).toBe('');
      return out.replaceAll(/\s+(?:# )?/g, ' ').replaceAll('\\', '').replaceAll(/`?\([0-9a-f]{12}\)`?/g, '(C)');
    };
    for (const args of [['history', 'one'], ['history', 'one', '--field', 'title'], ['history', 'one', '-f', 'markdown'], ['show', 'one', '--as-of', '2026-03-05'], ['show', 'one@1.0.0', '-f', 'markdown']]) {
      const words = await told(...args);
      expect([args, words.includes(late), words.includes(mended)]).toEqual([args, true, true]);
    }
    for (const [args, format] of [[['history', 'one'], schema], [['show', 'one', '--as-of', '2026-03-05'], shownSchema]] as const) {
      const value = JSON.parse((await waymark(made.folder, [...args, '-f', 'json'])).out) as { readonly unread: readonly { readonly file: string; readonly isOver: boolean }[] };
      format(value);
      expect(format.errors ?? []).toEqual([]);
      expect(value.unread.map(({ file, isOver }) => [file, isOver])).toEqual([['late.yaml', false], ['one.yaml', true]]);
    }
    expect(await told('history', 'other')).toContain(late);
    expect(await told('history', 'other')).not.toContain(mended);
    expect(await told('show', 'one', '--recorded-by', '2026-01-31')).not.toContain('be read');
  });

  it('names as the recorder who brought what is said, and not who moved it to another file or wrote it otherwise', async () => {
    const made = newRepository();
    const by = (name: string, files: Files): unknown => [made.commit(files), made.git('commit', '-q', '--amend', '--no-edit', `--author=${name} <a@b.example>`)];
    by('Ada', { 'waymark.yaml': workspace, 'claims.yaml': team('claims'), 'one.yaml': promise('one', '1.0.0', active('2026-01-01')) });
    by('Mo', { 'one.yaml': null, 'sub/one.yaml': promise('one', '1.0.0', active('2026-01-01')), 'claims.yaml': null, 'sub/claims.yaml': team('claims') });
    by('Flo', { 'sub/one.yaml': promise('one', '1.0.0', active('2026-01-01')).replace('owner: claims', "owner: 'claims' # who else") });
    const shown = (await waymark(made.folder, ['show', 'one', '--as-of', '2026-02-01'])).out.replace(/\n# /g, ' ');
    expect(shown).toMatch(/It was recorded on 2026-01-01 \([0-9a-f]{12}\) by Ada\. Since then it was only moved or written otherwise, saying the same, last on 2026-01-01 \([0-9a-f]{12}\) by Flo: it stands in sub\/one\.yaml\. /);
    const { versions } = await report(made.folder, 'one');
    expect(versions.map(({ commit, broughtBy }) => `${commit.author} ${broughtBy.author}`)).toEqual(['Ada Ada', 'Mo Ada', 'Flo Ada']);
    const told = (await waymark(made.folder, ['history', 'one', '--no-color'])).out;
    expect(told.match(/moved to another file on .* by Mo\n[^]*? {2}What it says was recorded on 2026-01-01 \([0-9a-f]{12}\) by Ada\.\n/g)).toHaveLength(1);
  });

  it('never says of an approval that was filed with other changes that it is for these', () => {
    const approval = { record: 'r', type: 'change', names: ['sla:one'], approval: { role: 'claims#lead' }, covers: true, moment: { place: 0, id: 'x', date: undefined, recorded: '2026-01-01', author: 'Ada' } } as const;
    expect(approvalWords({ ...approval, filed: 'with' })).toBe('Approved as claims#lead, as the Record r claims, for just these changes.');
    expect(approvalWords({ ...approval, filed: 'before' })).toBe('Approved as claims#lead, as the Record r claims, for just the changes that came with that Record, filed before, on 2026-01-01.');
  });

  it('tells who changed a field last, across a renaming, and what is no field', async () => {
    const { field } = await report(folder, 'new', '--field', 'targets');
    expect(field?.changes.map(({ version, before, after }) => [version, before, after])).toEqual([
      ['1.0.0', undefined, [{ within: '10d', percent: 90 }]],
      ['2.0.0', [{ within: '10d', percent: 90 }], [{ within: '12d', percent: 90 }]],
    ]);
    const { out } = await waymark(folder, ['history', 'new', '--field', 'title', '--no-color']);
    expect(out).toMatch(/^`title` of sla:new \(Settlement\) on main .*\n(?:.+\n)*\n2\.0\.1, on 2026-01-01 \([0-9a-f]{12}\) by Ada: Settlement; it was Claim settled\n/);
    expect((await waymark(folder, ['history', 'new', '--field', 'calendar', '--no-color'])).out).toContain('\n\nIt was never set.\n');
    expect(await waymark(folder, ['history', 'new', '--field', 'tragets'])).toMatchObject({ code: 2, err: 'waymark: There is no `tragets`. Did you mean `targets`?\n' });
    expect((await waymark(folder, ['history', 'new', '--field', 'stages..x'])).err).toMatch(/^waymark: A name is missing beside a dot in `stages\.\.x`\. Write a path such as /);
    expect(await waymark(folder, ['history', 'new', '--field', ''])).toMatchObject({ code: 2, err: expect.stringMatching(/^waymark: No field is named\. Write a path such as /) as string });
    expect(await waymark(folder, ['history', 'new', '--field', 'targets.within'])).toMatchObject({ code: 2, err: 'waymark: `targets` is a list whose entries have no names. Ask for the whole of it: `--field targets`.\n' });
  });

  it('follows a field of a step into the stages that the step stood in', async () => {
    const made = newRepository();
    const step = (id: string, title: string, more = ''): string => `{id: ${id}, title: ${title}, lane: backstage${more}}`;
    const journey = (stages: readonly string[]): Files => ({ 'claim.yaml': `apiVersion: waymark/v1\nkind: Journey\nid: claim\ntitle: Claim\nversion: 1.0.0\nstatus: draft\nowner: claims\nstages:\n${stages.map((each) => `  - ${each}\n`).join('')}` });
    const stage = (id: string, ...steps: readonly string[]): string => `{id: ${id}, title: Stage, owner: claims, steps: [${steps.join(', ')}]}`;
    made.commit({ 'waymark.yaml': workspace, 'claims.yaml': team('claims'), ...journey([stage('intake', step('sort', 'Sort'), step('take', 'Take')), stage('triage', step('other', 'Other'))]) });
    made.commit(journey([stage('intake', step('take', 'Take')), stage('triage', step('classify', 'Sort', ', aliases: [sort]'), step('other', 'Other'))]));
    made.commit(journey([stage('first', step('take', 'Take')), stage('triage', step('classify', 'Classify', ', aliases: [sort]'), step('other', 'Other'))]));
    for (const path of ['stages.triage.steps.classify.title', 'stages.intake.steps.classify.title']) {
      const { field } = await report(made.folder, 'claim', '--field', path);
      expect(field?.changes.map(({ before, after }) => [before, after])).toEqual([[undefined, 'Sort'], ['Sort', 'Classify']]);
    }
    expect(await waymark(made.folder, ['history', 'claim', '--field', 'stages.triage.steps.clasify.title'])).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean `classify`?') as string });
  });

  it('writes Markdown', async () => {
    expect((await waymark(folder, ['history', 'new', '-f', 'markdown'])).out).toMatch(/^# sla:new \(Settlement\) on main .*\n\n.*\n\n## 2\.0\.1: changed on /);
  });

  it('reads the branch that is named, and says what it cannot read', async () => {
    expect((await report(folder, 'old', '--ref', 'HEAD~3')).versions).toHaveLength(1);
    expect(await waymark(folder, ['history', 'nobody'])).toMatchObject({ code: 3, err: 'waymark: No version of this branch has a document or an entry `nobody`. Known here: change-1, change-2, claims, new and w.\n' });
    expect(await waymark(folder, ['history', 'new', '--ref', 'nowhere'])).toMatchObject({ code: 3, out: '' });
    expect(await waymark(folder, ['history', 'new', '-w', 'elsewhere'])).toMatchObject({ code: 3, err: expect.stringContaining('is no workspace of main') as string });
    expect(await waymark(folder, ['history', 'new', '--format', 'sarif'])).toMatchObject({ code: 2, out: '' });
  });

  it('asks which one is meant where two workspaces have the id', async () => {
    const made = newRepository();
    made.commit({ 'a/waymark.yaml': workspace, 'a/x.yaml': team('x'), 'b/waymark.yaml': workspace.replace('id: w', 'id: v'), 'b/x.yaml': team('x') });
    expect(await waymark(made.folder, ['history', 'x'])).toMatchObject({ code: 2, err: 'waymark: `x` stands in `a` and `b`. Name one of them with --workspace.\n' });
    expect((await waymark(made.folder, ['history', 'x', '-w', 'b', '--no-color'])).out).toContain('In b/x.yaml.');
  });

  it('takes a workspace by the folder that it once was in, and one in which nobody works', async () => {
    const made = newRepository();
    made.commit({ 'a/waymark.yaml': workspace, 'a/x.yaml': team('x'), 'c/waymark.yaml': workspace.replace('id: w', 'id: v'), 'c/y.yaml': team('y'), 'd/notes.txt': 'Nothing.' });
    made.commit({ a: null });
    made.commit({ 'b/waymark.yaml': workspace, 'b/x.yaml': team('x') });
    for (const [from, named] of [['', 'a'], ['', 'b'], ['c', '../a'], ['d', '../b']] as const) {
      const { code, out } = await waymark(join(made.folder, from), ['history', 'x', '-w', named, '--no-color']);
      expect([code, ...(out.match(/In [ab]\/x\.yaml|left the workspace|came back/g) ?? [])]).toEqual([0, 'came back', 'In b/x.yaml', 'left the workspace', 'In a/x.yaml', 'In a/x.yaml']);
    }
    expect(await waymark(join(made.folder, 'd'), ['history', 'x'])).toMatchObject({ code: 3, err: expect.stringMatching(/^waymark: main .* holds no workspace here or below: name one with `--workspace`\. There is one in `b` and `c`, as it is called from the top\.\n$/) as string });
  });

  it('says where the other half of the past is told of a workspace that was copied before the old one was deleted', async () => {
    const made = newRepository();
    made.commit({ 'a/waymark.yaml': workspace, 'a/x.yaml': team('x') });
    made.commit({ 'b/waymark.yaml': workspace, 'b/x.yaml': team('x') });
    expect((await waymark(made.folder, ['history', 'x', '-w', 'b'])).err).toBe('');
    made.commit({ a: null });
    expect((await waymark(made.folder, ['history', 'x'])).err).toBe('What follows begins with the folder `b`. Until it was deleted there, a workspace of the same name stood in `a`: `--workspace` with that folder tells of it.\n');
    const { code, err, out } = await waymark(made.folder, ['history', 'x', '-w', 'a', '--no-color']);
    expect([code, err]).toEqual([0, 'What follows ends with the folder `a`, which was deleted. A workspace of the same name stands in `b` now: `--workspace` with that folder tells of it.\n']);
    expect(out).toContain('left the workspace');
  });

  it('says from which workspace a document came that was moved with a new id or nested away, and which one of several with one id counts', async () => {
    const made = newRepository();
    const note = async (id: string, ...args: readonly string[]): Promise<string> => (await waymark(made.folder, ['history', id, ...args])).err.replaceAll(/2026-01-01 \([0-9a-f]{12}\)/g, 'C');
    made.commit({ 'a/waymark.yaml': workspace, 'a/x.yaml': team('x'), 'a/in/y.yaml': team('y') });
    made.commit({ a: null, 'b/waymark.yaml': workspace.replace('id: w', 'id: v'), 'b/x.yaml': team('x'), 'b/in/y.yaml': team('y') });
    expect(await note('x')).toBe('What follows begins on C, in the workspace `a.b/v` (`b`). Until C `team:x` stood in the workspace `a.b/w` (`a`): `--workspace a` tells of it.\n');
    expect(await note('x', '-w', 'a')).toBe('What follows ends on C, in the workspace `a.b/w` (`a`). `team:x` stands in the workspace `a.b/v` (`b`) now: `--workspace b` tells of it.\n');
    expect((await waymark(join(made.folder, 'b'), ['history', 'x', '-w', '../a'])).err).toContain('`--workspace .` tells of it.');
    made.commit({ 'b/in/waymark.yaml': workspace.replace('id: w', 'id: u') });
    expect(await note('y')).toBe('What follows begins on C, in the workspace `a.b/u` (`b/in`). Until C `team:y` stood in the workspace `a.b/v` (`b`): `--workspace b` tells of it.\n');
    made.commit({ 'b/w.yaml': team('x') });
    const several = 'the id `team:x`. The one in `b/w.yaml`';
    expect(await note('x')).toMatch(new RegExp(`\\nSince C several documents bear ${several} counts, and what stands in \`b/x.yaml\` is not told\\. Give each`));
    const inJson = async (...args: readonly string[]): Promise<readonly { readonly isOver: boolean; readonly message: string }[]> => (JSON.parse((await waymark(made.folder, [...args, '-f', 'json'])).out) as { readonly doubled: readonly { readonly isOver: boolean; readonly message: string }[] }).doubled;
    expect(await inJson('show', 'x')).toEqual([{ isOver: false, message: expect.stringContaining('several documents bear the id `team:x`') as string }]);
    made.commit({ 'b/x.yaml': null });
    expect(await inJson('history', 'x')).toEqual([{ isOver: true, message: expect.stringContaining('several documents bore the id `team:x`') as string }]);
    expect(await note('x')).toContain(`\nFrom C until C several documents bore ${several} counted, and what stood in \`b/x.yaml\` is not told.\n`);
    made.commit({ 'b/x2.yaml': team('z').replace('status: draft', 'status: active\neffective: {from: 2026-01-01}') });
    const sealed = await waymark(join(made.folder, 'b'), ['ledger', 'seal', '-w', '.']);
    expect([sealed.code, sealed.out.replaceAll(/\s+/g, ' ')]).toEqual([0, expect.stringContaining('Documents of this workspace stood in another one before, `a.b/w` (`a`). What was released there does not stand in this ledger')]);
    const ledger = join(made.folder, 'b/ledger.jsonl');
    writeFileSync(ledger, sampleLedger(1, 'a.b/w'));
    const moved = 'It is the ledger `a.b/w`, and this workspace is `a.b/v`, which main (C) never called so. Documents of this one stood in that one before, in `a`: what was released there is told by that ledger.';
    for (const verb of ['seal', 'verify']) {
      const { code, out, err } = await waymark(join(made.folder, 'b'), ['ledger', verb]);
      expect([code, `${out}${err}`.replaceAll(/\s+/g, ' ').replace(/\([0-9a-f]{12}\)/, '(C)')]).toEqual([1, expect.stringContaining(moved)]);
    }
  });

  it('says what became of what was announced and withdrawn, or reverted, before it began', async () => {
    const made = newRepository();
    const next = { 'one.yaml': promise('one', '2.0.0', active('2027-06-01')), 'two.yaml': promise('two', '2.0.0', active('2027-06-01')) };
    made.commit({ 'waymark.yaml': workspace, 'one.yaml': promise('one', '1.0.0', active('2026-01-01')) });
    made.commit(next);
    made.commit({ 'one.yaml': promise('one', '1.0.0', active('2026-01-01')), 'two.yaml': null });
    const told = async (id: string): Promise<string> => (await waymark(made.folder, ['history', id, '--no-color'])).out.replaceAll(/\s+/g, ' ').replaceAll(/\([0-9a-f]{12}\)/g, '(C)');
    expect(await told('one')).toContain('Active, in force from 2027-06-01. What was recorded after it, 1.0.0 on 2026-01-01 (C) by Ada, begins earlier and does not take it back: from 2027-06-01 on 2.0.0 counts. To withdraw it, release a version that begins on that day.');
    expect(await told('two')).toContain('Active, announced for 2027-06-01. It was withdrawn before it began: the document left the workspace on 2026-01-01 (C) by Ada.');
    expect((await report(made.folder, 'two')).versions).toMatchObject([{ announced: { is: 'withdrawn' } }, {}]);
  });

  it('says of an announced version that another one takes its place for a time, and from when on it counts', async () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'one.yaml': promise('one', '1.0.0', active('2027-06-01')) });
    made.commit({ 'one.yaml': promise('one', '1.1.0', active('2027-06-01', '2027-09-01')) });
    expect((await waymark(made.folder, ['history', 'one', '--no-color'])).out.replaceAll(/\s+/g, ' ')).toMatch(/Active, announced for 2027-06-01\. It does not begin on that day: 1\.1\.0 on 2026-01-01 \([0-9a-f]{12}\) by Ada takes its place at first\. From 2027-09-01 on 1\.0\.0 counts\./);
    expect((await report(made.folder, 'one')).versions).toMatchObject([{ announced: { is: 'delayed', from: '2027-09-01', by: { version: '1.1.0' } } }, {}]);
  });

  it('says of a draft and of what is retired that it would hold, and never that it was in force', async () => {
    const made = newRepository();
    for (const [version, status] of [['0.1.0', 'draft'], ['1.0.0', 'active'], ['1.1.0', 'retired']] as const) made.commit({ 'waymark.yaml': workspace, 'one.yaml': promise('one', version, active('2026-01-01').replace('active', status)) });
    const { out } = await waymark(made.folder, ['history', 'one', '--no-color']);
    expect(out.match(/^ {2}\w+, .*2026-01-01\.$/gm)).toEqual(['  Retired, and says that it would hold from 2026-01-01.', '  Active, in force from 2026-01-01.', '  Draft, and says that it would hold from 2026-01-01.']);
  });

  it('tells what strangers wrote as text', async () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, [`${hostileName.slice(0, 8)}.yaml`]: team('a').replace('title: Team', `title: ${JSON.stringify(hostileName)}`) });
    made.git('commit', '-q', '--amend', '--no-edit', `--author=${hostileName} \u202e\u001b[31m <a@b.example>`);
    for (const format of ['text', 'markdown', 'json']) {
      const { code, out, err } = await waymark(made.folder, ['history', 'a', '--format', format]);
      expect([code, err]).toEqual([0, '']);
      expect(out).not.toMatch(/\u001b|\u202e|^\s*::/m);
    }
  });
});

describe('waymark history --compare', () => {
  const made = newRepository();
  const journey = (version: string, rest: string, steps = ''): string => `apiVersion: waymark/v1\nkind: Journey\nid: claim\ntitle: Claim\nversion: ${version}\n${rest}\nowner: claims\nslas: [settled]\nstages:\n  - id: only\n    title: Only\n    steps:\n      - {id: report, title: Report, lane: customer, events: {start: claim-reported}}\n${steps}      - {id: settle, title: Settle, lane: backstage, events: {complete: claim-settled}, end: success}\n`;
  const settled = (version: string, within: string): string => promise('settled', version, active('2026-01-01'), within);
  made.commit({ 'waymark.yaml': workspace, 'claims.yaml': team('claims'), 'sla.yaml': settled('1.0.0', '10h'), 'journey.yaml': journey('1.0.0', active('2026-01-01')) });
  made.commit({ 'sla.yaml': settled('2.0.0', '12h'), 'journey.yaml': journey('2.0.0', active('2026-02-01'), '      - {id: check, title: "Check | <b>", lane: backstage}\n') });
  made.commit({ 'journey.yaml': journey('3.0.0', 'status: draft') });
  made.commit({ 'journey.yaml': journey('2.1.0', 'status: retired\neffective: {from: 2026-03-01}') });
  made.commit({ 'journey.yaml': `${journey('2.2.0', active('2026-01-01'))}bogus: 1\n` });
  made.commit({ 'journey.yaml': null });
  const { folder } = made;
  const compare = (versions: string, ...more: readonly string[]): ReturnType<typeof waymark> => waymark(folder, ['history', 'claim', '--compare', versions, ...more]);

  it('sets two released versions beside each other, also of a journey that is gone, and says what is worse and why', async () => {
    const { code, out, err } = await compare('1.0.0..2.0.0', '--no-color');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^journey:claim \(Claim\): 1\.0\.0 compared with 2\.0\.0, on main/);
    expect(out).toMatch(/\n {2}Steps +2 +3 {2}\+1\n {6}New: check\.\n/);
    expect(out).toMatch(/\n {2}Time, everybody +10h +12h {2}\+2 h, worse\n {6}Worse: It allows more time, and says the same otherwise: less is promised to customers\.\n/);
  });

  it('tells programs the same, as its schema says, and a page as tables', async () => {
    const isDescribed = new Ajv2020({ strict: true, allErrors: true }).compile(published('benchmark'));
    const told = JSON.parse((await compare('2.0.0..2.1.0', '-f', 'json')).out) as { readonly after: { readonly status: string }; readonly rows: readonly { readonly what: string; readonly difference?: number }[] };
    isDescribed(told);
    expect(isDescribed.errors ?? []).toEqual([]);
    expect([told.after.status, told.rows.find(({ what }) => what === 'steps')?.difference]).toEqual(['retired', -1]);
    expect(told).toMatchObject({ unread: [{ file: 'journey.yaml', isOver: true, message: expect.stringMatching(/^From 2026-01-01 .* could not be read\./) as string }] });
    expect((await compare('1.0.0..2.0.0', '--no-color')).out.replaceAll(/\s+/g, ' ')).toContain('`journey.yaml`, which says that it is `journey:claim 2.2.0`, could not be read.');
    expect((await compare('1.0.0..2.0.0', '-f', 'markdown')).out).toContain('| Time, everybody | 10h | 12h | +2 h, worse | Worse: It allows more time,');
  });

  it('tells differences from the version that is named first to the other, and which of the two is older', async () => {
    expect((await compare('2.0.0..2.1.0', '--no-color')).out).toContain('\n2.1.0: retired, and says that it would hold from 2026-03-01, recorded on');
    const forth = (await compare('1.0.0..2.0.0', '--no-color')).out;
    expect(forth).toContain('\n1.0.0 is the older of the two.\n');
    const back = (await compare('2.0.0..1.0.0', '--no-color')).out;
    expect(back).toMatch(/^journey:claim \(Claim\): 2\.0\.0 compared with 1\.0\.0, on main/);
    expect(back.replace(/\n/g, ' ')).toContain(' 1.0.0 is the older of the two, so this reads backwards: a difference, and what is better or worse, is told on the way from 2.0.0 back to 1.0.0. ');
    expect(back).toMatch(/\n {2}Steps +3 +2 {2}-1\n {6}Only in 2\.0\.0: check\.\n/);
    expect(back).toMatch(/\n {2}Time, everybody +12h +10h {2}-2 h, better\n/);
    expect(JSON.parse((await compare('2.0.0..1.0.0', '-f', 'json')).out)).toMatchObject({ before: { version: '2.0.0' }, after: { version: '1.0.0' }, older: 'after' });
  });

  it('refuses what was never released or is not there, and says what there is', async () => {
    expect(await compare('1.0.0..3.0.0')).toMatchObject({ code: 3, out: '', err: 'waymark: Version `3.0.0` of journey:claim was never released: it has only stood as a draft, which binds nobody. Released were 1.0.0, 2.0.0 and 2.1.0.\n' });
    expect(await compare('1.0.0..9.0.0')).toMatchObject({ code: 3, out: '', err: 'waymark: journey:claim never stood in version `9.0.0` on this branch. It has stood in 1.0.0, 2.0.0, 3.0.0 and 2.1.0.\n' });
    expect(await compare('1.0.0')).toMatchObject({ code: 2, err: expect.stringContaining('Write two versions with two dots between them') as string });
    expect(await compare('1.0.0..2.0.0', '--field', 'title')).toMatchObject({ code: 2, out: '' });
    expect(await waymark(folder, ['history', 'settled', '--compare', '1.0.0..2.0.0'])).toMatchObject({ code: 2, err: expect.stringContaining('is no journey') as string });
  });
});
