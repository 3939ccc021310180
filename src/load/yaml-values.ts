/**
 * Reads YAML into plain values in one pass that sees everything that is refused: anchors, aliases, tags, directives,
 * merge keys, keys that are no text, duplicate keys, numbers that would be rounded, and anything beyond the limits.
 * Nothing is accepted and dropped.
 */
import type { Problem } from '../base/diagnostic.js';
import type { JsonValue } from '../base/json.js';
import type { SourceText, Span } from '../base/source.js';
import { limits } from './limits.js';
import { resolvePlain } from './plain-scalars.js';
import { COLLECTION_STYLE, EVENT_ID, getScalarValue, isEmptyScalar, parseYaml, rangeOf, SCALAR_STYLE, startOf, type Event, type Range, type ScalarEvent } from './yaml-events.js';

/** One YAML document of a file: its value, or the problems that keep it from having one. */
export interface YamlDocument {
  readonly value: JsonValue;
  readonly problems: readonly Problem[];
  readonly span: Span;
}

/** Reads every document of a text. Never throws: what is wrong becomes a problem with its place. */
export function readYaml(source: SourceText): readonly YamlDocument[] {
  const events = parseYaml(source);
  if ('problem' in events) return [broken(source, events.problem)];
  if (events.list.length > limits.nodes * 3) return [broken(source, tooMany(source, 'values', limits.nodes))];
  return new ValueReader(source, events.list).documents();
}

function broken(source: SourceText, problem: Problem): YamlDocument {
  return { value: null, problems: [problem], span: { source, start: 0, end: source.text.length } };
}

function tooMany(source: SourceText, what: string, limit: number): Problem {
  return { code: 'STR-001', message: `This file holds more than ${limit.toLocaleString('en')} ${what}.`, span: { source, start: 0, end: 0 }, hint: 'Split it into several files.' };
}

class ValueReader {
  readonly #source: SourceText;
  readonly #events: readonly Event[];
  #at = 0;
  #problems: Problem[] = [];

  constructor(source: SourceText, events: readonly Event[]) {
    this.#source = source;
    this.#events = events;
  }

  documents(): readonly YamlDocument[] {
    const documents: YamlDocument[] = [];
    while (this.#at < this.#events.length) documents.push(this.#document());
    return documents;
  }

  #document(): YamlDocument {
    const event = this.#next();
    this.#problems = [];
    const start = startOf(this.#peek());
    if (event.type === EVENT_ID.DOCUMENT && event.directives.length > 0) {
      this.#refuse('A directive (a line that begins with `%`) changes how the file is read.', { start: 0, end: this.#source.text.indexOf('\n') + 1 || 1 }, 'Delete the line.');
    }
    const value = this.#peek().type === EVENT_ID.POP ? null : this.#value();
    this.#next();
    return { value, problems: this.#problems.slice(0, limits.problemsPerFile), span: { source: this.#source, start, end: this.#endOfDocument() } };
  }

  #endOfDocument(): number {
    const following = this.#events[this.#at + 1];
    return following === undefined ? this.#source.text.length : startOf(following);
  }

  #value(): JsonValue {
    const event = this.#next();
    this.#refuseProperties(event);
    if (event.type === EVENT_ID.SCALAR) return this.#scalar(event);
    if (event.type === EVENT_ID.SEQUENCE) return this.#list(event.style === COLLECTION_STYLE.FLOW);
    if (event.type === EVENT_ID.MAPPING) return this.#map(event.start, event.style === COLLECTION_STYLE.FLOW);
    return null;
  }

  #list(flow: boolean): JsonValue {
    const values: JsonValue[] = [];
    while (this.#peek().type !== EVENT_ID.POP) {
      if (flow) this.#refuseTornText(this.#peek());
      values.push(this.#value());
    }
    this.#next();
    return values;
  }

  #map(start: number, flow: boolean): JsonValue {
    const values: Record<string, JsonValue> = {};
    const places = new Map<string, ScalarEvent>();
    while (this.#peek().type !== EVENT_ID.POP) this.#entry(values, places, flow);
    this.#next();
    if (places.size > limits.keysPerMap) {
      this.#refuse(`This map has ${places.size.toLocaleString('en')} keys; ${limits.keysPerMap.toLocaleString('en')} are allowed.`, { start, end: start + 1 }, 'Split it into several files.');
    }
    return values;
  }

  #entry(values: Record<string, JsonValue>, places: Map<string, ScalarEvent>, flow: boolean): void {
    const key = this.#next();
    this.#refuseProperties(key);
    if (key.type !== EVENT_ID.SCALAR) {
      this.#skipRest(key);
      this.#refuse('A key has to be a word, not a list or a map.', rangeOf(key), 'Write the key as plain text.');
      this.#value();
      return;
    }
    const name = this.#keyName(key);
    const empty = isEmptyScalar(this.#peek());
    if (flow && empty && key.style === SCALAR_STYLE.PLAIN) this.#refuseTornKey(key, name);
    const value = this.#value();
    const first = places.get(name);
    if (first !== undefined) this.#refuseDuplicate(name, key, first);
    else if (name !== '__proto__') values[name] = value;
    places.set(name, key);
  }

  #keyName(key: ScalarEvent): string {
    const name = getScalarValue(this.#source.text, key);
    if (name === '<<') this.#refuse('A merge key (`<<`) copies values from elsewhere.', rangeOf(key), 'Write the values out.');
    else if (name === '__proto__') this.#refuse('`__proto__` is not a key of the language.', rangeOf(key), 'Delete the line.');
    else if (key.style === SCALAR_STYLE.PLAIN && typeof this.#resolve(name) !== 'string') {
      this.#refuse(`The key \`${name}\` would not be read as text.`, rangeOf(key), `Put it in quotes: "${name}".`);
    } else this.#checkText(name, key);
    return name;
  }

