import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sourceText } from '../../src/base/source.js';
import { check } from '../support/property.js';

function at(text: string, offset: number): string {
  const { line, column } = sourceText('a.yaml', text).positionAt(offset);
  return `${line}:${column}`;
}

it.each([
  ['', 0, '1:1'],
  ['ab', 0, '1:1'],
  ['ab', 2, '1:3'],
  ['a\nb', 1, '1:2'],
  ['a\nb', 2, '2:1'],
  ['a\r\nb', 1, '1:2'],
  ['a\r\nb', 2, '1:3'],
  ['a\r\nb', 3, '2:1'],
  ['a\rb', 2, '2:1'],
  ['a\n\rb', 3, '3:1'],
  ['a\r\r\nb', 4, '3:1'],
  ['a\n', 2, '2:1'],
  ['\n\n\n', 3, '4:1'],
  ['\u{1f600}b', 2, '1:3'],
  ['é\u{1f600}\nb', 4, '2:1'],
  ['a\u2028b', 2, '1:3'],
  ['a\u0085b', 2, '1:3'],
])('in %j the offset %i is %s', (text, offset, expected) => {
  expect(at(text, offset)).toBe(expected);
});

it('counts lines as an editor does, whatever the line ends', () => {
  const texts = fc.array(fc.constantFrom('a', 'bc', '\n', '\r', '\r\n', '\u{1f600}', ' ')).map((parts) => parts.join(''));
  check(
    fc.property(texts, fc.nat(40), (text, offset) => {
      const place = Math.min(offset, text.length);
      const before = text.slice(0, place).split(/\r\n|\n|\r(?!\n)/);
      const inLineEnd = text.charAt(place - 1) === '\r' && text.charAt(place) === '\n';
      if (!inLineEnd && !text.slice(0, place).endsWith('\r')) expect(at(text, place)).toBe(`${before.length}:${before.at(-1)!.length + 1}`);
    }),
    100,
  );
});

it('the same offset always has the same place', () => {
  const source = sourceText('a.yaml', 'one\ntwo\nthree');
  expect([source.positionAt(9), source.positionAt(0), source.positionAt(9)]).toEqual([{ line: 3, column: 2 }, { line: 1, column: 1 }, { line: 3, column: 2 }]);
});
