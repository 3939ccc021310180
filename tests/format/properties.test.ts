import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/base/json.js';
import { filesBelow } from '../support/files.js';
import { check, more } from '../support/property.js';
import { diceOf, expectSound, format, formatted, secondOpinion, shuffled, valuesOf, type Dice } from './harness.js';
import { wildYaml } from './wild-yaml.js';

const texts = filesBelow('journeys').filter((path) => path.endsWith('.yaml')).map((path) => readFileSync(`journeys/${path}`, 'utf8'));
const anyText = fc.constantFrom(...texts);
const anySeed = fc.integer({ min: 0, max: 0xffffffff });
const runs = 1000;

const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/;
const tricky = ['no', 'yes', 'on', '~', 'null', '1:30', '08:00-18:00', '2026-09-01', '- a', '# a', 'a # b', 'a: b', '{a}', '[a', "it's", '"a"', 'a,b', '? a', '---', '%a', '&a', '*a', '!a', 'tab\there', ' before', 'after ', 'two\nlines', 'end\n', 'ends\n\n\n', '\nstart', '  deep\nflat\n', 'a\n\n\nb', 'one two three four five six'];
const prose = fc.oneof(fc.constantFrom(...tricky), fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((text) => !hidden.test(text)));
const word = prose.map((text) => text.slice(0, 60));
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
/** Two names are refused wherever they stand as keys, so no sound document has them. */
const label = fc.oneof(id, word).filter((name) => name !== '__proto__' && name !== '<<');

const step = fc.record(
  {
    id,
    title: word,
    lane: fc.constantFrom('customer', 'frontstage', 'backstage', 'support'),
    description: prose,
    channel: fc.oneof(fc.constant('app'), fc.constant(['app', 'phone'])),
    pains: fc.array(fc.record({ text: prose, hits: fc.constantFrom('customer', 'staff'), severity: fc.integer({ min: 1, max: 4 }) }, { requiredKeys: ['text'], noNullPrototype: true }), { minLength: 1, maxLength: 3 }),
    feels: fc.record({ from: fc.constant('unsure'), to: fc.constant('glad'), score: fc.oneof(fc.constant(1), fc.constant([-1, 2])) }),
    next: fc.oneof(id, fc.constant([{ to: 'a', when: 'x' }, { to: 'b' }]), fc.constant({ all: ['a', { to: 'b', hands: ['c'] }] })),
  },
  { requiredKeys: ['id', 'title', 'lane'], noNullPrototype: true },
);

