import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/audit/ledger/verify-ledger.js';
import { emptyLedger, linesFor } from '../../src/audit/ledger/write-entries.js';
import { waymark } from '../cli/harness.js';
import { newFolder, workspace, type TestRepository } from '../support/git-repository.js';
import { more as runs, seed } from '../support/property.js';
import { active, commits, promise } from './past.js';

/** What a commit made of a document: `2.0.0 active 3..6` says from 1 March until 1 June, `as two` that it has another id than `one`, and `gone` is no document. The first was recorded on 1 January, each further one a month later. */
type Commit = string;

/** What one of the verbs told of a commit, as far as it says what is in force. */
interface Row {
  readonly recorded: string;
  readonly version?: string | undefined;
  readonly status?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const firstOf = (month: number | string): string => `2026-${String(month).padStart(2, '0')}-01`;
const days = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(firstOf);

function rowOf(commit: Commit, place: number): Row {
  const [, version, status, from, until] = /^(\S+) (\w+) (\d+)(?:\.\.(\d+))?/.exec(commit) ?? [];
  return { recorded: firstOf(place + 1), version, status, from: from && firstOf(from), until: until && firstOf(until) };
}

function documentFor(commit: Commit): string | null {
  const { version, status, from, until } = rowOf(commit, 0);
  const id = idOf(commit);
  return version === undefined ? null : promise(id, version, `${active(from!, until).replace('active', status!)}${id === 'one' ? '' : '\naliases: [one]'}`);
}

function idOf(commit: Commit): string {
  return / as (\w+)$/.exec(commit)?.[1] ?? 'one';
}

/** What is gone or retired cannot be given another id: whatever names it in its aliases is another document. */
function mayFollow(before: Commit | undefined, next: Commit): boolean {
  return idOf(next) === 'one' || (before !== undefined && (idOf(before) !== 'one' || (before !== 'gone' && !before.includes('retired'))));
}

/** What is brought back under its first id has left under the other, which says that it was called so; the first one says nothing of that. */
function rowsOf(told: readonly Commit[]): readonly Row[] {
  return told.flatMap((commit, place) => {
    const row = rowOf(commit, place);
    const before = told[place - 1] ?? 'gone';
    return commit !== 'gone' && before !== 'gone' && idOf(commit) === 'one' && idOf(before) !== 'one' ? [{ recorded: row.recorded }, row] : [row];
  });
}

function repositoryOf(told: readonly Commit[]): TestRepository {
  return commits(...told.map((commit, place) => [firstOf(place + 1), { ...(place === 0 ? { 'waymark.yaml': workspace } : {}), ...(commit === 'gone' && told[place - 1] === 'gone' ? {} : { 'one.yaml': documentFor(commit) }), 'told.txt': String(place) }] as const));
}

/**
 * Which version is in force on a day: of all that are active or deprecated and hold by their own days, the one with the greatest first day, and of these the one
 * recorded last. What was recorded before the document ended for good does not count, nor what became another under its number and from its day.
 */
function oracle(rows: readonly Row[], day: string): string | undefined {
  const ends = rows.map(({ recorded, status, from = '', until }) => {
    if (status === undefined) return recorded;
    return status === 'deprecated' ? until : status === 'retired' ? (until ?? (from > recorded ? from : recorded)) : undefined;
  });
  let best: Row | undefined;
  for (const [at, row] of rows.entries()) {
    const isOver = ends.some((end, place) => place > at && end !== undefined && end <= day);
    const isAnother = rows.some((each, place) => place > at && each.version === row.version && each.from === row.from && ['active', 'deprecated'].includes(each.status ?? ''));
    const holds = ['active', 'deprecated'].includes(row.status ?? '') && row.from! <= day && (row.until === undefined || day < row.until);
    if (holds && !isOver && !isAnother && (best === undefined || row.from! >= best.from!)) best = row;
  }
  return best?.version;
}

const json = async <Told>(folder: string, ...args: readonly string[]): Promise<Told> => JSON.parse((await waymark(folder, [...args, '--format', 'json'])).out) as Told;

interface Effective {
  readonly effective?: { readonly from?: string; readonly until?: string };
}

async function toldByHistory(folder: string): Promise<readonly Row[]> {
  const { versions } = await json<{ readonly versions: readonly (Effective & { readonly event: string; readonly version: string; readonly status: string; readonly commit: { readonly recorded: string } })[] }>(folder, 'history', 'one');
  return versions.map(({ event, version, status, effective, commit: { recorded } }) => (event === 'gone' ? { recorded } : { recorded, version, status, from: effective?.from, until: effective?.until }));
}

/** The ledger tells what one commit did by the names of the documents: what has left under one of them may stand behind what came back under another. */
function leftFirst(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((one, other) => (one.recorded === other.recorded ? Number(one.version !== undefined) - Number(other.version !== undefined) : 0));
}

async function toldByLedger(folder: string): Promise<readonly Row[]> {
  await waymark(folder, ['ledger', 'seal']);
  const file = join(folder, 'ledger.jsonl');
  const entries = (existsSync(file) ? readFileSync(file, 'utf8') : '').trimEnd().split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Effective & { readonly type: string; readonly version: string; readonly status: string; readonly committed: string });
  return leftFirst(entries.filter(({ type }) => type !== 'drafted').map(({ type, version, status, effective, committed }) => ({ recorded: committed.slice(0, 10), ...(type === 'removed' ? {} : { version, status, from: effective?.from, until: effective?.until }) })));
}

