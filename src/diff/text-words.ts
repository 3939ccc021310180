import type { TextFile } from '../model/text-files.js';
import { excerpt } from '../base/words.js';

/** What has become of a text, in words that go on a sentence: the first line that differs, from a few words before the first letter that does. */
export function whatBecameOf(was: TextFile | undefined, is: TextFile | undefined): string {
  if (was === undefined || is === undefined) return was === is ? 'cannot be read' : was === undefined ? 'can be read now, and could not before' : 'cannot be read any more';
  const [old, now] = [linesOf(was), linesOf(is)];
  const at = old.findIndex((line, index) => line !== now[index]);
  const [gone, fresh] = [old, now].map((lines) => lines.slice(at < 0 ? old.length : at));
  if (gone!.length === 0) return fresh!.length === 0 ? 'differs in spaces alone' : `says more: ${quote(fresh![0]!, 0)}`;
  if (fresh!.length === 0) return `says less; ${quote(gone![0]!, 0)} is gone`;
  return `says something else: ${contrasted(gone![0]!, fresh![0]!).join(' is now ')}`;
}

/** Two texts that differ, each between backquotes and as short as an excerpt, so that it can be seen where they do. */
export function contrasted(was: string, is: string): readonly [string, string] {
  const from = Math.max(was.length, is.length) <= longestWhole ? 0 : startOfDifference(was, is);
  return [quote(was, from), quote(is, from)];
}

/** Lines with words in them. */
function linesOf({ text }: TextFile): readonly string[] {
  return text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
}

/** So many characters are told whole. */
const longestWhole = 60;
/** So many stand before the first that differs. */
const before = 20;

/** Where a text is cut: at the beginning of a word, or of a part of what is written in brackets. */
function startOfDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charAt(at) === b.charAt(at)) at += 1;
  if (at <= 2 * before) return 0;
  const lead = a.slice(0, at - before);
  return Math.max(...[...' ,{['].map((sign) => lead.lastIndexOf(sign))) + 1 || at - before;
}

function quote(text: string, from: number): string {
  return `\`${from === 0 ? '' : '...'}${excerpt(text.slice(from))}\``;
}
