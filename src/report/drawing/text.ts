import picocolors from 'picocolors';
import { count, listOf } from '../../base/words.js';
import type { Folded, Table } from '../../render/drawing.js';
import { gridOf } from '../grid.js';
import { wrapped } from '../columns.js';
import { visible } from '../escape/visible.js';
import type { DrawingReporter, NamedDrawing } from './drawing-results.js';

const narrowest = 60;

/** For a terminal, which shows no pictures: the tables that say the same. */
export const text: DrawingReporter = {
  id: 'text',
  report({ drawings }, { color, columns }) {
    const { bold, dim } = picocolors.createColors(color);
    const width = Math.max(narrowest, columns);
    const parts = drawings.flatMap(({ rendering }) => [bold(visible(rendering.title)), ...rendering.tables.flatMap((table) => tableText(table, width, bold)), ...foldedWords(rendering.folded, width).map(dim)]);
    return `${[...parts, dim(hintFor(drawings))].join('\n\n')}\n`;
  },
};

function tableText({ title, columns, rows }: Table, width: number, bold: (words: string) => string): readonly string[] {
  if (rows.length === 0) return [`${visible(title)}: none.`];
  const [head = [], ...lines] = gridOf([columns, ...rows].map((row) => row.map(visible)), width);
  return [[visible(title), ...head.map(bold), ...lines.flat()].join('\n')];
}

const mostNamed = 3;

/** What the picture leaves out is in the tables all the same. */
function foldedWords(folded: readonly Folded[], width: number): readonly string[] {
  const reasons = [...new Set(folded.map(({ why }) => why))];
  return reasons.map((why) => {
    const subjects = folded.filter((each) => each.why === why).map(({ subject }) => subject);
    const named = subjects.length > mostNamed ? [...subjects.slice(0, mostNamed), count(subjects.length - mostNamed, 'more', 'more')] : subjects;
    return wrapped(visible(`Not in the picture, because ${why}: ${listOf(named)}.`), width).join('\n');
  });
}

function hintFor(drawings: readonly NamedDrawing[]): string {
  return drawings.some(({ rendering }) => rendering.diagrams.length > 0) ? 'The picture: --format markdown for a README, mmd for Mermaid, svg=FILE or png=FILE to look at.' : 'There is nothing to draw here: the tables are all of it.';
}
