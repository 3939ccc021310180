import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GitProblem } from '../../../src/load/git/git-problem.js';
import { mergeBase, pinCommits, whyUnknown } from '../../../src/load/git/pin-commits.js';
import { readRefName } from '../../../src/load/git/ref-names.js';
import { openRepository, type Repository } from '../../../src/load/git/repository.js';
import type { Commit } from '../../../src/load/git/commit.js';
import { filesBelow } from '../../support/files.js';
import { cloneOf, dateOf, newRepository, type TestRepository } from '../../support/git-repository.js';

function opened({ folder }: Pick<TestRepository, 'folder'>): Repository {
  const repository = openRepository(folder);
  if ('problem' in repository) throw new Error(repository.problem);
  return repository;
}

function pinned(repository: Repository, text: string): Commit | GitProblem {
  const ref = readRefName(text);
  return 'problem' in ref ? ref : (pinCommits(repository, [ref])[0] ?? whyUnknown(repository, ref));
}

/** The id that a name leads to, or why there is none. */
function outcome(repository: Repository, text: string): string {
  const found = pinned(repository, text);
  return 'problem' in found ? found.reason : found.id;
}

describe('a name', () => {
  const made = newRepository();
  const [first, second] = [made.commit({ 'a.yaml': 'a: 1\n' }), made.commit({ 'a.yaml': 'a: 2\n' })];
  made.git('tag', 'light', first);
  made.git('tag', '-a', '-m', 'One', 'heavy', first);
  made.git('tag', '-a', '-m', 'Two', 'heavier', 'heavy');
  made.git('branch', 'teams/claims', first);
  made.git('branch', 'größe', first);
  made.git('update-ref', 'refs/remotes/origin/topic', first);
  made.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/topic');
  made.git('tag', 'words', made.git('rev-parse', 'HEAD:a.yaml'));
  made.git('tag', 'folder', made.git('rev-parse', 'HEAD^{tree}'));
  made.git('branch', 'both', first);
  made.git('tag', 'both', second);
  made.git('branch', second, first);
  const repository = opened(made);

  it.each(['light', 'heavy', 'heavier', 'teams/claims', 'heads/teams/claims', 'refs/heads/teams/claims', 'größe', 'origin', 'origin/topic', 'main~1', 'main^', 'HEAD~', '@^1', first, first.slice(0, 9), first.toUpperCase(), 'refs/heads/both', 'main^0~1'])('%s leads to the first commit', (text) => {
    expect(outcome(repository, text)).toBe(first);
  });

  it.each(['main', 'HEAD', '@', 'refs/tags/both'])('%s leads to the second', (text) => {
    expect(outcome(repository, text)).toBe(second);
  });

  it('tells when the commit was made, in UTC', () => {
    expect(pinned(repository, 'main')).toMatchObject({ id: second, date: dateOf(1) });
  });

  it.each([
    ['both', 'ambiguous', '`both` can mean `refs/tags/both` and `refs/heads/both`. Write `refs/tags/both` or `refs/heads/both`.'],
    [second, 'ambiguous', undefined],
    ['mian', 'unknown', 'There is no branch, tag or commit `mian` here. Check how it is written, or run `git fetch` first.'],
    ['deadbeef', 'unknown', undefined],
    ['main~7', 'unknown', '`main` is a version, but `~7` leads beyond the first one. Go back fewer steps.'],
    ['main^2', 'unknown', undefined],
    ['words', 'not-a-commit', '`words` does not name a version but a file or a folder. Name a branch or the tag of a version.'],
    ['folder', 'not-a-commit', undefined],
  ])('%s is %s', (text, reason, problem) => {
    const told = pinned(repository, text) as GitProblem;
    expect(told.reason).toBe(reason);
    if (problem !== undefined) expect(told.problem).toBe(problem);
  });

  it('several names take one process', () => {
    const { git } = repository;
    const before = git.processes;
    expect(pinCommits(repository, ['main', 'light', 'HEAD~1', first].map((text) => readRefName(text) as never))).toMatchObject([second, first, first, first].map((id) => ({ id })));
    expect(git.processes - before).toBe(1);
  });

  it('that begins the ids of several commits is refused', () => {
    const crowded = newRepository();
    const commit = (at: number): string => `commit refs/heads/c${at}\ncommitter A <a@b> ${at} +0000\ndata 0\n\n`;
    crowded.gitWith(Array.from({ length: 2000 }, (_, at) => commit(at)).join(''), 'fast-import', '--quiet');
    const beginnings = crowded.git('for-each-ref', '--format=%(objectname)').split('\n').map((id) => id.slice(0, 4));
    const twice = beginnings.find((each, at) => beginnings.indexOf(each) < at)!;
    expect(pinned(opened(crowded), twice)).toEqual({ reason: 'ambiguous', problem: `Several things in this repository have an id that begins with \`${twice}\`. Write more of it.` });
  });
});

