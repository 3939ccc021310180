import type { Commit } from './git/commit.js';
import { pinCommits } from './git/pin-commits.js';
import { readRefName, type RefName } from './git/ref-names.js';
import { historyOf, type History } from './history.js';
import type { GitProblem } from './git/git-problem.js';
import { openSources, type Comparison } from './revisions.js';
import { commitSource, type Revision } from './revision-sources.js';

/**
 * Opens more commits of a repository that two versions were opened of. All are found by one process and each is listed by one; their files are read together
 * with those of everything else that was opened before the first look.
 *
 * @param ids - Whole ids. Those that are not in this clone are left out.
 */
export function openFurther({ repository: open }: Comparison, ids: readonly string[]): ReadonlyMap<string, Revision> {
  const refs = [...new Set(ids)].map(readRefName).filter((ref): ref is RefName => !('problem' in ref));
  const repository = refs.length === 0 ? undefined : open();
  if (repository === undefined || 'problem' in repository) return new Map();
  const pinned = pinCommits(repository, refs);
  return new Map(refs.flatMap(({ text }, at) => {
    const commit = pinned[at];
    const opened = commit === undefined || 'problem' in commit ? [] : openSources([commitSource(repository, commit, text)]);
    return 'problem' in opened ? [] : opened.map((revision) => [text, revision] as const);
  }));
}

/** The history of a branch up to one of the commits that were compared. Takes three processes, however long it is. */
export function historyBehind({ repository: open }: Comparison, tip: Commit, label: string): History | GitProblem {
  const repository = open();
  return 'problem' in repository ? repository : historyOf(repository, { tip, label });
}
