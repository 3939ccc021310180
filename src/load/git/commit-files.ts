import { isUtf8 } from 'node:buffer';
import { posix } from 'node:path';
import { compareText } from '../../base/diagnostic.js';
import { lazy } from '../../base/lazy.js';
import { isEntered, isEnteredFolder, isTextFile, isYamlFile, type FileContent, type FileProblem, type FileTree } from '../file-tree.js';
import { limits } from '../limits.js';
import type { Commit } from './commit.js';
import { failureOf, type GitProblem } from './git-problem.js';
import type { GitAnswer } from './run-git.js';
import type { Repository } from './repository.js';

/** One line of a commit's list of files. */
export interface Entry {
  readonly mode: string;
  readonly id: string;
  /** Bytes; `undefined` when the file is not in this clone, or nobody asked. */
  readonly size: number | undefined;
  /** Set when its name is no UTF-8, or one that no file can have: `../a.yaml`, or a second time the same. */
  readonly problem?: 'misnamed' | 'damaged' | undefined;
}

const link = '120000';
const submodule = '160000';

/**
 * The files of one commit. They are listed by one process, and their contents are the committed bytes: nothing is checked out, so
 * no attribute, filter or line ending changes them.
 */
export class CommitFiles {
  readonly #repository: Repository;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #folders: () => ReadonlySet<string>;

  constructor(repository: Repository, entries: ReadonlyMap<string, Entry>) {
    this.#repository = repository;
    this.#entries = entries;
    this.#folders = lazy(() => foldersOf(entries.keys()));
  }

  /** What lies at a path from the top: a file in the widest sense, a folder, a submodule or nothing. */
  kindOf(path: string): 'file' | 'folder' | 'submodule' | undefined {
    const mode = this.#entries.get(path)?.mode;
    if (mode !== undefined) return mode === submodule ? 'submodule' : 'file';
    return path === '' || this.#folders().has(path) ? 'folder' : undefined;
  }

  /** The submodule that a path lies in. */
  submoduleAround(path: string): string | undefined {
    return foldersAround(path).find((folder) => this.kindOf(folder) === 'submodule');
  }

  /** Every file below a folder that may hold a document, from that folder and in order. No content is looked at. */
  yamlFilesBelow(folder: string): readonly string[] {
    return this.#namesBelow(folder).filter((path) => isEntered(path) && isYamlFile(path)).sort(compareText);
  }

  /** A file among these that this clone does not hold. */
  missingBelow(folder: string): string | undefined {
    const paths = this.yamlFilesBelow(folder).map((path) => posix.join(folder, path));
    return paths.find((path) => this.#isFile(path) && this.#entries.get(path)!.size === undefined);
  }

  /**
   * The files of a folder. They are read together with those of every other folder and commit of this repository that was asked
   * for before the first of them is looked at.
   */
  below(folder: string): FileTree {
    const start = folder === '' ? '' : `${folder}/`;
    for (const path of this.#namesBelow(folder)) this.#expect(path, start);
    return {
      yamlFiles: () => this.#namesBelow(folder).filter((path) => isEntered(path) && (isYamlFile(path) || this.#isTellingLink(start + path))).sort(compareText),
      read: (path) => this.#read(folder, path),
      identity: (path) => (this.#isFile(start + path) ? this.#entries.get(start + path)!.id : undefined),
      expect: (path) => this.#expectOther(start + path),
    };
  }

  /** The bytes of a file however large it is; `undefined` where there is no such file. Takes a process of its own. */
  whole(path: string): Uint8Array | undefined {
    return this.#isFile(path) ? this.#repository.objects.file(this.#entries.get(path)!.id) : undefined;
  }

  #namesBelow(folder: string): readonly string[] {
    const start = folder === '' ? '' : `${folder}/`;
    return [...this.#entries.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
  }

  #expect(path: string, start: string): void {
    const { mode, id, size } = this.#entries.get(start + path)!;
    if (size === undefined || size > limits.fileBytes || !isEntered(path)) return;
    if (isYamlFile(path) || (mode === link && size <= longestPath) || (isTextFile(path) && size <= smallText)) this.#repository.objects.expectFile(id, size);
  }

  #expectOther(place: string): void {
    const { id, size } = this.#entries.get(place) ?? {};
    if (this.#isFile(place) && size !== undefined && size <= limits.fileBytes) this.#repository.objects.expectFile(id!, size);
  }

  #isFile(path: string): boolean {
    return this.#entries.get(path)?.mode.startsWith('100') === true;
  }

  #read(folder: string, path: string): FileContent {
    const place = posix.join(folder, path).replace(/^\.$/, '');
    const entry = this.#entries.get(place);
    if (entry === undefined) return { problem: this.#whyNoFile(place) };
    if (folder !== '' && !place.startsWith(`${folder}/`)) return { problem: 'link' };
    if (entry.problem !== undefined) return { problem: entry.problem };
    if (entry.mode === submodule) return { problem: 'submodule' };
    if (entry.mode === link) return { problem: this.#isFolderLink(place) ? 'folder-link' : 'link' };
    return this.#isFile(place) ? this.#content(place, entry) : { problem: 'not-a-file' };
  }

  #whyNoFile(place: string): FileProblem {
    if (this.kindOf(place.replace(/\/$/, '')) === 'folder') return 'not-a-file';
    const around = foldersAround(place).flatMap((folder) => this.#entries.get(folder)?.mode ?? []);
    if (around.includes(submodule)) return 'submodule';
    return around.includes(link) ? 'link' : 'missing';
  }

  /** Of most files that hold no document it is only asked whether they are there, so their bytes are read when they are looked at. */
  #content(place: string, { id, size }: Entry): FileContent {
    const { objects } = this.#repository;
    if (size !== undefined && size > limits.fileBytes) return { problem: 'too-large' };
    if (size === undefined && isTextFile(place)) return { problem: 'damaged' };
    if (!isYamlFile(place)) return lazyContent(() => objects.file(id) ?? new Uint8Array());
    const bytes = objects.file(id);
    return bytes === undefined ? { problem: 'damaged' } : { bytes };
  }

  /** A folder behind a link may hold documents that are missed, so the link is told. */
  #isTellingLink(path: string): boolean {
    return isEnteredFolder(posix.basename(path)) && this.#isFolderLink(path);
  }

