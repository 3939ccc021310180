import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, type Stats } from 'node:fs';
import { basename, dirname, extname, join, posix } from 'node:path';
import { compareText } from '../../base/diagnostic.js';
import { isHeadedBy, isWrittenBy } from '../../base/generated-head.js';
import { groupBy } from '../../base/groups.js';
import { isPlainPath, manifestPath } from '../../generate/file-paths.js';
import type { Generation } from '../../generate/generate.js';
import { comparable, digestOfText, manifestText, readManifest, type DeclaredBy, type ListedFiles } from '../../generate/manifest.js';
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
  readonly declared: DeclaredBy | undefined;
  /** What the list in the folder says; empty where there is none that can be used. */
  readonly listed: ListedFiles;
  /** Every file, the list of files among them. */
  readonly files: readonly WrittenFile[];
}

/** Holds what is written now against what lies in the folder. The list of files counts as one of them. */
export function compareWithFolder(place: OutputPlace, generation: Generation, declared?: DeclaredBy): Comparison {
  const listPath = manifestPath(generation.target);
  const list = textOf(place, listPath);
  const read = readManifest(list ?? '', generation.target);
  const listed: ListedFiles = read ?? new Map<string, Set<string>>();
  const files = generation.files.map(({ path, content }): WrittenFile => ({ path, state: stateOf(textOf(place, path), comparable(content), listed.get(path)) }));
  const state = list === undefined ? 'missing' : read === undefined ? 'edited' : list === comparable(manifestText(generation, { declared })) ? 'current' : 'stale';
  return { place, generation, declared, listed, files: [...files, ...leftOvers(place, generation, listed), ...unlisted(place, generation, listed), { path: listPath, state }] };
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

/** Files beside those that are written now which say that this target wrote them, and which no list names: the list was deleted, or came to grief in a merge. */
function unlisted(place: OutputPlace, { target, files }: Generation, listed: ListedFiles): readonly WrittenFile[] {
  const known = new Set([...files.map(({ path }) => path), ...listed.keys()].map((path) => path.toLowerCase()));
  const endings = new Set(files.map(({ path }) => extname(path)));
  const folders = new Set(['.', ...files.map(({ path }) => posix.dirname(path))]);
  return [...folders].flatMap((folder) => {
    const [full, isOfOthers] = [join(place.folder, folder), folder !== '.' && existsSync(join(place.folder, folder, manifestPath(target)))];
    if (isOfOthers || !existsSync(full)) return [];
    const paths = readdirSync(full).map((name) => posix.join(folder, name)).filter((path) => endings.has(extname(path)) && !known.has(path.toLowerCase()) && isPlainPath(path));
    return paths.filter((path) => path !== manifestPath(target) && saysItself(place, target, path)).sort(compareText).map((path) => ({ path, state: 'left-unsure' as const }));
  });
}

function saysItself(place: OutputPlace, target: string, path: string): boolean {
  const stats = statsOf(join(place.folder, path));
  return stats?.isFile() === true && stats.size <= largest && isHeadedBy(target, textOf(place, path)!);
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
export function writeToFolder({ place, generation, declared, listed, files }: Comparison, isForced: boolean): void {
  const changed = new Set(files.filter(({ state }) => state !== 'current').map(({ path }) => path));
  sweep(files.filter(({ state }) => state !== 'left-foreign').map(({ path }) => placeOf(place, path)));
  if (changed.size === 0) return;
  const list = placeOf(place, manifestPath(generation.target));
  writeFileWhole(list, manifestText(generation, { declared, before: listed }));
  for (const { path, content } of generation.files) if (changed.has(path)) writeFileWhole(placeOf(place, path), content);
  for (const { path, state } of files) if (state === 'left' || (isForced && state === 'left-unsure')) rmSync(placeOf(place, path), { force: true });
  writeFileWhole(list, manifestText(generation, { declared }));
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
