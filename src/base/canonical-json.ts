import { isArray, isObject, type JsonValue } from './json.js';

/** JSON with the keys of every map in the order of their code units and no space in it, as RFC 8785 has it: equal values are equal texts. */
export function canonicalJson(value: JsonValue): string {
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key]!)}`).join(',')}}`;
}
