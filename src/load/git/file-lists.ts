import { isUtf8 } from 'node:buffer';
import type { Commit } from './commit.js';
import { failureOf, type GitProblem } from './git-problem.js';
import type { Git } from './run-git.js';

/** One line of a commit's list of files. */
export interface Entry {
  readonly mode: string;
  readonly id: string;
  /** Set when its name is no UTF-8, or one that no file can have: `../a.yaml`, or a second time the same. */
  readonly problem?: 'misnamed' | 'damaged' | undefined;
}

/** The files of a commit by their paths from the top. */
export type Entries = ReadonlyMap<string, Entry>;

/** Every file, each by its own name, and nothing that a repository or its attributes say of differences. */
const options = ['-r', '-z', '--raw', '--no-abbrev', '--no-renames', '--no-ext-diff', '--no-textconv', '--ignore-submodules=none'];

/** No setting of a repository may have signatures verified, or a merge told against all that it merges. */
const logSettings = ['-c', 'log.showSignature=false', '-c', 'log.diffMerges=first-parent'];

/**
 * Which files commits hold. Whoever will need several says so first; at the first look at one of them all are listed by one process, each as what differs from
 * having no file at all.
 */
export class FileLists {
  readonly #git: Git;
  readonly #expected = new Map<string, Commit>();
  readonly #known = new Map<string, Entries | GitProblem>();

  constructor(git: Git) {
    this.#git = git;
  }

  /** Notes that the files of a commit will be needed. */
  expect(commit: Commit): void {
    if (!this.#known.has(commit.id)) this.#expected.set(commit.id, commit);
  }

  /** The files of a commit. */
  of(commit: Commit): Entries | GitProblem {
    this.expect(commit);
    if (this.#expected.size > 0) this.#listAll();
    const found = this.#known.get(commit.id) ?? this.#listOne(commit);
    this.#known.set(commit.id, found);
    return found;
  }

  /**
   * Lists the files of a commit that a branch was at before, by undoing what was done since. Takes one process.
   *
   * @param id - The whole id of that commit.
   * @returns False where the branch was never at that commit, or nobody can tell.
   */
  goBack(from: Commit, id: string): boolean {
    const now = this.of(from);
    if (from.id === id || 'problem' in now) return from.id === id;
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(id)) return false;
    const { code, out } = this.#git.run([...logSettings, 'log', '--first-parent', '-m', ...options, '--format=%H %P', from.id, `^${id}`, '--']);
    const told = [...readDifferences(out)];
    if (code !== 0 || told.at(-1)![0].split(' ')[1] !== id) return false;
    this.#known.set(id, undone(now as Entries, told.flatMap(([, differences]) => differences)));
    return true;
  }

  /** What is not found so is asked for by itself, so that one commit that lacks something does not stand in the way of the others. */
  #listAll(): void {
    const commits = [...this.#expected.values()];
    this.#expected.clear();
    const anchor = commits.find(({ tree }) => tree !== undefined);
    if (commits.length < 2) return;
    if (anchor === undefined) return this.#listBeside(commits);
    const lines = [anchor, ...commits].map((commit) => lineFor(commit, anchor));
    const { code, out } = this.#git.run(['diff-tree', '--stdin', '--always', ...options], { input: lines.map((line) => `${line}\n`).join('') });
    if (code === 0) this.#keepAll(commits, anchor, readDifferences(out));
  }

  /** Commits of which no tree is known are told by what differs from one whose files are. */
  #listBeside(commits: readonly Commit[]): void {
    const [id, start] = [...this.#known].find(([, entries]) => !('problem' in entries)) ?? [];
    if (id === undefined) return;
    const { code, out } = this.#git.run(['diff-tree', '--stdin', '--always', ...options], { input: commits.map((commit) => `${commit.id} ${id}\n`).join('') });
    const told = code === 0 ? readDifferences(out) : new Map<string, readonly Difference[]>();
    for (const commit of commits) {
      const differences = told.get(commit.id);
      if (differences !== undefined) this.#known.set(commit.id, entriesOf(start as Entries, differences));
    }
  }

  #keepAll(commits: readonly Commit[], anchor: Commit, told: ReadonlyMap<string, readonly Difference[]>): void {
    const start = entriesOf(new Map(), told.get(lineFor(anchor, anchor)) ?? []);
    for (const commit of commits) {
      const differences = told.get(headerOf(commit));
      if (differences !== undefined) this.#known.set(commit.id, entriesOf(commit.tree === undefined ? start : new Map(), differences));
    }
  }

