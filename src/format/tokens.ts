import { EVENT_ID, SCALAR_STYLE, type Event, type Range, type ScalarEvent } from '../load/yaml-events.js';

/** A piece of a YAML text. Together with the white space between them the tokens are the whole text. */
export interface Token {
  /** `text` is a key or a value as written, with its quotes; `mark` is punctuation; `comment` begins with `#`. */
  readonly kind: 'text' | 'mark' | 'comment';
  readonly text: string;
  /** Characters between the beginning of the line and the token. */
  readonly column: number;
  /** The white space right before it on its line. */
  readonly gap: string;
  /** True when nothing but white space stands before it on its line. */
  readonly opensLine: boolean;
  /** True when it opens a line and the line above is empty. */
  readonly afterBlank: boolean;
}

/**
 * Splits a text that the loader has read into tokens. The loader's events say where the texts stand; whatever stands
 * between two of them can only be white space, punctuation or a comment, so no second parser is needed.
 */
export function tokensOf(text: string, events: readonly Event[]): readonly Token[] {
  const scanner = new Scanner(text);
  for (const event of events) {
    if (event.type === EVENT_ID.SCALAR && event.valueStart >= 0) scanner.take(writtenRange(event));
  }
  return scanner.finish();
}

/** With its quotes; of a text after `|` all lines. */
function writtenRange({ style, valueStart, valueEnd }: ScalarEvent): Range {
  const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  return quoted ? { start: valueStart - 1, end: valueEnd + 1 } : { start: valueStart, end: valueEnd };
}

const space = /\s+/y;
const mark = /(?:---|\.\.\.)(?=\s|$)|[|>][-+0-9]*|\S/y;
const comment = /#[^\n]*/y;
/** Looked for only where white space begins: else a line with much of it inside would be read anew from each of its spaces on. */
const spaceAtEnd = /(?<![ \t])[ \t]+$/;

/** Goes through the text once, so that a file of one long line costs no more than any other. */
class Scanner {
  readonly #text: string;
  readonly #tokens: Token[] = [];
  #at = 0;
  #lineStart = 0;
  #gap = '';
  #opensLine = true;
  #afterBlank = false;

  constructor(text: string) {
    this.#text = text;
  }

  take({ start, end }: Range): void {
    this.#scanTo(start);
    this.#push('text', this.#text.slice(start, end));
  }

  finish(): readonly Token[] {
    this.#scanTo(this.#text.length);
    return this.#tokens;
  }

  #scanTo(end: number): void {
    while (this.#at < end) {
      const skipped = this.#match(space).slice(0, end - this.#at);
      if (skipped !== '') this.#skip(skipped);
      else if (this.#text[this.#at] === '#') this.#push('comment', this.#match(comment));
      else this.#push('mark', this.#match(mark));
    }
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0] ?? '';
  }

  #skip(white: string): void {
    const lines = white.split('\n');
    this.#gap = lines.at(-1) ?? '';
    this.#at += white.length;
    if (lines.length === 1) return;
    this.#afterBlank = lines.length > 2 || this.#lineStart === this.#at - white.length;
    this.#opensLine = true;
    this.#lineStart = this.#at - this.#gap.length;
  }

  #push(kind: Token['kind'], slice: string): void {
    const text = kind === 'comment' ? slice.replace(spaceAtEnd, '') : slice;
    this.#tokens.push({ kind, text, column: this.#at - this.#lineStart, gap: this.#gap, opensLine: this.#opensLine, afterBlank: this.#opensLine && this.#afterBlank });
    if (slice === '') return;
    this.#at += slice.length;
    this.#gap = '';
    this.#opensLine = false;
    const lineEnd = slice.lastIndexOf('\n');
    if (lineEnd >= 0) this.#lineStart = this.#at - (slice.length - lineEnd - 1);
    if (slice.endsWith('\n')) this.#afterText(slice);
  }

  /** A text after `|` ends with its line, and with the empty lines below. */
  #afterText(slice: string): void {
    this.#opensLine = true;
    this.#afterBlank = /\n[ \t]*\n$/.test(slice);
  }
}
