/**
 * Opens versions of workspaces to read them side by side. A version is the working tree, a folder, a single file, a commit, or a
 * path in a commit. Each gives trees of files that are read like any folder; commits are read from git's objects, and nothing is
 * ever checked out.
 *
 *     const opened = openComparison(folder, 'main');
 *     if ('problem' in opened) return opened.problem;
 *     for (const { root, tree } of opened.base.workspaces) read(buildWorkspace(loadDocuments(tree)), root);
 *
 * Two commits take at most six processes of git, however many files they have: one to open the repository, one to find both
 * commits, one to find where they parted, one to list the files of each, and one for the contents of all. Where one of them is
 * the working tree, its list of files takes the place of a commit's. Where no earlier version is named and the branch has gone on since, one
 * more lists the files of its last commit, which says whether another branch governs.
 */
import { lazy } from '../base/lazy.js';
import { shown } from '../base/words.js';
import type { Commit } from './git/commit.js';
import { howToUnshallow, type GitProblem } from './git/git-problem.js';
import { defaultBases, firstTip, governingBranch, shortName, type BranchTip } from './governed-branch.js';
import { mergeBase, pinCommits, whyUnknown, type Pinned } from './git/pin-commits.js';
import { readRefName, type RefName } from './git/ref-names.js';
import { openRepository, type Repository } from './git/repository.js';
import { Git } from './git/run-git.js';
import { readRevisionName, type RevisionName } from './revision-names.js';
import { commitSource, diskSource, workingTreeSource, type Revision, type Source } from './revision-sources.js';

/** Two versions to compare. */
export interface Comparison {
  readonly base: Revision;
  readonly head: Revision;
  /** The newest commit of the branch that the base was looked for on; absent when the base was named. */
  readonly tip?: Commit;
  /** How many processes of git were started so far. */
  readonly processes: () => number;
  /** Absolute folder of the files of the repository; `undefined` where there is none, and in a bare one. */
  readonly top: () => string | undefined;
  /** What more commits are opened of, without asking again what is known. */
  readonly repository: () => Repository | GitProblem;
}

/**
 * Opens two versions.
 *
 * @param folder - Absolute folder in which somebody works. Workspaces are looked for from there: the nearest above and those below
 * that one, else those below the folder.
 * @param base - How the earlier is named; without it, the commit is meant at which the later and the branch parted that governs: the one that `waymark.yaml` names on `origin/main`, or where there
 * is no such branch, on `main`; else that branch itself.
 * @param head - How the later is named; without it the working tree is meant.
 */
export function openComparison(folder: string, base?: string, head?: string): Comparison | GitProblem {
  const opening = new Opening(folder);
  if (base === undefined) return openParted(opening, head, defaultBases);
  const opened = openNamed(opening, [base, head]);
  return 'problem' in opened ? opened : { base: opened[0]!, head: opened[1]!, ...opening.known };
}

/** What stays the same while versions are opened. */
class Opening {
  readonly folder: string;
  /** Says which files on disk count. */
  readonly disk: Git;
  readonly #repository: () => Repository | GitProblem;
  #git: Git | undefined;

  constructor(folder: string) {
    this.folder = folder;
    this.disk = new Git(folder);
    this.#repository = lazy(() => openRepository(folder));
  }

  get repository(): Repository | GitProblem {
    const opened = this.#repository();
    if ('git' in opened) this.#git = opened.git;
    return opened;
  }

