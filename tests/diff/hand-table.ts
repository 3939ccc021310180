import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { groupBy } from '../../src/base/groups.js';
import { root } from '../support/imports.js';

/** What is expected of one change, by a table that people keep. */
export interface Row {
  readonly field: string;
  readonly done: string;
  /** Its kind, level, regulated flag and harms in one line. */
  readonly change: string;
}

const folder = resolve(root, 'tests/diff/hand-table');

/** Every row of the table, which is kept by hand in one file for each kind of document. */
export const rows: readonly Row[] = readdirSync(folder).filter((name) => name.endsWith('.csv')).flatMap((name) => readFileSync(resolve(folder, name), 'utf8').trim().split('\n').slice(1).map(rowOf));

function rowOf(line: string): Row {
  const [field, done, kind, level, regulated, harms] = line.split(',') as [string, string, string, string, string, string];
  return { field, done, change: inOneLine(kind, level, regulated === 'yes', harms === '' ? [] : harms.split(' ')) };
}

/** A change as the table tells it. */
export function inOneLine(kind: string, level: string, regulated: boolean, harms: readonly string[]): string {
  return `${kind} ${level}${regulated ? ' regulated' : ''}${harms.length === 0 ? '' : `, harms ${harms.toSorted().join(' ')}`}`;
}

const byChange = groupBy(rows, ({ field, done }) => `${field} ${done}`);

/**
 * The rows about what is done to a field, those first that hold for one kind of document alone: `Sla Effective.from`. `changed` holds for every word that no row names, and `Formula.*` with `any` for whatever
 * is done to any field of a shape.
 */
export function rowsFor(document: string, field: string, done: string): readonly Row[] {
  const shape = field.split('.')[0]!;
  return byChange.get(`${document} ${field} ${done}`) ?? byChange.get(`${field} ${done}`) ?? (done.includes(' to ') ? byChange.get(`${field} changed`) : undefined) ?? byChange.get(`${shape}.* any`) ?? [];
}
