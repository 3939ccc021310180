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

/** Words that no constant may be called, two of them in modules that are run as CommonJS. */
const reserved = new Set('arguments await break case catch class const continue debugger default delete do else enum eval export exports extends false finally for function if implements import in instanceof interface let new null package private protected public require return static super switch this throw true try typeof undefined var void while with yield'.split(' '));

/**
 * The constant for an id: `motor-claim` is `motorClaim`. Each id has one of its own, whatever other ids there are: a hyphen that no letter follows is `_`, which no
 * id has, and so is one before the first digit of an id and one behind a reserved word.
 */
export function constantName(id: string): string {
  const name = id.replace(/-([a-z])?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? '_');
  return reserved.has(name) ? `${name}_` : /^\d/.test(name) ? `_${name}` : name;
}
