import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { root } from './root.js';

/** A file that follows from the code, by its path from the folder of the project. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** True when the disk does not hold what the code says. */
export function isStale({ path, content }: GeneratedFile): boolean {
  try {
    return readFileSync(resolve(root, path), 'utf8') !== content;
  } catch {
    return true;
  }
}

export function writeGenerated({ path, content }: GeneratedFile): void {
  const place = resolve(root, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, content);
}
