import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, type Stats } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { groupBy } from '../../base/groups.js';
import { manifestPath } from '../../generate/file-paths.js';
import type { Generation } from '../../generate/generate.js';
import { comparable, digestOfText, manifestText, readManifest, type ListedFiles } from '../../generate/manifest.js';
import { isWrittenBy } from '../../generate/provenance.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { isDocumentText } from '../publish.js';
import { temporaryOf, writeFileWhole } from '../write-artifacts.js';
import { isAllowed, placeOf, shown, type OutputPlace } from './output-place.js';

/**
 * How a file in the folder stands to what is written now. `foreign` is one that Waymark has not written. Those that begin with `left` are listed and no
 * longer written: `left` is taken away, `left-unsure` as well where files that were edited may be replaced, and `left-foreign` stays.
 */
export type FileState = 'current' | 'missing' | 'stale' | 'edited' | 'foreign' | 'left' | 'left-unsure' | 'left-foreign';

/** A file, and how it stands. */
export interface WrittenFile {
  readonly path: string;
  readonly state: FileState;
}

/** What is written now beside what lies in the folder. */
export interface Comparison {
  readonly place: OutputPlace;
  readonly generation: Generation;
  /** What the list in the folder says; empty where there is none that can be used. */
  readonly listed: ListedFiles;
  /** Every file, the list of files among them. */
  readonly files: readonly WrittenFile[];
}

/** Holds what is written now against what lies in the folder. The list of files counts as one of them. */
export function compareWithFolder(place: OutputPlace, generation: Generation): Comparison {
  const listPath = manifestPath(generation.target);
  const list = textOf(place, listPath);
  const read = readManifest(list ?? '', generation.target);
  const listed: ListedFiles = read ?? new Map<string, Set<string>>();
  const files = generation.files.map(({ path, content }): WrittenFile => ({ path, state: stateOf(textOf(place, path), comparable(content), listed.get(path)) }));
  const state = list === undefined ? 'missing' : read === undefined ? 'edited' : list === comparable(manifestText(generation)) ? 'current' : 'stale';
  return { place, generation, listed, files: [...files, ...leftOvers(place, generation, listed), { path: listPath, state }] };
}

function stateOf(text: string | undefined, content: string, listed: ReadonlySet<string> | undefined): FileState {
  if (text === undefined) return 'missing';
  if (text === content) return 'current';
  if (listed === undefined) return 'foreign';
  return listed.has(digestOfText(text)) ? 'stale' : 'edited';
}

/** Files that the list names and that are no longer written. Whoever proposes a change can write a list, so being listed proves nothing. */
function leftOvers(place: OutputPlace, generation: Generation, listed: ListedFiles): readonly WrittenFile[] {
  const written = [...generation.files.map(({ path }) => path), manifestPath(generation.target)];
  const unmarked = new Set(generation.files.filter(({ content }) => !isWrittenBy(generation.target, content)).map(({ path }) => extname(path)));
  return [...listed].filter(([path]) => !written.includes(path)).flatMap(([path, digests]): readonly WrittenFile[] => {
    if (!isAllowed(place, path)) return [{ path, state: 'left-foreign' }];
    const stats = statsOf(placeOf(place, path));
    if (stats === undefined || isOneOf(place, written, path, stats)) return [];
    if (!stats.isFile() || stats.size > largest) return [{ path, state: 'left-foreign' }];
    return [{ path, state: leftState(textOf(place, path)!, generation.target, digests, unmarked.has(extname(path))) }];
  });
}

/**
 * A file is taken away that says itself that this target wrote it, and is as it was written. A table has no place to say so: the target has to write such
 * tables, and somebody has to ask for it.
 */
function leftState(text: string, target: string, digests: ReadonlySet<string>, mayLackMark: boolean): FileState {
  const isMarked = isWrittenBy(target, text) && !isDocumentText(text);
  const isUnchanged = digests.has(digestOfText(text));
  if (isMarked) return isUnchanged ? 'left' : 'left-unsure';
  return isUnchanged && mayLackMark ? 'left-unsure' : 'left-foreign';
}

/** On some disks `A.ts` and `a.ts` are one file: what is written now is not left over under its former name. */
function isOneOf(place: OutputPlace, written: readonly string[], path: string, { ino, dev }: Stats): boolean {
  const same = written.find((each) => each.toLowerCase() === path.toLowerCase());
  const other = same === undefined ? undefined : statsOf(placeOf(place, same));
  return other !== undefined && other.ino === ino && other.dev === dev;
}

/**
 * Writes what is not current and takes away what is left over. The list comes first and last: first with what was written until now as well, so that whatever a
 * crash leaves is known to the next run.
 */
export function writeToFolder({ place, generation, listed, files }: Comparison, isForced: boolean): void {
  const changed = new Set(files.filter(({ state }) => state !== 'current').map(({ path }) => path));
  sweep(files.filter(({ state }) => state !== 'left-foreign').map(({ path }) => placeOf(place, path)));
  if (changed.size === 0) return;
  const list = placeOf(place, manifestPath(generation.target));
  writeFileWhole(list, manifestText(generation, listed));
  for (const { path, content } of generation.files) if (changed.has(path)) writeFileWhole(placeOf(place, path), content);
  for (const { path, state } of files) if (state === 'left' || (isForced && state === 'left-unsure')) rmSync(placeOf(place, path), { force: true });
  writeFileWhole(list, manifestText(generation));
}

/** Takes away what a run that was cut off had begun to write beside the files. */
function sweep(paths: readonly string[]): void {
  for (const [folder, files] of groupBy(paths, dirname)) {
    if (!existsSync(folder)) continue;
    const names = new Set(files.map((full) => basename(full)));
    for (const name of readdirSync(folder)) if (names.has(temporaryOf(name) ?? '')) rmSync(join(folder, name), { force: true });
  }
}

const largest = 64 * 1024 * 1024;

/** The text of a file as it was written: a checkout may have given it other line ends. `undefined` where there is none. */
function textOf(place: OutputPlace, path: string): string | undefined {
  const full = placeOf(place, path);
  const stats = statsOf(full);
  if (stats === undefined) return undefined;
  if (!stats.isFile() || stats.size > largest) throw new Failure(exitCodes.unreadable, `\`${shown(full)}\` is no ordinary file, and is not written over. Move it away or name another folder.`);
  try {
    return comparable(readFileSync(full, 'utf8'));
  } catch (error) {
    throw new Failure(exitCodes.unreadable, `\`${shown(full)}\` cannot be read: ${(error as Error).message}. Nothing is written.`);
  }
}

function statsOf(full: string): Stats | undefined {
  return lstatSync(full, { throwIfNoEntry: false });
}
