import type { Coordinate } from '../base/diagnostic.js';
import { valueAt, type Path } from '../base/json.js';
import { nameOf } from '../schema/names.js';
import type { Spec } from './spec.js';

/** A value of a spec. */
interface Place {
  readonly spec: Pick<Spec, 'kind' | 'coordinate' | 'value'>;
  readonly path: Path;
}

/** The coordinate that a place is about: the step, the stage or the entry that holds the place, else the spec. */
export function subjectOf({ spec, path }: Place): Coordinate {
  const inner = spec.kind === 'Journey' ? journeySubject(spec.value, path) : entrySubject(spec.value, path);
  return inner === undefined ? spec.coordinate : `${spec.coordinate}#${inner}`;
}

function journeySubject(value: unknown, path: Path): string | undefined {
  if (path[0] !== 'stages') return entrySubject(value, path);
  if (path[2] === 'steps' && path.length >= 4) return nameOf(valueAt(value, path.slice(0, 4)));
  return path.length >= 2 ? `stages/${nameOf(valueAt(value, path.slice(0, 2)))}` : undefined;
}

/** `disclosures/appeal-right`: an entry of a list by its name, an entry of a map by its key. */
function entrySubject(value: unknown, path: Path): string | undefined {
  if (path.length < 2) return undefined;
  const name = typeof path[1] === 'string' ? path[1] : nameOf(valueAt(value, path.slice(0, 2)));
  return name === undefined ? undefined : `${path[0]}/${name}`;
}

/** A path by names instead of positions, so that it stays the same when entries move: `stages.triage.steps.classify.next`. */
export function namedPath({ spec, path }: Place): string {
  return path
    .map((step, index) => (typeof step === 'number' ? (nameOf(valueAt(spec.value, path.slice(0, index + 1))) ?? scalarName(spec.value, path.slice(0, index + 1))) : step))
    .join('.');
}

function scalarName(value: unknown, path: Path): string {
  const entry = valueAt(value, path);
  return typeof entry === 'string' ? entry : '*';
}
