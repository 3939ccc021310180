import { isolated, withIsolates } from '../../base/bidi.js';
import type { Table } from '../../render/drawing.js';
import { markdownCell, markdownText } from '../../base/escape/markdown.js';
import type { DrawingReporter, NamedDrawing } from './drawing-results.js';
import { foldedWords } from './folded-words.js';

/** For a README or a page on a forge: the pictures, and below each the tables that say the same. */
export const markdown: DrawingReporter = {
  id: 'markdown',
  report: ({ drawings }) => `${drawings.map(markdownOf).join('\n\n')}\n`,
};

/** One view, as it is also kept between markers in somebody's file. No line break at its end. */
export function markdownOf({ rendering }: NamedDrawing): string {
  const fences = rendering.diagrams.map(({ text }) => `\`\`\`mermaid\n${text}\`\`\``);
  const tables = rendering.tables.filter(({ rows }) => rows.length > 0).map(tableBlock);
  const words = fences.length === 0 ? tables : [['<details>', `<summary>${fences.length === 1 ? 'The same' : 'All of it'} as a table</summary>`, '', tables.join('\n\n'), '', '</details>'].join('\n')];
  return [`### ${inMarkdown(rendering.title)}`, ...fences, ...foldedWords(rendering.folded).map((each) => inMarkdown(each)), ...(tables.length === 0 ? [] : words)].join('\n\n');
}

/** What keeps a text in one piece is written as entities, so that whoever reads the file sees it. */
function inMarkdown(text: string, escape: (part: string) => string = markdownText): string {
  return withIsolates(isolated(text), escape, ['&#8296;', '&#8297;']);
}

function tableBlock({ title, columns, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => (cell === '' ? ' ' : inMarkdown(cell, markdownCell))).join(' | ')} |`;
  return [`**${inMarkdown(title)}**`, '', line(columns), `|${' --- |'.repeat(columns.length)}`, ...rows.map(line)].join('\n');
}
