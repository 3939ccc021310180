/** What tells the maps of a choice apart. */
import { fieldOf } from '../base/json.js';
import type { TypeExpression } from '../schema/language.js';
import { shapeOf } from '../schema/type-at.js';

/** True when no map of the choice has such keys, but the entries of its list have. */
export function belongsIntoList(type: TypeExpression, keys: readonly string[]): boolean {
  if (type.type !== 'union') return false;
  const has = (member: TypeExpression): boolean => member.type === 'object' && keys.every((key) => Object.hasOwn(shapeOf(member.shape), key));
  const entries = type.of.flatMap((member) => (member.type !== 'list' ? [] : member.of.type === 'union' ? member.of.of : [member.of]));
  return keys.length > 0 && !type.of.some(has) && entries.some(has);
}

/** How the maps of a choice are told apart: by a field that each must have and no other has. */
interface ObjectMarks {
  readonly all: readonly string[];
  readonly written: readonly string[];
  /** Every field of every map of the choice. */
  readonly fields: readonly string[];
}

export function objectMarks(choice: TypeExpression | undefined, value: unknown): ObjectMarks | undefined {
  const shapes = choice?.type === 'union' ? choice.of.flatMap((member) => (member.type === 'object' ? [shapeOf(member.shape)] : [])) : [];
  if (shapes.length < 2) return undefined;
  const all = shapes.flatMap((shape) => Object.keys(shape).find((key) => shape[key]!.required && shapes.every((other) => other === shape || other[key] === undefined)) ?? []);
  return { all, written: all.filter((mark) => fieldOf(value, mark) !== undefined), fields: shapes.flatMap((shape) => Object.keys(shape)) };
}
