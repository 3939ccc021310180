import { describe, expect, it } from 'vitest';
import { told } from '../../support/small-promises.js';

describe('availability', () => {
  const there = (calendar: string): string => `
    calendar office mon tue wed thu fri 08-18
    whole s > e: 99% | metric: availability, calendar: ${calendar}
    system core 99.5
    step a s > e | systems: [core], end: success`;

  it('follows from systems around the clock, and not in the hours of a calendar, into which all outages may fall', () => {
    expect(told(there('24x7'))).toEqual(['proved']);
    expect(told(there('office'))).toEqual(['not-proved', 'calendar']);
    expect(told(`${there('24x7').replace(', calendar: 24x7', '')}\nstandard office`)).toEqual(['not-proved', 'calendar']);
  });

  it('does not follow where nobody says on which systems the journey runs', () => {
    const run = (steps: string): string => `
      whole s > e: 100% | metric: availability
      system core 90
      ${steps}`;
    expect(told(run('step a s > e | end: success'))).toEqual(['not-proved', 'value']);
    expect(told(run('step a s > e | systems: [core], end: success'))).toEqual(['not-proved', 'budget']);
    expect(told(run('step a s > e | systems: [core], dependsOn: [{system: core, mode: degraded, fallback: {text: paper}}], end: success'))).toEqual(['proved']);
    expect(told(run(`step a s > e | journey: child, end: success
      journey child
      step b s > e | systems: [core], end: success`))).toEqual(['not-proved', 'budget']);
  });
});