const journey = fc.record(
  {
    apiVersion: fc.constant('waymark/v1'),
    kind: fc.constant('Journey'),
    id,
    title: word,
    version: fc.constant('0.1.0'),
    status: fc.constant('draft'),
    owner: id,
    description: prose,
    labels: fc.dictionary(label, fc.oneof(word, fc.array(word, { maxLength: 3 })), { maxKeys: 4 }),
    stages: fc.array(fc.record({ id, title: word, steps: fc.array(step, { minLength: 1, maxLength: 3 }) }), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['apiVersion', 'kind', 'id', 'title', 'version', 'status', 'owner', 'stages'], noNullPrototype: true },
);

describe('formatting', () => {
  it('keeps the meaning and the comments of documents written in every way', () => {
    check(
      fc.property(fc.array(journey, { minLength: 1, maxLength: 2 }), anySeed, (documents, seed) => {
        const text = wildYaml(documents as readonly JsonValue[], diceOf(seed));
        expect(valuesOf(text)).toEqual(documents);
        expectSound(text);
      }),
      runs,
    );
  });

  it('keeps the meaning and the comments of the shipped journeys, however they are written', () => {
    check(
      fc.property(anyText, anySeed, (text, seed) => {
        const documents = valuesOf(text) as readonly JsonValue[];
        const wild = wildYaml(documents, diceOf(seed));
        expect(valuesOf(wild)).toEqual(documents);
        expectSound(wild);
      }),
      runs,
    );
  });

  it('means the same to another parser', () => {
    check(
      fc.property(journey, anySeed, (document, seed) => {
        const text = wildYaml([document as JsonValue], diceOf(seed));
        const before = secondOpinion(text);
        if (before !== undefined) expect(secondOpinion(formatted(text))).toEqual(before);
      }),
      runs,
    );
  });

  it('brings shuffled entries with their comments back to the same text', () => {
    let moved = 0;
    check(
      fc.property(anyText, anySeed, (text, seed) => {
        const dice = diceOf(seed);
        const canonical = formatted(withComments(formatted(text), dice));
        const mixed = shuffledEntries(canonical, dice);
        if (mixed !== canonical) moved += 1;
        expect(expectSound(mixed)).toBe(canonical);
      }),
      runs,
    );
    expect(moved).toBeGreaterThan(runs * more * 0.9);
  });

  it('formats any change of a text soundly or leaves it alone', () => {
    let kept = 0;
    check(
      fc.property(anyText, anySeed, (text, seed) => {
        const changed = mutated(text, diceOf(seed));
        if (format(changed).outcome === 'refused') return;
        kept += 1;
        expectSound(changed);
      }),
      runs,
    );
    expect(kept).toBeGreaterThan(runs * more * 0.1);
  });
});

/** Puts comments above and behind entries that stand on lines of their own. */
function withComments(text: string, dice: Dice): string {
  const lines = text.split('\n').flatMap((line, index) => {
    const entry = /^( *)(?:- )*[A-Za-z]+:(?: (?![|>]).*)?$/.exec(line);
    if (entry === null || index < 3 || dice.roll(6) > 0) return [line];
    const behind = dice.roll(2) === 0 ? `  # behind ${index}` : '';
    return dice.roll(2) === 0 ? ['', `${entry[1]}# above ${index}`, line + behind] : [line + behind];
  });
  return lines.join('\n');
}

/** Cuts each document and each step into its entries and lays them out in another order; the first stays first. */
function shuffledEntries(text: string, dice: Dice): string {
  return text
    .split(/^(?=---)/m)
    .map((document) => shuffledAt(document, 0, dice))
    .map((document) => document.replace(/^( +)- id: .*\n(?:(?:\1  .*)?\n)+/gm, (item: string, indent: string) => (/^ +lane: /m.test(item) ? shuffledAt(item, indent.length + 2, dice) : item)))
    .join('');
}

/** Every entry goes with the comments and the empty line above it. */
function shuffledAt(text: string, column: number, dice: Dice): string {
  const pad = ' '.repeat(column);
  const chunks: string[] = [''];
  let above = '';
  let count = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const isAbove = line === '\n' || line.startsWith(`${pad}#`);
    const isEntry = new RegExp(`^(?:${pad}|${' '.repeat(Math.max(0, column - 2))}- )[A-Za-z]+:`).test(line);
    if (isAbove) above += line;
    else {
      if (isEntry && (count += 1) > 1) chunks.push('');
      chunks[chunks.length - 1] += above + line;
      above = '';
    }
  }
  const [first = '', ...others] = chunks;
  return first + shuffled(others, dice).join('') + above;
}

const pieces = ['\n', '\n\n', ' ', '  ', '# c', ' # c', '\n# c\n', '\n  # c\n', ': ', '- ', '? ', ', ', '[', ']', '{', '}', '"', "'", '|', '>-', '&a ', '!t ', '---\n', '...\n', '\t', '\r\n', 'a', '0'];

function mutated(text: string, dice: Dice): string {
  let changed = text;
  for (let times = 1 + dice.roll(4); times > 0; times -= 1) {
    const at = dice.roll(changed.length + 1);
    const length = dice.roll(3) === 0 ? dice.roll(6) : 0;
    changed = changed.slice(0, at) + (dice.roll(4) === 0 ? '' : pieces[dice.roll(pieces.length)]) + changed.slice(at + length);
  }
  return changed;
}
