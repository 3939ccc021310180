import { isObject, type JsonObject, type JsonValue, type Path } from '../base/json.js';
import { nearest } from '../base/words.js';
import { complaintsAbout } from '../load/check-schema.js';
import type { Document } from '../load/document.js';
import { limits } from '../load/limits.js';
import type { Policy } from '../schema/kinds/policy.js';
import { shapeOf } from '../schema/type-at.js';

/** What can be read of a Policy that has faults. */
export interface SoundPart {
  readonly value: Partial<Policy>;
  /** True when a field that is not in `value` may have been meant to be there. */
  isLost(field: keyof Policy): boolean;
}

/**
 * The fields of a broken Policy in which nothing is wrong. One slip must not change what is asked of every other document.
 * A misspelt field counts as the field that its finding asks about.
 */
export function soundPartOf(document: Document): SoundPart {
  const written = withMeantNames(document.value);
  const faults = faultsOf(written);
  const isParsed = faults.length < limits.problemsPerFile && Object.keys(written).length > 0;
  const trimmed = isParsed ? faults.reduce(withoutFaulty, written) : {};
  const value = faultsOf(trimmed).reduce(withoutField, trimmed);
  const lost = new Set(faults.map(([field]) => String(field)));
  const hasUnknown = [...lost].some((field) => !isField(field));
  return { value: value as Partial<Policy>, isLost: (field) => value[field] === undefined && (!isParsed || hasUnknown || lost.has(field)) };
}

function isField(name: string): boolean {
  return Object.hasOwn(shapeOf('Policy'), name);
}

function withMeantNames(value: JsonObject): JsonObject {
  const open = Object.keys(shapeOf('Policy')).filter((field) => !Object.hasOwn(value, field));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [isField(key) ? key : (nearest(key, open) ?? key), each]));
}

/** Where something is wrong that is written: what is missing leaves the rest as it is. */
function faultsOf(value: JsonObject): readonly Path[] {
  return complaintsAbout({ kind: 'Policy', value }).map(({ path }) => path).filter((path) => path.length > 0);
}

/** Of a map of named values, the faulty entry alone is left out. */
function withoutFaulty(value: JsonObject, path: Path): JsonObject {
  const [field, name] = path;
  const holder = value[String(field)];
  if (typeof name !== 'string' || !isObject(holder)) return withoutField(value, path);
  return { ...value, [String(field)]: without(holder, name) };
}

function withoutField(value: JsonObject, [field]: Path): JsonObject {
  return without(value, String(field));
}

function without(value: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)) as { readonly [key: string]: JsonValue };
}
