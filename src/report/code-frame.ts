import type { Span } from '../base/source.js';
import { columnsOf } from './columns.js';
import { visible } from '../base/escape/visible.js';
import { wholeCharacters } from './shorten.js';

/** One line of a code frame: the gutter holds the line number, or blanks under the marked line. */
export interface FrameLine {
  readonly role: 'context' | 'marked' | 'underline';
  readonly gutter: string;
  readonly text: string;
}

/** A stretch of columns that is shown of every line, so that the lines stay aligned. */
interface Window {
  readonly from: number;
  readonly to: number;
}

interface Line {
  readonly start: number;
  readonly end: number;
}

const longest = 120;
const lead = 40;

/**
 * The line where a span begins with one line around it and the span underlined. Long lines are cut around the span.
 * Empty when there is nothing to see.
 */
export function codeFrame({ source, start, end }: Span): readonly FrameLine[] {
  const { text } = source;
  const from = Math.min(Math.max(start, 0), text.length);
  const line = lineAround(text, from);
  const marked = text.slice(line.start, line.end);
  if (marked.trim() === '') return [];
  const number = source.positionAt(from).line;
  const window = windowAround(from - line.start);
  const under = underline(marked, from - line.start, end - line.start, window);
  const context = (near: Line | undefined): string => (near === undefined ? '' : cut(text.slice(near.start, near.end), window));
  return numbered([
    { role: 'context', number: number - 1, text: context(lineBefore(text, line)) },
    { role: 'marked', number, text: cut(marked, window) },
    { role: 'underline', number: undefined, text: under },
    { role: 'context', number: number + 1, text: context(lineAfter(text, line)) },
  ]);
}

interface PlainLine extends Pick<FrameLine, 'role' | 'text'> {
  readonly number: number | undefined;
}

/** Adds the gutters and drops empty context. */
function numbered(lines: readonly PlainLine[]): readonly FrameLine[] {
  const shown = lines.filter(({ role, text }) => role !== 'context' || text.trim() !== '');
  const widest = Math.max(...shown.map(({ number = 0 }) => String(number).length));
  return shown.map(({ role, number = '', text }) => ({ role, gutter: String(number).padStart(widest), text }));
}

function windowAround(column: number): Window {
  const from = column <= longest - lead ? 0 : column - lead;
  return { from, to: from + longest };
}

function cut(line: string, { from, to }: Window): string {
  const start = wholeCharacters(line, from);
  const end = wholeCharacters(line, to);
  const shown = show(line.slice(start, end)).trimEnd();
  return `${start > 0 && line.length > start ? '…' : ''}${shown}${end < line.length ? '…' : ''}`;
}

function underline(line: string, start: number, end: number, window: Window): string {
  const from = wholeCharacters(line, window.from);
  const to = Math.min(end, line.trimEnd().length, window.to);
  const before = (from > 0 ? 1 : 0) + columnsOf(show(line.slice(from, start)));
  return ' '.repeat(before) + '^'.repeat(Math.max(1, columnsOf(show(line.slice(start, to)))));
}

function show(text: string): string {
  return visible(text.replaceAll('\t', '  '));
}

function lineAround(text: string, offset: number): Line {
  let [start, end] = [offset, offset];
  while (start > 0 && !isLineEnd(text, start - 1)) start -= 1;
  while (end < text.length && !isLineEnd(text, end)) end += 1;
  return { start, end };
}

function lineBefore(text: string, { start }: Line): Line | undefined {
  if (start === 0) return undefined;
  return lineAround(text, text.slice(start - 2, start) === '\r\n' ? start - 2 : start - 1);
}

function lineAfter(text: string, { end }: Line): Line | undefined {
  if (end >= text.length) return undefined;
  return lineAround(text, text.slice(end, end + 2) === '\r\n' ? end + 2 : end + 1);
}

function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}
