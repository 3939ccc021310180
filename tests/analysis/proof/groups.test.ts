import { describe, expect, it } from 'vitest';
import { targetOf, told } from '../../support/small-promises.js';

/** One step between the start and the stop of the whole, with the targets of both and perhaps personas. */
const one = (whole: string, part: string, ...personas: readonly string[]): string => `
  whole s > e: ${whole}
  part only s > e: ${part}
  step work s > e | end: success
  ${personas.join('\n')}`;

describe('a percent over everybody', () => {
  it('proves the same percent over everybody', () => {
    expect(told(one('5h 98%', '5h 98%'))).toEqual(['proved']);
  });

  it('says nothing about gold: 98 % of a thousand cases may fail all twenty of them', () => {
    expect(told(one('9h 98%; 5h 98% gold:tier', '5h 98%'), 1)).toEqual(['not-proved', 'group']);
    expect(told(one('9h 98%; 5h 98% gold:tier', '5h 98% each tier'), 1)).toEqual(['proved']);
    expect(told(one('9h 98%; 5h 98% gold:tier', '5h 98% each persona'), 1)).toEqual(['proved']);
    expect(told(one('9h 98%; 5h 98% gold:tier', '5h 98% each region'), 1)).toEqual(['not-proved', 'group']);
    expect(told(one('9h 98%; 5h 98% gold:tier', '5h'), 1)).toEqual(['proved']);
  });

  it('says nothing about those who are left over, once there are tiers', () => {
    expect(told(one('9h 98%; 5h 98% gold:tier', '5h 98%'))).toEqual(['not-proved', 'group']);
    expect(told(one('9h 98%; 5h 98% gold:tier', '5h 98% each tier'))).toEqual(['proved']);
    expect(told(one('9h 98%; 5h 98% gold:tier', '5h 98%; 5h 98% gold:tier'))).toEqual(['proved']);
  });

  it('is told with those over whom its percent holds', () => {
    const message = (part: string): string => targetOf(one('9h 98% each region', part)).premises[0]!.message;
    expect(message('5h 98%')).toContain('keeps 98 % over all cases together');
    expect(message('5h 98% each tier')).toContain('keeps 98 % for each tier');
  });

  it('says nothing about each tier, persona or region, where the whole promises that', () => {
    for (const each of ['tier', 'persona', 'region']) {
      expect(told(one(`5h 98% each ${each}`, '5h 98%'))).toEqual(['not-proved', 'group']);
      expect(told(one(`5h 98% each ${each}`, `5h 98% each ${each}`))).toEqual(['proved']);
    }
  });
});

describe('a persona', () => {
  it('has what its tier is promised', () => {
    expect(told(one('30h; 10h fleet:persona', '20h; 5h gold:tier', 'persona fleet gold'), 1)).toEqual(['proved']);
    expect(told(one('30h; 10h fleet:persona', '20h; 5h gold:tier', 'persona fleet silver'), 1)).toEqual(['violated']);
    expect(told(one('30h; 10h fleet:persona', '20h; 5h gold:tier', 'persona fleet -'), 1)).toEqual(['not-proved', 'group']);
  });

  it('may be one of several in a region that keeps its percent over all of them', () => {
    const each = (part: string): string => one('30h; 10h 98% EU:region each region', part);
    expect(told(each('5h 98%; 5h 98% EU:region'), 1)).toEqual(['not-proved', 'group']);
    expect(told(each('5h 98%; 5h 98% EU:region each region'), 1)).toEqual(['proved']);
    expect(told(each('5h 98% each region'), 1)).toEqual(['proved']);
  });

  it('has its own target rather than that of its tier', () => {
    expect(told(one('30h; 5h gold:tier', '4h; 2h gold:tier; 9h fleet:persona', 'persona fleet gold'), 1)).toEqual(['not-proved', 'group']);
    expect(told(one('30h; 5h gold:tier', '4h; 2h gold:tier; 9h fleet:persona', 'persona fleet silver'), 1)).toEqual(['proved']);
  });

  it('may be where all misses of its tier fall', () => {
    expect(told(one('30h; 10h 98% fleet:persona', '5h; 5h 98% gold:tier', 'persona fleet gold'), 1)).toEqual(['not-proved', 'group']);
    expect(told(one('30h; 10h 98% fleet:persona', '5h; 5h 98% gold:tier each persona', 'persona fleet gold'), 1)).toEqual(['proved']);
  });

  it('may be where all misses of its tier fall, though no target speaks of that tier', () => {
    const vip = (part: string): string => one('5h 90%; 4h 90% vip:persona', part, 'persona vip gold 0.1', 'persona star gold 0.1');
    expect(told(vip('4h 90% each tier'), 1)).toEqual(['not-proved', 'group']);
    expect(told(vip('4h 90% each tier'))).toEqual(['not-proved', 'group']);
    expect(told(vip('4h 90% each persona'), 1)).toEqual(['proved']);
    expect(told(vip('4h 90% each tier; 4h 90% vip:persona'), 1)).toEqual(['proved']);
    expect(told('whole s > e: 5h 90%; 4h 90% vip:persona\n persona vip gold\n persona star gold\n step a s > e: 4h 90% | end: success', 1)).toEqual(['not-proved', 'group']);
  });

  it('refines its tier: what each of them is kept by, all are', () => {
    expect(told(one('30h; 10h 98% gold:tier', '5h 98%; 5h 98% gold:tier; 5h 98% fleet:persona', 'persona fleet gold'), 1)).toEqual(['proved']);
  });
});

