import { describe, expect, it } from 'vitest';
import { targetOf, told } from '../../support/small-promises.js';

/** A step that stands for a journey with two ends. What follows it, the steps of that journey and where the clock of its promise stops are given. */
function nested(next: string, ends: string, stops: string, more = ''): string {
  return `
    journey test
    step a s > m: 2h
    step ask m > n${more} | journey: child, next: ${next}
    step b n > e: 3h | end: success
    step c q > e: 3h | end: failure
    journey child | slas: [answer]
    step look m > l | next: [yes, no]
    ${ends}
    part answer m > ${stops}: 5h | underpins: []
    whole s > e: 10h`;
}

const bothWays = '[{to: b, outcome: success}, {to: c, outcome: failure}]';
const bothEnds = `step yes l > n | end: success
    step no l > q | end: failure`;

describe('a journey inside that ends in several ways', () => {
  it('covers a way only where its promise stops at the end that leads there', () => {
    expect(told(nested(bothWays, bothEnds, 'n, q'))).toEqual(['proved']);
    expect(told(nested(bothWays, bothEnds, 'n'))).toEqual(['not-proved', 'work']);
    expect(told(nested(bothWays, bothEnds, 'n', ' {fail: q}'))).toEqual(['not-proved', 'work']);
  });

  it('covers the way that is taken after any outcome only where its promise stops at each end', () => {
    const after = (ends: string, stops: string, start = 'n'): string => nested('b', ends, stops).replace('step c q > e: 3h | end: failure', '').replace('step b n >', `step b ${start} >`);
    expect(told(after(bothEnds, 'n', 'later'))).toEqual(['not-proved', 'work', 'gap']);
    expect(told(after(bothEnds, 'n, q'))).toEqual(['not-proved', 'gap']);
    expect(told(after(bothEnds.replace('> q', '> n'), 'n'))).toEqual(['proved']);
  });

  it('is done with whatever outcome for a promise in place on the step', () => {
    const inPlace = (more: string): string => nested(bothWays, bothEnds, 'z', more).replace(`${more} |`, `${more}: 5h |`);
    expect(told(inPlace(''))).toEqual(['proved']);
    expect(told(inPlace(' {fail: q}'))).toEqual(['not-proved', 'work']);
  });
});

describe('a way by an outcome', () => {
  const late = (outcome: string, ends = bothEnds, start = 'n'): string => nested(`[{to: b, outcome: success}, {to: c, outcome: ${outcome}}]`, ends, 'n, q').replace('c q > e: 3h', `c ${start} > e: 30h`);

  it('breaks the promise where the journey inside may end so', () => {
    expect(told(late('failure', bothEnds, 'q'))).toEqual(['violated']);
    expect(targetOf(late('failure', bothEnds, 'q')).counterExample!.steps).toEqual(['a', 'ask', 'c']);
  });

  it('breaks nothing where the journey inside never ends so', () => {
    expect(told(late('abandon'))[0]).toBe('not-proved');
    expect(told(late('failure', bothEnds.replace('failure', 'success')))[0]).toBe('not-proved');
  });

  it('breaks nothing where the step stands for no journey', () => {
    expect(told(late('failure').replace('journey: child, ', '').replace('underpins: []', 'underpins: [whole]'))[0]).toBe('not-proved');
  });
});

describe('what happens inside of a step that stands for a journey', () => {
  const child = (clock: string, rest: string, own = ''): string => `
    whole s > e${clock}: 8h
    step ask s > n | journey: child, next: b
    step b n > e: ${rest} | end: success
    journey child | slas: [answer]
    step look s > k
    step fin k > n${own} | end: success
    part answer s > n: 5h | underpins: []`;

  it('may touch the clock of the whole', () => {
    expect(told(child('', '30h'))).toEqual(['violated']);
    for (const clock of ['cancel: [k]', 'reset: [k]', 'pause: [{from: k, to: n}]']) expect(told(child(` {${clock}}`, '30h'))).toEqual(['not-proved', 'pause']);
    expect(told(child('', '30h').replace('s > e:', 's > e, k:'))[0]).toBe('not-proved');
    expect(told(child(' {cancel: [elsewhere]}', '30h'))).toEqual(['violated']);
  });

  it('may start the clock of the whole before the step is done', () => {
    const begin = (start: string): string => `
      whole ${start} > e: 4h
      step ask q > n | journey: child, next: b
      step b ${start} > e: 3h | end: success
      journey child
      step look q > ${start.replace('s', 'k')}
      step fin k > n | end: success`;
    expect(told(begin('s'))).toEqual(['proved']);
    expect(told(begin('k'))).toEqual(['not-proved', 'clock']);
  });

  it('may take less time by promises of its own', () => {
    expect(told(child('', '4h'))).toEqual(['violated']);
    expect(told(child('', '4h', ': 1h'))).toEqual(['not-proved', 'share']);
    expect(told(child('', '9h', ': 1h'))).toEqual(['violated']);
    expect(told(`${child('', '9h')}\n part across k > e: 1h`)).toEqual(['not-proved', 'share']);
  });

  it('may stop a part though it goes on', () => {
    const midway = (stop: string): string => `
      ${child('', '3h').replace('step fin k > n | end: success', '')}
      step mid k > ${stop}
      step back k1 > k2
      step fin k2 > n | end: success`;
    const inOrder = (stop: string): string => midway(stop).replace(/(\n\s*part answer.*)(\n[^]*)$/, '$2$1');
    expect(told(inOrder('m'))).toEqual(['proved']);
    expect(told(inOrder('n'))).toEqual(['not-proved', 'clock']);
  });
});
