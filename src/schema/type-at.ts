import { isArray, isObject, type JsonValue, type Path } from '../base/json.js';
import { languageTable } from './generated/language-table.js';
import type { Field, Shape, TypeExpression } from './language.js';

/** Without a prototype, so that a key such as `constructor`, which a stranger may write, is no field. */
const shapes = new Map(Object.entries<Shape>(languageTable.shapes).map(([name, fields]) => [name, Object.assign(Object.create(null), fields) as Shape]));
const noFields = Object.create(null) as Shape;

/** The fields of a shape. */
export function shapeOf(name: string): Shape {
  return shapes.get(name) ?? noFields;
}

/** Of a choice of types, the one that a value of this form was meant to be. */
export function memberFor(type: TypeExpression, value: unknown): TypeExpression {
  if (type.type !== 'union') return type;
  const fitting = type.of.filter((member) => formOf(member).includes(jsonForm(value)));
  const objects = fitting.filter((member) => member.type === 'object');
  return objects.find((member) => hasOwnKey(member, objects, value)) ?? objects.at(-1) ?? fitting[0] ?? type.of[0] ?? type;
}

/** What stands at a path of a document: its type, and the shape and field that declare it. */
export interface Place {
  readonly type: TypeExpression;
  /** The type as it is declared, before one of a choice was taken for the value. */
  readonly choice: TypeExpression;
  /** Shape of the nearest enclosing object. */
  readonly shape: string;
  /** Name of the nearest enclosing field. */
  readonly field: string | undefined;
  readonly declared: Field | undefined;
}

/** Follows a path through the language and the value together. `undefined` when the language ends first. */
export function placeAt(kind: string, root: unknown, path: Path): Place | undefined {
  const document: TypeExpression = { type: 'object', shape: kind };
  let place: Place = { type: document, choice: document, shape: kind, field: undefined, declared: undefined };
  let value = root as JsonValue | undefined;
  for (const step of path) {
    const inner = stepInto(place, value, step);
    if (inner === undefined) return undefined;
    place = inner;
    value = isArray(value) ? value[Number(step)] : isObject(value) ? value[String(step)] : undefined;
  }
  return { ...place, type: memberFor(place.type, value), choice: place.type };
}

function stepInto(place: Place, value: unknown, step: string | number): Place | undefined {
  const type = memberFor(place.type, value);
  if (type.type === 'list' || type.type === 'map') return { ...place, type: type.of };
  if (type.type !== 'object') return undefined;
  const declared = shapeOf(type.shape)[String(step)];
  return declared && { type: declared.type, choice: declared.type, shape: type.shape, field: String(step), declared };
}

function jsonForm(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return isObject(value) ? 'object' : typeof value === 'number' ? 'number' : 'text';
}

const numeric = new Set(['Amount', 'Bound', 'Count', 'EffortScore', 'FeelingScore', 'Limit', 'MaterialVersion', 'Minimum', 'Money', 'Observed', 'ObservedCount', 'OneToFour', 'Percent', 'Rank', 'Share']);

function formOf(type: TypeExpression): readonly string[] {
  if (type.type === 'scalar') return numeric.has(type.name) ? ['number'] : ['text', 'number'];
  if (type.type === 'reference' || type.type === 'word') return ['text'];
  return type.type === 'list' ? ['list'] : ['object'];
}

function hasOwnKey(member: TypeExpression, others: readonly TypeExpression[], value: unknown): boolean {
  if (member.type !== 'object' || !isObject(value)) return false;
  const taken = new Set(others.flatMap((other) => (other.type === 'object' && other.shape !== member.shape ? Object.keys(shapeOf(other.shape)) : [])));
  return Object.keys(shapeOf(member.shape)).some((key) => !taken.has(key) && Object.hasOwn(value, key));
}
