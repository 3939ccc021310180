import { isDay } from '../date.js';
import { isArray, isObject, type JsonValue } from '../json.js';

/** A value as a block of YAML that every reader takes for the same value. */
export function printYaml(value: JsonValue): string {
  return `${blockOf(value, '').join('\n')}\n`;
}

/** Lines of a value that begins a line of its own. */
function blockOf(value: JsonValue, margin: string): readonly string[] {
  if (isArray(value) && value.length > 0) return value.flatMap((entry) => entryLines(entry, margin));
  if (isObject(value) && Object.keys(value).length > 0) return Object.entries(value).flatMap(([key, field]) => fieldLines(key, field, margin));
  return [`${margin}${flowOf(value)}`];
}

function fieldLines(key: string, value: JsonValue, margin: string): readonly string[] {
  return isHeld(value) ? [`${margin}${scalar(key)}:`, ...blockOf(value, `${margin}  `)] : [`${margin}${scalar(key)}: ${flowOf(value)}`];
}

/** The first line of an entry stands behind its dash. */
function entryLines(entry: JsonValue, margin: string): readonly string[] {
  const [first = '', ...rest] = blockOf(entry, `${margin}  `);
  return [`${margin}- ${first.slice(margin.length + 2)}`, ...rest];
}

function isHeld(value: JsonValue): boolean {
  return isArray(value) ? value.some((entry) => isArray(entry) || isObject(entry)) : isObject(value) && Object.keys(value).length > 0;
}

function flowOf(value: JsonValue): string {
  if (isArray(value)) return `[${value.map(flowOf).join(', ')}]`;
  return isObject(value) ? '{}' : typeof value === 'string' ? scalar(value) : JSON.stringify(value);
}

/** Plain where no reader can take it for anything but these letters; else between quotes, with escapes for what is not seen. */
function scalar(text: string): string {
  if ((plain.test(text) && !otherwiseRead.has(text.toLowerCase())) || isDay(text)) return text;
  return JSON.stringify(text).replace(/[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const plain = /^(?:[A-Za-z][A-Za-z0-9_]*(?:[ .,/@#^-][A-Za-z0-9_]+)*|\d+(?:d|h|m|w)|\d+\.\d+\.\d+)$/;
const otherwiseRead: ReadonlySet<string> = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);
