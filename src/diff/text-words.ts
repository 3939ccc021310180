import type { TextFile } from '../model/text-files.js';
import { count, excerpt, listOf } from '../base/words.js';

/** What has become of a text, in words that go on a sentence: the first line that differs, and how many more do. */
export function whatBecameOf(was: TextFile | undefined, is: TextFile | undefined): string {
  if (was === undefined || is === undefined) return was === is ? 'cannot be read' : was === undefined ? 'can be read now, and could not before' : 'cannot be read any more';
  const [old, now] = [linesOf(was), linesOf(is)];
  const [gone, fresh] = [without(old, now), without(now, old)];
  const [[lost], [added]] = [gone, fresh];
  if (lost === undefined && added === undefined) return movedWords(old, now);
  if (lost === undefined) return `says more: ${whole(added!)}${besideWords(0, fresh.length - 1)}`;
  if (added === undefined) return `says less; ${whole(lost)} is gone${besideWords(gone.length - 1, 0)}`;
  return `says something else: ${contrasted(lost, added).join(' is now ')}${besideWords(gone.length - 1, fresh.length - 1)}`;
}

function movedWords(old: readonly string[], now: readonly string[]): string {
  const first = now.find((line, index) => line !== old[index]);
  return first === undefined ? 'differs in spaces alone' : `says the same in another order, from ${whole(first)} on`;
}

/** What is not told must not be taken for unchanged. */
function besideWords(gone: number, fresh: number): string {
  const words = [...(gone === 0 ? [] : [`${count(gone, 'more line is', 'more lines are')} gone`]), ...(fresh === 0 ? [] : [`${count(fresh, 'more line is', 'more lines are')} new`])];
  return words.length === 0 ? '' : `, and ${listOf(words)}`;
}

/** Lines that stand more often in the one than in the other. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const times = left.get(line) ?? 0;
    left.set(line, times - 1);
    return times <= 0;
  });
}

/** Two texts that differ, each between backquotes, from a few words before the first letter that does to a few words behind the last. */
export function contrasted(was: string, is: string): readonly [string, string] {
  if (Math.max(was.length, is.length) <= longestWhole) return [whole(was), whole(is)];
  const from = startOfDifference(was, is);
  const same = sameAtEnd(was, is, from);
  return [quote(was, from, was.length - same), quote(is, from, is.length - same)];
}

/** Lines with words in them. */
function linesOf({ text }: TextFile): readonly string[] {
  return text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
}

/** So many characters are told whole. */
const longestWhole = 60;
/** So many stand before the first that differs, and behind the last. */
const before = 20;

/** Where a text is cut: at the beginning of a word, or of a part of what is written in brackets. */
function startOfDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charAt(at) === b.charAt(at)) at += 1;
  if (at <= 2 * before) return 0;
  const lead = a.slice(0, at - before);
  return Math.max(...[...' ,{['].map((sign) => lead.lastIndexOf(sign))) + 1 || at - before;
}

/** How many letters at the end are the same and are not told: none of a few. */
function sameAtEnd(a: string, b: string, from: number): number {
  const most = Math.min(a.length, b.length) - from;
  let same = 0;
  while (same < most && a.charAt(a.length - 1 - same) === b.charAt(b.length - 1 - same)) same += 1;
  if (same <= 2 * before) return 0;
  const tail = a.slice(a.length - same + before);
  const next = Math.min(...[...' ,}]'].map((sign) => tail.indexOf(sign)).filter((at) => at >= 0));
  return next === Infinity ? 0 : tail.length - next;
}

/** So many characters of what differs are told at the most. */
const mostTold = 240;

function whole(text: string): string {
  return quote(text, 0, text.length);
}

function quote(text: string, from: number, to: number): string {
  const part = text.slice(from, to);
  const [head, tail] = [from === 0 ? '' : '...', to < text.length ? '...' : ''];
  if (part.length <= mostTold) return `\`${head}${excerpt(part, Infinity)}${tail}\``;
  return `\`${head}${excerpt(part, mostTold)}\` (and ${count(part.length - mostTold + 3, 'more character')})`;
}
