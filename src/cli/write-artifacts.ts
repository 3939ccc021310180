import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { leadsOut } from '../base/paths.js';
import { exitCodes } from './exit-codes.js';
import { Failure } from './failure.js';
import { makeFolder } from './make-folder.js';

/** A file that a command wants to write. */
export interface Artifact {
  /** Relative to the folder that is written to. */
  readonly path: string;
  readonly content: string;
}

/**
 * Writes a file as a whole or not at all: after a crash the old content or the new one stands, never a part. What is written
 * first has a name that nobody can foresee, and is always a new file: a link that lies there would lead elsewhere.
 */
export function writeFileWhole(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    refuseLinkToOther(path);
    if (isPipe(path)) return writeFileSync(path, content);
    makeFolder(dirname(path));
    writeFileSync(temporary, content, { flag: 'wx' });
    keepMode(path, temporary);
    renameSync(temporary, path);
  } catch (error) {
    removeQuietly(temporary);
    throw new Failure(exitCodes.unreadable, `\`${path}\` cannot be written: ${(error as Error).message}`);
  }
}

/** The name of the file that was being written when something was cut off, by the name of what it left; `undefined` for any other file. */
export function temporaryOf(name: string): string | undefined {
  return /^(.+)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/.exec(name)?.[1];
}

/** Who may read the old file may read the new one, and nobody else. A link, which is replaced, says that everybody may do everything, and means nothing by it. */
function keepMode(path: string, temporary: string): void {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() === true) chmodSync(temporary, stats.mode & 0o777);
}

/** A pipe or a device such as `/dev/null` takes the text itself: a file in its place would be in everybody's way. */
export function isPipe(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats !== undefined && (stats.isFIFO() || stats.isCharacterDevice());
}

function refuseLinkToOther(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true && statSync(path, { throwIfNoEntry: false })?.isFile() === false) throw new Error('it is a link to something that is no ordinary file');
}

/** What was begun is taken away; that there was nothing is no failure. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder itself is missing or is a file: there is nothing to take away.
  }
}

/** Writes those files that do not exist yet, and tells which did. Nothing outside the folder is written. */
export function writeNewFiles(folder: string, artifacts: readonly Artifact[]): { readonly written: readonly string[]; readonly kept: readonly string[] } {
  const [written, kept]: [string[], string[]] = [[], []];
  for (const { path, content } of artifacts) {
    const full = insideFolder(folder, path);
    if (existsSync(full)) kept.push(path);
    else {
      writeFileWhole(full, content);
      written.push(path);
    }
  }
  return { written, kept };
}

/** The absolute path of a file in a folder; a path that leads out of it is refused. */
export function insideFolder(folder: string, path: string): string {
  const full = resolve(folder, path);
  const inside = relative(folder, full);
  if (leadsOut(inside)) throw new Failure(exitCodes.usage, `\`${path}\` lies outside of \`${folder}\`.`);
  if (leadsOut(relative(realpathSync(nearestExisting(folder)), realpathSync(nearestExisting(full))))) throw new Failure(exitCodes.unreadable, `\`${path}\` leads out of \`${folder}\` through a link.`);
  return full;
}

/** The path itself, or the deepest folder on the way to it that is there. */
function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path));
}
