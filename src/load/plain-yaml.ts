/**
 * Reads the plain part of YAML quickly: maps, lists, unquoted and quoted texts on one line, text blocks. Almost every
 * file consists of nothing else. Where there is anything more, or anything that might be refused, it gives no answer, and
 * the full reader decides; so it may be strict, but may never read anything in another way.
 */
import type { JsonValue } from '../base/json.js';
import { codesOf, END } from './char-codes.js';
import { limits } from './limits.js';
import type { EntryPlace, Place } from './places.js';
import { balanced, resolvePlain } from './plain-scalars.js';
import type { SharedTexts } from './shared-texts.js';
import { blockRange, blockText, type Range } from './yaml-events.js';

/** One document that is sound YAML: what it says, and where it begins and ends. */
export interface PlainDocument {
  readonly value: JsonValue;
  readonly start: number;
  readonly end: number;
}

/** Every document of a text; `undefined` when the full reader has to decide. */
export function readPlainYaml(text: string, shared?: SharedTexts): readonly PlainDocument[] | undefined {
  return answerTo(text, (codes) => new PlainReader(text, codes, shared).documents());
}

/** Where the values of every document stand; `undefined` when the full reader has to decide. */
export function placesInPlainYaml(text: string): readonly Place[] | undefined {
  return answerTo(text, (codes) => new PlainReader(text, codes, undefined, []).places());
}

function answerTo<Answer>(text: string, read: (codes: Uint16Array) => Answer): Answer | undefined {
  if (unusual.test(text)) return undefined;
  const codes = codesOf(text);
  if (codes === undefined) return undefined;
  try {
    return read(codes);
  } catch (error) {
    if (error === unsure) return undefined;
    throw error;
  }
}

/** Thrown, always the same, wherever the full reader has to decide. */
const unsure = new Error('This is not plain YAML.');

/** Tabs, lone carriage returns, invisible characters, half characters and everything else that YAML does not print. */
const unusual = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]|\p{Surrogate}/u;

/** Half of what the full reader reads, so that a difference in counting does no harm. */
const deepest = limits.depth / 2;
const longestKey = 500;

const LINE_END = 10;
const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const COMMA = 44;
const DASH = 45;
const DOT = 46;
const COLON = 58;
const GREATER = 62;
const QUESTION = 63;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const BAR = 124;
const CLOSE_MAP = 125;

/** A table of characters, by their codes; beyond it stands nothing that matters to YAML. */
function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/** Characters that an unquoted text never begins with. */
const reserved = tableOf(`#&*!|>'"%@\`,[]{}`);

/** Characters at which an unquoted text may end, outside of brackets and inside. */
const endsInLine = tableOf('\0\n:#');
const endsInFlow = tableOf('\0\n:#,[]{}');

/** What means something else than a text begins with one of these: a number, or a short word. */
const beginsNumber = tableOf('+-.0123456789~');
const beginsWord = tableOf('nNtTfF');
const longestWord = 'false'.length;

/** No column: the document has ended. */
const ended = -1;

/** Reads from left to right. Between two lines `#at` stands on the next content, and `#column` tells how far it is indented. */
class PlainReader {
  readonly #text: string;
  readonly #codes: Uint16Array;
  readonly #shared: SharedTexts | undefined;
  #at = 0;
  #lineStart = 0;
  #column = ended;
  #values = 0;
  #depth = 0;
  /** Whether the text that was read last stood in quotes. */
  #quoted = false;
  /** Where the text that was read last ends, with its quotes. */
  #textEnd = 0;
  /** Where the values stand that were read and are not yet part of another; absent while nobody asks. */
  readonly #places: Place[] | undefined;

  constructor(text: string, codes: Uint16Array, shared: SharedTexts | undefined, places?: Place[]) {
    this.#text = text;
    this.#codes = codes;
    this.#shared = shared;
    this.#places = places;
  }

