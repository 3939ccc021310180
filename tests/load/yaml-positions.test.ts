import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Path } from '../../src/base/json.js';
import { sourceText } from '../../src/base/source.js';
import { locateInYaml, type Part } from '../../src/load/yaml-positions.js';
import { EVENT_ID, parseYaml, rangeOf } from '../../src/load/yaml-events.js';
import { readYaml } from '../../src/load/yaml-values.js';
import { check } from '../support/property.js';
import { printedValues } from '../support/yaml-texts.js';

function slice(text: string, path: Path, part: Part = 'value', document = 0): string {
  const { start, end } = locateInYaml(sourceText('a.yaml', text), document, path, part);
  return text.slice(start, end);
}

/** Where the values of all documents of a text begin, as the parser tells of the whole text; nothing where it refuses it. */
function parsedEvents(text: string): readonly number[] | undefined {
  const events = parseYaml(sourceText('a.yaml', text));
  if ('problem' in events) return undefined;
  return events.list.flatMap((event, index) => (events.list[index - 1]?.type === EVENT_ID.DOCUMENT ? [rangeOf(text, event).start] : []));
}

describe('a value is found by its path', () => {
  const step = `stages:
  - id: report
    title: 'Report'
    steps:
      - {id: submit, next: [a, {to: b, when: "x, y"}], data: {}}
      - id: work
        next:
        - decide
        description: |
          First line.

            Second line.

        moment:
        exceptions: [ # none
          ]
  - # the second
    id: settle
last: >-
  folded
  text
`;

  it.each<[Path, string]>([
    [['stages', 0, 'id'], 'report'],
    [['stages', 0, 'title'], "'Report'"],
    [['stages', 0, 'steps', 0], '{id: submit, next: [a, {to: b, when: "x, y"}], data: {}}'],
    [['stages', 0, 'steps', 0, 'next'], '[a, {to: b, when: "x, y"}]'],
    [['stages', 0, 'steps', 0, 'next', 0], 'a'],
    [['stages', 0, 'steps', 0, 'next', 1], '{to: b, when: "x, y"}'],
    [['stages', 0, 'steps', 0, 'next', 1, 'when'], '"x, y"'],
    [['stages', 0, 'steps', 0, 'data'], '{}'],
    [['stages', 0, 'steps', 1, 'next'], '- decide'],
    [['stages', 0, 'steps', 1, 'next', 0], 'decide'],
    [['stages', 0, 'steps', 1, 'description'], 'First line.\n\n            Second line.'],
    [['stages', 0, 'steps', 1, 'moment'], 'moment'],
    [['stages', 0, 'steps', 1, 'exceptions'], '[ # none\n          ]'],
    [['stages', 1], 'id: settle'],
    [['stages', 1, 'id'], 'settle'],
    [['last'], 'folded\n  text'],
  ])('%j', (path, expected) => {
    expect(slice(step, path)).toBe(expected);
  });

  it.each<[Path, string]>([
    [['stages', 0, 'id'], 'id'],
    [['stages', 0, 'steps', 0, 'next', 1, 'when'], 'when'],
    [['stages', 0, 'steps', 1, 'moment'], 'moment'],
    [['last'], 'last'],
    [['stages', 1], 'id: settle'],
  ])('%j, and its key', (path, expected) => {
    expect(slice(step, path, 'key')).toBe(expected);
  });

  it.each<[Path, string]>([
    [['stages', 1, 'title'], 'id: settle'],
    [['stages', 1, 'id', 'deeper'], 'settle'],
    [['stages', 9], step.slice('stages:\n  '.length, step.indexOf('\nlast'))],
    [['stages', 'x'], step.slice('stages:\n  '.length, step.indexOf('\nlast'))],
    [['nowhere', 0], step.trimEnd()],
  ])('%j leads to the nearest that is there', (path, expected) => {
    expect(slice(step, path)).toBe(expected);
  });
});

describe('what holds nothing is found where it would stand', () => {
  it.each<[string, Path, string]>([
    ['a:\nb: c', ['a'], 'a'],
    ['a: # why\nb: c', ['a'], 'a'],
    ['"a b":', ['a b'], '"a b"'],
    ['{a: , b: c}', ['a'], 'a'],
    ['- a\n-\n- c', [1], '-'],
    ['-\n-', [0], '-'],
    ['-', [0], '-'],
    ['a:\n  - b: c # - d\n  # - e\n  -\n', ['a', 1], '-'],
    ['a: |\n\nb: c', ['a'], '|'],
    ['a: >+ # x | y\n', ['a'], '>+'],
    ['a|b: |-', ['a|b'], '|-'],
    ['a: ""', ['a'], '""'],
    ['a: []', ['a'], '[]'],
    ['a: {}', ['a'], '{}'],
    ['a: ~', ['a'], '~'],
  ])('%j %j', (text, path, expected) => {
    expect(slice(text, path)).toBe(expected);
  });

  it('the second dash is meant, not the first', () => {
    expect(locateInYaml(sourceText('a.yaml', '-\n-\n- c'), 0, [1], 'value')).toMatchObject({ start: 2, end: 3 });
  });
});

