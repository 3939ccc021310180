/**
 * Opens versions of workspaces to read them side by side. A version is the working tree, a folder, a single file, a commit, or a
 * path in a commit. Each gives trees of files that are read like any folder; commits are read from git's objects, and nothing is
 * ever checked out.
 *
 *     const opened = openComparison(folder, 'main');
 *     if ('problem' in opened) return opened.problem;
 *     for (const { root, tree } of opened.base.workspaces) read(buildWorkspace(loadDocuments(tree)), root);
 *
 * Two commits take four processes of git, however many files they have: one to find both, one to open the repository and to find where
 * they parted, one to list the files of both, and one for the contents of all. One more lists the files of the working tree where that is
 * meant, and four find and read another branch where none is named and `waymark.yaml` says that it governs. What is foreseen takes
 * none ({@link Besides}).
 */
import { shown } from '../base/words.js';
import type { Commit } from './git/commit.js';
import { howToFetch, howToUnshallow, type GitProblem } from './git/git-problem.js';
import { defaultBases, firstTip, governingBranch, shortName, type BranchTip } from './governed-branch.js';
import { mergeBase, pinCommits, whyUnknown, type Commits, type Pinned } from './git/pin-commits.js';
import { readRefName, type RefName } from './git/ref-names.js';
import type { Pair, Repository } from './git/repository.js';
import { asFiles } from './named-files.js';
import { Opening } from './opening.js';
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
  /** Opens another earlier version; of a branch or a commit, where the later version and it parted. */
  readonly since: (text: string) => Since | GitProblem;
}

/** A version from which on something is looked at. */
export interface Since extends Pick<Comparison, 'base' | 'tip'> {
  /** True where the branch held it, as far as the earlier of the two versions is of one; what lies on disk no branch has held. */
  readonly isOfBranch: boolean;
}

/** What will be asked for beside two versions, so that it is read with them and takes no process more. */
export interface Besides {
  /** Whole ids of more commits. */
  readonly commits?: readonly string[];
  /** Another earlier version. */
  readonly since?: string | undefined;
  /** Names of files that lie beside the `waymark.yaml` of each workspace. */
  readonly files?: readonly string[];
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
  return base === undefined ? openParted(opening, head, defaultBases) : openNamed(opening, base, head);
}

/**
 * Opens the commit at which a branch and the later version parted, and the later version: what the branch itself has changed since
 * is none of the later one's doing.
 *
 * @param base - The branch, or a commit of it; without it as {@link openComparison} has it. What is no name of a commit is opened as it is.
 * @param head - How the later is named; without it the working tree is meant.
 */
export function openParting(folder: string, base?: string, head?: string, besides: Besides = {}): Comparison | GitProblem {
  const opening = new Opening(folder);
  const name = readName(opening, base);
  if (base === undefined || name === undefined) return openParted(opening, head, defaultBases, besides);
  const ref = branchNamed(name);
  return ref === undefined ? openNamed(opening, base, head) : openParted(opening, head, [ref], besides);
}

/** What is no folder, no file and no path in a commit. */
function branchNamed(name: Name | GitProblem): RefName | undefined {
  return name === undefined || 'problem' in name || name.disk !== undefined || name.commit?.path !== undefined ? undefined : name.commit?.ref;
}

/** How a version is named, or `undefined` for the working tree. */
type Name = RevisionName | undefined;

function openNamed(opening: Opening, base: string, head: string | undefined): Comparison | GitProblem {
  const names = soundOnes([readName(opening, base), readName(opening, head)]);
  if ('problem' in names) return names;
  const pinned = pinAll(opening, names.flatMap((name) => name?.commit?.ref ?? []));
  expectLists(opening, names.map((name) => pinned(name?.commit?.ref)));
  const sources = soundOnes(names.map((name) => sourceOf(opening, name, pinned)));
  if ('problem' in sources) return sources;
  const opened = openSources(sources);
  if ('problem' in opened) return opened;
  const [earlier, later] = asFiles(opened[0]!, opened[1]!);
  return { base: earlier, head: later, ...opening.known, since: (text) => openSince(opening, text, sources[1]!, sources[0]!.commit) };
}

function readName({ folder }: Opening, text: string | undefined): Name | GitProblem {
  return text === undefined ? undefined : readRevisionName(folder, text);
}

