import { createRequire } from 'node:module';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { printWithPlainDays, printYaml } from '../../src/base/escape/yaml.js';
import { hostileTexts } from '../support/hostile-texts.js';

/** Texts that some version of YAML, or some reader of it, takes for a number, a date, an hour, a mark or nothing. */
const ambiguous = ['2026-09-01', '2026-9-1', '2026-09-01T10:00:00Z', '2026-09-01 10:00:00', '1', '1.5', '1e3', '0x1F', '017', '0o17', '0b1', '1_000', '12:30', '12:30:45', '.inf', '.nan', 'NaN', 'Infinity', '~', 'null', 'Null', 'TRUE', 'yes', 'No', 'on', 'Off', 'y', 'N', '=', '<<', '-', '?', '', ' ', '1d', '1.2.3', 'a: b', 'a #b', '- a', '%a', '@a', '`a', '!a', '&a', '*a', '{a', '[a', '"', "'", '|', '>', '---', '...'];

/** The reader that a library for AsyncAPI brings is of an older line, and takes days for dates. */
const olderLoad = (createRequire(createRequire(import.meta.url).resolve('@asyncapi/parser'))('js-yaml') as typeof import('js-yaml')).load;

const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ['YAML 1.2', (text) => parse(text)],
  ['YAML 1.1', (text) => parse(text, { version: '1.1' })],
  ['js-yaml', (text) => load(text)],
  ['an older js-yaml', (text) => olderLoad(text)],
];

describe.each(readers)('printed YAML, read by %s', (_, read) => {
  it.each([...ambiguous, ...hostileTexts.map((text) => text.slice(0, 200))])('has the text %j as a key, a value and an entry', (text) => {
    const value = { [`k${text}`]: text, list: [text, [text], { inner: text }], flow: [text, 'b'] };
    expect(read(printYaml(value))).toEqual(value);
    expect(read(printYaml({ [text]: 1 }))).toEqual({ [text]: 1 });
  });
});

it('documents of Waymark are printed with plain days', () => {
  expect(printWithPlainDays({ effective: { from: '2026-09-01' }, note: '1' })).toBe('effective:\n  from: 2026-09-01\nnote: "1"\n');
});
