/**
 * A table as RFC 4180 has it, with a head. A cell that a spreadsheet would run as a formula begins with an apostrophe, which spreadsheets
 * do not show; who reads the file with a program takes one apostrophe away from such cells (OWASP, CSV injection).
 */
export function csvText(columns: readonly string[], rows: readonly (readonly (string | number | undefined)[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** What spreadsheets take for the beginning of a formula, or drop and then look again; and an apostrophe, so that it can be told from ours. */
const risky = /^(?:[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|[\t\r\n']|\s)/;

function cell(value: string | number | undefined): string {
  const text = value === undefined ? '' : typeof value === 'number' ? String(value) : risky.test(value) ? `'${value}` : value;
  return /[",\r\n;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Several values in one cell. */
export function inOneCell(values: readonly string[]): string {
  return values.join('; ');
}
