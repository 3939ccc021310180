import { basename, resolve } from 'node:path';
import { diskTree, memoryTree } from '../load/file-tree.js';
import { loadDocuments } from '../load/load-documents.js';
import { buildWorkspace, type Workspace } from './workspace.js';

/**
 * Reads the workspace in a folder: the one that holds `waymark.yaml`. Only that folder is read, links are not followed,
 * nothing is executed and the network is not touched.
 *
 * @param folder - Absolute path, or relative to the working directory.
 * @returns The workspace. What is wrong with its files is told by {@link validate}; nothing is thrown for bad input.
 */
export function loadWorkspace(folder: string): Workspace {
  return buildWorkspace(loadDocuments(diskTree(folder), '', basename(resolve(folder))));
}

/**
 * Reads a workspace from texts in memory.
 *
 * @param files - Texts or bytes by path, relative to the root; one of them is `waymark.yaml`.
 */
export function loadWorkspaceFrom(files: { readonly [path: string]: string | Uint8Array }): Workspace {
  return buildWorkspace(loadDocuments(memoryTree(files)));
}
