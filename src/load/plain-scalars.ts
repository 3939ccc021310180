import type { JsonValue } from '../base/json.js';
import { excerpt } from '../base/words.js';

export type Resolved = { readonly value: JsonValue } | { readonly problem: string; readonly hint: string };

const integer = /^[-+]?[0-9]+$/;
const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const otherBase = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/;
const notFinite = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const significantDigits = 15;

/** What an unquoted text means in the core schema of YAML 1.2. A number that would not survive is refused. */
export function resolvePlain(text: string): Resolved {
  switch (text) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return { value: null };
    case 'true':
    case 'True':
    case 'TRUE':
      return { value: true };
    case 'false':
    case 'False':
    case 'FALSE':
      return { value: false };
    default:
      return mayBeNumber(text) ? resolveNumber(text) : { value: text };
  }
}

function mayBeNumber(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
}

function resolveNumber(text: string): Resolved {
  if (notFinite.test(text)) return { problem: `\`${text}\` is not a number that can be counted with.`, hint: 'Write a number, or put it in quotes if it is text.' };
  if (otherBase.test(text)) return { problem: `\`${excerpt(text)}\` would be read as the number ${Number(text)}.`, hint: `Write ${Number(text)}, or "${excerpt(text)}" if it is text.` };
  if (!decimal.test(text)) return { value: text };
  if (integer.test(text) && /^[-+]?0[0-9]/.test(text)) return { problem: `\`${excerpt(text)}\` would be read as the number ${Number(text)}, without its zeros.`, hint: `Put it in quotes: "${excerpt(text)}".` };
  const value = Number(text);
  const kept = integer.test(text) ? Number.isSafeInteger(value) : keepsDecimals(text, value);
  if (!kept) return { problem: `\`${excerpt(text)}\` has more digits than a number can keep.`, hint: `Round it, or put it in quotes if it is text: "${excerpt(text)}".` };
  return { value: Object.is(value, -0) ? 0 : value };
}

function keepsDecimals(text: string, value: number): boolean {
  const digits = text.replace(/[eE].*$/, '').replace(/[^0-9]/g, '').replace(/^0+/, '');
  return digits.length <= significantDigits && Number.isFinite(value) && (value !== 0 || digits === '');
}

const pairs: readonly (readonly [string, string])[] = [['(', ')'], ['[', ']'], ['{', '}'], ['“', '”']];

/** True when every bracket and quote of a text is closed. */
export function balanced(text: string): boolean {
  const amount = (mark: string): number => text.split(mark).length - 1;
  return pairs.every(([open, close]) => amount(open) === amount(close)) && amount('"') % 2 === 0;
}
