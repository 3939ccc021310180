import { describe, expect, it } from 'vitest';
import { left, targetOf } from '../../support/small-promises.js';

/** For each part, the hours and the percent by which it may become looser. */
function roomsOf(text: string): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(targetOf(text).rooms.map(({ part, seconds, shortfall }) => [part.replace(/^test#|\/promise$/g, ''), [seconds / 3600, shortfall / 10_000]]));
}

const ways = (target: string): string => `
  whole s > e: ${target}
  step a s > m: 2h 99% | next: [b, c]
  step b m > e: 5h 99% | end: success
  step c m > e: 3h 95% | end: success`;

describe('slack', () => {
  it('is what the path leaves that leaves least, of time and of percent', () => {
    expect(left(ways('10h 90%'))).toEqual([3, 4]);
    expect(left(ways('7h 94%'))).toEqual([0, 0]);
  });

  it('is negative when it is overdrawn', () => {
    expect(left(ways('6h 95%'))).toEqual([-1, -1]);
  });

  it('is in the time of the promise, from the worst start', () => {
    const office = (target: string): string => `
      calendar office mon tue wed thu fri 08-18
      whole s > e: ${target}
      part desk s > e: 10h | calendar: office
      step a s > e | end: success`;
    expect(left(office('90h'))).toEqual([4, 0]);
    expect(roomsOf(office('90h'))).toEqual({ desk: [4, 0] });
    expect(roomsOf(office('86h'))).toEqual({ desk: [0, 0] });
  });
});

describe('what is worked out when it is asked for', () => {
  it('is written with the rest as JSON', () => {
    const { slack, rooms, pathCount } = targetOf(ways('10h 90%'));
    expect(JSON.parse(JSON.stringify(targetOf(ways('10h 90%'))))).toMatchObject({ verdict: 'proved', slack, rooms, pathCount, premises: [] });
    expect([rooms.length, pathCount]).toEqual([3, 2]);
  });
});

describe('the room of a part', () => {
  it('is what the paths through it leave', () => {
    expect(roomsOf(ways('10h 90%'))).toEqual({ a: [3, 4], b: [3, 8], c: [5, 4] });
  });

  it('is shared by its rounds', () => {
    const round = `
      whole s > e: 10h 90%
      step a s > m: 2h 99% | next: [{to: back, repeats: 1}, b]
      step back m > s: 1h
      step b m > e: 1h | end: success`.replace('back m > s: 1h', 'back m > s: 1h | next: a');
    expect(roomsOf(round)).toEqual({ a: [2, 4], back: [4, 8], b: [4, 8] });
  });

  it('is shared by branches that run together only as to misses', () => {
    const block = `
      whole s > e: 10h 90%
      step fork s > k: 0h | next: {all: [l, r]}
      step l k > x: 4h 98%
      step r k > y: 7h 97%
      step join > e: 0h | waitsFor: [l, r], end: success`;
    expect(roomsOf(block)).toMatchObject({ l: [6, 5], r: [3, 5], join: [3, 5] });
  });

  it('is told of what is proved', () => {
    expect(roomsOf(ways('7h 95%'))).toEqual({});
    expect(roomsOf(ways('6h'))).toEqual({});
  });
});
