import type { KnownBesides } from '../diff/diff.js';
import type { Workspace } from '../model/workspace.js';

/** Two versions of a workspace. */
export interface Versions {
  readonly before: Workspace;
  readonly after: Workspace;
  /**
   * Whose Policy and teams judge the change: those of the branch that it is meant for, as that branch is now. Where it is absent the
   * earlier version judges.
   */
  readonly judge?: Workspace;
  /** What was released last of a document that is a draft in the earlier version and has not ended since, as far as its past is known. */
  readonly releasedBefore?: KnownBesides['releasedBefore'];
}

/** The workspace that judges. Never the later version, except where there is nothing before it to judge by. */
export function judgeOf(versions: Versions): Workspace {
  const { before, after, judge = before } = versions;
  return isFirstAdoption(versions) ? after : judge;
}

/** True where nobody has governed anything yet. */
export function isFirstAdoption({ before, judge = before }: Versions): boolean {
  return judge.specs.length === 0;
}

/**
 * True for a workspace that is new beside others: the first of those judges it, and what they call the same is something else. One that the
 * branch has by now is no new one.
 */
export function isBesideOthers({ before, after, judge = before }: Versions): boolean {
  return before.specs.length === 0 && judge.specs.length > 0 && judge.name !== after.name;
}
