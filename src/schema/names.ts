import { fieldOf, isObject, valueAt, type Path } from '../base/json.js';
import { count, excerpt } from '../base/words.js';
import { placeAt } from './type-at.js';

/** A shape's name as people say it: `DataElement` is a data element. */
export function nounOf(shape: string): string {
  const special: { readonly [shape: string]: string } = { EmittedEvent: 'event', SlaTarget: 'target', JourneyRule: 'rule', Sla: 'SLA', Kpi: 'KPI', Edge: 'way to the next step', OverlayOperation: 'change of the overlay', DataCatalog: 'data catalogue' };
  const plain = shape.replace(/InDirectory$/, '');
  return special[plain] ?? plain.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

/** So many documents of a kind: `3 journeys`, `2 policies`. */
export function countOf(n: number, kind: string): string {
  const noun = nounOf(kind);
  return count(n, noun, `${noun.replace(/(?<![aeiou])y$/, 'ie')}s`);
}

const namingFields = ['id', 'event', 'code', 'name', 'to', 'path', 'date', 'variable', 'metric', 'lifecycle', 'language', 'audience', 'role', 'rule', 'evidence', 'contract', 'step', 'from'] as const;

/** The words by which an author knows an entry: its id, or what stands for one. */
export function nameOf(value: unknown): string | undefined {
  const field = namingFieldOf(value);
  return field === undefined ? undefined : (fieldOf(value, field) as string);
}

/** The field that an author knows an entry by. */
export function namingFieldOf(value: unknown): string | undefined {
  return namingFields.find((field) => {
    const name = fieldOf(value, field);
    return typeof name === 'string' && name !== '';
  });
}

/** The nearest holder with a name, by that name and never by its position: ``step `submit` ``, ``SLA `settled` ``. */
export function describePlace(kind: string, root: unknown, path: Path): string {
  const length = namedLength(kind, root, path);
  return length === 0 ? describeRoot(kind, root) : describeNamed(kind, root, path.slice(0, length));
}

/** The value itself: after its nearest holder with a name come the fields on the way, ``the `percent` of the `promise` of step `call` ``. */
export function describeValue(kind: string, root: unknown, path: Path): string {
  const length = namedLength(kind, root, path);
  const holder = describePlace(kind, root, path);
  return path.slice(length).reduce<string>((place, step) => (typeof step === 'string' ? `the \`${excerpt(step)}\` of ${place}` : `an entry of ${place}`), holder);
}

/** How far a path leads to something that has a name. */
function namedLength(kind: string, root: unknown, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    if (nameAt(kind, root, path.slice(0, length)) !== undefined) return length;
  }
  return 0;
}

function nameAt(kind: string, root: unknown, path: Path): string | undefined {
  const value = valueAt(root, path);
  if (!isObject(value) || placeAt(kind, root, path)?.type.type !== 'object') return undefined;
  return typeof path.at(-1) === 'string' ? mapName(kind, root, path, path.length) : nameOf(value);
}

function describeNamed(kind: string, root: unknown, path: Path): string {
  const type = placeAt(kind, root, path)?.type;
  const name = excerpt(nameAt(kind, root, path) ?? '');
  const shape = type?.type === 'object' ? type.shape : kind;
  return shape === 'Edge' ? `the way${beginning(kind, root, path.slice(0, -1))} to \`${name}\`` : `${nounOf(shape)} \`${name}\``;
}

/** The step that a way leaves: many lead to the same one. */
function beginning(kind: string, root: unknown, path: Path): string {
  const length = namedLength(kind, root, path);
  return length === 0 ? '' : ` from \`${excerpt(nameAt(kind, root, path.slice(0, length)) ?? '')}\``;
}

function describeRoot(kind: string, root: unknown): string {
  const name = nameOf(root);
  return name === undefined ? `this ${nounOf(kind)}` : `${nounOf(kind)} \`${excerpt(name)}\``;
}

/** The key of an entry of a map is its name; the key of a field is not. */
function mapName(kind: string, root: unknown, path: Path, length: number): string | undefined {
  const holder = placeAt(kind, root, path.slice(0, length - 1));
  return holder?.type.type === 'map' ? String(path[length - 1]) : undefined;
}
