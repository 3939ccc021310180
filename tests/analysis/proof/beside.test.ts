import { describe, expect, it } from 'vitest';
import { told } from '../../support/small-promises.js';

describe('what happens beside the way', () => {
  it('may stop a part, and then nobody covers the rest', () => {
    const lines = (stop: string): string => `
      whole s > e: 5h
      part p s > ${stop}: 5h
      step a s > e | end: success, sla: p, meanwhile: [{after: 1h, to: x}]
      step x x0 > y | end: side`;
    expect(told(lines('y, e'))).toEqual(['not-proved', 'clock']);
    expect(told(lines('e'))).toEqual(['proved']);
  });

  it('may stop the whole, and then a path that is too long breaks nothing for certain', () => {
    const lines = (stop: string): string => `
      whole s > ${stop}: 5h
      part p m > e: 50h
      step a s > m: 1h | next: {all: [b, x]}
      step x m > y: 1h | end: side
      step b m > e | end: success, sla: p`;
    expect(told(lines('y, e'))[0]).toBe('not-proved');
    expect(told(lines('e'))).toEqual(['violated']);
  });
});

describe('what happens alongside', () => {
  it('may stop a part as well, and is no moment at which the whole can stop', () => {
    const lines = (whole: string, part: string): string => `
      whole s > ${whole}: 5h
      part p s > ${part}: 5h
      step a s > e | end: success, sla: p
      step note n > y | alongside: a`;
    expect(told(lines('e', 'e, y'))).toEqual(['not-proved', 'clock']);
    expect(told(lines('e, y', 'e'))).toEqual(['not-proved', 'clock']);
    expect(told(lines('e', 'e'))).toEqual(['proved']);
  });
});

describe('a part that begins beside the way', () => {
  const lines = (more: string, host = ''): string => `
    whole s > e: 5h
    part p s > e: 50h
    part q y > e: 1h
    step a s > e | end: success, sla: p${host}
    ${more}`;

  it('may keep a case from taking so long', () => {
    expect(told(lines('step other z > y | entry: also, end: failure'))).toEqual(['violated']);
    expect(told(lines('step note n > y | alongside: a'))).toEqual(['not-proved', 'share']);
    expect(told(lines('step x n > y | end: side', ', meanwhile: [{after: 1h, to: x}]'))).toEqual(['not-proved', 'share']);
  });
});

describe('a failure that leads nowhere', () => {
  const lines = (whole: string, part: string, more = ''): string => `
    whole s > ${whole}: 5h
    part p s > ${part}: 5h
    step a s > e {fail: f} | end: success, sla: p${more}`;

  it('may stop a part, and then nobody covers the time until the step is done after all', () => {
    expect(told(lines('e', 'e, f'))).toEqual(['not-proved', 'clock']);
    expect(told(lines('e', 'e'))).toEqual(['proved']);
  });

  it('costs nothing where it stops the whole as well, or leads on', () => {
    expect(told(lines('e, f', 'e, f'))).toEqual(['proved']);
    expect(told(lines('e', 'e, f', ', onFail: b\nstep b f > e: 0h | end: failure'))).toEqual(['proved']);
  });
});

describe('the days for which a calendar is known', () => {
  it('have to be enough for one case at least, on a single calendar as well', () => {
    const lines = (hours: number): string => `
      calendar office mon tue wed thu fri 08-18
      whole s > e: ${hours + 10}h | calendar: office
      part p s > e: ${hours}h | calendar: office
      step a s > e | end: success, sla: p`;
    expect(told(lines(90))).toEqual(['proved']);
    expect(told(lines(9000))).toEqual(['not-proved', 'calendar']);
  });
});