  #scalar(event: ScalarEvent): JsonValue {
    const text = getScalarValue(this.#source.text, event);
    if (event.style !== SCALAR_STYLE.PLAIN) return this.#checkText(text, event);
    const resolved = resolvePlain(text);
    if ('value' in resolved) return typeof resolved.value === 'string' ? this.#checkText(resolved.value, event) : resolved.value;
    this.#refuse(resolved.problem, rangeOf(event), resolved.hint);
    return text;
  }

  #resolve(text: string): JsonValue | undefined {
    const resolved = resolvePlain(text);
    return 'value' in resolved ? resolved.value : undefined;
  }

  #checkText(text: string, event: ScalarEvent): string {
    if (text.length > limits.textLength) {
      this.#refuse(`This text has ${text.length.toLocaleString('en')} characters; ${limits.textLength.toLocaleString('en')} are allowed.`, rangeOf(event), 'Put a long text into a file of its own and refer to it.');
    } else if (/\p{Surrogate}/u.test(text)) {
      this.#refuse('This text holds half of a character (a lone surrogate).', rangeOf(event), 'Write the character itself instead of `\\u` escapes.');
    } else {
      const hidden = hiddenCharacter.exec(text);
      if (hidden !== null) this.#refuse(`This text holds an invisible control character (U+${code(hidden[0])}).`, rangeOf(event), 'Delete the character.');
    }
    return text;
  }

  #refuseProperties(event: Event): void {
    if (event.type === EVENT_ID.ALIAS) {
      this.#refuse('An alias (`*name`) repeats a value from elsewhere in the file.', { start: event.anchorStart - 1, end: event.anchorEnd }, 'Write the value out.');
    } else if ('anchorStart' in event && event.anchorStart >= 0) {
      this.#refuse('An anchor (`&name`) gives a value a name inside the file.', { start: event.anchorStart - 1, end: event.anchorEnd }, 'Delete it; if the text begins with `&`, put it in quotes.');
    }
    if ('tagStart' in event && event.tagStart >= 0) {
      this.#refuse('A tag (`!name`) changes how a value is read.', { start: event.tagStart, end: event.tagEnd }, 'Delete it; if the text begins with `!`, put it in quotes.');
    }
  }

  #refuseDuplicate(name: string, key: ScalarEvent, first: ScalarEvent): void {
    this.#problems.push({
      code: 'STR-001',
      message: `\`${name}\` stands here a second time; only one of the two can hold.`,
      span: this.#span(rangeOf(key)),
      hint: 'Keep the one that is meant and delete the other.',
      related: [{ message: 'It stands here first.', span: this.#span(rangeOf(first)) }],
    });
  }

  /** `{title: Pay, now}`: the comma ended the text and made a key of the rest. */
  #refuseTornKey(key: ScalarEvent, name: string): void {
    this.#problems.push({
      code: 'STR-019',
      message: `The comma ends the text before it, so \`${name}\` became a key without a value.`,
      span: this.#span(rangeOf(key)),
      hint: 'Inside `{ }` put a text that holds a comma in quotes, for example {title: "Pay, now"}.',
    });
  }

  /** `[Overload (pods, deployments)]`: the comma tore one text in two. */
  #refuseTornText(event: Event): void {
    if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN) return;
    const text = getScalarValue(this.#source.text, event);
    if (balanced(text)) return;
    this.#problems.push({
      code: 'STR-019',
      message: `A bracket or quote in \`${text}\` is not closed; the comma beside it most likely tore one text in two.`,
      span: this.#span(rangeOf(event)),
      hint: 'Inside `[ ]` put a text that holds a comma in quotes.',
    });
    this.#skipTornRest();
  }

  /** The other half of a torn text is no finding of its own. */
  #skipTornRest(): void {
    for (let ahead = this.#at + 1; ahead < this.#events.length; ahead += 1) {
      const event = this.#events[ahead]!;
      if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN) return;
      if (balanced(getScalarValue(this.#source.text, event))) continue;
      this.#value();
      while (this.#at < ahead) this.#value();
      return;
    }
  }

  #refuse(message: string, range: Range, hint: string): void {
    if (this.#problems.length < limits.problemsPerFile) this.#problems.push({ code: 'STR-001', message, span: this.#span(range), hint });
  }

  #span({ start, end }: Range): Span {
    return { source: this.#source, start: Math.max(0, start), end: Math.max(0, end) };
  }

  #skipRest(open: Event): void {
    if (open.type !== EVENT_ID.MAPPING && open.type !== EVENT_ID.SEQUENCE) return;
    for (let depth = 1; depth > 0; ) {
      const { type } = this.#next();
      if (type === EVENT_ID.POP) depth -= 1;
      else if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth += 1;
    }
  }

  #peek(): Event {
    return this.#events[this.#at] ?? { type: EVENT_ID.POP };
  }

  #next(): Event {
    const event = this.#peek();
    this.#at += 1;
    return event;
  }
}

// Bidirectional controls, zero-width marks that hide text, C0 and C1 controls other than tab and line ends, line separators.
const hiddenCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/;

function code(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

function balanced(text: string): boolean {
  const pairs: readonly (readonly [string, string])[] = [['(', ')'], ['[', ']'], ['{', '}'], ['“', '”']];
  const amount = (mark: string): number => text.split(mark).length - 1;
  return pairs.every(([open, close]) => amount(open) === amount(close)) && amount('"') % 2 === 0;
}
