import { join, relative, resolve } from 'node:path';
import { slashed } from '../../base/paths.js';
import { findWorkspaces } from '../../load/find-workspaces.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { readLedgerFile } from './ledger-file.js';

/** Name of the file in a workspace's folder. */
export const ledgerFile = 'ledger.jsonl';

/** A file that a command is about. */
export interface Place {
  /** Absolute. */
  readonly path: string;
  /** As people are told of it. */
  readonly name: string;
}

/** The ledger that is meant: the file that is named, or that of the workspace. */
export function ledgerPlace(console: Console, file: string | undefined, workspace: string | undefined): Place {
  if (file !== undefined) return { path: resolve(console.folder, file), name: file };
  const path = join(workspaceFolder(console, workspace), ledgerFile);
  return { path, name: slashed(relative(console.folder, path)) };
}

/** The folder of the workspace that is meant. */
export function workspaceFolder({ folder }: Console, named: string | undefined): string {
  const found = findWorkspaces(folder, named);
  if ('problem' in found) throw new Failure(exitCodes.unreadable, found.problem);
  const [first, ...others] = found.roots;
  if (others.length > 0 && !isIn(folder, first!)) throw new Failure(exitCodes.usage, `There are ${found.roots.length} workspaces here. Name one of them with \`--workspace\`.`);
  return first!;
}

/** Where a workspace is above, those below it are others. */
function isIn(folder: string, root: string): boolean {
  return `${resolve(folder)}/`.startsWith(`${root}/`);
}

/** The bytes of a ledger that has to be there. */
export function readLedger({ path, name }: Place): Uint8Array {
  const bytes = readLedgerFile(path);
  if (bytes === undefined) throw new Failure(exitCodes.unreadable, `There is no ledger \`${name}\`. \`waymark ledger seal\` begins one.`);
  return bytes;
}
