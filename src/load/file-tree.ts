import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compareText } from '../base/diagnostic.js';
import { limits } from './limits.js';
import { filesKnownToGit } from './git/known-files.js';

/** The files that a workspace is read from: a folder on disk, texts in memory, or a revision. Paths use `/`. */
export interface FileTree {
  /** Every YAML file below the root that may hold a document, in order. */
  yamlFiles(): readonly string[];
  read(path: string): FileContent;
}

export type FileContent = { readonly bytes: Uint8Array } | { readonly problem: 'missing' | 'too-large' | 'not-a-file' | 'link' | 'unreadable' };

const yamlName = /\.ya?ml$/i;

/** Files in memory, for tests and for callers that have the texts already. */
export function memoryTree(files: { readonly [path: string]: string | Uint8Array }): FileTree {
  return {
    yamlFiles: () => Object.keys(files).filter((path) => yamlName.test(path) && isEntered(path)).sort(compareText),
    read(path) {
      const content = Object.hasOwn(files, path) ? files[path] : undefined;
      if (content === undefined) return { problem: 'missing' };
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return bytes.length > limits.fileBytes ? { problem: 'too-large' } : { bytes };
    },
  };
}

/** A folder on disk. Links are not followed, and nothing outside the folder is read. */
export function diskTree(root: string): FileTree {
  return {
    yamlFiles() {
      const known = filesKnownToGit(root);
      const files = known === undefined ? walk(root, '') : known.filter((path) => existsAsEntry(join(root, path)));
      return files.filter((path) => yamlName.test(path) && isEntered(path)).sort(compareText);
    },
    read: (path) => readInside(root, path),
  };
}

/** Dot folders and installed packages hold no documents. */
function isEntered(path: string): boolean {
  return path.split('/').slice(0, -1).every(isEnteredFolder);
}

function isEnteredFolder(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}

function walk(root: string, folder: string): readonly string[] {
  const files: string[] = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory() && isEnteredFolder(entry.name)) files.push(...walk(root, path));
    else if (!entry.isDirectory()) files.push(path);
  }
  return files;
}

function existsAsEntry(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Reads a file without following a link and without waiting for a pipe or a device. */
function readInside(root: string, path: string): FileContent {
  const full = join(root, path);
  const stats = lstatSync(full, { throwIfNoEntry: false });
  if (stats === undefined) return { problem: 'missing' };
  if (stats.isSymbolicLink() || !staysInside(root, full)) return { problem: 'link' };
  if (!stats.isFile()) return { problem: 'not-a-file' };
  if (stats.size > limits.fileBytes) return { problem: 'too-large' };
  try {
    return readOpened(openSync(full, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)));
  } catch {
    return { problem: 'unreadable' };
  }
}

function staysInside(root: string, full: string): boolean {
  const inside = relative(realpathSync(root), realpathSync(full));
  return inside !== '..' && !inside.startsWith(`..${sep}`);
}

function readOpened(file: number): FileContent {
  try {
    const { size } = fstatSync(file);
    if (size > limits.fileBytes) return { problem: 'too-large' };
    const bytes = Buffer.alloc(size);
    const length = readSync(file, bytes, 0, size, 0);
    return { bytes: bytes.subarray(0, length) };
  } finally {
    closeSync(file);
  }
}
