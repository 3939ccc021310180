import type { Path } from '../base/json.js';
import { sourceText, type SourceText, type Span } from '../base/source.js';
import { limits } from './limits.js';
import { COLLECTION_STYLE, EVENT_ID, getScalarValue, isEmptyScalar, nextMark, parseYaml, rangeOf, type Event, type Range } from './yaml-events.js';

/** Which part of an entry is meant: its key, its value, or the value with the key where the value is empty. */
export type Part = 'key' | 'value';

/**
 * Finds where the value at a path stands. Parses the text again: good files never pay for positions.
 * When the way ends early, the nearest enclosing value is meant.
 */
export function locateInYaml(source: SourceText, document: number, path: Path, part: Part): Span {
  const { start, end } = rangeAt(nodeOf(source, document), path, part);
  return { source, start, end };
}

/** How many documents a text has, empty ones included. */
export function documentsIn(source: SourceText): number {
  return nodesIn(source, source.text).length;
}

/** A value with where it stands and what it holds. */
interface Node extends Range {
  readonly entries?: ReadonlyMap<string, Entry>;
  readonly items?: readonly Node[];
}

interface Entry {
  readonly key: Range;
  readonly value: Node;
}

function rangeAt(root: Node | undefined, path: Path, part: Part): Range {
  let node = root;
  let found: Range = root ?? { start: 0, end: 0 };
  for (const [index, step] of path.entries()) {
    const entry = node?.entries?.get(String(step));
    node = entry?.value ?? node?.items?.[Number(step)];
    if (node === undefined) return found;
    found = entry !== undefined && part === 'key' && index === path.length - 1 ? entry.key : node;
  }
  return found;
}

/** What was read of a text, document by document. */
interface Reading {
  /** Offsets at which documents begin; nothing where only the whole text tells. */
  readonly starts: readonly number[] | undefined;
  readonly nodes: Map<number, Node | undefined>;
}

/** Texts whose positions are remembered, the one asked for last at the end. A finding and what it points to often stand in two files. */
const remembered = new Map<SourceText, Reading>();
/** Characters of the texts that are remembered: enough for many files, and little memory. */
const mostRemembered = 8 * limits.fileBytes;
let charactersRemembered = 0;

/** Documents of one text that are read alone. Reading all of many so would go over the text before them again each time. */
const mostAlone = 8;

/** The value that a document holds. Of many documents in one text, only this one is read, until too many were asked for. */
function nodeOf(source: SourceText, document: number): Node | undefined {
  const { starts, nodes } = readingOf(source);
  if (nodes.has(document)) return nodes.get(document);
  const alone = starts !== undefined && nodes.size < mostAlone;
  const own = alone ? nodesIn(source, onlyDocument(source.text, starts, document)) : [];
  if (own.length === 1) nodes.set(document, own[0]);
  else for (const [index, node] of nodesIn(source, source.text).entries()) nodes.set(index, node);
  return nodes.get(document);
}

function readingOf(source: SourceText): Reading {
  const known = remembered.get(source);
  remembered.delete(source);
  const reading = known ?? { starts: documentStarts(source.text), nodes: new Map() };
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

function nodesIn({ uri }: SourceText, text: string): readonly Node[] {
  const events = parseYaml(sourceText(uri, text));
  return 'problem' in events ? [] : new NodeReader(text, events.list).documents();
}

class NodeReader {
  readonly #text: string;
  readonly #events: readonly Event[];
  #at = 0;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  documents(): readonly Node[] {
    const documents: Node[] = [];
    while (this.#at < this.#events.length) {
      this.#at += 1;
      documents.push(this.#node({ start: 0, end: 0 }));
      this.#at += 1;
    }
    return documents;
  }

  /** `instead` is where a value is told to stand that is not written. */
  #node(instead: Range): Node {
    const event = this.#events[this.#at]!;
    this.#at += 1;
    if (event.type === EVENT_ID.SEQUENCE) return this.#list(event.start, event.style === COLLECTION_STYLE.FLOW);
    if (event.type === EVENT_ID.MAPPING) return this.#map(event.start, event.style === COLLECTION_STYLE.FLOW);
    return isEmptyScalar(event) ? instead : rangeOf(this.#text, event);
  }

  #list(start: number, flow: boolean): Node {
    const items: Node[] = [];
    let end = start + 1;
    while (!this.#isOver()) {
      const item = this.#node(flow ? { start, end: start + 1 } : this.#dashAfter(items.length === 0 ? start : end));
      items.push(item);
      end = Math.max(end, item.end);
    }
    return { start, end: flow ? this.#bracketAfter(start, end) : end, items };
  }

  #map(start: number, flow: boolean): Node {
    const entries = new Map<string, Entry>();
    let end = start + 1;
    while (!this.#isOver()) {
      const event = this.#events[this.#at]!;
      const key = this.#node({ start, end: start + 1 });
      const value = this.#node(key);
      const name = event.type === EVENT_ID.SCALAR ? getScalarValue(this.#text, event) : undefined;
      if (name !== undefined && !entries.has(name)) entries.set(name, { key, value });
      end = Math.max(end, key.end, value.end);
    }
    return { start, end: flow ? this.#bracketAfter(start, end) : end, entries };
  }

  #isOver(): boolean {
    const over = (this.#events[this.#at]?.type ?? EVENT_ID.POP) === EVENT_ID.POP;
    if (over) this.#at += 1;
    return over;
  }

  /** The `-` of an entry that holds nothing. */
  #dashAfter(offset: number): Range {
    const start = find(this.#text, offset, '-');
    return { start, end: Math.min(start + 1, this.#text.length) };
  }

  /** The end of a list or map in brackets; `[to: submit]` holds a map without any. */
  #bracketAfter(start: number, end: number): number {
    const close = { '[': ']', '{': '}' }[this.#text.charAt(start)];
    return close === undefined ? end : Math.min(find(this.#text, end, close) + 1, this.#text.length);
  }
}

/** Offset of a mark from `offset` on, comments aside. */
function find(text: string, offset: number, mark: string): number {
  let at = nextMark(text, offset);
  while (at < text.length && text.charAt(at) !== mark) at = nextMark(text, at + 1);
  return at;
}