describe('a persona of another journey', () => {
  /** A way that is too long for 30 % of all cases, a promise for fleets or for everybody else, and who goes through the journey. */
  const late = (targets: string, personas: string): string => `
    journey test${personas === '' ? '' : ` | personas: ${personas}`}
    step a s > m: 1h | next: [{to: b, share: 0.3}, {to: c, share: 0.7}]
    step b m > e: 10h | end: success
    step c m > e: 1h | end: success
    whole s > e: ${targets}
    persona fleet - 0.9
    persona vip - 0.05
    persona owner - 0.05`;

  it('adds nothing to the share of a tier or of a persona', () => {
    const gold = (personas: string): string => late('90h 90%; 5h 80% gold:tier', personas).replace('fleet -', 'fleet gold').replace('vip -', 'vip gold');
    expect(told(gold(''), 1)).toEqual(['violated']);
    expect(told(gold('[fleet, vip, owner]'), 1)).toEqual(['violated']);
    expect(told(gold('[vip, owner]'), 1)).toEqual(['not-proved', 'share']);
  });

  it('leaves no share to everybody else', () => {
    const others = (personas: string): string => late('5h 80%; 90h 90% vip:persona', personas);
    expect(told(others(''))).toEqual(['violated']);
    expect(told(others('[fleet, vip]'))).toEqual(['violated']);
    expect(told(others('[owner, vip]'))).toEqual(['not-proved', 'share']);
  });
});

describe('a tier', () => {
  it('has its own target of each part', () => {
    const two = (gold: string): string => `
      whole s > e: 20h; ${gold} gold:tier
      part first s > m: 8h; 3h gold:tier
      part second m > e: 9h; 4h gold:tier
      step a s > m
      step b m > e | end: success`;
    expect([0, 1].map((index) => told(two('7h'), index))).toEqual([['proved'], ['proved']]);
    expect([0, 1].map((index) => told(two('6h'), index))).toEqual([['proved'], ['violated']]);
  });

  it('that has looser targets on both sides does not spoil what the others are promised', () => {
    expect([0, 1].map((index) => told(one('10h; 30h basic:tier', '5h; 20h basic:tier'), index))).toEqual([['proved'], ['proved']]);
    expect(told(one('10h', '5h; 20h basic:tier'))).toEqual(['not-proved', 'group']);
  });

  it('is not everybody: without a default, the others are promised nothing', () => {
    expect(told(one('10h', '2h gold:tier'))).toEqual(['not-proved', 'group']);
    expect(told(one('10h; 5h gold:tier', '2h gold:tier'), 1)).toEqual(['proved']);
  });
});

describe('a region', () => {
  it('has what the regions around it are promised', () => {
    expect(told(one('30h; 10h AT:region', '5h; 20h EU:region'), 1)).toEqual(['violated']);
    expect(told(one('30h; 10h AT:region', '20h; 5h EU:region'), 1)).toEqual(['proved']);
    expect(told(one('30h; 10h GB:region', '5h; 20h EU:region'), 1)).toEqual(['proved']);
  });

  it('may be where all misses around it fall', () => {
    expect(told(one('30h; 10h 98% AT:region', '5h 98%; 5h 98% EU:region'), 1)).toEqual(['not-proved', 'group']);
    expect(told(one('30h; 10h 98% EU:region', '5h 98%; 5h 98% EU:region; 5h 98% AT:region'), 1)).toEqual(['proved']);
  });

  it('has its own target rather than that of a tier in it', () => {
    expect(told(one('30h; 5h gold:tier', '4h; 2h gold:tier; 9h gold:tier AT:region'), 1)).toEqual(['not-proved', 'group']);
  });
});

describe('a promise in place', () => {
  it('is for each tier unless it says otherwise', () => {
    const inPlace = (each: string): string => `
      whole s > e: 9h 98%; 5h 98% gold:tier
      step work s > e: 5h 98%${each} | end: success`;
    expect(told(inPlace(''), 1)).toEqual(['proved']);
    expect(told(inPlace(' each pool'), 1)).toEqual(['not-proved', 'group']);
  });
});
