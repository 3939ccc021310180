import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import { fieldOf, isArray, isObject, type JsonObject, type JsonValue } from './json.js';

/** `sha256:` and 64 hexadecimal digits. */
export type Digest = `sha256:${string}`;

/** Of the bytes of a file, as `sha256sum` has it. */
export function sourceDigest(bytes: Uint8Array): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/**
 * Of what a document says, whatever its layout: the canonical JSON (RFC 8785) of its values as they are written, without anything that applies by
 * default. A list in which every entry is a map with an `id` of its own counts as a map of its entries by these ids, so that their order says nothing;
 * any other list stays in order.
 */
export function contentDigest(value: unknown): Digest {
  return sourceDigest(new TextEncoder().encode(contentText(value)));
}

/** The text that {@link contentDigest} is of. */
export function contentText(value: unknown): string {
  return canonicalJson(listsById(value as JsonValue));
}

function listsById(value: JsonValue): JsonValue {
  if (isObject(value)) return mapped(Object.entries(value));
  if (!isArray(value)) return value;
  const ids = value.map((entry) => fieldOf(entry, 'id'));
  const isKeyed = ids.length > 0 && ids.every((id) => typeof id === 'string') && new Set(ids).size === ids.length;
  return isKeyed ? mapped(value.map((entry, at) => [ids[at] as string, entry])) : value.map(listsById);
}

/** Without a prototype, so that a key such as `__proto__` is one like any other. */
function mapped(entries: readonly (readonly [string, JsonValue])[]): JsonObject {
  const map = Object.create(null) as { [key: string]: JsonValue };
  for (const [key, value] of entries) map[key] = listsById(value);
  return map;
}
