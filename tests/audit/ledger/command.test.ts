import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../src/audit/ledger/ledger-entry.js';
import { digestOfLine } from '../../../src/audit/ledger/ledger-digests.js';
import { linesFor } from '../../../src/audit/ledger/write-entries.js';
import { waymark, type Run } from '../../cli/harness.js';
import { newFolder, newRepository, workspace, type TestRepository } from '../../support/git-repository.js';
import { root } from '../../support/imports.js';
import { chainedAnew, join as joined, linesOf, sampleLedger, sampleVersion } from './sample-ledger.js';
import { active, commits as branchOf, promise } from '../past.js';
import { approval, sealedRepository, team } from './sealed-repository.js';

let repository: TestRepository;
let sealed: Run;
let ledger: string;

beforeAll(async () => {
  repository = sealedRepository();
  sealed = await waymark(repository.folder, ['ledger', 'seal']);
  ledger = readFileSync(join(repository.folder, 'ledger.jsonl'), 'utf8');
});

const takenOut = 'Not excluded: somebody may have taken out of these entries what they say less, because older entries said as little. A checkpoint from when they were sealed tells.';

const entriesOf = (text: string): readonly LedgerEntry[] => linesOf(text).map((line) => JSON.parse(line) as LedgerEntry);

/** Runs a verb on a ledger that lies there instead of the sealed one. */
async function on(content: string, args: readonly string[]): Promise<Run> {
  const file = join(repository.folder, 'ledger.jsonl');
  writeFileSync(file, content);
  try {
    return await waymark(repository.folder, ['ledger', ...args]);
  } finally {
    writeFileSync(file, ledger);
  }
}

