/**
 * Opens the history of a branch to read all its versions one after the other, the oldest first. It takes four processes of git,
 * however long it is: one to open the repository, one to find the branch, one for its commits with what each of them changed, and one
 * for the contents of those files, or more where they are larger than what one process is asked for.
 */
import { shown } from '../base/words.js';
import type { FileContent, FileTree } from './file-tree.js';
import { CommitFiles, filesOf, smallText } from './git/commit-files.js';
import type { Entry } from './git/file-lists.js';
import type { Commit } from './git/commit.js';
import { firstParents, type BranchCommit, type FileEdit } from './git/first-parents.js';
import { mergeOf } from './git/merge-of.js';
import { howToComplete, howToUnshallow, type GitProblem } from './git/git-problem.js';
import { pinCommits, whyUnknown } from './git/pin-commits.js';
import { readRefName } from './git/ref-names.js';
import { openRepository, type Repository } from './git/repository.js';
import { workspacesAmong } from './find-workspaces.js';
import { defaultBases, firstTip, governingBranch, shortName, type BranchTip } from './governed-branch.js';
import { limits } from './limits.js';
import { workspaceFile } from './load-documents.js';
import { isBelow, labelOf, nearestAmong, within, type WorkspaceFiles } from './revision-sources.js';

/** All versions of a branch. */
export interface History {
  /** How people are told of its last version: `origin/main (1cf1455ad9c5)`. */
  readonly label: string;
  readonly tip: Commit;
  /** The oldest first, without those that changed no file that may hold a document or words that one names. */
  readonly versions: Iterable<PastVersion>;
  /** Every commit that the branch was at, the oldest first. Of what was merged, only the merge is one. */
  readonly commits: readonly PastCommit[];
  /** The folder in which somebody works, from the top; empty for the top. */
  readonly folder: string;
  /** The folder at which the workspaces lie that are meant, and below it, from the top; empty for the top. */
  readonly start: string;
  /** The workspaces that are meant, as the last version holds them. */
  readonly lastWorkspaces: () => readonly WorkspaceFiles[];
  /** Reads a file as a commit left it. */
  readonly read: (edit: PastEdit) => FileContent;
  /** The bytes of a file by its id, however many; `undefined` where they are missing or damaged. */
  readonly bytesOf: (id: string) => Uint8Array | undefined;
  /** Notes of which commits all files will be asked for, so that one process lists those of all. */
  readonly expectFilesAt: (commits: readonly Pick<Commit, 'id' | 'date'>[]) => void;
  /** All files of a commit below a folder, also those that hold no document. Takes one process of git for each commit that was not expected. */
  readonly filesAt: (commit: Pick<Commit, 'id' | 'date'>, folder: string) => FileTree | GitProblem;
  /** Of a commit that came to the branch with a merge, and not by its first parents: that merge, and the other line that it took up. */
  readonly lineMergedWith: (id: string) => MergedLine | undefined;
  /** How many processes of git were started so far. */
  readonly processes: () => number;
}

/** A line of history that a merge took up into a branch as another parent than the first. */
export interface MergedLine {
  readonly merge: string;
  /** By the first parents of that other parent. */
  readonly history: History;
}

/** One commit of a branch with what it did to files that may hold a document, and to those with words that one may name. */
export type PastCommit = BranchCommit;

/** What a commit did to a file, by its path from the top of the repository. */
export type PastEdit = FileEdit;

/** What a branch held at one of its commits. */
export interface PastVersion {
  readonly commit: Pick<Commit, 'id' | 'date'>;
  readonly workspaces: readonly WorkspaceFiles[];
}

/**
 * Opens the history of a branch. Of what was merged, only the merge counts.
 *
 * @param folder - Absolute folder in which somebody works. It is said from there which workspaces are meant ({@link meantFrom}), as in the
 *   last version; all of them are read, because one that is meant may have stood elsewhere.
 * @param text - The branch, a tag or a commit; without it the branch that governs: the one that `waymark.yaml` names on `origin/main`, or where there is no such
 *   branch, on `main`; else that branch itself.
 */
export function openHistory(folder: string, text?: string): History | GitProblem {
  const repository = openRepository(folder);
  if ('problem' in repository) return repository;
  if (text === undefined) return governedHistory(repository);
  const ref = readRefName(text);
  if ('problem' in ref) return ref;
  const tip = pinCommits(repository, [ref])[0] ?? whyUnknown(repository, ref);
  return 'problem' in tip ? tip : historyOf(repository, named({ ref, tip }));
}

/** Only where the default branch names another one is a second history read. */
function governedHistory(repository: Repository): History | GitProblem {
  const found = firstTip(defaultBases, pinCommits(repository, defaultBases)) ?? noBranch;
  if ('problem' in found) return found;
  const history = historyOf(repository, named(found));
  if ('problem' in history) return history;
  const governing = governingBranch(repository, found, history.lastWorkspaces()) ?? noBranch;
  if ('problem' in governing) return governing;
  return governing === found ? history : historyOf(repository, named(governing));
}

function named({ ref, tip }: BranchTip): Pick<History, 'tip' | 'label'> {
  return { tip, label: labelOf(tip, shortName(ref)) };
}

const noBranch: GitProblem = { reason: 'no-base', problem: 'There is neither `origin/main` nor `main` here, so it is not known whose history is asked for. Name the branch. Where the default branch of the code host is another one and its `waymark.yaml` says so under `branch`, `git remote set-head origin --auto` lets it be known.' };

