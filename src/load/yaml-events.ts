/**
 * The only file that imports the YAML parser. It yields events with exact offsets; what they mean is decided by others.
 */
import { EVENT_ID, parseEvents, SCALAR_STYLE, YAMLException, type Event, type ScalarEvent } from 'js-yaml';
import type { Problem } from '../base/diagnostic.js';
import type { SourceText } from '../base/source.js';
import { limits } from './limits.js';
import { explainSyntaxError } from './syntax-words.js';

export { COLLECTION_STYLE, EVENT_ID, getScalarValue, SCALAR_STYLE, type Event, type ScalarEvent } from 'js-yaml';

/** The events of a text, or the syntax error that ends it. */
export function parseYaml(source: SourceText): { readonly list: readonly Event[] } | { readonly problem: Problem } {
  try {
    return { list: parseEvents(source.text, { maxDepth: limits.depth }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { problem: explainSyntaxError(source, error.reason, error.mark?.position ?? 0) };
  }
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
export function rangeOf(event: Event): Range {
  if (event.type === EVENT_ID.SCALAR) return scalarRange(event);
  if (event.type === EVENT_ID.ALIAS) return { start: event.anchorStart - 1, end: event.anchorEnd };
  const start = startOf(event);
  return { start, end: start + 1 };
}

/** With its quotes, so that a reader sees what is meant. */
function scalarRange(event: ScalarEvent): Range {
  const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  return quoted ? { start: event.valueStart - 1, end: event.valueEnd + 1 } : { start: event.valueStart, end: event.valueEnd };
}

/** Offset of an event's first character. */
export function startOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) return Math.max(0, scalarRange(event).start);
  if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) return event.start;
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  return 0;
}
