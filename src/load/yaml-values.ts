/**
 * Reads YAML into plain values in one pass that sees everything that is refused: anchors, aliases, tags, directives,
 * merge keys, keys that are no text, duplicate keys, numbers that would be rounded, and anything beyond the limits.
 * Nothing is accepted and dropped.
 */
import type { Problem } from '../base/diagnostic.js';
import type { JsonValue } from '../base/json.js';
import type { SourceText, Span } from '../base/source.js';
import { excerpt } from '../base/words.js';
import { codeOf, hiddenCharacters, hiddenInText } from './hidden-characters.js';
import { limits } from './limits.js';
import { balanced, resolvePlain } from './plain-scalars.js';
import { readPlainYaml } from './plain-yaml.js';
import type { SharedTexts } from './shared-texts.js';
import { CHOMPING_MODE, COLLECTION_STYLE, EVENT_ID, getScalarValue, isEmptyScalar, lastMark, lineStartOf, nextMark, parseYaml, rangeOf, SCALAR_STYLE, type Event, type Range, type ScalarEvent } from './yaml-events.js';

/** One YAML document of a file: its value, or the problems that keep it from having one. */
export interface YamlDocument {
  /** Its place among the documents of its file, from 0; empty ones count, though they are left out. */
  readonly index: number;
  readonly value: JsonValue;
  readonly problems: readonly Problem[];
  readonly span: Span;
}

/** Reads every document of a text that holds something. Never throws: what is wrong becomes a problem with its place. */
export function readYaml(source: SourceText, shared?: SharedTexts): readonly YamlDocument[] {
  const plain = readPlainYaml(source.text, shared);
  if (plain !== undefined) return plain.map(({ value, start, end }, index) => ({ index, value, problems: noProblems, span: { source, start, end } }));
  return readAnyYaml(source);
}

const noProblems: readonly Problem[] = [];

/** Every form of YAML, and everything that is refused. */
export function readAnyYaml(source: SourceText): readonly YamlDocument[] {
  const moved = markMovedRight(source);
  if (moved !== undefined) return [broken(source, [moved])];
  const hidden = hiddenCharacters(source);
  const events = parseYaml(source);
  if ('problem' in events) return [broken(source, [...hidden.filter(({ span }) => span.start !== events.problem.span.start), events.problem])];
  const read = events.list.length > limits.nodes * 3 ? undefined : new ValueReader(source, events.list).documents();
  if (read === undefined) return [broken(source, [tooManyValues(source)])];
  return hidden.length === 0 ? read : withHiddenCharacters(read, source, hidden);
}

function broken(source: SourceText, problems: readonly Problem[]): YamlDocument {
  return { index: 0, value: null, problems, span: { source, start: 0, end: source.text.length } };
}

function tooManyValues(source: SourceText): Problem {
  return { code: 'STR-001', message: `This file holds more than ${limits.nodes.toLocaleString('en')} values.`, span: { source, start: 0, end: 0 }, hint: 'Split it into several files.' };
}

/** At the beginning of a file the parser takes a mark for one that stands further right, where others see text. */
function markMovedRight(source: SourceText): Problem | undefined {
  const [, space, mark] = /^([ \t]+)(---(?!\S)|%)/.exec(source.text) ?? [];
  if (space === undefined || mark === undefined) return undefined;
  return { code: 'STR-001', message: `Space stands before \`${mark}\`, which has to begin its line.`, span: { source, start: space.length, end: space.length + mark.length }, hint: mark === '%' ? 'Delete the line.' : 'Delete the space.' };
}

/** Each goes to the document that it stands in; what stands before the first belongs to the first. */
function withHiddenCharacters(read: readonly YamlDocument[], source: SourceText, hidden: readonly Problem[]): readonly YamlDocument[] {
  if (read.length === 0) return [broken(source, hidden)];
  const held = new Map<YamlDocument, Problem[]>();
  for (const problem of hidden) {
    const holder = read.findLast(({ span }) => span.start <= problem.span.start) ?? read[0]!;
    held.set(holder, [...(held.get(holder) ?? []), problem]);
  }
  return read.map((document) => ({ ...document, problems: [...document.problems, ...(held.get(document) ?? [])] }));
}

type ReadDocument = Omit<YamlDocument, 'span'> & { readonly start: number };

/** Where the keys of a map stand first. */
interface Places {
  readonly first: Map<string, ScalarEvent>;
  /** True for the keys of a document itself, each on a line of its own. */
  readonly areHeader: boolean;
  /** True once the dash of an entry is told to be missing. */
  lacksDash: boolean;
}

