import type { Coordinate } from '../base/diagnostic.js';
import { referencesOf, type Reference, type Wanted } from './references.js';
import type { Names } from './resolve.js';
import { documentPartOf, type Spec } from './spec.js';
import type { Workspace } from './workspace.js';

/** The references of a workspace, forwards and backwards. Only what leads nowhere, and who names which document, is kept. */
export function referenceBook(names: Names, specAt: Workspace['specAt']): Pick<Workspace, 'references' | 'referencesWhere' | 'unresolved' | 'referencesTo' | 'referencesFrom'> {
  const references = readAnew(names);
  const { unresolved, namedBy } = sortOut(names, references);
  return {
    references,
    referencesWhere: (wanted) => readAnew(names, wanted),
    unresolved,
    referencesTo(target) {
      const sources = namedBy.get(documentPartOf(target)) ?? names.specs;
      return sources.flatMap((source) => referencesOf(source, names).filter((each) => each.target === target));
    },
    referencesFrom(source) {
      const spec = specAt(source);
      return spec === undefined || spec.coordinate !== source ? [] : referencesOf(spec, names);
    },
  };
}

function readAnew(names: Names, wanted?: Wanted): Iterable<Reference> {
  return {
    *[Symbol.iterator]() {
      for (const spec of names.specs) yield* referencesOf(spec, names, wanted);
    },
  };
}

interface Sorted {
  readonly unresolved: readonly Reference[];
  /** For each document, the specs that name it or a place inside it. */
  readonly namedBy: ReadonlyMap<Coordinate, readonly Spec[]>;
}

function sortOut(names: Names, references: Iterable<Reference>): Sorted {
  const unresolved: Reference[] = [];
  const namedBy = new Map<Coordinate, Spec[]>(names.specs.map(({ coordinate }) => [coordinate, []]));
  for (const reference of references) {
    const { target, from } = reference;
    const sources = target === undefined ? undefined : namedBy.get(documentPartOf(target));
    if (target === undefined) unresolved.push(reference);
    else if (sources !== undefined && sources.at(-1) !== from) sources.push(from);
  }
  return { unresolved, namedBy };
}
