import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millionths, percentText, shareMillionths } from '../../src/base/exact.js';
import { check } from '../support/property.js';

describe('a percent is read exactly', () => {
  it.each<[number, number]>([
    [0, 0],
    [-0, 0],
    [100, 1_000_000],
    [98, 980_000],
    [98.5, 985_000],
    [99.99, 999_900],
    [99.9999, 999_999],
    [0.0001, 1],
    [0.1, 1_000],
    [1.005, 10_050],
    [64.1, 641_000],
    [250, 2_500_000],
  ])('%s', (percent, exact) => {
    expect(millionths(percent)).toBe(exact);
  });

  it('reads the decimal text and not the binary fraction: these six shortfalls are 10 percent exactly', () => {
    const kept = [98, 99, 98, 99, 98, 98];
    expect(kept.reduce((sum, percent) => sum + 1_000_000 - millionths(percent)!, 0)).toBe(1_000_000 - millionths(90)!);
    expect(0.02 + 0.01 + 0.02 + 0.01 + 0.02 + 0.02 <= 1 - 0.9).toBe(false);
  });

  it.each([0.00001, 99.99999, 1e-7, 1e21, 1e10, -1, -0.5, Number.NaN, Infinity, 0.1 + 0.2])('has no answer for %s', (percent) => {
    expect(millionths(percent)).toBeUndefined();
  });

  it('is read back from its own text', () => {
    check(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), (parts) => {
        expect(millionths(Number(percentText(parts)))).toBe(parts);
      }),
    );
  });
});

describe('a share is read exactly', () => {
  it.each<[number, number | undefined]>([
    [0, 0],
    [1, 1_000_000],
    [0.7, 700_000],
    [0.07, 70_000],
    [0.000001, 1],
    [0.333333, 333_333],
    [1 / 3, undefined],
    [1e-7, undefined],
    [-0.1, undefined],
  ])('%s', (share, exact) => {
    expect(shareMillionths(share)).toBe(exact);
  });
});

describe('millionths are written as people read a percent', () => {
  it.each<[number, string]>([
    [0, '0'],
    [985_000, '98.5'],
    [999_999, '99.9999'],
    [1, '0.0001'],
    [10_050, '1.005'],
    [-10_000, '-1'],
    [-500, '-0.05'],
    [1_000_000, '100'],
  ])('%s', (parts, text) => {
    expect(percentText(parts)).toBe(text);
  });
});
