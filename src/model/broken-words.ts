import type { Document } from '../load/document.js';

const declared = /(?:^|[\s{,-])(?:id|event|code|name):[ \t]*["']?([A-Za-z0-9][A-Za-z0-9._-]*)|^[ \t]*([A-Za-z0-9][A-Za-z0-9._-]*):/gm;

/**
 * Names that broken documents may declare: what stands after `id:`, `event:`, `code:` or `name:`, and every key. One typo
 * must not be told again at every place that refers to its document.
 */
export function wordsOf(broken: readonly Document[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { source, span } of broken) {
    for (const [, named, key] of source.text.slice(span.start, span.end).matchAll(declared)) words.add((named ?? key)!);
  }
  return words;
}
