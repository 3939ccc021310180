import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { Document, isScalar, parseAllDocuments, visit, type Scalar } from 'yaml';

/** What a document may hold: texts that look like something else, numbers, lists, maps. */
const words: readonly string[] = [
  'plain', 'two words', 'no', 'yes', 'null', '~', 'true', '1', '-1', '0x1f', '1e3', '1:30', '2026-09-01', '4h', '8-12%', 'a: b', 'a #b', '# a', '- a', '? a', ': a', '-', '?', ':', '[a]', '{a}', 'a, b', '&a', '*a', '!a', '|', '>', '%a', '@a', '`a',
  "it's", '"quoted"', '', ' ', ' leading', 'trailing ', 'two\nlines', 'two\n\nparagraphs\n', '\nbegins', '  indented\nless', 'ends\n\n', 'tab\tinside', '\ttab', 'größe', '\u{1f600}', '---', '--- a', '...', '<<', '=', 'a\\nb', 'a\\', "'", '"', 'key:', 'x'.repeat(90), `${'long words '.repeat(12)}end`,
];

const scalarTexts = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...words) }, { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...Array.from(' abc-:#,[]{}&*!|>\'"%@`\n\\?0.~<'), 'é', '\u{1f600}'), maxLength: 12 }) });
const numbers = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constantFrom(0.5, 1.25, -0.01, 1e15, 100000, 1.5e-7));
const keys = fc.oneof({ weight: 5, arbitrary: fc.constantFrom('id', 'title', 'steps', 'next', 'a', 'b') }, { weight: 1, arbitrary: scalarTexts.filter((text) => text !== '' && text !== '__proto__' && text !== '<<') });

/** Values of JSON, as a spec may hold them. */
export const jsonValues: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown; list: unknown[]; map: Record<string, unknown> }>((tie) => ({
  value: fc.oneof({ maxDepth: 4, depthSize: 'small' }, { weight: 5, arbitrary: fc.oneof({ weight: 4, arbitrary: scalarTexts }, numbers, fc.boolean(), fc.constant(null)) }, { weight: 2, arbitrary: tie('list') }, { weight: 3, arbitrary: tie('map') }),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: true }),
})).value;

/** One way of writing a value. */
export interface Style {
  readonly indent: number;
  readonly indentSeq: boolean;
  readonly lineWidth: number;
  readonly blockQuote: boolean | 'folded' | 'literal';
  readonly defaultStringType: 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE' | 'BLOCK_LITERAL' | 'BLOCK_FOLDED';
  readonly flow: boolean;
  readonly comments: boolean;
  readonly lineEnd: '\n' | '\r\n';
}

