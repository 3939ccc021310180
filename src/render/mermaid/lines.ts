import { evened, isolated, withoutIsolates } from '../../base/bidi.js';
import type { Chart } from '../chart.js';
import { label } from './escape.js';

/** What is written into a diagram, line by line. */
export type Lines = readonly string[];

/** The title and the description that a screen reader speaks. They have the same grammar in every kind of diagram. */
export function spoken({ title, description }: Chart): Lines {
  return [`  accTitle: ${label(title)}`, `  accDescr: ${label(description)}`];
}

/** How a diagram is to be drawn where Mermaid's own way cuts words off or makes them hard to read. It stands before all other lines. */
export function settings(values: { readonly [name: string]: unknown }): string {
  return `%%{init: ${JSON.stringify(values)}}%%`;
}

/** How many letters of the usual width a text takes: those of East Asia and pictures take the room of two. */
export function lettersOf(text: string): number {
  return [...text].reduce((sum, each) => sum + (each > '\u10ff' ? 2 : 1), 0);
}

/** The words of a text in lines of at most so many letters, save for a word that is longer. No line but that of an empty text is without letters: Mermaid cannot measure one. */
export function inLines(text: string, most: number): Lines {
  const lines: string[] = [];
  for (const word of isolated(text).split(/\s+/)) {
    const isTogether = lines.length > 0 && (isUnseen(lines.at(-1)!) || isUnseen(word) || lettersOf(withoutIsolates(`${lines.at(-1)} ${word}`)) <= most);
    if (isTogether) lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  return evened(lines);
}

function isUnseen(words: string): boolean {
  return withoutIsolates(words).trim() === '';
}

/**
 * Lines that run behind words, faint enough for these to be read. Mermaid draws some of them in the colour of the words; this grey is seen on light pages and on dark ones.
 */
export function faint(selector: string): string {
  return `${selector} { stroke: #999; stroke-opacity: 0.5; }`;
}

/** Short names that mean nothing to Mermaid, by our ids: an id such as `end` or `a---o` would be obeyed. */
export function shortNames(prefix: string, ids: readonly string[]): (id: string) => string {
  const names = new Map(ids.map((id, index) => [id, `${prefix}${index}`]));
  return (id) => {
    const name = names.get(id);
    if (name === undefined) throw new Error(`the chart names \`${id}\` and does not hold it`);
    return name;
  };
}