async function toldByChangelog(folder: string): Promise<readonly Row[]> {
  const { workspaces } = await json<{ readonly workspaces: readonly { readonly versions: readonly { readonly document: string; readonly after?: string; readonly status?: string; readonly effectiveFrom?: string; readonly effectiveUntil?: string; readonly commit: { readonly date: string } }[] }[] }>(folder, 'changelog', '--all');
  const own = workspaces.flatMap(({ versions }) => versions).filter(({ document }) => document.startsWith('sla:')).toReversed();
  return own.map(({ after, status, effectiveFrom, effectiveUntil, commit: { date } }) => ({ recorded: date.slice(0, 10), version: after, status, from: effectiveFrom, until: effectiveUntil }));
}

async function shown(folder: string, day: string): Promise<string | undefined> {
  return (await json<{ readonly inForce?: { readonly version: string } }>(folder, 'show', 'one', '--as-of', day)).inForce?.version;
}

/** What each of the verbs answers for every day, beside what a search through the commits finds. */
async function answers(told: readonly Commit[]): Promise<{ readonly [verb: string]: readonly (string | undefined)[] }> {
  const { folder } = repositoryOf(told);
  const by = (rows: readonly Row[]): readonly (string | undefined)[] => days.map((day) => oracle(rows, day));
  const byShow: (string | undefined)[] = [];
  for (const day of days) byShow.push(await shown(folder, day));
  return { commits: by(rowsOf(told)), show: byShow, history: by(await toldByHistory(folder)), ledger: by(await toldByLedger(folder)), changelog: by(await toldByChangelog(folder)) };
}

function isAlike({ commits: expected, ...verbs }: Awaited<ReturnType<typeof answers>>): void {
  for (const [verb, told] of Object.entries(verbs)) expect([verb, ...told]).toEqual([verb, ...expected!]);
}

