/** Files that a stranger may put into a pull request, by what they try. Each is read by a process of its own. */
export interface HostileFile {
  readonly title: string;
  readonly content: string | Uint8Array;
}

const journey = 'apiVersion: waymark/v1\nkind: Journey\nid: hostile\ntitle: Hostile\nversion: 0.1.0\nstatus: draft\nowner: nobody\n';
const directory = 'apiVersion: waymark/v1\nkind: Directory\nid: hostile\ntitle: Hostile\nversion: 0.1.0\nstatus: draft\nowner: nobody\n';
const policy = 'apiVersion: waymark/v1\nkind: Policy\nid: hostile\ntitle: Hostile\nversion: 0.1.0\nstatus: draft\nowner: nobody\n';
const step = '{id: a, title: A, lane: customer}';
const mega = 1_000_000;
const glossary = `${journey.replace('Journey', 'Glossary').replace('0.1.0', '1.0.0').replace('draft', 'active')}effective: {from: 2026-01-01}\nterms:\n`;

function team(id: string): string {
  return `${journey.replace('Journey', 'Team').replace('id: hostile', `id: ${id}`)}function: sales\n`;
}

/** A journey of one stage. */
function steps(count: number, rest: (index: number) => string): string {
  return `${journey}stages:\n- id: s\n  title: S\n  steps:\n${repeat(count, (index) => `  - {id: t${index}, title: A, lane: backstage, ${rest(index)}}\n`)}`;
}

function repeat(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('');
}

/** Documents of variants that change nothing in a journey but what their overlays say. */
function variants(count: number, overlay: (index: number) => string): string {
  return repeat(count, (index) => `---\n${journey.replace('id: hostile', `id: variant-${index}`)}extends: hostile@^0.1\n${overlay(index)}`);
}

/** A list of as many lines as fit into one file. */
function filled(head: string, line: (index: number) => string): string {
  const lines: string[] = [head];
  let left = 1_048_000 - head.length;
  for (let index = 0; ; index += 1) {
    const next = line(index);
    left -= Buffer.byteLength(next);
    if (left < 0) return lines.join('');
    lines.push(next);
  }
}

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
}

