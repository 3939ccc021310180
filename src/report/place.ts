import type { Diagnostic } from '../base/diagnostic.js';
import type { Position, Span } from '../base/source.js';

/** A span as people and other tools count it. */
export interface Place {
  /** Path of the file, with `/` on every system. */
  readonly uri: string;
  readonly start: Position;
  /** The place right after the last character. */
  readonly end: Position;
}

/** Tells a span as lines and columns. An end outside the text is taken as the end of the text. */
export function placeOf({ source, start, end }: Span): Place {
  const inside = (offset: number): number => Math.min(Math.max(offset, 0), source.text.length);
  const [from, to] = [inside(start), inside(end)];
  return { uri: source.uri, start: source.positionAt(from), end: source.positionAt(Math.max(from, to)) };
}

/** The file that a finding belongs to. A finding about a workspace as a whole belongs to the workspace's own file. */
export function fileOf(diagnostic: Diagnostic, root: string): string {
  return diagnostic.span?.source.uri ?? (root === '.' ? 'waymark.yaml' : `${root}/waymark.yaml`);
}

/** `claims.yaml:88`, for people who look at a page and not into an editor. */
export function lineAddress(span: Span): string {
  const { uri, start } = placeOf(span);
  return `${uri}:${start.line}`;
}

/** `claims.yaml:88:14`, as editors and terminals understand it. */
export function address(span: Span): string {
  const { uri, start } = placeOf(span);
  return `${uri}:${start.line}:${start.column}`;
}
