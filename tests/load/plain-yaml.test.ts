import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceText } from '../../src/base/source.js';
import { limits } from '../../src/load/limits.js';
import { placesInYaml } from '../../src/load/places.js';
import { placesInPlainYaml, readPlainYaml } from '../../src/load/plain-yaml.js';
import { readAnyYaml } from '../../src/load/yaml-values.js';
import { hostileFiles } from '../support/hostile-files.js';
import { specTexts } from '../support/journey-texts.js';
import { check, more } from '../support/property.js';
import { mutate, mutations, surround, texts, trouble } from '../support/yaml-texts.js';

/** What the quick reader says, where it says anything, is what the full reader says, and it stands where that finds it. */
function expectAgreement(text: string): boolean {
  const plain = readPlainYaml(text);
  if (plain === undefined) return false;
  const source = sourceText('a.yaml', text);
  const full = readAnyYaml(source);
  expect(full.flatMap(({ problems }) => problems.map(({ message }) => message))).toEqual([]);
  expect(full.map(({ index }) => index)).toEqual(full.map((_, place) => place));
  expect(plain).toStrictEqual(full.map(({ value, span: { start, end } }) => ({ value, start, end })));
  expect(placesInPlainYaml(text)).toStrictEqual(placesInYaml(source, text));
  return true;
}

describe('the quick reader', () => {
  it('reads every shipped example as the full reader does', () => {
    expect(specTexts.filter((text) => !expectAgreement(text))).toEqual([]);
  });

  it.each([
    ['a: {b: [c, "d, e", \'f\'\'s\'], g: {}}\n'],
    ['a:\n- b\n-\n  c: d\n  e:\n    - - f\n      - g\n'],
    ['---\na: 1\n---\nb: |\n  two\n\n   lines\n\nc: >-\n  folded\n  text\n'],
    ['# first\na: b # c\n\n"d e": true\nf g: http://h#i\nj: -0.5\nk: ~\n'],
    ['a: [\n  b,\n  c\n  ]\nd: {e: f,\n   g: h}'],
    ['a:\n  b\nc:\n  "d"\n'],
    ['\u00a0a: b\u00a0\nc:\n  --- d\ne:\n  ---\n'],
    ['a: |\n   b\n  # c\nd: >-\n  e\n   f\n\n\n  g\n---\nh : ~i\n'],
    ['a: b:c\nd: e#f\ng: -h\ni: ?j\nk: x: y'.replace(': y', ':y')],
  ])('reads %j by itself', (text) => {
    expect(expectAgreement(text)).toBe(true);
  });

  it.each(['', '# nothing\n', 'a\n', '- a\n', 'a: &b c\n', 'a: *b\n', 'a: !c d\n', '%YAML 1.2\n---\na: b\n', '<<: {a: b}\n', 'a: b\na: c\n', '{a: b, a: c}\n', '1: a\n', 'a: 1.10.0x: y\n', 'a: 007\n', 'a: b\n  c\n', 'a: [b\n c]\n', 'a: [b\n, c: d]\n', 'a: {b, c: d}\n', 'a: [b (c, d)]\n', 'a: "b\\n"\n', 'a:\tb\n', 'a: b\r\n', 'a: |2\n   b\n', 'a: |+\n  b\n', '? a\n: b\n', 'a:\n', 'a: b\n...\n', ' a: b\n', 'a: "b" "c"\n', 'a: b\n c: d\n', 'a: b: c\n', '__proto__: a\n', 'constructor: a\n', 'a: [b, ]\n', 'a: [b]]\n', 'a: {b: c}}\n', 'a: "b\n', "a: 'b\n", 'a: @b\n', 'a: b #c\n  d\n', 'a: "b"#c\n', '- - a\n - b\n'])('leaves %j to the full reader', (text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  it('reads of a text nothing that stood in the one before', () => {
    for (const text of ['a: b', 'a: [b]', 'a: |\n  b', 'a: "b"', 'a: b\n---', 'a:\n  -', 'a: {b: c}']) {
      const alone = readPlainYaml(text);
      readPlainYaml(`${text}${' '.repeat(8)}: more\n---\n- # and more\n`);
      readPlainYaml(`a: ${'b'.repeat(50)}`);
      expect(readPlainYaml(text)).toStrictEqual(alone);
      expectAgreement(text);
    }
  });

  it('leaves a text that is longer than any file to the full reader', () => {
    expect(readPlainYaml(`a: b\n${'#'.repeat(limits.fileBytes)}`)).toBeUndefined();
  });

  it('reads characters of every width', () => {
    expect(expectAgreement('\u00e4: "\u201c\u20ac\u201d"\n\u65e5\u672c: [\ud83d\ude00, \u0416]\n')).toBe(true);
  });

  it.each([
    ['a map on lines', (entries: readonly string[]) => `${entries.join('\n')}\n`],
    ['a map in braces', (entries: readonly string[]) => `a: {${entries.join(', ')}}\n`],
  ])('leaves %s with too many keys to the full reader', (_, write) => {
    const entries = Array.from({ length: limits.keysPerMap + 1 }, (_entry, index) => `k${index}: 0`);
    expect(expectAgreement(write(entries.slice(1)))).toBe(true);
    expect(expectAgreement(write(entries))).toBe(false);
  });

  it.each(hostileFiles.flatMap(({ title, content }) => (typeof content === 'string' && content.length < 400_000 ? [[title, content]] : [])))('agrees about %s', (_, content) => {
    expectAgreement(content);
  });

  it('agrees about texts in which parsers of YAML have gone wrong before', () => {
    let read = 0;
    check(
      fc.property(texts(specTexts), mutations, fc.nat(5), (text, changes, how) => {
        if (expectAgreement(surround(mutate(text, changes), how))) read += 1;
      }),
      5000,
    );
    expect(read).toBeGreaterThan(500 * more);
  });

  it('agrees about specs with one mistake of a hand', () => {
    let read = 0;
    check(
      fc.property(fc.constantFrom(...specTexts), mutations, (text, changes) => {
        if (expectAgreement(mutate(text, changes.slice(0, 1)))) read += 1;
      }),
      2000,
    );
    expect(read).toBeGreaterThan(500 * more);
  });

  it('agrees about pieces put together by chance', () => {
    check(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...trouble), fc.constantFrom('a: ', 'b', '\n', '\n  ', '- ', 'c: d\n', '[', ']', '{', '}', ', ', ' # x')), { maxLength: 14 }), (pieces) => {
        expectAgreement(`a: ${pieces.join('')}\n`);
      }),
      20_000,
    );
  });
});
