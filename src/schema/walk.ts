import { isArray, isObject, type JsonValue, type Path } from '../base/json.js';
import { lazy } from '../base/lazy.js';
import { remembering } from '../base/remembering.js';
import { languageTable } from './generated/language-table.js';
import type { TypeExpression } from './language.js';
import { memberFor, shapeOf } from './type-at.js';

/** The nearest field that a value belongs to, and the shape that declares it. */
export interface Home {
  readonly shape: string;
  readonly field: string;
  readonly type: TypeExpression;
}

/** Called for each wanted value. `keys` is the way to it and changes as the walk goes on: copy it to keep it. */
export type Visit = (type: TypeExpression, value: JsonValue, keys: Path, home: Home) => void;

/** Visits every wanted value of a sound document, the holder before what it holds. */
export type TypedWalk = (kind: string, value: unknown, visit: Visit) => void;

/**
 * A walk over values of some types only. Parts of the language that can hold none are never entered, so that asking for
 * little costs little.
 */
export function walkFor(wanted: (type: TypeExpression) => boolean): TypedWalk {
  const routes = lazy(() => routesTo(wanted));
  return (kind, value, visit) => {
    const document: TypeExpression = { type: 'object', shape: kind };
    walkValue({ wanted, routes: routes(), visit, keys: [] }, document, value as JsonValue, { shape: kind, field: '', type: document });
  };
}

/** For each shape, the fields behind which something wanted may stand. A shape is looked at when it is first met. */
type Routes = (shape: string) => ReadonlyMap<string, Home>;

interface Walk {
  readonly wanted: (type: TypeExpression) => boolean;
  readonly routes: Routes;
  readonly visit: Visit;
  readonly keys: (string | number)[];
}

function walkValue(walk: Walk, type: TypeExpression, value: JsonValue, home: Home): void {
  const member = memberFor(type, value);
  if (walk.wanted(member)) walk.visit(member, value, walk.keys, home);
  if (member.type === 'object' && isObject(value)) walkFields(walk, walk.routes(member.shape), value);
  else if (member.type === 'list' && isArray(value)) for (let index = 0; index < value.length; index += 1) walkInner(walk, member.of, value[index]!, index, home);
  else if (member.type === 'map' && isObject(value)) for (const key of Object.keys(value)) walkInner(walk, member.of, value[key]!, key, home);
}

function walkFields(walk: Walk, homes: ReadonlyMap<string, Home>, value: { readonly [key: string]: JsonValue }): void {
  if (homes.size === 0) return;
  for (const field of Object.keys(value)) {
    const home = homes.get(field);
    if (home !== undefined) walkInner(walk, home.type, value[field]!, field, home);
  }
}

function walkInner(walk: Walk, type: TypeExpression, value: JsonValue, key: string | number, home: Home): void {
  walk.keys.push(key);
  walkValue(walk, type, value, home);
  walk.keys.pop();
}

function routesTo(wanted: (type: TypeExpression) => boolean): Routes {
  const leading = shapesThatLead(wanted);
  return remembering((shape) => new Map(fieldsOf(shape).filter((field) => leads(field, wanted, leading)).map(({ home }) => [home.field, home])));
}

function leads({ types, shapes }: FieldTypes, wanted: (type: TypeExpression) => boolean, leading: ReadonlySet<string>): boolean {
  return types.some(wanted) || shapes.some((shape) => leading.has(shape));
}

/** Whatever holds a shape that leads to something wanted leads there too. */
function shapesThatLead(wanted: (type: TypeExpression) => boolean): ReadonlySet<string> {
  const leading = new Set(Object.keys(languageTable.shapes).filter((shape) => fieldsOf(shape).some(({ types }) => types.some(wanted))));
  for (const shape of leading) for (const holder of holders().get(shape) ?? []) leading.add(holder); // a set that grows is read to its end
  return leading;
}

/** A field with every type that a value of it, or an entry of its lists and maps, may have. */
interface FieldTypes {
  readonly home: Home;
  readonly types: readonly TypeExpression[];
  /** Names of the shapes among them. */
  readonly shapes: readonly string[];
}

const fieldsOf = remembering((shape: string): readonly FieldTypes[] => Object.entries(shapeOf(shape)).map(([field, { type }]) => fieldTypes({ shape, field, type })));

function fieldTypes(home: Home): FieldTypes {
  const types = [home.type];
  for (const type of types) {
    if (type.type === 'union') types.push(...type.of);
    else if (type.type === 'list' || type.type === 'map') types.push(type.of);
  }
  return { home, types, shapes: types.flatMap((type) => (type.type === 'object' ? [type.shape] : [])) };
}

/** For each shape, those that hold it. */
const holders = lazy(() => {
  const found = new Map<string, Set<string>>();
  for (const holder of Object.keys(languageTable.shapes)) {
    for (const shape of fieldsOf(holder).flatMap(({ shapes }) => shapes)) found.set(shape, (found.get(shape) ?? new Set()).add(holder));
  }
  return found;
});
