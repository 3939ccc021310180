import { describe, expect, it } from 'vitest';
import { sourceText } from '../../src/base/source.js';
import { limits } from '../../src/load/limits.js';
import { readYaml } from '../../src/load/yaml-values.js';

function values(text: string): readonly unknown[] {
  return readYaml(sourceText('a.yaml', text)).map((document) => (document.problems.length === 0 ? document.value : document.problems));
}

/** Problems as `CODE`, the text that is meant, the message. */
function problems(text: string): readonly (readonly [string, string, string])[] {
  return readYaml(sourceText('a.yaml', text)).flatMap((document) => document.problems.map(({ code, message, span }) => [code, text.slice(span.start, span.end), message] as const));
}

describe('what is written is what is read', () => {
  it.each<[string, unknown]>([
    ['a: b', { a: 'b' }],
    ['a: no', { a: 'no' }],
    ['a: yes', { a: 'yes' }],
    ['a: on', { a: 'on' }],
    ['a: NO', { a: 'NO' }],
    ['a: true', { a: true }],
    ['a: True', { a: true }],
    ['a: FALSE', { a: false }],
    ['a: tRue', { a: 'tRue' }],
    ['a:', { a: null }],
    ['a: ~', { a: null }],
    ['a: null', { a: null }],
    ['a: Null', { a: null }],
    ['a: nUll', { a: 'nUll' }],
    ['a: ""', { a: '' }],
    ['a: 1', { a: 1 }],
    ['a: +1', { a: 1 }],
    ['a: -1', { a: -1 }],
    ['a: -0', { a: 0 }],
    ['a: 0', { a: 0 }],
    ['a: 1.5', { a: 1.5 }],
    ['a: .5', { a: 0.5 }],
    ['a: 5.', { a: 5 }],
    ['a: 1e3', { a: 1000 }],
    ['a: 1E-2', { a: 0.01 }],
    ['a: 9007199254740991', { a: 9007199254740991 }],
    ['a: 1_000', { a: '1_000' }],
    ['a: 1:30', { a: '1:30' }],
    ['a: 0b1', { a: '0b1' }],
    ['a: 1.2.3', { a: '1.2.3' }],
    ['a: 2026-09-01', { a: '2026-09-01' }],
    ['a: 08:00-18:00', { a: '08:00-18:00' }],
    ['a: 8-12%', { a: '8-12%' }],
    ['a: <4h', { a: '<4h' }],
    ['a: =', { a: '=' }],
    ['a: .', { a: '.' }],
    ['a: e3', { a: 'e3' }],
    ['a: "1"', { a: '1' }],
    ["a: 'true'", { a: 'true' }],
    ["a: 'it''s'", { a: "it's" }],
    ['a: "\\u00e9\\t\\x41\\U0001f600"', { a: 'é\tA\u{1f600}' }],
    ['a: "\\ud83d\\ude00"', { a: '\u{1f600}' }],
    ['a: "one\n  two"', { a: 'one two' }],
    ['a: "one\\\n  two"', { a: 'onetwo' }],
    ['a: one\n  two\n\n  three', { a: 'one two\nthree' }],
    ['a: b # c', { a: 'b' }],
    ['a: b#c', { a: 'b#c' }],
    ['a: https://a.example/b?c=d#e', { a: 'https://a.example/b?c=d#e' }],
    ['a: |\n  one\n   two\n', { a: 'one\n two\n' }],
    ['a: |-\n  one\n', { a: 'one' }],
    ['a: |+\n  one\n\n', { a: 'one\n\n' }],
    ['a: >\n  one\n  two\n\n  three\n', { a: 'one two\nthree\n' }],
    ['a: |\n  \ttab\n', { a: '\ttab\n' }],
    ['a: |\n\n', { a: '' }],
    ['"a b": c', { 'a b': 'c' }],
    ["'1': c", { '1': 'c' }],
    ['a b: c', { 'a b': 'c' }],
    ['? a\n: b', { a: 'b' }],
    ['- ? a\n  : b', [{ a: 'b' }]],
    ['a: [b]\n? c # d\n: {}\n? e', { a: ['b'], c: {}, e: null }],
    ['[? a : b]', [{ a: 'b' }]],
    ['a: {b: c, d: [e, f]}', { a: { b: 'c', d: ['e', 'f'] } }],
    ['{"a":1,"b":[true,null]}', { a: 1, b: [true, null] }],
    ['a: [b, c,]', { a: ['b', 'c'] }],
    ['a: {b: , c: d}', { a: { b: null, c: 'd' } }],
    ['a: [b: c]', { a: [{ b: 'c' }] }],
    ['a:\n- b\n-\n- c: d\n  e: f', { a: ['b', null, { c: 'd', e: 'f' }] }],
    ['a:\n  - - b\n    - c', { a: [['b', 'c']] }],
    ['constructor: a\ntoString: b', { constructor: 'a', toString: 'b' }],
    ['größe: \u{1f600}', { größe: '\u{1f600}' }],
    ['a: b\r\nc: d\r\n', { a: 'b', c: 'd' }],
    ['a: "zero\u200dwidth joiner"', { a: 'zero\u200dwidth joiner' }],
    ['a: x @y', { a: 'x @y' }],
  ])('%j', (text, value) => {
    expect(values(text)).toEqual([value]);
  });

  it('keys stay in the order of the file, also those that look like numbers of a list', () => {
    expect(Object.keys(values('b: 1\na: 2\nc: 3')[0] as object)).toEqual(['b', 'a', 'c']);
  });

  it('a key of every object is a key like any other', () => {
    const [value] = values('constructor: a\nhasOwnProperty: b') as [object];
    expect(Object.keys(value)).toEqual(['constructor', 'hasOwnProperty']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

describe('documents of a file', () => {
  it.each<[string, readonly unknown[]]>([
    ['', []],
    ['# nothing\n', []],
    ['---\n', []],
    ['...\n', []],
    ['---\n---\n---\n', []],
    ['a: 1', [{ a: 1 }]],
    ['---\na: 1\n', [{ a: 1 }]],
    ['--- # why\na: 1\n', [{ a: 1 }]],
    ['a: 1\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['a: 1\n...\n---\nb: 2\n...\n', [{ a: 1 }, { b: 2 }]],
    ['a: 1\n---\n', [{ a: 1 }]],
    ['---\n# nothing\n---\nb: 2\n', [{ b: 2 }]],
    ['--- null\n--- ~\n', [null, null]],
    ['--- text\n', ['text']],
  ])('%j', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('are counted with the empty ones, so that a place is found in the right one', () => {
    expect(readYaml(sourceText('a.yaml', '---\n---\na: 1\n---\n---\nb: 2\n')).map(({ index }) => index)).toEqual([1, 3]);
  });

  it('span their own text', () => {
    const text = '# one\na: 1\n---\n---\nb:\n  c\n';
    expect(readYaml(sourceText('a.yaml', text)).map(({ span }) => text.slice(span.start, span.end))).toEqual(['a: 1\n---\n---\n', 'b:\n  c\n']);
  });

  it('are read on their own: one that is wrong does not spoil the next', () => {
    expect(readYaml(sourceText('a.yaml', 'a: 1\na: 2\n---\nb: 2\n')).map(({ problems: found }) => found.length)).toEqual([1, 0]);
  });
});

describe('what two readers could read differently is refused', () => {
  it.each<[string, string, string]>([
    // What changes the meaning of other lines.
    ['%YAML 1.1\n---\na: no', '%YAML 1.1', 'A line that begins with `%` (a directive) changes how the file is read.'],
    ['%SOMETHING else\n---\na: 1', '%SOMETHING else', 'A line that begins with `%` (a directive) changes how the file is read.'],
    ['# c\n%TAG ! a\n---\na: 1', '%TAG ! a', 'A line that begins with `%` (a directive) changes how the file is read.'],
    ['a: 1\n...\n%YAML 1.2\n---\nb: 1', '%YAML 1.2', 'A line that begins with `%` (a directive) changes how the file is read.'],
    ['a: &b c', '&b', 'An anchor (`&name`) gives a value a name inside the file.'],
    ['&a b: c', '&a', 'An anchor (`&name`) gives a value a name inside the file.'],
    ['a: &b\n  c: d', '&b', 'An anchor (`&name`) gives a value a name inside the file.'],
    ['a: *b', '*b', 'An alias (`*name`) repeats a value from elsewhere in the file.'],
    ['[*a]', '*a', 'An alias (`*name`) repeats a value from elsewhere in the file.'],
    ['*a : b', '*a', 'An alias (`*name`) repeats a value from elsewhere in the file.'],
    ['a: !b c', '!b', 'A tag (`!name`) changes how a value is read.'],
    ['a: !!int "1"', '!!int', 'A tag (`!name`) changes how a value is read.'],
    ['a: !<tag:x> b', '!<tag:x>', 'A tag (`!name`) changes how a value is read.'],
    ['!!set {a: b}', '!!set', 'A tag (`!name`) changes how a value is read.'],
    ['<<: {a: b}', '<<', 'A merge key (`<<`) copies values from elsewhere.'],
    ['"<<": {a: b}', '"<<"', 'A merge key (`<<`) copies values from elsewhere.'],
    // Keys.
    ['a: 1\nb: 2\na: 3', 'a', '`a` stands here a second time; only one of the two can hold.'],
    ['- a: 1\n  b: 2\n  a: 3\n  b: 4\n  b: 5\n', 'a', '`a` stands here a second time; only one of the two can hold.'],
    ['{a: 1, "a": 2}', '"a"', '`a` stands here a second time; only one of the two can hold.'],
    ['1: a', '1', 'The key `1` would not be read as text.'],
    ['true: a', 'true', 'The key `true` would not be read as text.'],
    ['~: a', '~', 'The key `~` would not be read as text.'],
    ['1.0: a', '1.0', 'The key `1.0` would not be read as text.'],
    ['0x1: a', '0x1', 'The key `0x1` would not be read as text.'],
    [': a', ':', 'There is no name before the colon.'],
    ['a:\n  : b', ':', 'There is no name before the colon.'],
    ['{: a}', ':', 'There is no name before the colon.'],
    ['? [a]\n: b', '[', 'A key has to be a word, not a list or a map.'],
    ['{a: b}: c', '{', 'A key has to be a word, not a list or a map.'],
    ['a: {[b]: c}', '[', 'A key has to be a word, not a list or a map.'],
    ['__proto__: {a: b}', '__proto__', '`__proto__` is not a key of the language.'],
    ['"__proto__": 1', '"__proto__"', '`__proto__` is not a key of the language.'],
    ['a:\n- "b" c: d', 'c', 'A value ends before this on the same line, so this belongs to nothing.'],
    ['a:\n- "b"? # c\n   "d"\ne: f', '"d"', 'A value ends before this on the same line, so this belongs to nothing.'],
    ['a:\n- {}? b\n: c', 'b', 'A value ends before this on the same line, so this belongs to nothing.'],
    ['a:\n- {b: c} d}: e', 'd}', 'A value ends before this on the same line, so this belongs to nothing.'],
    // Numbers.
    ['a: 9007199254740993', '9007199254740993', '`9007199254740993` has more digits than a number can keep.'],
    ['a: 0.1234567890123456789', '0.1234567890123456789', '`0.1234567890123456789` has more digits than a number can keep.'],
    ['a: 1e400', '1e400', '`1e400` has more digits than a number can keep.'],
    ['a: -1e400', '-1e400', '`-1e400` has more digits than a number can keep.'],
    ['a: 1e-400', '1e-400', '`1e-400` has more digits than a number can keep.'],
    ['a: .inf', '.inf', '`.inf` is not a number that can be counted with.'],
    ['a: -.INF', '-.INF', '`-.INF` is not a number that can be counted with.'],
    ['a: .NaN', '.NaN', '`.NaN` is not a number that can be counted with.'],
    ['a: 0x1F', '0x1F', '`0x1F` would be read as the number 31.'],
    ['a: 0o17', '0o17', '`0o17` would be read as the number 15.'],
    ['a: 0123', '0123', '`0123` would be read as the number 123, without its zeros.'],
    ['a: 00', '00', '`00` would be read as the number 0, without its zeros.'],
    // Characters.
    ['a: "\\ud800"', '"\\ud800"', 'This text holds half of a character (a lone surrogate).'],
    ['a: "\\ude00\\ud83d"', '"\\ude00\\ud83d"', 'This text holds half of a character (a lone surrogate).'],
    ['a: "x \\U00110000"', '\\U00110000', 'There is no character `\\U00110000`.'],
    ['a: "\\\\ \\U80000041"', '\\U80000041', 'There is no character `\\U80000041`.'],
    ['a: "\\0"', '"\\0"', 'This text holds an invisible control character (U+0000).'],
    ['a: "\\e[31m"', '"\\e[31m"', 'This text holds an invisible control character (U+001B).'],
    ['a: "\\u202e"', '"\\u202e"', 'This text holds an invisible control character (U+202E).'],
    ['a: "\\N"', '"\\N"', 'This text holds an invisible control character (U+0085).'],
    ['a: "\\L"', '"\\L"', 'This text holds an invisible control character (U+2028).'],
    ['"\\u200bid": b', '"\\u200bid"', 'This text holds an invisible control character (U+200B).'],
    ['a: b\u202ec', '\u202e', 'An invisible control character (U+202E) stands here.'],
    ['a: "b\u2066c"', '\u2066', 'An invisible control character (U+2066) stands here.'],
    ['a: |\n  b\u200bc\n', '\u200b', 'An invisible control character (U+200B) stands here.'],
    ['a: b # \u202e c', '\u202e', 'An invisible control character (U+202E) stands here.'],
    ['a: b\n\ufeffc: d', '\ufeff', 'An invisible control character (U+FEFF) stands here.'],
    ['a: b\u0085c', '\u0085', 'An invisible control character (U+0085) stands here.'],
    ['a: b\u2028c', '\u2028', 'An invisible control character (U+2028) stands here.'],
    ['# \u0007\na: b', '\u0007', 'An invisible control character (U+0007) stands here.'],
    ['a: \u0000', '\u0000', 'An invisible control character stands here.'],
    ['a: b\rc: d\r', '\r', 'Lines of this file end with a lone carriage return, at which some programs begin a new line and others do not.'],
    // Places.
    ['  --- a: b', '---', 'Space stands before `---`, which has to begin its line.'],
    [' %YAML 1.1\n---\na: b', '%', 'Space stands before `%`, which has to begin its line.'],
    ['... {a: b}', '{', 'The document begins behind `...`, which ends one.'],
    ['a: "b\\\n\n  c"', '\\', 'An empty line stands after the `\\` that joins two lines.'],
    ['a: |+\n\n  ', '|+', 'The text keeps its empty lines, and the last line of the file is one with spaces that never ends.'],
  ])('%j', (text, slice, message) => {
    expect(problems(text)).toEqual([['STR-001', slice, message]]);
  });

  it('a second key names the first', () => {
    const [document] = readYaml(sourceText('a.yaml', 'a: 1\na: 2'));
    expect(document?.problems[0]?.related?.map(({ message, span }) => [message, span.start, span.end])).toEqual([['It stands here first.', 0, 1]]);
  });

  const record = 'apiVersion: waymark/v1\nkind: Record\nid: one\nby: [a]\n';
  const unmarked = ['STR-001', 'apiVersion', 'A new document begins here, and the line `---` that has to stand before it is missing.'];

  it.each<[string, string, readonly (readonly string[])[]]>([
    ['is told once for two documents', record + record, [unmarked]],
    ['is told each time', record + record + record, [unmarked, unmarked]],
    ['is told in the second document of a file', `${record}---\n${record}# The next\n${record}`, [unmarked]],
    ['leaves what stands twice in one of the documents', `${record}${record}by: [b]\n`, [unmarked, ['STR-001', 'by', '`by` stands here a second time; only one of the two can hold.']]],
    ['is not the same line twice', `apiVersion: waymark/v1\n${record}`, [['STR-001', 'apiVersion', '`apiVersion` stands here a second time; only one of the two can hold.']]],
    ['is not in a map of its own', 'a:\n  apiVersion: 1\n  b: 2\n  apiVersion: 3\n', [['STR-001', 'apiVersion', '`apiVersion` stands here a second time; only one of the two can hold.']]],
    ['is not between braces', '{apiVersion: 1, b: 2, apiVersion: 3}', [['STR-001', 'apiVersion', '`apiVersion` stands here a second time; only one of the two can hold.']]],
  ])('a forgotten `---` %s', (_, text, found) => {
    expect(problems(text)).toEqual(found);
  });

  it('every problem says what to do', () => {
    const texts = ['%A\n---\na: 1', 'a: &b c', 'a: *b', 'a: !b c', '<<: 1', 'a: 1\na: 2', `${record}${record}`, '1: a', ': a', '? [a]\n: b', '__proto__: 1', 'a: 0x1', 'a: .inf', 'a: 01', 'a: 1e400', 'a: "\\ud800"', 'a: "\\U80000041"', 'a: "\\0"', 'a: \u202e', 'a\rb', ' ---\na: b', '... a', 'a: "\\\n\nb"', '{a}', '{a: b, c}', '[(a, b]'];
    for (const text of texts) for (const { problems: found } of readYaml(sourceText('a.yaml', text))) for (const { hint } of found) expect(hint).toMatch(/^[A-Z].*\.$/s);
  });
});

describe('a comma inside an unquoted text is told as what it is', () => {
  it.each<[string, readonly (readonly [string, string])[]]>([
    ['{title: Pay, now}', [['now', 'The comma ends the text before it, so `now` became a key without a value.']]],
    ['{title: Pay,\n  now}', [['now', 'The comma ends the text before it, so `now` became a key without a value.']]],
    ['{a, b: c}', [['a', '`a` is a key without a value.']]],
    ['{web}', [['web', '`web` is a key without a value.']]],
    ['[Overload (pods, deployments)]', [['Overload (pods', 'A bracket or quote in `Overload (pods` is not closed; the comma beside it most likely tore one text in two.']]],
    ['[see "a, b" there, c]', [['see "a', 'A bracket or quote in `see "a` is not closed; the comma beside it most likely tore one text in two.']]],
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual(expected.map(([slice, message]) => ['STR-019', slice, message]));
  });

  it.each(['{a: , b: c}', '{a:\n, b: c}', '{a: # why\n}', '{title: "Pay, now"}', '[a (b), c]', '["a (b", c]', '{a: b,}', 'a: {b: (c}', 'a: Overload (pods, deployments'])('%j is no such comma', (text) => {
    expect(problems(text).filter(([code]) => code === 'STR-019')).toEqual([]);
  });
});

describe('what cannot be parsed is told in plain words', () => {
  it.each<[string, string, string]>([
    ['a:\n\tb: c', '\tb: c', 'A tab stands at the beginning of this line.'],
    ['a: "b', '"b', 'A quote was opened and never closed.'],
    ['x: "y"\na: "b \\" c', '"b \\" c', 'A quote was opened and never closed.'],
    ["x: 'y'\na: 'b''c", "'b''c", 'A quote was opened and never closed.'],
    ["a: '''b", "'''b", 'A quote was opened and never closed.'],
    ['a: [b', '[b', 'A `[` or `{` was opened and never closed.'],
    ['a: {b: [c], d: [e', '[e', 'A `[` or `{` was opened and never closed.'],
    ['a: "b\nc: d\n', '"b', 'This quote or bracket is opened and not closed.'],
    ["a:\n  - b: 'c\n    d: e\n", "'c", 'This quote or bracket is opened and not closed.'],
    ['a: [b\n', '[b', 'This quote or bracket is opened and not closed.'],
    ['a:\n  b: {c: "d"\n  e: f\n', '{c: "d"', 'This quote or bracket is opened and not closed.'],
    ['a:\n  * id: b\n    c: d\n', '* id: b', 'An entry of a list begins with `- `, not with `*`.'],
    ['a: [\n  b\n]', ']', 'This bracket stands too far left to close the one above.'],
    ['a: b\n  c: d', ': d', 'This line does not start at the same column as its neighbours, or a text holds `: ` without quotes.'],
    ['a: b: c', ': c', 'This line does not start at the same column as its neighbours, or a text holds `: ` without quotes.'],
    ['- - b\n  c', 'c', 'This line does not start at the same column as its neighbours.'],
    ['a: b\nc\nd: e', 'c', 'This line is neither `name: value` nor an entry of a list that begins with `- `.'],
    ['a: b\n// c\nd: e', '// c', 'A comment begins with `#`.'],
    ['a: 1\nb: %c', '%c', 'A text cannot begin with `%`, which means something of its own here.'],
    ['a: 1\nb: - c', '- c', 'A text cannot begin with `-`, which means something of its own here.'],
    ['a: 1\nb: [c] d', '[c] d', 'A text cannot begin with `[`, which means something of its own here.'],
    ['a: 1\nb: "c" d', '"c" d', 'A text cannot begin with `"`, which means something of its own here.'],
    ['a:\n  - id: x, title: y}', 'id: x, title: y}', 'This line ends with `}`, and its `{` is missing.'],
    ['"a":b', 'b', 'The space after the colon is missing.'],
    ['a: "\\q"', 'q"', 'Between double quotes, a `\\` begins a special character, and this is none.'],
    ['a: "\\u12"', '"', 'Between double quotes, a `\\` begins a special character, and this is none.'],
    ['a: |x\n  b', 'x', 'The text that `|` or `>` announces is not written as one.'],
    ['a: @b', '@b', 'A text cannot begin with this mark.'],
    ['a: `b`', '`b`', 'A text cannot begin with this mark.'],
    ['a: [b c: d e: f]', ': f]', 'A comma is missing between two entries.'],
    ['[a,, b]', ', b]', 'There is a comma with nothing before it.'],
  ])('%j', (text, slice, message) => {
    expect(problems(text)).toEqual([['STR-001', slice, message]]);
  });
});

describe('limits', () => {
  it('of a text', () => {
    expect(problems(`a: ${'x'.repeat(limits.textLength)}`)).toEqual([]);
    expect(problems(`a: ${'x'.repeat(limits.textLength + 1)}`).map(([, , message]) => message)).toEqual(['This text has 10,001 characters; 10,000 are allowed.']);
    expect(problems(`${'k'.repeat(limits.textLength + 1)}: a`).map(([, , message]) => message)).toEqual(['This text has 10,001 characters; 10,000 are allowed.']);
  });

  it('of the keys of a map', () => {
    const keys = (count: number): string => Array.from({ length: count }, (_, index) => `k${index}: v\n`).join('');
    expect(problems(keys(limits.keysPerMap))).toEqual([]);
    expect(problems(keys(limits.keysPerMap + 1)).map(([, , message]) => message)).toEqual(['This map has 5,001 keys; 5,000 are allowed.']);
  });

  it('of the values of a file', () => {
    const entries = (count: number): string => '- a\n'.repeat(count);
    expect(problems(entries(limits.nodes - 1))).toEqual([]);
    expect(problems(entries(limits.nodes)).map(([, , message]) => message)).toEqual(['This file holds more than 20,000 values.']);
    expect(problems('---\na\n'.repeat(limits.nodes + 1)).map(([, , message]) => message)).toEqual(['This file holds more than 20,000 values.']);
  });

  it('of nesting', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(problems(nested(limits.depth))).toEqual([]);
    expect(problems(nested(limits.depth + 1)).map(([, , message]) => message)).toEqual(['Lists and maps are nested more than 64 levels deep.']);
  });

  it('of problems, of which each document keeps at least one', () => {
    const found = readYaml(sourceText('a.yaml', `${'- &a b\n'.repeat(300)}---\n- &a b\n- &a b\n`)).map((document) => document.problems.length);
    expect(found).toEqual([100, 1]);
  });
});
