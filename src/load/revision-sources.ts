import { basename, dirname, join, posix, relative } from 'node:path';
import { compareText } from '../base/diagnostic.js';
import { lazy } from '../base/lazy.js';
import { slashed } from '../base/paths.js';
import { shown } from '../base/words.js';
import { diskTree, type FileTree } from './file-tree.js';
import { isWorkspace, nearestUpward, workspacesAmong } from './find-workspaces.js';
import { filesOf, type CommitFiles } from './git/commit-files.js';
import type { Commit } from './git/commit.js';
import { howToComplete, type GitProblem } from './git/git-problem.js';
import { filesKnownToGit } from './git/known-files.js';
import type { Repository } from './git/repository.js';
import type { Git } from './git/run-git.js';
import { workspaceFile } from './load-documents.js';
import type { DiskPlace } from './revision-names.js';

/** One version of the workspaces of a repository or a folder. */
export interface Revision {
  readonly kind: 'working-tree' | 'folder' | 'file' | 'commit';
  /** How people are told of it: `origin/main (1cf1455ad9c5)`, `working tree`, `old/journeys`. */
  readonly label: string;
  /** Absent where the files lie on disk and may change any time. */
  readonly commit?: Commit;
  /** The path in the only tree of the one file that is meant. A file outside of any workspace is alone in its tree. */
  readonly file?: string;
  /** The workspaces in it, in order. Empty when it has none. */
  readonly workspaces: readonly WorkspaceFiles[];
  /** Of a commit: the bytes of a file by its path from the top, also of one that holds no document; `undefined` where it has none. */
  readonly wholeFile?: (path: string) => Uint8Array | undefined;
}

/** One workspace of a version. */
export interface WorkspaceFiles {
  /**
   * Its folder, with `/`; empty for the top. It is told from the top of the repository, so that it is the same in two versions of it;
   * where a folder is named, also one in a commit, from there.
   */
  readonly root: string;
  /** Its files. Those of a commit are read together with everything else of that repository that was opened before the first look. */
  readonly tree: FileTree;
  /** Where they lie on disk, absolute; absent for those of a commit. */
  readonly folder?: string;
}

/** A version before its workspaces are looked for. */
export interface Source extends Omit<Revision, 'workspaces'> {
  /** Where they are looked for in a whole repository; absent where one folder or file is named. */
  readonly search?: Search;
  /** The workspaces at a folder and below it. Notes that their files will be read. */
  workspacesFrom(start: string): readonly WorkspaceFiles[];
  /** Why they cannot be read, if a file of them is missing. It is the first look at files of a commit. */
  missingFrom?(start: string): GitProblem | undefined;
}

export interface Search {
  /** Where somebody works, from the top. */
  readonly folder: string;
  /** The workspace that this lies in. */
  readonly nearest: string | undefined;
}

/** The files on disk of a repository. */
export function workingTreeSource({ top, folder }: Repository, git: Git): Source | GitProblem {
  if (top === undefined) return { reason: 'bare', problem: 'This is a bare repository: it holds versions, and no files to work on. Name two versions, for example `main~1` and `main`.' };
  return {
    kind: 'working-tree',
    label: 'working tree',
    search: { folder, nearest: nearestAmong(folder, (root) => isWorkspace(join(top, root))) },
    workspacesFrom: (start) => workspacesOnDisk(join(top, start), git).map((each) => ({ ...each, root: within(start, each.root) })),
  };
}

/** The folder itself, or the first above it, that is a workspace. */
export function nearestAmong(folder: string, isRoot: (folder: string) => boolean): string | undefined {
  const names = folder === '' ? [] : folder.split('/');
  const upward = [...names, ''].map((_, index) => names.slice(0, names.length - index).join('/'));
  return upward.find(isRoot);
}

/** Which files count is asked once for all of them. */
function workspacesOnDisk(folder: string, git: Git): readonly WorkspaceFiles[] {
  const known = lazy(() => filesKnownToGit(folder, git));
  const knownBelow = (root: string): readonly string[] | undefined => known()?.filter((path) => isBelow(root, path)).map((path) => path.slice(root === '' ? 0 : root.length + 1));
  const below = (root: string): FileTree => diskTree(join(folder, root), () => knownBelow(root));
  const found = new Set([...(isWorkspace(folder) ? [''] : []), ...workspacesAmong(below('').yamlFiles())]);
  return [...found].sort(compareText).map((root) => ({ root, tree: below(root), folder: join(folder, root) }));
}

/** A path in a folder, either of which may be empty. */
export function within(folder: string, path: string): string {
  return [folder, path].filter((each) => each !== '').join('/');
}

