import { isArray, isObject, type JsonValue, type Path } from '../base/json.js';
import { lazy } from '../base/lazy.js';
import { remembering } from '../base/remembering.js';
import { languageTable } from './generated/language-table.js';
import type { TypeExpression } from './language.js';
import { memberIn, shapeOf } from './type-at.js';

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
 * little costs little. What the language says of each field is worked out once, when the field is first met.
 */
export function walkFor(wanted: (type: TypeExpression) => boolean): TypedWalk {
  const leading = lazy(() => shapesThatLead(wanted));
  const fields = remembering((shape: string) => waysOfFields(plan, shape));
  const plan: Plan = { wanted, fields, leads: (shape) => leading().has(shape) };
  const start = remembering((kind: string) => wayOfDocument(plan, kind));
  return (kind, value, visit) => start(kind)?.(value as JsonValue, [], visit);
}

/** Goes through one value and what it holds. */
type Way = (value: JsonValue, keys: (string | number)[], visit: Visit) => void;

interface Plan {
  readonly wanted: (type: TypeExpression) => boolean;
  /** True for a shape that may hold something wanted. */
  readonly leads: (shape: string) => boolean;
  /** The fields of a shape behind which something wanted may stand. */
  readonly fields: (shape: string) => ReadonlyMap<string, Way>;
}

function wayOfDocument(plan: Plan, kind: string): Way | undefined {
  const type: TypeExpression = { type: 'object', shape: kind };
  return wayThrough(plan, type, { shape: kind, field: '', type });
}

function waysOfFields(plan: Plan, shape: string): ReadonlyMap<string, Way> {
  return new Map(fieldsOf(shape).flatMap(({ home }) => {
    const way = wayThrough(plan, home.type, home);
    return way === undefined ? [] : [[home.field, way] as const];
  }));
}

/** The way through a value of a type; `undefined` when nothing wanted can stand there. */
function wayThrough(plan: Plan, type: TypeExpression, home: Home): Way | undefined {
  if (type.type === 'union') return wayThroughChoice(plan, type, home);
  const inside = wayInside(plan, type, home);
  if (!plan.wanted(type)) return inside;
  return (value, keys, visit) => {
    visit(type, value, keys, home);
    inside?.(value, keys, visit);
  };
}

function wayThroughChoice(plan: Plan, choice: TypeExpression & { readonly type: 'union' }, home: Home): Way | undefined {
  const ways = new Map(choice.of.map((member) => [member, wayThrough(plan, member, home)]));
  if ([...ways.values()].every((way) => way === undefined)) return undefined;
  const member = memberIn(choice);
  return (value, keys, visit) => ways.get(member(value))?.(value, keys, visit);
}

function wayInside(plan: Plan, type: TypeExpression, home: Home): Way | undefined {
  if (type.type === 'object') return plan.leads(type.shape) ? throughFields(lazy(() => plan.fields(type.shape))) : undefined;
  const inner = type.type === 'list' || type.type === 'map' ? wayThrough(plan, type.of, home) : undefined;
  if (inner === undefined) return undefined;
  return type.type === 'list' ? throughList(inner) : throughMap(inner);
}

function throughFields(fields: () => ReadonlyMap<string, Way>): Way {
  return (value, keys, visit) => {
    if (!isObject(value)) return;
    const ways = fields();
    for (const field in value) {
      const way = ways.get(field);
      if (way !== undefined) enter(way, value[field]!, field, keys, visit);
    }
  };
}

function throughList(way: Way): Way {
  return (value, keys, visit) => {
    if (isArray(value)) for (let index = 0; index < value.length; index += 1) enter(way, value[index]!, index, keys, visit);
  };
}

function throughMap(way: Way): Way {
  return (value, keys, visit) => {
    if (isObject(value)) for (const key of Object.keys(value)) enter(way, value[key]!, key, keys, visit);
  };
}

function enter(way: Way, value: JsonValue, key: string | number, keys: (string | number)[], visit: Visit): void {
  keys.push(key);
  way(value, keys, visit);
  keys.pop();
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
