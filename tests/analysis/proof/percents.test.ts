import { describe, expect, it } from 'vitest';
import { left, targetOf, told } from '../../support/small-promises.js';

/** Steps in a row, an hour each, with these percents. */
const row = (target: string, ...percents: readonly string[]): string => `
  whole at0 > at${percents.length}: ${target}
  ${percents.map((percent, index) => `step step${index} at${index} > at${index + 1}: 1h ${percent}${index === percents.length - 1 ? ' | end: success' : ''}`).join('\n')}`;

describe('percents of parts', () => {
  it('are added exactly, where floating point would say 0.1 is not enough', () => {
    const six = (target: string): string => row(target, '98%', '99%', '98%', '99%', '98%', '98%');
    expect(0.02 + 0.01 + 0.02 + 0.01 + 0.02 + 0.02 <= 1 - 0.9).toBe(false);
    expect([told(six('6h 90%')), left(six('6h 90%'))]).toEqual([['proved'], [0, 0]]);
    expect(told(six('6h 90.0001%'))).toEqual(['not-proved', 'budget']);
  });

  it('prove only 80 % of four at 95 %', () => {
    const four = (target: string): string => row(target, '95%', '95%', '95%', '95%');
    expect(told(four('4h 80%'))).toEqual(['proved']);
    expect(told(four('4h 95%'))).toEqual(['not-proved', 'budget']);
    expect(told(four('4h 81%'))).toEqual(['not-proved', 'budget']);
  });

  it('do not stay what they are in a row: two at 90 % say nothing of 90 %', () => {
    expect(told(row('2h 90%', '90%', '90%'))).toEqual(['not-proved', 'budget']);
    expect(told(row('2h 80%', '90%', '90%'))).toEqual(['proved']);
  });

  it('are exact at four decimals and refused beyond', () => {
    expect(told(row('2h 99.9998%', '99.9999%', '99.9999%'))).toEqual(['proved']);
    expect(told(row('2h 99.9999%', '99.9999%', '99.9999%'))).toEqual(['not-proved', 'budget']);
    expect(told(row('2h 99.99999%', '100%'))).toEqual(['not-proved', 'value']);
    expect(told(row('2h 99%', '99.99999%'))).toEqual(['not-proved', 'value']);
  });

  it('that are not written are 100, and that is told', () => {
    expect(told(row('2h', '', ''))).toEqual(['proved']);
    expect(told(row('2h', '99.9999%', ''))).toEqual(['not-proved', 'budget']);
    expect(targetOf(row('2h', '100%', '')).assumptions.join(' ')).toContain('`whole` and `test#step1/promise` say no percent');
  });

  it('of one path, where another is the longest', () => {
    const ways = (target: string): string => `
      whole s > e: ${target}
      step a s > m: 1h | next: [slow, unsure]
      step slow m > e: 9h | end: success
      step unsure m > e: 1h 80% | end: success`;
    expect([told(ways('10h 80%')), left(ways('10h 80%'))]).toEqual([['proved'], [0, 0]]);
    expect(told(ways('10h 81%'))).toEqual(['not-proved', 'budget']);
    expect(targetOf(ways('10h 81%')).paths.map(({ isTooLong, isTooUncertain }) => [isTooLong, isTooUncertain])).toEqual([[false, false], [false, true]]);
  });

  it('that are too low alone break nothing', () => {
    expect(told(row('2h 99%', '10%', '10%'))).toEqual(['not-proved', 'budget']);
  });
});

