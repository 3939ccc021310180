import { commitToCome, type Commit } from './git/commit.js';
import { pinCommits } from './git/pin-commits.js';
import { readRefName, type RefName } from './git/ref-names.js';
import { historyOf, type History } from './history.js';
import type { GitProblem } from './git/git-problem.js';
import { openSources, type Comparison } from './revisions.js';
import { commitSource, type Revision } from './revision-sources.js';

/**
 * Opens more commits of a repository that two versions were opened of. What was foreseen takes no process; else all are found by one, listed by one
 * and read by one.
 *
 * @param ids - Whole ids. Those that are not in this clone are left out.
 */
export function openFurther({ repository: open, tip }: Comparison, ids: readonly string[]): ReadonlyMap<string, Revision> {
  const refs = [...new Set(ids)].map(readRefName).filter((ref): ref is RefName => !('problem' in ref));
  const repository = refs.length === 0 ? undefined : open();
  if (repository === undefined || 'problem' in repository) return new Map();
  const others = refs.filter(({ text }) => text !== tip?.id);
  const pinned = new Map(pinCommits(repository, others).map((found, at) => [others[at]!.text, found]));
  return new Map(refs.flatMap(({ text }) => {
    const commit = text === tip?.id ? tip : pinned.get(text);
    const opened = commit === undefined || 'problem' in commit ? [] : openSources([commitSource(repository, commit, text)]);
    return 'problem' in opened ? [] : opened.map((revision) => [text, revision] as const);
  }));
}

/**
 * Opens a commit that a branch was at before the earlier of two versions. Takes one process to list its files and one to read them.
 *
 * @param id - Its whole id.
 * @returns Nothing where the branch was never at that commit.
 */
export function openEarlier({ repository: open, base }: Comparison, id: string): Revision | undefined {
  const repository = open();
  if ('problem' in repository || base.commit === undefined || !repository.lists.goBack(base.commit, id)) return undefined;
  const opened = openSources([commitToCome(id, repository.objects), base.commit].map((commit) => commitSource(repository, commit, commit.id)));
  return 'problem' in opened ? undefined : opened[0];
}

/** The history of a branch up to one of the commits that were compared. Takes two processes, however long it is. */
export function historyBehind({ repository: open }: Comparison, tip: Commit, label: string): History | GitProblem {
  const repository = open();
  return 'problem' in repository ? repository : historyOf(repository, { tip, label });
}
