import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countingGit } from '../support/counting-git.js';
import { newFolder, newRepository, workspace, type Files, type TestRepository } from '../support/git-repository.js';
import { waymark } from './harness.js';

function header(kind: string, id: string, version: string, more: string): string {
  return `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: ${version}\nstatus: active\neffective: {from: 2026-01-0${version[0]}}\nowner: claims\n${more}`;
}

const team = header('Team', 'claims', '1.0.0', 'function: service\npeople: [{id: a-huber, handles: [a-huber]}]\nroles: [{id: journey-owner, person: a-huber}]\n');

function systems(count: number): Files {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`systems/s-${index}.yaml`, header('System', `s-${index}`, '1.0.0', 'type: crm\n')]));
}

/** A system whose type differs from the one before: more than words. */
function changed(version: number): Files {
  return { 'systems/s-0.yaml': header('System', 's-0', `${version}.0.0`, `type: ${['crm', 'web', 'erp'][version % 3]}\n`) };
}

interface Told {
  readonly code: number;
  readonly err: string;
  readonly count: number;
}

describe.each([10, 300])('with %i files', (files) => {
  /** A branch that was left long ago and has gone on, with the ledger of an early version of it where one is meant. */
  function branched(commits: number, isSealed: boolean): Promise<TestRepository> | TestRepository {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'claims.yaml': team, 'words.md': 'Words', ...systems(files) });
    for (let index = 0; index < commits; index += 1) made.commit({ 'systems/s-1.yaml': header('System', 's-1', `1.0.${index + 1}`, 'type: crm\n').replace('title: s-1', `title: Number ${index}`) });
    return isSealed ? sealed(made) : left(made);
  }

  async function sealed(made: TestRepository): Promise<TestRepository> {
    expect((await waymark(made.folder, ['ledger', 'seal', '--ref', 'main'])).code).toBe(0);
    made.commit({ 'systems/s-2.yaml': null, 'systems/new.yaml': header('System', 's-2', '1.0.1', 'type: crm\n') }, 'Seal and move');
    return left(made);
  }

  function left(made: TestRepository): TestRepository {
    made.git('checkout', '-q', '-b', 'topic');
    for (const version of [2, 3]) made.commit(changed(version));
    made.git('checkout', '-q', 'main');
    made.commit({ 'claims.yaml': team.replace('title: claims', 'title: Claims') }, 'The branch goes on');
    made.git('checkout', '-q', 'topic');
    return made;
  }

  async function told({ folder }: TestRepository, args: readonly string[]): Promise<Told> {
    const count = countingGit();
    const { code, err } = await waymark(folder, [...args]);
    return { code, err, count: count() };
  }

  function hostFile(made: TestRepository): string {
    const [head, ...earlier] = made.git('rev-list', 'main..topic').split('\n');
    const approvals = [head!, ...earlier, 'd'.repeat(40)].map((commit, at) => ({ login: `login-${at}`, commit, state: 'approved', at: '2026-11-21T10:00:00Z' }));
    const file = join(newFolder(), 'host.json');
    writeFileSync(file, JSON.stringify({ format: 'waymark-host/1', host: 'git.example', repository: 'journeys', pullRequest: 17, base: made.git('rev-parse', 'main'), head, author: 'mallory', committers: ['mallory'], approvals }));
    return file;
  }

  it.each([[['diff', 'main', 'topic'], 4], [['diff'], 5], [['changelog'], 5], [['bump'], 5]])('%j takes %i processes of git', async (args, processes) => {
    const { err, count } = await told(await branched(3, false), args);
    expect([err, count]).toEqual(['', processes]);
  });

  it.each([
    ['a deep history', 60, false, [], 6],
    ['a ledger', 6, true, [], 6],
    ['a release that is named', 6, false, ['--since', 'main~3'], 4],
  ] as const)('a review with %s takes at most six, with the word of the host and without, and one more for the working tree', async (_, commits, isSealed, options, processes) => {
    const made = await branched(commits, isSealed);
    const alone = await told(made, ['review', 'main', 'topic', ...options]);
    const withHost = await told(made, ['review', 'main', 'HEAD', '--host', hostFile(made), ...options]);
    const unnamed = await told(made, ['review', ...options]);
    expect([alone, withHost, unnamed].map(({ err }) => err)).toEqual(['', '', '']);
    expect([alone.count, withHost.count, unnamed.count]).toEqual([processes, processes, processes + 1]);
  });
});

