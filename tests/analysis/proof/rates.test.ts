import { describe, expect, it } from 'vitest';
import { told } from '../../support/small-promises.js';

describe('availability', () => {
  const there = (calendar: string): string => `
    calendar office mon tue wed thu fri 08-18
    whole s > e: 99% | metric: availability, calendar: ${calendar}
    step a s > e | end: success`;

  it('follows from systems around the clock, and not in the hours of a calendar, into which all outages may fall', () => {
    expect(told(there('24x7'))).toEqual(['proved']);
    expect(told(there('office'))).toEqual(['not-proved', 'calendar']);
  });
});
