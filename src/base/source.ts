/** A place in a text, as people count: both numbers begin at 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A text with the name it is shown under. Positions inside it are offsets; lines and columns come last. */
export interface SourceText {
  /** Path relative to the folder the command was run for, with `/` on every system. */
  readonly uri: string;
  readonly text: string;
  /** The line and column of an offset. */
  positionAt(offset: number): Position;
}

/** A stretch of a source text: `start` inclusive, `end` exclusive, in UTF-16 code units. */
export interface Span {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

/** Wraps a text so that offsets in it can be told as lines and columns. */
export function sourceText(uri: string, text: string): SourceText {
  return new Source(uri, text);
}

class Source implements SourceText {
  readonly uri: string;
  readonly text: string;
  #starts: readonly number[] | undefined;

  constructor(uri: string, text: string) {
    this.uri = uri;
    this.text = text;
  }

  positionAt(offset: number): Position {
    this.#starts ??= lineStarts(this.text);
    const line = lastAtOrBefore(this.#starts, offset);
    return { line: line + 1, column: offset - (this.#starts[line] ?? 0) + 1 };
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 13 && text.charCodeAt(at + 1) === 10) at += 1;
    if (code === 10 || code === 13) starts.push(at + 1);
  }
  return starts;
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
