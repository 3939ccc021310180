import type { Coordinate } from '../base/diagnostic.js';
import { chosenReferences, referencesOf, type Reference } from './references.js';
import type { Names } from './resolve.js';
import { documentPartOf, type Spec } from './spec.js';
import type { Workspace } from './workspace.js';

/** The references of a workspace, forwards and backwards. Kept are those that lead nowhere or say more than a name, and who names which document. */
export function referenceBook(names: Names, specAt: Workspace['specAt']): Pick<Workspace, 'references' | 'unresolved' | 'precise' | 'namedBy' | 'referencesTo' | 'referencesFrom'> {
  const references: Iterable<Reference> = {
    *[Symbol.iterator]() {
      for (const spec of names.specs) yield* referencesOf(spec, names);
    },
  };
  const { unresolved, precise, namedBy } = sortOut(names);
  return {
    references,
    unresolved,
    precise,
    namedBy: (document) => namedBy.get(document) ?? [],
    referencesTo(target) {
      const sources = namedBy.get(documentPartOf(target)) ?? names.specs;
      return sources.flatMap((source) => chosenReferences(source, names, (each) => each === target));
    },
    referencesFrom(source) {
      const spec = specAt(source);
      return spec === undefined || spec.coordinate !== source ? [] : referencesOf(spec, names);
    },
  };
}

interface Sorted {
  readonly unresolved: readonly Reference[];
  readonly precise: readonly Reference[];
  /** For each document, the specs that name it or a place inside it. */
  readonly namedBy: ReadonlyMap<Coordinate, readonly Spec[]>;
}

function sortOut(names: Names): Sorted {
  const namedBy = new Map<Coordinate, Spec[]>(names.specs.map(({ coordinate }) => [coordinate, []]));
  const kept = names.specs.flatMap((from) =>
    chosenReferences(from, names, (target, text) => {
      if (target !== undefined) addSource(namedBy.get(documentPartOf(target)), from);
      return target === undefined || isPrecise(target, text);
    }),
  );
  return { unresolved: kept.filter(({ target }) => target === undefined), precise: kept.filter(({ target }) => target !== undefined), namedBy };
}

function isPrecise(target: Coordinate, text: string): boolean {
  return text.includes('@') || (target.startsWith('team:') && target.includes('#'));
}

/** A spec names the same documents many times over, one reference after the other. */
function addSource(sources: Spec[] | undefined, from: Spec): void {
  if (sources !== undefined && sources.at(-1) !== from) sources.push(from);
}
