import { shown } from '../base/words.js';
import { filesOf } from './git/commit-files.js';
import type { Commit } from './git/commit.js';
import { failureOf, type GitProblem } from './git/git-problem.js';
import { pinCommits, whyUnknown } from './git/pin-commits.js';
import { readRefName } from './git/ref-names.js';
import { openRepository, type Repository } from './git/repository.js';
import { labelOf, within } from './revision-sources.js';

/** A file as a commit holds it. */
export interface CommittedFile {
  readonly bytes: Uint8Array;
  /** How people are told of the commit: `origin/main (1cf1455ad9c5)`. */
  readonly label: string;
  /** Whether the commit was named by the whole of its id, so that nobody can make it mean another one. */
  readonly isById: boolean;
}

/**
 * Reads one file of any kind and size from a commit. Its bytes are those that were committed.
 *
 * @param folder - Absolute folder that the file lies in.
 * @param name - Its name in that folder.
 * @param text - A branch, a tag or a commit.
 */
export function committedFile(folder: string, name: string, text: string): CommittedFile | GitProblem {
  const repository = openRepository(folder);
  if ('problem' in repository) return repository;
  const ref = readRefName(text);
  if ('problem' in ref) return ref;
  const commit = pinCommits(repository, [ref])[0] ?? whyUnknown(repository, ref);
  if ('problem' in commit) return commit;
  const bytes = bytesAt(repository, commit, within(repository.folder, name), labelOf(commit, text));
  return 'problem' in bytes ? bytes : { bytes, label: labelOf(commit, text), isById: commit.id === text.toLowerCase() };
}

function bytesAt(repository: Repository, commit: Commit, path: string, label: string): Uint8Array | GitProblem {
  const files = filesOf(repository, commit);
  if ('problem' in files) return files;
  const id = files.below('').identity?.(path);
  if (id === undefined) return { reason: 'not-there', problem: `${label} holds no ordinary file \`${shown(path)}\`.` };
  const answer = repository.git.run(['cat-file', 'blob', id]);
  return answer.code === 0 ? answer.out : failureOf(answer, `reading \`${shown(path)}\` from ${label}`);
}
