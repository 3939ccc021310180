import { describe, expect, it } from 'vitest';
import { targetOf, told } from '../../support/small-promises.js';

/** The steps of the path that breaks the promise, and its hours. */
function brokenBy(text: string, index = 0): readonly unknown[] {
  const { verdict, counterExample } = targetOf(text, index);
  return [verdict, counterExample?.steps.join(' '), counterExample && counterExample.seconds / 3600];
}

/** A choice between a quick way and one that takes eleven hours together. */
const choice = (target: string, long = '', short = ''): string => `
  whole s > e: ${target}
  step ask s > m: 1h | next: [{to: long${long}}, {to: short${short}}]
  step long m > e: 10h | end: success
  step short m > e: 1h | end: success`;

describe('a promise to all cases', () => {
  it('is broken by any path that is too long', () => {
    expect(brokenBy(choice('10h'))).toEqual(['violated', 'ask long', 11]);
    expect(told(choice('11h'))).toEqual(['proved']);
  });

  it('is shown with the part that each stretch belongs to', () => {
    const [first, second] = targetOf(choice('10h')).counterExample!.parts;
    expect(first).toMatchObject({ part: 'test#ask/promise', from: 's', to: 'm', target: { within: '1h', seconds: 3600, kept: 1_000_000 } });
    expect(second).toMatchObject({ part: 'test#long/promise', from: 'm', to: 'e', target: { within: '10h' } });
  });
});

describe('a promise to a part of the cases', () => {
  it('is broken by a path that more cases take than may miss', () => {
    expect(brokenBy(choice('10h 90%', ', share: 0.2', ', share: 0.8'))).toEqual(['violated', 'ask long', 11]);
    expect(told(choice('10h 90%', ', share: 0.1', ', share: 0.9'))).toEqual(['not-proved', 'share']);
    expect(brokenBy(choice('10h 90%', ', share: 0.100001', ', share: 0.899999'))).toEqual(['violated', 'ask long', 11]);
  });

  it('is not broken for certain where nobody says how many take it', () => {
    expect(told(choice('10h 90%'))).toEqual(['not-proved', 'share']);
    expect(told(choice('10h 90%', '', ', share: 0.5'))).toEqual(['not-proved', 'share']);
  });

  it('is broken where whatever a case chooses is too long', () => {
    const before = `
      whole s > e: 10h 90%
      step work s > m: 10h | next: [long, short]
      step long m > e: 3h | end: success
      step short m > e: 1h | end: success`;
    expect(brokenBy(before)).toEqual(['violated', 'work long', 13]);
  });

  it('needs the shares of all choices on the path', () => {
    const twice = (second: string): string => `
      whole s > e: 10h 80%
      step ask s > m: 1h | next: [{to: long, share: 0.9}, {to: e1, share: 0.1}]
      step long m > n: 8h | next: [{to: more${second}}, e2]
      step more n > e: 3h | end: success
      step e1 m > e: 1h | end: success
      step e2 n > e: 1h | end: success`;
    expect(told(twice(''))).toEqual(['not-proved', 'share']);
    expect(told(twice(', share: 0.3'))).toEqual(['not-proved', 'share']);
    expect(brokenBy(twice(', share: 0.9'))).toEqual(['violated', 'ask long more', 12]);
  });

  it('is not broken for certain by a long way where nobody promises anything on the other', () => {
    const open = (target: string): string => `
      whole s > e: ${target}
      step ask s > m: 1h | next: [long, short]
      step long m > e: 10h | end: success
      step short m > e | end: success`;
    expect(brokenBy(open('10h'))).toEqual(['violated', 'ask long', 11]);
    expect(told(open('10h 90%'))[0]).toBe('not-proved');
  });

  it('needs the shares of the choices before a clock that starts in several places', () => {
    const starts = (rare: string, many: string, short = '1h'): string => `
      whole s > e: 5h 90%
      step z | next: [{to: a${rare}}, {to: b${many}}]
      step a s > e: 10h | end: success
      step b s > e: ${short} | end: success`;
    expect(told(starts(', share: 0.05', ', share: 0.95'))).toEqual(['not-proved', 'share']);
    expect(told(starts('', ''))).toEqual(['not-proved', 'share']);
    expect(brokenBy(starts(', share: 0.2', ', share: 0.8'))).toEqual(['violated', 'a', 10]);
    expect(brokenBy(starts('', '', '6h'))).toEqual(['violated', 'a', 10]);
  });

  it('does not need the shares of the choices after which the clock starts in the same place', () => {
    const early = (more: string): string => `
      whole s > e: 5h 90%
      step z | next: [{to: x, share: 0.5}, {to: b, share: 0.5}]
      step x | next: [y, a${more}]
      step y | next: a
      step a s > e: 10h | end: success
      step b s > e: 1h | end: success`;
    expect(brokenBy(early(''))).toEqual(['violated', 'a', 10]);
    expect(told(early(', b'))).toEqual(['not-proved', 'share']);
  });

  it('is not broken for certain where cases begin in several places, and nobody says how many where', () => {
    const entries = (second: string): string => `
      whole s > e: 5h 90%
      step a s > e: 10h | end: success
      step b s > e: ${second} | entry: Another way in, end: success`;
    expect(told(entries('1h'))).toEqual(['not-proved', 'share']);
    expect(brokenBy(entries('6h'))).toEqual(['violated', 'a', 10]);
  });

  it('says nothing of a tier where nobody says how large that is', () => {
    const tiered = (share: string): string => `
      ${choice('100h; 10h 90% gold:tier', ', share: 0.96', ', share: 0.04')}
      persona fleet gold ${share}`;
    expect(told(tiered(''), 1)).toEqual(['not-proved', 'share']);
    expect(brokenBy(tiered('0.5'), 1)).toEqual(['violated', 'ask long', 11]);
    expect(told(tiered('0.04'), 1)).toEqual(['not-proved', 'share']);
  });

  it('is over runs, and a case may run again', () => {
    const again = (target: string): string => `
      whole s, t > e, f: ${target}
      step first s > e: 20h
      step second t > f: 1h | end: success`;
    expect(told(again('10h 40%'))).toEqual(['not-proved', 'share']);
    expect(brokenBy(again('10h'))).toEqual(['violated', 'first', 20]);
  });
});

