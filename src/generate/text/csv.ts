/** A value of a cell; one that is absent leaves it empty. */
export type Cell = string | number | undefined;

/** What stands between two cells. Spreadsheets of most of Europe open files with semicolons by themselves. */
export type Separator = ',' | ';';

/**
 * A table as RFC 4180 has it, with a head. An apostrophe stands before whatever a spreadsheet would take for the beginning of a formula, at the beginning of a cell
 * and after each sign within it that some spreadsheet may take for the end of a cell; and before each apostrophe there. Who reads the file with a program
 * takes one apostrophe away from those places, as {@link cellText} does.
 */
export function csvText(columns: readonly string[], rows: readonly (readonly Cell[])[], separator: Separator = ','): string {
  return [columns, ...rows].map((row) => `${row.map(written).join(separator)}\r\n`).join('');
}

/** The text of a cell, as it was before it was written. */
export function cellText(cell: string): string {
  return cell.replace(/(^|[,;\t\r\n])'/g, '$1');
}

function written(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const text = disarmed(value ?? '');
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A formula begins with a sign, and spaces and quotation marks before it are passed over. Where a file is opened with another separator than its own, quotation marks
 * in the middle of a cell mean nothing: what stands after a separator or a line break within a cell then begins a cell.
 */
function disarmed(text: string): string {
  return text.replace(/([,;\t\r\n])(?=["\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|')/g, "$1'").replace(/^(?=["\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|')/, "'");
}

/** Several values in one cell. */
export function inOneCell(values: readonly string[]): string {
  return values.join('; ');
}
