import { isAbsolute, posix, sep } from 'node:path';

/** True when a path that begins at a folder leads out of it. On Windows, one to another drive is absolute. */
export function leadsOut(path: string): boolean {
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
}

/** A path as files of a workspace are named on every system: with `/` between folders. */
export function slashed(path: string): string {
  return path.split(sep).join('/');
}

/** The name of a file without its folder and its extension: `motor-claim` of `journeys/motor-claim.yaml`. */
export function bareName(path: string): string {
  return posix.parse(path).name;
}

/** Folders with settings of programs: a file there may be run. Windows knows each by a short name as well, `git~1` for `.git`. */
const quietFolder = /^\.(?!git(?:hub|lab)$)|^node_modules$|~\d+(?:\.|$)/i;
const forgeFolder = /^\.git(?:hub|lab)$/i;

/** True for a folder in which programs look for what they run, as seen from the top of a repository or from below it. */
export function isQuiet(place: string): boolean {
  const names = place.split(/[\\/]/).filter((name) => !['', '.', '..'].includes(name));
  return names.some((name, index) => quietFolder.test(name) || (index > 0 && forgeFolder.test(names[0]!)));
}
