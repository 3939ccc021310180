import type { Coordinate } from '../base/diagnostic.js';
import { lazy } from '../base/lazy.js';
import { chosenReferences, referencesOf, type Reference } from './references.js';
import { answering, coordinateOfTarget, resolverOf, type Names, type Target } from './resolve.js';
import { documentPartOf, type Spec } from './spec.js';
import type { Workspace } from './workspace.js';

/** What a workspace knows of its references. */
export type ReferenceBook = Pick<Workspace, 'references' | 'unresolved' | 'precise' | 'namedBy' | 'referencesTo' | 'referencesFrom'>;

/** The references of a workspace, forwards and backwards, sorted out when somebody first asks for more than those of one spec. Kept are those that lead nowhere or say more than a name, and who names which document. */
export function referenceBook(names: Names, specAt: Workspace['specAt']): ReferenceBook {
  const references: Iterable<Reference> = {
    *[Symbol.iterator]() {
      for (const spec of names.specs) yield* referencesOf(spec, names);
    },
  };
  const sorted = lazy(() => sortOut(names));
  return {
    references,
    get unresolved() {
      return sorted().unresolved;
    },
    get precise() {
      return sorted().precise;
    },
    namedBy: (document) => sorted().namedBy.get(document) ?? [],
    referencesTo(target) {
      const sources = sorted().namedBy.get(documentPartOf(target)) ?? names.specs;
      const resolve = resolverOf(names);
      return sources.flatMap((source) => chosenReferences(source, names, (...asked) => isAt(target, resolve(...asked))));
    },
    referencesFrom(source) {
      const spec = specAt(source);
      return spec === undefined || spec.coordinate !== source ? [] : referencesOf(spec, names);
    },
  };
}

function isAt(coordinate: Coordinate, target: Target | undefined): boolean {
  return target !== undefined && coordinate.startsWith(target.whole) && coordinateOfTarget(target) === coordinate;
}

interface Sorted {
  readonly unresolved: readonly Reference[];
  readonly precise: readonly Reference[];
  /** For each document, the specs that name it or a place inside it. */
  readonly namedBy: ReadonlyMap<Coordinate, readonly Spec[]>;
}

function sortOut(names: Names): Sorted {
  const namedBy = new Map<Coordinate, Spec[]>(names.specs.map(({ coordinate }) => [coordinate, []]));
  const judge = answering((target, text): Judgement => ({ sources: target && namedBy.get(target.whole), isKept: target === undefined || isPrecise(target, text) }));
  const kept = names.specs.flatMap((from) =>
    chosenReferences(from, names, (scope, expected, text) => {
      const { sources, isKept } = judge(scope, expected, text);
      if (sources !== undefined) addSource(sources, from);
      return isKept;
    }),
  );
  return { unresolved: kept.filter(({ target }) => target === undefined), precise: kept.filter(({ target }) => target !== undefined), namedBy };
}

/** What a reference means for the book. */
interface Judgement {
  /** Those who name the same document. */
  readonly sources: Spec[] | undefined;
  /** True for a reference that leads nowhere or says more than a name. */
  readonly isKept: boolean;
}

function isPrecise({ whole, inside }: Target, text: string): boolean {
  return text.includes('@') || (inside !== undefined && whole.startsWith('team:'));
}

/** A spec names the same documents many times over, one reference after the other. */
function addSource(sources: Spec[], from: Spec): void {
  if (sources.at(-1) !== from) sources.push(from);
}
