import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, didYouMean, excerpt, listOf, nearest, shown } from '../../src/base/words.js';
import { check } from '../support/property.js';

describe('the nearest word', () => {
  const fields = ['title', 'version', 'status', 'owner', 'stages', 'steps', 'lane', 'next', 'id', 'to'];

  it.each([
    ['titel', 'title'],
    ['tilte', 'title'],
    ['Title', 'title'],
    ['VERSION', 'version'],
    ['verison', 'version'],
    ['stagse', 'stages'],
    ['step', 'steps'],
    ['nex', 'next'],
    ['ttile', 'title'],
  ])('of %s is %s', (word, expected) => {
    expect(nearest(word, fields)).toBe(expected);
  });

  it.each(['colour', 'description', 'x'.repeat(100_000), 'constructor', '__proto__'].map((word) => [word.slice(0, 20), word]))('of %s is none', (_, word) => {
    expect(nearest(word, fields)).toBeUndefined();
  });

  it.each([
    ['q', 'e'],
    ['q', 'qa'],
    ['q1', 'e1'],
  ])('of %s is not %s, of which it shares one letter at most', (word, candidate) => {
    expect(nearest(word, [candidate])).toBeUndefined();
  });

  it.each([
    ['E', 'e'],
    ['di', 'id'],
    ['or', 'for'],
    ['abx', 'abc'],
  ])('of %s is %s, short as it is', (word, candidate) => {
    expect(nearest(word, [candidate])).toBe(candidate);
  });

  it('is the word itself where it is known', () => {
    check(fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (words) => words.every((word) => nearest(word, words)?.toLowerCase() === word.toLowerCase())), 100);
  });
});

describe('a suggestion', () => {
  it('names the nearest word', () => {
    expect(didYouMean('activ', ['draft', 'active'])).toBe('Did you mean `active`?');
  });

  it('names the few that are known, in order', () => {
    expect(didYouMean('xyz', ['web', 'app', 'phone'])).toBe('Known here: app, phone and web.');
  });

  it('is silent where there is nothing to name, or too much', () => {
    expect(didYouMean('xyz', [])).toBe('');
    expect(didYouMean('xyz', Array.from({ length: 13 }, (_, index) => `word-${index}`))).toBe('');
  });
});

it('lists words as a sentence does', () => {
  expect([listOf([]), listOf(['a']), listOf(['a', 'b']), listOf(['a', 'b', 'c']), listOf(['a', 'b', 'c'], 'or')]).toEqual(['', 'a', 'a and b', 'a, b and c', 'a, b or c']);
});

it('counts in words', () => {
  expect([count(0, 'step'), count(1, 'step'), count(2, 'step'), count(2, 'entry', 'entries')]).toEqual(['0 steps', '1 step', '2 steps', '2 entries']);
});

describe('an excerpt', () => {
  it('is the text itself while it is short', () => {
    expect(excerpt('a'.repeat(60))).toBe('a'.repeat(60));
  });

  it('says that it was cut', () => {
    expect(excerpt('a'.repeat(61))).toBe(`${'a'.repeat(57)}...`);
  });

  it('cuts no character in two', () => {
    check(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\u{1f600}', 'é'), minLength: 20 }), fc.integer({ min: 5, max: 20 }), (text, most) => {
        const cut = excerpt(text, most);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(/\p{Surrogate}/u.test(cut)).toBe(false);
      }),
      100,
    );
  });

  it('shows values of every form', () => {
    expect([shown('a'), shown(1), shown(true), shown(null), shown(['a']), shown({ a: 1 }), shown(undefined)]).toEqual(['a', '1', 'true', 'null', '["a"]', '{"a":1}', '']);
  });
});