describe('show, history, ledger and changelog answer alike what was in force on each day', () => {
  it.each<[string, readonly Commit[], string]>([
    ['a version that begins with another one and ends by itself', ['1.0.0 active 1', '1.1.0 active 1..4'], '1.1.0 1.1.0 1.1.0 1.0.0 1.0.0 1.0.0 1.0.0 1.0.0 1.0.0 1.0.0'],
    ['a version that ends on the day on which it begins', ['1.0.0 active 1', '1.1.0 active 1..1'], '1.0.0 1.0.0 1.0.0 1.0.0 1.0.0 1.0.0 1.0.0 1.0.0 1.0.0 1.0.0'],
    ['an announcement that is reverted before it begins', ['1.0.0 active 1', '2.0.0 active 6', '1.0.0 active 1'], '1.0.0 1.0.0 1.0.0 1.0.0 1.0.0 2.0.0 2.0.0 2.0.0 2.0.0 2.0.0'],
    ['an announcement that is withdrawn by a version that begins on its day', ['1.0.0 active 1', '2.0.0 active 6', '2.0.1 active 6'], '1.0.0 1.0.0 1.0.0 1.0.0 1.0.0 2.0.1 2.0.1 2.0.1 2.0.1 2.0.1'],
    ['an announcement of a document that leaves before it begins', ['1.0.0 active 1', '2.0.0 active 6', 'gone'], '1.0.0 1.0.0 - - - - - - - -'],
    ['an announcement that is retired before it begins', ['1.0.0 active 1', '2.0.0 active 6', '2.1.0 retired 4'], '1.0.0 1.0.0 1.0.0 - - - - - - -'],
    ['one that is deprecated, with its last day', ['1.0.0 active 1', '1.1.0 deprecated 3..5'], '1.0.0 1.0.0 1.1.0 1.1.0 - - - - - -'],
    ['one that is put back to draft', ['1.0.0 active 1', '2.0.0 draft 3'], '1.0.0 1.0.0 1.0.0 1.0.0 1.0.0 1.0.0 1.0.0 1.0.0 1.0.0 1.0.0'],
    ['one that is put back to draft and then gone', ['1.0.0 active 1', '2.0.0 draft 3', 'gone'], '1.0.0 1.0.0 - - - - - - - -'],
    ['one that is gone and comes back', ['1.0.0 active 1', 'gone', '1.1.0 active 4'], '1.0.0 - - 1.1.0 1.1.0 1.1.0 1.1.0 1.1.0 1.1.0 1.1.0'],
  ])('%s', async (_, told, expected) => {
    const found = await answers(told);
    expect(found['commits']!.map((each) => each ?? '-').join(' ')).toBe(expected);
    isAlike(found);
  });

  it('whatever was recorded', async () => {
    const month = fc.integer({ min: 1, max: 9 });
    const said = fc.record({ status: fc.constantFrom('active', 'active', 'active', 'deprecated', 'draft', 'retired'), from: month, until: fc.option(month), isRenamed: fc.nat({ max: 3 }).map((n) => n === 0) });
    const back = fc.record({ back: fc.nat({ max: 3 }) });
    const commit = fc.oneof({ weight: 6, arbitrary: said }, { weight: 1, arbitrary: fc.constant('gone' as const) }, { weight: 2, arbitrary: back });
    await fc.assert(fc.asyncProperty(said, fc.array(commit, { minLength: 1, maxLength: 5 }), async (first, more) => {
      const told = [{ ...first, isRenamed: false }, ...more].reduce<readonly Commit[]>((before, each) => {
        const next = each === 'gone' ? each : 'back' in each ? before[each.back % before.length]! : `1.${before.length}.0 ${each.status} ${each.from}${each.until === null && each.status !== 'deprecated' ? '' : `..${each.until ?? 10}`}${each.isRenamed ? ' as two' : ''}`;
        return mayFollow(before.at(-1), next) ? [...before, next] : before;
      }, []);
      isAlike(await answers(told));
    }), { numRuns: Math.ceil(12 * runs), seed });
  });
});

