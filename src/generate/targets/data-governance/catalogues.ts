import { compareText } from '../../../base/diagnostic.js';
import { groupBy } from '../../../base/groups.js';
import { buildRegisters, type Entry, type Registers } from '../../../model/registers.js';
import type { Spec } from '../../../model/spec.js';
import type { DataElement, Purpose } from '../../../schema/kinds/data-catalog.js';
import type { GeneratorInput, LossHere } from '../../target.js';

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
  /** Declarations of an id that another one has before. */
  readonly doubled: readonly LossHere[];
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
    doubled: doubledIn(catalogues, directories, written),
    sources: [...catalogues, ...directories],
  };
}

function doubledIn(catalogues: readonly Spec<'DataCatalog'>[], directories: readonly Spec<'Directory'>[], { elements, purposes }: Registers): readonly LossHere[] {
  const declared = [
    ...catalogues.flatMap((spec) => (spec.value.elements ?? []).map(({ id }, index) => ({ id, spec, path: ['elements', index], first: elements.get(id)! }))),
    ...catalogues.flatMap((spec) => (spec.value.purposes ?? []).map(({ id }, index) => ({ id, spec, path: ['purposes', index], first: purposes.get(id)! }))),
    ...directories.flatMap((spec) => Object.keys(spec.value.data ?? {}).map((id) => ({ id, spec, path: ['data', id], first: elements.get(id)! }))),
  ];
  return declared.filter(({ spec, path, first }) => first.spec !== spec || first.path[1] !== path[1]).map(({ id, spec, path, first }) => ({
    subject: spec.coordinate,
    field: path.filter((part) => typeof part === 'string').join('.'),
    at: path,
    reason: `\`${id}\` is declared before in \`${first.spec.coordinate}\`, and only what stands there is written: give one of them another id, or take one out.`,
  }));
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
