import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { compareText } from '../base/diagnostic.js';
import { lazy } from '../base/lazy.js';
import { leadsOut } from '../base/paths.js';
import { remembering } from '../base/remembering.js';
import { limits } from './limits.js';
import { filesKnownToGit } from './git/known-files.js';

/** The files that a workspace is read from: a folder on disk, texts in memory, or a revision. Paths use `/`. */
export interface FileTree {
  /** Every YAML file below the root that may hold a document, in order. */
  yamlFiles(): readonly string[];
  read(path: string): FileContent;
  /**
   * What stands for the bytes of a file: in two trees of one repository the same for the same bytes, and for no other. Absent, or
   * `undefined`, where that is not known without reading them.
   */
  identity?(path: string): string | undefined;
  /** Notes that a file will be read though it holds no document, so that all such files are read together. */
  expect?(path: string): void;
  /** Whether there is nothing at a path, where that is told without reading anything. */
  isMissing?(path: string): boolean;
}

export type FileContent = { readonly bytes: Uint8Array } | Unread;

/** A file that is not read, and why. */
export interface Unread {
  readonly problem: FileProblem;
  /** Of one that is too large: its bytes all the same, to compare it with another; `undefined` where even that is too much. */
  readonly whole?: () => Uint8Array | undefined;
  /** What stands for what is there or where it leads: in two trees of one repository the same only where that is the same. Absent where nobody knows. */
  readonly identity?: string;
}

/** True where two files that are not read are known to hold the same, or to lead to the same. */
export function isSameUnread(one: Unread, other: Unread): boolean {
  if (one.identity !== undefined && other.identity !== undefined) return one.identity === other.identity;
  const [bytes, others] = [one.whole?.(), other.whole?.()];
  return bytes !== undefined && others !== undefined && Buffer.compare(bytes, others) === 0;
}

/** Why a file cannot be read. */
export type FileProblem = 'missing' | 'misnamed' | 'too-large' | 'not-a-file' | 'link' | 'folder-link' | 'submodule' | 'unreadable' | 'damaged';

/** True where there is nothing at a path. A file is only read where the tree does not know otherwise. */
export function isMissingIn(tree: FileTree, path: string): boolean {
  if (tree.isMissing !== undefined) return tree.isMissing(path);
  const content = tree.read(path);
  return 'problem' in content && content.problem === 'missing';
}

/** True for a file that may hold a document. */
export function isYamlFile(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

/** Words for customers that a document may name. */
export function isTextFile(path: string): boolean {
  return /\.(?:md|txt|html?)$/i.test(path);
}

/** Files in memory, for tests and for callers that have the texts already. */
export function memoryTree(files: { readonly [path: string]: string | Uint8Array }): FileTree {
  return {
    yamlFiles: () => Object.keys(files).filter((path) => isYamlFile(path) && isEntered(path)).sort(compareText),
    read(path) {
      const content = Object.hasOwn(files, path) ? files[path] : undefined;
      if (content === undefined) return { problem: isFolderIn(files, path) ? 'not-a-file' : 'missing' };
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return bytes.length > limits.fileBytes ? { problem: 'too-large', whole: () => bytes } : { bytes };
    },
  };
}

function isFolderIn(files: object, path: string): boolean {
  const folder = path.endsWith('/') ? path : `${path}/`;
  return Object.keys(files).some((file) => file.startsWith(folder));
}

/**
 * A folder on disk. Links are not followed, and nothing outside the folder is read.
 *
 * @param known - The files that count, relative to the folder; `undefined` when every file does.
 */
export function diskTree(root: string, known: () => readonly string[] | undefined = () => filesKnownToGit(root)): FileTree {
  let closed = new Set<string>();
  let isInside = insideOf(root);
  return {
    yamlFiles() {
      closed = new Set();
      isInside = insideOf(root);
      const counting = known();
      const files = counting === undefined ? walk(root, closed) : existing(root, counting);
      return files.filter((path) => isEntered(path) && (isYamlFile(path) || closed.has(path) || isLinkToFolder(root, path))).sort(compareText);
    },
    read: (path) => (closed.has(path) ? { problem: 'unreadable' } : readInside(root, path, isInside)),
  };
}

/** Dot folders and installed packages hold no documents. */
export function isEntered(path: string): boolean {
  return path.split('/').slice(0, -1).every(isEnteredFolder);
}

export function isEnteredFolder(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}

/** Every file below a folder. Folders that cannot be opened are collected in `closed` and stand among the files. */
function walk(root: string, closed: Set<string>): readonly string[] {
  const files: string[] = [];
  const folders = [''];
  for (const folder of folders) {
    const entries = entriesOf(join(root, folder));
    if (entries === undefined && folder !== '') closed.add(folder);
    for (const entry of entries ?? []) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) files.push(path);
      else if (isEnteredFolder(entry.name)) folders.push(path);
    }
  }
  return [...files, ...closed];
}

