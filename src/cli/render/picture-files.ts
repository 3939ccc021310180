import { extname } from 'node:path';
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
export function targetsFor(target: FormatTarget, count: number): readonly FormatTarget[] {
  const { file } = target;
  if (file === undefined || count === 1) return [target];
  const end = extname(file);
  return Array.from({ length: count }, (_, index) => ({ ...target, file: `${file.slice(0, file.length - end.length)}.${index + 1}${end}` }));
}

/** Writes each diagram into a file of its own, or prints the only one. */
export async function writeApart(console: Console, target: FormatTarget, texts: readonly string[], browser: string | undefined): Promise<void> {
  const { name, file } = target;
  if (file === undefined && (name === 'png' || texts.length > 1)) throw new Failure(exitCodes.usage, `Name a file for the picture, such as \`--format ${name}=map.${name}\`.`);
  const pictures = name === 'mmd' ? texts : await drawInBrowser(console, texts, name as 'svg' | 'png', browser);
  for (const [index, each] of targetsFor(target, texts.length).entries()) {
    if (each.file === undefined) console.print(pictures[index]!.toString());
    else writeFileWhole(placeFor(console, each.file), pictures[index]!);
  }
}
