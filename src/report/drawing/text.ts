import picocolors from 'picocolors';
import { isolated, withIsolates } from '../../base/bidi.js';
import type { Table } from '../../render/drawing.js';
import { gridOf } from '../grid.js';
import { wrapped } from '../columns.js';
import { visible } from '../../base/escape/visible.js';
import type { DrawingReporter, NamedDrawing } from './drawing-results.js';
import { foldedWords } from './folded-words.js';

const narrowest = 60;

/** For a terminal, which shows no pictures: the tables that say the same. */
export const text: DrawingReporter = {
  id: 'text',
  report({ drawings }, { color, columns }) {
    const { bold, dim } = picocolors.createColors(color);
    const width = Math.max(narrowest, columns);
    const parts = drawings.flatMap(({ rendering }) => [bold(seen(rendering.title)), ...rendering.tables.flatMap((table) => tableText(table, width, bold)), ...foldedWords(rendering.folded).map((words) => dim(wrapped(seen(words), width).join('\n')))]);
    return `${[...parts, dim(hintFor(drawings))].join('\n\n')}\n`;
  },
};

function tableText({ title, columns, rows }: Table, width: number, bold: (words: string) => string): readonly string[] {
  if (rows.length === 0) return [`${seen(title)}: none.`];
  const [head = [], ...lines] = gridOf([columns, ...rows].map((row) => row.map(seen)), width);
  return [[seen(title), ...head.map(bold), ...lines.flat()].join('\n')];
}

function seen(words: string): string {
  return withIsolates(isolated(words), visible);
}

function hintFor(drawings: readonly NamedDrawing[]): string {
  return drawings.some(({ rendering }) => rendering.diagrams.length > 0) ? 'The picture: --format markdown for a README, mmd for Mermaid, svg=FILE or png=FILE to look at.' : 'There is nothing to draw here: the tables are all of it.';
}