  #listOne({ id }: Commit): Entries | GitProblem {
    const answer = this.#git.run(['diff-tree', ...options, emptyTree(id), id]);
    return answer.code === 0 ? entriesOf(new Map(), readDifferences(answer.out).get('') ?? []) : failureOf(answer, `listing the files of ${id.slice(0, 12)}`);
  }
}

/** Of a commit that nobody has read yet its tree is not known; then it is told by what differs from one whose tree is. */
function lineFor(commit: Commit, anchor: Commit): string {
  return commit.tree === undefined ? `${commit.id} ${anchor.id}` : headerOf(commit);
}

function headerOf({ id, tree }: Commit): string {
  return tree === undefined ? id : `${emptyTree(id)} ${tree}`;
}

/** The folder without files, which every git knows. */
function emptyTree(id: string): string {
  return id.length === 40 ? '4b825dc642cb6eb9a060e54bf8d69288fbee4904' : '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321';
}

type FileAt = Pick<Entry, 'mode' | 'id'>;

/** What differs at one path. */
interface Difference {
  readonly name: Buffer;
  /** As it is in the earlier one; `undefined` where it is not there. */
  readonly before: FileAt | undefined;
  /** As it is in the later one; `undefined` where it is not there. */
  readonly after: FileAt | undefined;
}

/** A name may hold anything but NUL, so only NUL ends it. What stands above the differences of a pair or a commit is their key. */
function readDifferences(out: Buffer): ReadonlyMap<string, readonly Difference[]> {
  let current: Difference[] = [];
  const told = new Map([['', current]]);
  for (let at = 0; at < out.length; ) {
    if (out[at] === lineEnd) at += 1;
    const isEntry = out[at] === colon;
    const end = isEntry ? endOf(out, at, 0) : Math.min(endOf(out, at, 0), endOf(out, at, lineEnd));
    const word = out.toString('latin1', at, end);
    at = isEntry ? endOf(out, end + 1, 0) + 1 : end + 1;
    if (isEntry) current.push(differenceOf(word, out.subarray(end + 1, at - 1)));
    else told.set(word, (current = []));
  }
  return told;
}

const colon = 58;
const lineEnd = 10;

function endOf(out: Buffer, from: number, byte: number): number {
  const end = out.indexOf(byte, from);
  return end < 0 ? out.length : end;
}

function differenceOf(word: string, name: Buffer): Difference {
  const [mode = '', newMode = '', id = '', newId = ''] = word.slice(1).split(' ');
  return { name, before: fileAt(mode, id), after: fileAt(newMode, newId) };
}

function fileAt(mode: string, id: string): FileAt | undefined {
  return mode === '000000' ? undefined : { mode, id };
}

/** What was damaged before stays so: which of several files of one name is gone, nobody can tell. */
function entriesOf(start: Entries, differences: readonly Difference[]): Entries {
  const entries = new Map(start);
  const seen = new Set<string>();
  for (const { name, before, after } of differences) {
    const path = name.toString('utf8');
    const isTwice = seen.has(path) || entries.get(path)?.problem === 'damaged' || (before === undefined && entries.has(path));
    if (after !== undefined) entries.set(path, { ...after, problem: isTwice && isUtf8(name) ? 'damaged' : problemOf(name) });
    else if (!isTwice) entries.delete(path);
    seen.add(path);
  }
  return entries;
}

/** The differences are those of the newest commit first. */
function undone(now: Entries, differences: readonly Difference[]): Entries {
  const entries = new Map(now);
  for (const { name, before } of differences) {
    const path = name.toString('utf8');
    if (before === undefined) entries.delete(path);
    else entries.set(path, { ...before, problem: problemOf(name) });
  }
  return entries;
}

/** What keeps a file of this name from being read. */
export function problemOf(name: Buffer): Entry['problem'] {
  if (!isUtf8(name)) return 'misnamed';
  return isPath(name.toString('utf8')) ? undefined : 'damaged';
}

/** A damaged or forged list may name what lies elsewhere. */
function isPath(path: string): boolean {
  return path.split('/').every((name) => name !== '' && name !== '.' && name !== '..');
}
