import picocolors from 'picocolors';
import { aligned, cutTo, wrapped } from '../columns.js';
import { visible } from '../../base/escape/visible.js';
import { shorten } from '../shorten.js';
import { closingOf, introduction, tablesOf, titleOf, type BenchmarkTable } from './benchmark-words.js';
import type { BenchmarkReporter } from './benchmark-results.js';

const longestText = 2_000;
/** Longer words of a cell stand whole in the other formats. */
const widestCell = 60;

/** For people at a terminal: a table for each thing that is compared. */
export const text: BenchmarkReporter = {
  id: 'text',
  report(results, { color, columns }) {
    const { bold, dim } = picocolors.createColors(color);
    const width = Math.max(40, columns);
    const head = [bold(paragraph(titleOf(results), '', width)), ...introduction(results).map((each) => paragraph(each, '', width))].join('\n');
    const sides = [results.before.version.version!, results.after.version.version!];
    const tables = tablesOf(results).map((table) => tableLines(table, sides, width, bold));
    return `${[head, ...tables, ...closingOf(results).map((each) => dim(paragraph(each, '', width)))].join('\n\n')}\n`;
  },
};

/** What is told of a line stands below it. */
function tableLines({ title, lines }: BenchmarkTable, sides: readonly string[], width: number, bold: (text: string) => string): string {
  const [head = '', ...rows] = aligned([['', ...sides, ''], ...lines.map(({ cells }) => cells.map((cell) => cutTo(visible(cell), widestCell)))], new Set([1, 2]));
  const told = rows.flatMap((row, at) => [`  ${row}`, ...lines[at]!.notes.map((note) => paragraph(note, '      ', width))]);
  return [bold(paragraph(title, '', width)), `  ${head}`, ...told].join('\n');
}

function paragraph(words: string, margin: string, width: number): string {
  return wrapped(shorten(visible(words), longestText), width - margin.length).map((line) => `${margin}${line}`).join('\n');
}
