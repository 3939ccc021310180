import { describe, expect, it } from 'vitest';
import { beside, evened, firstOf, isolated, joined, sentenceWithTexts, withIsolates } from '../../src/base/bidi.js';
import { visible } from '../../src/base/escape/visible.js';

const [arabic, hebrew] = ['\u0634\u0643\u0648\u0649', '\u05e9\u05dc\u05d5\u05dd'];

describe('a text that is read from right to left', () => {
  it('is put in one piece, and never in two around each other', () => {
    expect(isolated(`${arabic} 2`)).toBe(`\u2068${arabic} 2\u2069`);
    expect(isolated(isolated(arabic))).toBe(isolated(arabic));
    expect(isolated('Complaint 2 – \u65e5\u672c')).toBe('Complaint 2 – \u65e5\u672c');
  });

  it('is put in one piece again where more of it stands beside a piece', () => {
    expect(isolated(`\u2068${arabic}\u2069 ${hebrew}`)).toBe(`\u2068\u2068${arabic}\u2069 ${hebrew}\u2069`);
    expect(isolated(`\u2068\u2068${arabic}\u2069 2\u2069, 3 h`)).toBe(`\u2068\u2068${arabic}\u2069 2\u2069, 3 h`);
  });

  it('stands so between words of ours', () => {
    expect(beside`${arabic}, then: ${'Pay'} (${2})`).toBe(`\u2068${arabic}\u2069, then: Pay (2)`);
    expect(joined([arabic, 'Pay', hebrew], ' · ')).toBe(`\u2068${arabic}\u2069 · Pay · \u2068${hebrew}\u2069`);
  });

  it('stands so in a sentence: between quotation marks as it is, and elsewhere from its first letter to its last', () => {
    expect(sentenceWithTexts(`“${arabic} 2” is the word for it.`)).toBe(`“\u2068${arabic} 2\u2069” is the word for it.`);
    expect(sentenceWithTexts(`${arabic} – ${arabic} agreed on day 3, ${hebrew} 2 too`)).toBe(`\u2068${arabic} – ${arabic}\u2069 agreed on day 3, \u2068${hebrew}\u2069 2 too`);
    expect(sentenceWithTexts(beside`It was ${`${arabic} 2`}.`)).toBe(`It was \u2068${arabic} 2\u2069.`);
    expect(sentenceWithTexts('It was “Words” – and is 2.')).toBe('It was “Words” – and is 2.');
  });

  it('stays in pieces that end where it is cut or broken into lines', () => {
    expect(firstOf(`a \u2068${arabic}\u2069 b`, 4)).toBe(`a \u2068${arabic.slice(0, 2)}\u2069`);
    expect(evened([`a \u2068${arabic}`, `${hebrew}\u2069 b`, 'c'])).toEqual([`a \u2068${arabic}\u2069`, `\u2068${hebrew}\u2069 b`, 'c']);
  });

  it('is escaped as its format asks, and so are such characters where they are none of ours', () => {
    expect(withIsolates(`\u2068${arabic}\u202e\u2069 b`, visible)).toBe(`\u2068${arabic}\\u{202e}\u2069 b`);
    expect(withIsolates(`${arabic}\u2069 \u2068`, visible)).toBe(`${arabic}\\u{2069} \\u{2068}`);
    expect(withIsolates(`\u2068${arabic}\u2069`, visible, ['&#8296;', '&#8297;'])).toBe(`&#8296;${arabic}&#8297;`);
  });
});