describe('waymark ledger seal', () => {
  it('writes what the branch has released, and nothing of drafts, moves and Records', () => {
    expect(sealed).toEqual({
      code: 0,
      err: '',
      out: `ledger.jsonl: 5 entries sealed, 5 in all.
  1  team:claims 1.0.0: new, in force from 2026-01-01
  2  team:claims 1.1.0: editorial, in force from 2026-01-01, approved by claims#lead as Records claim
  3  team:desk 1.0.0: new, in force from 2026-01-01
  4  team:claims 1.1.0: changed under the same version, in force from 2026-01-01
  5  team:desk 1.0.0: has left the workspace, under a regime, ended on 2026-01-01
  Ledger a.b/w, size 5, head ${digestOfLine(Buffer.from(linesOf(ledger)[4]!))}
  Without a checkpoint from elsewhere nobody can tell a shorter ledger, or one that was written
  anew, from the true one. Write one with \`waymark ledger checkpoint --write FILE\`, sign it, and
  keep it where whoever can change the ledger cannot.
`,
    });
  });

  it('says what git says of each: the commit, the file, the bytes and what came before', () => {
    const entries = entriesOf(ledger);
    const commits = repository.git('rev-list', '--reverse', 'main').split('\n');
    expect(entries.map(({ commit, file }) => [commits.indexOf(commit), file])).toEqual([[0, 'claims.yaml'], [1, 'claims.yaml'], [3, 'desk.yaml'], [4, 'teams/claims.yaml'], [5, 'desk.yaml']]);
    for (const { blob, sourceDigest } of entries) expect(sourceDigest).toBe(`sha256:${createHash('sha256').update(`${repository.git('cat-file', 'blob', blob)}\n`).digest('hex')}`);
    expect(entries.map(({ previous }) => previous?.version)).toEqual([undefined, '1.0.0', undefined, '1.1.0', '1.0.0']);
    expect(entries[1]!.approvals).toEqual([{ record: 'change-1', role: 'claims#lead', person: 'ada', at: '2026-01-01' }]);
  });

  it('writes nothing the second time, and then only what is new', async () => {
    const own = sealedRepository();
    await waymark(own.folder, ['ledger', 'seal']);
    expect(readFileSync(join(own.folder, 'ledger.jsonl'), 'utf8')).toBe(ledger);
    expect((await waymark(own.folder, ['ledger', 'seal'])).out).toMatch(/^ledger.jsonl: nothing to seal. All released versions are in it \(5 entries\).\n/);
    expect(readFileSync(join(own.folder, 'ledger.jsonl'), 'utf8')).toBe(ledger);
    own.commit({ 'teams/claims.yaml': team('claims', '1.2.0', 'deprecated') });
    expect((await waymark(own.folder, ['ledger', 'seal'])).out).toMatch(/^ledger.jsonl: 1 entry sealed, 6 in all.\n {2}6 {2}team:claims 1.2.0: /);
    const longer = readFileSync(join(own.folder, 'ledger.jsonl'), 'utf8');
    expect(longer.startsWith(ledger)).toBe(true);
    own.git('reset', '-q', '--hard', 'HEAD~1');
    writeFileSync(join(own.folder, 'ledger.jsonl'), longer);
    expect(await waymark(own.folder, ['ledger', 'seal'])).toMatchObject({ code: 1, err: expect.stringContaining('Line 6 is about `team:claims` 1.2.0, and main') as string });
    expect(readFileSync(join(own.folder, 'ledger.jsonl'), 'utf8')).toBe(longer);
  });

  it('says of what was put back to draft that nothing ended, and goes on behind a ledger that was sealed before this was told apart', async () => {
    const own = sealedRepository();
    own.commit({ 'teams/claims.yaml': team('claims', '1.2.0', 'draft') });
    expect((await waymark(own.folder, ['ledger', 'seal'])).out).toContain('\n  6  team:claims 1.1.0: put back to draft, which ends nothing, in force from 2026-01-01\n');
    expect((await waymark(own.folder, ['show', 'claims', '--as-of', '2026-06-01'])).out).toContain('# team:claims 1.1.0 (Claims office) was in force on 2026-06-01.');
    const now = entriesOf(readFileSync(join(own.folder, 'ledger.jsonl'), 'utf8'));
    expect(now.map(({ type, level, judgedBy }) => [type, level !== undefined, judgedBy !== undefined])).toEqual([['released', false, false], ['released', true, true], ['released', false, false], ['changed', true, true], ['removed', true, true], ['drafted', true, true]]);
    const then = now.map(({ judgedBy: _judgedBy, type, ...entry }) => JSON.stringify({ ...entry, type: type === 'drafted' ? 'removed' : type }));
    writeFileSync(join(own.folder, 'ledger.jsonl'), chainedAnew(then, 'a.b/w'));
    const older = await waymark(own.folder, ['ledger', 'verify']);
    expect([older.code, older.out.replace(/\s+/g, ' ').replace(/\([0-9a-f]{12}\)/g, '(C)')]).toEqual([0, expect.stringContaining('All 6 entries say what main (C) holds, and 4 of them say less than it. Line 6 is about `team:claims` 1.1.0 and says less than main (C), as entries did before it was said who judged them: its `type` is `removed`, not `drafted`; it does not say who judged how far the change went (`judgedBy`). Line 2 is')]);
    expect(older.out.replace(/\s+/g, ' ')).toContain(takenOut);
    writeFileSync(join(own.folder, 'ledger.jsonl'), chainedAnew(now.map((entry) => JSON.stringify({ ...entry, type: entry.type === 'drafted' ? 'removed' : entry.type })), 'a.b/w'));
    expect(await waymark(own.folder, ['ledger', 'verify'])).toMatchObject({ code: 1, out: expect.stringContaining('its `type` is `removed`') as string });
    writeFileSync(join(own.folder, 'ledger.jsonl'), chainedAnew(then, 'a.b/w'));
    own.commit({ 'teams/claims.yaml': team('claims', '2.0.0') });
    expect((await waymark(own.folder, ['ledger', 'seal'])).out).toMatch(/^ledger.jsonl: 1 entry sealed, 7 in all.\n {2}7 {2}team:claims 2.0.0: /);
    own.commit({ 'both.yaml': promise('claims', '2.0.0', active('2026-01-01')), 'change-2.yaml': approval('change-2', 'claims@2.0.0') });
    expect((await waymark(own.folder, ['ledger', 'seal'])).out).toContain('  8  sla:claims 2.0.0: new, in force from 2026-01-01, approved by claims#lead as Records claim (an id that several kinds share)\n');
    const shared = linesOf(readFileSync(join(own.folder, 'ledger.jsonl'), 'utf8'));
    expect(shared[7]).toContain('"names":["team:claims","sla:claims"]');
    for (const [names, code, told] of [['', 0, 'of an approval it does not say which documents the Record may mean (`names`).'], [',"names":["team:claims","sla:other"]', 1, 'its `approvals[1].names` is']] as const) {
      writeFileSync(join(own.folder, 'ledger.jsonl'), chainedAnew(shared.with(7, shared[7]!.replace(',"names":["team:claims","sla:claims"]', names).replace('"names":["team:claims","sla:claims"],', names === '' ? '' : `${names.slice(1)},`)), 'a.b/w'));
      const run = await waymark(own.folder, ['ledger', 'verify']);
      expect([run.code, run.out.replace(/\s+/g, ' ')]).toEqual([code, expect.stringContaining(told)]);
      expect(run.out.replace(/\s+/g, ' ').includes(takenOut)).toBe(code === 0);
    }
    writeFileSync(join(own.folder, 'ledger.jsonl'), chainedAnew(shared, 'a.b/w'));
    own.commit({ 'both.yaml': promise('claims', '2.1.0', active('2026-01-01')), 'teams/claims.yaml': team('claims', '2.1.0'), 'change-3.yaml': approval('change-3', 'claims@2.1.0') });
    await waymark(own.folder, ['ledger', 'seal']);
    const judged = linesOf(readFileSync(join(own.folder, 'ledger.jsonl'), 'utf8'));
    writeFileSync(join(own.folder, 'ledger.jsonl'), chainedAnew(judged.with(-1, judged.at(-1)!.replace('"names":["team:claims","sla:claims"],', '')), 'a.b/w'));
    expect(await waymark(own.folder, ['ledger', 'verify'])).toMatchObject({ code: 1, out: expect.stringContaining('its `approvals[1].names`') as string });
  });

  it.each<[string, (lines: readonly string[]) => string, string]>([
    ['was edited', (lines) => joined(lines.with(1, lines[1]!.replace('ada', 'eve'))), 'Line 2 is not as it was sealed'],
    ['says that somebody agreed who has not', (lines) => chainedAnew(lines.with(1, lines[1]!.replace('"ada"', '"eve"')), 'a.b/w'), 'its `approvals[1].person` is `eve`, and main'],
    ['was chained anew after an edit', (lines) => chainedAnew(lines.with(1, lines[1]!.replace('"version":"1.1.0"', '"version":"1.9.0"')), 'a.b/w'), 'its `version` is `1.9.0`, and main'],
    ['is that of another workspace', () => sampleLedger(2), '`ledger.jsonl` is not the one of this workspace. It is the ledger `example.insurance/journeys`, and this workspace is `a.b/w`, which main'],
  ])('leaves a ledger alone that %s', async (_, edit, told) => {
    const { code, err, out } = await on(edit(linesOf(ledger)), ['seal']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(told);
    expect(err).toContain('Nothing is sealed.');
  });

  it('says of what is brought back under an id that it had before what came before, and goes on behind a ledger that calls it new', async () => {
    const [one, uno] = [promise('one', '1.0.0', active('2026-01-05')), promise('uno', '2.0.0', `${active('2026-05-01')}\naliases: [one]`, '8d')];
    const own = branchOf(['2026-01-05', { 'waymark.yaml': workspace, 'one.yaml': one, 'r-1.yaml': approval('r-1', 'one@1.0.0') }], ['2026-04-10', { 'one.yaml': null, 'uno.yaml': uno }], ['2026-04-20', { 'one.yaml': one, 'uno.yaml': null }]);
    const { out } = await waymark(own.folder, ['ledger', 'seal']);
    expect(out).toContain('  3  sla:one 1.0.0: breaking, in force from 2026-01-05, approved by claims#lead as Records claim\n  4  sla:uno 2.0.0: has left the workspace, ended on 2026-04-20\n');
    const now = entriesOf(readFileSync(join(own.folder, 'ledger.jsonl'), 'utf8'));
    expect(now[2]!.previous).toEqual({ subject: 'sla:uno', version: '2.0.0', contentDigest: now[1]!.contentDigest });
    const { previous: _previous, level: _level, regulated: _regulated, judgedBy, ...rest } = now[2]!;
    const withThird = (third: object): string => chainedAnew(now.map((entry, at) => JSON.stringify(at === 2 ? third : entry)), 'a.b/w');
    for (const forged of [{ ...rest, judgedBy }, { ...now[2]!, previous: undefined }, { ...rest, approvals: [{ record: 'r-2', role: 'claims#lead' }] }]) {
      writeFileSync(join(own.folder, 'ledger.jsonl'), withThird(forged));
      expect(await waymark(own.folder, ['ledger', 'verify'])).toMatchObject({ code: 1 });
    }
    writeFileSync(join(own.folder, 'ledger.jsonl'), withThird({ ...rest, approvals: [] }));
    const older = await waymark(own.folder, ['ledger', 'verify']);
    expect([older.code, older.out.replace(/\s+/g, ' ').replace(/\([0-9a-f]{12}\)/g, '(C)')]).toEqual([0, expect.stringContaining('and 1 of them says less than it. Line 3 is about `sla:one` 1.0.0 and calls it new, as older entries did. As main (C) has it, it had this id before, and another one in between: what came before, how far the change went, and who agreed to the same before, is not in the entry.')]);
    expect(older.out.replace(/\s+/g, ' ')).toContain(takenOut);
    own.commit({ 'one.yaml': promise('one', '1.1.0', active('2026-06-01')) });
    expect((await waymark(own.folder, ['ledger', 'seal'])).out).toMatch(/^ledger.jsonl: 1 entry sealed, 5 in all.\n {2}5 {2}sla:one 1.1.0: /);
  });

  it('weighs what is released from a draft against what was released before it, and goes on behind a ledger that did not', async () => {
    const base = (head: string, steps: string): string => `apiVersion: waymark/v1\nkind: Journey\nid: base\ntitle: B\n${head}\nowner: claims\nstages:\n  - id: s\n    title: S\n    owner: claims\n    steps:\n${steps}      - {id: c, title: C, lane: frontstage, type: action, end: success}\n`;
    const step = (id: string): string => `      - {id: ${id}, title: ${id}, lane: frontstage, type: action}\n`;
    const variant = `apiVersion: waymark/v1\nkind: Journey\nid: var\ntitle: V\nversion: 1.0.0\n${active('2026-01-05')}\nowner: claims\nextends: base@^1\noverlay:\n  - {op: set, path: stages.s.steps.a.title, value: V, reason: country}\n`;
    const own = branchOf(
      ['2026-01-05', { 'waymark.yaml': workspace, 'base.yaml': base(`version: 1.0.0\n${active('2026-01-05')}`, step('a') + step('b')), 'var.yaml': variant }],
      ['2026-02-05', { 'base.yaml': base('version: 1.1.0\nstatus: draft', step('a') + step('b')) }],
      ['2026-02-06', { 'base.yaml': base('version: 1.1.0\nstatus: draft', step('a')) }],
      ['2026-02-07', { 'base.yaml': base(`version: 1.1.0\n${active('2026-02-10')}`, step('a')) }],
    );
    await waymark(own.folder, ['ledger', 'seal']);
    const now = entriesOf(readFileSync(join(own.folder, 'ledger.jsonl'), 'utf8'));
    expect(now.map(({ subject, type, level }) => [subject, type, level])).toEqual([['journey:base', 'released', undefined], ['journey:var', 'released', undefined], ['journey:base', 'drafted', 'breaking'], ['journey:base', 'released', 'breaking'], ['journey:var', 'changed', 'breaking']]);
    const told = async (...args: readonly string[]): Promise<string> => (await waymark(own.folder, args)).out.replace(/\s+/g, ' ').replace(/\([0-9a-f]{12}\)/g, '(C)');
    for (const name of ['base', 'var']) expect(await told('history', name)).toMatch(/Compared with what was released last, on 2026-01-05 \(C\) by [^,]*, it is breaking: 1 breaking change\./);
    const changelog = await told('changelog', '--all', '--no-color');
    expect(changelog).toMatch(/2026-02-07 \(C\) .*journey:base 1\.1\.0, released from a draft, in force from 2026-02-10 B May harm [a-z ]*: - breaking: Journey `base` was a draft and is now `active`\. Since it held last, as 1\.0\.0, it says something else\./);
    expect(changelog).not.toContain('Not in a version yet');
    const saying = (level: string | undefined): string => chainedAnew(now.map(({ level: said, ...entry }, at) => JSON.stringify(at === 3 ? { ...entry, level } : { ...entry, level: said })), 'a.b/w');
    writeFileSync(join(own.folder, 'ledger.jsonl'), saying('compatible'));
    expect(await told('ledger', 'verify')).toContain('Line 4 is about `journey:base` 1.1.0 and says how far its last step went, from a draft, as older entries did: its `level` is `compatible`, its `regulated` `false`. Compared with what was released before the draft, as main (C) has it, they are `breaking` and `false`.');
    expect(await told('ledger', 'seal')).toContain('nothing');
    writeFileSync(join(own.folder, 'ledger.jsonl'), saying('editorial'));
    expect(await waymark(own.folder, ['ledger', 'verify'])).toMatchObject({ code: 1 });
  });

  it('begins no ledger without a name that is unique', async () => {
    const own = sealedRepository();
    own.commit({ 'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: w\ntitle: W\n' });
    expect(await waymark(own.folder, ['ledger', 'seal'])).toMatchObject({ code: 2, err: expect.stringContaining('Write `namespace` in `waymark.yaml`') as string });
    expect(existsSync(join(own.folder, 'ledger.jsonl'))).toBe(false);
  });

  it('says since when what it sealed is retired or has ended, and never that it is in force', async () => {
    const stand = (version: string, status: string, days: string): string => team('claims', version, status).replace('{from: 2026-01-01}', days);
    const texts = [stand('1.0.0', 'active', '{from: 2026-01-01, until: 2026-12-01}'), stand('1.1.0', 'deprecated', '{from: 2026-02-01, until: 2026-09-01}'), stand('1.2.0', 'retired', '{from: 2026-01-01}'), stand('1.3.0', 'retired', '{from: 2026-01-01, until: 2026-06-01}'), null];
    const own = branchOf(...texts.map((text, at) => [`2026-0${at + 1}-01`, { ...(at === 0 ? { 'waymark.yaml': workspace, 'other.yaml': team('other', '1.0.0') } : {}), 'claims.yaml': text, ...(at === 4 ? { 'other.yaml': null } : {}) }] as const));
    expect([...(await waymark(own.folder, ['ledger', 'seal'])).out.matchAll(/^ {2}\d {2}(.*)$/gm)].map(([, words]) => words)).toEqual([
      'team:claims 1.0.0: new, in force from 2026-01-01 until 2026-12-01',
      'team:other 1.0.0: new, in force from 2026-01-01',
      'team:claims 1.1.0: breaking, under a regime, in force from 2026-02-01 until 2026-09-01',
      'team:claims 1.2.0: breaking, under a regime, retired on 2026-03-01',
      'team:claims 1.3.0: compatible, retired on 2026-06-01',
      'team:claims 1.3.0: has left the workspace',
      'team:other 1.0.0: has left the workspace, under a regime, ended on 2026-05-01',
    ]);
  });

  it('says of what seems to take an announcement back that the announced version begins all the same', async () => {
    const stand = (version: string, from: string): string => team('claims', version).replace('2026-01-01', from);
    const own = branchOf(['2026-01-01', { 'waymark.yaml': workspace, 'claims.yaml': stand('1.0.0', '2026-01-01') }], ['2026-02-01', { 'claims.yaml': stand('2.0.0', '2026-06-01') }], ['2026-03-01', { 'claims.yaml': stand('1.0.0', '2026-01-01') }]);
    expect([...(await waymark(own.folder, ['ledger', 'seal'])).out.matchAll(/^ {2}\d {2}(.*)$/gm)].map(([, words]) => words)).toEqual([
      'team:claims 1.0.0: new, in force from 2026-01-01',
      'team:claims 2.0.0: compatible, in force from 2026-06-01',
      'team:claims 1.0.0: breaking, in force from 2026-01-01, and does not take back what was announced: 2.0.0 on 2026-06-01',
    ]);
  });

  it('says of the ledger of a folder that was copied, and deleted later, whose it is and what to do, and goes on so', async () => {
    const own = newRepository();
    own.commit({ 'a/waymark.yaml': workspace, 'a/claims.yaml': team('claims', '1.0.0') });
    own.commit({ 'a/claims.yaml': team('claims', '1.1.0') });
    await waymark(join(own.folder, 'a'), ['ledger', 'seal']);
    const text = readFileSync(join(own.folder, 'a/ledger.jsonl'), 'utf8');
    own.commit({ 'b/waymark.yaml': workspace, 'b/claims.yaml': team('claims', '1.1.0'), 'b/ledger.jsonl': text });
    const told = async (...args: readonly string[]): Promise<readonly [number, string]> => {
      const { code, out, err } = await waymark(join(own.folder, 'b'), ['ledger', ...args]);
      return [code, `${out}${err}`.replaceAll(/\s+/g, ' ')];
    };
    const whose = 'It is the ledger of the workspace in `a` and says what was released there. `b` was copied from it while that was still there, so it has a past of its own, as `waymark history` tells it.';
    for (const [verb, ...more] of [['seal'], ['verify'], ['export', '--out', '../never']] as const) expect([verb, ...(await told(verb, ...more))]).toEqual([verb, 1, expect.stringContaining(`${whose} The ledger of \`a\` lies there: delete this copy of it, and \`waymark ledger seal\` begins a new one with everything that was released in \`b\`.`)]);
    own.commit({ a: null });
    for (const verb of ['seal', 'verify']) expect([verb, ...(await told(verb))]).toEqual([verb, 1, expect.stringContaining(`${whose} Give it another name, such as \`ledger-before.jsonl\`, under which it is verified as before, and \`waymark ledger seal\` begins`)]);
    own.git('mv', 'b/ledger.jsonl', 'b/ledger-before.jsonl');
    expect(await told('seal')).toEqual([0, expect.stringContaining('1 team:claims 1.1.0: new')]);
    expect(await told('verify')).toEqual([0, expect.stringContaining('The entry says what main')]);
    expect(await told('verify', 'ledger-before.jsonl')).toEqual([0, expect.stringContaining('All 2 entries say what main')]);
    writeFileSync(join(own.folder, 'b/ledger.jsonl'), text.replace('1.1.0', '9.9.9').replaceAll(/"digest":"[^"]*",/g, ''));
    expect((await told('seal'))[1]).not.toContain(whose);
  });

  it('names what the branch holds and nobody can read, also in verify and in the history, until it can be read', async () => {
    const own = sealedRepository();
    const broken = own.commit({ 'late.yaml': `${team('late', '1.0.0')}bogus: 1\n`, 'wip.yaml': `${team('wip', '1.0.0', 'draft')}bogus: 1\n` }).slice(0, 12);
    const since = `Since 2026-01-01 (${broken}) \`late.yaml\`, which says that it is \`team:late 1.0.0\`, cannot be read. What it releases is not known: \`waymark validate\` says what is wrong with it.`;
    const told = async (...args: readonly string[]): Promise<string> => {
      const { out, err } = await waymark(own.folder, args);
      return `${out}${err}`.replace(/\s+/g, ' ');
    };
    for (const args of [['ledger', 'seal'], ['ledger', 'verify'], ['history', 'late'], ['history', 'claims']]) {
      const words = await told(...args);
      expect([args, words]).toEqual([args, expect.stringContaining(since)]);
      expect(words).not.toContain('wip.yaml');
    }
    expect(await told('ledger', 'seal')).toContain('All released versions that can be read are in it (5 entries). ');
    expect(JSON.parse((await waymark(own.folder, ['ledger', 'verify', '-f', 'json'])).out)).toMatchObject({ branch: { unread: [{ file: 'late.yaml', isOver: false, message: since }] } });
    const mended = own.commit({ 'late.yaml': team('late', '1.0.1') }).slice(0, 12);
    expect(await told('ledger', 'seal')).toContain(`From 2026-01-01 (${broken}) until 2026-01-01 (${mended}) \`late.yaml\`, which says that it is \`team:late 1.0.0\`, could not be read. What it released then is not known. What could not be read stands in no entry.`);
    expect(await told('history', 'late')).toContain('could not be read.');
    expect(await told('history', 'claims')).not.toContain('could not be read.');
  });

  it('refuses a link where the ledger should be', async () => {
    const own = sealedRepository();
    writeFileSync(join(own.folder, 'elsewhere'), '');
    symlinkSync('elsewhere', join(own.folder, 'ledger.jsonl'));
    expect(await waymark(own.folder, ['ledger', 'seal'])).toMatchObject({ code: 3, err: expect.stringContaining('is a link, and a ledger is an ordinary file.') as string });
    expect(readFileSync(join(own.folder, 'elsewhere'), 'utf8')).toBe('');
  });
});

describe('waymark ledger verify', () => {
  it('says what it cannot exclude when no checkpoint is given', async () => {
    const { code, out } = await waymark(repository.folder, ['ledger', 'verify']);
    expect(code).toBe(0);
    expect(out.replace(/[0-9a-f]{64}/, 'H').replace(/\(\w{12}\)/, '(C)')).toBe(`ledger.jsonl: 5 entries, each as sealed, in one unbroken row.
  Ledger a.b/w, size 5, head sha256:H
  All 5 entries say what main (C) holds.
  Not excluded: entries may have been cut off at the end, because no checkpoint says how many there
  were.
  Not excluded: the end of the ledger, or all of it, may have been written anew, because no
  checkpoint says what it was.
  Not excluded: somebody else may have been shown another ledger. Whoever compares checkpoints finds
  out.
  Without a checkpoint from elsewhere nobody can tell a shorter ledger, or one that was written
  anew, from the true one. Write one with \`waymark ledger checkpoint --write FILE\`, sign it, and
  keep it where whoever can change the ledger cannot.
`);
  });

  it('tells a forged entry at the end by the branch, and says that the file alone cannot tell', async () => {
    const forged = ledger + linesFor({ ledger: 'a.b/w', size: 5, head: digestOfLine(Buffer.from(linesOf(ledger)[4]!)) }, [sampleVersion(1)]).text;
    expect(await on(forged, ['verify'])).toMatchObject({ code: 1, out: expect.stringContaining('Line 6 is about `journey:claim-1` 1.1.0, and main') as string });
    const alone = await on(forged, ['verify', '--file-only']);
    expect([alone.code, alone.out.includes('an entry may say what no branch ever held')]).toEqual([0, true]);
  });

  it.each<[string, (lines: readonly string[]) => string, RegExp]>([
    ['an edited line', (lines) => joined(lines.with(2, lines[2]!.replace('desk', 'dusk'))), /Line 3 is not as it was sealed/],
    ['an entry that was left out, and the rest chained anew', (lines) => chainedAnew(lines.toSpliced(1, 1), 'a.b/w'), /Line 2 is about `team:desk` 1.0.0: its `subject` is\s+`team:desk`, and main/],
    ['a ledger of another name', () => sampleLedger(2), /It is the ledger `example.insurance\/journeys`, and this\s+workspace is `a.b\/w`, which main/],
  ])('names %s', async (_, edit, told) => {
    const { code, out } = await on(edit(linesOf(ledger)), ['verify']);
    expect(code).toBe(1);
    expect(out).toMatch(told);
    expect(out).not.toContain('Not excluded');
  });

  it.each(['subject', 'version', 'type', 'status', 'effective', 'commit', 'committed', 'file', 'blob', 'sourceDigest', 'contentDigest', 'effectiveDigest', 'texts', 'previous', 'approvals', 'level', 'regulated'] as const)('tells by the branch that `%s` of an entry was forged, whoever chained the rest anew', async (field) => {
    const values: Partial<Record<keyof LedgerEntry, unknown>> = { subject: 'team:other', version: '9.0.0', type: 'released', status: 'retired', effective: { from: '2020-01-01' }, committed: '2020-01-01T00:00:00Z', file: 'other.yaml', commit: 'a'.repeat(40), blob: 'a'.repeat(40), previous: undefined, texts: [{ file: 'a.md', blob: 'a'.repeat(40), sourceDigest: `sha256:${'a'.repeat(64)}` }], approvals: [{ record: 'change-1', role: 'claims#lead' }], level: 'breaking', regulated: true };
    const other = Object.hasOwn(values, field) ? values[field] : `sha256:${'a'.repeat(64)}`;
    const edited = entriesOf(ledger).map((entry) => JSON.stringify(entry.seq === 4 ? { ...entry, [field]: other } : entry));
    const { code, out } = await on(chainedAnew(edited, 'a.b/w'), ['verify']);
    expect([code, out.replace(/\s+/g, ' ')]).toEqual([1, expect.stringMatching(new RegExp(`: its \`${field}(\\[1\\]|\\.\\w+)?\` is`))]);
  });

  it.each<[string, (entry: LedgerEntry) => Partial<LedgerEntry>, string]>([
    ['a version before it', ({ previous }) => ({ previous: { ...previous!, version: '0.9.0' } }), 'its `previous.version` is `0.9.0`, and main (C) has `1.1.0` there.'],
    ['the end of a long value', () => ({ blob: '0'.repeat(40), contentDigest: `sha256:${'0'.repeat(64)}` }), 'its `blob` is `'],
    ['the end of a digest', ({ contentDigest }) => ({ contentDigest: `${contentDigest.slice(0, -1)}${contentDigest.endsWith('0') ? '1' : '0'}` }), 'its `contentDigest` is `...'],
  ])('shows what differs where %s was forged', async (_, forge, told) => {
    const edited = entriesOf(ledger).map((entry) => JSON.stringify(entry.seq === 4 ? { ...entry, ...forge(entry) } : entry));
    const out = (await on(chainedAnew(edited, 'a.b/w'), ['verify'])).out.replace(/\s+/g, ' ').replace(/\([0-9a-f]{12}\)/, '(C)');
    expect(out).toContain(told);
    const [, said, held] = /is `([^`]+)`, and main \(C\) has `([^`]+)` there/.exec(out)!;
    expect(said).not.toBe(held);
  });

  it('tells that another Waymark judged otherwise how far a change went, which is no fault, and cannot exclude that this was written anew', async () => {
    const otherwise = (waymarkThen: string): string => chainedAnew(entriesOf(ledger).map((entry) => JSON.stringify(entry.seq === 4 ? { ...entry, level: 'breaking', judgedBy: { ...entry.judgedBy!, waymark: waymarkThen } } : entry)), 'a.b/w');
    for (const [then, words] of [['0.0.1', 'an older one,'], ['99.0.0', 'a newer one,']] as const) {
      const { code, out } = await on(otherwise(then), ['verify']);
      expect([code, out.replace(/\s+/g, ' ')]).toEqual([0, expect.stringContaining(`Line 4 is about \`team:claims\` 1.1.0 and was judged by Waymark ${then}, ${words} when it was sealed: its \`level\` was \`breaking\` to it and is \`editorial\` to this one,`)]);
      expect(out.replace(/\s+/g, ' ')).toContain('Not excluded: somebody may have written anew how far these changes went, and named another Waymark for it.');
    }
    const anew = otherwise('0.0.1');
    const head = digestOfLine(Buffer.from(linesOf(anew)[4]!));
    expect((await on(anew, ['verify', '--size', '5', '--head', head])).out).not.toContain('written anew how far');
    expect(JSON.parse((await on(anew, ['verify', '-f', 'json'])).out)).toMatchObject({ sound: true, branch: { agreed: 5, judgedOtherwise: [{ line: 4 }] }, notExcluded: ['cut-off', 'written-anew', 'judgements', 'other-history'] });
    expect((await on(otherwise('99.0.0'), ['verify'])).out.replace(/\s+/g, ' ')).toContain('says that Waymark 99.0.0, a newer one, judged it. That is compared with nothing');
    const unsaid = chainedAnew(entriesOf(ledger).map(({ judgedBy: _judgedBy, ...entry }) => JSON.stringify(entry.seq === 4 ? { ...entry, level: 'breaking' } : entry)), 'a.b/w');
    expect(await on(unsaid, ['verify'])).toMatchObject({ code: 1, out: expect.stringContaining('its `level` is') as string });
  });

  it.each<[string, (entry: LedgerEntry) => { readonly judgedBy: LedgerEntry['judgedBy'] | undefined }, 'saysLess' | 'judgedUnknown' | undefined, string]>([
    ['was taken out', () => ({ judgedBy: undefined }), 'saysLess', 'taken-out'],
    ['names a newer Waymark', ({ judgedBy }) => ({ judgedBy: { ...judgedBy!, waymark: '99.0.0' } }), 'judgedUnknown', 'judges'],
    ['names another build of this one', ({ judgedBy }) => ({ judgedBy: { ...judgedBy!, changes: `sha256:${'a'.repeat(64)}` } }), 'judgedUnknown', 'judges'],
    ['names an older Waymark', ({ judgedBy }) => ({ judgedBy: { ...judgedBy!, waymark: '0.0.1' } }), undefined, ''],
  ])('tells that the judge of an entry %s, which is compared with nothing', async (_, forge, list, excluded) => {
    const edited = chainedAnew(entriesOf(ledger).map((entry) => JSON.stringify(entry.seq === 4 ? { ...entry, ...forge(entry) } : entry)), 'a.b/w');
    const { code, out } = await on(edited, ['verify', '-f', 'json']);
    const told = JSON.parse(out) as { readonly branch: Record<string, readonly { readonly line: number }[]>; readonly notExcluded: readonly string[] };
    expect([code, ...(['saysLess', 'judgedUnknown'] as const).map((each) => told.branch[each]!.map(({ line }) => line)), told.notExcluded]).toEqual([0, list === 'saysLess' ? [4] : [], list === 'judgedUnknown' ? [4] : [], ['cut-off', 'written-anew', ...(excluded === '' ? [] : [excluded]), 'other-history']]);
    const noted = await on(edited, ['verify', '-f', 'json', '--size', '5', '--head', digestOfLine(Buffer.from(linesOf(edited)[4]!))]);
    expect((JSON.parse(noted.out) as typeof told).notExcluded).toEqual(['after-checkpoint', 'other-history']);
  });

  it('knows no judge of what is new', async () => {
    const judge = entriesOf(ledger)[3]!.judgedBy!;
    const edited = entriesOf(ledger).map((entry) => JSON.stringify(entry.seq === 1 ? { ...entry, judgedBy: judge } : entry));
    expect(await on(chainedAnew(edited, 'a.b/w'), ['verify'])).toMatchObject({ code: 1, out: expect.stringContaining('Line 1 is about `team:claims` 1.0.0: its `judgedBy` is') as string });
  });

  it('says how many released versions are not in the ledger', async () => {
    const { code, out } = await on(joined(linesOf(ledger).slice(0, 3)), ['verify']);
    expect([code, out.replace(/\s+/g, ' ')]).toEqual([0, expect.stringContaining('2 released versions of the branch are not in the ledger: not sealed yet, or cut off.')]);
  });

  it('needs no repository', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'a.jsonl'), ledger);
    const { code, out } = await waymark(folder, ['ledger', 'verify', 'a.jsonl']);
    expect([code, out.includes('The entries were not compared with a branch.')]).toEqual([0, true]);
  });

  it('compares a ledger from elsewhere with the repository that it is of, and with no other', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'ours.jsonl'), ledger);
    writeFileSync(join(folder, 'theirs.jsonl'), sampleLedger(2));
    const [ours, theirs] = await Promise.all(['ours', 'theirs'].map(async (name) => waymark(repository.folder, ['ledger', 'verify', join(folder, `${name}.jsonl`)])));
    expect([ours!.code, ours!.out.includes('All 5 entries say what main')]).toEqual([0, true]);
    expect([theirs!.code, theirs!.out.includes('The entries were not compared with a branch.')]).toEqual([0, true]);
  });

  it.each<[readonly string[], number, string]>([
    [['verify', 'nothing.jsonl'], 3, 'There is no ledger `nothing.jsonl`. `waymark ledger seal` begins one.'],
    [['verify', '.'], 3, 'is a folder, and a ledger is an ordinary file.'],
    [['verify', '--size', '5'], 2, '`--size` and `--head` belong together'],
    [['verify', '--size', '0'], 2, 'Write a whole number above 0.'],
    [['verify', '--head', 'x'], 2, 'Write the digest as the ledger prints it'],
    [['verify', '--checkpoint', 'x', '--size', '5', '--head', 'a'.repeat(64)], 2, 'not both'],
    [['verify', '--anchor', 'main', '--checkpoint', 'x'], 2, 'only one of them'],
    [['verify', '--anchor', 'nowhere'], 3, 'There is no branch, tag or commit `nowhere` here.'],
    [['verify', '--anchor', 'main'], 3, 'holds no ordinary file `ledger.jsonl`. `--anchor` compares'],
    [['verify', '--allowed-signers', 'x'], 2, '`--allowed-signers` and `--identity` belong together'],
    [['verify', '--signature', 'x'], 2, 'A signature is that of a checkpoint.'],
    [['verify', '--checkpoint', 'nothing'], 3, '`nothing` cannot be read'],
    [['verify', '--checkpoint', 'waymark.yaml'], 1, '`waymark.yaml` is no checkpoint'],
    [['verify', '--ref', 'nowhere'], 3, 'There is no branch, tag or commit `nowhere` here.'],
    [['verify', '-f', 'json=ledger.jsonl'], 2, 'would write over it'],
    [['checkpoint', '--sign-key', 'x'], 2, 'Name the file of that with `--write`.'],
    [['seal', '--sign-key', 'x'], 2, 'Name its file with `--checkpoint`.'],
  ])('%j ends with %i', async (args, code, told) => {
    const run = await waymark(repository.folder, ['ledger', ...args]);
    expect([run.code, run.err]).toEqual([code, expect.stringContaining(told)]);
  });

  it.each<[readonly string[], string]>([
    [['checkpoint', '--write', 'ledger.jsonl'], '`ledger.jsonl` is there already and is no older checkpoint'],
    [['seal', '--checkpoint', 'ledger.jsonl'], '`ledger.jsonl` is the ledger itself'],
    [['seal', '--checkpoint', 'waymark.yaml'], '`waymark.yaml` is there already and is no older checkpoint'],
    [['checkpoint', '--write', 'teams/claims.yaml'], '`teams/claims.yaml` is there already'],
    [['checkpoint', '--write', 'teams'], '`teams` is no ordinary file'],
  ])('%j writes a checkpoint over nothing else', async (args, told) => {
    const files = ['ledger.jsonl', 'waymark.yaml', 'teams/claims.yaml'].map((file) => join(repository.folder, file));
    const before = files.map((file) => readFileSync(file, 'utf8'));
    const run = await waymark(repository.folder, ['ledger', ...args]);
    expect([run.code, run.err]).toEqual([2, expect.stringContaining(told)]);
    expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(before);
  });

  it('writes a checkpoint over an older one', async () => {
    const file = join(newFolder(), 'checkpoint');
    for (const args of [['checkpoint', '--write', file], ['checkpoint', '--write', file], ['seal', '--checkpoint', file]]) expect((await waymark(repository.folder, ['ledger', ...args])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/^a\.b\/w\n5\n/);
  });

  it('prints JSON as its schema says, whatever it has found', async () => {
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(readFileSync(join(root, 'schemas/output/ledger.schema.json'), 'utf8')) as object);
    const lines = linesOf(ledger);
    const runs = [
      await waymark(repository.folder, ['ledger', 'seal', '-f', 'json']),
      ...(await Promise.all([ledger].map(async (content) => on(content, ['verify', '-f', 'json', '--size', '5', '--head', digestOfLine(Buffer.from(lines[4]!))])))),
      await on(joined(lines.slice(1)), ['verify', '-f', 'json']),
      await on('', ['verify', '-f', 'json']),
      await on(chainedAnew(lines.toReversed(), 'a.b/w'), ['verify', '-f', 'json']),
    ];
    expect(runs.map(({ out }) => [validate(JSON.parse(out)), validate.errors])).toEqual(runs.map(() => [true, null]));
    expect(runs.map(({ out }) => (JSON.parse(out) as { readonly sound: boolean }).sound)).toEqual([true, true, false, true, false]);
    expect((JSON.parse(runs[1]!.out) as { readonly notExcluded: readonly string[] }).notExcluded).toEqual(['after-checkpoint', 'other-history']);
    const own = sealedRepository();
    const first = await waymark(own.folder, ['ledger', 'seal', '-f', 'json']);
    expect([validate(JSON.parse(first.out)), validate.errors]).toEqual([true, null]);
  });

  it('never calls anything proof against tampering', async () => {
    const texts = [(await waymark(repository.folder, ['ledger', 'verify'])).out, (await waymark(repository.folder, ['ledger', '--help'])).out, ...['docs/ledger.md', 'README.md'].map((file) => readFileSync(join(root, file), 'utf8'))];
    for (const text of texts) expect(text).not.toMatch(/tamper.?proof/i);
  });
});

