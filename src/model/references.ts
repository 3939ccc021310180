import type { Coordinate } from '../base/diagnostic.js';
import { valueAt, type Path } from '../base/json.js';
import type { TypeExpression } from '../schema/language.js';
import { walkFor, type Home } from '../schema/walk.js';
import { entryFields } from './read-specs.js';
import { knownNames, resolveReference, type Names, type Scope } from './resolve.js';
import type { Spec } from './spec.js';

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
  walkReferences(spec.kind, spec.value, (type, text, keys, home) => {
    if (typeof text === 'string' && isWrittenHere(spec, keys)) references.push(toReference({ names, from: spec }, text, expectedBy(type)!, { keys, home }));
  });
  return references;
}

/** A function of its own, so that a reference which is kept keeps none of the others. */
function toReference({ names, from }: Scope, text: string, expected: readonly string[], { keys, home }: { keys: Path; home: Home }): Reference {
  const target = resolveReference({ names, from }, expected, text);
  return { from, path: keys.slice(), field: home.field, shape: home.shape, text, expected, target, known: () => knownNames({ names, from }, expected) };
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

const walkReferences = walkFor((type) => expectedBy(type) !== undefined);

function expectedBy(type: TypeExpression): readonly string[] | undefined {
  if (type.type === 'reference') return type.to;
  return type.type === 'scalar' ? syntaxes[type.name] : undefined;
}

/** An entry of a Directory is read as a spec of its own, without the header that it takes from its Directory. */
function isWrittenHere(spec: Spec, path: Path): boolean {
  if (spec.kind === 'Directory') return !entryFields.includes(String(path[0]));
  return spec.directory === undefined || valueAt(spec.document.value, spec.origin(path).path) !== undefined;
}
