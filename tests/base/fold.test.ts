import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded } from '../../src/base/fold.js';
import { check } from '../support/property.js';

describe('a text as a person would find it again', () => {
  it('is the same in each spelling that looks alike', () => {
    for (const text of ['a b-c\'s', ' A\t b-C\u2019s\n', 'a\u00a0b\u2011c\u2018s', '\uff41 b\u2013c\'s', 'a b\u00ad-c\'s']) expect(folded(text)).toBe('A B-C\'S');
  });

  it('is the same whether it is plain or not', () => {
    check(fc.property(fc.string({ unit: fc.constantFrom(...'aZ09 -\'"\t\n\r.,;`~!'), maxLength: 40 }), (text) => {
      expect(folded(`\u00ad${text}\u00ad`)).toBe(folded(text));
    }));
  });
});
