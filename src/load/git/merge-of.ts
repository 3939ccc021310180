import type { BranchCommit } from './first-parents.js';
import type { Repository } from './repository.js';

/** A merge of a branch, and the one of its parents that brought a commit. */
export interface MergeOf {
  readonly merge: string;
  readonly parent: string;
}

/**
 * The merge with which a commit came to a branch that was not at it; `undefined` where it never came, or the branch was at it. Takes one process.
 *
 * @param branch - The commits that the branch was at, the oldest first.
 * @param id - The whole id of the commit.
 */
export function mergeOf({ git }: Repository, branch: readonly BranchCommit[], id: string): MergeOf | undefined {
  const tip = branch.at(-1);
  if (tip === undefined || branch.some((each) => each.id === id)) return undefined;
  const answer = git.run(['rev-list', '--parents', '--ancestry-path', `${id}..${tip.id}`, '--']);
  if (answer.code !== 0) return undefined;
  const parents = new Map(answer.out.toString('latin1').split('\n').map((line) => line.split(' ')).map(([child = '', ...others]) => [child, others]));
  const merge = branch.find((each) => parents.has(each.id))?.id;
  const parent = merge === undefined ? undefined : parents.get(merge)!.slice(1).find((each) => each === id || parents.has(each));
  return parent === undefined ? undefined : { merge: merge!, parent };
}
