import { lstatSync, type Stats } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { lazy } from '../base/lazy.js';
import { slashed } from '../base/paths.js';
import { loadDocuments, workspaceFile } from '../load/load-documents.js';
import { diskTree, type FileTree } from '../load/file-tree.js';
import { findWorkspaces } from '../load/find-workspaces.js';
import { buildWorkspace, type Workspace } from '../model/workspace.js';
import type { Console } from './console.js';
import { exitCodes } from './exit-codes.js';
import { Failure } from './failure.js';

/** A workspace that a command works on. */
export interface OpenWorkspace {
  /** Absolute folder. */
  readonly folder: string;
  /** Folder relative to where the command runs, `.` for that folder itself. */
  readonly root: string;
  readonly tree: FileTree;
  /** Read when it is first asked for. */
  readonly workspace: Workspace;
  /** Reads the workspace through another view of its files. */
  readFrom(tree: FileTree): Workspace;
}

/** Opens the workspaces that a command is about, one after the other: those that are named, or else what is found. */
export function* openWorkspaces(console: Console, named: readonly string[] = []): Iterable<OpenWorkspace> {
  const folders = named.length === 0 ? foldersAbove(console.folder) : named.map((each) => resolve(console.folder, each));
  for (const folder of folders) refuseStrangeRoot(console, folder);
  const found = named.length === 0 ? rootsFor(console, undefined) : named.flatMap((each) => rootsFor(console, each));
  for (const folder of new Set(found)) refuseStrangeRoot(console, folder);
  for (const folder of new Set(found)) yield openWorkspace(console, folder);
}

function rootsFor(console: Console, named: string | undefined): readonly string[] {
  const found = findWorkspaces(console.folder, named);
  if ('problem' in found) throw new Failure(exitCodes.unreadable, found.problem);
  return found.roots;
}

/** A folder and those that it lies in, up to the first that is a workspace. */
function foldersAbove(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder || rootFileOf(folder)?.isFile() === true ? [folder] : [folder, ...foldersAbove(parent)];
}

/** What is no file under the name of a workspace's file is told as such: it makes no workspace, and none is missing. */
export function refuseStrangeRoot(console: Console, folder: string): void {
  const stats = rootFileOf(folder);
  if (stats === undefined || stats.isFile()) return;
  const path = slashed(relative(console.folder, join(folder, workspaceFile)));
  throw new Failure(exitCodes.unreadable, `\`${path}\` is ${nounOf(stats)}. A workspace begins with an ordinary file of that name: replace it with the file itself.`);
}

function rootFileOf(folder: string): Stats | undefined {
  try {
    return lstatSync(join(folder, workspaceFile), { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function nounOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isSymbolicLink()) return 'a link';
  if (stats.isFIFO()) return 'a pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
}

function openWorkspace(console: Console, folder: string): OpenWorkspace {
  const root = slashed(relative(console.folder, folder)) || '.';
  const prefix = root === '.' ? '' : `${root}/`;
  const tree = diskTree(folder);
  const readFrom = (from: FileTree): Workspace => buildWorkspace(loadDocuments(from, prefix, basename(folder)));
  const workspace = lazy(() => readFrom(tree));
  return {
    folder,
    root,
    tree,
    get workspace() {
      return workspace();
    },
    readFrom,
  };
}