describe('a hostile name', () => {
  const hostile = [
    '--output=x', '-x', '--', '--all', '--upload-pack=touch x', '--exec=touch x', '-O./x', '--git-dir=/', '--help', '-c core.pager=touch x', '--end-of-options',
    '^HEAD', '^main', '^', '~1', '', ' ', ' main', 'main ', 'HEAD..main', 'HEAD...main', '..', '...', 'main..', '..main',
    'main@{1}', 'HEAD@{yesterday}', 'main@{99999999999}', '@{-1}', '@{u}', 'main@{upstream}', '@{', 'main@{push}',
    'HEAD\u0000', 'main\u0000--output=x', '\u0000', 'main\nHEAD', 'main\r\nHEAD', '\n', 'main\u001b[31m', 'main\tHEAD', 'main\u007f',
    ':/Change', ':a.yaml', ':0:a.yaml', 'HEAD:a.yaml', 'main^{tree}', 'main^{/Change}', 'main^{commit}', 'main^{}', 'HEAD^@', 'HEAD^!', 'HEAD^-1',
    '*', 'm*n', 'mai?', '[m]ain', 'refs/heads/*', 'refs/heads/', 'refs/', 'refs', '/main', 'main/', 'a//b', '.main', 'refs/../HEAD', 'refs/heads/../../HEAD', 'main.lock', 'main.',
    '$(touch x)', '`touch x`', 'main; touch x', 'main && touch x', 'main | touch x', '> x', '%(refname)', '${IFS}', 'C:\\main', '\\\\host\\share', 'ext::sh -c touch% x',
    'file:///etc/passwd', 'https://example.org/x.git', '/etc/passwd', '../../etc/passwd', '\ud800', 'main\ud800', 'x'.repeat(5000), 'main~99999999999', 'main~-1', `main${'^'.repeat(2000)}`, 'v1.0-3-g0000000', 'FETCH_HEAD', 'MERGE_HEAD', 'ORIG_HEAD', 'main-worktree/HEAD', 'worktrees/x/HEAD', 'stash', 'config', 'index', 'objects', 'logs/HEAD', 'head', 'HEAD/', '::error::x', '##[error]x', '\u202emain',
  ];

  it('is never taken for a version, and nothing is written', () => {
    const made = newRepository();
    made.commit({ 'a.yaml': 'a: 1\n' });
    made.commit({ 'a.yaml': 'a: 2\n' });
    const repository = opened(made);
    const before = filesBelow(made.folder);
    expect(hostile.length).toBeGreaterThan(40);
    expect(hostile.map((text) => [text, outcome(repository, text)]).filter(([, reason]) => reason !== 'malformed' && reason !== 'unknown')).toEqual([]);
    expect(filesBelow(made.folder)).toEqual(before);
  });

  it('is refused in words that hold nothing else than its beginning', () => {
    const told = readRefName(`--output=${'x'.repeat(500)}`) as GitProblem;
    expect(told.problem.length).toBeLessThan(300);
  });

  it('of a ref that exists under it cannot be given either', () => {
    const made = newRepository();
    const id = made.commit({ 'a.yaml': 'a: 1\n' });
    made.git('update-ref', 'refs/heads/-x', id);
    made.git('update-ref', 'refs/heads/--output=x', id);
    expect([outcome(opened(made), '-x'), outcome(opened(made), '--output=x'), outcome(opened(made), 'refs/heads/-x')]).toEqual(['malformed', 'malformed', id]);
    expect(filesBelow(made.folder)).not.toContain('x');
  });

  it('is not taken for what only looks like it', () => {
    const made = newRepository();
    const id = made.commit({ 'a.yaml': 'a: 1\n' });
    made.git('branch', '\ufffd');
    writeFileSync(join(made.folder, '.git/abcdef12'), `${id}\n`);
    expect(['\ufffd', '\ud800', 'abcdef12'].map((text) => outcome(opened(made), text))).toEqual([id, 'malformed', 'unknown']);
  });

  it('is not found behind a full name: a tag may be called as if it were the branch', () => {
    const made = newRepository();
    const [, forged] = [made.commit({ 'a.yaml': 'a: 1\n' }), made.commit({ 'a.yaml': 'a: 2\n' })];
    made.git('update-ref', 'refs/tags/refs/heads/release', forged);
    made.git('update-ref', 'refs/heads/refs/remotes/origin/main', forged);
    made.git('tag', 'HEAD', 'HEAD~1');
    const repository = opened(made);
    expect(['release', 'refs/heads/release', 'refs/remotes/origin/main', 'origin/main', 'HEAD'].map((text) => outcome(repository, text))).toEqual(Array(5).fill('ambiguous'));
  });
});

