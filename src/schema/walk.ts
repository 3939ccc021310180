import { isArray, isObject, type JsonValue, type Path } from '../base/json.js';
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
  let routes: Routes | undefined;
  return (kind, value, visit) => {
    routes ??= routesTo(wanted);
    const document: TypeExpression = { type: 'object', shape: kind };
    walkValue({ wanted, routes, visit, keys: [] }, document, value as JsonValue, { shape: kind, field: '', type: document });
  };
}

/** For each shape, the fields behind which something wanted may stand. */
type Routes = ReadonlyMap<string, ReadonlyMap<string, Home>>;

interface Walk {
  readonly wanted: (type: TypeExpression) => boolean;
  readonly routes: Routes;
  readonly visit: Visit;
  readonly keys: (string | number)[];
}

function walkValue(walk: Walk, type: TypeExpression, value: JsonValue, home: Home): void {
  const member = memberFor(type, value);
  if (walk.wanted(member)) walk.visit(member, value, walk.keys, home);
  if (member.type === 'object' && isObject(value)) walkFields(walk, walk.routes.get(member.shape), value);
  else if (member.type === 'list' && isArray(value)) for (let index = 0; index < value.length; index += 1) walkInner(walk, member.of, value[index]!, index, home);
  else if (member.type === 'map' && isObject(value)) for (const key of Object.keys(value)) walkInner(walk, member.of, value[key]!, key, home);
}

function walkFields(walk: Walk, homes: ReadonlyMap<string, Home> | undefined, value: { readonly [key: string]: JsonValue }): void {
  if (homes === undefined) return;
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
  const homes = (shape: string): readonly (readonly [string, Home])[] => fieldTypes(shape).flatMap(([field, type]) => (leads(wanted, leading, type) ? [[field, { shape, field, type }] as const] : []));
  return new Map([...leading].map((shape) => [shape, new Map(homes(shape))]));
}

const shapeNames: readonly string[] = Object.keys(languageTable.shapes).toReversed();

/** Shapes may hold themselves, so the set grows until nothing is added. */
function shapesThatLead(wanted: (type: TypeExpression) => boolean): ReadonlySet<string> {
  const leading = new Set<string>();
  for (let before = -1; before < leading.size; ) {
    before = leading.size;
    for (const shape of shapeNames) if (!leading.has(shape) && fieldTypes(shape).some(([, type]) => leads(wanted, leading, type))) leading.add(shape);
  }
  return leading;
}

function leads(wanted: (type: TypeExpression) => boolean, leading: ReadonlySet<string>, type: TypeExpression): boolean {
  return wanted(type) || (type.type === 'object' && leading.has(type.shape)) || innerTypes(type).some((inner) => leads(wanted, leading, inner));
}

type FieldTypes = readonly (readonly [string, TypeExpression])[];

const typesOfFields = new Map<string, FieldTypes>();

/** Asked for again and again while the sets grow. */
function fieldTypes(shape: string): FieldTypes {
  const known = typesOfFields.get(shape) ?? Object.entries(shapeOf(shape)).map(([field, { type }]) => [field, type] as const);
  typesOfFields.set(shape, known);
  return known;
}

function innerTypes(type: TypeExpression): readonly TypeExpression[] {
  if (type.type === 'union') return type.of;
  return type.type === 'list' || type.type === 'map' ? [type.of] : [];
}
