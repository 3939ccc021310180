import { basename } from 'node:path';
import { diff } from '../diff/diff.js';
import type { Change } from '../diff/change.js';
import { memoryTree } from '../load/file-tree.js';
import { loadDocuments } from '../load/load-documents.js';
import type { Comparison } from '../load/revisions.js';
import type { Revision } from '../load/revision-sources.js';
import { buildWorkspace, type Workspace } from '../model/workspace.js';
import type { ComparedVersion, Unread, WorkspaceChanges } from '../report/changes/change-results.js';

/** A workspace in two versions. */
export interface WorkspacePair {
  /** Its folder, empty for the top. */
  readonly root: string;
  /** Where the later version lies on disk, absolute; absent for that of a commit. */
  readonly folder: string | undefined;
  readonly before: Workspace;
  readonly after: Workspace;
  /** What differs, as far as it is asked about. */
  readonly changes: readonly Change[];
}

/** Reads every workspace that one of two versions has, and compares it. */
export function readPairs({ base, head }: Pick<Comparison, 'base' | 'head'>): readonly WorkspacePair[] {
  const roots = [...new Set([...base.workspaces, ...head.workspaces].map(({ root }) => root))].sort();
  return roots.map((root) => {
    const [before, after] = [readWorkspace(base, root), readWorkspace(head, root)];
    const folder = head.workspaces.find((each) => each.root === root)?.folder;
    return { root, folder, before, after, changes: diff(before, after).filter((change) => isMeant(change, base, head, prefixOf(root))) };
  });
}

/** What differs in every workspace, ready to be told. */
export function compareVersions(comparison: Pick<Comparison, 'base' | 'head'>): readonly WorkspaceChanges[] {
  return readPairs(comparison).map(({ root, before, after, changes }) => ({
    root: root === '' ? '.' : root,
    title: (after.root ?? before.root)?.value.title ?? root,
    changes,
    unread: [...unreadOf('base', before), ...unreadOf('head', after)],
  }));
}

/** How people are told of a version. */
export function versionOf({ label, commit }: Revision): ComparedVersion {
  return { label, ...(commit === undefined ? {} : { commit: commit.id }) };
}

/** A workspace that a version does not have is empty there. */
function readWorkspace({ workspaces }: Revision, root: string): Workspace {
  const tree = workspaces.find((each) => each.root === root)?.tree ?? memoryTree({});
  return buildWorkspace(loadDocuments(tree, prefixOf(root), basename(root)));
}

function prefixOf(root: string): string {
  return root === '' ? '' : `${root}/`;
}

/** Where a single file is named, only what stands in it. */
function isMeant({ before, after }: Change, base: Revision, head: Revision, prefix: string): boolean {
  const files = [base, head].flatMap(({ file }) => (file === undefined ? [] : [prefix + file]));
  return files.length === 0 || [before, after].some((span) => span !== undefined && files.includes(span.source.uri));
}

/** A file that is named alone has no workspace beside it, and none is missing. */
export function unreadOf(side: Unread['side'], workspace: Workspace): readonly Unread[] {
  const broken = workspace.documents.filter(({ problems }) => problems.length > 0);
  const problem = broken[0]?.problems[0];
  return problem === undefined ? [] : [{ side, count: broken.length, first: { message: problem.message, span: problem.span } }];
}
