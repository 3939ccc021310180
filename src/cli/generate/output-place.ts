import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { isQuiet, leadsOut, slashed } from '../../base/paths.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { insideFolder } from '../write-artifacts.js';

/** A folder that a target writes into. */
export interface OutputPlace {
  /** Absolute. */
  readonly folder: string;
  /** The folder that nothing may be written outside of, absolute: the repository where `waymark.yaml` names the folder, else the folder itself. */
  readonly home: string;
}

/** The folder behind a path, its links followed, from the top. What is not there yet is taken as it is written. */
export function realPlace(top: string, full: string): string {
  return relative(realOf(top), realOf(full));
}

/** A path with its links followed, as far as it is there. */
export function realOf(path: string): string {
  const there = nearestExisting(path);
  return join(realpathSync.native(there), relative(there, path));
}

function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path));
}

/** The absolute path of a file of a target. One that leads out of the folder, or where programs look for what they run, is refused. */
export function placeOf({ folder, home }: OutputPlace, path: string): string {
  const full = insideFolder(folder, path);
  if (isQuiet(realPlace(home, dirname(full)))) throw new Failure(exitCodes.usage, `\`${path}\` would lie in a folder in which programs look for what they run. Nothing is written there.`);
  const file = fileOnTheWay(folder, full);
  if (file !== undefined) throw new Failure(exitCodes.unreadable, `\`${shown(file)}\` is a file where a folder is needed. Move it away or name another folder.`);
  return full;
}

/** True for a path that {@link placeOf} does not refuse. */
export function isAllowed(place: OutputPlace, path: string): boolean {
  try {
    return placeOf(place, path) !== '';
  } catch {
    return false;
  }
}

/** What stands where a folder would have to be made. */
function fileOnTheWay(folder: string, full: string): string | undefined {
  const around = dirname(full);
  const stats = existsSync(around) ? lstatSync(around) : undefined;
  if (stats !== undefined) return stats.isDirectory() || stats.isSymbolicLink() ? undefined : around;
  return around === folder || leadsOut(relative(folder, around)) ? aboveThat(around) : fileOnTheWay(folder, around);
}

function aboveThat(folder: string): string | undefined {
  const there = nearestExisting(folder);
  return lstatSync(there).isFile() ? there : undefined;
}

/** A path as messages name it. */
export function shown(full: string): string {
  return slashed(relative(resolve('.'), full));
}
