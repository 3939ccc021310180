import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcedFate } from '../../src/audit/announced.js';
import { inForce } from '../../src/audit/in-force.js';
import type { SpecVersion } from '../../src/audit/spec-timeline.js';

/** `2.0.0 active 2026-01-01..2026-06-01 @2026-05-01`: a version, its standing, its days, and when it was recorded. `!` is an event. */
function versions(...texts: readonly string[]): readonly SpecVersion[] {
  return texts.map((text, place) => {
    const [, version, status, from, until, recorded, event] = /^(\S+) (\w+)(?: (\S+?)(?:\.\.(\S+))?)? @(\S+)(?: !(\S+))?$/.exec(text)!;
    const moment = { place, id: String(place), date: undefined, recorded: recorded!, author: 'Ada' };
    return {
      event: (event ?? 'changed') as SpecVersion['event'],
      moment,
      brought: moment,
      kind: 'Sla',
      id: 'one',
      coordinate: 'sla:one',
      title: 'One',
      version: version!,
      status: status as SpecVersion['status'],
      ...(from === undefined ? {} : { effective: { from, ...(until === undefined ? {} : { until }) } }),
      file: 'one.yaml',
      blob: '0',
      document: 0,
    };
  });
}

/** The version in force, or why there is none, with what is remarked. */
function answer(all: readonly SpecVersion[], day: string, seen?: number): string {
  const { version, absence, remarks, next } = inForce(all, day, seen === undefined ? undefined : { place: seen });
  return [version?.version ?? absence!, ...remarks.map(({ kind }) => kind), ...(next === undefined ? [] : [`next ${next.version!}`])].join(', ');
}