describe('conditions', () => {
  const gold = 'when: {element: kind, op: eq, value: gold}';
  const twice = (first: string, second: string, otherwise = ''): string => `
    whole s > e: 10h
    step a s > m: 1h | next: [{to: p, ${first}}, {to: q}]
    step p m > n: 6h | next: c
    step q m > n: 1h | next: c
    step c n > o: 1h | next: [{to: long, ${second}}, {to: short${otherwise}}]
    step long o > e: 6h | end: success
    step short o > e: 1h | end: success`;

  it('that may hold together make a path that breaks the promise', () => {
    expect(brokenBy(twice(gold, gold))).toEqual(['violated', 'a p c long', 14]);
    expect(brokenBy(twice(gold, 'when: it is late'))).toEqual(['violated', 'a p c long', 14]);
    expect(brokenBy(twice('when: {element: amount, op: gt, value: 10}', 'when: {element: amount, op: lte, value: 11}'))).toEqual(['violated', 'a p c long', 14]);
  });

  it('that contradict each other make none', () => {
    expect(told(twice(gold, gold.replace('gold', 'silver')))).toEqual(['not-proved', 'share']);
    expect(told(twice(gold, gold.replace('eq', 'ne')))).toEqual(['not-proved', 'share']);
    expect(told(twice(gold, 'when: {element: kind, op: in, value: [silver, basic]}'))).toEqual(['not-proved', 'share']);
    expect(told(twice('when: {element: amount, op: gt, value: 10}', 'when: {element: amount, op: lte, value: 10}'))).toEqual(['not-proved', 'share']);
  });

  it('on texts that have no order known here may contradict each other', () => {
    const text = (op: string, value: string): string => `when: {element: kind, op: ${op}, value: ${value}}`;
    expect(told(twice(text('gt', 'm'), text('lt', 'b')))).toEqual(['not-proved', 'share']);
    expect(told(twice(text('gte', 'm'), text('eq', 'b')))).toEqual(['not-proved', 'share']);
    expect(told(twice(text('eq', 'b'), text('lt', 'b')))).toEqual(['not-proved', 'share']);
    expect(brokenBy(twice(text('gt', 'm'), 'when: {element: other, op: lt, value: b}'))).toEqual(['violated', 'a p c long', 14]);
  });

  it('that are refused by the way which is taken otherwise make none', () => {
    const otherwise = (second: string): string => twice(gold, second).replace('long o > e: 6h', 'long o > e: 1h').replace('short o > e: 1h', 'short o > e: 6h');
    expect(told(otherwise(gold))).toEqual(['not-proved', 'share']);
    expect(brokenBy(otherwise(gold.replace('gold', 'silver')))).toEqual(['violated', 'a p c short', 14]);
    expect(told(otherwise('when: {element: kind, op: in, value: [gold, silver]}'))).toEqual(['not-proved', 'share']);
  });

  it('before the clock starts count as well', () => {
    const early = (value: string): string => `
      whole s > e: 10h
      step hear | next: [{to: a, ${gold}}, {to: z}]
      step z | end: failure
      step a s > m: 6h | next: [{to: long, when: {element: kind, op: eq, value: ${value}}}, {to: short}]
      step long m > e: 6h | end: success
      step short m > e: 1h | end: success`;
    expect(told(early('silver'))).toEqual(['not-proved', 'share']);
    expect(brokenBy(early('gold'))).toEqual(['violated', 'a long', 12]);
  });

  it('of a step that is skipped do not hold', () => {
    const optional = (value: string): string => `
      whole s > e: 10h
      step a s > m: 1h | next: [{to: p, ${gold}}, {to: q}]
      step p m > n: 8h | next: maybe
      step q m > n: 1h | next: maybe
      step maybe n > n: 0h | when: {element: kind, op: eq, value: ${value}}
      step last n > e: 5h | end: success`;
    expect(brokenBy(optional('gold'))).toEqual(['violated', 'a p maybe last', 14]);
    expect(brokenBy(optional('silver'))).toEqual(['violated', 'a p last', 14]);
  });

  it('on an event of a step are met only after that step', () => {
    const after = (event: string): string => `
      whole s > e: 10h
      step a s > m: 1h | next: [{to: long, when: {event: ${event}}}, {to: b}]
      step long m > e: 20h | end: success
      step b m > n: 1h
      step c n > e: 1h | end: success`;
    expect(told(after('n'))).toEqual(['not-proved', 'share']);
    expect(brokenBy(after('m'))).toEqual(['violated', 'a long', 21]);
    expect(brokenBy(after('from-outside'))).toEqual(['violated', 'a long', 21]);
  });
});

