import { relative, sep } from 'node:path';
import { loadDocuments } from '../load/load-documents.js';
import { diskTree } from '../load/file-tree.js';
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
  readonly workspace: Workspace;
}

/** Opens the workspaces that a command is about, one after the other. */
export function* openWorkspaces(console: Console, named: string | undefined): Iterable<OpenWorkspace> {
  const found = findWorkspaces(console.folder, named);
  if ('problem' in found) throw new Failure(exitCodes.unreadable, found.problem);
  for (const folder of found.roots) yield openWorkspace(console, folder);
}

function openWorkspace(console: Console, folder: string): OpenWorkspace {
  const root = relative(console.folder, folder).split(sep).join('/') || '.';
  const prefix = root === '.' ? '' : `${root}/`;
  return { folder, root, workspace: buildWorkspace(loadDocuments(diskTree(folder), prefix)) };
}