class ValueReader {
  readonly #source: SourceText;
  readonly #events: readonly Event[];
  #at = 0;
  #problems: Problem[] = [];
  /** Problems of the whole file. */
  #told = 0;
  #values = 0;
  #documentStart = 0;
  /** Where the last text or opening bracket that was read ends. */
  #reached = 0;

  constructor(source: SourceText, events: readonly Event[]) {
    this.#source = source;
    this.#events = events;
  }

  /** `undefined` when there are more values than a file may hold. */
  documents(): readonly YamlDocument[] | undefined {
    const read: ReadDocument[] = [];
    for (let index = 0; this.#at < this.#events.length; index += 1) {
      const document = this.#document(index);
      if (document !== undefined) read.push(document);
    }
    if (this.#values > limits.nodes) return undefined;
    const source = this.#source;
    return read.map(({ start, ...rest }, place) => ({ ...rest, span: { source, start, end: read[place + 1]?.start ?? source.text.length } }));
  }

  #document(index: number): ReadDocument | undefined {
    this.#next();
    this.#problems = [];
    const root = this.#peek();
    const start = isEmptyScalar(root) ? this.#source.text.length : rangeOf(this.#source.text, root).start;
    this.#documentStart = start;
    if (!isEmptyScalar(root)) this.#refuseMarks(start);
    const value = this.#value();
    this.#next();
    const problems = this.#problems;
    return isEmptyScalar(root) && problems.length === 0 ? undefined : { index, value, problems, start: Math.min(start, problems[0]?.span.start ?? start) };
  }