export function isBelow(folder: string, path: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** A folder or a file that is named. Of a file, the workspace that it lies in is read with it. */
export function diskSource(git: Git, label: string, { path, isFile }: DiskPlace): Source {
  if (!isFile) return { kind: 'folder', label, workspacesFrom: () => workspacesOnDisk(path, git) };
  const folder = nearestUpward(dirname(path));
  const tree = folder === undefined ? aloneIn(diskTree(dirname(path)), basename(path)) : diskTree(folder, () => filesKnownToGit(folder, git));
  const file = folder === undefined ? basename(path) : slashed(relative(folder, path));
  return { kind: 'file', label, file, workspacesFrom: () => [{ root: '', tree }] };
}

/** One file without its neighbours. */
function aloneIn(tree: FileTree, file: string): FileTree {
  return {
    yamlFiles: () => [file],
    read: (path) => (path === file ? tree.read(path) : { problem: 'missing' }),
    identity: (path) => (path === file ? tree.identity?.(path) : undefined),
    expect: (path) => (path === file ? tree.expect?.(path) : undefined),
    isMissing: (path) => path !== file,
  };
}

/** A commit, or a path in it as it stands behind the colon of `ref:path`. */
export function commitSource(repository: Repository, commit: Commit, name: string, path?: string): Source | GitProblem {
  const files = filesOf(repository, commit);
  if ('problem' in files) return files;
  const label = labelOf(commit, name, path);
  if (path !== undefined) return pathSource(files, { kind: 'commit', label, commit }, placeOf(repository, path));
  const { folder } = repository;
  const nearest = nearestAmong(folder, (root) => files.kindOf(within(root, workspaceFile)) === 'file');
  return { kind: 'commit', label, commit, search: { folder, nearest }, wholeFile: (place) => files.whole(place), ...workspacesOf(files, label, (start) => start, (start) => start) };
}

/** Enough of an id to find the commit, short enough to be read. */
function shortId({ id }: Commit): string {
  return id.slice(0, 12);
}

/** How people are told of a commit, or of a path in it. */
export function labelOf(commit: Commit, name: string, path?: string): string {
  const behind = path === undefined ? '' : `:${path}`;
  return commit.id.startsWith(name.toLowerCase()) ? `${shortId(commit)}${behind}` : `${name}${behind} (${shortId(commit)})`;
}

/** As in git: a path that begins with a dot is one from where somebody works, any other is one from the top. */
function placeOf({ folder }: Repository, path: string): string {
  return posix.join(/^\.\.?(?:\/|$)/.test(path) ? folder : '', path).replace(/^\.?\/?$|\/$/, '');
}

function pathSource(files: CommitFiles, version: Pick<Source, 'kind' | 'label' | 'commit'>, place: string): Source | GitProblem {
  const { label } = version;
  const submodule = files.kindOf(place) === 'submodule' ? place : files.submoduleAround(place);
  if (submodule !== undefined) return { reason: 'submodule', problem: `\`${shown(submodule)}\` is a submodule: a repository of its own, whose files this one does not hold. Run this inside of it.` };
  const kind = files.kindOf(place);
  if (kind === undefined) return { reason: 'not-there', problem: `There is no file or folder \`${shown(place)}\` in ${shown(label)}. Check how it is written; it begins at the top of the repository.` };
  if (kind === 'folder') return { ...version, ...workspacesOf(files, label, () => place, () => '') };
  return fileSource(files, version, place);
}

/** Of a file, the workspace that it lies in is read with it. */
function fileSource(files: CommitFiles, version: Pick<Source, 'kind' | 'label' | 'commit'>, place: string): Source {
  const folder = place.slice(0, Math.max(place.lastIndexOf('/'), 0));
  const root = nearestAmong(folder, (each) => files.kindOf(within(each, workspaceFile)) === 'file');
  const start = root ?? folder;
  const file = place.slice(start === '' ? 0 : start.length + 1);
  const tree = files.below(start);
  const workspaces = [{ root: '', tree: root === undefined ? aloneIn(tree, file) : tree }];
  return { ...version, file, workspacesFrom: () => workspaces, missingFrom: () => incomplete(files, version.label, start) };
}

/**
 * The workspaces below a folder of a commit.
 *
 * @param folderFrom - The folder, by where workspaces are looked for.
 * @param prefixFrom - What their folders are told with in front.
 */
function workspacesOf(files: CommitFiles, label: string, folderFrom: (start: string) => string, prefixFrom: (start: string) => string): Pick<Source, 'workspacesFrom' | 'missingFrom'> {
  const rootsFrom = (start: string): readonly string[] => [...workspacesAmong(files.yamlFilesBelow(folderFrom(start)))].sort(compareText);
  return {
    workspacesFrom: (start) => rootsFrom(start).map((root) => ({ root: within(prefixFrom(start), root), tree: files.below(within(folderFrom(start), root)) })),
    missingFrom: (start) => rootsFrom(start).map((root) => incomplete(files, label, within(folderFrom(start), root))).find((each) => each !== undefined),
  };
}

function incomplete(files: CommitFiles, label: string, folder: string): GitProblem | undefined {
  const missing = files.missingBelow(folder);
  if (missing === undefined) return undefined;
  return { reason: 'missing-object', problem: `The file \`${shown(missing)}\` of ${label} is not in this clone or is damaged. ${howToComplete}` };
}
