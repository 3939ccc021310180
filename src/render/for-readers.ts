import type { Sight } from './audience.js';
import type { Chart } from './chart.js';
import type { Folded, Table } from './drawing.js';
import type { Rendering } from './render.js';

const why = 'its words name what is not for these readers';

/** What stands in a table in place of something that its readers may not know of. */
export const leftOut = '(left out)';

/** Why nothing is told of a proof. */
export const restsOnHidden = 'what it rests on is not for these readers';

/**
 * A rendering as a circle of readers may see it. A picture cannot lose a word and still be true, so one that names something hidden is left
 * out as a whole; of a table only the cell, or the line where it is about that.
 */
export function forReaders(rendering: Rendering, sight: Sight): Rendering {
  if (sight.isComplete) return rendering;
  const diagrams = rendering.diagrams.filter(({ chart }) => isOpen(chart, sight));
  const closed = rendering.diagrams.filter((each) => !diagrams.includes(each));
  const tables = rendering.tables.map((table) => openTable(table, sight));
  return {
    ...rendering,
    diagrams,
    tables: tables.map(({ table }) => table),
    folded: [...rendering.folded.filter((each) => sight.mayRead(`${each.subject} ${each.why}`)), ...closed.map(({ title }): Folded => ({ subject: title, why })), ...tables.flatMap(({ folded }) => folded)],
  };
}

/** True where a picture names nothing that is hidden. */
export function isOpen(chart: Chart, sight: Sight): boolean {
  return sight.isComplete || sight.mayRead(wordsIn(chart).join('\n'));
}

const shown = ['title', 'description', 'label', 'detail', 'details', 'actors'];

/** All that is written into a picture; ids are not. */
function wordsIn(value: unknown, isShown = false): readonly string[] {
  if (typeof value === 'string') return isShown ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => wordsIn(each, isShown));
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, each]) => wordsIn(each, shown.includes(name))) : [];
}

function openTable({ title, columns, rows }: Table, sight: Sight): { readonly table: Table; readonly folded: readonly Folded[] } {
  const open = rows.filter(([about = '']) => sight.mayRead(about));
  const lost = rows.length - open.length;
  return {
    table: { title, columns, rows: open.map((row) => row.map((cell) => (sight.mayRead(cell) ? cell : leftOut))) },
    folded: linesLost(title, lost),
  };
}

/** Tells of a table that it has fewer lines than there are; how many fewer would give away how much is kept from its readers. */
export function linesLost(table: string, lost: number): readonly Folded[] {
  return lost === 0 ? [] : [{ subject: `lines of the table ${table}`, why }];
}
