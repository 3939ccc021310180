import { existsSync, lstatSync, readFileSync, rmSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { leadsOut, slashed } from '../../base/paths.js';
import type { Generation } from '../../generate/generate.js';
import { digestOfText, manifestPath, manifestText, readManifest } from '../../generate/manifest.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { insideFolder, writeFileWhole } from '../write-artifacts.js';

/** How a file in the folder stands to what is written now. `foreign` is one that Waymark has not written; `left` is one that is no longer written. */
export type FileState = 'current' | 'missing' | 'stale' | 'edited' | 'foreign' | 'left';

/** A file, and how it stands. */
export interface WrittenFile {
  readonly path: string;
  readonly state: FileState;
}

/** Holds what is written now against what lies in the folder. The list of files counts as one of them. */
export function compareWithFolder(folder: string, generation: Generation): readonly WrittenFile[] {
  const listPath = manifestPath(generation.target);
  const listed = readManifest(textOf(folder, listPath) ?? '', generation.target);
  const files = generation.files.map(({ path, content }) => ({ path, state: stateOf(textOf(folder, path), content, listed?.get(path)) }));
  const now = new Set([...generation.files.map(({ path }) => path), listPath]);
  const left = [...(listed ?? new Map<string, string>())].filter(([path]) => !now.has(path)).flatMap(([path, digest]) => leftOver(folder, path, digest));
  const list = textOf(folder, listPath);
  return [...files, ...left, { path: listPath, state: list === undefined ? 'missing' : listed === undefined ? 'edited' : list === manifestText(generation) ? 'current' : 'stale' }];
}

function stateOf(text: string | undefined, content: string, listed: string | undefined): FileState {
  if (text === undefined) return 'missing';
  if (text === content) return 'current';
  if (listed === undefined) return 'foreign';
  return digestOfText(text) === listed ? 'stale' : 'edited';
}

/** Only what is there, and as Waymark has written it, is taken away. The list may have been changed by hand, so its paths are held to the same law as ours. */
function leftOver(folder: string, path: string, digest: string): readonly WrittenFile[] {
  if (leadsOut(path)) return [];
  const text = textOf(folder, path);
  return text === undefined ? [] : [{ path, state: digestOfText(text) === digest ? 'left' : 'foreign' }];
}

/** Writes what is not current, takes away what is left over, and the list last, so that what a crash leaves is found by the next run. */
export function writeToFolder(folder: string, generation: Generation, states: readonly WrittenFile[]): void {
  const changed = new Set(states.filter(({ state }) => state !== 'current').map(({ path }) => path));
  for (const { path, content } of generation.files) if (changed.has(path)) writeFileWhole(insideFolder(folder, path), content);
  for (const { path, state } of states) if (state === 'left') rmSync(insideFolder(folder, path), { force: true });
  const list = manifestPath(generation.target);
  if (changed.has(list)) writeFileWhole(insideFolder(folder, list), manifestText(generation));
}

const largest = 64 * 1024 * 1024;

/** The text of a file as it was written: a checkout may have given it other line ends. `undefined` where there is none. */
function textOf(folder: string, path: string): string | undefined {
  const full = insideFolder(folder, path);
  const stats = existsSync(dirname(full)) ? lstatSync(full, { throwIfNoEntry: false }) : undefined;
  if (stats === undefined) return undefined;
  if (!stats.isFile() || stats.size > largest) throw new Failure(exitCodes.unreadable, `\`${slashed(relative(resolve('.'), full))}\` is no ordinary file, and is not written over. Move it away or name another folder.`);
  return readFileSync(full, 'utf8').replaceAll('\r\n', '\n');
}
