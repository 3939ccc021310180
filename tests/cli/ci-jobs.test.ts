import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ciFiles } from '../../src/cli/init/ci-jobs.js';
import { readHostReport } from '../../src/control/host.js';
import { cloneOf, newFolder, newRepository } from '../support/git-repository.js';
import { root } from '../support/imports.js';
import { journeyTexts } from '../support/journey-texts.js';
import { waymark } from './harness.js';

const hasJq = spawnSync('jq', ['--version']).status === 0;
const github = ciFiles('github')[0]!.content;
const gitlab = ciFiles('gitlab')[0]!.content;
const [base, first, head] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string];

const mergeRequest = { CI_MERGE_REQUEST_IID: '17', CI_MERGE_REQUEST_PROJECT_ID: '5', CI_MERGE_REQUEST_PROJECT_PATH: 'acme/journeys', CI_MERGE_REQUEST_DIFF_BASE_SHA: base, CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: '', CI_COMMIT_SHA: head, CI_API_V4_URL: 'https://git.example/api/v4', CI_SERVER_URL: 'https://git.example', CI_SERVER_HOST: 'git.example', WAYMARK_READ_TOKEN: 'x' };

interface Workflow {
  readonly permissions: object;
  readonly jobs: { readonly journeys: { readonly steps: readonly { readonly name?: string; readonly uses?: string; readonly run?: string; readonly with?: object }[] } };
}

const steps = (parse(github) as Workflow).jobs.journeys.steps;
const job = (parse(gitlab) as { readonly journeys: { readonly script: readonly string[] } }).journeys;

/** Runs a part of a job as its host does. Programs that would ask the host answer from files by the end of the address. */
function ran(script: string, asker: 'gh' | 'curl', answers: { readonly [end: string]: string }, environment: { readonly [name: string]: string }): { readonly code: number | null; readonly said: string; readonly host: string } {
  const [bin, folder] = [newFolder(), newFolder()];
  const cases = Object.entries(answers).map(([end, answer], index) => {
    writeFileSync(join(bin, `${index}.json`), answer);
    return `*${end}) cat ${join(bin, `${index}.json`)} ;;`;
  });
  writeFileSync(join(bin, asker), `#!/bin/sh\nfor last; do :; done\ncase "$last" in ${cases.join(' ')} *) echo "no $last" >&2; exit 22 ;; esac\n`);
  chmodSync(join(bin, asker), 0o755);
  const { status, stderr } = spawnSync('bash', ['--norc', '-e', '-o', 'pipefail', '-c', script], { cwd: folder, encoding: 'utf8', env: { PATH: `${bin}${delimiter}${process.env['PATH']}`, RUNNER_TEMP: folder, ...environment } });
  const file = join(folder, 'host.json');
  return { code: status, said: stderr, host: existsSync(file) ? readFileSync(file, 'utf8') : '' };
}

