import type { Path } from '../base/json.js';
import type { SourceText, Span } from '../base/source.js';
import { EVENT_ID, getScalarValue, isEmptyScalar, parseYaml, rangeOf, startOf, type Event, type Range } from './yaml-events.js';

/** Which part of an entry is meant: its key, its value, or the value with the key where the value is empty. */
export type Part = 'key' | 'value';

/**
 * Finds where the value at a path stands. Parses the text again: good files never pay for positions.
 * When the way ends early, the nearest enclosing value is meant.
 */
export function locateInYaml(source: SourceText, document: number, path: Path, part: Part): Span {
  const events = parseYaml(source);
  if ('problem' in events) return { source, start: 0, end: 0 };
  const { start, end } = new Locator(source.text, events.list).find(document, path, part);
  return { source, start, end: Math.max(end, start) };
}

class Locator {
  readonly #text: string;
  readonly #events: readonly Event[];
  #at = 0;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  find(document: number, path: Path, part: Part): Range {
    for (let passed = 0; passed < document; passed += 1) this.#skip();
    this.#at += 1;
    let found = this.#rangeHere(undefined);
    for (const [index, step] of path.entries()) {
      const event = this.#events[this.#at];
      const inside = event?.type === EVENT_ID.MAPPING ? this.#enterMap(String(step)) : event?.type === EVENT_ID.SEQUENCE ? this.#enterList(Number(step)) : undefined;
      if (inside === undefined) return found;
      const last = index === path.length - 1;
      found = last && part === 'key' && inside.key !== undefined ? rangeOf(inside.key) : this.#rangeHere(inside.key);
    }
    return found;
  }

  #enterMap(name: string): { readonly key: Event } | undefined {
    this.#at += 1;
    while (this.#here().type !== EVENT_ID.POP) {
      const key = this.#here();
      this.#skip();
      if (key.type === EVENT_ID.SCALAR && getScalarValue(this.#text, key) === name) return { key };
      this.#skip();
    }
    return undefined;
  }

  #enterList(index: number): { readonly key: undefined } | undefined {
    this.#at += 1;
    for (let passed = 0; this.#here().type !== EVENT_ID.POP; passed += 1) {
      if (passed === index) return { key: undefined };
      this.#skip();
    }
    return undefined;
  }

  #rangeHere(key: Event | undefined): Range {
    const event = this.#here();
    if (isEmptyScalar(event) && key !== undefined) return rangeOf(key);
    if (event.type === EVENT_ID.SCALAR) return rangeOf(event);
    return { start: startOf(event), end: this.#endFrom(this.#at) };
  }

  #endFrom(at: number): number {
    const start = startOf(this.#events[at]!);
    let end = start;
    let depth = 0;
    for (let index = at; index < this.#events.length; index += 1) {
      const event = this.#events[index]!;
      if (event.type === EVENT_ID.SCALAR) end = Math.max(end, rangeOf(event).end);
      else if (event.type === EVENT_ID.POP) depth -= 1;
      else if (event.type !== EVENT_ID.ALIAS) depth += 1;
      if (depth === 0) return end;
    }
    return end;
  }

  #skip(): void {
    let depth = 0;
    do {
      const { type } = this.#here();
      if (type === EVENT_ID.POP) depth -= 1;
      else if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE || type === EVENT_ID.DOCUMENT) depth += 1;
      this.#at += 1;
    } while (depth > 0 && this.#at < this.#events.length);
  }

  #here(): Event {
    return this.#events[this.#at] ?? { type: EVENT_ID.POP };
  }
}
