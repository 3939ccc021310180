import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chainedAnew } from '../audit/ledger/sample-ledger.js';
import { newRepository, workspace, type Files } from '../support/git-repository.js';
import { linesOf } from './pull-request.js';
import { waymark } from './harness.js';

function team(id: string, version = '1.0.0'): string {
  return `apiVersion: waymark/v1\nkind: Team\nid: ${id}\ntitle: ${id}\nversion: ${version}\nstatus: active\neffective: {from: 2026-01-01}\nowner: ${id}\nfunction: service\npeople: [{id: a-huber, handles: [a-huber]}]\nroles: [{id: lead, person: a-huber}]\n`;
}

const repository = newRepository();
repository.commit({ 'waymark.yaml': workspace, 'claims.yaml': team('claims') });
repository.commit({ 'claims.yaml': team('claims').replace('title: claims', 'title: Claims').replace('1.0.0', '1.0.1'), 'sales.yaml': team('sales') });
const unsealed = repository.git('rev-parse', 'HEAD');

/** The ledger as the command seals it on a branch. */
async function sealed(ref: string): Promise<string> {
  expect((await waymark(repository.folder, ['ledger', 'seal', '--ref', ref])).code).toBe(0);
  const text = readFileSync(join(repository.folder, 'ledger.jsonl'), 'utf8');
  repository.git('checkout', '-q', '-f', 'HEAD');
  repository.git('clean', '-q', '-f');
  return text;
}

const ledger = await sealed('main');
const lines = ledger.split('\n').slice(0, -1);

/** What a review says of a change on top of `main`, where that holds a ledger or none. */
async function told(onMain: Files, change: Files): Promise<{ readonly code: number; readonly said: string }> {
  repository.git('checkout', '-q', '-B', 'main', unsealed);
  if (Object.keys(onMain).length > 0) repository.commit(onMain);
  repository.git('checkout', '-q', '-B', 'proposal');
  repository.commit(change);
  const run = await waymark(repository.folder, ['review', 'main', 'proposal', '--no-color']);
  return { code: run.code, said: [...linesOf(run), run.err].join('\n') };
}

const held: Files = { 'ledger.jsonl': ledger };

/** The ledger with one text of a line exchanged. */
function edited(at: number, from: string, to: string): string {
  expect(lines[at]).toContain(from);
  return `${lines.with(at, lines[at]!.replace(from, to)).join('\n')}\n`;
}

/** Every entry of a branch that holds one Team more, which `main` does not hold. */
async function sealedElsewhere(): Promise<string> {
  repository.git('checkout', '-q', '-B', 'elsewhere', unsealed);
  repository.commit({ 'legal.yaml': team('legal') });
  return sealed('elsewhere');
}

describe('the ledger in a review', () => {
  it('is no cause for a word where only entries are added that the branch has released', async () => {
    expect(lines).toHaveLength(3);
    for (const [onMain, now] of [[{}, ledger], [{ 'ledger.jsonl': `${lines.slice(0, 2).join('\n')}\n` }, ledger]] as const) {
      const { code, said } = await told(onMain, { 'ledger.jsonl': now });
      expect({ code, said }).toMatchObject({ code: 0, said: expect.not.stringContaining('ledger.jsonl') as string });
    }
  });

  it('tells entries that are gone or changed', async () => {
    const cases: readonly (readonly [string | null, string])[] = [
      [ledger.slice(0, -1), 'Line 3 has no end: a write was cut off, or the end of the file was.'],
      [ledger.replaceAll('\n', '\r\n'), 'Gone or changed: entry 1 ('],
      [null, 'The ledger was taken away. Gone or changed: entry 1 ('],
      [`${lines.slice(0, 2).join('\n')}\n`, 'The ledger ends after 2 of the 3 entries that the ledger in main'],
      [edited(2, '"version":"1.0.0"', '"version":"1.0.9"'), 'Gone or changed: entry 3 (`team:sales` 1.0.0).'],
      [`${lines.toSpliced(1, 1).join('\n')}\n`, 'Gone or changed: entry 2 ('],
      [`${lines.with(1, lines[2]!).with(2, lines[1]!).join('\n')}\n`, 'Line 2 holds entry 3: entries were removed, added, repeated or put into another order.'],
      ['', 'The ledger ends after 0 of the 3 entries'],
    ];
    for (const [now, words] of cases) {
      const { code, said } = await told(held, { 'ledger.jsonl': now });
      expect(said).toContain('`ledger.jsonl` is not the ledger of the branch with new entries behind it.');
      expect(said).toContain(words);
      expect(said).not.toContain('Nothing has changed');
      expect(code).toBe(1);
    }
  });

  it('tells added entries of what the branch has not released, with a ledger on the branch and without', async () => {
    const more = await sealedElsewhere();
    expect(more.startsWith(ledger)).toBe(true);
    for (const onMain of [held, {}]) {
      const { code, said } = await told(onMain, { 'ledger.jsonl': more, 'legal.yaml': team('legal') });
      expect(code).toBe(1);
      expect(said).toContain('Line 4 is about `team:legal` 1.0.0');
      expect(said).toContain('has released nothing more than the 3 entries before it');
    }
  });

  it('lets one that was broken on the branch be mended, and tells it where the files here are compared', async () => {
    const broken = edited(2, '"version":"1.0.0"', '"version":"1.0.9"');
    expect((await told({ 'ledger.jsonl': broken }, held)).code).toBe(0);
    await told(held, { 'ledger.jsonl': broken });
    const { code, out } = await waymark(repository.folder, ['review', 'main', '--no-color']);
    expect([code, out]).toEqual([1, expect.stringContaining('Gone or changed: entry 3')]);
  });

  it('is followed with its workspace into another folder, and held to under the name that this had', async () => {
    const files: Files = { 'waymark.yaml': workspace, 'claims.yaml': team('claims').replace('title: claims', 'title: Claims').replace('1.0.0', '1.0.1'), 'sales.yaml': team('sales') };
    const moved = (now: string): Files => Object.fromEntries(Object.entries({ ...files, 'ledger.jsonl': now }).flatMap(([path, text]) => [[path, null], [`moved/${path}`, text]]));
    expect((await told(held, moved(ledger))).said).not.toContain('ledger.jsonl');
    expect((await told(held, moved(lines[0]!))).said).toContain('`ledger.jsonl` is not the ledger of the branch');
    const called = { ...held, 'waymark.yaml': workspace.replace('id: w', 'id: other') };
    expect((await told(called, { 'claims.yaml': team('claims', '1.0.2') })).said).not.toContain('ledger.jsonl');
    expect((await told(called, { 'ledger.jsonl': null })).said).toContain('The ledger was taken away. Gone or changed: entry 1 (');
    const foreign = chainedAnew(lines, 'a.b/another');
    expect((await told({ 'ledger.jsonl': foreign }, { 'ledger.jsonl': null, 'old.jsonl': foreign })).said).not.toContain('ledger.jsonl');
    expect((await told({ 'ledger.jsonl': foreign }, { 'ledger.jsonl': ledger, 'old.jsonl': foreign })).said).not.toContain('ledger.jsonl');
    expect((await told({ 'ledger.jsonl': foreign }, { 'ledger.jsonl': await sealedElsewhere(), 'old.jsonl': foreign })).said).toContain('Line 4 is about `team:legal` 1.0.0');
  });
});