describe.skipIf(!hasJq)('the job of GitHub (skipped without jq)', () => {
  const asking = steps.find(({ name }) => name === 'What GitHub knows of the pull request')!.run!;
  const review = (login: string | null, state: string, commit: string, at: string | null): object => ({ user: login === null ? null : { login }, state, commit_id: commit, submitted_at: at, body: '"}]' });
  const commit = (author: string | null, committer: string | null): object => ({ sha: first, author: author === null ? null : { login: author }, committer: committer === null ? null : { login: committer } });
  const pull = { number: 17, commits: 3, user: { login: 's-lang' }, base: { sha: '9'.repeat(40), repo: { full_name: 'acme/journeys' } }, head: { sha: '8'.repeat(40) } };

  function asked(commits: string, reviews: string): ReturnType<typeof ran> {
    const event = join(newFolder(), 'event.json');
    writeFileSync(event, JSON.stringify({ pull_request: { base: { sha: base }, head: { sha: head } } }));
    return ran(asking, 'gh', { '/pulls/17': JSON.stringify(pull), '/reviews': reviews, '/commits': commits }, { PULL: 'repos/acme/journeys/pulls/17', GITHUB_EVENT_PATH: event, GITHUB_SERVER_URL: 'https://github.com' });
  }

  it('makes what `--host` reads: all pages, whoever wrote, and not what GitHub itself commits', () => {
    const commits = `${JSON.stringify([commit('s-lang', 's-lang'), commit('m-okafor', 'web-flow')])}\n${JSON.stringify([commit(null, null)])}`;
    const reviews = `${JSON.stringify([review('a-huber', 'APPROVED', first, '2026-11-20T10:00:00Z'), review('j-peters', 'CHANGES_REQUESTED', head, '2026-11-21T10:00:00Z'), review(null, 'APPROVED', head, '2026-11-21T10:00:00Z')])}${JSON.stringify([review('x', 'PENDING', head, null), review('y', 'DISMISSED', head, '2026-11-21T11:00:00Z')])}`;
    const { code, said, host } = asked(commits, reviews);
    expect([code, said]).toEqual([0, '']);
    expect(readHostReport(host)).toEqual({
      format: 'waymark-host/1',
      host: 'github.com',
      repository: 'acme/journeys',
      pullRequest: 17,
      base,
      head,
      author: 's-lang',
      committers: ['m-okafor', 's-lang'],
      approvals: [
        { login: 'a-huber', commit: first, state: 'approved', at: '2026-11-20T10:00:00Z' },
        { login: 'j-peters', commit: head, state: 'changes-requested', at: '2026-11-21T10:00:00Z' },
        { login: 'y', commit: head, state: 'dismissed', at: '2026-11-21T11:00:00Z' },
      ],
    });
  });

  it('says nothing where not every commit is told, so that nobody can approve what he or she wrote', () => {
    const { code, said, host } = asked(JSON.stringify([commit('s-lang', 's-lang')]), '[]');
    expect([code === 0, host]).toEqual([false, '']);
    expect(said).toContain('does not list all commits');
  });

  it('may have nobody who reviewed', () => {
    const three = JSON.stringify([commit('s-lang', 's-lang'), commit('s-lang', 's-lang'), commit('s-lang', 's-lang')]);
    expect(readHostReport(asked(three, '[]').host)).toMatchObject({ committers: ['s-lang'], approvals: [] });
  });
});

describe.skipIf(!hasJq)('the job of GitLab (skipped without jq)', () => {
  const asking = job.script.find((each) => each.includes('waymark-host/1'))!;
  const versions = [{ head_commit_sha: head, created_at: '2026-11-21T12:00:00.500+02:00' }, { head_commit_sha: first, created_at: '2026-11-20T09:00:00.000Z' }];
  const committers = (nodes: readonly string[], hasNextPage = false): string => JSON.stringify({ data: { project: { mergeRequest: { committers: { nodes: nodes.map((username) => ({ username })), pageInfo: { hasNextPage } } } } } });
  const approval = (username: string, at?: string): object => ({ user: { username }, ...(at === undefined ? {} : { approved_at: at }) });

  function asked(approvals: readonly object[], people = committers(['s-lang']), extra: object = {}): ReturnType<typeof ran> {
    const answers = { '/merge_requests/17': JSON.stringify({ iid: 17, author: { username: 's-lang' } }), '/approvals': JSON.stringify({ approved_by: approvals }), '/versions?per_page=100': JSON.stringify(versions), '/graphql': people };
    return ran(asking, 'curl', answers, { ...mergeRequest, ...extra });
  }

  it('makes what `--host` reads: an approval is about the version that was there when it was given', () => {
    const { code, said, host } = asked([approval('a-huber', '2026-11-21T10:00:01.000Z'), approval('j-peters', '2026-11-21T11:59:59.000+02:00'), approval('early', '2026-11-19T10:00:00Z'), approval('same', '2026-11-21T10:00:00.900Z')], committers(['s-lang', 'm-okafor']));
    expect([code, said]).toEqual([0, '']);
    expect(readHostReport(host)).toEqual({
      format: 'waymark-host/1',
      host: 'git.example',
      repository: 'acme/journeys',
      pullRequest: 17,
      base,
      head,
      author: 's-lang',
      committers: ['s-lang', 'm-okafor'],
      approvals: [
        { login: 'a-huber', commit: head, state: 'approved', at: '2026-11-21T10:00:01Z' },
        { login: 'j-peters', commit: first, state: 'approved', at: '2026-11-21T09:59:59Z' },
        { login: 'same', commit: first, state: 'approved', at: '2026-11-21T10:00:00Z' },
      ],
    });
    expect(readHostReport(asked([], committers([]), { CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: first }).host)).toMatchObject({ head: first, approvals: [] });
  });

  it('says nothing where GitLab does not tell when, or not who else has committed', () => {
    for (const [said, outcome] of [['does not say when', asked([approval('a-huber')])], ['does not list all', asked([], committers(['s-lang'], true))], ['does not list all', asked([], '{"data": {"project": null}}')]] as const) {
      expect([outcome.code === 0, outcome.host]).toEqual([false, '']);
      expect(outcome.said).toContain(said);
    }
  });

  it('asks nobody without a token, and outside of a merge request', () => {
    for (const extra of [{ WAYMARK_READ_TOKEN: '' }, { CI_MERGE_REQUEST_IID: '' }]) expect(asked([], '', extra)).toMatchObject({ code: 0, host: '' });
  });
});