describe('waymark ledger verify against a commit of its repository', () => {
  let own: TestRepository;
  let noted: string;

  beforeAll(() => {
    own = sealedRepository();
    noted = own.commit({ 'ledger.jsonl': ledger }, 'Seal');
    own.git('tag', 'sealed');
  });

  /** Verifies another content of the file, and returns what is said in one line. */
  async function verified(content: string, ...args: readonly string[]): Promise<readonly [number, string]> {
    writeFileSync(join(own.folder, 'ledger.jsonl'), content);
    const { code, out, err } = await waymark(own.folder, ['ledger', 'verify', ...args]);
    return [code, `${out}${err}`.replace(/\s+/g, ' ')];
  }

  it('vouches for what the commit holds, and says what a branch cannot exclude and an id can', async () => {
    const [code, out] = await verified(ledger, '--anchor', 'sealed');
    expect([code, out]).toEqual([0, expect.stringContaining(`The ledger as sealed (${noted.slice(0, 12)}) holds it vouches for the first 5 entries. All 5 entries say`)]);
    expect(out).toContain('whoever may rewrite that branch or tag may have written the ledger anew there as well');
    expect(out).not.toContain('no checkpoint says');
    const excluded = async (ref: string): Promise<readonly string[]> => {
      const { out: text } = await waymark(own.folder, ['ledger', 'verify', '--anchor', ref, '-f', 'json']);
      return (JSON.parse(text) as { readonly notExcluded: readonly string[] }).notExcluded;
    };
    expect(await excluded('main')).toEqual(['after-checkpoint', 'branch-rewritten', 'other-history']);
    expect(await excluded(noted)).toEqual(['after-checkpoint', 'other-history']);
    expect(await excluded(noted.slice(0, 12))).toContain('branch-rewritten');
  });

  it('shows entries that were cut off, or written anew, in the file that lies here', async () => {
    const [cut, anew] = [joined(linesOf(ledger).slice(0, 3)), chainedAnew(linesOf(ledger).map((line) => line.replace('"ada"', '"eve"')), 'a.b/w')];
    expect(await verified(cut, '--anchor', 'main')).toEqual([1, expect.stringContaining(`ends after 3 of the 5 entries that the ledger in main (${noted.slice(0, 12)}) vouches for`)]);
    expect(await verified(anew, '--anchor', 'main', '--file-only')).toEqual([1, expect.stringContaining('The first 5 entries are not those that the ledger in main')]);
    expect((await verified(anew, '--file-only'))[0]).toBe(0);
  });

  it('cannot tell by a branch that was rewritten, and can by an id that was noted', async () => {
    const cut = joined(linesOf(ledger).slice(0, 3));
    own.git('reset', '-q', '--hard', 'HEAD~1');
    own.commit({ 'ledger.jsonl': cut }, 'Seal less');
    expect((await verified(cut, '--anchor', 'main'))[0]).toBe(0);
    expect(await verified(cut, '--anchor', noted)).toEqual([1, expect.stringContaining('ends after 3 of the 5 entries')]);
    own.commit({ 'ledger.jsonl': 'nonsense\n' }, 'Break it');
    expect(await verified(cut, '--anchor', 'main')).toEqual([1, expect.stringContaining('holds it is not as it should be, so it vouches for nothing. Line 1 is not as it was sealed')]);
    own.commit({ 'ledger.jsonl': '' }, 'Empty it');
    expect(await verified(cut, '--anchor', 'main')).toEqual([1, expect.stringContaining('holds it is empty, so it vouches for nothing.')]);
  });
});

