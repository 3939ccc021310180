import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cloneOf, newFolder, newRepository, workspace, type Files, type TestRepository } from '../support/git-repository.js';
import { countingGit } from '../support/counting-git.js';
import { waymark } from './harness.js';

function header(kind: string, id: string, more: string): string {
  return `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\n${more}`;
}

function promise(version: string, within: string, more = ''): string {
  return header('Sla', 'settlement', `type: sla\nmetric: duration\nprovider: claims\nconsumer: customer\nclock: {start: reported, stop: paid}\ncalendar: 24x7\ntargets: [{within: ${within}, percent: 90}]\nwindow: P1M\n${more}`).replace('version: 1.0.0', `version: ${version}`).replace('from: 2026-01-01', `from: 2026-12-${10 + Number(version[0])}`);
}

const governed: Files = {
  'waymark.yaml': workspace,
  'policy.yaml': header('Policy', 'default', 'profile: starter\nroles: {compliance: claims#second}\napprovals:\n  source: records\n  compatible: {all: [journey-owner]}\n  breaking: {all: [journey-owner, compliance]}\n'),
  'claims.yaml': header('Team', 'claims', 'function: service\npeople: [{id: a-huber, handles: [a-huber]}, {id: b-roth, handles: [b-roth]}]\nroles: [{id: journey-owner, person: a-huber}, {id: second, person: b-roth}]\n'),
  'system.yaml': header('System', 'core', 'type: crm\nemits: [{event: reported}, {event: paid}]\n'),
};

/** On the branch a promise was a draft, became active, was loosened without anybody on record, and moved to another file. The change only warns earlier. */
const repository = newRepository();
repository.commit({ ...governed, 'old.yaml': promise('0.1.0', '70h').replace('status: active', 'status: draft') });
repository.commit({ 'old.yaml': promise('1.0.0', '100h') });
const loosened = repository.commit({ 'old.yaml': promise('2.0.0', '120h') });
repository.commit({ 'old.yaml': null, 'promise.yaml': promise('2.0.0', '120h') });
repository.commit({ 'other.yaml': header('Sla', 'other', promise('1.0.0', '1h').split('owner: claims\n')[1]!) });
const main = repository.git('rev-parse', 'HEAD');
const change: Files = { 'promise.yaml': promise('2.1.0', '120h', 'warnAt: 80\n') };

/** A branch on top of `main` as it may be, with the change. */
function proposal(onMain: Files = {}, more: Files = {}): TestRepository {
  repository.git('checkout', '-q', '-B', 'main', main);
  if (Object.keys(onMain).length > 0) repository.commit(onMain);
  repository.git('checkout', '-q', '-B', 'proposal');
  repository.commit({ ...change, ...more });
  return repository;
}