export const styles: fc.Arbitrary<Style> = fc.record({
  indent: fc.constantFrom(2, 3, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  blockQuote: fc.constantFrom<(boolean | 'folded' | 'literal')[]>(true, 'folded', 'literal', false),
  defaultStringType: fc.constantFrom<Style['defaultStringType'][]>('PLAIN', 'PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
  flow: fc.boolean(),
  comments: fc.boolean(),
  lineEnd: fc.constantFrom<Style['lineEnd'][]>('\n', '\n', '\r\n'),
});

/** Values with a text that the other library prints for them and reads back; where it cannot do that, its printer is at fault. */
export const printedValues: fc.Arbitrary<{ readonly value: unknown; readonly text: string }> = fc
  .tuple(jsonValues, styles)
  .map(([value, style]) => ({ value, text: printYaml(value, style) }))
  .filter(({ value, text }) => isDeepStrictEqual(readAsOthersDo(text), [value]));

/** Every document of a text as the other library reads it by the rules of YAML 1.2; `undefined` when it refuses. */
export function readAsOthersDo(text: string): readonly unknown[] | undefined {
  const read = refusalOfOthers(text) === undefined ? othersRead(text) : undefined;
  return read?.map((document) => plain(document.toJS()));
}

/** Why the other library refuses a text. */
export function refusalOfOthers(text: string): { readonly code: string; readonly message: string } | undefined {
  return othersRead(text).flatMap(({ errors, warnings }) => [...errors, ...warnings])[0];
}

function othersRead(text: string): readonly Document.Parsed[] {
  const read = parseAllDocuments(text, { version: '1.2', schema: 'core', merge: false, uniqueKeys: false, resolveKnownTags: false, logLevel: 'error' });
  return Array.isArray(read) ? read : [];
}

/** Without the difference between 0 and -0, which the language does not have. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** A value as YAML, printed by another library. */
function printYaml(value: unknown, style: Style): string {
  const document = new Document(value, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
  visit(document, {
    Collection(_, node, path) {
      if (style.flow && path.length > 3) node.flow = true;
    },
    Scalar(_, node) {
      if (style.comments && !(node as Scalar).spaceBefore && isScalar(node)) node.comment = ' why: "this"';
    },
  });
  const printed = document.toString({ indent: style.indent, indentSeq: style.indentSeq, lineWidth: style.lineWidth, blockQuote: style.blockQuote, defaultStringType: style.defaultStringType, defaultKeyType: 'PLAIN' });
  return style.lineEnd === '\n' ? printed : printed.replaceAll('\n', '\r\n');
}

/** Pieces of text in which parsers of YAML have gone wrong before. */
export const trouble: readonly string[] = [
  '&a ', '&a', '*a', '*a ', '!a ', '!!str ', '!!int ', '!<tag:a> ', '%YAML 1.1\n', '%TAG ! a\n', '%a\n', '? ', '?', '\t', ' \t', '\t ', '|', '>', '|-', '>+', '|2', '|\n', '>\n', '|1-\n', "'", '"', "''", '""', '\\', '\\x41', '\\u0041', '#', ' #', ' # ', '#a\n', '---', '---\n', '--- ', '\n---\n', '...', '\n...\n', '<<: ', '<<', ':', ': ', ':\n', ' :', ' : ', '- ', '-', '-\n', '- - ', ',', ', ', '[', ']', '{', '}', '[]', '{}', '[a', '{a: ', '[?', '{? ', '@', '`', '=', '~', 'null', 'Null', 'true', 'False', 'yes', 'no',
  '0', '1', '-1', '+1', '01', '0o7', '0x1F', '0b1', '1_000', '1.', '.5', '-.5', '+.5', '.', '1.5', '1e3', '1E+3', '1e', '1e400', '-1e400', '.inf', '-.INF', '.nan', '.NaN', '9007199254740993', '0.1234567890123456789', '1:30', '12e03', '-0', '0.0', '00', '1,000', '2026-09-01',
  '\n', '\n\n', '\r\n', '\r', ' ', '  ', '    ', '\n ', '\n  ', '\u00a0', '\u0085', '\u2028', '\ufeff', '\u200b', '\u0000', '\u0007', '\ud83d', '\u{1f600}', 'é', 'a', 'a: b', '\na: b\n', '\n- a\n', '\n  a: b\n', 'a: b: c', '"a": b', '"a":b', "'a':b", '[a]: b', '{a: b}: c', '- a: b\n  c: d', 'a: |\n  x\n y\n', 'a: >\n\n  x\n\n   y\n\n  z\n', '"a\n b"', "'a\n\n  b'", 'a\n b', '"a\\\n  b"', '__proto__: a', 'constructor: a',
];

/** One change of a text, made by numbers so that it can be repeated and made smaller. */
export interface Mutation {
  readonly how: 'insert' | 'replace' | 'delete' | 'flip' | 'double-line' | 'drop-line' | 'move-line' | 'indent-line' | 'swap-lines' | 'cut' | 'join-lines';
  readonly at: number;
  readonly amount: number;
}

export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    how: fc.constantFrom<Mutation['how'][]>('insert', 'insert', 'insert', 'insert', 'replace', 'delete', 'flip', 'double-line', 'drop-line', 'move-line', 'indent-line', 'indent-line', 'swap-lines', 'cut', 'join-lines'),
    at: fc.nat(100_000),
    amount: fc.nat(1000),
  }),
  { minLength: 1, maxLength: 4 },
);

/** The text after every change. */
export function mutate(text: string, changes: readonly Mutation[]): string {
  return changes.reduce(mutateOnce, text);
}

function mutateOnce(text: string, { how, at, amount }: Mutation): string {
  const place = at % (text.length + 1);
  const piece = trouble[amount % trouble.length]!;
  switch (how) {
    case 'insert':
      return text.slice(0, place) + piece + text.slice(place);
    case 'replace':
      return text.slice(0, place) + piece + text.slice(place + 1 + (amount % 3));
    case 'delete':
      return text.slice(0, place) + text.slice(place + 1 + (amount % 4));
    case 'flip':
      return text.slice(0, place) + String.fromCharCode((text.charCodeAt(place) || 32) ^ (1 << amount % 7)) + text.slice(place + 1);
    case 'cut':
      return text.slice(0, place);
    default:
      return mutateLines(text.split('\n'), how, at, amount).join('\n');
  }
}

function mutateLines(lines: readonly string[], how: Mutation['how'], at: number, amount: number): readonly string[] {
  const place = at % lines.length;
  const line = lines[place]!;
  const others = lines.toSpliced(place, 1);
  switch (how) {
    case 'double-line':
      return lines.toSpliced(place, 0, line);
    case 'drop-line':
      return others;
    case 'move-line':
      return others.toSpliced(amount % (others.length + 1), 0, line);
    case 'swap-lines':
      return lines.with(place, lines[amount % lines.length]!).with(amount % lines.length, line);
    case 'join-lines':
      return lines.toSpliced(place, 2, `${line}${' '.repeat(amount % 2)}${(lines[place + 1] ?? '').trimStart()}`);
    default:
      return lines.with(place, amount % 2 === 0 ? ' '.repeat(1 + (amount % 5)) + line : line.replace(/^ {1,2}/, ''));
  }
}

