import { join, relative, resolve } from 'node:path';
import { slashed } from '../../base/paths.js';
import { topAround } from '../../load/git/find-repository.js';
import { workspaceFile } from '../../load/load-documents.js';
import type { Workspace } from '../../model/workspace.js';
import type { Console } from '../console.js';
import { openWorkspaces } from '../open-workspaces.js';
import { dayAsked, isAboutBranch, type PastOptions } from '../past-options.js';
import { refuseBroken } from './refuse-broken.js';

/** A workspace that is written out, as it lies here or as it was in force. */
export interface ReadWorkspace {
  /** Folder relative to where the command runs. */
  readonly root: string;
  /** Absolute. */
  readonly folder: string;
  /** `waymark.yaml` as messages name it. */
  readonly rootFile: string;
  readonly workspace: Workspace;
}

/** Opens what is written out. A document that cannot be read would be missing without a word in what other systems run on, so nothing is written then. */
export async function readWorkspaces(console: Console, options: PastOptions): Promise<readonly ReadWorkspace[]> {
  const isPast = isAboutBranch(options);
  const opened = isPast ? await (await import('../audit/open-in-force.js')).openInForce(console, options) : [...openWorkspaces(console, options.workspace)];
  // What a branch holds is named from the top of the repository, wherever somebody works in it.
  const home = isPast ? (topAround(console.folder) ?? console.folder) : console.folder;
  return opened.map(({ root, workspace }) => {
    refuseBroken(console, root, workspace, dayAsked(console, options));
    const folder = resolve(home, root);
    return { root, workspace, folder, rootFile: slashed(relative(console.folder, join(folder, workspaceFile))) };
  });
}

/** Where a workspace lies in its repository; of one that is in none nobody knows. */
export function folderInRepository(folder: string): string {
  return slashed(relative(topAround(folder) ?? folder, folder));
}
