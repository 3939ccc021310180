import { evened } from '../base/bidi.js';
import { columnsOf, wrapped } from './columns.js';

/** Between two columns of a table. */
const gap = 2;
/** Columns are not made narrower than this: words would fall apart. */
const narrowest = 8;

/** Rows of cells as a table that fits between two margins: of each row its lines, because long cells are wrapped inside their column. */
export function gridOf(rows: readonly (readonly string[])[], most: number): readonly (readonly string[])[] {
  const widths = fitted(naturalWidths(rows), most);
  return rows.map((row) => {
    const cells = row.map((cell, index) => evened(wrapped(cell, widths[index]!).flatMap((line) => pieces(line, widths[index]!))));
    const height = Math.max(...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, at) => cells.map((lines, index) => padded(lines[at] ?? '', widths[index]!)).join(' '.repeat(gap)).trimEnd());
  });
}

function naturalWidths(rows: readonly (readonly string[])[]): number[] {
  return (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => columnsOf(row[index] ?? ''))));
}

/** Takes from the widest column until all of them fit. */
function fitted(widths: number[], most: number): readonly number[] {
  const room = most - gap * (widths.length - 1);
  for (let sum = widths.reduce((total, each) => total + each, 0); sum > room; sum -= 1) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest]! <= narrowest) break;
    widths[widest]! -= 1;
  }
  return widths;
}

/** A word that is longer than its column goes on in the next line. */
function pieces(word: string, most: number): readonly string[] {
  if (columnsOf(word) <= most) return [word];
  const found: string[] = [''];
  for (const character of word) {
    if (columnsOf(found.at(-1)! + character) > most) found.push('');
    found[found.length - 1] += character;
  }
  return found;
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)));
}
