/**
 * The only file that imports the YAML parser. It yields events with exact offsets; what they mean is decided by others.
 */
import { CHOMPING_MODE, EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException, type Event, type ScalarEvent } from 'js-yaml';
import type { Problem } from '../base/diagnostic.js';
import type { SourceText } from '../base/source.js';
import { limits } from './limits.js';
import { explainSyntaxError } from './syntax-words.js';

export { CHOMPING_MODE, COLLECTION_STYLE, EVENT_ID, getScalarValue, SCALAR_STYLE, type Event, type ScalarEvent } from 'js-yaml';

/** The events of a text, or the syntax error that ends it. */
export function parseYaml(source: SourceText): { readonly list: readonly Event[] } | { readonly problem: Problem } {
  try {
    return { list: parseEvents(source.text, { maxDepth: limits.depth + 1 }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { problem: explainSyntaxError(source, error.reason, error.mark?.position ?? 0) };
  }
}

/** The lines of a text below `|` or `>`, from the beginning of the first to the end of the last. */
export interface TextBlock extends Range {
  /** Spaces before each line that belong to none. */
  readonly indent: number;
  readonly folded: boolean;
  /** Whether the line break at the end is left out. */
  readonly strip: boolean;
}

/** What a text block says. */
export function blockText(text: string, { start, end, indent, folded, strip }: TextBlock): string {
  const none = { anchorStart: -1, anchorEnd: -1, tagStart: -1, tagEnd: -1 };
  const style = folded ? SCALAR_STYLE.FOLDED_BLOCK : SCALAR_STYLE.LITERAL_BLOCK;
  return getScalarValue(text, { type: EVENT_ID.SCALAR, ...none, valueStart: start, valueEnd: end, style, chomping: strip ? CHOMPING_MODE.STRIP : CHOMPING_MODE.CLIP, indent, fast: false });
}

/** A stretch of offsets in a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** True when nothing was written where a value could stand. */
export function isEmptyScalar(event: Event): boolean {
  return event.type === EVENT_ID.SCALAR && event.valueStart < 0;
}

/** Where an event stands. Of a list or a map it is the first character. */
export function rangeOf(text: string, event: Event): Range {
  if (event.type === EVENT_ID.SCALAR) return scalarRange(text, event);
  if (event.type === EVENT_ID.ALIAS) return { start: event.anchorStart - 1, end: event.anchorEnd };
  if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) return { start: event.start, end: event.start + 1 };
  return { start: 0, end: 0 };
}

/** With its quotes, so that a reader sees what is meant. */
function scalarRange(text: string, event: ScalarEvent): Range {
  const { style, valueStart: start, valueEnd: end } = event;
  if (start < 0) return { start: 0, end: 0 };
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) return { start: start - 1, end: end + 1 };
  return style === SCALAR_STYLE.PLAIN ? { start, end } : blockRange(text, start, end);
}

/** A text after `|` or `>`, from its first word to its last; when it has none, the mark. */
export function blockRange(text: string, start: number, end: number): Range {
  const words = text.slice(start, end).trim();
  if (words === '') return markBefore(text, start);
  const first = text.indexOf(words, start);
  return { start: first, end: first + words.length };
}

/** The `|` or `>` of the line before, with its indicators. */
function markBefore(text: string, offset: number): Range {
  const lineEnd = text.slice(0, offset).trimEnd().length;
  const lineStart = lineStartOf(text, lineEnd);
  const mark = /[|>][-+0-9]*(?=[ \t]*(?:[ \t]#.*)?$)/.exec(text.slice(lineStart, lineEnd));
  const start = lineStart + (mark?.index ?? 0);
  return { start, end: start + (mark?.[0].length ?? 0) };
}

/** Offset of the first character from `offset` on that is neither space nor comment. */
export function nextMark(text: string, offset: number): number {
  let at = offset;
  for (let comment = false; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '#') comment = true;
    else if (character === '\n' || character === '\r') comment = false;
    else if (!comment && character !== ' ' && character !== '\t') break;
  }
  return at;
}

/** Offset of the last character before `offset` that is no space. */
export function lastMark(text: string, offset: number): number {
  let at = offset - 1;
  while (at > 0 && /\s/.test(text.charAt(at))) at -= 1;
  return at;
}

/** Offset at which the line of an offset begins. */
export function lineStartOf(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !/[\r\n]/.test(text.charAt(at - 1))) at -= 1;
  return at;
}