export const hostileFiles: readonly HostileFile[] = [
  { title: 'nine levels of nine aliases', content: `a0: &a0 [lol]\n${repeat(9, (index) => `a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(', ')}]\n`)}` },
  { title: 'one long text and ninety-nine aliases', content: `a: &a ${'x'.repeat(900_000)}\nb: [${Array(99).fill('*a').join(', ')}]\n` },
  { title: '20,000 anchors, each used once', content: repeat(20_000, (index) => `k${index}: &a${index} x\nr${index}: *a${index}\n`) },
  { title: 'an alias inside its own anchor', content: '&a [*a]\n' },
  { title: 'merges of 5,000 keys', content: `base: &b\n${repeat(5000, (index) => `  k${index}: v\n`)}${repeat(90, (index) => `m${index}: {<<: *b}\n`)}` },
  { title: '100,000 brackets inside each other', content: '['.repeat(100_000) + ']'.repeat(100_000) },
  { title: '100,000 braces inside each other', content: '{a: '.repeat(100_000) + '}'.repeat(100_000) },
  { title: '100,000 dashes inside each other', content: '- '.repeat(100_000) },
  { title: 'a staircase of 1,000 maps', content: repeat(1000, (index) => `${' '.repeat(index)}a:\n`) },
  { title: '100,000 question marks inside each other', content: '? '.repeat(100_000) },
  { title: '50,000 unclosed brackets', content: '['.repeat(50_000) },
  { title: '50,000 unclosed braces', content: '{'.repeat(50_000) },
  { title: 'a quote that never ends', content: `a: "${'x\n '.repeat(300_000)}` },
  { title: '20,000 keys of one map', content: repeat(20_000, (index) => `k${index}: v\n`) },
  { title: '4,900 fields that do not exist', content: `${journey}${repeat(4_900, (index) => `titel${index}: v\n`)}` },
  { title: 'the same key 19,000 times', content: repeat(19_000, () => 'a: b\n') },
  { title: 'a text of one million characters', content: `${journey}description: ${'x'.repeat(mega)}\n` },
  { title: 'a block of one million characters', content: `${journey}description: |\n${repeat(15_000, () => `  ${'x'.repeat(60)}\n`)}` },
  { title: 'a quoted text of 160,000 escapes', content: `${journey}description: "${'\\u0041'.repeat(160_000)}"\n` },
  { title: 'a key of one million characters', content: `${'k'.repeat(mega)}: v\n` },
  { title: 'two keys of 400,000 characters', content: `${'k'.repeat(400_000)}: v\n${'k'.repeat(400_000)}: v\n` },
  { title: 'a text of one million spaces', content: `${journey}description: "${' '.repeat(mega)}"\n` },
  { title: 'a line of one million spaces', content: `${journey}${' '.repeat(mega)}description: a\n` },
  { title: 'a NUL', content: `${journey}description: a\u0000b\n` },
  { title: 'an escaped NUL', content: `${journey}description: "a\\0b"\n` },
  { title: 'control characters', content: `${journey}description: a\u0007\u001b[31mb\n` },
  { title: 'text that runs from right to left', content: `${journey}description: a \u202etxt.exe\u202c b\n` },
  { title: 'a comment that runs from right to left', content: `${journey}# \u202e status: retired\nstages: []\n` },
  { title: 'a million invisible characters', content: `${journey}# ${'\u200b'.repeat(340_000)}\n` },
  { title: 'fields named __proto__', content: `${journey}__proto__: {polluted: yes}\nstages: [{__proto__: {polluted: yes}}]\n` },
  { title: 'fields of every object', content: `${journey}constructor: {prototype: {polluted: yes}}\ntoString: a\nhasOwnProperty: b\nvalueOf: c\nstages: [{id: s, title: S, constructor: d, steps: [{toString: e, valueOf: f}]}]\n` },
  { title: 'labels named like fields of every object', content: `${journey}labels: {constructor: a, toString: b, hasOwnProperty: c, __proto__: d}\nstages: []\n` },
  { title: 'teams named like fields of every object', content: `${directory}teams: {constructor: {title: A}, toString: B, hasOwnProperty: {title: C, valueOf: d}, __proto__: {title: D}}\n` },
  { title: 'rules named like fields of every object', content: `${policy}roles: {constructor: a, toString: b}\nseverity: {constructor: off, __proto__: off, toString: loud}\ncycles: {valueOf: P1M}\nchannels: {hasOwnProperty: nope}\n` },
  { title: 'half of a character, escaped', content: `${journey}description: "\\ud800"\n` },
  { title: 'half of a character in bytes', content: bytes(journey, 'description: ', [0xed, 0xa0, 0x80], '\n') },
  { title: 'a character beyond Unicode', content: `${journey}description: "\\U80000041"\n` },
  { title: 'bytes that are no UTF-8', content: bytes(journey, 'description: ', [0xff, 0xfe, 0xc0, 0xaf], '\n') },
  { title: 'a byte order mark in the middle', content: `${journey}---\n\ufeffa: b\n` },
  { title: 'UTF-16', content: bytes([0xff, 0xfe], [...Buffer.from(journey, 'utf16le')]) },
  { title: 'UTF-16 without a mark', content: Buffer.from(journey, 'utf16le') },
  { title: 'a list of 100,000 entries', content: `${journey}personas:\n${repeat(100_000, () => '- a\n')}` },
  { title: 'a list of 100,000 maps', content: `${journey}stages:\n${repeat(90_000, () => '- {a: b}\n')}` },
  { title: '500,000 empty entries', content: '-\n'.repeat(500_000) },
  { title: 'a list of 19,000 wrong entries', content: `${journey}personas:\n${repeat(19_000, () => '- 1\n')}` },
  { title: '4,000 steps without anything', content: `${journey}stages:\n- id: s\n  title: S\n  steps:\n${repeat(4_000, () => '  - {idd: a, titel: b}\n')}` },
  { title: '4,900 steps of the same id', content: `${journey}stages:\n- id: s\n  title: S\n  steps:\n${repeat(4_900, () => `  - ${step}\n`)}` },
  { title: '3,000 steps that lead nowhere', content: `${journey}stages:\n- id: s\n  title: S\n  steps:\n${repeat(3_000, (index) => `  - {id: s${index}, title: S, lane: customer, next: [x${index}, y${index}]}\n`)}` },
  { title: '200 steps that lead to each other', content: `${journey}stages:\n- id: s\n  title: S\n  steps:\n${repeat(200, (index) => `  - {id: s${index}, title: S, lane: customer, next: [s${(index * 7) % 200}, s${(index * 13) % 200}, s${(index + 1) % 200}]}\n`)}` },
  { title: '4,900 teams', content: `${directory}teams:\n${repeat(4_900, (index) => `  t${index}: Team\n`)}` },
  { title: '100,000 documents', content: '---\na: b\n'.repeat(100_000) },
  { title: '260,000 empty documents', content: '---\n'.repeat(260_000) },
  { title: '6,000 documents and a thousand hidden characters', content: repeat(6_000, (index) => `---\na: b # \u200b${index % 6 === 0 ? ' \u202e' : ''}\n`) },
  { title: '15,000 empty documents with long comments', content: repeat(15_000, () => `---\n# ${'c'.repeat(60)}\n`) },
  { title: '9,000 documents of somebody else', content: '---\na: b\n'.repeat(9_000) },
  { title: '3,000 documents without content', content: repeat(3_000, (index) => `---\napiVersion: waymark/v1\nkind: Team\nid: t${index}\n`) },
  { title: 'a number of one million digits', content: `${journey}volume: {cases: ${'9'.repeat(mega)}}\n` },
  { title: 'a number beyond all numbers', content: `${journey}volume: {cases: 1e400}\n` },
  { title: 'a hexadecimal number of one million digits', content: `a: 0x${'f'.repeat(mega)}\n` },
  { title: 'lines that end with carriage returns alone', content: `${journey}stages: []\n`.replaceAll('\n', '\r') },
  { title: 'a file of 2 MiB', content: `${journey}# ${'x'.repeat(2 * 1024 * 1024)}\n` },
  { title: 'nothing at all', content: '' },
  { title: 'a comment alone', content: '# later\n' },
  { title: 'a directive', content: '%YAML 1.1\n---\na: no\n' },
  { title: '200,000 directives', content: `${'%A b\n'.repeat(200_000)}---\na: b\n` },
  { title: 'tags', content: `${journey}description: !!binary aGVsbG8=\nlabels: !!set {a, b}\nlinks: !js/function 'x'\n` },
  { title: '500,000 colons', content: ': '.repeat(500_000) },
  { title: 'a map in every bracket', content: `[${'a: b, '.repeat(150_000)}]` },
  { title: '170,000 torn texts', content: `${journey}personas: [${'(a, '.repeat(170_000)}]\n` },
  { title: '100,000 keys without a value', content: `${journey}labels: {${repeat(100_000, (index) => `k${index}, `)}}\n` },
  { title: 'flow keys that hold flow keys', content: `${'['.repeat(60)}a${']: b'.repeat(60)}\n` },
  { title: 'properties without end', content: `${journey}description: ${'&a '.repeat(1000)}x\n` },
  { title: 'properties on lines of their own', content: `${repeat(60, (index) => `${' '.repeat(index)}k: &a${index}\n${' '.repeat(index + 1)}!t${index}\n`)}` },
  { title: 'byte order marks on every line', content: '\ufeff\n'.repeat(200_000) },
  { title: 'separators inside one plain text', content: filled('a:\n', () => ' ---\n') },
  { title: 'hashes that are no comments', content: `a: ${'#b '.repeat(300_000)}\n` },
  { title: 'an overlay that goes through fields of every object', content: `${journey}extends: hostile\noverlay:\n- {op: set, path: constructor.prototype, value: 1, reason: r}\n- {op: set, path: __proto__.polluted, value: 1, reason: r}\n- {op: remove, path: toString, reason: r}\n` },
  { title: '400 steps that start others together, half of them waiting', content: steps(400, (index) => `next: {all: [t${(index + 1) % 400}, t${(index * 5) % 400}]}${index % 2 === 0 ? '' : `, waitsFor: [t${(index * 3) % 400}, t${(index + 2) % 400}]`}`) },
  { title: '1,600 steps that start others together and wait', content: steps(1600, (index) => `next: {all: [t${(index + 1) % 1600}, t${(index * 3 + 2) % 1600}]}, waitsFor: [t${(index * 7) % 1600}, t${(index * 7 + 13) % 1600}]`) },
  { title: '1,700 steps that start others together', content: steps(1700, (index) => `next: {all: [t${(index + 1) % 1700}, t${(index * 3 + 2) % 1700}]}`) },
  { title: '150 steps that start a hundred together', content: steps(150, (index) => `next: {all: [${Array.from({ length: 100 }, (_, branch) => `t${(index * (2 * branch + 1) + branch + 1) % 150}`).join(', ')}]}`) },
  { title: '19 journeys of 87 steps that start others together and wait', content: Array.from({ length: 19 }, (_, each) => steps(87, (index) => `next: {all: [t${(index + 1) % 87}, t${(index * 3 + 2) % 87}]}, waitsFor: [t${(index * 7) % 87}, t${(index * 7 + 13) % 87}]`).replace('id: hostile', `id: hostile-${each}`)).join('---\n') },
  { title: '800 variants of a journey of 1,900 steps', content: steps(1900, () => 'end: success') + variants(800, (index) => `overlay: [{op: remove, path: stages.s.steps.t${index}}]\n`) },
  { title: '200 variants of a journey of 87 steps that start others together and wait', content: steps(87, (index) => `next: {all: [t${(index + 1) % 87}, t${(index * 3 + 2) % 87}]}, waitsFor: [t${(index * 7) % 87}, t${(index * 7 + 13) % 87}]`) + variants(200, () => '') },
  { title: '13 variants of a journey of 1,900 steps that lead nowhere', content: steps(1900, (index) => `next: [x${index}, y${index}]`) + variants(13, () => '') },
  { title: '3,300 long names of steps that nearly fit', content: steps(3300, (index) => `next: ${'t'.repeat(52)}xqz${index}`).replaceAll('{id: t', `{id: ${'t'.repeat(55)}`) },
  { title: 'a variant with 1,500 changes of steps whose long names nearly fit', content: steps(1500, () => 'end: success').replaceAll('{id: t', `{id: ${'t'.repeat(55)}`) + variants(1, () => `overlay:\n${repeat(1500, (index) => `- {op: remove, path: stages.s.steps.${'t'.repeat(52)}xqz${index}}\n`)}`) },
  { title: 'a rule with 2,500 tests that expect what nearly fits its 2,500 variants', content: `${steps(1, () => 'end: success')}rules:\n- id: r\n  type: personalise\n  variants: [${repeat(2500, (index) => `{id: ${'v'.repeat(55)}${index}}, `)}]\n  tests: [${repeat(2500, (index) => `{profile: p${index}, expect: ${'v'.repeat(52)}xqz${index}}, `)}]\n` },
  { title: '400 phrases with one beginning, and 400 titles that begin so', content: `${glossary}${repeat(400, (index) => `- {id: t${index}, preferred: p${index}, forbidden: [a a a a a a a a b${index}]}\n`)}---\n${steps(400, () => 'end: success').replaceAll('title: A,', `title: "${'a '.repeat(50)}",`)}` },
  { title: 'a word of a million letters and hyphens where the name may stand that another document misses', content: `${journey}stages: 1\n# ${'a-'.repeat(500_000)}\n---\n${team('t')}` },
  { title: '2,000 teams of one id', content: Array.from({ length: 2000 }, () => team('same')).join('---\n') },
  { title: '1,500 teams that belong to each other in circles', content: Array.from({ length: 1500 }, (_, index) => `${team(`t${index}`)}parent: t${index - (index % 20) + ((index + 1) % 20)}\nescalatesTo: t${(index + 20) % 1500}\n`).join('---\n') },
];