  /** Between two documents only a directive begins a line with `%`, and nothing may stand behind `...`. */
  #refuseMarks(end: number): void {
    const between = this.#source.text.slice(this.#reached, end);
    for (const { 0: line, index } of between.matchAll(/^%[^\r\n]*/gm)) {
      const start = this.#reached + index;
      this.#refuse('A line that begins with `%` (a directive) changes how the file is read.', { start, end: start + line.length }, 'Delete the line.');
    }
    if (/(?:^|[\r\n])\.\.\.[ \t]+$/.test(between)) this.#refuse('The document begins behind `...`, which ends one.', { start: end, end: end + 1 }, 'Begin it on a line of its own.');
  }

  #value(): JsonValue {
    const event = this.#next();
    this.#values += 1;
    this.#refuseProperties(event);
    if (event.type === EVENT_ID.SCALAR) return this.#scalar(event);
    if ('style' in event && event.style === COLLECTION_STYLE.FLOW) this.#reached = Math.max(this.#reached, this.#range(event).end);
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
    const places: Places = { first: new Map(), areHeader: !flow && start === this.#documentStart, lacksDash: false };
    while (this.#peek().type !== EVENT_ID.POP) this.#entry(values, places, start, flow);
    this.#next();
    const keys = places.first.size;
    if (keys > limits.keysPerMap) {
      this.#refuse(`This map has ${keys.toLocaleString('en')} keys; ${limits.keysPerMap.toLocaleString('en')} are allowed.`, { start, end: start + 1 }, 'Split it into several files.');
    }
    return values;
  }

  #entry(values: Record<string, JsonValue>, places: Places, start: number, flow: boolean): void {
    const key = this.#next();
    this.#refuseProperties(key);
    if (key.type !== EVENT_ID.SCALAR || isEmptyScalar(key)) {
      this.#refuseKey(key, start);
      this.#value();
      return;
    }
    if (!flow && key.anchorStart < 0 && key.tagStart < 0) this.#refuseKeyBehindValue(key);
    const isTorn = flow && isEmptyScalar(this.#peek()) && key.style === SCALAR_STYLE.PLAIN && this.#hasNoColon(key);
    const name = isTorn ? this.#textOf(key) : this.#keyName(key);
    if (isTorn) this.#refuseTornKey(key, name);
    const value = this.#value();
    if (this.#beginsDocument(name, places)) this.#refuseUnmarkedDocument(key, places);
    const first = places.first.get(name);
    if (first === undefined) places.first.set(name, key);
    if (first !== undefined) this.#refuseDuplicate(name, key, first, places);
    else if (name !== '__proto__') values[name] = value;
  }

  /** `- "new" title: x`: the parser gives such a key to the map around the list. */
  #refuseKeyBehindValue(key: ScalarEvent): void {
    const { start, end } = this.#range(key);
    const { text } = this.#source;
    // A block text ends behind its line break, so what follows it stands on a line of its own.
    const onSameLine = this.#reached > 0 && !/[\r\n]/.test(text.charAt(this.#reached - 1));
    const behindValue = onSameLine && /^[^\r\n#?]*\?/.test(text.slice(this.#reached, start));
    if (!behindValue && /^[ \t]*(?:[-?:][ \t]+)*$/.test(text.slice(lineStartOf(text, start), start))) return;
    this.#refuse('A value ends before this on the same line, so this belongs to nothing.', { start, end }, 'Begin a new line here, or put the whole text in quotes.');
  }

  #refuseKey(key: Event, start: number): void {
    this.#skipRest(key);
    if (key.type === EVENT_ID.ALIAS) return;
    if (key.type === EVENT_ID.SCALAR) this.#refuse('There is no name before the colon.', this.#colonBefore(this.#peek(), start), 'Write `name: value`.');
    else this.#refuse('A key has to be a word, not a list or a map.', this.#range(key), 'Write the key as plain text.');
  }

  /** The colon in front of a value; where neither it nor the key is written, the beginning of the map. */
  #colonBefore(value: Event, start: number): Range {
    const colon = isEmptyScalar(value) ? -1 : this.#source.text.lastIndexOf(':', this.#range(value).start);
    return colon < start ? { start, end: start + 1 } : { start: colon, end: colon + 1 };
  }

  #keyName(key: ScalarEvent): string {
    const name = this.#textOf(key);
    if (name === '<<') this.#refuse('A merge key (`<<`) copies values from elsewhere.', this.#range(key), 'Write the values out.');
    else if (name === '__proto__') this.#refuse('`__proto__` is not a key of the language.', this.#range(key), 'Delete the line.');
    else if (key.style === SCALAR_STYLE.PLAIN && typeof this.#resolve(name) !== 'string') {
      this.#refuse(`The key \`${excerpt(name)}\` would not be read as text.`, this.#range(key), `Put it in quotes: "${excerpt(name)}".`);
    } else this.#checkText(name, key);
    return name;
  }

  #scalar(event: ScalarEvent): JsonValue {
    const text = this.#textOf(event);
    if (event.chomping === CHOMPING_MODE.KEEP && event.valueEnd === this.#source.text.length && /[\r\n][ \t]+$/.test(this.#source.text)) {
      this.#refuse('The text keeps its empty lines, and the last line of the file is one with spaces that never ends.', this.#range(event), 'Delete the spaces at the end of the file.');
    }
    if (event.style !== SCALAR_STYLE.PLAIN) return this.#checkText(text, event);
    const resolved = resolvePlain(text);
    if ('value' in resolved) return typeof resolved.value === 'string' ? this.#checkText(resolved.value, event) : resolved.value;
    this.#refuse(resolved.problem, this.#range(event), resolved.hint);
    return text;
  }

  #resolve(text: string): JsonValue | undefined {
    const resolved = resolvePlain(text);
    return 'value' in resolved ? resolved.value : undefined;
  }

  #textOf(event: ScalarEvent): string {
    this.#reached = Math.max(this.#reached, event.valueEnd);
    return getScalarValue(this.#source.text, event);
  }

  #checkText(text: string, event: ScalarEvent): string {
    if (text.length > limits.textLength) {
      this.#refuse(`This text has ${text.length.toLocaleString('en')} characters; ${limits.textLength.toLocaleString('en')} are allowed.`, this.#range(event), 'Put a long text into a file of its own and refer to it.');
    } else if (event.style === SCALAR_STYLE.DOUBLE_QUOTED && !event.fast) this.#checkEscapes(text, event);
    return text;
  }

  /** What stands in the file itself is found in the file; escapes can name the same characters. */
  #checkEscapes(text: string, event: ScalarEvent): void {
    const written = this.#source.text.slice(event.valueStart, event.valueEnd);
    const [odd] = [...written.matchAll(/\\(?:U([0-9A-Fa-f]{8})|\r?\n([ \t]*[\r\n])|[^])/g)].filter(([, digits = '0', emptyLine]) => parseInt(digits, 16) > 0x10ffff || emptyLine !== undefined);
    if (odd !== undefined) {
      const start = event.valueStart + odd.index;
      const [mark, digits] = odd;
      if (digits === undefined) this.#refuse('An empty line stands after the `\\` that joins two lines.', { start, end: start + 1 }, 'Delete the empty line.');
      else this.#refuse(`There is no character \`${mark}\`.`, { start, end: start + mark.length }, 'Write the character itself.');
    } else if (/\p{Surrogate}/u.test(text)) {
      this.#refuse('This text holds half of a character (a lone surrogate).', this.#range(event), 'Write the character itself instead of `\\u` escapes.');
    } else {
      const hidden = hiddenInText.exec(text);
      if (hidden !== null && !hiddenInText.test(written)) this.#refuse(`This text holds an invisible control character (${codeOf(hidden[0])}).`, this.#range(event), 'Delete the escape that names it.');
    }
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

  /** `apiVersion` begins a document. Where it only stands twice, one line below the other, it does not. */
  #beginsDocument(name: string, { first, areHeader }: Places): boolean {
    return areHeader && name === 'apiVersion' && first.has(name) && first.size > 1;
  }

  /** The keys of the new document are its own, so none of them stands there a second time. */
  #refuseUnmarkedDocument(key: ScalarEvent, places: Places): void {
    this.#refuse('A new document begins here, and the line `---` that has to stand before it is missing.', this.#range(key), 'Write `---` on a line of its own before this one. If no document begins here, delete this line.');
    places.first.clear();
  }

  /** Where the first key of a map stands again, most likely another entry begins, and what follows repeats because its dash is missing. */
  #refuseDuplicate(name: string, key: ScalarEvent, first: ScalarEvent, places: Places): void {
    if (places.lacksDash) return;
    const [firstOfAll] = places.first.values();
    places.lacksDash = first === firstOfAll && this.#isBehindDash(first);
    this.#report({
      code: 'STR-001',
      message: `\`${excerpt(name)}\` stands here a second time; only one of the two can hold.`,
      span: this.#span(this.#range(key)),
      hint: places.lacksDash ? 'If another entry of the list begins here, write `- ` before it. If not, keep the one that is meant and delete the other.' : 'Keep the one that is meant and delete the other.',
      related: [{ message: 'It stands here first.', span: this.#span(this.#range(first)) }],
    });
  }

  #isBehindDash(key: ScalarEvent): boolean {
    const { text } = this.#source;
    const { start } = this.#range(key);
    return /-[ \t]+$/.test(text.slice(lineStartOf(text, start), start));
  }

  #hasNoColon(key: ScalarEvent): boolean {
    const { text } = this.#source;
    return text.charAt(nextMark(text, this.#range(key).end)) !== ':';
  }

  /** `{title: Pay, now}`: the comma ended the text and made a key of the rest. */
  #refuseTornKey(key: ScalarEvent, name: string): void {
    const { text } = this.#source;
    const range = this.#range(key);
    const torn = text.charAt(lastMark(text, range.start)) === ',';
    const whole = /^\d+$/.test(name) ? /-?\d+(?=,$)/.exec(text.slice(Math.max(0, range.start - 20), range.start))?.[0] : undefined;
    const repair = whole === undefined ? 'Inside `{ }` put a text that holds a comma in quotes, for example {title: "Pay, now"}.' : `Write a number with a point: \`${whole}.${name}\`.`;
    this.#report({
      code: 'STR-019',
      message: torn ? `The comma ends the text before it, so \`${excerpt(name)}\` became a key without a value.` : `\`${excerpt(name)}\` is a key without a value.`,
      span: this.#span(range),
      hint: torn ? repair : 'Inside `{ }` write `name: value`. A list stands in `[ ]`.',
    });
  }

  /** `[Overload (pods, deployments)]`: the comma tore one text in two. */
  #refuseTornText(event: Event): void {
    if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN) return;
    const text = this.#textOf(event);
    if (balanced(text)) return;
    this.#report({
      code: 'STR-019',
      message: `A bracket or quote in \`${excerpt(text)}\` is not closed; the comma beside it most likely tore one text in two.`,
      span: this.#span(this.#range(event)),
      hint: 'Inside `[ ]` put a text that holds a comma in quotes.',
    });
    this.#skipTornRest();
  }

  /** The other half of a torn text is no finding of its own. */
  #skipTornRest(): void {
    for (let ahead = this.#at + 1; ahead < this.#events.length; ahead += 1) {
      const event = this.#events[ahead]!;
      if (event.type !== EVENT_ID.SCALAR || event.style !== SCALAR_STYLE.PLAIN) return;
      if (balanced(this.#textOf(event))) continue;
      this.#value();
      while (this.#at < ahead) this.#value();
      return;
    }
  }

  #refuse(message: string, range: Range, hint: string): void {
    this.#report({ code: 'STR-001', message, span: this.#span(range), hint });
  }

  /** Every document that is wrong keeps at least one problem, because without any it would count as sound. */
  #report(problem: Problem): void {
    if (this.#told >= limits.problemsPerFile && this.#problems.length > 0) return;
    this.#problems.push(problem);
    this.#told += 1;
  }

  #range(event: Event): Range {
    return rangeOf(this.#source.text, event);
  }

  #span({ start, end }: Range): Span {
    return { source: this.#source, start, end };
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
