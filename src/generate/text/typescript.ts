import { asciiOf } from './json.js';

/** A text as TypeScript writes it. No sign of it can end the string, the line, or a page's script that it is copied into. */
export function stringLiteral(text: string): string {
  return asciiOf(JSON.stringify(text)).replace(/[<>&]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const identifier = /^[A-Za-z_$][\w$]*$/;

/** The name of a property: bare where the grammar allows it, else in quotes. In brackets the one that would set a prototype. */
export function propertyName(name: string): string {
  if (name === '__proto__') return '["__proto__"]';
  return identifier.test(name) ? name : stringLiteral(name);
}

/** A value as an expression that evaluates to the same value. */
export function literal(value: unknown, indent = ''): string {
  if (typeof value === 'string') return stringLiteral(value);
  if (value === null || typeof value !== 'object') return String(value);
  const inner = `${indent}  `;
  const parts = Array.isArray(value) ? value.map((entry) => literal(entry, inner)) : Object.entries(value).map(([key, entry]) => `${propertyName(key)}: ${literal(entry, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return parts.length === 0 ? open! + close! : `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`;
}

/** Words that no constant may be called. */
const reserved = new Set('arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield'.split(' '));

/** Constants for ids, each its own: `motor-claim` is `motorClaim`. Where two ids come to one name the later gets a number. */
export function constantNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(reserved);
  return new Map(ids.map((id) => [id, ownName(id, taken)]));
}

function ownName(id: string, taken: Set<string>): string {
  const camel = id.replace(/[^A-Za-z0-9]+([A-Za-z0-9])?/g, (_, next: string | undefined) => next?.toUpperCase() ?? '');
  const base = /^[A-Za-z]/.test(camel) ? camel : `_${camel}`;
  let name = base;
  for (let number = 2; taken.has(name); number += 1) name = `${base}_${number}`;
  taken.add(name);
  return name;
}