describe('a commit', () => {
  function dateWritten(committer: string): string | undefined {
    const made = newRepository();
    const tree = made.gitWith('', 'mktree').trim();
    const text = `tree ${tree}\nauthor A <a@b> 1 +0000\ncommitter ${committer}\n\ncommitter B <b@c> 5 +0000\n`;
    const id = made.gitWith(text, 'hash-object', '-t', 'commit', '-w', '--literally', '--stdin').trim();
    made.git('update-ref', '--no-deref', 'refs/heads/odd', id);
    return (pinned(opened(made), 'odd') as Commit).date;
  }

  it.each([
    ['A <a@b> 0 +0000', '1970-01-01T00:00:00Z'],
    ['A <a@b> 4070908800 -1200', '2099-01-01T00:00:00Z'],
    ['A 7 +0000 <a@b> 1795368390 +0530', '2026-11-22T17:26:30Z'],
    [`${'1'.repeat(200_000)} <a@b> 60 +0000`, '1970-01-01T00:01:00Z'],
  ])('of %.40s was made at %s', (committer, date) => {
    expect(dateWritten(committer)).toBe(date);
  });

  it.each(['A <a@b> 99999999999999 +0000', 'A <a@b> never', '', 'A <a@b> 1e9 +0000'])('of %j was made nobody knows when', (committer) => {
    expect(dateWritten(committer)).toBeUndefined();
  });
});

describe('without all of the history', () => {
  const whole = newRepository();
  const [first] = [whole.commit({ 'a.yaml': 'a: 1\n' }), whole.commit({ 'a.yaml': 'a: 2\n' })];
  whole.git('branch', 'topic', first);

  it('steps back, ids and unknown names say how to get it', () => {
    const repository = opened(cloneOf(whole, '--depth', '1'));
    expect(repository.isShallow).toBe(true);
    expect((pinned(repository, 'HEAD~1') as GitProblem).reason).toBe('shallow');
    for (const text of ['HEAD~1', 'topic', first]) expect((pinned(repository, text) as GitProblem).problem).toContain(`Run \`git fetch --unshallow origin '+refs/heads/*:refs/remotes/origin/*'\`; in CI let the checkout fetch everything (\`fetch-depth: 0\`).`);
  });

  it('where versions parted is not known', () => {
    whole.git('checkout', '-q', 'topic');
    whole.commit({ 'b.yaml': 'b: 1\n' });
    const repository = opened(cloneOf(whole, '--depth', '1', '--no-single-branch'));
    const [a, b] = ['origin/main', 'origin/topic'].map((text) => pinned(repository, text) as Commit);
    expect(mergeBase(repository, a!, b!)).toEqual({ reason: 'shallow', problem: expect.stringContaining('git fetch --unshallow') });
  });
});

