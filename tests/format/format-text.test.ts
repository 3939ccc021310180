import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesBelow } from '../support/files.js';
import { commentsIn, expectSound, format } from './harness.js';

const header = ['apiVersion: waymark/v1', 'kind: Journey', 'id: claim', 'title: Claim', 'version: 0.1.0', 'status: draft', 'owner: claims'];
const stages = ['stages: [{id: only, title: Only, steps: [{id: one, title: One, lane: customer}]}]'];

/** A journey with these lines between its header and its stages. */
function journey(...lines: readonly string[]): string {
  return `${[...header, ...lines, ...stages].join('\n')}\n`;
}

/** A journey whose one stage holds these lines as its steps. */
function withSteps(...lines: readonly string[]): string {
  return `${[...header, 'stages:', '  - id: only', '    title: Only', '    steps:', ...lines.map((line) => `      ${line}`.trimEnd())].join('\n')}\n`;
}

/** A directory with these lines after its header: `teams` is a map from ids to titles, so any text may stand there. */
function directory(...lines: readonly string[]): string {
  return `${[...header.map((line) => line.replace('Journey', 'Directory')), ...lines].join('\n')}\n`;
}

interface Case {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

function staysAs(name: string, text: string): Case {
  return { name, before: text, after: text };
}

const order: readonly Case[] = [
  {
    name: 'puts the fields of a document into the order of the language',
    before: [...stages, ...header].join('\n'),
    after: journey(),
  },
  {
    name: 'puts the fields of a step into the order of the language, block or flow',
    before: withSteps('- lane: customer', '  title: One', '  id: one', '- {title: Two, lane: customer, id: two}'),
    after: withSteps('- id: one', '  title: One', '  lane: customer', '- {id: two, title: Two, lane: customer}'),
  },
  {
    name: 'knows which of several shapes a value has',
    before: withSteps('- {id: one, title: One, lane: customer, next: {all: [two, {hands: [form], to: two}]}}', '- {id: two, title: Two, lane: customer, next: [{when: late, to: one}, one]}'),
    after: withSteps('- {id: one, title: One, lane: customer, next: {all: [two, {to: two, hands: [form]}]}}', '- {id: two, title: Two, lane: customer, next: [{to: one, when: late}, one]}'),
  },
  {
    name: 'orders what an overlay adds as the journey it is added to',
    before: journey('extends: base@^1', 'overlay:', '  - {path: stages.x.steps, op: add, reason: why, value: {lane: customer, id: two, title: Two}}', '  - {op: set, path: stages.x.steps.y.feels, value: {to: b, from: a}, reason: why}'),
    after: journey('extends: base@^1', 'overlay:', '  - {op: add, path: stages.x.steps, value: {id: two, title: Two, lane: customer}, reason: why}', '  - {op: set, path: stages.x.steps.y.feels, value: {from: a, to: b}, reason: why}'),
  },
  staysAs('leaves the keys of a map to the author', directory('teams:', '  zeta: a', '  alpha: b')),
  staysAs('leaves the entries of a list to the author', journey('personas: [zoe, adam]')),
];

const comments: readonly Case[] = [
  {
    name: 'moves the comments above and behind a field with it, and the empty line above',
    before: [...header.slice(0, 4), '', '# Who owns it.', 'owner: claims  # since May', 'version: 0.1.0 # semver', 'status: draft', ...stages].join('\n'),
    after: `${[...header.slice(0, 4), 'version: 0.1.0 # semver', 'status: draft', '', '# Who owns it.', 'owner: claims  # since May', ...stages].join('\n')}\n`,
  },
  {
    name: 'keeps what stands above a document at its beginning',
    before: ['# yaml-language-server: $schema=x.json', '# A sketch.', 'kind: Journey', 'apiVersion: waymark/v1', ...header.slice(2), ...stages].join('\n'),
    after: ['# yaml-language-server: $schema=x.json', '# A sketch.', journey()].join('\n'),
  },
  {
    name: 'keeps what stands above an entry of a list above its dash',
    before: withSteps('# the first', '- title: One', '  # why this id', '  id: one', '  lane: customer', '- # the second', '  # of two', '  id: two', '  title: Two', '  lane: customer'),
    after: withSteps('# the first', '# why this id', '- id: one', '  title: One', '  lane: customer', '# the second', '# of two', '- id: two', '  title: Two', '  lane: customer'),
  },
  staysAs('tells the end of one entry from the beginning of the next by the column', withSteps('- id: one', '  title: One', '  lane: customer', '  # still of one', '# of two', '- {id: two, title: Two, lane: customer}', '# after all')),
  staysAs('keeps comments behind keys and above values', directory('teams: # all of them', '  # the first', '  a: # the name', '    # for people', '    Claims', '  b: c')),
  {
    name: 'keeps comments inside brackets on lines of their own or behind a comma',
    before: directory('teams: { # all of them', '   # the first', '   a: b, # good', '   c:', '   # odd', '   d # last', '   # end', '   }'),
    after: directory('teams: { # all of them', '  # the first', '  a: b, # good', '  # odd', '  c: d # last', '  # end', '  }'),
  },
  {
    name: 'keeps comments before, between and after documents',
    before: `# first\n--- # one\n# head\n${journey()}# tail\n... # end\n# between\n---\n${journey()}\n\n# last`,
    after: `# first\n--- # one\n# head\n${journey()}# tail\n# end\n# between\n---\n${journey()}\n# last\n`,
  },
  {
    name: 'keeps comments below the mark that ends the last document',
    before: `${journey()}# tail\n... # end\n# below\n\n# last\n`,
    after: `${journey()}# tail\n# end\n# below\n\n# last\n`,
  },
  {
    name: 'sees no comment in a text',
    before: directory('teams: { a: "x # y", b: x#y, c: \'# z\' }'),
    after: directory('teams: {a: "x # y", b: x#y, c: \'# z\'}'),
  },
];

const space: readonly Case[] = [
  {
    name: 'indents by two spaces, lists under their key as well',
    before: [...header, 'stages:', '-    id: only', '     title: Only', '     steps:', '     - id: one', '       title: One', '       lane: customer'].join('\n'),
    after: withSteps('- id: one', '  title: One', '  lane: customer'),
  },
  {
    name: 'writes one space where several, a tab or none stand',
    before: journey('perspective:\tas-is', 'personas :  [ p,q, ]', 'volume:   {  cases: 3 ,per: "P1Y","source":crm  }'),
    after: journey('perspective: as-is', 'personas: [p, q]', 'volume: {cases: 3, per: "P1Y", "source": crm}'),
  },
  {
    name: 'keeps one of several empty lines, and none after a key, at the beginning or at the end',
    before: `\n\n${directory('', '', 'teams:', '', '  a: b', '  ', '', '  c: d')}\n\n`,
    after: directory('', 'teams:', '  a: b', '', '  c: d'),
  },
  {
    name: 'ends lines with LF',
    before: directory('# c', 'teams: {a: b}').replaceAll('\n', '\r\n'),
    after: directory('# c', 'teams: {a: b}'),
  },
  {
    name: 'keeps the line breaks of the author inside brackets',
    before: journey('ownership: {authority: [b,', '       c], delegate:', ' e,', '       }'),
    after: journey('ownership: {authority: [b,', '    c], delegate: e,', '  }'),
  },
  {
    name: 'keeps the breaks of a bracket where they are when its fields change places',
    before: withSteps('- {title: One, id: one,', '   lane: customer}'),
    after: withSteps('- {id: one, title: One,', '    lane: customer}'),
  },
  staysAs('never breaks a line, however long', withSteps(`- {id: one, title: One, lane: customer, exceptions: [${'a, '.repeat(90)}b]}`)),
  {
    name: 'takes empty documents away',
    before: `---\n---\n${journey()}---\n`,
    after: `---\n${journey()}`,
  },
  {
    name: 'writes a key that is announced by `?` as any other',
    before: directory('? teams # these', ': {a: b}'),
    after: directory('# these', 'teams: {a: b}'),
  },
];

const texts: readonly Case[] = [
  staysAs('leaves quotes as they are, needed or not', directory('teams: {a: "no", b: \'08:00-18:00\', c: plain, d: no, e: "2026-09-01", f: 1:30}')),
  {
    name: 'moves a text below its key with the key, and changes none of its lines',
    before: directory('teams:', '     a: |', '           one', '             two\t', '', '           three  ', '     b: >2-', '         deep', '       flat', '     c: |+', '       end', '', '     d: e'),
    after: directory('teams:', '  a: |', '    one', '      two\t', '', '    three  ', '  b: >2-', '      deep', '    flat', '  c: |+', '    end', '', '  d: e'),
  },
  {
    name: 'adds no empty line to a text that ends with one',
    before: withSteps('- id: one', '  title: One', '', '  lane: customer', '  description: |+', '    end', '', ''),
    after: withSteps('- id: one', '  title: One', '  description: |+', '    end', '', '', '  lane: customer'),
  },
  {
    name: 'indents the further lines of a text by two spaces',
    before: directory('teams:', '    a: one', '           two', '', '      three', '    b: "one', '     two"', '    c:', '          one'),
    after: directory('teams:', '  a: one', '    two', '', '    three', '  b: "one', '    two"', '  c:', '    one'),
  },
];

describe.each([
  ['the order of fields', order],
  ['comments', comments],
  ['white space', space],
  ['texts', texts],
])('%s', (_, cases) => {
  it.each(cases)('$name', ({ before, after }) => {
    expect(expectSound(before)).toBe(after);
  });
});

describe('a file that is not formatted', () => {
  const problemsOf = (text: string): readonly string[] => {
    const result = format(text);
    return result.outcome === 'refused' ? result.problems.map(({ code, span }) => `${code} ${span.source.text.slice(span.start, span.end)}`) : [result.outcome];
  };

  it('is left alone with its syntax error', () => {
    expect(problemsOf(directory('teams: {a: b'))).toEqual([expect.stringMatching(/^STR-001 /)]);
  });

  it('is left alone with its unknown fields', () => {
    expect(problemsOf(journey('colour: red'))).toEqual(['STR-002 colour']);
  });

  it('is left alone when one of its documents is broken', () => {
    expect(problemsOf(`${stages.join('')}\nowner:   claims\n---\n${journey()}`)).not.toEqual(['formatted']);
  });

  it('is left alone when it is none of ours', () => {
    expect(problemsOf('b:   1\na: 2\n')).toEqual([expect.stringMatching(/^STR-018 /)]);
  });

  it('is left alone when its form cannot be printed', () => {
    expect(problemsOf(directory('teams:', '  ? |-', '    a-key', '  : b'))).toEqual(['STR-001 ']);
  });

  it.each(['', '# only a comment\n', '---\n', journey()])('has nothing to do in %j', (text) => {
    expect(format(text)).toEqual({ outcome: 'unchanged' });
  });
});

describe('the shipped journeys', () => {
  const files = filesBelow('journeys').filter((path) => path.endsWith('.yaml'));

  it.each(files)('%s changes no line but in order', (path) => {
    const text = readFileSync(`journeys/${path}`, 'utf8');
    const after = expectSound(text);
    const words = (of: string): readonly string[] => of.split(/[\s{},]+/).sort();
    expect(words(after)).toEqual(words(text));
    expect(after.split('\n').length).toBe(text.split('\n').length);
    expect(commentsIn(after)).toEqual(commentsIn(text));
  });
});

it('a comment with 200,000 spaces inside keeps them, and is read at once', { timeout: 5000 }, () => {
  const text = journey(`# a${' '.repeat(200_000)}z`);
  expect(format(text)).toEqual({ outcome: 'unchanged' });
});
