import { describe, expect, it } from 'vitest';
import { left, proofOf, targetOf, told } from '../../support/small-promises.js';

describe('a run of a clock', () => {
  it('begins at the first start: another while it runs is ignored', () => {
    const twice = (target: string): string => `
      whole s > e: ${target}
      step a s > s: 4h
      step b s > e: 6h | end: success`;
    expect([told(twice('10h')), left(twice('10h'))]).toEqual([['proved'], [0, 0]]);
    expect(told(twice('9h'))).toEqual(['violated']);
  });

  it('ends at the first stop: what comes after it is outside', () => {
    const later = `
      whole s > e, f: 4h
      step a s > e: 4h
      step b > f | end: success`;
    expect(told(later)).toEqual(['proved']);
    expect(targetOf(later).paths.map(({ steps }) => steps.join(' '))).toEqual(['a']);
  });

  it('is another one at a start after the stop', () => {
    const again = (target: string, second = '5h'): string => `
      whole s > e: ${target}
      step a s > e: 4h
      step b > m
      step c s > e: ${second} | end: success`;
    expect([told(again('5h')), left(again('5h'))]).toEqual([['proved'], [0, 0]]);
    expect(targetOf(again('4h')).counterExample!.steps).toEqual(['c']);
    expect(targetOf(again('3h', '2h')).counterExample!.steps).toEqual(['a']);
  });

  it('of a part begins at its first start too', () => {
    const part = (target: string): string => `
      whole s > e: ${target}
      part both s > e: 7h
      step a s > s
      step b s > e | end: success`;
    expect(told(part('7h'))).toEqual(['proved']);
    expect(told(part('6h'))).toEqual(['violated']);
  });
});

describe('a void run', () => {
  const refused = (percent: string, more = ''): string => `
    whole s > paid${more}: 10h 90%
    part decision s > m: 4h ${percent}
    step decide s > m | next: [pay, refuse]
    step pay m > paid: 6h | end: success
    step refuse m > refused: 100h | end: success`;

  it('is not counted, however long it takes', () => {
    expect(told(refused('100%'))).toEqual(['proved']);
    expect(targetOf(refused('100%')).paths.map(({ steps }) => steps.join(' '))).toEqual(['decide pay']);
  });

  it('is counted until the case gets where no stop can be reached any more', () => {
    const waiting = (start: string, more = ''): string => `${refused('100%').replace('refuse m >', `refuse ${start} >`)}\n${more}`;
    expect(told(waiting('letter'))).toEqual(['not-proved', 'gap']);
    expect(told(waiting('letter', 'part notice m > letter: 6h'))).toEqual(['proved']);
    expect(told(waiting('letter', 'part notice m > letter: 6h').replace('[pay, refuse]', '[{to: pay, sla: notice}, refuse]').replace('letter: 6h', 'letter, paid: 6h | underpins: []'))).toEqual(['not-proved', 'gap']);
  });

  it('is counted while a case waits after a failure', () => {
    const failed = (start: string, more = ''): string => `
      whole s > e: 4h
      step a s > e {fail: lost}: 4h | end: success, onFail: call
      step call ${start} > told | end: failure
      ${more}`;
    expect(told(failed('lost'))).toEqual(['proved']);
    expect(told(failed('called'))).toEqual(['not-proved', 'gap']);
    expect(told(failed('called', 'part soon s > called, e: 4h'))).toEqual(['proved']);
  });

  it('lets the misses of a part fall on those that are counted', () => {
    expect(told(refused('99%'))).toEqual(['not-proved', 'population']);
  });

  it('is none where the clock stops there as well', () => {
    expect(told(refused('99%', ', refused'))[0]).not.toBe('proved');
    expect(told(refused('99%', ', refused').replace('100h', '6h'))).toEqual(['proved']);
  });

  it('is told apart from a cancelled one, whose cases a part may count', () => {
    const cancelled = (percent: string): string => `
      whole s > e {cancel: [gone]}: 10h 90%
      step a s > m: 4h ${percent}
      step b m > e: 6h | end: success`;
    expect(told(cancelled('100%'))).toEqual(['proved']);
    expect(told(cancelled('99%'))).toEqual(['not-proved', 'population']);
  });
});

describe('the clock of the whole', () => {
  const plain = (clock: string): string => `
    whole ${clock}: 10h
    step a s > m: 4h
    step b m > e: 6h | end: success`;

  it('is read from events, and from steps by their completion', () => {
    expect(told(plain('s > e'))).toEqual(['proved']);
    expect(left(plain('s > test#a'))).toEqual([6, 0]);
    expect(left(plain('test#a > e'))).toEqual([4, 0]);
    expect(left(plain('test.a.started > test.b.completed').replace('s > m', '> m').replace('m > e', 'm')))
      .toEqual([0, 0]);
  });

  it.each(['nowhere > e', 's > nowhere', 's > test#nobody', 'e > s', 'm > s'])('is missing something as %s', (clock) => {
    expect(told(plain(clock))).toEqual(['not-proved', 'clock']);
  });

  it('must not stop before it has started', () => {
    const early = `
      whole m > s, e: 10h
      step a s > m: 4h
      step b m > e: 6h | end: success`;
    expect(told(early)).toEqual(['not-proved', 'clock']);
  });

  it('says what lies before it', () => {
    const before = `
      whole m > e: 10h
      step a s > n
      step b m > e: 6h | end: success`;
    expect(proofOf(before).outside.map(({ message }) => message)).toEqual(['The wait from `n` to `m` lies before the clock of `whole` starts.']);
    expect(proofOf(before.replace('s > n', 's > m')).outside).toEqual([]);
    expect(proofOf(plain('s > e')).outside).toEqual([]);
  });
});

describe('a promise on a way', () => {
  const edges = (percent: string): string => `
    whole s > e: 10h 90%
    part handover m > n: 3h ${percent} | underpins: []
    step a s > m: 2h | next: [{to: b, sla: handover}, {to: c}]
    step b n > e: 5h | end: success
    step c m > e: 8h | end: success`;

  it('covers the wait on that way', () => {
    expect([told(edges('90%')), left(edges('90%'))]).toEqual([['proved'], [0, 0]]);
    expect(told(edges('89%'))).toEqual(['not-proved', 'budget']);
  });

  it('covers no other way, though it starts with the same event', () => {
    const other = edges('90%').replace('c m > e: 8h', 'c n > e: 5h');
    expect(told(other)).toEqual(['not-proved', 'gap']);
    expect(told(other.replace('{to: c}', '{to: c, sla: handover}'))).toEqual(['proved']);
  });
});