  /** Where a link leads out, nobody knows what is there. */
  #isFolderLink(path: string, followed = 0): boolean {
    const entry = this.#entries.get(path);
    if (entry?.mode !== link) return followed > 0 && ['folder', 'submodule'].includes(this.kindOf(path) ?? '');
    if (followed > 8 || entry.size === undefined || entry.size > longestPath) return false;
    const target = Buffer.from(this.#repository.objects.file(entry.id) ?? []).toString('utf8');
    return !posix.isAbsolute(target) && this.#isFolderLink(posix.join(posix.dirname(path), target).replace(/\/$|^\.$/, ''), followed + 1);
  }
}

/** Bytes. Words for customers up to here are read with the documents: nobody knows yet which of them are named. What is larger is read by a process of its own once it is looked at. */
export const smallText = 16_384;

/** Bytes of a path. No system follows a longer link. */
const longestPath = 4096;

function lazyContent(read: () => Uint8Array): FileContent {
  const bytes = lazy(read);
  return {
    get bytes() {
      return bytes();
    },
  };
}

/** The folders that a path lies in, the outermost first. */
function foldersAround(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0 && !folders.has(path.slice(0, end)); end = path.lastIndexOf('/', end - 1)) folders.add(path.slice(0, end));
  }
  return folders;
}

/** Lists the files of a commit. Takes one process; two more in a clone that was made with a filter and lacks some of them. */
export function filesOf(repository: Repository, commit: Commit): CommitFiles | GitProblem {
  const { code, out, said, failure } = list(repository, commit, ['-l']);
  if (code === 0) return new CommitFiles(repository, readList(out));
  const bare = failure === undefined && isAboutFilter(said) ? list(repository, commit, []) : undefined;
  if (bare?.code === 0) return new CommitFiles(repository, withSizes(repository, readList(bare.out)));
  return failureOf({ code, out, said, ...(failure === undefined ? {} : { failure }) }, `listing the files of ${commit.id.slice(0, 12)}`);
}

function list({ git }: Repository, { id }: Commit, options: readonly string[]): GitAnswer {
  return git.run(['ls-tree', '-r', '-z', '--full-tree', ...options, id]);
}

/** Git stops at the first size that it cannot tell, also at that of a picture that nobody will look at. */
function isAboutFilter(said: string): boolean {
  return /promisor|lazy fetching/.test(said);
}

/** The same list with the sizes of what may be read. Git stops at the first file that it lacks, so words that nothing may name come last. */
function withSizes(repository: Repository, entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> {
  const idsOf = (isMeant: (path: string, mode: string) => boolean): readonly string[] => [...entries].flatMap(([path, { id, mode }]) => (isMeant(path, mode) ? [id] : []));
  const sizes = sizesOf(repository, [...idsOf((path, mode) => mode === link || isYamlFile(path)), ...idsOf(isTextFile)]);
  return new Map([...entries].map(([path, entry]) => [path, { ...entry, size: sizes.get(entry.id) }]));
}

/** Bytes of files by their ids; those that are not in this clone are left out. Takes one process. */
export function sizesOf({ git }: Repository, ids: Iterable<string>): ReadonlyMap<string, number> {
  const said = git.run(['cat-file', '--batch-check'], { input: [...new Set(ids)].map((id) => `${id}\n`).join('') }).out.toString('latin1');
  return new Map([...said.matchAll(/^([0-9a-f]+) blob (\d+)$/gm)].map(([, id, size]) => [id!, Number(size)]));
}

/** A name may hold anything but NUL, so only NUL ends an entry. */
function readList(out: Buffer): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(0, at);
    const tab = out.indexOf(9, at);
    const [mode = '', , id = '', size = ''] = out.toString('latin1', at, tab).split(/ +/);
    const name = out.subarray(tab + 1, end);
    const path = name.toString('utf8');
    const problem = entries.has(path) && isUtf8(name) ? 'damaged' : problemOf(name);
    entries.set(path, { mode, id, size: /^\d+$/.test(size) ? Number(size) : undefined, problem });
    at = end + 1;
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
