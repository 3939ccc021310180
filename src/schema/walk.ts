import { isArray, isObject, type JsonValue, type Path } from '../base/json.js';
import type { Field, TypeExpression } from './language.js';
import { memberFor, shapeOf } from './type-at.js';

/** One value of a document with its type: a scalar, a reference, a word. */
export interface Leaf {
  readonly type: Exclude<TypeExpression, { type: 'object' | 'list' | 'map' | 'union' }>;
  readonly value: JsonValue;
  readonly path: Path;
  /** Shape and name of the nearest field. */
  readonly shape: string;
  readonly field: string;
  readonly declared: Field;
}

/** Calls `visit` for every leaf of a sound document, in the order of the file. */
export function walkLeaves(kind: string, value: unknown, visit: (leaf: Leaf) => void): void {
  walkObject(kind, value, [], visit);
}

function walkObject(shape: string, value: unknown, path: Path, visit: (leaf: Leaf) => void): void {
  if (!isObject(value)) return;
  const fields = shapeOf(shape);
  for (const [field, inner] of Object.entries(value)) {
    const declared = fields[field];
    if (declared !== undefined) walkValue(declared.type, inner, [...path, field], { shape, field, declared }, visit);
  }
}

function walkValue(type: TypeExpression, value: JsonValue, path: Path, at: Pick<Leaf, 'shape' | 'field' | 'declared'>, visit: (leaf: Leaf) => void): void {
  const member = memberFor(type, value);
  switch (member.type) {
    case 'object':
      walkObject(member.shape, value, path, visit);
      break;
    case 'list':
      if (isArray(value)) for (const [index, each] of value.entries()) walkValue(member.of, each, [...path, index], at, visit);
      break;
    case 'map':
      if (isObject(value)) for (const [key, each] of Object.entries(value)) walkValue(member.of, each, [...path, key], at, visit);
      break;
    case 'union':
      break;
    default:
      visit({ type: member, value, path, ...at });
  }
}
