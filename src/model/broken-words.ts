import { lazy } from '../base/lazy.js';
import { bareName } from '../base/paths.js';
import type { Document } from '../load/document.js';
import { asId } from '../load/scalar-hints.js';
import { languageTable } from '../schema/generated/language-table.js';

/** A word that nothing is said of is taken as well, whole: else it would be read anew from each of its hyphens on, and a long one would take minutes. */
const named = /(?<=^|[\s{,-])([A-Za-z][A-Za-z0-9-]*)(?::[ \t"'[]*([^"',{}[\]\n]+))?/gm;
const keys = /(?:^[ \t]*(?:- )?|[{,][ \t]*)([A-Za-z0-9][A-Za-z0-9._-]*):/gm;

/**
 * Names that broken documents may declare: every key, and what stands after `id:`, `event:`, `code:` or `name:`, or after a key
 * that is no field and may be one of these misspelt. One typo must not be told again at every place that refers to its
 * document. A malformed id counts as the id it was meant to be, and a missing one as what most likely stood there.
 */
export function wordsOf(broken: readonly Document[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const document of broken) {
    const text = textOf(document);
    for (const [, key, name] of text.matchAll(named)) if (name !== undefined && isNaming(key!)) words.add(name.trim()).add(asId(name));
    for (const [, key] of text.matchAll(keys)) words.add(key!);
    if (!hasId(document)) for (const name of likelyIds(document)) words.add(name);
  }
  return words;
}

function textOf({ source, span }: Document): string {
  return source.text.slice(span.start, span.end);
}

/** Of a document that could not be read there is only its text. */
function hasId(document: Document): boolean {
  return typeof document.value['id'] === 'string' || /^id:[ \t]*[^\s#]/m.test(textOf(document));
}

/** A document is mostly called like its file or like its title. */
function likelyIds({ source, value }: Document): readonly string[] {
  const { title } = value;
  return [bareName(source.uri), ...(typeof title === 'string' ? [asId(title)] : [])];
}

const naming: readonly string[] = ['id', 'event', 'code', 'name'];
const fields = lazy(() => new Set(Object.values(languageTable.shapes).flatMap((shape) => Object.keys(shape))));

function isNaming(key: string): boolean {
  return naming.includes(key) || !isField(key);
}

/** True for the name of some field of the language. */
export function isField(key: string): boolean {
  return fields().has(key);
}