describe('a ledger whose workspace was moved to where another one of its name lay', () => {
  const decoy = { 'decoy/waymark.yaml': workspace.replace('id: w', 'id: x') };

  /** A branch that has sealed all of its versions, and then was written anew in the other folder, so that its ledger and its history fit each other. */
  async function rewritten(lying: (honest: string, made: string) => string): Promise<readonly [number, string]> {
    const own = newRepository();
    own.commit({ 'j/waymark.yaml': workspace, 'j/claims.yaml': team('claims', '1.0.0') });
    const first = own.git('rev-parse', 'HEAD').trim();
    own.commit({ 'j/claims.yaml': team('claims', '1.1.0') });
    await waymark(join(own.folder, 'j'), ['ledger', 'seal']);
    const honest = readFileSync(join(own.folder, 'j/ledger.jsonl'), 'utf8');
    own.git('checkout', '-q', '-b', 'evil', first);
    own.commit({ 'j/claims.yaml': team('claims', '1.1.0', 'active', 'Forged') });
    own.commit({ j: null, 'decoy/waymark.yaml': workspace, 'decoy/claims.yaml': team('claims', '1.1.1', 'active', 'Forged') });
    await waymark(join(own.folder, 'decoy'), ['ledger', 'seal', '--ref', 'evil']);
    const made = readFileSync(join(own.folder, 'decoy/ledger.jsonl'), 'utf8');
    own.git('checkout', '-q', '-f', 'main');
    const noted = own.commit({ ...decoy, 'j/ledger.jsonl': honest, 'decoy/ledger.jsonl': lying(honest, made) });
    own.git('checkout', '-q', '-f', '-B', 'main', 'evil');
    own.commit({ 'decoy/ledger.jsonl': made });
    const { code, out, err } = await waymark(join(own.folder, 'decoy'), ['ledger', 'verify', '--anchor', noted]);
    expect((await waymark(join(own.folder, 'decoy'), ['ledger', 'verify'])).code).toBe(0);
    return [code, `${out}${err}`.replaceAll(/\s+/g, ' ').replaceAll(/[0-9a-f]{12}/g, 'C')];
  }

  it.each<[string, (honest: string, made: string) => string]>([
    ['the beginning of the true one', (honest) => joined(linesOf(honest).slice(0, 1))],
    ['the one that was to be written later', (_, made) => made],
  ])('is held to every one of its name in the commit that was noted, also where %s was laid there before', async (_, lying) => {
    expect(await rewritten(lying)).toEqual([1, expect.stringContaining('C holds several ledgers that are called `a.b/w`. This one goes on from the one at its place, and not from the one in C:j/ledger.jsonl, so nobody can tell which of them vouches for it.')]);
  });

  it('has the longest of them as its anchor where it goes on from each', async () => {
    const own = sealedRepository();
    const noted = own.commit({ ...decoy, 'ledger.jsonl': joined(linesOf(ledger).slice(0, 2)), 'decoy/ledger.jsonl': joined(linesOf(ledger).slice(0, 3)) });
    own.commit({ 'ledger.jsonl': ledger });
    expect((await waymark(own.folder, ['ledger', 'verify', '-w', '.', '--anchor', noted])).out.replaceAll(/\s+/g, ' ')).toContain(`The ledger as ${noted.slice(0, 12)}:decoy/ledger.jsonl holds it vouches for the first 3 entries. 2 entries came later.`);
  });
});

