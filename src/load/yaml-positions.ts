import type { Path } from '../base/json.js';
import type { SourceText, Span } from '../base/source.js';
import { limits } from './limits.js';
import { placesInYaml, type Place } from './places.js';
import { placesInPlainYaml } from './plain-yaml.js';
import { nextMark, type Range } from './yaml-events.js';

/** Which part of an entry is meant: its key, its value, or the value with the key where the value is empty. */
export type Part = 'key' | 'value';

/**
 * Finds where the value at a path stands. Parses the text again: good files never pay for positions.
 * When the way ends early, the nearest enclosing value is meant.
 */
export function locateInYaml(source: SourceText, document: number, path: Path, part: Part): Span {
  const { start, end } = rangeAt(placeOf(source, document), path, part);
  return { source, start, end };
}

/** How many documents a text has, empty ones included. */
export function documentsIn(source: SourceText): number {
  return placesInYaml(source, source.text).length;
}

function rangeAt(root: Place | undefined, path: Path, part: Part): Range {
  let place = root;
  let found: Range = root ?? { start: 0, end: 0 };
  for (const [index, step] of path.entries()) {
    const entry = place?.entries?.get(String(step));
    place = entry?.value ?? place?.items?.[Number(step)];
    if (place === undefined) return found;
    found = entry !== undefined && part === 'key' && index === path.length - 1 ? entry.key : place;
  }
  return found;
}

/** What was read of a text, document by document. */
interface Reading {
  /** Offsets at which documents begin; nothing where only the whole text tells. */
  readonly starts: readonly number[] | undefined;
  readonly places: Map<number, Place | undefined>;
}

/** Texts whose positions are remembered, the one asked for last at the end. A finding and what it points to often stand in two files. */
const remembered = new Map<SourceText, Reading>();
/** Characters of the texts that are remembered: enough for many files, and little memory. */
const mostRemembered = 8 * limits.fileBytes;
let charactersRemembered = 0;

/** Documents of one text that are read alone. Reading all of many so would go over the text before them again each time. */
const mostAlone = 8;

/** The value that a document holds. Of many documents in one text, only this one is read, until too many were asked for. */
function placeOf(source: SourceText, document: number): Place | undefined {
  const { starts, places } = readingOf(source);
  if (places.has(document)) return places.get(document);
  const alone = starts !== undefined && places.size < mostAlone;
  const own = alone ? placesIn(source, onlyDocument(source.text, starts, document)) : [];
  if (own.length === 1) places.set(document, own[0]);
  else for (const [index, place] of placesIn(source, source.text).entries()) places.set(index, place);
  return places.get(document);
}

function placesIn(source: SourceText, text: string): readonly Place[] {
  return placesInPlainYaml(text) ?? placesInYaml(source, text);
}

function readingOf(source: SourceText): Reading {
  const known = remembered.get(source);
  remembered.delete(source);
  const reading = known ?? { starts: documentStarts(source.text), places: new Map() };
  remembered.set(source, reading);
  if (known === undefined) forgetOldest(source);
  return reading;
}

function forgetOldest(latest: SourceText): void {
  charactersRemembered += latest.text.length;
  for (const oldest of remembered.keys()) {
    if (charactersRemembered <= mostRemembered || oldest === latest) break;
    remembered.delete(oldest);
    charactersRemembered -= oldest.text.length;
  }
}

/** Where the documents of a text begin: at each line of three dashes, and before the first where more than comments stands there. */
function documentStarts(text: string): readonly number[] | undefined {
  if (/(?:^|\n)(?:%|\.\.\.)|\r(?!\n)|\ufeff/.test(text)) return undefined;
  const dashes = [...text.matchAll(/(?:^|(?<=\n))---(?=[ \t\r\n]|$)/g)].map(({ index }) => index);
  return nextMark(text, 0) < (dashes[0] ?? Infinity) ? [0, ...dashes] : dashes;
}

/** One document alone, at its offset: what is before it is blank. */
function onlyDocument(text: string, starts: readonly number[], document: number): string {
  const start = starts[document] ?? text.length;
  return (start === 0 ? '' : `${' '.repeat(start - 1)}\n`) + text.slice(start, starts[document + 1]);
}
