import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { insideFolder, writeFileWhole } from '../write-artifacts.js';
import type { BundleFile } from './bundle-files.js';

/**
 * Writes a bundle into a folder that is empty or not there: all of it, or nothing. A folder that is not there gets its name when the bundle is whole, so that
 * also a process that is killed leaves no part of one under that name. One that is there stays what it is, which may be a disk of its own: what was
 * written into it is taken away where something fails.
 */
export function writeBundle(folder: string, files: readonly BundleFile[]): void {
  const isThere = existsSync(folder);
  const place = isThere ? folder : `${folder}.${randomUUID()}.tmp`;
  try {
    for (const { path, content } of files) writeFileWhole(insideFolder(place, path), content);
    if (!isThere) renameSync(place, folder);
  } catch (error) {
    if (!(error instanceof Failure) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    const rest = isCleared(isThere ? partsOf(place, files) : [place]) ? 'nothing of it is left' : `a part of it is left in \`${place}\`: delete that`;
    throw new Failure(error instanceof Failure ? error.exitCode : exitCodes.unreadable, `The bundle cannot be written, and ${rest}. ${(error as Error).message}`);
  }
}

/** What lies there beside the bundle is of somebody else. */
function partsOf(folder: string, files: readonly BundleFile[]): readonly string[] {
  return [...new Set(files.map(({ path }) => path.split('/')[0]!))].map((name) => join(folder, name));
}

/** True where nothing of them is left. */
function isCleared(paths: readonly string[]): boolean {
  try {
    for (const path of paths) rmSync(path, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}
