import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { compareText } from '../../base/diagnostic.js';
import { count, quoted, someOf } from '../../base/words.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { FormatTarget } from '../options.js';
import { placeFor } from '../publish.js';
import { isPipe, writeFileWhole } from '../write-artifacts.js';
import { drawInBrowser } from './draw-in-browser.js';

/** True for a form that is nothing but pictures: the others have tables as well. */
export function isPicture({ name }: FormatTarget): boolean {
  return name === 'mmd' || name === 'svg' || name === 'png';
}

/** True where each diagram is written by itself, because whoever reads such a file takes it for one. Mermaid on a terminal or in a pipe is read by people. */
export function isApart(console: Console, target: FormatTarget): boolean {
  return isPicture(target) && (target.name !== 'mmd' || (target.file !== undefined && !isPipe(placeFor(console, target.file))));
}

/** Where each of several diagrams goes: `map.svg` becomes `map.1.svg` and `map.2.svg`. */
export function targetsFor(target: FormatTarget, pictures: number): readonly FormatTarget[] {
  const { file } = target;
  if (file === undefined || pictures === 1) return [target];
  const { stem, end } = partsOf(file);
  return Array.from({ length: pictures }, (_, index) => ({ ...target, file: `${stem}.${index + 1}${end}` }));
}

/** A number stands between both. */
function partsOf(file: string): { readonly stem: string; readonly end: string } {
  const end = extname(file);
  return { stem: file.slice(0, file.length - end.length), end };
}

/** Files of the same numbering, and the one without a number, that this run has not written: an earlier one with more or fewer pictures did, perhaps for other readers. */
function leftBefore(console: Console, file: string, written: readonly FormatTarget[]): readonly string[] {
  const { stem, end } = partsOf(basename(file));
  const own = new Set(written.map((each) => basename(each.file!)));
  const isOfThem = (name: string): boolean => name === `${stem}${end}` || (name.startsWith(`${stem}.`) && name.endsWith(end) && /^[1-9]\d*$/.test(name.slice(stem.length + 1, name.length - end.length)));
  const found = readdirSync(dirname(placeFor(console, file))).filter((name) => isOfThem(name) && !own.has(name));
  return found.sort((a, b) => a.length - b.length || compareText(a, b)).map((name) => join(dirname(file), name));
}

function tellLeftBefore(console: Console, file: string, written: readonly FormatTarget[]): void {
  const left = leftBefore(console, file, written);
  if (left.length > 0) console.warn(`${someOf(quoted(left))} ${left.length === 1 ? 'is' : 'are'} not of this run, which wrote ${count(written.length, 'picture')} under this name. Delete ${left.length === 1 ? 'it' : 'them'} if an earlier run drew ${left.length === 1 ? 'it' : 'them'}.\n`);
}

/** Writes each diagram into a file of its own, or prints the only one. */
export async function writeApart(console: Console, target: FormatTarget, texts: readonly string[], browser: string | undefined): Promise<void> {
  const { name, file } = target;
  if (file === undefined && (name === 'png' || texts.length > 1)) throw new Failure(exitCodes.usage, `Name a file for the picture, such as \`--format ${name}=map.${name}\`.`);
  const pictures = name === 'mmd' ? texts : await drawInBrowser(console, texts, name as 'svg' | 'png', browser);
  const targets = targetsFor(target, texts.length);
  for (const [index, each] of targets.entries()) {
    if (each.file === undefined) console.print(pictures[index]!.toString());
    else writeFileWhole(placeFor(console, each.file), pictures[index]!);
  }
  if (file !== undefined && !isPipe(placeFor(console, file))) tellLeftBefore(console, file, targets);
}
