import { describe, expect, it } from 'vitest';
import { left, told } from '../../support/small-promises.js';

const pause = (max = ''): string => `pause: [{from: asked, to: answered${max === '' ? '' : `, max: ${max}`}}]`;

/** A part with a clock of its own before one that is never paused. */
const before = (whole: string, part: string, target = '10h'): string => `
  whole s > e${whole === '' ? '' : ` {${whole}}`}: ${target}
  part paused s > m${part === '' ? '' : ` {${part}}`}: 6h
  step a s > m
  step b m > e: 4h | end: success`;

describe('a pause', () => {
  it('of the whole alone is harmless', () => {
    expect(told(before(pause(), ''))).toEqual(['proved']);
  });

  it('of a part is missing where the whole goes on', () => {
    expect(told(before('', pause()))).toEqual(['not-proved', 'pause']);
    expect(told(before(pause(), pause()))).toEqual(['proved']);
  });

  it('of a part is the same only from and to the same events', () => {
    expect(told(before('pause: [{from: asked, to: other}]', pause()))).toEqual(['not-proved', 'pause']);
    expect(told(before('pause: [{from: other, to: answered}]', pause()))).toEqual(['not-proved', 'pause']);
    expect(told(before('pause: [{from: asked}]', 'pause: [{from: asked}]'))).toEqual(['not-proved', 'pause']);
  });

  it('of a part must not be longer than that of the whole', () => {
    expect(told(before(pause('2h'), pause('2h')))).toEqual(['proved']);
    expect(told(before(pause('2h'), pause('3h'), '13h'))).toEqual(['proved']);
    expect(told(before(pause('2h'), pause('3h'), '12h'))).toEqual(['not-proved', 'pause']);
    expect(told(before(pause('2h'), pause()))).toEqual(['not-proved', 'pause']);
  });

  it('of a part that the whole does not have adds all that it may last', () => {
    expect([told(before('', pause('2h'), '12h')), left(before('', pause('2h'), '12h'))]).toEqual([['proved'], [0, 0]]);
    expect(told(before('', pause('2h'), '11h'))).toEqual(['not-proved', 'pause']);
  });

  it('of the whole may last so long in one run, however many parts stand still in it', () => {
    const twice = (max: string): string => `
      whole s > e {${pause(max)}}: 10h
      part first s > m {${pause('2h')}}: 6h
      part second m > e {${pause('2h')}}: 4h
      step a s > m
      step b m > e | end: success`;
    expect(told(twice('4h'))).toEqual(['proved']);
    expect(told(twice('3h'))).toEqual(['not-proved', 'pause']);
  });

  it('of the whole may use up the time of another that overlaps it', () => {
    const two = (max: string): string => `
      whole s > e {pause: [{from: a, to: b${max}}, {from: c, to: d${max}}]}: 20h
      part p s > m {pause: [{from: a, to: b${max}}]}: 10h
      part q m > e {pause: [{from: c, to: d${max}}]}: 10h
      step x s > m
      step y m > e | end: success`;
    expect(told(two(', max: 4h'))).toEqual(['not-proved', 'pause']);
    expect(told(two(', max: 4h').replace('q m > e {pause: [{from: c, to: d, max: 4h}]}', 'q m > e'))).toEqual(['proved']);
    expect(told(two(''))).toEqual(['proved']);
  });

  it('of the whole may last so long in one run, however often a part comes round', () => {
    const round = (max: string): string => `
      whole s > e {${pause(max)}}: 10h
      part again s > m {${pause('2h')}}: 5h
      step a s > m | next: [{to: back, repeats: 1}, b]
      step back m > s: 0h | next: a
      step b m > e: 0h | end: success`;
    expect(told(round('4h'))).toEqual(['proved']);
    expect(told(round('3h'))).toEqual(['not-proved', 'pause']);
  });

  it('is the same only on one calendar', () => {
    const other = (target: string): string => `
      calendar office mon tue wed thu fri 08-18
      whole s > e {${pause()}}: ${target}
      part only s > e {${pause('1h')}}: 6h | calendar: office
      step a s > e | end: success`;
    expect(told(other('69h'))).toEqual(['proved']);
    expect(told(other('68h'))).toEqual(['not-proved', 'pause']);
    expect(told(other('1000h').replace(', max: 1h', ''))).toEqual(['not-proved', 'pause']);
  });

  it('cuts a part in two, which on several calendars may each come to closed hours', () => {
    const mixed = `
      calendar office mon tue wed thu fri 08-18
      whole s > e {${pause()}}: 1000h
      part paused s > m {${pause()}}: 6h
      step a s > m
      step b m > e: 4h | end: success`;
    expect(told(mixed)).toEqual(['proved']);
    expect(told(mixed.replace('b m > e: 4h |', 'b m > e |').concat('\npart office-hours m > e: 4h | calendar: office'))).toEqual(['not-proved', 'pause']);
  });
});

describe('a clock that is reset or cancelled', () => {
  it('of a part is missing where that of the whole goes on', () => {
    expect(told(before('', 'reset: [again]'))).toEqual(['not-proved', 'reset']);
    expect(told(before('reset: [again]', 'reset: [again]'))).toEqual(['proved']);
    expect(told(before('reset: [other]', 'reset: [again]'))).toEqual(['not-proved', 'reset']);
    expect(told(before('', 'cancel: [gone]'))).toEqual(['not-proved', 'reset']);
    expect(told(before('cancel: [gone]', 'cancel: [gone]'))).toEqual(['proved']);
  });

  it('of a part may be cancelled by a stop of the whole', () => {
    expect(told(before('', 'cancel: [e]'))).toEqual(['proved']);
  });

  it('of the whole alone is harmless while every case is kept', () => {
    expect(told(before('reset: [again], cancel: [gone]', ''))).toEqual(['proved']);
  });
});
