import { sourceText, type SourceText } from '../base/source.js';
import { COLLECTION_STYLE, EVENT_ID, getScalarValue, isEmptyScalar, nextMark, parseYaml, rangeOf, type Event, type Range } from './yaml-events.js';

/** A value with where it stands and what it holds. */
export interface Place extends Range {
  readonly entries?: ReadonlyMap<string, EntryPlace>;
  readonly items?: readonly Place[];
}

/** Where an entry of a map stands. */
export interface EntryPlace {
  readonly key: Range;
  readonly value: Place;
}

/** Where the values of every document stand, empty ones included; nothing where a text is no YAML. */
export function placesInYaml({ uri }: SourceText, text: string): readonly Place[] {
  const events = parseYaml(sourceText(uri, text));
  return 'problem' in events ? [] : new PlaceReader(text, events.list).documents();
}

class PlaceReader {
  readonly #text: string;
  readonly #events: readonly Event[];
  #at = 0;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  documents(): readonly Place[] {
    const documents: Place[] = [];
    while (this.#at < this.#events.length) {
      this.#at += 1;
      documents.push(this.#place({ start: 0, end: 0 }));
      this.#at += 1;
    }
    return documents;
  }

  /** `instead` is where a value is told to stand that is not written. */
  #place(instead: Range): Place {
    const event = this.#events[this.#at]!;
    this.#at += 1;
    if (event.type === EVENT_ID.SEQUENCE) return this.#list(event.start, event.style === COLLECTION_STYLE.FLOW);
    if (event.type === EVENT_ID.MAPPING) return this.#map(event.start, event.style === COLLECTION_STYLE.FLOW);
    return isEmptyScalar(event) ? instead : rangeOf(this.#text, event);
  }

  #list(start: number, flow: boolean): Place {
    const items: Place[] = [];
    let end = start + 1;
    while (!this.#isOver()) {
      const item = this.#place(flow ? { start, end: start + 1 } : this.#dashAfter(items.length === 0 ? start : end));
      items.push(item);
      end = Math.max(end, item.end);
    }
    return { start, end: flow ? this.#bracketAfter(start, end) : end, items };
  }

  #map(start: number, flow: boolean): Place {
    const entries = new Map<string, EntryPlace>();
    let end = start + 1;
    while (!this.#isOver()) {
      const event = this.#events[this.#at]!;
      const key = this.#place({ start, end: start + 1 });
      const value = this.#place(key);
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