/** The history up to a commit, in a repository that is open. Takes two processes. */
export function historyOf(repository: Repository, found: Pick<History, 'tip' | 'label'>): History | GitProblem {
  if (repository.isShallow) return { reason: 'shallow', problem: `This clone is shallow and does not hold the first versions. ${howToUnshallow}` };
  const commits = firstParents(repository, found.tip.id);
  if ('problem' in commits) return commits;
  const last = new CommitFiles(repository, entriesAt(commits));
  const start = startOf(repository, last);
  const folders = [start, ...rootsEver(commits)];
  expectAll(repository, commits, folders);
  const lost = missingFile(repository, commits, folders);
  if (lost !== undefined) return lost;
  return {
    ...found,
    commits,
    folder: repository.folder,
    start,
    lastWorkspaces: () => workspacesAmong(last.yamlFilesBelow(start)).map((root) => ({ root: within(start, root), tree: last.below(within(start, root)) })),
    versions: { [Symbol.iterator]: () => walk(repository, commits, start) },
    read: ({ path, entry }) => new CommitFiles(repository, new Map(entry === undefined ? [] : [[path, entry]])).below('').read(path),
    bytesOf: (id) => repository.objects.file(id),
    expectFilesAt: (expected) => expected.forEach((commit) => repository.lists.expect({ id: commit.id, date: commit.date })),
    filesAt: (commit, below) => treeAt(repository, commit, below),
    lineMergedWith: (id) => lineMergedWith(repository, commits, id),
    processes: () => repository.git.processes,
  };
}

/** Words for customers count where documents may name them: what lies elsewhere may as well be too large for this clone. */
function textsIn({ texts }: PastCommit, folders: readonly string[]): readonly PastEdit[] {
  return texts.filter(({ path }) => folders.some((folder) => isBelow(folder, path)));
}

function isFile(entry: Entry | undefined): entry is Entry {
  return entry?.mode.startsWith('100') === true;
}

/** All that any version holds is read by one process. */
function expectAll({ objects }: Repository, commits: readonly PastCommit[], folders: readonly string[]): void {
  for (const commit of commits) {
    for (const { entry } of commit.edits) if (entry?.mode.startsWith('1') === true && entry.mode !== '160000') objects.expectFile(entry.id, limits.fileBytes);
    for (const { entry } of textsIn(commit, folders)) if (isFile(entry)) objects.expectText(entry.id, smallText);
  }
}

function missingFile({ objects }: Repository, commits: readonly PastCommit[], folders: readonly string[]): GitProblem | undefined {
  for (const commit of commits) {
    const lost = [...commit.edits, ...textsIn(commit, folders)].find(({ entry }) => isFile(entry) && objects.sizeOf(entry.id) === undefined);
    if (lost !== undefined) return { reason: 'missing-object', problem: `The file \`${shown(lost.path)}\` of ${commit.id.slice(0, 12)} is not in this clone or is damaged. ${howToComplete}` };
  }
  return undefined;
}

function* walk(repository: Repository, commits: readonly PastCommit[], start: string): Generator<PastVersion> {
  const entries = new Map<string, Entry>();
  for (const { id, date, edits, texts } of commits) {
    if (edits.length + texts.length === 0) continue;
    apply(entries, [...edits, ...texts]);
    const files = new CommitFiles(repository, new Map(entries));
    const roots = ['', start].flatMap((folder) => workspacesAmong(files.yamlFilesBelow(folder)).map((root) => within(folder, root)));
    yield { commit: { id, date }, workspaces: [...new Set(roots)].map((root) => ({ root, tree: files.below(root) })) };
  }
}

function lineMergedWith(repository: Repository, commits: readonly PastCommit[], id: string): MergedLine | undefined {
  const found = mergeOf(repository, commits, id);
  const ref = found === undefined ? undefined : readRefName(found.parent);
  if (ref === undefined || 'problem' in ref) return undefined;
  const tip = pinCommits(repository, [ref])[0];
  const history = tip === undefined || 'problem' in tip ? undefined : historyOf(repository, named({ ref, tip }));
  return history === undefined || 'problem' in history ? undefined : { merge: found!.merge, history };
}

function treeAt(repository: Repository, commit: Pick<Commit, 'id' | 'date'>, folder: string): FileTree | GitProblem {
  const files = filesOf(repository, commit);
  return 'problem' in files ? files : files.below(folder);
}

/** The workspace that somebody works in, else the folder. */
function startOf({ folder }: Repository, files: CommitFiles): string {
  return nearestAmong(folder, (root) => files.kindOf(within(root, workspaceFile)) === 'file') ?? folder;
}

/** Every folder that was ever a workspace. */
function rootsEver(commits: readonly PastCommit[]): readonly string[] {
  return [...new Set(commits.flatMap(({ edits }) => workspacesAmong(edits.map(({ path }) => path))))];
}

/**
 * Of workspaces through all versions those that are meant where somebody works: what lies there or below in the end, also if it
 * came from elsewhere; and only where nothing does, what once lay there.
 *
 * @param all - Each with the folders that it was in, the last one last.
 */
export function meantFrom<W extends { readonly roots: readonly string[] }>({ start }: Pick<History, 'start'>, all: readonly W[]): readonly W[] {
  const isThere = (root: string): boolean => root === start || isBelow(start, root);
  const there = all.filter(({ roots }) => isThere(roots.at(-1)!));
  return there.length > 0 ? there : all.filter(({ roots }) => roots.some(isThere));
}

function entriesAt(commits: readonly PastCommit[]): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { edits } of commits) apply(entries, edits);
  return entries;
}

function apply(entries: Map<string, Entry>, edits: readonly PastEdit[]): void {
  for (const { path, entry } of edits) {
    if (entry === undefined) entries.delete(path);
    else entries.set(path, entry);
  }
}
