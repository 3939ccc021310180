import type { TextFile } from '../model/text-files.js';
import { excerpt } from '../base/words.js';

/** What has become of a text, in words that go on a sentence: the first line that differs, from a few words before the first letter that does. */
export function whatBecameOf(was: TextFile | undefined, is: TextFile | undefined): string {
  if (was === undefined || is === undefined) return was === is ? 'cannot be read' : was === undefined ? 'can be read now, and could not before' : 'cannot be read any more';
  const [old, now] = [linesOf(was), linesOf(is)];
  const at = old.findIndex((line, index) => line !== now[index]);
  const [gone, fresh] = [old, now].map((lines) => lines.slice(at < 0 ? old.length : at));
  if (gone!.length === 0) return fresh!.length === 0 ? 'differs in spaces alone' : `says more: ${quote(fresh![0]!)}`;
  if (fresh!.length === 0) return `says less; ${quote(gone![0]!)} is gone`;
  const from = startOfDifference(gone![0]!, fresh![0]!);
  return `says something else: ${quote(gone![0]!, from)} is now ${quote(fresh![0]!, from)}`;
}

/** Lines with words in them. */
function linesOf({ text }: TextFile): readonly string[] {
  return text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
}

const before = 20;

function startOfDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charAt(at) === b.charAt(at)) at += 1;
  return at <= 2 * before ? 0 : a.lastIndexOf(' ', at - before) + 1;
}

function quote(line: string, from = 0): string {
  return `\`${from === 0 ? '' : '...'}${excerpt(line.slice(from))}\``;
}
