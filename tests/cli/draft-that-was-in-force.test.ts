import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../src/audit/ledger/ledger-entry.js';
import { chainedAnew, linesOf } from '../audit/ledger/sample-ledger.js';
import { active, promise } from '../audit/past.js';
import { cloneOf, newRepository, workspace, type Files, type TestRepository } from '../support/git-repository.js';
import { waymark, type Run } from './harness.js';

function header(kind: string, id: string, more: string): string {
  return `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\n${more}`;
}

const governed: Files = {
  'waymark.yaml': workspace,
  'policy.yaml': header('Policy', 'default', 'profile: starter\nroles: {compliance: claims#second}\napprovals: {source: records}\n'),
  'claims.yaml': header('Team', 'claims', 'function: service\npeople: [{id: a-huber, handles: [a-huber]}, {id: b-roth, handles: [b-roth]}]\nroles: [{id: journey-owner, person: a-huber}, {id: lead, person: a-huber}, {id: second, person: b-roth}]\n'),
};
const held = promise('one', '1.0.0', active('2026-01-01'));
const draft = promise('one', '1.1.0', 'status: draft');

/** A branch with what a promise was, one commit after the other, and a proposal that deletes it. */
function deleting(...texts: readonly (string | null)[]): TestRepository {
  const made = newRepository();
  made.commit(governed);
  for (const text of texts) made.commit({ 'one.yaml': text });
  made.git('checkout', '-q', '-b', 'proposal');
  made.commit({ 'one.yaml': null });
  return made;
}

async function sealed(made: TestRepository): Promise<readonly LedgerEntry[]> {
  const { code, err } = await waymark(made.folder, ['ledger', 'seal']);
  expect([code, err]).toEqual([0, '']);
  return linesOf(readFileSync(join(made.folder, 'ledger.jsonl'), 'utf8')).map((line) => JSON.parse(line) as LedgerEntry);
}

const reviewed = async ({ folder }: TestRepository): Promise<Run> => waymark(folder, ['review', 'main', 'proposal', '-f', 'json']);

interface Told {
  readonly set: string;
  readonly changes: readonly { readonly kind: string; readonly level: string; readonly message: string }[];
  readonly objections: readonly { readonly code: string; readonly message: string }[];
}

async function told(made: TestRepository): Promise<Told> {
  return (JSON.parse((await reviewed(made)).out) as { readonly workspaces: readonly [Told] }).workspaces[0];
}

/** What is told of the deletion itself: kind and level, and whether the document had to be kept. */
async function judged(made: TestRepository): Promise<readonly string[]> {
  const { changes, objections } = await told(made);
  return [...changes.map(({ kind, level }) => `${level} ${kind}`), ...objections.filter(({ code }) => code === 'LIF-003').map(({ message }) => message)];
}

describe('a draft that was in force before', () => {
  const wasInForce = ['breaking spec-deleted', '`sla:one` was `active` before it was put back to draft and has left the workspace.'];

  it('is deleted like what was in force, also behind a ledger that sealed it as a draft', async () => {
    expect(await judged(deleting(held, draft))).toEqual(wasInForce);
    const made = deleting(held, draft);
    made.git('checkout', '-q', 'main');
    await sealed(made);
    made.commit();
    made.git('checkout', '-q', 'proposal');
    made.git('rebase', '-q', 'main');
    expect(await judged(made)).toEqual(wasInForce);
    expect((await told(made)).changes[0]!.message).toBe('SLA `one` has left the workspace. It was a draft by then, and `active` before that, as 1.0.0.');
  });

  it('binds nobody where it was never in force, and where it had left and came back as a draft', async () => {
    expect(await judged(deleting(draft))).toEqual(['compatible spec-draft-removed']);
    expect(await judged(deleting(held, null, draft))).toEqual(['compatible spec-draft-removed']);
  });

  it('is approved as what the review shows', async () => {
    const made = deleting(held, draft);
    expect((await waymark(made.folder, ['approve', 'main', '--as', 'b-roth'])).code).toBe(0);
    const record = made.git('ls-files', '--others').split('\n').find((path) => path.endsWith('.yaml'))!;
    const text = readFileSync(join(made.folder, record), 'utf8');
    expect(text).toContain((await told(made)).set);
    made.commit();
    expect((await told(made)).objections.filter(({ code }) => code === 'CHG-019')).toEqual([]);
    made.git('checkout', '-q', 'main');
    made.git('merge', '-q', '--no-ff', 'proposal');
    expect((await waymark(made.folder, ['history', 'one', '--no-color'])).out).toContain('Leaving it was breaking: 1 breaking change.');
  });

  it('has its end on record: in the ledger, in the history and in the changelog', async () => {
    const made = deleting(held, draft);
    made.git('checkout', '-q', 'main');
    made.git('merge', '-q', 'proposal');
    const own = (await sealed(made)).filter(({ subject }) => subject === 'sla:one');
    expect(own.map(({ type, version, status, level }) => [type, version, status, level])).toEqual([['released', '1.0.0', 'active', undefined], ['drafted', '1.0.0', 'active', 'breaking'], ['removed', '1.0.0', 'active', 'breaking']]);
    expect(own[2]).toMatchObject({ commit: made.git('rev-parse', 'main'), previous: { subject: 'sla:one', version: '1.0.0' } });
    expect((await waymark(made.folder, ['ledger', 'verify'])).code).toBe(0);
    expect((await waymark(made.folder, ['changelog', '--all', '--no-color'])).out.replaceAll(/\s+/g, ' ')).toContain('breaking: SLA `one` has left the workspace. It was a draft by then, and `active` before that, as 1.0.0.');
  });

  it('is missed in a ledger from which its end was taken', async () => {
    const made = deleting(held, draft);
    made.git('checkout', '-q', 'main');
    made.git('merge', '-q', 'proposal');
    made.commit({ 'two.yaml': promise('two', '1.0.0', active('2026-01-01')) });
    const entries = await sealed(made);
    writeFileSync(join(made.folder, 'ledger.jsonl'), chainedAnew(entries.filter(({ type }) => type !== 'removed').map((entry) => JSON.stringify(entry)), 'a.b/w'));
    const { code, out } = await waymark(made.folder, ['ledger', 'verify', '--no-color']);
    expect([code, out.replaceAll(/\s+/g, ' ')]).toEqual([1, expect.stringContaining('has the end of `sla:one` 1.0.0, which was put back to draft and then left the workspace. Somebody took that entry out')]);
  });

  it('is not judged without the past of the branch', async () => {
    const made = deleting(held, draft);
    const shallow = cloneOf(made, '--depth=2', '--no-single-branch');
    const { code, err } = await waymark(shallow.folder, ['review', 'origin/main', 'proposal', '--since', 'origin/main']);
    expect([code, err]).toEqual([3, expect.stringContaining('`sla:one` leaves as a draft, and only the history of the branch says whether it was in force before.')]);
  });
});