describe('what more processes are for', () => {
  function journey(id: string, version: string, title: string): string {
    return header('Journey', id, version, `customerGoal: To know\nstages:\n  - id: one\n    title: One\n    steps:\n      - {id: tell, title: ${title}, lane: frontstage, message: {subject: S, language: en, textFile: ${id}.md}, end: success}\n`);
  }

  async function counted(made: TestRepository, args: readonly string[]): Promise<number> {
    const count = countingGit();
    expect((await waymark(made.folder, [...args])).err).toBe('');
    return count();
  }

  /** Journeys that name texts and were first active one after the other; the topic breaks something in all of them. */
  function journeys(count: number): TestRepository {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'claims.yaml': team });
    const ids = Array.from({ length: count }, (_, index) => `j-${index}`);
    for (const id of ids) made.commit({ [`${id}.yaml`]: journey(id, '1.0.0', 'Tell'), [`${id}.md`]: `Words of ${id}` });
    for (const id of ids) made.commit({ [`${id}.yaml`]: journey(id, '1.0.1', 'Say') });
    made.git('checkout', '-q', '-b', 'topic');
    made.commit(Object.fromEntries(ids.map((id) => [`${id}.yaml`, journey(id, '2.0.0', 'Write').replace('lane: frontstage', 'lane: backstage')])));
    return made;
  }

  /** A branch that governs by another name than the default one, which says so. */
  function governedElsewhere(): TestRepository {
    const made = newRepository();
    made.commit({ 'waymark.yaml': `${workspace}branch: trunk\n`, 'claims.yaml': team, ...systems(3) });
    made.git('branch', 'trunk');
    made.git('checkout', '-q', '-b', 'topic');
    made.commit(changed(2));
    return made;
  }

  /** A branch whose ledger names a commit that only a merge brought. */
  async function sealedBeforeMerge(): Promise<TestRepository> {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'claims.yaml': team, ...systems(3) });
    made.git('checkout', '-q', '-b', 'release');
    made.commit({ 'systems/s-1.yaml': header('System', 's-1', '1.0.1', 'type: crm\n').replace('title: s-1', 'title: One') });
    expect((await waymark(made.folder, ['ledger', 'seal', '--ref', 'release'])).code).toBe(0);
    made.commit({}, 'Seal');
    made.git('checkout', '-q', 'main');
    made.commit({ 'words.md': 'Words' });
    made.git('merge', '-q', '--no-ff', '-m', 'Release', 'release');
    made.git('checkout', '-q', '-b', 'topic');
    made.commit(changed(2));
    return made;
  }

  it('is one for the files of all commits at which journeys were first active, however many', async () => {
    expect([await counted(journeys(1), ['review', 'main', 'topic']), await counted(journeys(8), ['review', 'main', 'topic'])]).toEqual([7, 7]);
  });

  it('is to find and read the branch that waymark.yaml names, where nobody names it', async () => {
    const made = governedElsewhere();
    expect([await counted(made, ['diff', 'trunk']), await counted(made, ['diff'])]).toEqual([5, 7]);
    expect([await counted(made, ['review', 'trunk', 'topic']), await counted(made, ['review', 'trunk']), await counted(made, ['review'])]).toEqual([5, 6, 8]);
  });

  it('is to read the history where a change brings a Record and nothing else asks for it', async () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'claims.yaml': team, ...systems(3) });
    made.commit({ 'claims.yaml': team.replace('title: claims', 'title: Claims') });
    made.git('checkout', '-q', '-b', 'topic');
    made.commit(changed(2));
    const options = ['review', 'main', 'topic', '--since', 'main'];
    const without = await counted(made, options);
    made.commit({ 'record.yaml': 'apiVersion: waymark/v1\nkind: Record\nid: decision-1\ntype: decision\ndate: 2026-01-02\nby: [claims#journey-owner]\nsubject: [s-0@2.0.0]\noutcome: done\n' });
    expect([without, await counted(made, options)]).toEqual([4, 6]);
  });

  it('is to find a commit that the ledger names and only a merge brought', async () => {
    expect(await counted(await sealedBeforeMerge(), ['review', 'main', 'topic'])).toBe(9);
  });
});
