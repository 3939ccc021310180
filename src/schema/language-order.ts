import { isArray, isObject, type JsonValue } from '../base/json.js';
import type { KindName } from './generated/language-table.js';
import type { TypeExpression } from './language.js';
import { memberFor, shapeOf } from './type-at.js';

/**
 * A document, or a part of one, in an order that its author had no part in: fields as the language declares them; names of maps, and what the language does
 * not know, by name.
 */
export function inLanguageOrder<Value extends object>(shape: KindName | 'EmittedEvent', value: Value): Value {
  return ordered({ type: 'object', shape }, value as JsonValue) as Value;
}

function ordered(type: TypeExpression | undefined, value: JsonValue): JsonValue {
  const own = type && memberFor(type, value);
  if (isArray(value)) return value.map((entry) => ordered(own?.type === 'list' ? own.of : undefined, entry));
  if (!isObject(value)) return value;
  const typeOf = (name: string): TypeExpression | undefined => (own?.type === 'object' ? shapeOf(own.shape)[name]?.type : own?.type === 'map' ? own.of : undefined);
  return Object.fromEntries(namesOf(own, Object.keys(value)).map((name) => [name, ordered(typeOf(name), value[name]!)]));
}

function namesOf(type: TypeExpression | undefined, names: readonly string[]): readonly string[] {
  const ranks = new Map(type?.type === 'object' ? Object.keys(shapeOf(type.shape)).map((name, rank) => [name, rank]) : []);
  const rank = (name: string): number => ranks.get(name) ?? ranks.size;
  return names.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
