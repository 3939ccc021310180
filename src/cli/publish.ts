import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { leadsOut } from '../base/paths.js';
import type { Results, View } from '../report/reporter.js';
import { reporters } from '../report/reporters/index.js';
import { belongsToItsWorkspace } from './belongings.js';
import type { Console } from './console.js';
import { exitCodes } from './exit-codes.js';
import { Failure } from './failure.js';
import type { FormatTarget, OutputOptions } from './options.js';
import { insideFolder, isPipe, writeFileWhole } from './write-artifacts.js';

/** Prints the results in each format that was asked for, or writes them to its file. */
export function publish(console: Console, results: Results, options: OutputOptions): void {
  publishEach(console, options, (format, view) => reporters.find(({ id }) => id === format)!.report(results, view));
}

/** Prints a report in each format that was asked for, all of it. What it tells is no failure. */
export function publishWhole<Told>(console: Console, options: Pick<OutputOptions, 'format' | 'color'>, results: Told, among: readonly { readonly id: string; report(results: Told, view: WideView): string }[]): void {
  publishEach(console, { ...options, failOn: 'never', maxProblems: Infinity }, (format, view) => among.find(({ id }) => id === format)!.report(results, view));
}

/** Prints what is written in each format that was asked for, or writes it to its file. */
export function publishEach(console: Console, options: OutputOptions, write: (format: string, view: WideView) => string): void {
  const targets: readonly FormatTarget[] = options.format.length === 0 ? [{ name: 'text', file: undefined }] : options.format;
  for (const { name, file } of targets) {
    const text = write(name, viewFor(console, options, file));
    if (file === undefined) console.print(text);
    else writeFileWhole(placeFor(console, file), text);
  }
}

/** What is named inside of the folder is written there, and not where a link in the tree leads. */
export function placeFor({ folder }: Console, file: string): string {
  const full = resolve(folder, file);
  if (!leadsOut(relative(folder, full))) insideFolder(folder, dirname(file));
  return full;
}

/** A report is never written over something that it is about, nor over what belongs to another workspace, nor over a document that no workspace reads at the moment, nor over another report of the same run. */
export function refuseToOverwrite(console: Console, { format }: Pick<OutputOptions, 'format'>, files: readonly string[] = []): void {
  if (format.every(({ file }) => file === undefined)) return;
  refuseSameFile(console, format);
  const paths = new Set(files.map((uri) => resolve(console.folder, uri)));
  for (const { name, file } of format) {
    if (file === undefined) continue;
    const path = resolve(console.folder, file);
    refuseDocument(path, file, `--format ${name}`, 'file');
    if (paths.has(path) || (existsSync(path) && belongsToItsWorkspace(path, paths))) throw wouldReplace(`\`${file}\` belongs to the workspace`, `--format ${name}`, 'file');
  }
}

/** What is made from documents is never written over one. `shown` is the path as messages name it. */
export function refuseDocument(path: string, shown: string, writer: string, other: 'file' | 'folder'): void {
  if (isDocument(path)) throw wouldReplace(`\`${shown}\` is a document of Waymark`, writer, other);
}

/** Says what a report, or what is made from documents, would replace. */
export function wouldReplace(what: string, writer: string, other: string): Failure {
  return new Failure(exitCodes.usage, `${what}, and \`${writer}\` would write over it. Name another ${other}.`);
}

/** A pipe or a device takes one after the other; in a file only the last would be left. */
function refuseSameFile({ folder }: Console, format: readonly FormatTarget[]): void {
  const names = new Map<string, string>();
  for (const { name, file } of format) {
    const path = file === undefined ? undefined : resolve(folder, file);
    if (path === undefined || isPipe(path)) continue;
    if (names.has(path)) throw new Failure(exitCodes.usage, `\`--format ${names.get(path)!}\` and \`--format ${name}\` would both write to \`${file!}\`, and only one would be left. Name a file for each.`);
    names.set(path, name);
  }
}

const largestLookedAt = 4 * 1024 * 1024;

/** Nothing but an ordinary file is opened. */
function isDocument(path: string): boolean {
  try {
    const stats = lstatSync(path);
    return stats.isFile() && stats.size <= largestLookedAt && isDocumentText(readFileSync(path, 'utf8'));
  } catch {
    return false;
  }
}

/** True for the text of a document of Waymark, whether or not it can be read. */
export function isDocumentText(text: string): boolean {
  return /^[ \t]*["']?apiVersion["']?[ \t]*:[ \t]*["']?waymark\//m.test(text);
}

/** How a reader wants it, and how wide the lines may be. */
export interface WideView extends View {
  readonly columns: number;
}

/** Wider lines are hard to read, and a file has none. */
const widest = 120;
const widthOfFiles = 100;

/** How results are told here: in colour on a terminal, and without it in a file. */
export function viewFor(console: Console, options: OutputOptions, file: string | undefined): WideView {
  const { environment } = console;
  const wanted = options.color ?? (environment['NO_COLOR'] === undefined && (environment['FORCE_COLOR'] !== undefined || console.isTerminal));
  return { color: wanted && file === undefined, maxProblems: options.maxProblems, quiet: options.quiet === true, failOn: options.failOn, columns: Math.min(console.columns ?? widthOfFiles, widest) };
}
