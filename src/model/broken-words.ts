import type { Document } from '../load/document.js';

const named = /(?:^|[\s{,-])(?:id|event|code|name):[ \t]*["']?([^"',}\]\n]+)/gm;
const keys = /(?:^[ \t]*(?:- )?|[{,][ \t]*)([A-Za-z0-9][A-Za-z0-9._-]*):/gm;

/**
 * Names that broken documents may declare: what stands after `id:`, `event:`, `code:` or `name:`, and every key. One typo
 * must not be told again at every place that refers to its document. A malformed id counts as the id it was meant to be.
 */
export function wordsOf(broken: readonly Document[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { source, span } of broken) {
    const text = source.text.slice(span.start, span.end);
    for (const [, name] of text.matchAll(named)) words.add(name!.trim()).add(plainId(name!));
    for (const [, key] of text.matchAll(keys)) words.add(key!);
  }
  return words;
}

/** `Motor Claim` and `motor_claim` were meant to be `motor-claim`. */
function plainId(name: string): string {
  return name.trim().toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
