import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * The repository that git would find from a folder.
 *
 * - `ordinary`: a `.git` lies in the folder or above it.
 * - `bare`: the folder, or one above it, looks like the inside of a repository, and no `.git` lies above.
 * - `embedded`: the same, but inside of a repository. Such a folder may have come with the files, and then its settings and its
 *   history are a stranger's.
 */
export type RepositoryAround = { readonly kind: 'ordinary' | 'none' } | { readonly kind: 'bare' | 'embedded'; readonly folder: string };

/** Looks for a repository without starting a process. */
export function repositoryAround(folder: string): RepositoryAround {
  let inside: string | undefined;
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, '.git'))) return inside === undefined ? { kind: 'ordinary' } : { kind: 'embedded', folder: inside };
    if (mayHoldHead(current)) inside ??= current;
    if (dirname(current) === current) return inside === undefined ? { kind: 'none' } : { kind: 'bare', folder: inside };
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

/** The nearest folder upward that holds a `.git`: the top of the repository that a folder lies in. */
export function topAround(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(join(current, '.git'))) return current;
    if (dirname(current) === current) return undefined;
  }
}

/**
 * The folder with what git knows of the repository around a folder, where links lead: the same for each of its worktrees. `undefined` without one.
 *
 * @internal
 */
export function storeAround(folder: string): string | undefined {
  const top = topAround(folder);
  if (top === undefined) return undefined;
  const own = join(top, '.git');
  const named = /^gitdir: (.+?)\r?\n?$/.exec(textIn(own) ?? '')?.[1];
  const inner = named === undefined ? own : resolve(top, named);
  const common = textIn(join(inner, 'commondir'))?.trim();
  return real(common === undefined ? inner : resolve(inner, common));
}

function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function real(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