describe('show, history, its fields and the ledger answer alike what a variant was on each day', () => {
  const journey = (id: string, version: string, from: number, rest: string): string => `apiVersion: waymark/v1\nkind: Journey\nid: ${id}\ntitle: ${id}\nversion: ${version}\n${active(firstOf(from))}\nowner: claims\n${rest}\n`;
  const base = (version: string, from: number, time: string, status = 'active'): string => journey('base', version, from, `stages: [{id: s, title: S, owner: claims, steps: [{id: t, title: T, lane: frontstage, time: ${time}}, {id: u, title: U, lane: frontstage, end: success}]}]`).replace('status: active', `status: ${status}`);
  const variant = (version: string, from: number, title: string): string => journey('one', version, from, `extends: base@^1\noverlay: [{op: set, path: stages.s.steps.t.title, value: ${title}, reason: It is}]`);
  const path = 'stages.s.steps.t.time';

  type Stage = { readonly steps: readonly { readonly id: string; readonly time?: string }[] };

  /** The time of the step on each day, by the first days that are told of the versions which changed it. */
  const onDays = (told: readonly (readonly [from: string, time: string])[]): readonly (string | undefined)[] => days.map((day) => told.filter(([from]) => from <= day).at(-1)?.[1]);

  async function timesShown(folder: string): Promise<readonly (string | undefined)[]> {
    const times: (string | undefined)[] = [];
    for (const day of days) {
      const { inForce } = await json<{ readonly inForce?: { readonly value: { readonly stages: readonly Stage[] } } }>(folder, 'show', 'one', '--as-of', day);
      times.push(inForce?.value.stages[0]?.steps.find(({ id }) => id === 't')?.time);
    }
    return times;
  }

  async function timesByField(folder: string): Promise<readonly (string | undefined)[]> {
    const { field } = await json<{ readonly field: { readonly changes: readonly (Effective & { readonly after: string })[] } }>(folder, 'history', 'one', '--field', path);
    return onDays(field.changes.map(({ effective, after }) => [effective!.from!, after]));
  }

  /** By the commit of each entry, in which the time of the base stands. Where that released the base as well, what comes from it holds from the first day of that. */
  async function timesByLedger(made: TestRepository): Promise<readonly (string | undefined)[]> {
    await waymark(made.folder, ['ledger', 'seal']);
    const entries = readFileSync(join(made.folder, 'ledger.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Effective & { readonly type: string; readonly subject: string; readonly commit: string });
    const firstDays = ({ commit }: { readonly commit: string }): readonly string[] => entries.filter((each) => each.commit === commit && each.type !== 'drafted').map(({ effective }) => effective!.from!);
    return onDays(entries.filter(({ subject }) => subject === 'journey:one').map((entry) => [firstDays(entry).toSorted().at(-1)!, /time: (\w+)/.exec(made.git('show', `${entry.commit}:base.yaml`))![1]!]));
  }

  const history = (): TestRepository => commits(
    [firstOf(1), { 'waymark.yaml': workspace, 'base.yaml': base('1.0.0', 1, '1h'), 'one.yaml': variant('1.0.0', 1, 'Tee') }],
    [firstOf(2), { 'base.yaml': base('1.1.0', 4, '2h') }],
    [firstOf(3), { 'one.yaml': variant('1.0.0', 1, 'Tee').replace('title: one', 'title:   one') }],
    [firstOf(5), { 'one.yaml': variant('1.1.0', 6, 'Tea') }],
  );
  const expected = ['1h', '1h', '1h', '2h', '2h', '2h', '2h', '2h', '2h', '2h'];

  const begun = [firstOf(1), { 'waymark.yaml': workspace, 'base.yaml': base('1.0.0', 1, '1h'), 'one.yaml': variant('1.0.0', 1, 'Tee') }] as const;

  it.each<[string, () => TestRepository, readonly string[]]>([
    ['whose base was announced', history, expected],
    ['that was edited by the commit that announced its base', () => commits(begun, [firstOf(2), { 'base.yaml': base('1.1.0', 4, '2h'), 'one.yaml': variant('1.1.0', 2, 'Tea') }]), expected],
    ['that was written otherwise by the commit that announced its base', () => commits(begun, [firstOf(2), { 'base.yaml': base('1.1.0', 4, '2h'), 'one.yaml': variant('1.0.0', 1, 'Tee').replace('title: one', 'title:   one') }]), expected],
    ['whose base was put back to draft', () => commits(begun, [firstOf(2), { 'base.yaml': base('1.1.0', 2, '2h', 'draft') }], [firstOf(3), { 'base.yaml': base('1.1.0', 4, '2h') }]), expected],
    ['whose base was put back to draft and stayed so', () => commits(begun, [firstOf(2), { 'base.yaml': base('1.1.0', 2, '2h', 'draft') }]), days.map(() => '1h')],
  ])('%s', async (_, make, times) => {
    const made = make();
    expect(await timesShown(made.folder)).toEqual(times);
    expect(await timesByField(made.folder)).toEqual(times);
    expect(await timesByLedger(made)).toEqual(times);
  });

  it('that is new with the commit that announced its base: it begins with what its base was before', async () => {
    const { folder } = commits([firstOf(1), { 'waymark.yaml': workspace, 'base.yaml': base('1.0.0', 1, '1h') }], [firstOf(1), { 'base.yaml': base('1.1.0', 4, '2h'), 'one.yaml': variant('1.0.0', 1, 'Tee') }]);
    expect(await timesShown(folder)).toEqual(expected);
    expect(await timesByField(folder)).toEqual(expected);
  });

  it('and tell both days of an edit by the commit that announced its base', async () => {
    const { folder } = commits(begun, [firstOf(2), { 'base.yaml': base('1.1.0', 4, '2h'), 'one.yaml': variant('1.1.0', 2, 'Tea') }]);
    expect((await waymark(folder, ['history', 'one'])).out.replaceAll(/\s+/g, ' ')).toContain('Active, in force from 2026-02-01, with what its base became from 2026-04-01 on.');
    expect((await json<{ readonly versions: readonly object[] }>(folder, 'history', 'one')).versions.at(-1)).toMatchObject({ effective: { from: firstOf(2) }, dayOfBase: firstOf(4) });
    const out = newFolder();
    await waymark(folder, ['site', '--out', out]);
    const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html')).map((name) => readFileSync(join(out, name), 'utf8')).join('\n');
    expect(pages).toContain('in force from 2026-02-01, with what its base became from 2026-04-01 on');
    const { field } = await json<{ readonly field: object }>(folder, 'history', 'one', '--field', 'stages.s.steps.t.title');
    expect(field).toMatchObject({ changes: [{ after: 'Tee' }, { after: 'Tea', effective: { from: firstOf(2) } }] });
  });

  it('and where its edit needs what its base became, that it holds from then on', async () => {
    const more = base('1.1.0', 4, '2h').replace('{id: u,', '{id: v, title: V, lane: frontstage, time: 3h}, {id: u,');
    const { folder } = commits(begun, [firstOf(2), { 'base.yaml': more, 'one.yaml': variant('1.1.0', 2, 'Tea').replace('stages.s.steps.t.title', 'stages.s.steps.v.title') }]);
    expect(await timesByField(folder)).toEqual(expected);
    const { field } = await json<{ readonly field: object }>(folder, 'history', 'one', '--field', 'stages.s.steps.v.title');
    expect(field).toMatchObject({ changes: [{ after: 'Tea', effective: { from: firstOf(4) } }] });
    expect((await waymark(folder, ['show', 'one', '--as-of', firstOf(3)])).out).toContain('# It is a variant of base 1.0.0, which its overlay does not fit: below is that base under its own\n# header.');
    const { inForce } = await json<{ readonly inForce: { readonly base: object; readonly digests: object } }>(folder, 'show', 'one', '--as-of', firstOf(3));
    expect([inForce.base, inForce.digests]).toEqual([{ id: 'base', version: '1.0.0', isFitting: false }, expect.not.objectContaining({ effectiveDigest: expect.any(String) as string })]);
  });

  it('also where it is edited while its base is a draft again, with the digest of what holds', async () => {
    const { folder } = commits(begun, [firstOf(2), { 'base.yaml': base('1.1.0', 2, '2h', 'draft') }], [firstOf(3), { 'one.yaml': variant('1.1.0', 3, 'Tea') }]);
    expect(await timesShown(folder)).toEqual(days.map(() => '1h'));
    expect(await timesByField(folder)).toEqual(days.map(() => '1h'));
    await waymark(folder, ['ledger', 'seal']);
    const sealed = readFileSync(join(folder, 'ledger.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as { readonly subject: string; readonly effectiveDigest?: string }).findLast(({ subject }) => subject === 'journey:one')!;
    expect(await json<object>(folder, 'show', 'one', '--as-of', firstOf(4))).toMatchObject({ inForce: { version: '1.1.0', digests: { effectiveDigest: sealed.effectiveDigest } } });
  });

  it('and a ledger that took a draft of its base for what it became is told from one that was forged', async () => {
    const { folder } = commits(begun, [firstOf(2), { 'base.yaml': base('1.1.0', 2, '2h', 'draft') }]);
    await waymark(folder, ['ledger', 'seal']);
    const file = join(folder, 'ledger.jsonl');
    const { entries } = verifyLedger(readFileSync(file));
    const all = entries.map(({ v: _v, seq: _seq, ledger: _ledger, prev: _prev, digest: _digest, ...entry }) => entry);
    const own = all.find(({ subject }) => subject === 'journey:one')!;
    const drafted = all.find(({ type }) => type === 'drafted')!;
    writeFileSync(file, linesFor(emptyLedger(entries[0]!.ledger), [...all, { ...own, type: 'changed', commit: drafted.commit, committed: drafted.committed! }]).text);
    const { code, out } = await waymark(folder, ['ledger', 'verify']);
    expect([code, out.replaceAll(/\s+/g, ' ')]).toEqual([1, expect.stringContaining('which put `journey:base` back to draft. Somebody added that entry, or a Waymark sealed the ledger that took what a base became as a draft for what its variants became')]);
  });

  it('and say when it becomes another one with its base next', async () => {
    const { folder } = history();
    expect(await json<object>(folder, 'show', 'one', '--as-of', firstOf(3))).toMatchObject({ next: { version: '1.1.0', from: firstOf(6) }, nextOfBase: { spec: 'journey:base', version: '1.1.0', from: firstOf(4) } });
    expect((await json<object>(folder, 'show', 'one', '--as-of', firstOf(4)))).not.toHaveProperty('nextOfBase');
    expect((await waymark(folder, ['show', 'one', '--as-of', firstOf(3)])).out.replaceAll('\n# ', ' ')).toContain('With its base, journey:base, it becomes another one on 2026-04-01, when version 1.1.0 of that takes over. Version 1.1.0 takes over on 2026-06-01.');
    const { out } = await waymark(folder, ['history', 'one']);
    expect(out.match(/1\.0\.0: (?:not touched, but its base changed|written otherwise).*\n.*$/gm)).toEqual([expect.stringContaining('in force from 2026-04-01.'), expect.stringContaining('in force from 2026-04-01.')]);
  });

  it('and a ledger that says the earlier day, as older ones do, is sound and says so', async () => {
    const { folder } = history();
    await waymark(folder, ['ledger', 'seal']);
    const file = join(folder, 'ledger.jsonl');
    const { entries } = verifyLedger(readFileSync(file));
    const older = entries.map(({ v: _v, seq: _seq, ledger: _ledger, prev: _prev, digest: _digest, ...entry }) => (entry.subject === 'journey:one' && entry.type === 'changed' ? { ...entry, effective: { from: firstOf(1) } } : entry));
    writeFileSync(file, linesFor(emptyLedger(entries[0]!.ledger), older).text);
    const { code, out } = await waymark(folder, ['ledger', 'verify']);
    expect([code, out.replaceAll(/\s+/g, ' ')]).toEqual([0, expect.stringContaining("says the variant's own first day, `2026-01-01`, as older entries did. What its base became, and the variant with it, is in force from `2026-04-01` on")]);
    writeFileSync(file, linesFor(emptyLedger(entries[0]!.ledger), older.map((entry) => (entry.type === 'changed' ? { ...entry, effective: { from: firstOf(2) } } : entry))).text);
    expect((await waymark(folder, ['ledger', 'verify'])).code).toBe(1);
  });
});
