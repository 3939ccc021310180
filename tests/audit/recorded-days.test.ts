import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordedDays } from '../../src/audit/recorded-days.js';

const at = (day: string): string => `${day}T12:00:00Z`;

describe('from which day on a commit counts as recorded', () => {
  it.each<[string, readonly (string | undefined)[], readonly string[], readonly number[]]>([
    ['takes the dates as they are where they go forward', ['2026-01-01', '2026-01-01', '2026-02-01'], ['2026-01-01', '2026-01-01', '2026-02-01'], []],
    ['lets an old date gain nothing', ['2026-01-01', '2026-03-01', '2025-06-01', '2026-04-01'], ['2026-01-01', '2026-03-01', '2026-03-01', '2026-04-01'], [2]],
    ['lets a date far ahead keep nothing back that follows', ['2026-01-01', '2099-01-01', '2026-02-01', '2026-03-01'], ['2026-01-01', '2026-01-01', '2026-02-01', '2026-03-01'], [1]],
    ['takes the earlier one of two that contradict each other for wrong', ['2026-03-01', '2026-01-01'], ['2026-03-01', '2026-03-01'], [1]],
    ['takes several old dates in a row for wrong where more speak against them', ['2026-01-01', '2026-02-01', '2026-03-01', '2025-01-01', '2025-02-01', '2026-04-01'], ['2026-01-01', '2026-02-01', '2026-03-01', '2026-03-01', '2026-03-01', '2026-04-01'], [3, 4]],
    ['counts the first ones from the first right date', ['2099-01-01', '2026-01-01', '2026-02-01'], ['2026-01-01', '2026-01-01', '2026-02-01'], [0]],
    ['copes with what is no date', [undefined, '2026-01-01', undefined], ['2026-01-01', '2026-01-01', '2026-01-01'], [0, 2]],
    ['keeps nothing back where there is no date at all', [undefined], ['0000-01-01'], [0]],
    ['copes with no commit', [], [], []],
  ])('%s', (_, dates, days, misdated) => {
    expect(recordedDays(dates.map((each) => each && at(each)))).toEqual({ days, misdated });
  });

  it('takes no date after today for right, also where nothing else speaks against it', () => {
    const dates = ['2026-01-01', '2099-01-01', '2026-02-01'].map(at);
    expect(recordedDays(dates, '2026-11-22')).toEqual({ days: ['2026-01-01', '2026-01-01', '2026-02-01'], misdated: [1] });
    expect(recordedDays(dates.slice(0, 2), '2026-11-22').days).toEqual(['2026-01-01', '2026-01-01']);
  });

  it('never runs backwards, and takes as few dates for wrong as a search through all choices', () => {
    const dates = fc.array(fc.integer({ min: 1, max: 9 }).map((day) => at(`2026-01-0${day}`)), { maxLength: 9 });
    fc.assert(fc.property(dates, (given) => {
      const { days, misdated } = recordedDays(given);
      expect(days).toEqual(days.toSorted());
      expect(given.length - misdated.length).toBe(longestRow(given));
      for (const [place, date] of given.entries()) if (!misdated.includes(place)) expect(days[place]).toBe(date.slice(0, 10));
    }));
  });
});

/** By trying every choice. */
function longestRow(dates: readonly string[]): number {
  const choices = Array.from({ length: 2 ** dates.length }, (_, choice) => dates.filter((__, at_) => (choice & (1 << at_)) !== 0));
  return Math.max(...choices.filter((row) => row.every((date, place) => place === 0 || row[place - 1]! <= date)).map(({ length }) => length));
}
