import type { Coordinate } from '../../base/diagnostic.js';
import { valueAt, type Path } from '../../base/json.js';
import { documentPartOf, type Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';

/** A document that relies on another, and the places in it that do, in words. */
export interface Use {
  readonly by: Spec;
  /** Titles of steps and stages of a journey; none where the document as a whole does. */
  readonly where: readonly string[];
}

/** Who relies on each document and data element. All references are read once, because a thousand journeys name the same few systems. */
export function usesIn(workspace: Workspace): ReadonlyMap<Coordinate, readonly Use[]> {
  const found = new Map<Coordinate, Map<Spec, Set<string>>>();
  for (const { from, path, target } of workspace.references) {
    if (target === undefined || from.kind === 'Record') continue;
    const subject = documentPartOf(target);
    if (subject === from.coordinate) continue;
    const users = found.get(subject) ?? new Map<Spec, Set<string>>();
    const places = users.get(from) ?? new Set<string>();
    const place = from.kind === 'Journey' ? placeWords(from, path) : undefined;
    if (place !== undefined) places.add(place);
    found.set(subject, users.set(from, places));
  }
  return new Map([...found].map(([subject, users]) => [subject, [...users].map(([by, where]) => ({ by, where: [...where] }))]));
}

/** The step, or else the stage, that a place lies in. */
function placeWords({ value }: Spec, path: Path): string | undefined {
  if (path[0] !== 'stages' || path.length < 2) return undefined;
  const part = valueAt(value, path.slice(0, path[2] === 'steps' && path.length > 3 ? 4 : 2));
  return (part as { readonly title?: string } | undefined)?.title;
}
