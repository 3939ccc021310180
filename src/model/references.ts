import type { Coordinate } from '../base/diagnostic.js';
import { valueAt, type Path } from '../base/json.js';
import type { TypeExpression } from '../schema/language.js';
import { walkFor, type Home } from '../schema/walk.js';
import { entryFields } from './read-specs.js';
import { coordinateOfTarget, knownNames, resolverOf, scopeOf, type Asked, type Names, type Target } from './resolve.js';
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
  return chosenReferences(spec, names, () => true);
}

/** Those references of a spec that are wanted. Every one is asked about; few are put together. */
export function chosenReferences(spec: Spec, names: Names, isWanted: Asked<boolean>): readonly Reference[] {
  const chosen: Reference[] = [];
  const scope = scopeOf(spec, names);
  walkReferences(spec.kind, spec.value, (type, text, keys, home) => {
    if (typeof text !== 'string' || !isWrittenHere(spec, keys)) return;
    const expected = expectedBy(type)!;
    if (isWanted(scope, expected, text)) chosen.push(new WrittenReference(names, spec, keys.slice(), home, text, expected, resolverOf(names)(scope, expected, text)));
  });
  return chosen;
}

class WrittenReference implements Reference {
  constructor(
    private readonly names: Names,
    readonly from: Spec,
    readonly path: Path,
    private readonly home: Home,
    readonly text: string,
    readonly expected: readonly string[],
    private readonly leadsTo: Target | undefined,
  ) {}

  get target(): Coordinate | undefined {
    return this.leadsTo && coordinateOfTarget(this.leadsTo);
  }

  get field(): string {
    return this.home.field;
  }

  get shape(): string {
    return this.home.shape;
  }

  known(): readonly string[] {
    return knownNames(scopeOf(this.from, this.names), this.expected);
  }
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
