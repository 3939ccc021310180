import { distance } from 'fastest-levenshtein';

/** `a`, `a and b`, `a, b and c`. */
export function listOf(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** Names between backquotes, as a sentence shows what stands in a file. */
export function quoted(names: readonly string[]): readonly string[] {
  return names.map((name) => `\`${name}\``);
}

/** Names in a sentence: all of them, or the first dozen where there are so many that nobody reads them. */
export function someOf(words: readonly string[], last?: 'and' | 'or'): string {
  return words.length <= 16 ? listOf(words, last) : listOf([...words.slice(0, 12), `${words.length - 12} more`], last);
}

/** `1 step`, `3 steps`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** The same words at the beginning of a sentence. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The word of `known` that the author most likely meant, or `undefined` when none is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = mostSlips(word) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const edits = slips(word.toLowerCase(), candidate.toLowerCase());
    if (edits < least && isLikeness(word, candidate, edits)) [best, least] = [candidate, edits];
  }
  return best;
}

/** True when two words are of so similar a length that one may be meant by the other. */
export function isInReach(word: string, candidate: string): boolean {
  return Math.abs(candidate.length - word.length) <= mostSlips(word);
}

function mostSlips(word: string): number {
  return Math.max(1, Math.floor(word.length / 3));
}

/** A slip in a word of one letter leaves nothing of it: `q` is no `e`. */
function isLikeness(word: string, candidate: string, edits: number): boolean {
  return edits === 0 || word.length > 2 || Math.max(word.length, candidate.length) - edits > 1 || isSwap(word.toLowerCase(), candidate.toLowerCase());
}

/** How many slips of a finger lie between two words; two neighbours swapped are one, as in `titel`. */
function slips(a: string, b: string): number {
  return isSwap(a, b) ? 1 : distance(a, b);
}

function isSwap(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a.charAt(at) === b.charAt(at)) at += 1;
  return a.length === b.length && at < a.length - 1 && a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
}

/** A sentence naming the nearest word, or the known ones when they are few; empty when neither helps. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const words = [...known];
  const near = nearest(word, words);
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  if (words.length === 0 || words.length > 12) return '';
  return `Known here: ${listOf(words.sort())}.`;
}

/** The name that a sentence of `didYouMean` proposes. */
export function proposedBy(proposal: string): string | undefined {
  return /^Did you mean `([^`]+)`\?/.exec(proposal)?.[1];
}

/**
 * The beginning of an author's text, short enough to stand inside a sentence. No character is cut in two, and no backquote of the author's
 * ends those that it stands between.
 */
export function excerpt(written: string, most = 60): string {
  const text = written.replaceAll('`', '\\u{60}');
  if (text.length <= most) return text;
  const end = most - 3;
  return `${text.slice(0, /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end)}...`;
}

/** An author's value as a sentence shows it. */
export function shown(value: unknown): string {
  return excerpt(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
}
