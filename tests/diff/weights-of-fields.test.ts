import { describe, expect, it } from 'vitest';
import type { ChangeKind } from '../../src/diff/change-kind.js';
import type { Deed } from '../../src/diff/difference.js';
import { fieldName } from '../../src/diff/kind-names.js';
import { kindOf } from '../../src/diff/kind-of.js';
import { changeTable } from '../../src/schema/generated/change-table.js';
import { languageTable } from '../../src/schema/generated/language-table.js';
import type { TypeExpression } from '../../src/schema/language.js';
import { shapeOf } from '../../src/schema/type-at.js';
import { bindingWhenAdded, editorial, harmlessWithout, regulatedWithout, type Fields } from './weights-of-fields.js';

/** The kind of document that each shape stands in; a Directory only repeats the others. */
const documents = new Map<string, string>();
for (const kind of [...languageTable.kinds].sort((a, b) => order(a) - order(b))) visit(kind, kind);

function order(kind: string): number {
  return ['Journey', 'Sla', 'Calendar', 'Kpi', 'DataCatalog', 'System', 'Persona', 'Team', 'Policy', 'Glossary', 'Workspace', 'Record', 'Directory'].indexOf(kind);
}

function visit(document: string, shape: string): void {
  if (documents.has(shape)) return;
  documents.set(shape, document);
  for (const { type } of Object.values(shapeOf(shape))) for (const inner of shapesOf(type)) visit(document, inner);
}

function shapesOf(type: TypeExpression): readonly string[] {
  if (type.type === 'list' || type.type === 'map') return shapesOf(type.of);
  return type.type === 'object' ? [type.shape] : type.type === 'union' ? type.of.flatMap(shapesOf) : [];
}

/** Entries of a Directory are specs, which are judged by themselves. */
const entries = new Set(['Directory.teams', 'Directory.systems', 'Directory.personas', 'Directory.calendars', 'Directory.terms', 'Directory.data']);
const fields = Object.entries(changeTable).flatMap(([shape, list]) => Object.keys(list).map((field) => ({ shape, field, name: fieldName(shape, field) }))).filter(({ name }) => !entries.has(name));

function those(deed: Deed, is: (kind: ChangeKind) => boolean): readonly string[] {
  return [...new Set(fields.flatMap(({ shape, field, name }) => (is(kindOf({ shape, field, deed }, documents.get(shape) ?? shape)) ? [name] : [])))].sort();
}

function listed(...tables: readonly Fields[]): readonly string[] {
  return tables.flatMap((table) => Object.entries(table).flatMap(([shape, names]) => names.split(' ').map((field) => `${shape}.${field}`))).sort();
}

describe('what each field of the language weighs, by a table that is kept by hand', () => {
  it('disturbs nobody where it is only read, and breaks something where anything else goes', () => {
    expect(those('removed', ({ level }) => level === 'editorial')).toEqual(listed(editorial));
    expect(those('removed', ({ level }) => level === 'compatible')).toEqual(listed(harmlessWithout));
  });

  it('breaks something where it binds as soon as it is there, and takes nothing away where anything else comes', () => {
    expect(those('added', ({ level }) => level === 'breaking')).toEqual(listed(bindingWhenAdded));
    const read = new Set(listed(editorial, harmlessWithout));
    expect(those('added', ({ level }) => level === 'editorial').filter((name) => !read.has(name))).toEqual([]);
  });

  it('is regulated where more than the owner has to agree that it goes', () => {
    expect(those('removed', ({ regulated }) => regulated)).toEqual(listed(regulatedWithout));
  });

  it('harms somebody wherever it breaks something', () => {
    for (const deed of ['added', 'removed', 'changed', 'tightened', 'loosened'] as const) {
      expect(those(deed, ({ level, harms }) => level === 'breaking' && harms.length === 0)).toEqual([]);
    }
  });
});