/** All of them, or the first problem among them. */
function soundOnes<Sound>(all: readonly (Sound | GitProblem)[]): readonly Sound[] | GitProblem {
  const isProblem = (each: unknown): each is GitProblem => typeof each === 'object' && each !== null && 'problem' in each;
  return all.find(isProblem) ?? (all as readonly Sound[]);
}

/** What a name leads to. */
type Pins = (ref: RefName | undefined) => Pinned;

/** Where there is no repository, no name stands for a commit. */
function pinAll(opening: Opening, refs: readonly RefName[], pairs: (found: Commits) => readonly Pair[] = () => []): Pins {
  const repository = refs.length === 0 ? undefined : opening.ask(refs, pairs);
  if (repository === undefined || 'problem' in repository) return () => repository;
  const pinned = pinCommits(repository, refs);
  return (ref) => (ref === undefined ? undefined : pinned[refs.indexOf(ref)]);
}

function expectLists({ repository }: Opening, commits: readonly Pinned[]): void {
  if ('problem' in repository) return;
  for (const each of commits) if (each !== undefined && !('problem' in each)) repository.lists.expect(each);
}

function sourceOf(opening: Opening, name: Name, pinned: Pins): Source | GitProblem {
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

function openParted(opening: Opening, text: string | undefined, bases: readonly RefName[], besides: Besides = {}): Comparison | GitProblem {
  const name = readName(opening, text);
  const asked = askedFor(opening, bases, name, besides);
  const pinned = pinAll(opening, allIn(asked), (found) => partingsIn(asked, found).map(([a, b]) => [a.id, b.id]));
  const { repository } = opening;
  if ('problem' in repository) return repository;
  if (name !== undefined && 'problem' in name) return name;
  const foreseen = foresee(repository, asked, pinned);
  const head = sourceOf(opening, name, pinned);
  if ('problem' in head) return head;
  const base = whereItParted(opening, head.commit ?? pinned(headName), bases, pinned);
  if ('problem' in base) return base;
  const others = foreseen.filter(({ id }) => id !== base.source.commit?.id && id !== head.commit?.id);
  for (const commit of others) prepareSources([commitSource(repository, commit, commit.id)]);
  const opened = prepareSources([base.source, head], besides.files)();
  if ('problem' in opened) return opened;
  const governing = bases === defaultBases ? governingOf(repository, base, opened[0]!) : base.branch;
  if ('problem' in governing) return governing;
  if (governing.ref !== base.branch.ref) return openParted(opening, text, [governing.ref], besides);
  return { base: opened[0]!, head: opened[1]!, tip: base.branch.tip, ...opening.known, since: (other) => openSince(opening, other, head, base.branch.tip) };
}

/** The names of all that will be asked for, before anything is opened. */
interface Asked {
  readonly bases: readonly RefName[];
  readonly head: RefName;
  readonly since: RefName | undefined;
  readonly commits: readonly RefName[];
}

function askedFor(opening: Opening, bases: readonly RefName[], name: Name | GitProblem, { since, commits = [] }: Besides): Asked {
  const head = name === undefined || 'problem' in name ? undefined : name.commit?.ref;
  const ids = commits.map(readRefName).filter((ref): ref is RefName => !('problem' in ref));
  return { bases, head: head ?? headName, since: branchNamed(readName(opening, since)), commits: ids };
}

function allIn({ bases, head, since, commits }: Asked): readonly RefName[] {
  return [...bases, headName, head, ...(since === undefined ? [] : [since]), ...commits];
}

/** Of which commits it will be asked where they parted. */
function partingsIn({ bases, head, since }: Asked, found: Commits): readonly (readonly [Commit, Commit])[] {
  const from = found(head) ?? found(headName);
  const [branch, released] = [bases.map(found).find((each) => each !== undefined), since === undefined ? undefined : found(since)];
  const pairs = [[branch, from], [released, from], [released, branch]] as const;
  return pairs.flatMap(([one, other]) => (one === undefined || other === undefined || one.id === other.id ? [] : [[one, other] as const]));
}

/** Notes which lists of files will be needed. Returns the commits of them. */
function foresee(repository: Repository, asked: Asked, pinned: Pins): readonly Commit[] {
  const found = (ref: RefName): Commit | undefined => soundOne(pinned(ref));
  const parted = partingsIn(asked, found).map(([tip, from]) => [tip, mergeBase(repository, tip, from)]);
  const used = [...parted.flat(), ...[asked.head, ...asked.commits].map(found)].map(soundOne).filter((each) => each !== undefined);
  for (const commit of used) repository.lists.expect(commit);
  return used;
}

function soundOne(found: Pinned): Commit | undefined {
  return found === undefined || 'problem' in found ? undefined : found;
}

/** @param branch - The newest commit of the branch that the change is meant for; `undefined` where the earlier version lies on disk. */
function openSince(opening: Opening, text: string, head: Source, branch: Commit | undefined): Since | GitProblem {
  const name = readRevisionName(opening.folder, text);
  if ('problem' in name) return name;
  const ref = branchNamed(name);
  const pinned = pinAll(opening, [...(name.commit === undefined ? [] : [name.commit.ref]), headName]);
  const parting = ref === undefined ? undefined : whereItParted(opening, head.commit ?? pinned(headName), [ref], pinned);
  if (parting !== undefined && 'problem' in parting) return parting;
  const source = parting?.source ?? sourceOf(opening, name, pinned);
  const opened = 'problem' in source ? source : prepare(source, startOf([source, head])).open();
  if ('problem' in opened) return opened;
  const tip = parting?.branch.tip;
  const isOfBranch = isPartOf(opening, tip ?? opened.commit, branch);
  return typeof isOfBranch === 'object' ? isOfBranch : { base: opened, isOfBranch, ...(tip === undefined ? {} : { tip }) };
}

/** Whether a commit is one of those that a branch was built on. Of unrelated ones neither is, nor of those that parted more than once. */
function isPartOf({ repository }: Opening, commit: Commit | undefined, branch: Commit | undefined): boolean | GitProblem {
  if (branch === undefined || commit === undefined || 'problem' in repository) return branch === undefined;
  const parting = mergeBase(repository, commit, branch);
  return 'problem' in parting ? (parting.reason === 'unrelated' || parting.reason === 'ambiguous' ? false : parting) : parting.id === commit.id;
}

/** A base, and the branch that it is of. */
interface Parting {
  readonly source: Source;
  readonly branch: BranchTip;
}

/** In a repository that is open. */
function whereItParted(opening: Opening, from: Pinned, bases: readonly RefName[], pinned: Pins): Parting | GitProblem {
  const repository = opening.repository as Repository;
  const start = from ?? whyUnknown(repository, headName);
  if ('problem' in start) return start;
  const branch = firstTip(bases, bases.map(pinned)) ?? (bases.length === 1 ? whyUnknown(repository, bases[0]!) : noBase(repository));
  if ('problem' in branch) return branch;
  const { ref, tip } = branch;
  const base = mergeBase(repository, tip, start);
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
  const next = isShallow ? `This clone holds only a part of the history. ${howToUnshallow}` : `Name the version to compare with, or run \`${howToFetch('main')}\`.`;
  return { reason: 'no-base', problem: `There is neither \`origin/main\` nor \`main\` here, so it is not known what to compare with. ${next}` };
}

/** Opens versions, and reads their files together with all that was asked for before. */
export function openSources(all: readonly (Source | GitProblem)[]): readonly Revision[] | GitProblem {
  return prepareSources(all)();
}

/**
 * Notes which files of versions will be read; what is given back opens them.
 *
 * @param files - Names of files that will be read beside the `waymark.yaml` of each workspace.
 */
function prepareSources(all: readonly (Source | GitProblem)[], files: readonly string[] = []): () => readonly Revision[] | GitProblem {
  const sources = soundOnes(all);
  if ('problem' in sources) return () => sources;
  const start = startOf(sources);
  const prepared = sources.map((source) => prepare(source, start));
  for (const { tree } of prepared.flatMap(({ workspaces }) => workspaces)) for (const file of files) tree.expect?.(file);
  return () => soundOnes(prepared.map(({ open }) => open()));
}

/** In two versions of a repository, workspaces are looked for at one place: the outermost that somebody works in, in either. */
function startOf(sources: readonly Source[]): string {
  const searches = sources.flatMap(({ search }) => search ?? []);
  const [outermost = searches[0]?.folder] = searches.flatMap(({ nearest }) => nearest ?? []).sort((a, b) => a.length - b.length);
  return outermost ?? '';
}

/** A version before its files are read. */
interface Prepared extends Pick<Revision, 'workspaces'> {
  readonly open: () => Revision | GitProblem;
}

function prepare({ search, workspacesFrom, missingFrom, ...source }: Source, start: string): Prepared {
  const from = search === undefined ? '' : start;
  const workspaces = workspacesFrom(from);
  return { workspaces, open: () => missingFrom?.(from) ?? { ...source, workspaces } };
}
