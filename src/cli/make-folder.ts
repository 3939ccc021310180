import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those on the way to it that are missing, one after the other. Node has a call for all of them at once, which never ends
 * where a system refuses to make a folder as though the one around it were missing, as `/proc` does.
 *
 * @param mode - Of each folder that is made.
 * @throws What the system says of the first that cannot be made.
 */
export function makeFolder(path: string, mode?: number): void {
  if (isFolder(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path), mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Somebody else may have made it in the meantime.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
