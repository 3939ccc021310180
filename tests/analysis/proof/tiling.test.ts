import { describe, expect, it } from 'vitest';
import { left, targetOf, told } from '../../support/small-promises.js';

/** The parts on the longest path. */
function partsOf(text: string): readonly string[] {
  return targetOf(text).paths[0]!.parts.map(({ part }) => part);
}

describe('parts that cover the way without a gap', () => {
  const row = (target: string, second = 'm > n'): string => `
    whole s > e: ${target}
    part first s > m: 2h
    part second ${second}: 3h
    part third n > e: 5h
    step a s > m
    step b m > n
    step c n > e | end: success`;

  it('prove their sum and no less', () => {
    expect([told(row('10h')), left(row('10h'))]).toEqual([['proved'], [0, 0]]);
    expect(partsOf(row('10h'))).toEqual(['first', 'second', 'third']);
    expect(left(row('11h'))).toEqual([1, 0]);
    expect(told(row('9h'))).toEqual(['violated']);
    expect(told(row('35999s'))).toEqual(['violated']);
    expect(told(row('36000s'))).toEqual(['proved']);
  });

  it('prove nothing with a gap, however much time is left', () => {
    expect(told(row('1000h', 'm > elsewhere'))).toEqual(['not-proved', 'work']);
    expect(left(row('1000h', 'm > elsewhere'))).toEqual([undefined, undefined]);
    expect(told(row('1000h').replace('part first s > m', 'part first other > m'))).toEqual(['not-proved', 'work']);
    expect(told(row('1000h').replace('part third n > e', 'part third n > other'))).toEqual(['not-proved', 'work']);
  });

  it('leave a gap between two events that are not one', () => {
    expect(told(row('1000h').replace('step b m > n', 'step b m2 > n').replace('second m', 'second m2'))).toEqual(['not-proved', 'gap']);
    expect(targetOf(row('1000h').replace('step b m > n', 'step b m2 > n').replace('second m', 'second m2')).premises[0]!.message).toBe('No part of `whole` covers the time from `m` to `m2`.');
  });

  it('leave a gap where a part has been taken away', () => {
    expect(told(row('1000h').replace('| underpins: []', '').replace('second m > n: 3h', 'second m > n: 3h | underpins: []'))).toEqual(['not-proved', 'work']);
  });

  it('may begin before the whole, but not for it', () => {
    const early = `
      whole m > e: 10h
      part long s > e: 10h
      step a s > m
      step b m > e | end: success`;
    expect(told(early)).toEqual(['not-proved', 'work']);
  });

  it('are the more the ways are: each has to be covered', () => {
    const ways = (second: string): string => `
      whole s > e: 10h
      step a s > m: 2h | next: [b, c]
      step b m > e: 8h | end: success
      step c m > e${second} | end: success`;
    expect(told(ways(': 8h'))).toEqual(['proved']);
    expect(told(ways(''))).toEqual(['not-proved', 'work']);
    expect(told(ways(': 9h'))).toEqual(['violated']);
  });
});

describe('a promise within another', () => {
  const staged = (target: string, stage: string, first: string, second: string): string => `
    whole s > e: ${target}
    stage early: ${stage}
    step a s > m: ${first}
    step b m > n: ${second}
    stage late
    step c n > e: 1h | end: success`;

  it('proves with whichever covers the way best', () => {
    expect(partsOf(staged('10h', '9h', '6h', '6h'))).toEqual(['test#stages/early/promise', 'test#c/promise']);
    expect(told(staged('10h', '9h', '6h', '6h'))).toEqual(['proved']);
    expect(partsOf(staged('10h', '20h', '4h', '5h'))).toEqual(['test#a/promise', 'test#b/promise', 'test#c/promise']);
    expect(told(staged('10h', '20h', '4h', '5h'))).toEqual(['proved']);
    expect(told(staged('10h', '10h', '5h', '5h'))).toEqual(['violated']);
  });

  it('has to keep time and percent in one tiling', () => {
    expect(told(staged('10h 90%', '9h 90%', '6h 99%', '6h 99%'))).toEqual(['proved']);
    expect(told(staged('10h 90%', '9h 80%', '6h 99%', '6h 99%'))[0]).toBe('not-proved');
    expect(told(staged('10h 90%', '9h 80%', '4h 95%', '5h 95%'))).toEqual(['proved']);
  });

  it('may be what a journey inside promises', () => {
    const nested = (inner: string, clock = 'm > n'): string => `
      journey test
      step a s > m: 2h
      step ask m > n | journey: child
      step b n > e: 3h | end: success
      journey child | slas: [answer]
      step look m > n | end: success
      part answer ${clock}: ${inner} | underpins: []
      whole s > e: 10h`;
    expect(told(nested('5h'))).toEqual(['proved']);
    expect(partsOf(nested('5h'))).toEqual(['test#a/promise', 'answer', 'test#b/promise']);
    expect(told(nested('6h'))).toEqual(['violated']);
    expect(told(nested('5h', 'm > other'))).toEqual(['not-proved', 'work']);
  });
});

