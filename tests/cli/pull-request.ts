import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder, newRepository, type Files, type TestRepository } from '../support/git-repository.js';
import { waymark, type Run } from './harness.js';

/** A branch `proposal` that is meant for `main`. */
export interface PullRequest {
  readonly repository: TestRepository;
  /** The commit that both began with. */
  readonly base: string;
  /** The commits of the branch. */
  readonly commits: readonly string[];
}

/** What the host says of it; by default somebody opened it who is in no team, and nobody has approved. */
export interface Said {
  readonly author?: string;
  readonly committers?: readonly string[];
  /** Logins that approved the last commit. */
  readonly approvedBy?: readonly string[];
  /** The commit that they approved, where it is not the last. */
  readonly approvedAt?: string;
  readonly base?: string;
}

/** A repository that holds some files on `main`, and a branch with commits. */
export function pullRequest(files: Files, ...commits: readonly Files[]): PullRequest {
  const repository = newRepository();
  const base = repository.commit(files);
  repository.git('checkout', '-q', '-b', 'proposal');
  return { repository, base, commits: commits.map((each) => repository.commit(each)) };
}

/** `waymark review` with the host's word. */
export async function reviewed({ repository, base, commits }: PullRequest, { author = 's-lang', committers = [author], approvedBy = [], approvedAt, ...said }: Said = {}, ...args: readonly string[]): Promise<Run> {
  const head = commits.at(-1)!;
  const approvals = approvedBy.map((login) => ({ login, commit: approvedAt ?? head, state: 'approved', at: '2026-11-21T10:00:00Z' }));
  const file = join(newFolder(), 'host.json');
  writeFileSync(file, JSON.stringify({ format: 'waymark-host/1', host: 'git.example', repository: 'journeys', pullRequest: 17, base: said.base ?? base, head, author, committers, approvals }));
  return waymark(repository.folder, ['review', 'main', 'proposal', '--host', file, '--no-color', ...args]);
}

/** What was printed, each paragraph on one line. */
export function linesOf({ out }: Run): readonly string[] {
  return out.replace(/\n {4}/g, ' ').split('\n').map((line) => line.trim());
}
