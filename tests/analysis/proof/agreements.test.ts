import { describe, expect, it } from 'vitest';
import { told } from '../../support/small-promises.js';

const held = (whole: string, part: string): string => `
  whole s > e: 5h${whole === '' ? '' : ` | ${whole}`}
  part only s > e: 5h${part === '' ? '' : ` | ${part}`}
  step a s > e | end: success`;

const agreed = (journey: string, whole: string, part: string): string => `journey test | status: ${journey}
  ${held(`status: ${whole}`, `status: ${part}`)}`;

describe('an agreement', () => {
  it.each([
    ['', ''],
    ['effective: {from: 2026-09-01}', ''],
    ['effective: {from: 2026-09-01}', 'effective: {from: 2026-09-01}'],
    ['effective: {from: 2026-09-01}', 'effective: {from: 2026-01-01}'],
    ['expires: 2027-01-01', 'expires: 2027-01-01'],
    ['expires: 2027-01-01', 'expires: 2028-01-01'],
    ['expires: 2027-01-01', 'effective: {from: 2026-01-01, until: 2027-01-01}'],
    ['effective: {from: 2026-01-01, until: 2027-01-01}', 'expires: 2027-01-01'],
  ])('is there as long as the promise that rests on it: %s, %s', (whole, part) => {
    expect(told(held(whole, part))).toEqual(['proved']);
  });

  it.each([
    ['effective: {from: 2026-09-01}', 'effective: {from: 2026-09-02}'],
    ['', 'expires: 2027-01-01'],
    ['expires: 2027-01-02', 'expires: 2027-01-01'],
    ['expires: 2027-01-02', 'effective: {from: 2026-01-01, until: 2027-01-01}'],
    ['expires: 2027-01-02', 'expires: 2027-01-02, effective: {from: 2026-01-01, until: 2027-01-01}'],
  ])('is missing for a part of the time: %s, %s', (whole, part) => {
    expect(told(held(whole, part))).toEqual(['not-proved', 'agreement']);
  });

  it.each([
    ['active', 'active', 'draft'],
    ['active', 'deprecated', 'draft'],
    ['active', 'active', 'retired'],
    ['draft', 'draft', 'retired'],
  ])('is not there for a journey that is %s and a promise that is %s while it is %s', (journey, whole, part) => {
    expect(told(agreed(journey, whole, part))).toEqual(['not-proved', 'agreement']);
  });

  it.each([
    ['draft', 'active', 'draft'],
    ['active', 'draft', 'draft'],
    ['active', 'active', 'deprecated'],
    ['retired', 'retired', 'retired'],
  ])('is there for a journey that is %s and a promise that is %s while it is %s', (journey, whole, part) => {
    expect(told(agreed(journey, whole, part))).toEqual(['proved']);
  });

  it('that is retired has been there until its end', () => {
    const ended = (until: string): string => agreed('active', `active, expires: ${until}`, 'retired, expires: 2027-01-01');
    expect(told(ended('2027-01-01'))).toEqual(['proved']);
    expect(told(ended('2027-01-02'))).toEqual(['not-proved', 'agreement']);
  });

  it('is asked for on any path', () => {
    const paths = (expires: string): string => `
      whole s > e: 5h
      part rare m > e: 1h${expires}
      step a s > m: 1h | next: [b, c]
      step b m > e: 4h | end: success
      step c m > e | end: success`;
    expect(told(paths(''))).toEqual(['proved']);
    expect(told(paths(' | expires: 2027-01-01'))).toEqual(['not-proved', 'agreement']);
  });

  it('that says nothing of a time is no part', () => {
    expect(told(held('', 'metric: response'))).toEqual(['proved']);
    expect(told(held('', 'metric: availability'))).toEqual(['not-proved', 'work']);
    expect(told(held('', 'metric: quality-rate'))).toEqual(['not-proved', 'work']);
  });

  it('without a time is missing a value', () => {
    expect(told(held('', '').replace('part only s > e: 5h', 'part only s > e: 95%'))).toEqual(['not-proved', 'value']);
    expect(told(held('', '').replace('whole s > e: 5h', 'whole s > e: 95%'))).toEqual(['not-proved', 'value']);
  });
});