describe('a ledger whose workspace was moved to another folder', () => {
  it('is what the branch holds, has the old commit as an anchor, and is sealed further, wherever that is asked', async () => {
    const own = sealedRepository();
    const before = own.commit({ 'ledger.jsonl': ledger }, 'Seal');
    mkdirSync(join(own.folder, 'docs/journeys'), { recursive: true });
    own.git('mv', 'waymark.yaml', 'teams', 'change-1.yaml', 'ledger.jsonl', 'docs/journeys');
    own.commit({}, 'Move all of it');
    own.commit({ 'docs/journeys/teams/claims.yaml': team('claims', '1.2.0') }, 'Release');
    const inside = join(own.folder, 'docs/journeys');
    for (const [folder, file] of [[own.folder, 'docs/journeys/ledger.jsonl'], [inside, 'ledger.jsonl']] as const) {
      const { code, out, err } = await waymark(folder, ['ledger', 'verify', file, '--anchor', before]);
      expect([code, `${out}${err}`.replace(/\s+/g, ' ')]).toEqual([0, expect.stringContaining(`The ledger as ${before.slice(0, 12)}:ledger.jsonl holds it vouches for the first 5 entries. All 5 entries say what main`)]);
    }
    expect((await waymark(inside, ['ledger', 'seal'])).out).toMatch(/^ledger.jsonl: 1 entry sealed, 6 in all.\n {2}6 {2}team:claims 1.2.0: /);
    const copy = JSON.stringify({ ...(JSON.parse(linesOf(ledger)[0]!) as LedgerEntry) });
    writeFileSync(join(inside, 'ledger.jsonl'), chainedAnew([copy], 'a.b/other'));
    expect(await waymark(inside, ['ledger', 'verify', '--anchor', before])).toMatchObject({ code: 3, err: expect.stringContaining('holds no ordinary file `docs/journeys/ledger.jsonl`.') as string });
  });
});