describe('in every way of writing', () => {
  it.each<[string, Path, string]>([
    ['a: b\r\nc:\r\n  d: e\r\n', ['c', 'd'], 'e'],
    ['\n\n# c\n  a: b\n', ['a'], 'b'],
    ['\u{1f600}: é # ü\nb: c', ['b'], 'c'],
    ['? a\n: b', ['a'], 'b'],
    ['[to: b, c]', [0], 'to: b'],
    ['[to: b, c]', [0, 'to'], 'b'],
    ['[to: b, c]', [1], 'c'],
    ['a: one\n  two # c', ['a'], 'one\n  two'],
    ['a: "one\n\n  two"', ['a'], '"one\n\n  two"'],
    ["a: 'it''s' # c", ['a'], "'it''s'"],
    ['a: [b, [c, {d: e}]]', ['a', 1, 1, 'd'], 'e'],
    ['a: [\n  b, # ]\n  c\n ]', ['a'], '[\n  b, # ]\n  c\n ]'],
    ['a: {b: "}", c: \'}\'}', ['a'], '{b: "}", c: \'}\'}'],
    ['a: [b, ]', ['a'], '[b, ]'],
    ['- - a\n  - b\n- c', [0], '- a\n  - b'],
    ['- - a\n  - b\n- c', [0, 1], 'b'],
    ['- - a\n  - b\n- c', [1], 'c'],
    ['a: |+\n  x\n\nb: c', ['a'], 'x'],
    ['a: |2\n    x\n', ['a'], 'x'],
    ['a: 1\n---\na: 2\n', ['a'], '1'],
  ])('%j %j', (text, path, expected) => {
    expect(slice(text, path)).toBe(expected);
  });

  it.each<[number, string]>([
    [0, '1'],
    [1, '2'],
    [3, '4'],
  ])('the document %i is the one that is meant', (document, expected) => {
    expect(slice('a: 1\n---\na: 2\n---\n---\na: 4\n', ['a'], 'value', document)).toBe(expected);
  });

  it('of many documents each is found where it stands, whatever separates them', () => {
    const texts = fc.constantFrom('a: 1\n', 'a:\n', '# none\n', '', 'a: |\n  --- b\n   ---\n', "a: 'b\n  ---c'\n", 'a: --- b\n', 'a: b\u2028--- c\n', 'a: b\n---\u00a0c: d\n', 'a: b\n...\n', '---c: d\n');
    const separators = fc.constantFrom('---\n', '--- # why\n', '---\t\n', '---\r\n', '\n# between\n---\n');
    check(
      fc.property(fc.array(fc.tuple(separators, texts), { minLength: 1, maxLength: 5 }), texts, fc.constantFrom('', '\ufeff'), (rest, first, mark) => {
        const text = mark + first + rest.flat().join('');
        const whole = parsedEvents(text);
        fc.pre(whole !== undefined);
        for (const [index, start] of whole!.entries()) expect([index, locateInYaml(sourceText('a.yaml', text), index, [], 'value').start]).toEqual([index, start]);
      }),
      2000,
    );
  });

  it('of two entries with one key the first is meant', () => {
    expect(slice('a: 1\na: 2', ['a'])).toBe('1');
  });

  it('what cannot be parsed has its place at the beginning', () => {
    expect(locateInYaml(sourceText('a.yaml', 'a: "'), 0, ['a'], 'value')).toMatchObject({ start: 0, end: 0 });
    expect(locateInYaml(sourceText('a.yaml', 'a: b'), 7, ['a'], 'value')).toMatchObject({ start: 0, end: 0 });
  });
});

/** Every path of a value, containers included. */
function pathsOf(value: unknown, path: Path = []): readonly (readonly [Path, unknown])[] {
  const inner = Array.isArray(value) ? value.map((each, index) => [index, each] as const) : typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [[path, value], ...inner.flatMap(([key, each]) => pathsOf(each, [...path, key]))];
}

/** Line ends at the end of a block depend on what follows, so they are set aside. */
function normal(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\s+$/, '') : Array.isArray(value) ? value.map(normal) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, normal(each)])) : value;
}

describe('for values printed by another library in many styles', () => {
  it('the same values are read', () => {
    check(
      fc.property(printedValues, ({ value, text }) => {
        const documents = readYaml(sourceText('a.yaml', text));
        fc.pre(documents.every(({ problems }) => problems.every(({ code }) => code !== 'STR-019')));
        expect(documents.map((document) => ({ value: document.value, problems: document.problems.map(({ message }) => message) }))).toEqual([{ value, problems: [] }]);
      }),
      1500,
    );
  });

  it('the text at every path reads back as the value at that path', () => {
    check(
      fc.property(printedValues, ({ value, text }) => {
        const source = sourceText('a.yaml', text);
        for (const [path, expected] of pathsOf(value)) {
          const { start, end } = locateInYaml(source, 0, path, 'value');
          const found = text.slice(start, end);
          const indentation = typeof expected === 'object' ? ' '.repeat(source.positionAt(start).column - 1) : '';
          const again = readYaml(sourceText('b.yaml', `\n${indentation}${found}`))[0]?.value ?? null;
          const sameLetters = typeof expected === 'string' && (expected.trim() === '' || letters(found) === letters(expected));
          if (!sameLetters) expect(normal(again)).toEqual(normal(expected));
        }
      }),
      1500,
    );
  });
});

/** A text after `|` or `>` stands there without its mark, so its letters are compared. */
function letters(text: string): string {
  return text.replace(/\s+/g, '');
}
