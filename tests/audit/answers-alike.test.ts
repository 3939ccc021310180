import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { waymark } from '../cli/harness.js';
import { workspace, type TestRepository } from '../support/git-repository.js';
import { more as runs, seed } from '../support/property.js';
import { active, commits, promise } from './past.js';

/** What a commit made of a document: `2.0.0 active 3..6` says from 1 March until 1 June, and `gone` is no document. The first was recorded on 1 January, each further one a month later. */
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
  const [, version, status, from, until] = /^(\S+) (\w+) (\d+)(?:\.\.(\d+))?$/.exec(commit) ?? [];
  return { recorded: firstOf(place + 1), version, status, from: from && firstOf(from), until: until && firstOf(until) };
}

function documentFor(commit: Commit): string | null {
  const { version, status, from, until } = rowOf(commit, 0);
  return version === undefined ? null : promise('one', version, active(from!, until).replace('active', status!));
}

function repositoryOf(told: readonly Commit[]): TestRepository {
  return commits(...told.map((commit, place) => [firstOf(place + 1), { ...(place === 0 ? { 'waymark.yaml': workspace } : {}), 'one.yaml': documentFor(commit), 'told.txt': String(place) }] as const));
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

async function toldByLedger(folder: string): Promise<readonly Row[]> {
  await waymark(folder, ['ledger', 'seal']);
  const entries = readFileSync(join(folder, 'ledger.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Effective & { readonly type: string; readonly version: string; readonly status: string; readonly committed: string });
  return entries.filter(({ type }) => type !== 'drafted').map(({ type, version, status, effective, committed }) => ({ recorded: committed.slice(0, 10), ...(type === 'removed' ? {} : { version, status, from: effective?.from, until: effective?.until }) }));
}

async function toldByChangelog(folder: string): Promise<readonly Row[]> {
  const { workspaces } = await json<{ readonly workspaces: readonly { readonly versions: readonly { readonly document: string; readonly after?: string; readonly status?: string; readonly effectiveFrom?: string; readonly effectiveUntil?: string; readonly commit: { readonly date: string } }[] }[] }>(folder, 'changelog', '--all');
  const own = workspaces.flatMap(({ versions }) => versions).filter(({ document }) => document === 'sla:one').toReversed();
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
  return { commits: by(told.map(rowOf)), show: byShow, history: by(await toldByHistory(folder)), ledger: by(await toldByLedger(folder)), changelog: by(await toldByChangelog(folder)) };
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
    const said = fc.record({ status: fc.constantFrom('active', 'active', 'active', 'deprecated', 'draft', 'retired'), from: month, until: fc.option(month) });
    const commit = fc.oneof({ weight: 6, arbitrary: said }, { weight: 1, arbitrary: fc.constant('gone' as const) });
    await fc.assert(fc.asyncProperty(said, fc.array(commit, { minLength: 1, maxLength: 4 }), async (first, more) => {
      const told = [first, ...more].map<Commit>((each, place) => (each === 'gone' ? each : `1.${place}.0 ${each.status} ${each.from}${each.until === null && each.status !== 'deprecated' ? '' : `..${each.until ?? 10}`}`));
      isAlike(await answers(told));
    }), { numRuns: Math.ceil(8 * runs), seed });
  });
});
