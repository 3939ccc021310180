import type { Spec } from '../model/spec.js';
import type { Provenance } from './provenance.js';
import type { GeneratedFile, OptionDeclaration, OptionValues } from './target.js';
import { csvText, inOneCell, type Cell } from './text/csv.js';
import { jsonText } from './text/json.js';
import type { MarkdownTable } from './text/markdown.js';

/** What stands in a column: a text, a number, or several texts. */
export type ColumnType = 'text' | 'number' | 'texts';

/** A column of a register. */
export interface Column<Row> {
  /** Its head in CSV, and the name of the field in JSON. */
  readonly name: string;
  /** What it says, for its schema and for the page of the target. */
  readonly description: string;
  /** A text without it. */
  readonly type?: ColumnType;
  /** True where no row is without it. A column of several texts is always there: none is an empty list. */
  readonly always?: true;
  /** The only texts there are. */
  readonly words?: readonly string[];
  of(row: Row): string | number | readonly string[] | undefined;
}

/** A table that is written as CSV for people and as JSON for programs. */
export interface Register<Row> {
  /** The name of its files: `retention-jobs`. */
  readonly id: string;
  /** What one row is, in a sentence. */
  readonly description: string;
  readonly columns: readonly Column<Row>[];
}

/** A register with its rows. */
export interface FilledRegister {
  readonly register: Register<never>;
  readonly rows: readonly (readonly (ReturnType<Column<never>['of']>)[])[];
  readonly sources: readonly Spec[];
}

/** The setting that every target with registers has. */
export interface RegisterOptions extends OptionValues {
  readonly separator: 'comma' | 'semicolon';
}

export const separatorOption: OptionDeclaration<RegisterOptions['separator']> = {
  description: 'What stands between the cells of CSV. Spreadsheets in most of Europe open files with semicolons by themselves.',
  default: 'comma',
  words: ['comma', 'semicolon'],
};

/** Fills a register. */
export function fill<Row>(register: Register<Row>, rows: readonly Row[], sources: readonly Spec[]): FilledRegister {
  return { register: register as Register<never>, rows: rows.map((row) => register.columns.map((column) => column.of(row))), sources };
}

/** A register as a table of a page for people, with some of its columns, each under a heading. */
export function tableOf({ register, rows }: FilledRegister, heading: string, shown: { readonly [column: string]: string }): MarkdownTable {
  const at = Object.keys(shown).map((name) => register.columns.findIndex((column) => column.name === name));
  return { heading, columns: Object.values(shown), rows: rows.map((row) => at.map((index) => String(cell(row[index]) ?? ''))) };
}

/** A register as files. */
export function filesOfRegister(filled: FilledRegister, { separator }: RegisterOptions, provenance: (sources: readonly Spec[]) => Provenance): readonly GeneratedFile[] {
  const { register, sources } = filled;
  return [
    { path: `${register.id}.csv`, sources, content: csvText(register.columns.map(({ name }) => name), filled.rows.map((row) => row.map(cell)), separator === 'comma' ? ',' : ';') },
    { path: `${register.id}.json`, sources, content: jsonText({ $schema: schemaAddress(register), $comment: provenance(sources).lines.join(' '), format: formatOf(register), rows: filled.rows.map((row) => jsonRow(register, row)) }) },
  ];
}

function cell(value: ReturnType<Column<never>['of']>): Cell {
  return typeof value === 'object' ? inOneCell(value) : value;
}

function jsonRow({ columns }: Register<never>, row: FilledRegister['rows'][number]): object {
  return Object.fromEntries(columns.map(({ name }, index) => [name, row[index]]));
}

function schemaAddress({ id }: Register<never>): string {
  return `https://waymark.dev/schemas/registers/${id}.schema.json`;
}

function formatOf({ id }: Register<never>): string {
  return `waymark-${id}/1`;
}

/** The JSON Schema of a register's JSON file. */
export function schemaOfRegister(register: Register<never>): object {
  const { id, description, columns } = register;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaAddress(register),
    title: titleOf(id),
    description: `${description} Written by \`waymark generate\`. New fields may be added under a new format id only.`,
    type: 'object',
    additionalProperties: false,
    required: ['$schema', '$comment', 'format', 'rows'],
    properties: {
      $schema: { const: schemaAddress(register), description: 'The address of this schema.' },
      $comment: { type: 'string', description: 'From which documents it was written.' },
      format: { const: formatOf(register), description: 'Name and version of this format.' },
      rows: { type: 'array', description: 'The rows.', items: { type: 'object', additionalProperties: false, required: columns.filter(isAlwaysThere).map(({ name }) => name), properties: Object.fromEntries(columns.map((column) => [column.name, schemaOfColumn(column)])) } },
    },
  };
}

function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isAlwaysThere({ type, always }: Column<never>): boolean {
  return type === 'texts' || always === true;
}

function schemaOfColumn({ type = 'text', words, description }: Column<never>): object {
  if (type === 'texts') return { type: 'array', items: { type: 'string' }, description };
  return { type: type === 'number' ? 'number' : 'string', ...(words === undefined ? {} : { enum: words }), description };
}

/** What the pages of targets say of cells that a spreadsheet could run. */
export const aboutCells = `Nothing in a cell of CSV is run by a spreadsheet: an apostrophe stands before whatever could begin a formula, at the beginning of a cell and after each comma, semicolon, tab and line
break within it. Whoever reads CSV with a program takes one apostrophe away from these places; JSON has none.`;

/** The registers of a target with their columns, as Markdown for its page. */
export function aboutRegisters(registers: readonly Register<never>[]): string {
  return registers.map(({ id, description, columns }) => [`\`${id}.csv\` and \`${id}.json\` ([schema](../../schemas/registers/${id}.schema.json)): ${description}`, '', '| column | what it says |', '|---|---|', ...columns.map((column) => `| \`${column.name}\` | ${column.description} |`)].join('\n')).join('\n\n');
}
