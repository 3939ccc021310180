import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cloneOf, newFolder, newRepository, writeFiles, type TestRepository } from '../support/git-repository.js';
import { journeyTexts } from '../support/journey-texts.js';
import { waymark, type Run } from './harness.js';

const insurance = journeyTexts('insurance');
const settlement = 'slas/motor-claim-settlement.yaml';
const csat = 'kpis/claim-csat.yaml';
const retitled = insurance[csat]!.replace(/^title: .*$/m, 'title: Satisfaction').replace('version: 1.0.1', 'version: 1.0.2');
const loosened = insurance[settlement]!.replace('{within: 10d, percent: 90', '{within: 12d, percent: 88').replace('floor: 10d', 'floor: 12d').replace('version: 1.2.0', 'version: 2.0.0').replace(/effective: {from: [\d-]+/, 'effective: {from: 2026-12-24');

interface Proposed {
  readonly made: TestRepository;
  readonly base: string;
  readonly head: string;
}

/** A clone, as a job has it, in which a branch is checked out that changes some files. */
function proposed(files: { readonly [path: string]: string }): Proposed {
  const origin = newRepository();
  const base = origin.commit(insurance);
  origin.git('checkout', '-q', '-b', 'proposal');
  const head = origin.commit(files);
  return { made: cloneOf(origin), base, head };
}

interface Job {
  readonly environment: { readonly [name: string]: string };
  readonly summary: string;
}

/** The environment of a job of GitHub that a pull request has started. */
function github({ base, head }: Proposed, event: object = { pull_request: { title: '::error::x', base: { ref: 'main', sha: base }, head: { ref: 'x', sha: head } } }): Job {
  const folder = newFolder();
  const [path, summary] = [join(folder, 'event.json'), join(folder, 'summary.md')];
  writeFileSync(path, JSON.stringify(event));
  writeFileSync(summary, 'Before.\n');
  return { summary, environment: { GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path, GITHUB_BASE_REF: 'main', GITHUB_STEP_SUMMARY: summary } };
}

function gitlab({ base, head }: Proposed): Job['environment'] {
  return { GITLAB_CI: 'true', CI_PIPELINE_SOURCE: 'merge_request_event', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main', CI_MERGE_REQUEST_DIFF_BASE_SHA: base, CI_COMMIT_SHA: head, CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: '' };
}

function hostFile({ base, head }: Proposed, ...logins: readonly string[]): string {
  const file = join(newFolder(), 'host.json');
  const approvals = logins.map((login) => ({ login, commit: head, state: 'approved', at: '2026-11-21T10:00:00Z' }));
  writeFileSync(file, JSON.stringify({ format: 'waymark-host/1', host: 'git.example', repository: 'journeys', pullRequest: 17, base, head, author: 's-lang', committers: ['s-lang'], approvals }));
  return file;
}

const run = (folder: string, environment: Job['environment'], ...args: readonly string[]): Promise<Run> => waymark(folder, ['ci', '--no-color', ...args], environment);
const commands = ({ out }: Run): readonly string[] => out.split('\n').filter((line) => line.startsWith('::'));

describe('waymark ci on GitHub', () => {
  it('checks and reviews the pull request, annotates it, and adds the review to the summary of the step', async () => {
    const made = proposed({ [settlement]: loosened });
    const { environment, summary } = github(made);
    const { code, out, err } = await run(made.made.folder, environment);
    expect([code, err]).toEqual([4, '']);
    expect(out).toContain('No findings. ');
    expect(out).toContain('\nNot ready to merge: ');
    expect(commands({ code, out, err }).filter((line) => line.startsWith(`::warning file=${settlement},`)).length).toBe(2);
    expect(commands({ code, out, err }).some((line) => line.startsWith('::error'))).toBe(true);
    expect(readFileSync(summary, 'utf8')).toMatch(/^Before\.\n## waymark: Not ready to merge: [^]*\n## waymark: [^]*No findings/);
    expect(readFileSync(summary, 'utf8')).toContain('**May harm customers**');
  });

  it('is green with the word of the host, and writes the comment', async () => {
    const made = proposed({ [csat]: retitled });
    const { environment } = github(made);
    const comment = join(newFolder(), 'comment.md');
    const ready = await run(made.made.folder, environment, '--host', hostFile(made, 'q-reiter', 'a-huber'), '--comment', comment);
    expect([ready.code, ready.err]).toEqual([0, '']);
    expect(readFileSync(comment, 'utf8')).toMatch(/^## waymark: Ready to merge: /);
    expect(await run(made.made.folder, environment, '--comment', settlement)).toMatchObject({ code: 2, out: '' });
  });

  it('tells a finding once, though the check and the review find it', async () => {
    const made = proposed({ [settlement]: loosened.replace('floor: 12d', 'floor: 10d') });
    const done = await run(made.made.folder, github(made).environment);
    expect(done.code).toBe(1);
    expect(commands(done).filter((line) => line.includes('nobody is to wait longer than 10d')).length).toBe(1);
  });

  it('reviews the last commit of the pull request, and checks the merge that lies here', async () => {
    const made = proposed({ [csat]: retitled });
    made.made.git('checkout', '-q', 'origin/main');
    made.made.git('merge', '-q', '--no-ff', '-m', 'Merge', 'origin/proposal');
    const { out } = await run(made.made.folder, github(made).environment);
    expect(out).toContain(`(${made.head.slice(0, 12)})`.replace(/[()]/g, ''));
  });

  it('finds the base by its branch where the event tells none, for a full clone and for none', async () => {
    const made = proposed({ [csat]: retitled });
    const { environment } = github(made, {});
    expect((await run(made.made.folder, environment)).out).toContain(', from origin/main ');
    const shallow = cloneOf(made.made, '--depth', '1');
    const cut = await run(shallow.folder, github(made).environment);
    expect([cut.code, cut.err]).toEqual([3, expect.stringContaining('fetch-depth: 0')]);
    expect(cut.out).toContain('The change could not be reviewed.');
  });

  it('refuses a pull request whose base nobody names, and a branch of a strange name', async () => {
    const made = proposed({ [csat]: retitled });
    const { environment } = github(made, { pull_request: { base: { sha: '--output=x' } } });
    expect(await run(made.made.folder, { ...environment, GITHUB_BASE_REF: '' })).toMatchObject({ code: 3, out: '', err: expect.stringContaining('--base') as string });
    for (const name of ['--output=x', 'a..b', 'x@{1}', 'no\u001b[31m', '$(touch x)']) {
      const { code, err } = await run(made.made.folder, { ...environment, GITHUB_BASE_REF: name });
      expect([name, code]).toEqual([name, 3]);
      expect(err).toMatch(/^waymark: [^\p{Cc}]+\n$/u);
    }
    expect(existsSync(join(made.made.folder, 'x'))).toBe(false);
  });

  it('only checks after a push, and says so', async () => {
    const made = proposed({ [settlement]: loosened });
    const { environment, summary } = github(made, { ref: 'refs/heads/main' });
    const comment = join(newFolder(), 'comment.md');
    const done = await run(made.made.folder, { ...environment, GITHUB_EVENT_NAME: 'push', GITHUB_BASE_REF: '' }, '--host', '/nowhere/host.json', '--comment', comment);
    expect([done.code, done.err, existsSync(comment)]).toEqual([0, '', false]);
    expect(done.out).toContain('This is no pull request, so nothing was reviewed');
    expect(readFileSync(summary, 'utf8')).toContain('nothing was reviewed');
  });
});

describe('waymark ci on GitLab', () => {
  it('writes the findings and what stands against merging as a report of code quality', async () => {
    const made = proposed({ [settlement]: loosened });
    const { code, out, err } = await run(made.made.folder, gitlab(made));
    expect([code, err]).toEqual([4, '']);
    expect(out).toContain('Not ready to merge: ');
    expect(out).not.toMatch(/^::/m);
    const issues = JSON.parse(readFileSync(join(made.made.folder, 'gl-code-quality-report.json'), 'utf8')) as readonly { readonly severity: string; readonly location: { readonly path: string } }[];
    expect(issues.filter(({ severity, location }) => severity === 'minor' && location.path === settlement)).toHaveLength(2);
    expect(issues.some(({ severity }) => severity === 'major')).toBe(true);
  });

  it('takes the branch as it is now, else where the merge request has parted from it, and the last commit of its own', async () => {
    const made = proposed({ [csat]: retitled });
    expect((await run(made.made.folder, gitlab(made))).out).toContain('from origin/main (');
    expect((await run(made.made.folder, { ...gitlab(made), CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'gone' })).out).toContain(`from ${made.base.slice(0, 12)} to ${made.head.slice(0, 12)}`);
    const merged = { ...gitlab(made), CI_COMMIT_SHA: made.base, CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: made.head };
    expect((await run(made.made.folder, merged)).out).toContain(`to ${made.head.slice(0, 12)}`);
    const lost = { ...gitlab(made), CI_MERGE_REQUEST_TARGET_BRANCH_NAME: '', CI_MERGE_REQUEST_DIFF_BASE_SHA: '' };
    expect((await run(made.made.folder, lost)).code).toBe(3);
    expect((await run(made.made.folder, { ...lost, CI_PIPELINE_SOURCE: 'push' })).code).toBe(0);
  });

  it('writes through no link that lies in the way', async () => {
    const made = proposed({ [csat]: retitled });
    const victim = join(newFolder(), 'victim.txt');
    writeFileSync(victim, 'mine');
    symlinkSync(victim, join(made.made.folder, 'gl-code-quality-report.json'));
    await run(made.made.folder, gitlab(made));
    expect(readFileSync(victim, 'utf8')).toBe('mine');
  });
});

describe('waymark ci anywhere else', () => {
  it('checks, and reviews where a base is named', async () => {
    const made = proposed({ [settlement]: loosened });
    const checked = await run(made.made.folder, {});
    expect(checked.code).toBe(0);
    expect(checked.out).toContain('This is no pull request');
    expect((await run(made.made.folder, {}, '--base', 'origin/main')).code).toBe(4);
    expect((await run(made.made.folder, {}, '--base', 'nowhere')).code).toBe(3);
    writeFiles(made.made.folder, { [settlement]: 'kind: Sla\n' });
    expect((await run(made.made.folder, {})).code).toBe(1);
    expect((await run(made.made.folder, {}, '--base', 'origin/main', '--host', hostFile(made))).out).toContain(`to HEAD (${made.head.slice(0, 12)})`);
  });

  it('ends with the worse of the two', async () => {
    const made = proposed({ [settlement]: loosened });
    writeFiles(made.made.folder, { [settlement]: 'kind: Sla\n' });
    expect((await run(made.made.folder, github(made).environment)).code).toBe(1);
    expect((await run(made.made.folder, github(made).environment, '--host', '/nowhere/host.json')).code).toBe(3);
    expect((await run(newFolder(), github(made).environment)).code).toBe(3);
  });
});
