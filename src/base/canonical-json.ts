import { isArray, isObject, type JsonValue } from './json.js';

/**
 * JSON with the keys of every map in the order of their code units and no space in it, as RFC 8785 has it: equal values are equal texts.
 * Numbers and texts are written as the language itself writes them, which is what that RFC asks for, so no library is needed.
 * What comes from elsewhere and is to be hashed is first asked {@link whyNotCanonical}.
 */
export function canonicalJson(value: JsonValue): string {
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key]!)}`).join(',')}}`;
}

/** Deeper than any document may be, and far from where a stack ends. */
const deepest = 512;

/**
 * Why a value has no canonical form: it would be written as something else than it is, as with a `Map` that becomes `{}`, or not at
 * all. `undefined` where it has one, which is so for all plain JSON data whose texts are sound Unicode.
 */
export function whyNotCanonical(value: unknown, depth = 0): string | undefined {
  if (depth > deepest) return `it is nested deeper than ${deepest} levels`;
  switch (typeof value) {
    case 'boolean':
      return undefined;
    case 'string':
      return hasLoneSurrogate(value) ? 'a text holds half of a character' : undefined;
    case 'number':
      return Number.isFinite(value) ? undefined : 'a number is none or has no end';
    case 'object':
      return value === null ? undefined : whyNoPlainData(value, depth);
    default:
      return `${typeof value} is no JSON`;
  }
}

function whyNoPlainData(value: object, depth: number): string | undefined {
  if (Array.isArray(value)) return firstReason(Array.from(value), depth);
  if (![Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)) return 'a thing is neither a map nor a list';
  return firstReason(Object.entries(value).flat(), depth);
}

function firstReason(values: readonly unknown[], depth: number): string | undefined {
  for (const value of values) {
    const reason = whyNotCanonical(value, depth + 1);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Read by characters, only a half without its other half is a surrogate. */
function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