/** A pull request in a repository, as a job has it: the merge is checked out, and the host is asked who has agreed. */
interface Proposed {
  readonly clone: string;
  readonly base: string;
  readonly head: string;
}

const insurance = journeyTexts('insurance');
const csat = 'kpis/claim-csat.yaml';

function proposed(): Proposed {
  const origin = newRepository();
  const from = origin.commit(insurance);
  origin.git('checkout', '-q', '-b', 'proposal');
  const to = origin.commit({ [csat]: insurance[csat]!.replace(/^title: .*$/m, 'title: Satisfaction').replace('version: 1.0.1', 'version: 1.0.2') });
  origin.git('checkout', '-q', 'main');
  const clone = cloneOf(origin);
  clone.git('checkout', '-q', '--detach', 'origin/main');
  clone.git('merge', '-q', '--no-ff', '-m', 'Merge', 'origin/proposal');
  return { clone: clone.folder, base: from, head: to };
}

/** Runs everything of a job that follows the installation, with this command in the place of the installed one. */
function wholeJob(script: string, asker: 'gh' | 'curl', answers: { readonly [end: string]: string }, environment: { readonly [name: string]: string }): ReturnType<typeof ran> {
  const fixed = { WAYMARK_AS_OF: '2026-11-22', ...environment };
  return ran(`waymark() { "${process.execPath}" --import "${import.meta.resolve('tsx')}" "${join(root, 'src/cli/bin.ts')}" "$@"; }\n${script}`, asker, answers, fixed);
}