describe('a ledger whose workspace was renamed', () => {
  const named = (namespace: string): string => workspace.replace('namespace: a.b', `namespace: ${namespace}`);
  let own: TestRepository;

  /** What is said of a ledger, in one line. */
  async function told(folder: string, args: readonly string[]): Promise<readonly [number, string]> {
    const { code, out, err } = await waymark(folder, ['ledger', ...args]);
    return [code, `${out}${err}`.replace(/\s+/g, ' ')];
  }

  beforeAll(() => {
    own = sealedRepository();
    own.commit({ 'ledger.jsonl': ledger, 'other/waymark.yaml': named('x.y'), 'other/sales.yaml': team('sales', '1.0.0') }, 'Seal');
    own.commit({ 'waymark.yaml': named('c.d') }, 'Rename the workspace');
  });

  it('goes on under the name that it began with, and the new name is told', async () => {
    const noted = ['--size', '5', '--head', digestOfLine(Buffer.from(linesOf(ledger)[4]!))];
    const renamed = `Since 2026-01-01 (${own.git('rev-parse', 'HEAD').slice(0, 12)}) the workspace is called \`c.d/w\`. The ledger keeps the name that it began with, \`a.b/w\`, and so do its checkpoints.`;
    const [code, out] = await told(own.folder, ['verify', ...noted]);
    expect([code, out]).toEqual([0, expect.stringContaining(renamed)]);
    own.commit({ 'teams/claims.yaml': team('claims', '1.2.0') }, 'Release');
    expect(await told(own.folder, ['seal'])).toEqual([0, expect.stringMatching(/^ledger.jsonl: 1 entry sealed, 6 in all. 6 team:claims 1.2.0: .* Ledger a.b\/w, size 6, /)]);
    expect(await told(own.folder, ['verify', ...noted])).toEqual([0, expect.stringContaining(`All 6 entries say what main`)]);
    const bundle = join(newFolder(), 'bundle');
    expect((await told(own.folder, ['export', '--out', bundle]))[0]).toBe(0);
    expect(readFileSync(join(bundle, 'README.md'), 'utf8')).toContain(renamed);
    own.commit({}, 'Keep what was sealed');
  });

  it('is not the ledger of another workspace that is given its name, and stays the one of its own', async () => {
    expect((await told(join(own.folder, 'other'), ['seal']))[0]).toBe(0);
    own.commit({ 'waymark.yaml': named('x.y'), 'other/waymark.yaml': named('a.b') }, 'Swap the names');
    const [mine, theirs] = ['ledger.jsonl', 'other/ledger.jsonl'].map((file) => readFileSync(join(own.folder, file), 'utf8'));
    expect(await told(own.folder, ['verify'])).toEqual([0, expect.stringContaining('The workspace in `other` is, or once was, called `a.b/w` as well.')]);
    expect((await told(own.folder, ['verify', 'other/ledger.jsonl']))[0]).toBe(0);
    writeFileSync(join(own.folder, 'ledger.jsonl'), theirs!);
    expect(await told(own.folder, ['verify'])).toEqual([1, expect.stringContaining('Line 1 is about `team:sales` 1.0.0')]);
    writeFileSync(join(own.folder, 'other/ledger.jsonl'), mine!);
    expect(await told(own.folder, ['verify', 'other/ledger.jsonl'])).toEqual([1, expect.stringContaining('Line 1 is about `team:claims` 1.0.0')]);
    own.git('checkout', '-q', '.');
    own.commit({ 'waymark.yaml': named('p.q') }, 'A third name');
    writeFileSync(join(own.folder, 'other/ledger.jsonl'), sampleLedger(1, 'p.q/w'));
    expect(await told(own.folder, ['verify', 'other/ledger.jsonl'])).toEqual([1, expect.stringContaining('It is the ledger `p.q/w`, and this workspace is `a.b/w`, which main')]);
  });

  it('is told to be another one where it was begun anew under the new name', async () => {
    own.git('checkout', '-q', '.');
    own.commit({ 'ledger.jsonl': null }, 'Throw the ledger away');
    expect(await told(own.folder, ['seal'])).toEqual([0, expect.stringContaining('Ledger p.q/w, size 6')]);
    const [code, out] = await told(own.folder, ['verify']);
    expect([code, out]).toEqual([0, expect.stringContaining('the workspace was called `x.y/w`. A ledger goes on under the name that it began with, so this one was begun after that: if one was kept before, it is another one')]);
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(readFileSync(join(root, 'schemas/output/ledger.schema.json'), 'utf8')) as object);
    const json = JSON.parse((await waymark(own.folder, ['ledger', 'verify', '-f', 'json'])).out) as { readonly branch: { readonly names: readonly { readonly name: string }[] } };
    expect([validate(json), validate.errors, json.branch.names.map(({ name }) => name)]).toEqual([true, null, ['a.b/w', 'c.d/w', 'x.y/w', 'p.q/w']]);
  });
});

