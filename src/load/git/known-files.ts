import { existsSync, lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runGit } from './run-git.js';

/**
 * The files below a folder that git tracks, or that are new and not ignored. `undefined` outside a repository or
 * without git: then every file on disk counts.
 */
export function filesKnownToGit(folder: string): readonly string[] | undefined {
  if (!isInsideRepository(folder)) return undefined;
  const printed = runGit(folder, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  return printed && [...new Set(printed.toString('utf8').split('\0').filter((path) => path !== ''))];
}

/**
 * Looking for `.git` first spares a process where there is no repository. A folder with a `HEAD` of its own may be laid out like
 * the inside of one: git would take it for the repository, and settings that came with the files would say which of them count.
 */
function isInsideRepository(folder: string): boolean {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, '.git'))) return true;
    if (dirname(current) === current || mayHoldHead(current)) return false;
  }
}

/** Also where nobody can look: below a file, in a closed folder, or under a name that no folder has. */
function mayHoldHead(folder: string): boolean {
  try {
    return lstatSync(join(folder, 'HEAD'), { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}
