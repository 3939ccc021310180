import { lazy } from '../base/lazy.js';
import type { Document } from '../load/document.js';
import { languageTable } from '../schema/generated/language-table.js';

const named = /(?<=^|[\s{,-])([A-Za-z][A-Za-z0-9-]*):[ \t"'[]*([^"',{}[\]\n]+)/gm;
const keys = /(?:^[ \t]*(?:- )?|[{,][ \t]*)([A-Za-z0-9][A-Za-z0-9._-]*):/gm;

/**
 * Names that broken documents may declare: every key, and what stands after `id:`, `event:`, `code:` or `name:`, or after a key
 * that is no field and may be one of these misspelt. One typo must not be told again at every place that refers to its
 * document. A malformed id counts as the id it was meant to be.
 */
export function wordsOf(broken: readonly Document[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { source, span } of broken) {
    const text = source.text.slice(span.start, span.end);
    for (const [, key, name] of text.matchAll(named)) if (isNaming(key!)) words.add(name!.trim()).add(plainId(name!));
    for (const [, key] of text.matchAll(keys)) words.add(key!);
  }
  return words;
}

const naming: readonly string[] = ['id', 'event', 'code', 'name'];
const fields = lazy(() => new Set(Object.values(languageTable.shapes).flatMap((shape) => Object.keys(shape))));

function isNaming(key: string): boolean {
  return naming.includes(key) || !fields().has(key);
}

/** `Motor Claim` and `motor_claim` were meant to be `motor-claim`. */
function plainId(name: string): string {
  return name.trim().toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