describe('a ledger that was emptied, or whose ends of lines are others', () => {
  it('is compared with the branch, and told how many released versions are missing', async () => {
    const { code, out } = await on('', ['verify']);
    expect([code, out.replaceAll(/\s+/g, ' ')]).toEqual([0, expect.stringMatching(/It has no entry that could be compared with main \([0-9a-f]{12}\)\. 5 released versions of the branch are not in the ledger: not sealed yet, or cut off\./)]);
    expect(out).not.toContain('were not compared with a branch');
    expect((await on(linesOf(ledger).slice(0, 3).map((line) => `${line}\n`).join(''), ['verify'])).code).toBe(0);
    const { branch } = JSON.parse((await on('', ['verify', '--format', 'json'])).out) as { readonly branch: { readonly unsealed: number } };
    expect(branch.unsealed).toBe(5);
  });

  it('is refused with the way out where git wrote it with carriage returns, and that way leads out', async () => {
    const made = sealedRepository();
    await waymark(made.folder, ['ledger', 'seal']);
    made.commit({ 'ledger.jsonl': readFileSync(join(made.folder, 'ledger.jsonl'), 'utf8') });
    const file = join(made.folder, 'ledger.jsonl');
    const takeBack = (): void => {
      rmSync(file);
      made.git('checkout', '--', 'ledger.jsonl');
    };
    made.git('config', 'core.autocrlf', 'true');
    takeBack();
    expect(readFileSync(file, 'utf8')).toContain('\r\n');
    const refused = await waymark(made.folder, ['ledger', 'verify']);
    expect([refused.code, refused.out.replaceAll(/\s+/g, ' ')]).toEqual([1, expect.stringContaining('it ends with a carriage return (CRLF). Git writes such ends where `core.autocrlf` is set: write `ledger.jsonl -text` into `.gitattributes` beside it, delete the file, take it back with `git checkout -- ledger.jsonl`, and only then commit.')]);
    expect(await waymark(made.folder, ['ledger', 'seal'])).toMatchObject({ code: 1, err: expect.stringContaining('`ledger.jsonl -text`') as string });
    writeFileSync(join(made.folder, '.gitattributes'), 'ledger.jsonl -text\n');
    takeBack();
    made.commit({});
    expect((await waymark(made.folder, ['ledger', 'verify'])).code).toBe(0);
  });
});