describe.skipIf(!hasJq)('a whole job, from what the host answers to the gate (skipped without jq)', () => {
  it.each([['a-huber', 0, 'Ready to merge'], ['s-lang', 4, 'Not ready to merge: 1 approval missing']] as const)('of GitHub, with an approval of %s', (login, code, words) => {
    const { clone, base: from, head: to } = proposed();
    const [event, summary] = ['event.json', 'summary.md'].map((name) => join(newFolder(), name)) as [string, string];
    writeFileSync(event, JSON.stringify({ pull_request: { base: { sha: from }, head: { sha: to } } }));
    const answers = {
      '/pulls/17': JSON.stringify({ number: 17, commits: 1, user: { login: 's-lang' }, base: { repo: { full_name: 'acme/journeys' } } }),
      '/reviews': JSON.stringify([{ user: { login }, state: 'APPROVED', commit_id: to, submitted_at: '2026-11-21T10:00:00Z' }]),
      '/commits': JSON.stringify([{ author: { login: 's-lang' }, committer: { login: 'web-flow' } }]),
    };
    const script = `${steps.find(({ name }) => name === 'What GitHub knows of the pull request')!.run!}\ncd "${clone}"\n${steps.at(-1)!.run!}`;
    const run = wholeJob(script, 'gh', answers, { PULL: 'repos/acme/journeys/pulls/17', GITHUB_SERVER_URL: 'https://github.com', GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main', GITHUB_EVENT_PATH: event, GITHUB_STEP_SUMMARY: summary });
    expect([run.code, run.said]).toEqual([code, '']);
    expect(readFileSync(summary, 'utf8')).toMatch(new RegExp(`^## waymark: ${words}`));
  });

  it.each([['a-huber', 0], ['s-lang', 4]] as const)('of GitLab, with an approval of %s', (login, code) => {
    const { clone, base: from, head: to } = proposed();
    const answers = {
      '/merge_requests/17': JSON.stringify({ iid: 17, author: { username: 's-lang' } }),
      '/approvals': JSON.stringify({ approved_by: [{ user: { username: login }, approved_at: '2026-11-21T10:00:00.000Z' }] }),
      '/versions?per_page=100': JSON.stringify([{ head_commit_sha: to, created_at: '2026-11-20T09:00:00.000Z' }]),
      '/graphql': JSON.stringify({ data: { project: { mergeRequest: { committers: { nodes: [{ username: 's-lang' }], pageInfo: { hasNextPage: false } } } } } }),
    };
    const script = job.script.filter((each) => !/npm install|apt-get/.test(each)).join('\n');
    const pipeline = { GITLAB_CI: 'true', CI_PIPELINE_SOURCE: 'merge_request_event', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main', CI_MERGE_REQUEST_DIFF_BASE_SHA: from, CI_PROJECT_DIR: clone };
    const run = wholeJob(script, 'curl', answers, { ...mergeRequest, ...pipeline, CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: to, CI_COMMIT_SHA: 'f'.repeat(40) });
    expect([run.code, run.said]).toEqual([code, '']);
    expect(readFileSync(join(clone, 'gl-code-quality-report.json'), 'utf8').includes('"change/approvals-present"')).toBe(code === 4);
  });
});

describe('the jobs that `waymark init` writes', () => {
  it('run nothing that a pull request brings', () => {
    const place = (test: (step: (typeof steps)[number]) => boolean): number => steps.findIndex(test);
    expect(place(({ run }) => run?.includes('npm install --global') === true)).toBeLessThan(place(({ uses }) => uses?.startsWith('actions/checkout') === true));
    expect(steps.slice(place(({ uses }) => uses?.startsWith('actions/checkout') === true) + 1).map(({ run }) => run)).toEqual(['waymark ci --host "$RUNNER_TEMP/host.json"']);
    expect((parse(github) as Workflow).permissions).toEqual({ contents: 'read', 'pull-requests': 'read' });
    const back = job.script.findIndex((each) => each.includes('CI_PROJECT_DIR'));
    expect(job.script[0]).toBe('cd "$(mktemp -d)"');
    expect(job.script.slice(back + 1)).toEqual(['waymark ci ${WAYMARK_HOST:+--host "$WAYMARK_HOST"}']);
    for (const text of [github, gitlab]) expect(text).not.toMatch(/npx|npm ci|pull_request_target|\$\{\{ github\.(?:head_ref|event\.pull_request\.(?:title|body|head\.ref))/);
  });

  it('are those that the page shows', () => {
    const page = readFileSync(new URL('../../docs/changes.md', import.meta.url), 'utf8');
    expect([...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text)).toEqual([github, gitlab]);
  });

  it('are green for a first draft of somebody who works alone', async () => {
    const made = newRepository();
    await waymark(made.folder, ['init']);
    made.commit({}, 'First');
    made.git('checkout', '-q', '-b', 'proposal');
    const path = join(made.folder, 'journeys/our-first-journey.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('We answer', 'We reply').replace('0.1.0', '0.1.1'));
    made.commit();
    expect(await waymark(made.folder, ['ci', '--base', 'main', '--no-color'])).toMatchObject({ code: 0 });
  });
});
