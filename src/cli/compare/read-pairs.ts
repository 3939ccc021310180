import { basename } from 'node:path';
import { weighedBy } from '../../control/levels.js';
import type { Change } from '../../diff/change.js';
import { diff, type KnownBesides } from '../../diff/diff.js';
import { memoryTree } from '../../load/file-tree.js';
import { loadDocuments, type KnownFiles } from '../../load/load-documents.js';
import type { Revision } from '../../load/revision-sources.js';
import type { Comparison } from '../../load/revisions.js';
import { submoduleHint } from '../../load/git/submodules.js';
import { buildWorkspace, type Workspace } from '../../model/workspace.js';
import type { ComparedVersion, Unread, WorkspaceChanges } from '../../report/changes/change-results.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { unmadeProblems } from '../unread-documents.js';

/** The two versions that are compared. */
export type Pair = Pick<Comparison, 'base' | 'head' | 'top'>;

/** A workspace in two versions. */
export interface WorkspacePair {
  /** Its folder in the later version, empty for the top. */
  readonly root: string;
  /** Where the later version lies on disk, absolute; absent for that of a commit. */
  readonly folder: string | undefined;
  readonly before: Workspace;
  readonly after: Workspace;
}

/** Reads every workspace that one of two versions has. One that was moved is known by its name. */
export function readPairs({ base, head, top }: Pair): readonly WorkspacePair[] {
  if (base.workspaces.length + head.workspaces.length === 0) throw new Failure(exitCodes.unreadable, `Neither ${base.label} nor ${head.label} has a workspace: a folder with a \`waymark.yaml\`.${submoduleHint(top())}`);
  const known: KnownFiles = new Map();
  const [then, now] = [readAll(base, known), readAll(head, known)];
  refuseNoDocument(base, then);
  refuseNoDocument(head, now);
  const pairs = now.map(({ root, folder, workspace: after }) => {
    const before = then.find((each) => each.root === root) ?? then.find((each) => each.workspace.name === after.name && now.every((other) => other.root !== each.root));
    return { root, folder, before, after };
  });
  const left = then.filter((each) => pairs.every(({ before }) => before !== each));
  return [...pairs.map((pair) => ({ ...pair, before: pair.before?.workspace ?? nothing() })), ...left.map(({ root, workspace }) => ({ root, folder: undefined, before: workspace, after: nothing() }))].sort((a, b) => (a.root < b.root ? -1 : 1));
}

/** Of what is no document nothing is compared, and "no changes" would be taken for an answer. */
function refuseNoDocument({ file, label }: Revision, read: readonly ReadWorkspace[]): void {
  const holds = ({ root, workspace }: ReadWorkspace): boolean => workspace.documents.some(({ source }) => source.uri === prefixOf(root) + file!);
  if (file !== undefined && !read.some(holds)) throw new Failure(exitCodes.unreadable, `${label} holds no document of Waymark to compare: a document begins with \`apiVersion\` and \`kind\`. Check which file was meant.`);
}

/** A workspace with where it lies. */
export interface ReadWorkspace {
  readonly root: string;
  readonly folder: string | undefined;
  readonly workspace: Workspace;
}

/**
 * Every workspace of a version.
 *
 * @param known - What another version was read into: what is the same in both is read once.
 */
export function readAll({ workspaces }: Pick<Revision, 'workspaces'>, known: KnownFiles = new Map()): readonly ReadWorkspace[] {
  return workspaces.map(({ root, tree, folder }) => ({ root, folder, workspace: buildWorkspace(loadDocuments(tree, prefixOf(root), basename(root), known)) }));
}

/** One of them by its folder, else by its name: it may have been moved. */
export function find(all: readonly ReadWorkspace[] | undefined, { root, after }: Pick<WorkspacePair, 'root' | 'after'>): Workspace | undefined {
  return (all?.find((each) => each.root === root) ?? all?.find(({ workspace }) => workspace.name === after.name))?.workspace;
}

/** A workspace that a version does not have is empty there. */
export function nothing(): Workspace {
  return buildWorkspace(loadDocuments(memoryTree({}), '', ''));
}

/** What differs in every workspace, ready to be told. */
export function compareVersions(pair: Pair): readonly WorkspaceChanges[] {
  return readPairs(pair).map((workspaces) => ({ ...headerOf(workspaces), changes: changesIn(workspaces, pair) }));
}

/** What differs, as far as it is asked about, as the Policy of the earlier version weighs it. */
export function changesIn({ root, before, after }: WorkspacePair, { base, head }: Pair, known: KnownBesides = {}): readonly Change[] {
  return weighedBy(before, diff(before, after, known)).filter((change) => isMeant(change, base, head, prefixOf(root)));
}

/** What is told of a workspace whatever differs in it. */
export function headerOf({ root, before, after }: WorkspacePair): Omit<WorkspaceChanges, 'changes'> {
  return { root: root === '' ? '.' : root, title: (after.root ?? before.root)?.value.title ?? root, unread: [...unreadOf('base', before), ...unreadOf('head', after)] };
}

/** How people are told of a version. */
export function versionOf({ label, commit }: Revision): ComparedVersion {
  return { label, ...(commit === undefined ? {} : { commit: commit.id }) };
}

/** What stands in front of the path of a file in a workspace. */
export function prefixOf(root: string): string {
  return root === '' ? '' : `${root}/`;
}

/** Where a single file is named, only what stands in it. */
function isMeant({ before, after }: Change, base: Revision, head: Revision, prefix: string): boolean {
  const files = [base, head].flatMap(({ file }) => (file === undefined ? [] : [prefix + file]));
  return files.length === 0 || [before, after].some((span) => span !== undefined && files.includes(span.source.uri));
}

/** A file that is named alone has no workspace beside it, and none is missing. A variant that is retired may outlive its base. */
export function unreadOf(side: Unread['side'], workspace: Workspace): readonly Unread[] {
  const broken = [...workspace.documents.flatMap(({ problems }) => problems.slice(0, 1)), ...workspace.unread.map(({ problem }) => problem), ...unmadeProblems(workspace, ({ status }) => status !== 'retired')];
  return broken.slice(0, 1).map((first) => ({ side, count: broken.length, first }));
}
