import { describe, expect, it } from 'vitest';
import { left, targetOf, told } from '../../support/small-promises.js';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** Steps of an hour, each of which leads to the next three. */
function dense(count: number, target: string): string {
  const last = count - 1;
  const steps = numbers(count).map((at) => {
    const next = [1, 2, 3].map((further) => Math.min(last, at + further));
    const onward = at === last ? 'end: success' : `next: [${[...new Set(next)].map((to) => `step${to}`).join(', ')}]`;
    return `step step${at} ${at === 0 ? 's' : 't'} > ${at === last ? 'e' : 't'}: 1h 99.9999% | ${onward}`;
  });
  return `whole s > e: ${target}\n${steps.join('\n')}`;
}

/** Blocks of two branches one after the other, each of which may be gone back to once. */
function blocks(count: number, target: string): string {
  const steps = numbers(count).flatMap((at) => [
    `step fork${at} t > t: 0h | next: {all: [l${at}, r${at}]}`,
    `step l${at} t > t: 1h 99.999%`,
    `step r${at} t > t: 2h 99.999%`,
    `step join${at} > ${at === count - 1 ? 'e' : 't'}: 0h | waitsFor: [l${at}, r${at}], ${at === count - 1 ? 'end: success' : `next: [{to: fork${at}, repeats: 1}, {to: fork${at + 1}}]`}`,
  ]);
  return `whole s > e: ${target}\nstep first s > t: 0h\n${steps.join('\n')}`;
}

/** Blocks inside of each other. */
function nested(depth: number, target: string): string {
  const forks = numbers(depth).map((at) => `step fork${at} ${at === 0 ? 's' : 't'} > t: 0h | next: {all: [side${at}, ${at === depth - 1 ? 'core' : `fork${at + 1}`}]}\nstep side${at} t > t: 1h 99.99% | next: join${at}`);
  const joins = numbers(depth).toReversed().map((at) => `step join${at} > ${at === 0 ? 'e' : 't'}: 1h | waitsFor: [side${at}, ${at === depth - 1 ? 'core' : `join${at + 1}`}], ${at === 0 ? 'end: success' : `next: join${at - 1}`}`);
  return [`whole s > e: ${target}`, ...forks, 'step core t > t: 5h 99% | next: join'.concat(String(depth - 1)), ...joins].join('\n');
}

describe('a journey of a thousand steps, each of which leads to the next three', () => {
  it('is proved to the hour', () => {
    expect(left(dense(1000, '1000h 99.9%'))).toEqual([0, 0]);
    expect(told(dense(1000, '1000h 99.9%'))).toEqual(['proved']);
    expect(told(dense(1000, '1000h 99.9001%'))).toEqual(['not-proved', 'budget']);
  });

  it('has more paths than can be counted exactly, and the longest is shown', () => {
    const { verdict, counterExample, pathCount } = targetOf(dense(1000, '999h'));
    expect([verdict, counterExample!.steps.length, pathCount]).toEqual(['violated', 1000, Number.MAX_SAFE_INTEGER]);
  });
});

describe('thirty blocks and loops', () => {
  it('in a row are added up', () => {
    const thirty = blocks(31, '122h 99.878%');
    expect([told(thirty), left(thirty)]).toEqual([['proved'], [0, 0]]);
  });

  it('inside of each other are too', () => {
    expect([told(nested(30, '35h 98.7%')), left(nested(30, '35h 98.7%'))]).toEqual([['proved'], [0, 0]]);
    expect(told(nested(30, '34h'))).toEqual(['violated']);
  });
});
