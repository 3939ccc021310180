/** What a document holds once it is read: plain JSON data, never a Date, Map, Set or buffer. */
export type JsonValue = string | number | boolean | null | JsonArray | JsonObject;
/** A list of plain JSON data. */
export type JsonArray = readonly JsonValue[];
/** A map of plain JSON data. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** The way from a document's root to a value: keys of maps and positions in lists. */
export type Path = readonly (string | number)[];

/** A path inside another. Unlike a list that is spread, the result keeps no room for more, and there are many paths. */
export function below(path: Path, ...steps: Path): Path {
  return path.concat(steps);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isArray(value: unknown): value is JsonArray {
  return Array.isArray(value);
}

/** The value's own field; `undefined` when the value is no map or has no such key of its own. */
export function fieldOf(value: unknown, key: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The value at a path, or `undefined` when the way ends early. */
export function valueAt(root: unknown, path: Path): JsonValue | undefined {
  let value = root as JsonValue | undefined;
  for (const key of path) {
    value = typeof key === 'number' && isArray(value) ? value[key] : fieldOf(value, String(key));
    if (value === undefined) return undefined;
  }
  return value;
}

/** The same with another value at a path, or without what stands there where the value is `undefined`. */
export function withValueAt(root: JsonValue, [key, ...rest]: Path, value: JsonValue | undefined): JsonValue {
  if (key === undefined) return value!;
  if (isArray(root)) return value === undefined && rest.length === 0 ? root.toSpliced(Number(key), 1) : root.with(Number(key), withValueAt(root[Number(key)]!, rest, value));
  const { [key]: old, ...kept } = root as JsonObject;
  return value === undefined && rest.length === 0 ? kept : { ...(root as JsonObject), [key]: withValueAt(old!, rest, value) };
}

/** True when both say the same. The order of keys says nothing, the order of a list does. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isArray(a) && isArray(b)) return a.length === b.length && a.every((each, index) => sameJson(each, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]));
}
