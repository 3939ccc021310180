import { describe, expect, it } from 'vitest';
import { isAbove, isRange, isVersion, satisfies } from '../../src/base/versions.js';

describe('versions', () => {
  it.each(['2.3.0', '0.1.0', '10.0.0'])('%s is a version', (text) => expect(isVersion(text)).toBe(true));

  it.each(['2.3', 'v2.3.0', '^2.3.0', '', 'latest'])('%j is no version', (text) => expect(isVersion(text)).toBe(false));

  it.each(['^2.3', '~1.2.0', '>=1.0.0 <3.0.0', '1.x || 2.x', '2.3.0'])('%s is a range', (text) => expect(isRange(text)).toBe(true));

  it.each(['', ' ', 'latest', '^'.repeat(60) + 'x'])('%j is no range', (text) => expect(isRange(text)).toBe(false));

  it('finds whether a version lies in a range, and what cannot be read lies in none', () => {
    expect([satisfies('2.4.1', '^2.3'), satisfies('3.0.0', '^2.3'), satisfies('2.3.0', ''), satisfies('two', '*')]).toEqual([true, false, false, false]);
  });

  it('finds the later of two versions, and nothing when one cannot be read', () => {
    expect([isAbove('2.10.0', '2.9.0'), isAbove('2.9.0', '2.9.0'), isAbove('2.9', '1.0.0')]).toEqual([true, false, false]);
  });
});
