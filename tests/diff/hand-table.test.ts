import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/json.js';
import { remembering } from '../../src/base/remembering.js';
import { diff } from '../../src/diff/diff.js';
import { fieldName } from '../../src/diff/kind-names.js';
import { complaintsAbout } from '../../src/load/check-schema.js';
import type { Workspace } from '../../src/model/workspace.js';
import { languageTable, type KindName } from '../../src/schema/generated/language-table.js';
import { load } from './full-documents.js';
import { inOneLine, rows, rowsFor, type Row } from './hand-table.js';
import { mutationsOf, type Mutation } from './mutations.js';

/** Fields whose changes no row tells: a document with another id is another document, and a variant is compared by what it comes to. */
const elsewhere = new Set(['Spec.id', 'Journey.extends', 'Journey.overlay', ...['op', 'path', 'after', 'before', 'value', 'reason'].map((field) => `OverlayOperation.${field}`)]);

/** The field as the table names it; whatever is done to a Record is one thing. */
function nameIn(kind: string, { field }: Mutation): string {
  const [shape, name] = field.split('.') as [string, string];
  return kind === 'Record' ? 'Record.type' : fieldName(shape, name);
}

/** The kind of document that it is done to: an entry of a Directory is one of its own kind. */
function documentOf(kind: string, { field }: Mutation): string {
  return /^(\w+)InDirectory\./.exec(field)?.[1] ?? kind;
}

/** Of the words of one field that no row names, the first pair stands for all; in a Directory, what its entries hold in turn is told where they stand alone. */
function chosen(kind: string): readonly Mutation[] {
  const seen = new Set<string>();
  return mutationsOf(kind).filter((mutation) => {
    const [shape, field] = mutation.field.split('.') as [string, string];
    if (elsewhere.has(fieldName(shape, field)) && mutation.done !== 'renamed') return false;
    if (kind === 'Directory' && !/^Directory|InDirectory/.test(mutation.field)) return false;
    if (!mutation.done.includes(' to ') || rowsFor(documentOf(kind, mutation), nameIn(kind, mutation), mutation.done)[0]?.done === mutation.done) return true;
    return !seen.has(mutation.field) && seen.add(mutation.field).size > 0;
  });
}

/** What a small document uses are data about people: to begin to use them weighs more than to use others. */
const people: JsonObject = { apiVersion: 'waymark/v1', kind: 'DataCatalog', id: 'people', title: 'People', version: '1.0.0', status: 'active', owner: 'house', elements: ['some-name', 'other-name'].map((id) => ({ id, title: 'Name', class: 'internal', nature: 'personal' })) };
const usesData = new Set(['Persona', 'System', 'Journey', 'Directory']);

const workspaceOf = remembering((text: string): Workspace => {
  const document = JSON.parse(text) as JsonObject;
  return load(document, usesData.has(String(document['kind'])) ? { 'people.yaml': JSON.stringify(people) } : {});
});
const used = new Set<Row>();

/** The small document, what it declares, or either under its new name. */
const ownSubject = /:(?:full|key-[12]|one|other)(?:#|$)/;

/** What is told of a change besides what the table says. */
function surprises(kind: string, mutation: Mutation): readonly string[] {
  const name = nameIn(kind, mutation);
  const [before, after] = [mutation.before, mutation.after].map((document) => workspaceOf(JSON.stringify(document)));
  const changes = diff(before!, after!);
  const roots = changes.filter(({ because }) => because === undefined);
  const expected = rowsFor(documentOf(kind, mutation), name, mutation.done);
  for (const row of expected) used.add(row);
  const [wanted, found] = [expected.map(({ change }) => change), roots.map((change) => inOneLine(change.kind, change.level, change.regulated, change.harms))];
  const stray = [...roots.filter(({ subject }) => !ownSubject.test(subject)), ...changes.filter(({ because }) => because?.length === 0)];
  if (stray.length > 0) return [`${name} ${mutation.done}: ${stray.map(({ kind: told, subject }) => `${told} ${subject}`).join()} is about something else`];
  const isSame = JSON.stringify(wanted.toSorted()) === JSON.stringify(found.toSorted()) || isOrderOfNothing(mutation, expected, found) || isSameFormula(expected, roots.map((change) => change.kind));
  return isSame ? [] : [`${name} ${mutation.done}: expected ${wanted.join(' and ') || 'no row'}, found ${found.join(' and ') || 'nothing'}`];
}

/** Entries in another order say nothing where no row says what they say. */
function isOrderOfNothing({ done }: Mutation, expected: readonly Row[], found: readonly string[]): boolean {
  return done === 'reordered' && expected.length === 0 && found.length === 0;
}

/** A formula may be written otherwise and compute the same. */
function isSameFormula([row]: readonly Row[], found: readonly string[]): boolean {
  return row?.done === 'any' && row.change.startsWith('kpi-formula') && found.join() === 'notation-changed';
}

describe.each(languageTable.kinds)('what is done to a field of a %s', (kind) => {
  const mutations = chosen(kind);

  it('is tried on documents whose form is sound', () => {
    const unsound = mutations.flatMap((mutation) => [mutation.before, mutation.after].flatMap((value) => complaintsAbout({ kind: kind as KindName, value }).map(({ message }) => `${mutation.field} ${mutation.done}: ${message}`)));
    expect(unsound).toEqual([]);
  });

  it('is one change, of the kind and the weight that the hand table says', () => {
    expect(mutations.flatMap((mutation) => surprises(kind, mutation))).toEqual([]);
  });
});

describe('the hand table', () => {
  it('has no row that nothing comes under', () => {
    expect(rows.filter((row) => !used.has(row)).map(({ field, done, change }) => `${field} ${done}: ${change}`)).toEqual([]);
  });

  it('says of every field what it means that it goes, or that it is another', () => {
    const fields = new Set(languageTable.kinds.flatMap((kind) => chosen(kind).map((mutation) => nameIn(kind, mutation))));
    expect([...fields].filter((field) => !rows.some((row) => row.field === field || row.field === `${field.split('.')[0]!}.*`))).toEqual([]);
  });
});
