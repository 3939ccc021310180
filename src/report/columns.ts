import { commandAtStart } from '../base/escape/visible.js';

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const widthless = /[\p{M}\u2068\u2069\u200c\u200d]/u;

/** Columns that a text takes in a terminal: East Asian characters and emoji take two, combining marks none. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += wide.test(character) ? 2 : widthless.test(character) ? 0 : 1;
  return columns;
}

/** A text as lines of at most so many columns, broken at spaces. A word that is longer than a line has one of its own. */
export function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columnsOf(longer) > most) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((each) => each.replace(commandAtStart, '$1\\u{3a}')); // a word that begins a line now may be a command there
}

/** Rows of cells as lines whose columns stand below each other. Cells of the columns named in `right` end together, the others begin together. */
export function aligned(rows: readonly (readonly string[])[], right: ReadonlySet<number>): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, columnsOf(cell));
  const pad = (cell: string, index: number): string => {
    const room = ' '.repeat((widths[index] ?? 0) - columnsOf(cell));
    return right.has(index) ? room + cell : cell + room;
  };
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}

/** At most so many columns of a text, with a mark where something is left out. */
export function cutTo(text: string, most: number): string {
  if (columnsOf(text) <= most) return text;
  let kept = '';
  let columns = 1;
  for (const character of text) {
    columns += columnsOf(character);
    if (columns > most) break;
    kept += character;
  }
  return `${kept}…`;
}
