import { join } from 'node:path';
import { manifestPath } from '../../generate/file-paths.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { Job } from './jobs.js';
import type { Comparison } from './output-folder.js';
import { realOf, shown } from './output-place.js';

/** Two entries of `targets` may share a folder, but no file, and none may need a folder where another one writes a file. Links are followed, and case says nothing. */
export function refuseClashes(work: readonly (readonly [Job, Comparison])[]): void {
  const owners = new Map<string, Job>();
  for (const [job, comparison] of work) {
    for (const full of filesOf(comparison)) {
      const other = owners.get(full.toLowerCase());
      if (other !== undefined) throw clash(other, job, full);
      owners.set(full.toLowerCase(), job);
    }
  }
  for (const [path, job] of owners) for (const folder of foldersOf(path)) if (owners.has(folder)) throw clash(owners.get(folder)!, job, folder);
}

/** The real paths of what is written, the list of it among them. */
function filesOf({ place: { folder }, generation }: Comparison): readonly string[] {
  const real = realOf(folder);
  return [manifestPath(generation.target), ...generation.files.map(({ path }) => path)].map((path) => join(real, path));
}

function foldersOf(path: string): readonly string[] {
  return [...path.matchAll(/[\\/]/g)].map(({ index }) => path.slice(0, index));
}

function clash(one: Job, other: Job, full: string): Failure {
  return new Failure(exitCodes.usage, `\`${one.id}\` and \`${other.id}\` in \`targets\` would both write \`${shown(full)}\`. Give each a folder of its own.`);
}
