import { workspacesBefore } from '../handovers.js';
import type { Followed } from '../past-workspace.js';
import type { Timeline } from '../timeline.js';
import type { WorkspaceTimeline } from '../workspace-timeline.js';

/** What the workspace of a ledger was called, as far as its name alone does not say. */
export interface LedgerNames {
  /** Every name that a ledger could bear, the first first; absent where it was never renamed. */
  readonly names?: readonly LedgerName[];
  /** Folders of other workspaces of the branch that are, or once were, called as the ledger is; absent where there is none. */
  readonly namesakes?: readonly string[];
  /** Other workspaces from which its documents came; absent where there is none. */
  readonly before?: readonly { readonly name: string; readonly folder: string }[];
}

/** A name that the workspace had. */
export interface LedgerName {
  readonly name: string;
  /** The day from which on the branch calls it so, and the commit. */
  readonly since: string;
  readonly commit: string;
}

/** True of a name that only one workspace is meant to have: a short id is none. */
export function isUnique(name: string): boolean {
  return name.includes('/');
}

/**
 * The workspace that a ledger is of. A ledger keeps the name with which it began, so what a workspace was called counts as well; which of them is
 * meant is said by the folder, because a name can be given to another workspace.
 *
 * @param name - Of the ledger.
 * @param root - The folder from the top in whose place for a ledger it lies; without it, one from elsewhere is looked for by its name.
 */
export function workspaceOfLedger({ workspaces }: Timeline, name: string, root?: string): WorkspaceTimeline | undefined {
  const here = root === undefined ? undefined : workspaceIn({ workspaces }, root);
  if (here !== undefined) return here.wasCalled(name) ? here : undefined;
  return workspaces.find((each) => each.name === name) ?? workspaces.findLast((each) => each.wasCalled(name));
}

/** The workspace that the branch holds in a folder, by its path from the top. */
export function workspaceIn({ workspaces }: Pick<Timeline, 'workspaces'>, root: string): WorkspaceTimeline | undefined {
  return workspaces.find((each) => each.root === root && each.blobs.size > 0);
}

/** What is to be told of the names, so that nobody takes one ledger for another. */
export function ledgerNames({ timeline, workspace }: Followed, ledger: string): LedgerNames {
  const names = workspace.names.filter(({ name }) => isUnique(name)).map(({ name, since }): LedgerName => ({ name, since: since.recorded, commit: since.id }));
  const namesakes = timeline.everywhere.filter((each) => each !== workspace && each.wasCalled(ledger)).map(({ root }) => root || '.');
  const before = workspacesBefore({ timeline, workspace }).map(({ name, root }) => ({ name, folder: root || '.' }));
  return { ...(names.length < 2 ? {} : { names }), ...(namesakes.length === 0 ? {} : { namesakes }), ...(before.length === 0 ? {} : { before }) };
}