async function told({ folder }: TestRepository, ...args: readonly string[]): Promise<{ readonly code: number; readonly since: readonly string[]; readonly err: string }> {
  const { code, out, err } = await waymark(folder, ['review', 'main', 'proposal', '--no-color', ...args]);
  return { code, err, since: [...out.replaceAll(/\n {4}/g, ' ').matchAll(/Since [^,]+, `[^`]+` has gone from \S+(?: over \S+)? to [\d.]+/g)].map(([words]) => words) };
}

/** The ledger as the command seals it on `main`. */
async function sealed(): Promise<string> {
  repository.git('checkout', '-q', '-B', 'main', main);
  expect((await waymark(repository.folder, ['ledger', 'seal', '--ref', 'main'])).code).toBe(0);
  const text = readFileSync(join(repository.folder, 'ledger.jsonl'), 'utf8');
  repository.git('clean', '-q', '-f');
  return text;
}

const sinceActive = 'Since it was first active, `sla:settlement` has gone from 1.0.0 over 2.0.0 to 2.1.0';

describe('where everything is weighed from, when no release is named', () => {
  it('is the commit at which a document was first active, whatever file it stood in', async () => {
    expect(await told(proposal())).toEqual({ code: 4, err: '', since: [sinceActive] });
    expect((await told(proposal(), '--since', 'main')).since).toEqual([]);
  });

  it('is what the ledger of the branch sealed last', async () => {
    const ledger = await sealed();
    expect((await told(proposal({ 'ledger.jsonl': ledger }))).since).toEqual([]);
    expect((await told(proposal({ 'ledger.jsonl': ledger, 'waymark.yaml': workspace.replace('a.b', 'renamed') }))).since).toEqual([]);
    const early = ledger.split('\n').slice(0, 3);
    expect(JSON.parse(early.at(-1)!)).toMatchObject({ subject: 'team:claims' });
    expect((await told(proposal({ 'ledger.jsonl': `${early.join('\n')}\n` }))).since).toEqual(['Since the last entry of the ledger, `sla:settlement` has gone from 0.1.0 over 2.0.0 to 2.1.0']);
    expect((await told(proposal({ 'ledger.jsonl': ledger }), '--since', `${loosened}~1`)).since).toEqual([sinceActive.replace('it was first active', 'the release')]);
  });

  it('is not what a change says of itself', async () => {
    expect((await told(proposal({}, { 'ledger.jsonl': await sealed() }))).since).toEqual([sinceActive]);
  });

  it('is no release that the branch does not hold, such as the change itself', async () => {
    const made = proposal();
    made.git('tag', '-f', 'v9', 'proposal');
    for (const own of ['proposal', 'v9', '.', 'proposal:', 'promise.yaml']) {
      const err = `waymark: \`${own}\` is no version of the branch that the change is meant for, and a change does not say itself since when it is weighed. Name the last release on that branch, for example \`--since v1.4\`.\n`;
      expect(await told(made, '--since', own)).toEqual({ code: 2, since: [], err });
    }
    for (const release of ['main', loosened, `${loosened}~1`, 'main~1:']) expect(await told(made, '--since', release)).toMatchObject({ code: 4, err: '' });
  });

  it('is not known from a ledger that is wrong, or of another history, and that is said', async () => {
    const ledger = await sealed();
    const broken = await told(proposal({ 'ledger.jsonl': ledger.replace('"version":"2.0.0"', '"version":"2.0.1"') }));
    expect(broken).toMatchObject({ code: 3, err: expect.stringMatching(/^waymark: The ledger `ledger\.jsonl` of main \([0-9a-f]{12}\) cannot say what was released last\. Line \d+ is not as it was sealed: .* Mend it on that branch; .* name the last release with `--since`\.\n$/) as string });
    const elsewhere = newRepository();
    elsewhere.commit(governed, 'Another history');
    expect((await waymark(elsewhere.folder, ['ledger', 'seal', '--ref', 'main'])).code).toBe(0);
    const foreign = await told(proposal({ 'ledger.jsonl': readFileSync(join(elsewhere.folder, 'ledger.jsonl'), 'utf8') }));
    expect(foreign).toMatchObject({ code: 3, err: expect.stringMatching(/Its last entry names the commit [0-9a-f]{12}, which cannot be read\. /) as string });
    expect((await told(proposal({ 'ledger.jsonl': ledger.replaceAll('a.b/w', 'a.b/x').replaceAll(/"digest".*/g, '') }))).code).toBe(3);
  });

  it('is not known in a shallow clone, which says what to run', async () => {
    const clone = cloneOf(proposal(), '--depth', '2', '--branch', 'proposal', '--no-single-branch');
    const { code, err } = await waymark(clone.folder, ['review', 'origin/main', 'origin/proposal']);
    expect([code, err]).toEqual([3, expect.stringContaining("`git fetch --unshallow origin '+refs/heads/*:refs/remotes/origin/*'`; in CI") as string]);
  });

  it('costs no process of git more for commits that were approved', async () => {
    proposal();
    for (const title of ['One', 'Two', 'Three']) repository.commit({ 'promise.yaml': promise('2.1.0', '120h', 'warnAt: 80\n').replace('title: settlement', `title: ${title}`) });
    const [head, ...earlier] = repository.git('rev-list', 'main..proposal').split('\n');
    const file = join(newFolder(), 'host.json');
    const processesFor = async (commits: readonly string[]): Promise<number> => {
      const approvals = commits.map((commit, at) => ({ login: `login-${at}`, commit, state: 'approved', at: '2026-11-21T10:00:00Z' }));
      writeFileSync(file, JSON.stringify({ format: 'waymark-host/1', host: 'git.example', repository: 'journeys', pullRequest: 17, base: main, head, author: 'mallory', committers: ['mallory'], approvals }));
      const count = countingGit();
      expect((await told(repository, '--host', file)).err).toBe('');
      return count();
    };
    const none = await processesFor([head!]);
    expect(none).toBe(6);
    expect(await processesFor([...earlier, head!, 'd'.repeat(40)])).toBe(none);
  });
});