describe('what was in force on a day', () => {
  const merged = versions('1.0.0 active 2026-01-01 @2026-01-01', '2.0.0 active 2026-06-01 @2026-05-01');
  const gap = versions('1.0.0 active 2026-01-01..2026-03-01 @2026-01-01', '2.0.0 active 2026-05-01 @2026-02-01');
  const overlap = versions('1.0.0 active 2026-01-01..2026-12-01 @2026-01-01', '2.0.0 active 2026-06-01 @2026-02-01');
  const corrected = versions('1.0.0 active 2026-01-01 @2026-01-01', '1.1.0 active 2026-02-01 @2026-04-01');
  const deprecated = versions('1.0.0 active 2026-01-01 @2026-01-01', '1.1.0 deprecated 2026-04-01..2026-06-01 @2026-03-01');
  const back = versions('1.0.0 active 2026-01-01 @2026-01-01', '1.0.0 active 2026-01-01 @2026-03-01 !gone', '1.0.0 active 2026-01-01 @2026-05-01 !back');

  it.each<[string, readonly SpecVersion[], string, string]>([
    ['is the earlier version until the one that was merged before takes effect', merged, '2026-05-31', '1.0.0, next 2.0.0'],
    ['is the later one from its first day on', merged, '2026-06-01', '2.0.0'],
    ['is nothing before the first begins', merged, '2025-12-31', 'not-yet, next 1.0.0'],
    ['is nothing in a gap', gap, '2026-03-01', 'gap, next 2.0.0'],
    ['is the last day of a version that ends', gap, '2026-02-28', '1.0.0, next 2.0.0'],
    ['is the one that begins last where two overlap, and says so', overlap, '2026-07-01', '2.0.0, overlap'],
    ['is a correction from the day that it says, though nobody knew it then', corrected, '2026-02-01', '1.1.0, back-dated'],
    ['is the last one recorded of two that begin on one day', versions('1.0.0 active 2026-01-01 @2026-01-01', '1.0.1 active 2026-01-01 @2026-01-01'), '2026-01-02', '1.0.1'],
    ['is the one that begins last, though one that begins earlier was recorded later, and says so', versions('1.0.0 active 2026-06-01 @2026-01-01', '2.0.0 active 2026-05-01 @2026-02-01'), '2026-07-01', '1.0.0, set-aside'],
    ['falls back to a version without an end when one for a time is over, and says so', versions('1.0.0 active 2026-01-01 @2026-01-01', '1.1.0 active 2026-03-01..2026-04-01 @2026-02-01'), '2026-05-01', '1.0.0, falls-back'],
    ['falls back to the version before when one that begins on the same day is over, and says so', versions('1.0.0 active 2026-01-01 @2026-01-01', '1.1.0 active 2026-01-01..2026-04-01 @2026-02-01'), '2026-04-01', '1.0.0, falls-back'],
    ['is the one of two from the same day that has not ended, though it was recorded first', versions('1.0.0 active 2026-01-01..2026-12-01 @2026-01-01', '1.1.0 active 2026-01-01..2026-04-01 @2026-01-01'), '2026-05-01', '1.0.0, falls-back'],
    ['is the later one of two from the same day until it ends, and no overlap', versions('1.0.0 active 2026-01-01..2026-12-01 @2026-01-01', '1.1.0 active 2026-01-01..2026-04-01 @2026-01-01'), '2026-03-31', '1.1.0'],
    ['is never one that ends on the day on which it begins', versions('1.0.0 active 2026-01-01 @2026-01-01', '1.1.0 active 2026-01-01..2026-01-01 @2026-01-01'), '2026-01-01', '1.0.0'],
    ['is nothing when an end was put to the version under its own number', versions('1.0.0 active 2026-01-01 @2026-01-01', '1.0.0 active 2026-01-01..2026-04-01 @2026-01-01'), '2026-04-01', 'ended'],
    ['is the one recorded last of two from the same day, also under a number that stood before', versions('1.0.0 active 2026-01-01 @2026-01-01', '1.1.0 active 2026-01-01 @2026-01-01', '1.0.0 active 2026-01-01 @2026-01-01'), '2026-02-01', '1.0.0'],
    ['begins next with the one recorded last of two that begin on one day', versions('1.0.0 active 2026-03-01 @2026-01-01', '1.1.0 active 2026-03-01 @2026-01-01'), '2026-02-01', 'not-yet, next 1.1.0'],
    ['is followed by nothing that was withdrawn before it began', versions('1.0.0 active 2026-01-01 @2026-01-01', '2.0.0 active 2026-06-01 @2026-05-01', '2.0.0 active 2026-06-01 @2026-05-10 !gone'), '2026-05-05', '1.0.0'],
    ['is nothing yet where all that was announced was withdrawn before it began', versions('1.0.0 active 2026-06-01 @2026-05-01', '1.0.0 active 2026-06-01 @2026-05-10 !gone'), '2026-07-01', 'not-yet'],
    ['is followed by what begins later than the day on which something of it left', versions('1.0.0 active 2026-06-01 @2026-05-01', '1.0.0 active 2026-06-01 @2026-05-10 !gone', '1.0.0 active 2026-06-01 @2026-05-12 !back'), '2026-05-05', 'not-yet, next 1.0.0'],
    ['is a deprecated version until its last day', deprecated, '2026-05-31', '1.1.0'],
    ['is nothing after the last day of a deprecated version', deprecated, '2026-06-01', 'ended'],
    ['is nothing from the day on which it is retired', versions('1.0.0 active 2026-01-01 @2026-01-01', '1.0.1 retired 2026-01-01 @2026-03-01'), '2026-03-01', 'ended'],
    ['is what it was before it is retired', versions('1.0.0 active 2026-01-01 @2026-01-01', '1.0.1 retired 2026-01-01 @2026-03-01'), '2026-02-28', '1.0.0'],
    ['is nothing from the day on which it left the branch', back.slice(0, 2), '2026-03-01', 'ended'],
    ['is by its own days in force also while it was away, and says that nobody knew it then', back, '2026-04-01', '1.0.0, back-dated'],
    ['is what it was before it left', back, '2026-02-28', '1.0.0, back-dated'],
    ['is in force again after it came back', back, '2026-05-01', '1.0.0, back-dated'],
    ['is no draft', versions('0.1.0 draft @2026-01-01'), '2026-02-01', 'draft'],
    ['stays what it was while a draft follows', versions('1.0.0 active 2026-01-01 @2026-01-01', '2.0.0 draft @2026-02-01'), '2026-03-01', '1.0.0'],
    ['is what says no days from the day on which it was recorded', versions('1.0.0 active @2026-01-05'), '2026-01-04', 'not-yet, next 1.0.0'],
    ['is what was readable last', versions('1.0.0 active 2026-01-01 @2026-01-01', '1.0.0 active 2026-01-01 @2026-02-01 !unreadable'), '2026-03-01', '1.0.0, unreadable'],
    ['is nothing where no version is known', [], '2026-01-01', 'unknown'],
  ])('%s', (_, all, day, expected) => {
    expect(answer(all, day)).toBe(expected);
  });

  it('is told as it was known at a commit', () => {
    expect(answer(corrected, '2026-02-01', 0)).toBe('1.0.0');
    expect(answer(back, '2026-06-01', 1)).toBe('ended');
    expect(answer(merged, '2026-07-01', -1)).toBe('unknown');
  });

  it('says in a sentence what one should know', () => {
    expect(inForce(corrected, '2026-02-01').remarks).toEqual([{ kind: 'back-dated', message: 'It was recorded on 2026-04-01, later than the day from which it holds, 2026-02-01. On 2026-02-01 the branch did not hold it yet.' }]);
    expect(inForce(overlap, '2026-07-01').remarks).toEqual([{ kind: 'overlap', message: 'Version 1.0.0 says that it holds until 2026-12-01 as well. The one that begins last counts.' }]);
  });

  it('says of what was brought back as it had been that the branch had held it, and tells of the commit by which it did', () => {
    const on = (day: string, isSame: boolean): unknown => {
      const { version, remarks } = inForce(back, day, undefined, () => isSame);
      return [version?.moment.place, ...remarks.map(({ message }) => message)];
    };
    const late = 'It was recorded on 2026-05-01, later than the day from which it holds, 2026-01-01.';
    expect([on('2026-02-28', true), on('2026-02-28', false)]).toEqual([[0], [2, `${late} On 2026-02-28 the branch did not hold it yet.`]]);
    expect(on('2026-04-01', true)).toEqual([2, `${late} The same was recorded before, on 2026-01-01 (0), and did not stay. On 2026-04-01 the branch held something else, or nothing of it.`]);
    expect(on('2026-06-01', true)).toEqual([2, `${late} The same was recorded before, on 2026-01-01 (0), and did not stay.`]);
  });

  it('is what a search through all versions finds, where nothing ends but by its own last day', () => {
    const day = fc.integer({ min: 1, max: 9 }).map((number) => `2026-01-0${number}`);
    const version = fc.record({ from: day, until: fc.option(day), status: fc.constantFrom('active', 'draft') });
    fc.assert(fc.property(fc.array(version, { maxLength: 8 }), day, fc.integer({ min: -1, max: 8 }), (given, asked, seen) => {
      const all = versions(...given.map(({ from, until, status }, place) => `${place}.0.0 ${status} ${from}${until === null ? '' : `..${until}`} @2026-01-01`));
      expect(inForce(all, asked, { place: seen }).version?.moment.place).toBe(bySearch(given, asked, seen));
    }), { numRuns: 500 });
  });
});

