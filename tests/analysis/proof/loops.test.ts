import { describe, expect, it } from 'vitest';
import { left, targetOf, told } from '../../support/small-promises.js';

describe('a way back', () => {
  const twoBacks = (target: string): string => `
    whole s > e: ${target}
    part first-back m > s: 0h
    part second-back n > s: 0h
    step a s > m: 1h 99% | next: [{to: a, repeats: 1}, b]
    step b m > n: 0h | next: [{to: a, repeats: 2}, c]
    step c n > e: 0h | end: success`;

  it('is taken as often as all bounds allow: 1 and 2 run what they share four times', () => {
    expect(told(twoBacks('4h 96%'))).toEqual(['proved']);
    expect(told(twoBacks('3h'))).toEqual(['violated']);
    expect(targetOf(twoBacks('3h')).counterExample!.steps.filter((step) => step === 'a')).toHaveLength(4);
  });

  it('counts the misses of a part once for each round', () => {
    expect(left(twoBacks('4h 96%'))).toEqual([0, 0]);
    expect(told(twoBacks('4h 96.0001%'))).toEqual(['not-proved', 'budget']);
  });

  const round = (target: string, repeats: string, back = '1h 99%'): string => `
    whole s > e: ${target}
    step a s > m: 2h | next: [{to: back${repeats}}, b]
    step back m > s: ${back} | next: a
    step b m > e: 1h | end: success`;

  it('costs what its own step promises, each time', () => {
    expect([told(round('9h 98%', ', repeats: 2')), left(round('9h 98%', ', repeats: 2'))]).toEqual([['proved'], [0, 0]]);
    expect(told(round('9h 99%', ', repeats: 2'))).toEqual(['not-proved', 'budget']);
    expect(targetOf(round('8h', ', repeats: 2', '1h')).counterExample!.steps).toEqual(['a', 'back', 'a', 'back', 'a', 'b']);
    expect(targetOf(round('9h 98%', ', repeats: 2')).pathCount).toBe(3);
  });

  it('has to be limited', () => {
    expect(told(round('999h', ''))).toEqual(['not-proved', 'loop']);
    expect(told(round('999h', ', repeats: unknown'))).toEqual(['not-proved', 'loop']);
  });

  it('may have a promise of its own on the way', () => {
    const owned = (target: string): string => `
      whole s > e: ${target}
      part again m > s: 3h | underpins: []
      step a s > m: 2h | next: [{to: a, repeats: 1, sla: again}, b]
      step b m > e: 1h | end: success`;
    expect([told(owned('8h')), left(owned('8h'))]).toEqual([['proved'], [0, 0]]);
    expect(told(owned('7h'))).toEqual(['violated']);
    expect(told(owned('999h').replace(', sla: again', ''))).toEqual(['not-proved', 'gap']);
  });

  it('inside of a part is not multiplied: its clock goes on', () => {
    const failing = (repeats: number): string => `
      whole s > e: 6h 95%
      step a s > m {fail: missed}: 5h 95% | next: [{to: a, when: {event: missed}, repeats: ${repeats}}, b]
      step b m > e: 1h | end: success`;
    expect([told(failing(1)), left(failing(1))]).toEqual([['proved'], [0, 0]]);
    expect([told(failing(9)), left(failing(9))]).toEqual([['proved'], [0, 0]]);
  });

  it('after a stop of the part is multiplied, though a part around it is not', () => {
    const around = (part: string): string => `
      ${round('10h', ', repeats: 9', '1h')}
      ${part}`;
    expect(told(around(''))).toEqual(['violated']);
    expect(told(around('part all s > e: 10h'))).toEqual(['proved']);
  });

  it('outside of the clock does not matter', () => {
    const before = `
      whole m > e: 1h
      step a s > m0 | next: [{to: a, repeats: 5}, b]
      step b m > e: 1h | end: success`;
    expect(told(before)).toEqual(['proved']);
  });

  it('that starts the clock anew makes another run, not a longer one', () => {
    const again = `
      whole s > m: 2h
      step a s > m: 2h | next: [{to: a, repeats: 5}, b]
      step b m > e | end: success`;
    expect(told(again)).toEqual(['proved']);
  });

  it('in a branch is taken there', () => {
    const branch = (target: string): string => `
      whole s > e: ${target}
      step fork s > k: 0h | next: {all: [l, r]}
      step l k > x: 2h 99% | next: [{to: redo, repeats: 1}, l2]
      step redo x > k: 0h | next: l
      step l2 x > y: 0h
      step r k > z: 3h 98%
      step join > e: 0h | waitsFor: [l2, r], end: success`;
    expect([told(branch('4h 96%')), left(branch('4h 96%'))]).toEqual([['proved'], [0, 0]]);
    expect(told(branch('4h 97%'))).toEqual(['not-proved', 'budget']);
  });
});