  readonly known: Pick<Comparison, 'processes' | 'top' | 'repository'> = {
    processes: () => this.disk.processes + (this.#git?.processes ?? 0),
    top: () => ('git' in this.repository ? this.repository.top : undefined),
    repository: () => this.repository,
  };
}

/**
 * Opens the commit at which a branch and the later version parted, and the later version: what the branch itself has changed since
 * is none of the later one's doing.
 *
 * @param base - The branch, or a commit of it; without it as {@link openComparison} has it. What is no name of a commit is opened as it is.
 * @param head - How the later is named; without it the working tree is meant.
 */
export function openParting(folder: string, base?: string, head?: string): Comparison | GitProblem {
  const opening = new Opening(folder);
  const name = base === undefined ? undefined : readRevisionName(folder, base);
  if (name === undefined) return openParted(opening, head, defaultBases);
  if ('problem' in name || name.disk !== undefined || name.commit?.path !== undefined) return openComparison(folder, base, head);
  return openParted(opening, head, [name.commit!.ref]);
}

/** How a version is named, or `undefined` for the working tree. */
type Name = RevisionName | undefined;

function openNamed(opening: Opening, texts: readonly (string | undefined)[]): readonly Revision[] | GitProblem {
  const names = soundOnes(texts.map((text) => readName(opening, text)));
  if ('problem' in names) return names;
  const pinned = pinAll(opening, names.flatMap((name) => name?.commit?.ref ?? []));
  return openSources(names.map((name) => sourceOf(opening, name, pinned)));
}

function readName({ folder }: Opening, text: string | undefined): Name | GitProblem {
  return text === undefined ? undefined : readRevisionName(folder, text);
}

/** All of them, or the first problem among them. */
function soundOnes<Sound>(all: readonly (Sound | GitProblem)[]): readonly Sound[] | GitProblem {
  const isProblem = (each: unknown): each is GitProblem => typeof each === 'object' && each !== null && 'problem' in each;
  return all.find(isProblem) ?? (all as readonly Sound[]);
}

/** Where there is no repository, no name stands for a commit. */
function pinAll(opening: Opening, refs: readonly RefName[]): (ref: RefName | undefined) => Pinned {
  const repository = refs.length === 0 ? undefined : opening.repository;
  if (repository === undefined || 'problem' in repository) return () => repository;
  const pinned = pinCommits(repository, refs);
  return (ref) => (ref === undefined ? undefined : pinned[refs.indexOf(ref)]);
}

function sourceOf(opening: Opening, name: Name, pinned: (ref: RefName | undefined) => Pinned): Source | GitProblem {
  if (name === undefined) return workingTree(opening);
  const { text, disk, commit: place } = name;
  const commit = pinned(place?.ref);
  if (disk !== undefined) return isNamed(commit) ? bothNamed(text, disk.isFile) : diskSource(opening.disk, text, disk);
  if (commit === undefined) return notFound(opening.repository as Repository, name);
  return 'problem' in commit ? commit : commitSource(opening.repository as Repository, commit, place!.ref.text, place!.path);
}

/** Also a name that means several commits is one. */
function isNamed(pinned: Pinned): boolean {
  return pinned !== undefined && (!('problem' in pinned) || pinned.reason === 'ambiguous');
}

function bothNamed(text: string, isFile: boolean): GitProblem {
  const noun = isFile ? 'file' : 'folder';
  return { reason: 'ambiguous', problem: `\`${shown(text)}\` is a ${noun} here and names a version in git. Write \`./${shown(text)}\` for the ${noun}, or the full name of the version, such as \`refs/heads/${shown(text)}\`.` };
}

function notFound(repository: Repository, { text, commit }: RevisionName): GitProblem {
  const why = whyUnknown(repository, commit!.ref);
  return why.reason !== 'unknown' || commit!.path !== undefined ? why : { ...why, problem: `No file or folder is named \`${shown(text)}\`. ${why.problem}` };
}

/** Without a repository or git, the folder counts as it lies there. */
function workingTree({ folder, repository, disk }: Opening): Source | GitProblem {
  if ('git' in repository) return workingTreeSource(repository, disk);
  return repository.reason === 'no-repository' || repository.reason === 'no-git' ? diskSource(disk, '.', { path: folder, isFile: false }) : repository;
}

const headName = readRefName('HEAD') as RefName;

function openParted(opening: Opening, text: string | undefined, bases: readonly RefName[]): Comparison | GitProblem {
  const { repository } = opening;
  if ('problem' in repository) return repository;
  const name = readName(opening, text);
  if (name !== undefined && 'problem' in name) return name;
  const pinned = pinAll(opening, [...bases, headName, ...(name?.commit === undefined ? [] : [name.commit.ref])]);
  const head = sourceOf(opening, name, pinned);
  if ('problem' in head) return head;
  const from = head.commit ?? pinned(headName) ?? whyUnknown(repository, headName);
  const base = 'problem' in from ? from : whereItParted(repository, from, bases.map((ref) => ({ ref, tip: pinned(ref) })));
  if ('problem' in base) return base;
  const opened = openSources([base.source, head]);
  if ('problem' in opened) return opened;
  const governing = bases === defaultBases ? governingOf(repository, base, opened[0]!) : base.branch;
  if ('problem' in governing) return governing;
  if (governing.ref !== base.branch.ref) return openParted(opening, text, [governing.ref]);
  return { base: opened[0]!, head: opened[1]!, tip: base.branch.tip, ...opening.known };
}

/** A base, and the branch that it is of. */
interface Parting {
  readonly source: Source;
  readonly branch: BranchTip;
}

function whereItParted(repository: Repository, from: Commit, bases: readonly { readonly ref: RefName; readonly tip: Pinned }[]): Parting | GitProblem {
  const branch = firstTip(bases.map(({ ref }) => ref), bases.map(({ tip }) => tip)) ?? (bases.length === 1 ? whyUnknown(repository, bases[0]!.ref) : noBase(repository));
  if ('problem' in branch) return branch;
  const { ref, tip } = branch;
  const base = mergeBase(repository, tip, from);
  if ('problem' in base) return base;
  const source = commitSource(repository, base, base.id === tip.id ? shortName(ref) : `merge base with ${shortName(ref)}`);
  return 'problem' in source ? source : { source, branch };
}

/** What the branch says of itself now counts, not what it said when the later version left it. */
function governingOf(repository: Repository, { branch, source }: Parting, base: Revision): BranchTip | GitProblem {
  const last = branch.tip.id === source.commit?.id ? undefined : openSources([commitSource(repository, branch.tip, shortName(branch.ref))]);
  if (last !== undefined && 'problem' in last) return last;
  return governingBranch(repository, branch, (last?.[0] ?? base).workspaces) ?? noBase(repository);
}

function noBase({ isShallow }: Repository): GitProblem {
  const next = isShallow ? `This clone holds only a part of the history. ${howToUnshallow}` : 'Name the version to compare with, or run `git fetch origin main`.';
  return { reason: 'no-base', problem: `There is neither \`origin/main\` nor \`main\` here, so it is not known what to compare with. ${next}` };
}

/** In two versions of a repository, workspaces are looked for at one place: the outermost that somebody works in, in either. */
export function openSources(all: readonly (Source | GitProblem)[]): readonly Revision[] | GitProblem {
  const sources = soundOnes(all);
  if ('problem' in sources) return sources;
  const searches = sources.flatMap(({ search }) => search ?? []);
  const [outermost = searches[0]?.folder] = searches.flatMap(({ nearest }) => nearest ?? []).sort((a, b) => a.length - b.length);
  return soundOnes(sources.map((source) => toRevision(source, source.search === undefined ? '' : (outermost ?? ''))));
}

function toRevision({ search: _, workspacesFrom, ...source }: Source, start: string): Revision | GitProblem {
  const workspaces = workspacesFrom(start);
  return 'problem' in workspaces ? workspaces : { ...source, workspaces };
}
