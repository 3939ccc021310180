import { fieldOf, isObject, valueAt, type Path } from '../base/json.js';
import { placeAt } from './type-at.js';

/** A shape's name as people say it: `DataElement` is a data element. */
export function nounOf(shape: string): string {
  const special: { readonly [shape: string]: string } = { EmittedEvent: 'event', SlaTarget: 'target', JourneyRule: 'rule', Sla: 'SLA', Kpi: 'KPI', Edge: 'way to the next step', OverlayOperation: 'change of the overlay', DataCatalog: 'data catalogue' };
  const plain = shape.replace(/InDirectory$/, '');
  return special[plain] ?? plain.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

const namingFields = ['id', 'event', 'code', 'name', 'to', 'path', 'date'] as const;

/** The words by which an author knows an entry: its id, or what stands for one. */
export function nameOf(value: unknown): string | undefined {
  for (const key of namingFields) {
    const name = fieldOf(value, key);
    if (typeof name === 'string' && name !== '') return name;
  }
  return undefined;
}

/** Where something is, by names and never by positions: ``step `submit` ``, ``the `clock` of SLA `settled` ``. */
export function describePlace(kind: string, root: unknown, path: Path): string {
  for (let length = path.length; length > 0; length -= 1) {
    const value = valueAt(root, path.slice(0, length));
    const place = placeAt(kind, root, path.slice(0, length));
    const name = typeof path[length - 1] === 'string' ? mapName(kind, root, path, length) : nameOf(value);
    if (isObject(value) && name !== undefined && place?.type.type === 'object') return `${nounOf(place.type.shape)} \`${name}\``;
  }
  const name = nameOf(root);
  return name === undefined ? `this ${nounOf(kind)}` : `${nounOf(kind)} \`${name}\``;
}

/** The key of an entry of a map is its name; the key of a field is not. */
function mapName(kind: string, root: unknown, path: Path, length: number): string | undefined {
  const holder = placeAt(kind, root, path.slice(0, length - 1));
  return holder?.type.type === 'map' ? String(path[length - 1]) : undefined;
}
