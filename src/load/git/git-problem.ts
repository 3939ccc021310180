import { excerpt } from '../../base/words.js';
import type { GitAnswer } from './run-git.js';

/** Why something cannot be read from git. */
export interface GitProblem {
  /** Which of the reasons it is. */
  readonly reason: GitReason;
  /** What is wrong and what to do about it, as sentences. */
  readonly problem: string;
}

/** Which of the reasons it is, for programs. */
export type GitReason =
  | 'no-git'
  | 'old-git'
  | 'no-repository'
  | 'embedded-repository'
  | 'dubious-ownership'
  | 'bare'
  | 'malformed'
  | 'unknown'
  | 'ambiguous'
  | 'not-a-commit'
  | 'unborn'
  | 'no-base'
  | 'shallow'
  | 'unrelated'
  | 'missing-object'
  | 'not-there'
  | 'submodule'
  | 'slow'
  | 'too-much'
  | 'failed';

/**
 * The sentence that ends every complaint about a clone without all of the history. Such a clone mostly follows one branch only, so all of
 * them are named: without that, the branch to compare with would still not be there.
 */
export const howToUnshallow = `Run \`git fetch --unshallow origin '+refs/heads/*:refs/remotes/origin/*'\`; in CI let the checkout fetch everything (\`fetch-depth: 0\`).`;

/** The command that brings a branch of the origin, also into a clone that follows another one only: there `git fetch origin main` writes no `origin/main`. */
export function howToFetch(branch: string): string {
  return `git fetch origin ${branch}:refs/remotes/origin/${branch}`;
}

/** What kept git from answering, when it is none of what the caller knows more about. @internal */
export function failureOf({ failure, said }: GitAnswer, attempt: string): GitProblem {
  switch (failure) {
    case 'absent':
      return { reason: 'no-git', problem: `git cannot be run, and without it ${attempt} is not possible. Install git, or see that it is on the PATH.` };
    case 'slow':
      return { reason: 'slow', problem: `git took more than 30 seconds, so ${attempt} was given up. Try again when the machine is less busy.` };
    case 'too-much':
      return { reason: 'too-much', problem: `git told more than can be held in memory, so ${attempt} was given up. Name a smaller part of the repository.` };
    default:
      return isIncomplete(said) ? incomplete(attempt) : { reason: 'failed', problem: `git refuses, so ${attempt} is not possible. It says: ${lastLine(said)}` };
  }
}

/** Git says it in many ways when an object is not in a clone, and a clone that was made with a filter says it differently. */
export function isIncomplete(said: string): boolean {
  return /promisor remote|lazy fetching|not a tree object|bad object|unable to read|bad tree|could not (?:read|parse)|missing/i.test(said);
}

/** Whether git stopped at what a clone that was made with a filter lacks. */
export function isAboutFilter(said: string): boolean {
  return /promisor|lazy fetching/.test(said);
}

function incomplete(attempt: string): GitProblem {
  return { reason: 'missing-object', problem: `Some of what git has to read is not in this clone or is damaged, so ${attempt} is not possible. ${howToComplete}` };
}

export const howToComplete = 'If the clone was made with a filter, run `git fetch --refetch --no-filter`; if not, run `git fsck` and clone it anew.';

function lastLine(said: string): string {
  const lines = said.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const line = lines.find((each) => each.startsWith('fatal:')) ?? lines.at(-1) ?? 'nothing.';
  return excerpt(line.replace(/^fatal: /, '').replace(/\p{Cc}/gu, ' '), 200);
}
