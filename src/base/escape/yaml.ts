import { isDay } from '../date.js';
import { isArray, isObject, type JsonValue } from '../json.js';

/** A value as a block of YAML that every reader takes for the same value. */
export function printYaml(value: JsonValue): string {
  return linesOf(value, scalar);
}

/** The same for people who know the documents of Waymark: there a day stands without quotes. Some readers of other YAML take it for a date. */
export function printWithPlainDays(value: JsonValue): string {
  return linesOf(value, (text) => (isDay(text) ? text : scalar(text)));
}

/** How a text stands in a line. */
type Write = (text: string) => string;

function linesOf(value: JsonValue, write: Write): string {
  return `${blockOf(value, '', write).join('\n')}\n`;
}

/** Lines of a value that begins a line of its own. */
function blockOf(value: JsonValue, margin: string, write: Write): readonly string[] {
  if (isArray(value) && value.length > 0) return value.flatMap((entry) => entryLines(entry, margin, write));
  if (isObject(value) && Object.keys(value).length > 0) return Object.entries(value).flatMap(([key, field]) => fieldLines(write(key), field, margin, write));
  return [`${margin}${flowOf(value, write)}`];
}

function fieldLines(key: string, value: JsonValue, margin: string, write: Write): readonly string[] {
  return isHeld(value) ? [`${margin}${key}:`, ...blockOf(value, `${margin}  `, write)] : [`${margin}${key}: ${flowOf(value, write)}`];
}

/** The first line of an entry stands behind its dash. */
function entryLines(entry: JsonValue, margin: string, write: Write): readonly string[] {
  const [first = '', ...rest] = blockOf(entry, `${margin}  `, write);
  return [`${margin}- ${first.slice(margin.length + 2)}`, ...rest];
}

function isHeld(value: JsonValue): boolean {
  return isArray(value) ? value.some((entry) => isArray(entry) || isObject(entry)) : isObject(value) && Object.keys(value).length > 0;
}

function flowOf(value: JsonValue, write: Write): string {
  if (isArray(value)) return `[${value.map((entry) => flowOf(entry, write)).join(', ')}]`;
  return isObject(value) ? '{}' : typeof value === 'string' ? write(value) : JSON.stringify(value);
}

/** Plain where no reader can take it for anything but these letters; else between quotes, with escapes for what is not seen. */
function scalar(text: string): string {
  if (plain.test(text) && !otherwiseRead.has(text.toLowerCase())) return text;
  return JSON.stringify(text).replace(/[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const plain = /^(?:[A-Za-z][A-Za-z0-9_]*(?:[ .,/@#^-][A-Za-z0-9_]+)*|\d+(?:d|h|m|w)|\d+\.\d+\.\d+)$/;
const otherwiseRead: ReadonlySet<string> = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);
