import { relative, resolve } from 'node:path';
import { slashed } from '../base/paths.js';
import type { Console } from './console.js';
import { exitCodes } from './exit-codes.js';
import { Failure } from './failure.js';

/** Tells which of the files the paths of a call mean: each itself, or all that lies in a folder. A path that none answers to is a mistake. */
export function meantFiles(console: Console, paths: readonly string[], noun: 'file' | 'document', uris: readonly string[]): (uri: string) => boolean {
  const wanted = paths.map((path) => slashed(relative(console.folder, resolve(console.folder, path))));
  const unmatched = wanted.find((path) => !uris.some((uri) => isWithin(uri, path)));
  if (unmatched !== undefined) throw new Failure(exitCodes.unreadable, `No ${noun} of the workspace is at \`${unmatched}\`.`);
  return (uri) => wanted.some((path) => isWithin(uri, path));
}

function isWithin(uri: string, path: string): boolean {
  return path === '' || uri === path || uri.startsWith(`${path}/`);
}