describe('steps that are not on the way', () => {
  it('alongside another take no time of their own', () => {
    const alongside = `
      whole s > e: 2h
      step a s > e: 2h | end: success
      step note noted > filed: 100h | alongside: a`;
    expect(told(alongside)).toEqual(['proved']);
    expect(targetOf(alongside).paths.map(({ steps }) => steps)).toEqual([['a']]);
  });

  it('beside it take none either', () => {
    const beside = `
      whole s > e: 2h
      step a s > e: 2h | end: success, meanwhile: [{every: 1h, times: 3, to: nudge}]
      step nudge nudged > done: 100h | end: side`;
    expect(told(beside)).toEqual(['proved']);
    expect(targetOf(beside).pathCount).toBe(1);
  });

  it('that are optional may be passed', () => {
    const optional = (target: string): string => `
      whole s > e: ${target}
      step a s > m: 2h
      step maybe m > m: 5h | when: there is doubt
      step b m > e: 3h | end: success`;
    expect([told(optional('10h')), targetOf(optional('10h')).pathCount]).toEqual([['proved'], 2]);
    expect(targetOf(optional('9h')).counterExample!.steps).toEqual(['a', 'maybe', 'b']);
  });

  it('that are optional have to be covered where they are not passed', () => {
    const optional = `
      whole s > e: 10h
      step a s > m: 2h
      step maybe m > m2 | when: there is doubt
      step b m > e: 3h | end: success`;
    expect(told(optional)).toEqual(['not-proved', 'work']);
  });
});

describe('what stops a step meanwhile', () => {
  const stopped = (target: string, by: string, more = ''): string => `
    whole s > e: ${target}
    step a s > m: 40h 90%${more} | meanwhile: [{${by}, to: b, stops: true}], next: c
    step b > m: 10h | next: c
    step c m > e: 1h | end: success`;

  it('takes exactly its time when it is a timer, and is never missed', () => {
    expect([told(stopped('59h 90%', 'after: 2d')), left(stopped('59h 90%', 'after: 2d'))]).toEqual([['proved'], [0, 0]]);
    expect(told(stopped('58h 90%', 'after: 2d'))[0]).not.toBe('proved');
    const path = targetOf(stopped('59h 90%', 'after: 2d')).paths.find(({ steps }) => steps.includes('b'))!;
    expect([path.seconds, path.shortfall]).toEqual([59 * 3600, 0]);
  });

  it('goes by the clock when it is a timer and the step has no calendar, whatever the calendar of the whole', () => {
    const after = (calendar: string, target: string): string => `
      calendar office mon tue wed thu fri 08-18 | dayLength: 8h
      whole s > e: ${target} | calendar: office
      part p s > m: 1h${calendar}
      step a s > m | sla: p, meanwhile: [{after: 2d, to: late, stops: true}], next: done
      step done m > e: 1h | end: success
      step late > e: 1h | end: failure`;
    expect([told(after('', '21h')), left(after('', '21h'))]).toEqual([['proved'], [0, 0]]);
    expect(told(after('', '20h'))[0]).not.toBe('proved');
    expect([told(after(' | calendar: office', '17h')), left(after(' | calendar: office', '17h'))]).toEqual([['proved'], [0, 0]]);
  });

  it('takes at most what the step promises when it is an event', () => {
    const byEvent = (target: string): string => stopped(target, 'event: gone').replace('step b > m', 'step b gone > m');
    expect([told(byEvent('51h 90%')), left(byEvent('51h 90%'))]).toEqual([['proved'], [0, 0]]);
    expect(told(byEvent('50h 90%'))[0]).not.toBe('proved');
  });

  it('is a gap where the step promises nothing', () => {
    expect(told(stopped('100h', 'event: gone').replace(': 40h 90%', ''))).toEqual(['not-proved', 'work']);
  });
});
