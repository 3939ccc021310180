import { describe, expect, it } from 'vitest';
import { targetOf, told } from '../../support/small-promises.js';

/** Two steps, the first with a part that another journey uses as well. */
function shared(other: string, percent = '95%', more = ''): string {
  return `
    journey test${more}
    step a s > m | sla: p
    step b m > e: 1h | end: success
    whole s > e: 10h 95%
    part p s > m: 5h ${percent} | underpins: []
    ${other}`;
}

const another = (fields: string): string => `journey other | ${fields}
    step x s > m | sla: p, end: success`;

describe('a percent over the cases of several journeys', () => {
  it('says nothing about one of them, whose cases may be those that miss', () => {
    expect(told(shared(''))).toEqual(['proved']);
    expect(told(shared(another('status: active')))).toEqual(['not-proved', 'population']);
    expect(told(shared(another('status: deprecated')))).toEqual(['not-proved', 'population']);
    const [premise] = targetOf(shared(another('status: active'))).premises;
    expect([premise!.message, premise!.hint]).toEqual([
      '`p` keeps its percent over the cases of `other` as well, so the misses may all fall on those of `test`.',
      'Agree that it keeps its percent in each journey and write `eachJourney: true` in `p`, or agree on another promise for the cases of `test` alone.',
    ]);
  });

  it('is about each of them where all cases are promised', () => {
    expect(told(shared(another('status: active'), '100%'))).toEqual(['proved']);
  });

  it('is about each of them where it is agreed for each', () => {
    expect(told(shared(another('status: active')).replace('underpins: []', 'underpins: [], eachJourney: true'))).toEqual(['proved']);
    expect(told(shared(another('status: active')).replace('underpins: []', 'underpins: [], eachJourney: false'))).toEqual(['not-proved', 'population']);
  });

  it('is about one of them as long as the others are drafts or retired, which is told', () => {
    expect(told(shared(another('status: draft')))).toEqual(['proved']);
    expect(targetOf(shared(another('status: draft'))).assumptions).toContain('The percent of `p` holds in this journey alone as well, though `other` uses it too.');
    expect(told(shared(another('status: retired')))).toEqual(['proved']);
  });

  it('is about a plan alone where that takes the place of the other', () => {
    const planned = (more: string): string => shared(another('status: active'), '95%', ` | perspective: to-be${more}`);
    expect(told(planned(', comparesTo: {spec: other@0.1.0}'))).toEqual(['proved']);
    expect(told(planned(', comparesTo: {spec: test@0.1.0}'))).toEqual(['not-proved', 'population']);
    expect(told(planned(', comparesTo: {spec: other@0.1.0}, status: active'))).toEqual(['not-proved', 'population']);
  });
});

describe('a percent of a journey inside', () => {
  const nested = (more: string): string => `
    journey test
    step ask s > m | journey: child
    step b m > e: 1h | end: success
    journey child | slas: [p], status: active
    step x s > m | end: success
    part p s > m: 5h 95% | underpins: []
    whole s > e: 10h 95%
    ${more}`;

  it('is over the same cases', () => {
    expect(told(nested(''))).toEqual(['proved']);
  });

  it('is over more where another journey goes through it as well', () => {
    const through = (status: string): string => nested(`journey third | status: ${status}\n    step z s > m | journey: child, end: success`);
    expect(told(through('active'))).toEqual(['not-proved', 'population']);
    expect(told(through('draft'))).toEqual(['proved']);
  });

  it('is over more where it also begins at a step of that journey that this one does not know', () => {
    expect(told(nested('').replace('part p s >', 'part p s, hidden >').replace('step x s > m | end', 'step y hidden > m | end: success, entry: also\n    step x s > m | entry: yes, end'))[0]).toBe('not-proved');
  });
});