/** Short texts that use the corners of the language. */
const corners: readonly string[] = [
  'american:\n- Boston Red Sox\n- Detroit Tigers\nnational:\n- New York Mets\n',
  '-\n  name: Mark McGwire\n  hr:   65\n-\n  name: Sammy Sosa\n',
  '? - Detroit Tigers\n  - Chicago cubs\n: - 2001-07-23\n? New York\n: [ 2001-07-02, a ]\n',
  '# Ranking\n---\n- Mark McGwire\n- Ken Griffey\n\n# Team ranking\n---\n- Chicago Cubs\n...\n',
  '---\ntime: 20:03:20\nplayer: Sammy Sosa\naction: strike (miss)\n...\n---\ntime: 20:03:47\n',
  'hr: # 1998 hr ranking\n- Mark McGwire\n# comment\n- Sammy Sosa\n',
  '--- |\n  \\//||\\/||\n  // ||  ||__\n',
  '--- >\n  Mark McGwire\'s\n  year was crippled\n  by a knee injury.\n',
  '>\n Sammy Sosa completed another\n fine season.\n\n   63 Home Runs\n   0.288 Average\n\n What a year!\n',
  'name: Mark McGwire\naccomplishment: >\n  Mark set a major league\n  home run record.\nstats: |\n  65 Home Runs\n  0.278 Average\n',
  'plain:\n  This unquoted scalar\n  spans many lines.\n\nquoted: "So does this\n  quoted scalar.\\n"\n',
  "unicode: \"Sosa did fine.\\u263A\"\ncontrol: \"\\t1998\\t1999\\t2000\\n\"\nsingle: '\"Howdy!\" he cried.'\nquoted: ' # Not a ''comment''.'\ntie-fighter: '|\\-*-/|'\n",
  '{first: Sammy, last: Sosa}:\n# Statistics:\n  hr: 65\n',
  '- [ a, b ]\n- { a: b }\n- "a"\n- \'b\'\n- c\n',
  '{\n  unquoted : "separate",\n  http://foo.com,\n  omitted value:,\n  : omitted key,\n}\n',
  '[\n"double\n quoted", \'single\n           quoted\',\nplain\n text, [ nested ],\nsingle: pair,\n]\n',
  '- | # Empty header\n literal\n- >1 # Indentation indicator\n  folded\n- |+ # Chomping indicator\n keep\n\n- >1- # Both indicators\n  strip\n',
  '- |\n detected\n- >\n \n  \n  # detected\n- |1\n  explicit\n- >\n \t\n detected\n',
  'strip: |-\n  text\nclip: |\n  text\nkeep: |+\n  text\n',
  ' # Strip\n  # Comments:\nstrip: |-\n  # text\n\n # Clip\n  # comments:\n\nclip: |\n  # text\n\n # Keep\n  # comments:\n\nkeep: |+\n  # text\n\n # Trail\n  # comments.\n',
  'block sequence:\n  - one\n  - two : three\n',
  '- # Empty\n- |\n block node\n- - one # Compact\n  - two # sequence\n- one: two # Compact mapping\n',
  '? explicit key # Empty value\n? |\n  block key\n: - one # Explicit compact\n  - two # block value\n',
  'plain key: in-line value\n"quoted key":\n- entry\n',
  '- sun: yellow\n- ? earth: blue\n  : moon: white\n',
  '-\n  "flow in block"\n- >\n Block scalar\n- # map\n  foo : bar\n',
  'a: "double\n  quotes" # lala\nb: plain\n value\nc  : #lala\n  d\n',
  "a: 'one\n\n  two\n  three'\nb: \"one \\\n  two \\\n  \\  three\"\n",
  'a: [\n  b, c,\n  {d: e,\n   f: g}\n  ]\nh: {i: [], j: {}, "k":l, m: }\n',
  'a:\n  - b:\n    - c\n  -\n   d: e\n   f:\n   - g\n',
  '- a\n\n\n-   b\n -c\n- d: - e\n',
  'key:    value\t# tab comment\nnext:\tvalue\nlist:\n-\ta\n-\t- b\n',
];

/** Texts to be changed: values in many styles, the corners of the language, pieces of specs. */
export function texts(specs: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.tuple(fc.constantFrom(...specs), fc.nat(300), fc.integer({ min: 3, max: 25 })).map(([spec, from, length]) => {
    const lines = spec.split('\n');
    return lines.slice(from % lines.length, (from % lines.length) + length).join('\n');
  });
  return fc.oneof({ weight: 3, arbitrary: printedValues.map(({ text }) => text) }, { weight: 2, arbitrary: fc.constantFrom(...corners) }, { weight: 2, arbitrary: piece });
}

/** A text inside another document, so that what goes wrong in it meets something around it. */
export function surround(text: string, how: number): string {
  const moved = (spaces: string): string => text.split(/(?<=\n)/).join(spaces);
  return [text, text, `top:\n  ${moved('  ')}`, `a: 1\nlist:\n- x: ${moved('    ')}\nz: 2\n`, `{a: [${text}]}`, `list:\n- ${moved('  ')}\nz: 2\n`][how % 6]!;
}
