import type { Coordinate } from '../base/diagnostic.js';
import { fieldOf, valueAt, type Path } from '../base/json.js';
import { entryName } from '../model/overlay.js';
import type { Spec } from '../model/spec.js';
import { namedPath, subjectOf } from '../model/subject.js';
import { placeAt } from '../schema/type-at.js';
import type { SpecPair } from './match-specs.js';
import type { Difference } from './difference.js';

/** What a difference is about, by its name after, and where in it, by names. */
export interface NamedPlace {
  readonly subject: Coordinate;
  /** Empty where it is the subject itself. */
  readonly at: string;
}

export function namedPlace({ before, after }: SpecPair, difference: Pick<Difference, 'before' | 'after'>): NamedPlace {
  if (difference.after !== undefined) return placeIn(after, difference.after.path);
  const { subject, at } = placeIn(before, difference.before!.path);
  return { subject: subject.startsWith(before.coordinate) ? after.coordinate + subject.slice(before.coordinate.length) : subject, at };
}

/** The step, stage or entry that holds a place, and the way from there. A place in a field that is no list belongs to the document. */
export function placeIn(spec: Spec, path: Path): NamedPlace {
  const depth = depthOfSubject(spec, path);
  const subject = depth === 0 ? spec.coordinate : subjectOfEntry(spec, path.slice(0, depth));
  return { subject, at: namedPath({ spec, path }).split('.').slice(namesBefore(spec, path, depth)).join('.') };
}

/** A passage of work is known by both its ends, and a holiday is its day, whatever it is called. */
function subjectOfEntry(spec: Spec, path: Path): Coordinate {
  if (path[0] === 'holidays') return `${spec.coordinate}#holidays/${String(fieldOf(valueAt(spec.value, path), 'date'))}`;
  return path[0] === 'handoffs' ? `${spec.coordinate}#handoffs/${entryName(valueAt(spec.value, path))}` : subjectOf({ spec, path });
}

function depthOfSubject(spec: Spec, path: Path): number {
  if (path.length < 2) return 0;
  if (path[0] === 'stages') return path[2] === 'steps' && path.length >= 4 ? 4 : 2;
  const { type } = placeAt(spec.kind, spec.value, path.slice(0, 1)) ?? {};
  const isEntry = (type?.type === 'list' || type?.type === 'map') && hasName(spec, path.slice(0, 2));
  return isEntry ? 2 : 0;
}

function hasName(spec: Spec, path: Path): boolean {
  return subjectOf({ spec, path }) !== spec.coordinate && valueAt(spec.value, path) !== undefined;
}

/** Names themselves may hold dots, so they are counted where they are put together. */
function namesBefore(spec: Spec, path: Path, depth: number): number {
  return depth === 0 ? 0 : namedPath({ spec, path: path.slice(0, depth) }).split('.').length;
}