describe('cases that are spread over the ways as the shares say', () => {
  const spread = (targets: string, assume = ' | assume: shares'): string => `
    whole s > e: ${targets}${assume}
    step a s > m: 1h | next: [{to: b, share: 0.5}, {to: c, share: 0.5}]
    step b m > e: 1h 90% | end: success
    step c m > e: 1h | end: success`;

  it('miss no more than the mean of the ways', () => {
    expect(told(spread('2h 95%'))).toEqual(['proved']);
    expect(told(spread('2h 95%', ''))).toEqual(['not-proved', 'budget']);
    expect(told(spread('2h 95.1%'))).toEqual(['not-proved', 'budget']);
  });

  it('are not taken to be so spread where a circle is left by several choices', () => {
    const ring = (whole: string): string => `
      whole s > e: 20h ${whole} | assume: shares
      part p s > x1, y1: 5h
      step a s > a1 | next: [{to: x, share: 0.3}, {to: b, share: 0.7}]
      step b b0 > b1 | next: [{to: a, share: 0.3, repeats: 1}, {to: y, share: 0.7}]
      step x x1 > e: 5h 80% each pool | end: success
      step y y1 > e: 5h | end: success`;
    expect(told(ring('80%'))).toEqual(['proved']);
    expect(told(ring('93.5%'))).toEqual(['not-proved', 'budget']);
  });

  it('may still be those of one tier, persona or region on the worst way', () => {
    for (const each of ['tier', 'persona', 'region']) expect(told(spread(`2h 95% each ${each}`))[0]).toBe('not-proved');
    expect(told(spread('2h 95%; 2h 95% gold:tier'))).toEqual(['not-proved', 'budget']);
    expect(told(spread('2h 95%; 2h 95% gold:tier'), 1)).toEqual(['not-proved', 'budget']);
  });
});

describe('the period over which a percent holds', () => {
  const over = (whole: string, part: string, percent = '98%'): string => `
    whole s > e: 5h 98%${whole === '' ? '' : ` | window: ${whole}`}
    part only s > e: 5h ${percent}${part === '' ? '' : ` | window: ${part}`}
    step a s > e | end: success`;

  it.each([['P1M', 'P1M'], ['P1Y', 'P1M'], ['P3M', 'P1M'], ['P2W', 'P1W'], ['', 'P1M'], ['', '']])('%s is made of whole ones of %s', (whole, part) => {
    expect(told(over(whole, part))).toEqual(['proved']);
  });

  it.each([['P1W', 'P1M'], ['P1M', 'P1Y'], ['P3M', 'P2M'], ['P1M', 'P1W'], ['P1M', '']])('%s is not made of whole ones of %s', (whole, part) => {
    expect(told(over(whole, part))).toEqual(['not-proved', 'window']);
    expect(told(over(whole, part, '100%'))).toEqual(['proved']);
  });

  it('is that of the whole for a promise in place', () => {
    expect(told(row('1h 98% | window: P1W', '98%'))).toEqual(['proved']);
    const inPlace = (window: string): string => `
      whole s > e: 5h 98% | window: P1W
      step a s > e | promise: {within: 5h, percent: 98${window}}, end: success`;
    expect(told(inPlace(''))).toEqual(['proved']);
    expect(told(inPlace(', window: P1M'))).toEqual(['not-proved', 'window']);
  });
});

describe('cases that a part counts and the whole does not', () => {
  const aside = (more: string, percent = '90%'): string => `
    whole s > e: 10h 90%
    part only s > e: 10h ${percent}
    step a s > e | end: success, meanwhile: [{every: 1d, times: 9, to: x}]
    step x ${more}`;

  it('are those beside the way and alongside it', () => {
    expect(told(aside('s > e | end: side'))).toEqual(['not-proved', 'population']);
    expect(told(aside('s > e | end: side', '100%'))).toEqual(['proved']);
    expect(told(aside('other > e2 | end: side'))).toEqual(['proved']);
    expect(told(aside('other > e2 | end: side').concat('\nstep y s > z | alongside: a'))).toEqual(['not-proved', 'population']);
  });

  it('are those that begin before the clock of the whole', () => {
    const before = (percent: string): string => `
      whole m > e: 10h 90%
      part each m, s > e: 10h ${percent}
      step hear s > x | next: [a, gone]
      step gone > e | end: failure
      step a m > e | end: success`;
    expect(told(before('90%'))[0]).toBe('not-proved');
  });
});
