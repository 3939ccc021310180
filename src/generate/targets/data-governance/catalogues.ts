import { compareText } from '../../../base/diagnostic.js';
import { groupBy } from '../../../base/groups.js';
import { buildRegisters, type Entry } from '../../../model/registers.js';
import type { Spec } from '../../../model/spec.js';
import type { DataElement, Purpose } from '../../../schema/kinds/data-catalog.js';
import type { GeneratorInput } from '../../target.js';

/** What the catalogues that are written out say, and of Directories the data that they declare. */
export interface Catalogues {
  readonly catalogues: readonly Spec<'DataCatalog'>[];
  readonly systems: readonly Spec<'System'>[];
  /** Every declaration, sorted by id. */
  readonly elements: readonly Entry<DataElement>[];
  readonly purposes: readonly Entry<Purpose>[];
  /** By id; the first declaration of an id holds. */
  element(id: string): DataElement | undefined;
  purpose(id: string | undefined): Purpose | undefined;
  /** The document that declares a purpose and is not written out, such as a draft. */
  unwritten(purpose: string): Spec | undefined;
  /** What the activities use a piece of data for. */
  purposesOf(element: string): readonly string[];
  /** What most files are made from. */
  readonly sources: readonly Spec[];
}

/** Reads the catalogues. */
export function cataloguesOf({ all, workspace }: GeneratorInput): Catalogues {
  const [catalogues, directories, systems] = [all('DataCatalog'), all('Directory').filter(({ value }) => value.data !== undefined), all('System')];
  const written = buildRegisters([...catalogues, ...directories], new Map());
  const [elements, purposes, uses] = [sortedEntries(written.elements), sortedEntries(written.purposes), usesIn(catalogues)];
  const known = { elements: mapOf(elements), purposes: mapOf(purposes) };
  return {
    catalogues,
    systems,
    elements,
    purposes,
    element: (id) => known.elements.get(id),
    purpose: (id) => (id === undefined ? undefined : known.purposes.get(id)),
    unwritten: (purpose) => (known.purposes.has(purpose) ? undefined : workspace.registers.purposes.get(purpose)?.spec),
    purposesOf: (element) => uses.get(element) ?? [],
    sources: [...catalogues, ...directories],
  };
}

function usesIn(catalogues: readonly Spec<'DataCatalog'>[]): ReadonlyMap<string, readonly string[]> {
  const uses = catalogues.flatMap(({ value }) => (value.activities ?? []).flatMap(({ elements = [], purpose }) => (purpose === undefined ? [] : elements.map((element) => ({ element, purpose })))));
  return new Map([...groupBy(uses, ({ element }) => element)].map(([element, list]) => [element, sorted(list.map(({ purpose }) => purpose))]));
}

function sortedEntries<Value>(register: ReadonlyMap<string, Entry<Value>>): readonly Entry<Value>[] {
  return [...register.values()].toSorted((a, b) => compareText(a.id, b.id));
}

function mapOf<Value>(entries: readonly Entry<Value>[]): ReadonlyMap<string, Value> {
  return new Map(entries.map(({ id, value }) => [id, value]));
}

/** Texts, each once, in the order of their code units. */
export function sorted(texts: Iterable<string>): readonly string[] {
  return [...new Set(texts)].toSorted(compareText);
}
