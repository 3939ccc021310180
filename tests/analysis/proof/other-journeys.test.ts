import { describe, expect, it } from 'vitest';
import { proveJourney } from '../../../src/analysis/proof/prove-journey.js';
import { promisesOf, targetOf, told } from '../../support/small-promises.js';

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

describe('a percent of runs that begin where the promise does not', () => {
  it('says nothing where an event begins them that no journey tells of', () => {
    const foreign = (more = '', percent = '95%'): string => shared('', percent).replace('part p s >', 'part p s, foreign >').replace('underpins: []', `underpins: []${more}`);
    expect(told(foreign())).toEqual(['not-proved', 'population']);
    expect(told(foreign(', eachJourney: true'))).toEqual(['proved']);
    expect(told(foreign('', '100%'))).toEqual(['proved']);
  });

  it('says nothing where another journey in force tells of their start, though it does not name the part', () => {
    const telling = (status: string, event = 's'): string => shared(another(`status: ${status}`).replace('sla: p, ', '').replace('x s >', `x ${event} >`)).replace('part p s >', 'part p s, t >');
    expect(told(telling('active'))).toEqual(['not-proved', 'population']);
    expect(told(telling('active', 't'))).toEqual(['not-proved', 'population']);
    expect(told(telling('draft', 't'))).toEqual(['proved']);
    expect(told(telling('retired', 't'))).toEqual(['proved']);
    expect(told(telling('active', 'u').replace('part p s, t >', 'part p s >'))).toEqual(['proved']);
  });
});

describe('a promise that is counted together with that of a variant', () => {
  /** Three journeys with the same part and their own time at the second step. Two percents have to fit into the whole's. */
  const together = (variant: string, third: string): string => `
    journey test
    step a s > m | sla: p
    step b m > e: 1h 95% | end: success
    whole s > e: 10h 90%
    part p s > m: 5h 95% | underpins: []
    variant one | overlay: [{op: set, path: stages.only.steps.b.promise, value: {${variant}}, reason: test}]
    variant two | overlay: [{op: set, path: stages.only.steps.b.promise, value: {${third}}, reason: test}]`;
  const kept = 'within: 2h, percent: 95';

  it('is proved with it or not at all', () => {
    expect(told(together(kept, kept))).toEqual(['proved']);
    expect(told(together(kept, 'within: 20h, percent: 95'))).toEqual(['not-proved', 'population']);
    expect(told(together('within: 2h, percent: 94', kept))).toEqual(['not-proved', 'population']);
    expect(told(together('within: 20h, percent: 50', kept).replace('5h 95%', '5h'))).toEqual(['proved']);
  });

  it('names the variants in which it is not proved', () => {
    const [premise] = targetOf(together('within: 20h', 'within: 2h, percent: 94')).premises;
    expect([premise!.message, premise!.hint]).toEqual([
      '`whole` counts the cases of `one` and `two` as well, where it is not proved.',
      'Let the parts prove `whole` there too, or promise something else there.',
    ]);
  });

  it('is broken where it is broken in the variant itself, whatever the others do', () => {
    const files = promisesOf(together('within: 20h', 'within: 2h, percent: 94'));
    expect(['test', 'one', 'two'].map((id) => proveJourney(files, id)!.promises[0]!.verdict)).toEqual(['not-proved', 'violated', 'not-proved']);
  });

  it('asks as well for the variants that are counted with that variant alone', () => {
    const chain = `
      journey test
      step a s > m | sla: p
      step b m > e: 1h | end: success
      whole s > e: 10h 90%
      part p s > m: 5h 95% | underpins: []
      part q m > e: 1h 95% | underpins: []
      variant one | overlay: [{op: remove, path: stages.only.steps.b.promise, reason: test}, {op: set, path: stages.only.steps.b.sla, value: q, reason: test}]
      variant two | overlay: [{op: remove, path: stages.only.steps.a.sla, reason: test}, {op: set, path: stages.only.steps.a.events.start, value: t, reason: test}, {op: remove, path: stages.only.steps.b.promise, reason: test}, {op: set, path: stages.only.steps.b.sla, value: q, reason: test}]`;
    expect(targetOf(chain).premises.map(({ message }) => message)).toEqual(['`whole` counts the cases of `two` as well, where it is not proved.']);
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

  it('is over more where a step of this journey that does not stand for it is followed by it, or it begins anew in there', () => {
    const inner = (own: string, first: string): string => `
      journey test
      step y w > s: 1h
      step y2 s > e${own}
      step x f > z | journey: inner, end: success
      journey inner
      ${first}
      step a s > e | sla: p
      step l e > z | end: success
      whole w > e: 6h 90%
      part p s > e: 5h 90% | underpins: []`;
    expect(told(inner(' | sla: p', 'step i f > i1: 1h'))).toEqual(['not-proved', 'population']);
    expect(told(inner('', 'step i f > i1: 1h').replace('underpins: []', 'underpins: [whole]'))).toEqual(['not-proved', 'population']);
    expect(told(nested('').replace('step x s > m | end: success', 'step x s > n | next: [z, {to: x, repeats: 1}]\n step z n > m | end: success'))).toEqual(['not-proved', 'population']);
  });

  it('is over more where this journey comes to it twice, once through a third', () => {
    const twice = (event: string): string => `
      journey test
      step y w > v: 1h
      step y2 v > e | journey: inner
      step g e > ${event}
      step x ${event} > z | journey: outer, end: success
      journey outer
      step o ${event} > o1: 1h
      step o2 o1 > z | journey: inner, end: success
      journey inner | slas: [p]
      step a v > e | end: success
      whole w > e: 6h 90%
      part p v > e: 5h 90% | underpins: []`;
    expect(told(twice('f'))).toEqual(['not-proved', 'population']);
    expect(told(twice('f').replace('y2 v > e | journey: inner', 'y2 v > e | journey: inner, end: success').replace(/step [gx] .*/g, '').replace(/journey outer\n.*\n.*/, ''))).toEqual(['proved']);
  });
});

describe('a percent of a journey around', () => {
  const around = (steps: string, more = ''): string => `
    journey test | status: active${more}
    step a0 w > s: 1h
    step a s > e | sla: p, end: success
    journey outer | status: active
    ${steps}
    whole w > e: 6h 90%
    part p s > e: 5h 90% | underpins: []`;

  it('is over more where it begins at steps of that by itself', () => {
    expect(told(around('step x w > e | journey: test, end: success'))).toEqual(['proved']);
    expect(told(around('step y s > e | sla: p\n step x w > e | journey: test, end: success'))).toEqual(['not-proved', 'population']);
    expect(told(around('step y s > e | sla: p, end: success', ', parent: outer'))).toEqual(['not-proved', 'population']);
    expect(told(around('step y s > e | sla: p, end: success', ', parent: outer').replaceAll('active', 'draft'))).toEqual(['not-proved', 'population']);
  });

  it('is over the same cases where it begins with this journey there', () => {
    const same = (steps: string): string => around(steps).replace('step a0 w > s: 1h', '').replace('w > e: 6h', 's > e: 6h');
    expect(told(same('step x s > e | sla: p, journey: test, end: success'))).toEqual(['proved']);
    expect(told(same('step y r > s\n step x s > e | sla: p, journey: test, end: success'))).toEqual(['proved']);
    expect(told(same('step y r > s\n step x q > e | sla: p, journey: test, end: success'))).toEqual(['not-proved', 'population']);
  });
});