describe('where versions parted', () => {
  const made = newRepository();
  const base = made.commit({ 'a.yaml': 'a: 1\n' });
  made.git('checkout', '-q', '-b', 'topic');
  made.commit({ 'a.yaml': 'a: 2\n' });
  made.git('checkout', '-q', 'main');
  made.commit({ 'b.yaml': 'b: 1\n' });
  made.git('checkout', '-q', '--orphan', 'alone');
  made.commit({ 'c.yaml': 'c: 1\n' });
  const repository = opened(made);
  const [topic, main, alone] = ['topic', 'main', 'alone'].map((text) => pinned(repository, text) as Commit) as [Commit, Commit, Commit];

  it('is a commit with its date', () => {
    expect(mergeBase(repository, main, topic)).toEqual({ id: base, date: dateOf(0) });
  });

  it('is not told for histories that never met', () => {
    expect(mergeBase(repository, main, alone)).toMatchObject({ reason: 'unrelated', problem: expect.stringMatching(/^The two versions have no common history/) });
  });

  it('takes no process for one and the same version', () => {
    const before = repository.git.processes;
    expect(mergeBase(repository, main, main)).toBe(main);
    expect(repository.git.processes).toBe(before);
  });

  it('is none of several after histories crossed, and they are named', () => {
    const crossed = newRepository();
    crossed.commit({ 'a.yaml': 'a: 1\n' });
    crossed.git('checkout', '-q', '-b', 'left');
    const left = crossed.commit({ 'left.yaml': 'a: 1\n' });
    crossed.git('checkout', '-q', '-b', 'right', 'main');
    const right = crossed.commit({ 'right.yaml': 'a: 1\n' });
    crossed.git('merge', '-q', '-m', 'Merge', left);
    crossed.git('checkout', '-q', 'left');
    crossed.git('merge', '-q', '-m', 'Merge', right);
    const again = opened(crossed);
    const found = [1, 2, 3].map(() => mergeBase(again, pinned(again, 'left') as Commit, pinned(again, 'right') as Commit) as GitProblem);
    for (const id of [left, right]) expect(found[0]).toMatchObject({ reason: 'ambiguous', problem: expect.stringContaining(`\`${id.slice(0, 12)}\``) as string });
    expect(new Set(found.map(({ problem }) => problem)).size).toBe(1);
  });
});

describe('a history that was tampered with on this machine', () => {
  it('is read as it was committed: neither replaced commits nor grafts count', () => {
    const made = newRepository();
    const [first, second, third] = [1, 2, 3].map((n) => made.commit({ 'a.yaml': `a: ${n}\n` })) as [string, string, string];
    made.git('replace', second, first);
    appendFileSync(join(made.folder, '.git/info/grafts'), `${third}\n`);
    expect(outcome(opened(made), 'main~1')).toBe(second);
  });

  it('that lacks the commit itself says so', () => {
    const made = newRepository();
    const id = made.commit({ 'a.yaml': 'a: 1\n' });
    rmSync(join(made.folder, '.git/objects', id.slice(0, 2), id.slice(2)));
    const repository = opened(made);
    for (const text of ['main', 'HEAD']) expect(pinned(repository, text)).toMatchObject({ reason: 'missing-object', problem: expect.stringContaining('git fsck') });
  });

  it('without any commit says so', () => {
    expect(pinned(opened(newRepository()), 'HEAD')).toEqual({ reason: 'unborn', problem: 'This repository has no commit yet, so there is no earlier version. Make the first commit.' });
  });
});
