import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { namedTexts } from '../analysis/named-texts.js';
import { nearestUpward } from '../load/find-workspaces.js';
import { workspaceFile } from '../load/load-documents.js';
import { loadWorkspace } from '../model/load-workspace.js';
import { ledgerFile } from './ledger/ledger-place.js';

/**
 * True for the ledger of the workspace in which a file lies, and for words for customers that a document of it names. What is a document tells that by itself.
 *
 * @param path - Absolute, of a file that is there.
 * @param read - Files of workspaces that were read already, absolute, words for customers among them: these are not read again.
 */
export function belongsToItsWorkspace(path: string, read: ReadonlySet<string>): boolean {
  const file = join(realpathSync.native(dirname(path)), basename(path));
  const root = nearestUpward(dirname(file));
  if (root === undefined) return false;
  if (isSame(file, join(root, ledgerFile))) return true;
  return !read.has(join(root, workspaceFile)) && loadWorkspace(root).specs.flatMap(namedTexts).some((text) => isSame(file, resolve(root, text.file)));
}

/** Case says nothing, because on some disks it does not. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
