import { Lexer, parseAllDocuments } from 'yaml';
import { expect } from 'vitest';
import { sourceText } from '../../src/base/source.js';
import { formatText, type FormatResult } from '../../src/format/format-text.js';
import { readYaml } from '../../src/load/yaml-values.js';

/** What formatting makes of a text; the text itself when there is nothing to do. */
export function formatted(text: string): string {
  const result = format(text);
  if (result.outcome === 'refused') throw new Error(`${result.problems.map(({ message }) => message).join('\n')}\n${text}`);
  return result.outcome === 'formatted' ? result.text : text;
}

/** Formats a text that stands in no file. */
export function format(text: string): FormatResult {
  return formatText(sourceText('test.yaml', text));
}

/** The values of a text, as the loader reads them. */
export function valuesOf(text: string): readonly unknown[] {
  return readYaml(sourceText('test.yaml', text)).map(({ value, problems }) => (problems.length > 0 ? { problems: problems.map(({ message }) => message) } : value));
}

/** The comments of a text as another parser finds them, in no order. */
export function commentsIn(text: string): readonly string[] {
  const tokens = [...new Lexer().lex(text.replaceAll('\r\n', '\n'))];
  return tokens.filter((token) => token.startsWith('#')).map((token) => token.trimEnd()).sort();
}

/** What another parser makes of a text, or `undefined` when it refuses the text. */
export function secondOpinion(text: string): readonly unknown[] | undefined {
  const documents = parseAllDocuments(text, { version: '1.2', schema: 'core', uniqueKeys: false });
  const errors = [...documents].flatMap((document) => document.errors);
  return errors.length > 0 ? undefined : [...documents].map((document) => document.toJS() as unknown).filter((value) => value !== null);
}

/** What holds of every text that is formatted: it says the same, keeps its comments, and is done in one go. */
export function expectSound(text: string): string {
  const after = formatted(text);
  expect(valuesOf(after)).toEqual(valuesOf(text));
  expect(commentsIn(after)).toEqual(commentsIn(text));
  expect(formatted(after)).toBe(after);
  expect(after).toMatch(/^[^\r]*\n$/);
  return after;
}

/** A random choice that a property test can repeat. */
export interface Dice {
  /** A whole number from 0, below `sides`. */
  roll(sides: number): number;
}

/** A dice that always rolls the same for the same seed (the generator known as mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed;
  return {
    roll(sides) {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
    },
  };
}

/** The same things in another order. */
export function shuffled<T>(things: readonly T[], dice: Dice): readonly T[] {
  const rest = [...things];
  return things.map(() => rest.splice(dice.roll(rest.length), 1)[0] as T);
}
