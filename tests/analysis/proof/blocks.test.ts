import { describe, expect, it } from 'vitest';
import { left, targetOf, told } from '../../support/small-promises.js';

/** Two branches that start together and meet, with what stands in the place of the lines about them. */
const block = (target: string, word = 'all', l = '4h 95%', r = '5h 95%'): string => `
  whole s > e: ${target}
  step fork s > k: 0h | next: {${word}: [l, r]}
  step l k > x: ${l}
  step r k > y: ${r}
  step join > e: 0h | waitsFor: [l, r], end: success`;

describe.each(['all', 'some'])('branches that start together, %s of them', (word) => {
  it('take as long as the longest', () => {
    expect([told(block('5h 90%', word)), left(block('5h 90%', word))]).toEqual([['proved'], [0, 0]]);
    expect(told(block('4h 90%', word))[0]).not.toBe('proved');
  });

  it('have all to be kept: two at 95 % prove 90 %, not 95 %', () => {
    expect(told(block('5h 95%', word))).toEqual(['not-proved', 'budget']);
    expect(told(block('5h 90.0001%', word))).toEqual(['not-proved', 'budget']);
    expect(left(block('9h 80%', word))).toEqual([4, 10]);
  });

  it('are told with the misses of those beside', () => {
    expect(targetOf(block('5h 90%', word)).paths.map(({ steps, shortfall }) => [steps.join(' '), shortfall])).toEqual([['fork r join', 100_000], ['fork l join', 100_000]]);
  });
});

describe('a branch that is too long', () => {
  it('breaks the promise to all cases', () => {
    expect(targetOf(block('4h', 'all', '1h', '5h')).counterExample!.steps).toEqual(['fork', 'r', 'join']);
    expect(targetOf(block('4h', 'some', '1h', '5h')).counterExample!.steps).toEqual(['fork', 'r', 'join']);
  });

  it('breaks the promise to some of them only where all branches start', () => {
    expect(told(block('4h 90%', 'all', '1h', '5h'))).toEqual(['violated']);
    expect(told(block('4h 90%', 'some', '1h', '5h'))).toEqual(['not-proved', 'share']);
  });
});

describe('a block', () => {
  it('inside another adds its misses to those of the other branch', () => {
    const nested = (target: string): string => `
      whole s > e: ${target}
      step fork s > k: 0h | next: {all: [inner, r]}
      step inner k > i: 1h 99% | next: {all: [a, b]}
      step a i > x: 2h 98%
      step b i > y: 3h 97%
      step meet > z: 1h 96% | waitsFor: [a, b]
      step r k > w: 4h 95%
      step join > e: 0h | waitsFor: [meet, r], end: success`;
    expect([told(nested('5h 85%')), left(nested('5h 85%'))]).toEqual([['proved'], [0, 0]]);
    expect(told(nested('5h 85.0001%'))).toEqual(['not-proved', 'budget']);
    expect(told(nested('4h'))).toEqual(['violated']);
  });

  it('with a choice in a branch counts the worse way', () => {
    const choosing = (target: string): string => `
      whole s > e: ${target}
      step fork s > k: 0h | next: {all: [l, r]}
      step l k > x: 1h | next: [l1, l2]
      step l1 x > y: 9h 99%
      step l2 x > y: 1h 92%
      step r k > z: 2h 98%
      step join > e: 0h | waitsFor: [l1, l2, r], end: success`;
    expect(left(choosing('10h 90%'))).toEqual([0, 0]);
    expect(told(choosing('10h 90%'))).toEqual(['proved']);
    expect(told(choosing('10h 91%'))).toEqual(['not-proved', 'budget']);
  });

  it('that one part covers counts once', () => {
    const around = `
      whole s > e: 5h 95%
      part around s > e: 5h 95%
      step fork s > k | next: {all: [l, r]}
      step l k > x
      step r k > y
      step join > e | waitsFor: [l, r], end: success`;
    expect([told(around), left(around)]).toEqual([['proved'], [0, 0]]);
  });

  it('leaves out a branch that nobody waits for', () => {
    const beside = (word: string): string => `
      whole s > e: 5h
      step fork s > k: 0h | next: {${word}: [l, note]}
      step l k > x: 5h | next: last
      step note k > noted: 99h | end: side
      step last x > e: 0h | end: success`;
    expect(told(beside('all'))).toEqual(['proved']);
    expect(targetOf(beside('all')).paths.map(({ steps }) => steps.join(' '))).toEqual(['fork l last']);
    expect(told(beside('some'))).toEqual(['not-proved', 'block']);
    expect(told(block('5h 90%').replace('[l, r]}', '[l, r, note]}').concat('\nstep note k > noted: 99h | end: side'))).toEqual(['proved']);
  });

  it('of which a step that waits starts with an event of its own leaves a wait', () => {
    expect(told(block('99h 90%').replace('step join > e', 'step join begun > e'))).toEqual(['not-proved', 'gap']);
  });
});

describe('what cannot be reckoned with', () => {
  it.each([
    ['a stop of the clock in a branch', block('99h 90%').replace('s > e: 99h', 's > e, x: 99h')],
    ['branches that do not meet', block('99h 90%').replace('waitsFor: [l, r]', 'waitsFor: [l]').replace('step r k > y: 5h 95%', 'step r k > y: 5h 95% | next: other\nstep other y > e: 1h | end: success')],
    ['a step that ends the journey in a branch', block('99h 90%').replace('step r k > y: 5h 95%', 'step r k > y: 5h 95% | next: [r2, gone]\nstep r2 y > z: 0h\nstep gone y > e: 0h | end: failure').replace('[l, r], end', '[l, r2], end')],
    ['a way from one branch into the other', block('99h 90%').replace('step l k > x: 4h 95%', 'step l k > x: 4h 95% | next: [l2, r]\nstep l2 x > x: 0h').replace('[l, r], end', '[l2, r], end')],
    ['a step that waits for one that does not start with others', block('99h 90%').replace('{all: [l, r]}', '[l, r]')],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual(['not-proved', 'block']);
  });

  it('a start of the clock in a branch, because the other comes to the stop without it', () => {
    expect(told(block('99h 90%').replace('s > e: 99h', 's2 > e: 99h').replace('step l k > x', 'step l s2 > x'))).toEqual(['not-proved', 'clock']);
  });

  it('a part that reaches into a branch while the others may miss', () => {
    const reaching = block('99h 90%').replace('step fork s > k: 0h', 'step fork s > k').replace('step l k > x: 4h 95%', 'step l k > x').concat('\npart into s > x: 5h');
    expect(told(reaching)[0]).toBe('not-proved');
  });
});