describe('the clock of the whole', () => {
  const three = (clock: string): string => `
    whole s > e {${clock}}: 12h
    step a s > m: 5h
    step b m > n: 10h
    step c n > e: 5h | end: success`;

  it('may stand still, begin anew or no longer count on the path', () => {
    expect(told(three('pause: [{from: m, to: n}]'))).toEqual(['not-proved', 'pause']);
    expect(told(three('reset: [n]'))).toEqual(['not-proved', 'pause']);
    expect(told(three('cancel: [n]'))).toEqual(['not-proved', 'pause']);
    expect(brokenBy(three('pause: [{from: elsewhere, to: n}], reset: [s], cancel: [gone]'))).toEqual(['violated', 'a b c', 20]);
  });

  it('may stand still because of what happens beside the path', () => {
    const beside = (from: string): string => `
      whole s > e {pause: [{from: ${from}, to: k}]}: 12h
      step a s > m: 1h | next: {all: [l, r]}
      step l m > x: 20h | meanwhile: [{after: 1d, to: nudge}]
      step r m > y: 1h
      step join > e: 0h | waitsFor: [l, r], end: success
      step nudge nudged > done | end: side
      step note noted > k | alongside: l`;
    for (const event of ['y', 'nudged', 'noted']) expect(told(beside(event))).toEqual(['not-proved', 'pause']);
    expect(brokenBy(beside('elsewhere'))).toEqual(['violated', 'a l join', 21]);
  });
});

describe('a part that overlaps the path', () => {
  it('limits how long it takes', () => {
    const overlapping = (limit: string, more = ''): string => `
      whole s > e: 10h
      part first s > m: 8h
      part second m > e: 8h
      part across s > e: ${limit}${more}
      step a s > m
      step b m > e | end: success`;
    expect(told(overlapping('9h'))).toEqual(['proved']);
    expect(brokenBy(overlapping('20h'))[0]).toBe('violated');
    expect(brokenBy(overlapping('11h'))[0]).toBe('violated');
  });

  it('may limit it where nobody knows what it promises', () => {
    const unknown = (calendar: string): string => `
      whole s > e: 10h
      part known s > e: 20h
      part unknown s > e: 15h | calendar: ${calendar}
      step a s > e | end: success`;
    expect(told(unknown('nowhere'))[0]).toBe('not-proved');
    expect(told(unknown('24x7'))).toEqual(['violated']);
  });

  it('may limit it where a branch at the same time may stop it', () => {
    const branches = (stops: string): string => `
      whole s > e: 15h
      part quick k > ${stops}: 5h
      step a s > k: 0h | next: {all: [l, r]}
      step l k > x: 20h
      step r k > y: 10h
      step join > e: 0h | waitsFor: [l, r], end: success`;
    expect(told(branches('x, e'))).toEqual(['not-proved', 'share']);
    expect(brokenBy(branches('elsewhere'))).toEqual(['violated', 'a l join', 20]);
  });
});

describe('a path with rounds', () => {
  it('breaks the promise when it is too long as often as it may be taken', () => {
    const round = (target: string): string => `
      whole s > e: ${target}
      step a s > m: 3h | next: [{to: back, repeats: 2}, b]
      step back m > s: 1h | next: a
      step b m > e: 1h | end: success`;
    expect(told(round('12h'))).toEqual(['proved']);
    expect(brokenBy(round('11h'))).toEqual(['violated', 'a back a back a b', 12]);
  });
});
