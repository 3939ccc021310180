import type { Coordinate } from '../base/diagnostic.js';
import { valueAt, type Path } from '../base/json.js';
import { walkLeaves, type Leaf } from '../schema/walk.js';
import { entryFields } from './read-specs.js';
import type { Spec } from './spec.js';
import { resolveReference, type Names } from './resolve.js';

/** One reference of a spec, and what it leads to. */
export interface Reference {
  readonly from: Spec;
  readonly path: Path;
  /** The field that it stands in. */
  readonly field: string;
  /** Shape that declares the field. */
  readonly shape: string;
  /** As it is written. */
  readonly text: string;
  /** What it may lead to, in words: `Team`, `Step`. */
  readonly expected: readonly string[];
  /** Coordinate of what it leads to; `undefined` when there is no such thing. */
  readonly target: Coordinate | undefined;
  /** Names that would have been right, for a suggestion. */
  known(): readonly string[];
}

/** Every reference of a spec, resolved against the names of the workspace. */
export function referencesOf(spec: Spec, names: Names): readonly Reference[] {
  const references: Reference[] = [];
  walkLeaves(spec.kind, spec.value, (leaf) => {
    if (!isWrittenHere(spec, leaf.path)) return;
    const reference = toReference(spec, leaf, names);
    if (reference !== undefined) references.push(reference);
  });
  return references;
}

/** An entry of a Directory is read as a spec of its own, without the header that it takes from its Directory. */
function isWrittenHere(spec: Spec, path: Path): boolean {
  if (spec.kind === 'Directory') return !entryFields.includes(String(path[0]));
  return spec.directory === undefined || valueAt(spec.document.value, spec.origin(path).path) !== undefined;
}

/** Scalars that are references with a syntax of their own. */
const syntaxes: { readonly [scalar: string]: readonly string[] } = {
  RoleRef: ['Role'],
  ActorRef: ['Actor'],
  ConsumerRef: ['Consumer'],
  TeamOrRole: ['Team or role'],
  ParticipantRef: ['Team or role'],
  ClockPoint: ['Moment'],
  SubjectRef: ['Subject'],
};

function toReference(spec: Spec, leaf: Leaf, names: Names): Reference | undefined {
  const { type, value, path, field, shape } = leaf;
  if (typeof value !== 'string') return undefined;
  const expected = type.type === 'reference' ? type.to : type.type === 'scalar' ? syntaxes[type.name] : undefined;
  if (expected === undefined) return undefined;
  const resolution = resolveReference(names, spec, expected, value, path);
  return { from: spec, path, field, shape, text: value, expected, target: resolution.target, known: resolution.known };
}
