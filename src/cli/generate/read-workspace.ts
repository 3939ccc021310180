import { relative, resolve } from 'node:path';
import { slashed } from '../../base/paths.js';
import { count } from '../../base/words.js';
import { workspaceFile } from '../../load/load-documents.js';
import type { Workspace } from '../../model/workspace.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { openWorkspaces } from '../open-workspaces.js';
import { isAboutBranch, type PastOptions } from '../past-options.js';

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
  const opened = isAboutBranch(options) ? await (await import('../audit/open-in-force.js')).openInForce(console, options) : [...openWorkspaces(console, options.workspace)];
  return opened.map(({ root, workspace }) => {
    refuseBroken(root, workspace);
    return { root, workspace, folder: resolve(console.folder, root), rootFile: slashed(relative(console.folder, resolve(console.folder, root, workspaceFile))) };
  });
}

function refuseBroken(root: string, { documents, problems, variants, leftOut }: Workspace): void {
  const broken = [...documents.flatMap((document) => document.problems), ...problems];
  const unbuilt = variants.filter((variant) => variant.failures.length + variant.problems.length > 0).length + leftOut.length;
  if (broken.length + unbuilt === 0) return;
  const first = broken[0]?.message;
  throw new Failure(exitCodes.findings, `Nothing is written: ${broken.length > 0 ? `${count(broken.length, 'place')} of \`${root}\` cannot be read` : `${count(unbuilt, 'variant')} of \`${root}\` cannot be put together`}, and what stands there would be missing in what is written.${first === undefined ? '' : ` The first: ${first}`} \`waymark validate\` tells where.`);
}