/** Of all that is active, has begun and has not ended, the one that begins last; of those that begin on one day, the later commit. */
function bySearch(given: readonly { readonly from: string; readonly until: string | null; readonly status: string }[], day: string, seen: number): number | undefined {
  const found = given.map((each, place) => ({ ...each, place })).filter(({ place, status }) => place <= seen && status === 'active');
  const holding = found.filter(({ from, until }) => from <= day && (until === null || day < until));
  return holding.findLast(({ from }) => holding.every((other) => other.from <= from))?.place;
}

describe('what became of a version that was announced', () => {
  const announced = ['1.0.0 active 2026-01-01 @2026-01-01', '2.0.0 active 2026-06-01 @2026-05-01'];

  it.each<[string, readonly string[], string]>([
    ['nothing, where it begins as announced', [], 'nothing'],
    ['nothing, where the next one begins after it', ['3.0.0 active 2026-07-01 @2026-05-10'], 'nothing'],
    ['nothing, where it ended after it had begun', ['2.0.0 active 2026-06-01 @2026-06-10 !gone'], 'nothing'],
    ['nothing, where it only was moved', ['2.0.0 active 2026-06-01 @2026-05-10 !moved'], 'nothing'],
    ['that it left before it began', ['2.0.0 active 2026-06-01 @2026-05-10 !gone'], 'withdrawn 2'],
    ['that it was retired before it began', ['2.0.0 retired 2026-05-20 @2026-05-10'], 'withdrawn 2'],
    ['nothing, where it left and came back before it began', ['2.0.0 active 2026-06-01 @2026-05-10 !gone', '2.0.0 active 2026-06-01 @2026-05-20 !back'], 'nothing'],
    ['that another one took its place on the same day', ['2.0.1 active 2026-06-01 @2026-05-10'], 'replaced 2'],
    ['nothing, where that was recorded after it had begun', ['2.0.1 active 2026-06-01 @2026-06-10'], 'nothing'],
    ['that another one takes its place on the same day for a time', ['2.0.1 active 2026-06-01..2026-09-01 @2026-05-10'], 'delayed 2 2026-09-01'],
    ['that another one took its place that ends later than it', ['2.0.1 active 2026-06-01..2026-09-01 @2026-05-10', '3.0.0 active 2026-08-01 @2026-05-11'], 'replaced 2'],
    ['that a revert takes nothing back', ['1.0.0 active 2026-01-01 @2026-05-10'], 'stands 2'],
    ['nothing, where the revert came after it had begun', ['1.0.0 active 2026-01-01 @2026-06-10'], 'nothing'],
  ])('is %s', (_, more, expected) => {
    const all = versions(...announced, ...more);
    const fate = announcedFate(all, all[1]!);
    expect(fate === undefined ? 'nothing' : [fate.is, fate.by.moment.place, fate.from].filter((each) => each !== undefined).join(' ')).toBe(expected);
    expect(announcedFate(all, all[0]!)).toBeUndefined();
  });
});