/** Outside of a repository a name that is no UTF-8 arrives with replacement characters, and under it nothing is found. */
function isMisnamed(path: string): boolean {
  return path.includes('\ufffd');
}

/**
 * Files that git remembers may be gone. To list each folder once is much faster than to ask for each file. What a list does
 * not show is asked for: the folder may not be listed, and some disks know a name in another case or form than they list it.
 */
function existing(root: string, paths: readonly string[]): readonly string[] {
  const namesIn = remembering((folder: string): ReadonlySet<string> => new Set(attempt(() => readdirSync(join(root, folder)))));
  return paths.filter((path) => {
    const end = path.lastIndexOf('/');
    return isMisnamed(path) || namesIn(path.slice(0, Math.max(end, 0))).has(path.slice(end + 1)) || mayExist(root, path);
  });
}

function mayExist(root: string, path: string): boolean {
  return attempt(() => lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined) !== false;
}

/** A folder behind a link may hold documents that are missed, so the link is told. */
function isLinkToFolder(root: string, path: string): boolean {
  if (!isEnteredFolder(path.slice(path.lastIndexOf('/') + 1))) return false;
  const full = join(root, path);
  return attempt(() => lstatSync(full).isSymbolicLink() && statSync(full).isDirectory()) ?? false;
}

/** Reads a file without following a link and without waiting for a pipe or a device. */
function readInside(root: string, path: string, isInside: (folder: string) => boolean): FileContent {
  try {
    return readOrdinary(join(root, path), isInside);
  } catch (error) {
    if (!isAbsence(error)) return { problem: 'unreadable' };
    return { problem: isMisnamed(path) ? 'misnamed' : 'missing' };
  }
}

function readOrdinary(full: string, isInside: (folder: string) => boolean): FileContent {
  const stats = lstatSync(full);
  if (stats.isSymbolicLink()) return { problem: attempt(() => statSync(full).isDirectory()) === true ? 'folder-link' : 'link' };
  if (!isInside(dirname(full))) return { problem: 'link' };
  if (!stats.isFile()) return { problem: 'not-a-file' };
  const open = (): number => openSync(full, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  return stats.size > limits.fileBytes ? tooLarge(open) : readOpened(open(), open);
}

function tooLarge(open: () => number): Unread {
  return { problem: 'too-large', whole: () => attempt(() => readWhole(open())) };
}

/** Whether a folder, its links followed, lies below the root. Each folder is looked at once, until the files are listed again. */
function insideOf(root: string): (folder: string) => boolean {
  const realRoot = lazy(() => realpathSync.native(root));
  return remembering((folder) => !leadsOut(relative(realRoot(), realpathSync.native(folder))));
}

/** The file may have become another one since it was looked at. */
function readOpened(file: number, openAgain: () => number): FileContent {
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return { problem: 'not-a-file' };
    if (stats.size > limits.fileBytes) return tooLarge(openAgain);
    const bytes = readFileSync(file);
    return bytes.length > limits.fileBytes ? tooLarge(openAgain) : { bytes };
  } finally {
    closeSync(file);
  }
}

function readWhole(file: number): Uint8Array | undefined {
  try {
    const stats = fstatSync(file);
    return stats.isFile() && stats.size <= limits.comparedBytes ? readFileSync(file) : undefined;
  } finally {
    closeSync(file);
  }
}

/** A path that is too long or holds a NUL names no file either. */
function isAbsence(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(code);
}

function entriesOf(folder: string): readonly Dirent[] | undefined {
  return attempt(() => readdirSync(folder, { withFileTypes: true }));
}

function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