  places(): readonly Place[] {
    this.documents();
    return this.#places!;
  }

  documents(): readonly PlainDocument[] {
    const read: { value: JsonValue; start: number }[] = [];
    this.#nextContent();
    if (this.#column === ended) this.#passDocumentMark();
    for (;;) {
      const start = this.#at;
      read.push({ value: this.#document(), start });
      if (this.#at >= this.#text.length) break;
      this.#passDocumentMark();
    }
    return read.map(({ value, start }, place) => ({ value, start, end: read[place + 1]?.start ?? this.#text.length }));
  }

  #document(): JsonValue {
    if (this.#column !== 0 || this.#isDash()) throw unsure;
    this.#count();
    const value = this.#map(0);
    if (this.#column >= 0) throw unsure;
    return value;
  }

  #passDocumentMark(): void {
    if (this.#at >= this.#text.length) throw unsure;
    this.#at += 3;
    this.#endLine();
  }

  /** What stands on the lines below a key, or behind the dash of a list. */
  #lines(outer: number): JsonValue {
    if (!this.#isDash()) return this.#value(outer, true);
    this.#count();
    return this.#list(this.#at - this.#lineStart);
  }

  /** The value that begins here; what holds it is indented to `outer`. */
  #value(outer: number, mayBeMap: boolean): JsonValue {
    this.#count();
    const code = this.#code();
    if (code === OPEN_LIST || code === OPEN_MAP) return this.#ending(this.#flow(outer));
    if (code === BAR || code === GREATER) return this.#textBlock(outer);
    const start = this.#at;
    const text = this.#lineText();
    if (this.#code() !== COLON) {
      this.#places?.push({ start, end: this.#textEnd });
      return this.#ending(this.#meaningOf(text));
    }
    if (!mayBeMap) throw unsure;
    this.#at = start;
    return this.#map(start - this.#lineStart);
  }

  /** A value after which the line ends. */
  #ending(value: JsonValue): JsonValue {
    this.#endLine();
    return value;
  }

  #map(column: number): JsonValue {
    const values: Record<string, JsonValue> = {};
    const places = this.#places && new MapPlaces(this.#at);
    this.#enter();
    let keys = 0;
    do {
      const start = this.#at;
      const name = this.#newKey(values, this.#lineText(), (keys += 1));
      places?.addKey(name, start, this.#textEnd);
      values[name] = this.#valueOfKey(column);
      places?.addValue(this.#places!.pop()!);
    } while (this.#goesOn(column) && !this.#isDash());
    this.#depth -= 1;
    if (places !== undefined) this.#places!.push(places.onLines());
    return values;
  }

  #valueOfKey(column: number): JsonValue {
    this.#skipSpaces();
    if (!this.#isLineEnd()) return this.#value(column, false);
    this.#nextContent();
    if (this.#column > column || (this.#column === column && this.#isDash())) return this.#lines(column);
    throw unsure;
  }

  #list(column: number): JsonValue {
    const values: JsonValue[] = [];
    const [start, first] = [this.#at, this.#places?.length];
    this.#enter();
    do {
      this.#at += 1;
      this.#skipSpaces();
      if (this.#isLineEnd()) this.#nextContent();
      else this.#column = this.#at - this.#lineStart;
      if (this.#column <= column) throw unsure;
      values.push(this.#lines(column));
    } while (this.#goesOn(column) && this.#isDash());
    this.#depth -= 1;
    if (first !== undefined) this.#gather(first, start);
    return values.slice(); // a list that has grown keeps room for more, and there are many lists
  }

  /** True when the next line belongs to the same list or map. A line that is indented more would go on with the value above it. */
  #goesOn(column: number): boolean {
    if (this.#column > column) throw unsure;
    return this.#column === column;
  }

  /** A list or map in brackets. */
  #flow(outer: number): JsonValue {
    this.#enter();
    const value = this.#code() === OPEN_LIST ? this.#flowList(outer) : this.#flowMap(outer);
    this.#depth -= 1;
    return value;
  }

  #flowList(outer: number): JsonValue {
    const [start, first] = [this.#at, this.#places?.length];
    const values = this.#closesAtOnce(outer, CLOSE_LIST) ? [] : [this.#flowEntry(outer)];
    while (values.length > 0 && this.#hasMore(outer, CLOSE_LIST)) values.push(this.#flowEntry(outer));
    if (first !== undefined) this.#gather(first, start, this.#at);
    return values.length <= 1 ? values : values.slice(); // one entry has not grown; most lists hold no more
  }

  #flowEntry(outer: number): JsonValue {
    const value = this.#flowValue(outer);
    if (typeof value === 'string' && !this.#quoted && mayBeTorn.test(value) && !balanced(value)) throw unsure;
    return value;
  }

  #flowMap(outer: number): JsonValue {
    const values: Record<string, JsonValue> = {};
    const places = this.#places && new MapPlaces(this.#at);
    let keys = 0;
    for (let more = !this.#closesAtOnce(outer, CLOSE_MAP); more; more = this.#hasMore(outer, CLOSE_MAP)) {
      const start = this.#at;
      const name = this.#newKey(values, this.#flowText(), (keys += 1));
      places?.addKey(name, start, this.#textEnd);
      this.#skipFlowSpace(outer);
      values[name] = this.#flowValue(outer);
      places?.addValue(this.#places!.pop()!);
    }
    if (places !== undefined) this.#places!.push(places.upTo(this.#at));
    return values;
  }

  #flowValue(outer: number): JsonValue {
    this.#count();
    const code = this.#code();
    if (code === OPEN_LIST || code === OPEN_MAP) return this.#flow(outer);
    const start = this.#at;
    const text = this.#flowText();
    this.#places?.push({ start, end: this.#textEnd });
    return this.#meaningOf(text);
  }

  /** Makes those places that were added from one on to the items of a list. */
  #gather(first: number, start: number, end?: number): void {
    const items = this.#places!.splice(first);
    this.#places!.push({ start, end: end ?? items.at(-1)!.end, items });
  }

  #closesAtOnce(outer: number, close: number): boolean {
    this.#at += 1;
    this.#skipFlowSpace(outer);
    if (this.#code() !== close) return false;
    this.#at += 1;
    return true;
  }

  /** Passes the comma before the next entry, or the bracket that ends the list or map. */
  #hasMore(outer: number, close: number): boolean {
    this.#skipFlowSpace(outer);
    const code = this.#code();
    if (code !== COMMA && code !== close) throw unsure;
    this.#at += 1;
    if (code === COMMA) this.#skipFlowSpace(outer);
    return code === COMMA;
  }

  /** A key that the map does not have yet, so many with it. Passes the colon behind it as well. */
  #newKey(values: Readonly<Record<string, JsonValue>>, name: string, keys: number): string {
    const key = this.#quoted ? name : this.#meaningOf(name);
    this.#skipSpaces();
    const isKey = this.#code() === COLON && isSpaceOrEnd(this.#codes[this.#at + 1]!);
    if (!isKey || typeof key !== 'string' || key === '<<' || key === '__proto__' || key.length > longestKey) throw unsure;
    if (values[key] !== undefined || keys > limits.keysPerMap) throw unsure;
    this.#at += 1;
    return key;
  }

  /** Unless it stood in quotes, a text may mean a number, a yes or no, or nothing. */
  #meaningOf(text: string): JsonValue {
    if (text.length > limits.textLength) throw unsure;
    if (this.#quoted || !mayMeanMore(text)) return text;
    const resolved = resolvePlain(text);
    if ('problem' in resolved) throw unsure;
    return resolved.value;
  }

  /** A text outside of brackets: it goes to the end of the line, to a comment, or to the colon behind a key. */
  #lineText(): string {
    return this.#startsQuoted() ? this.#quotedText() : this.#unquotedText(endsInLine);
  }

  /** A text inside of brackets: marks that divide entries end it too. */
  #flowText(): string {
    return this.#startsQuoted() ? this.#quotedText() : this.#unquotedText(endsInFlow);
  }

  #unquotedText(ends: Uint8Array): string {
    const codes = this.#codes;
    let at = this.#at + 1;
    for (; ; at += 1) {
      const code = codes[at]!;
      if (code >= 128 || ends[code] === 0) continue;
      if (code === COLON && !isSpaceOrEnd(codes[at + 1]!) && !(ends === endsInFlow && isFlowMark(codes[at + 1]!))) continue;
      if (code !== HASH || codes[at - 1] === SPACE) break;
    }
    let end = at;
    while (codes[end - 1] === SPACE) end -= 1;
    const taken = this.#take(this.#at, end);
    this.#textEnd = end;
    this.#at = at;
    return taken;
  }

  #startsQuoted(): boolean {
    const code = this.#code();
    this.#quoted = code === QUOTE || code === APOSTROPHE;
    if (this.#quoted) return true;
    const isMark = (code === DASH || code === QUESTION || code === COLON) && endsFlowKey(this.#codes[this.#at + 1]!);
    if (isMark || reserved[code] === 1 || isEnd(code)) throw unsure;
    return false;
  }

  /** On one line and without escapes, other than the doubled `'`. */
  #quotedText(): string {
    const mark = this.#text.charAt(this.#at);
    const start = this.#at + 1;
    let end = this.#text.indexOf(mark, start);
    while (mark === "'" && end >= 0 && this.#codes[end + 1] === APOSTROPHE) end = this.#text.indexOf(mark, end + 2);
    const text = this.#take(start, Math.max(start, end));
    if (end < 0 || text.includes('\n') || (mark === '"' && text.includes('\\'))) throw unsure;
    this.#at = this.#textEnd = end + 1;
    this.#skipSpaces();
    return mark === "'" ? text.replaceAll("''", "'") : text;
  }

  #take(start: number, end: number): string {
    return this.#shared === undefined ? this.#text.slice(start, end) : this.#shared.take(this.#text, this.#codes, start, end);
  }

  /** The lines below `|` or `>`. */
  #textBlock(outer: number): JsonValue {
    const folded = this.#code() === GREATER;
    this.#at += 1;
    const strip = this.#code() === DASH;
    if (strip) this.#at += 1;
    this.#skipSpaces();
    if (this.#code() !== LINE_END) throw unsure;
    const start = this.#at + 1;
    const { indent, end } = this.#extentOfBlock(start, outer);
    this.#at = this.#lineStart = end;
    this.#nextContent();
    const text = blockText(this.#text, { start, end, indent, folded, strip });
    this.#places?.push(blockRange(this.#text, start, end));
    if (text.length > limits.textLength) throw unsure;
    return text;
  }

  /** The first line that holds something sets the indentation; the first that is indented less ends the text. */
  #extentOfBlock(start: number, outer: number): { readonly indent: number; readonly end: number } {
    let [indent, widestBlank, at] = [ended, 0, start];
    while (at < this.#text.length) {
      const column = this.#indentAt(at);
      const code = this.#codes[at + column]!;
      if (code !== LINE_END) {
        if (code === END || column <= outer || (indent < 0 && column < widestBlank)) break;
        if (indent < 0) indent = column;
        if (column < indent) break;
      } else if (indent < 0) widestBlank = Math.max(widestBlank, column);
      at = this.#lineAfter(at);
    }
    if (indent < 0 || (at < this.#text.length && this.#indentAt(at) === this.#text.length - at)) throw unsure;
    return { indent, end: at };
  }

  #indentAt(lineStart: number): number {
    let at = lineStart;
    while (this.#codes[at] === SPACE) at += 1;
    return at - lineStart;
  }

  #lineAfter(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end < 0 ? this.#text.length : end + 1;
  }

  #endLine(): void {
    this.#skipSpaces();
    if (!this.#isLineEnd()) throw unsure;
    this.#nextContent();
  }

  #isLineEnd(): boolean {
    const code = this.#code();
    return isEnd(code) || (code === HASH && this.#codes[this.#at - 1] === SPACE);
  }

  /** Passes comments and empty lines. */
  #nextContent(): void {
    for (;;) {
      this.#skipSpaces();
      const code = this.#code();
      if (code === HASH) this.#at = Math.max(this.#text.indexOf('\n', this.#at), 0) || this.#text.length;
      else if (code !== LINE_END) break;
      else this.#lineStart = this.#at += 1;
    }
    this.#column = this.#at >= this.#text.length || this.#isDocumentMark() ? ended : this.#at - this.#lineStart;
  }

  #isDocumentMark(): boolean {
    const code = this.#code();
    if (this.#at !== this.#lineStart || (code !== DASH && code !== DOT)) return false;
    const mark = this.#text.slice(this.#at, this.#at + 3);
    if (mark === '...') throw unsure;
    return mark === '---' && isSpaceOrEnd(this.#codes[this.#at + 3]!);
  }

  #isDash(): boolean {
    return this.#code() === DASH && isSpaceOrEnd(this.#codes[this.#at + 1]!);
  }

  #skipSpaces(): void {
    let at = this.#at;
    while (this.#codes[at] === SPACE) at += 1;
    this.#at = at;
  }

  /** Between brackets a line has to be indented more than what holds them. */
  #skipFlowSpace(outer: number): void {
    const line = this.#lineStart;
    for (let code = this.#code(); code === SPACE || code === LINE_END; code = this.#code()) {
      this.#at += 1;
      if (code === LINE_END) this.#lineStart = this.#at;
    }
    if (this.#lineStart !== line && this.#at - this.#lineStart <= outer) throw unsure;
  }

  #enter(): void {
    this.#depth += 1;
    if (this.#depth > deepest) throw unsure;
  }

  #count(): void {
    this.#values += 1;
    if (this.#values > limits.nodes) throw unsure;
  }

  #code(): number {
    return this.#codes[this.#at]!;
  }
}

/** Where the entries of a map stand that is being read. */
class MapPlaces {
  readonly #start: number;
  readonly #entries = new Map<string, EntryPlace>();
  #name = '';
  #key: Range = { start: 0, end: 0 };
  #end = 0;

  constructor(start: number) {
    this.#start = start;
  }

  addKey(name: string, start: number, end: number): void {
    this.#name = name;
    this.#key = { start, end };
  }

  addValue(value: Place): void {
    this.#entries.set(this.#name, { key: this.#key, value });
    this.#end = value.end;
  }

  onLines(): Place {
    return this.upTo(this.#end);
  }

  upTo(end: number): Place {
    return { start: this.#start, end, entries: this.#entries };
  }
}

/** Brackets, braces, quotes: what a comma may have torn apart. */
const mayBeTorn = /[()\u201c\u201d"]/;

function mayMeanMore(text: string): boolean {
  const code = text.charCodeAt(0);
  return beginsNumber[code] === 1 || (text.length <= longestWord && beginsWord[code] === 1);
}

/** A line or the text ends here. */
function isEnd(code: number): boolean {
  return code === LINE_END || code === END;
}

function isSpaceOrEnd(code: number): boolean {
  return code === SPACE || isEnd(code);
}

function isFlowMark(code: number): boolean {
  return code === COMMA || code === OPEN_LIST || code === CLOSE_LIST || code === OPEN_MAP || code === CLOSE_MAP;
}

function endsFlowKey(code: number): boolean {
  return isSpaceOrEnd(code) || isFlowMark(code);
}
