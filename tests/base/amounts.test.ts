import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hourWords, percentWords } from '../../src/base/amounts.js';
import { check } from '../support/property.js';

it.each([
  [1_000_000, '100 %'],
  [980_000, '98 %'],
  [999_500, '99.95 %'],
  [999_999, '99.9999 %'],
  [5_000, '0.5 %'],
  [1, '0.0001 %'],
  [0, '0 %'],
  [-20_000, '-2 %'],
])('%i millionths are %s', (millionths, words) => {
  expect(percentWords(millionths)).toBe(words);
});

it.each([
  [280_800, '78 h'],
  [31_500, '8 h 45 min'],
  [1_200, '20 min'],
  [45, '45 s'],
  [3_601, '1 h 1 s'],
  [0, '0 h'],
  [-7_200, '-2 h'],
])('%i seconds are %s', (seconds, words) => {
  expect(hourWords(seconds)).toBe(words);
});

it('loses nothing of a share', () => {
  check(fc.property(fc.integer({ min: -2_000_000, max: 2_000_000 }), (share) => Math.round(Number(percentWords(share).replace(' %', '')) * 10_000) === share), 1_000);
});

it('loses nothing of a time', () => {
  const size = { h: 3600, min: 60, s: 1 } as const;
  const read = (words: string): number => [...words.matchAll(/(\d+) (h|min|s)/g)].reduce((sum, [, n, unit]) => sum + Number(n) * size[unit as keyof typeof size], 0);
  check(fc.property(fc.nat(), (seconds) => read(hourWords(seconds)) === seconds), 1_000);
});
