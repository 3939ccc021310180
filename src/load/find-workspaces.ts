import { lstatSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { diskTree } from './file-tree.js';
import { submoduleHint } from './git/submodules.js';
import { workspaceFile } from './load-documents.js';

/** The workspaces that a command is about, or why there are none. */
export type FoundWorkspaces = { readonly roots: readonly string[] } | { readonly problem: string };

/**
 * The folder that is named, else the nearest workspace upward from where the command runs, else every one below.
 * Roots are absolute and in order.
 */
export function findWorkspaces(folder: string, named: string | undefined): FoundWorkspaces {
  if (named !== undefined) return namedWorkspace(folder, named);
  const above = nearestUpward(folder);
  const roots = above === undefined ? workspacesBelow(folder) : [above, ...workspacesBelow(above).filter((root) => root !== above)];
  if (roots.length > 0) return { roots };
  return { problem: `There is no workspace here: no \`${workspaceFile}\` in this folder, above it or below it. \`waymark init\` makes one.${submoduleHint(folder)}` };
}

function namedWorkspace(folder: string, named: string): FoundWorkspaces {
  const root = resolve(folder, named);
  if (isWorkspace(root)) return { roots: [root] };
  return { problem: `\`${named}\` is no workspace: it holds no \`${workspaceFile}\`.` };
}

/** True when the folder, or one above it, is a workspace. */
export function isInsideWorkspace(folder: string): boolean {
  return nearestUpward(folder) !== undefined;
}

/** The workspace that a folder is, or lies in. */
export function nearestUpward(folder: string): string | undefined {
  for (let current = resolve(folder); ; current = dirname(current)) {
    if (isWorkspace(current)) return current;
    if (dirname(current) === current) return undefined;
  }
}

function workspacesBelow(folder: string): readonly string[] {
  return workspacesAmong(diskTree(resolve(folder)).yamlFiles()).map((root) => resolve(folder, root));
}

/** The folders of the workspaces among some files, in the order of the files; empty for the one at the top. */
export function workspacesAmong(files: readonly string[]): readonly string[] {
  return files.filter((path) => path === workspaceFile || path.endsWith(`/${workspaceFile}`)).map((path) => path.slice(0, -workspaceFile.length - 1));
}

/** What is no folder, or has a name that none can have, is no workspace either. */
export function isWorkspace(folder: string): boolean {
  try {
    return lstatSync(join(folder, workspaceFile)).isFile();
  } catch {
    return false;
  }
}
