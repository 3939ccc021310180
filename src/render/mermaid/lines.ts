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

/** Short names that mean nothing to Mermaid, by our ids: an id such as `end` or `a---o` would be obeyed. */
export function shortNames(prefix: string, ids: readonly string[]): (id: string) => string {
  const names = new Map(ids.map((id, index) => [id, `${prefix}${index}`]));
  return (id) => {
    const name = names.get(id);
    if (name === undefined) throw new Error(`the chart names \`${id}\` and does not hold it`);
    return name;
  };
}
