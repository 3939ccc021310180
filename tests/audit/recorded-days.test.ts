import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordedDays } from '../../src/audit/recorded-days.js';

const at = (day: string): string => `${day}T12:00:00Z`;

describe('from which day on a commit counts as recorded', () => {
  it.each<[string, readonly (string | undefined)[], readonly string[], readonly number[]]>([
    ['takes the dates as they are where they go forward', ['2026-01-01', '2026-01-01', '2026-02-01'], ['2026-01-01', '2026-01-01', '2026-02-01'], []],
    ['lets an old date gain nothing', ['2026-01-01', '2026-03-01', '2025-06-01', '2026-04-01'], ['2026-01-01', '2026-03-01', '2026-03-01', '2026-04-01'], [2]],
    ['takes the earlier one of two that contradict each other for wrong', ['2026-03-01', '2026-01-01'], ['2026-03-01', '2026-03-01'], [1]],
    ['goes on with what follows an old date', ['2026-01-01', '2026-02-01', '2026-03-01', '2025-01-01', '2025-02-01', '2026-04-01'], ['2026-01-01', '2026-02-01', '2026-03-01', '2026-03-01', '2026-03-01', '2026-04-01'], [3, 4]],
    ['lets several old dates in a row gain nothing, also where they are more', ['2026-01-01', '2026-03-01', '2026-01-15', '2026-01-16', '2026-01-17'], ['2026-01-01', '2026-03-01', '2026-03-01', '2026-03-01', '2026-03-01'], [2, 3, 4]],
    ['copes with what is no date', [undefined, '2026-01-01', undefined], ['2026-01-01', '2026-01-01', '2026-01-01'], [0, 2]],
    ['keeps nothing back where there is no date at all', [undefined], ['0000-01-01'], [0]],
    ['copes with no commit', [], [], []],
  ])('%s', (_, dates, days, misdated) => {
    expect(recordedDays(dates.map((each) => each && at(each)))).toMatchObject({ days, misdated });
  });

  it('takes no date after today for right, also where nothing else speaks against it', () => {
    const dates = ['2026-01-01', '2099-01-01', '2026-02-01'].map(at);
    expect(recordedDays(dates, '2026-11-22')).toEqual({ behind: new Map(), days: ['2026-01-01', '2026-01-01', '2026-02-01'], misdated: [1] });
    expect(recordedDays(dates.slice(0, 2), '2026-11-22').days).toEqual(['2026-01-01', '2026-01-01']);
  });

  it('counts no commit before one that it came after, and names with each that lies behind the one that it counts from', () => {
    const dates = fc.array(fc.integer({ min: 1, max: 9 }).map((day) => at(`2026-01-0${day}`)), { maxLength: 9 });
    fc.assert(fc.property(dates, (given) => {
      const { days, misdated, behind } = recordedDays(given);
      expect(days).toEqual(given.map((_, place) => given.slice(0, place + 1).toSorted().at(-1)!.slice(0, 10)));
      expect([...behind.keys()]).toEqual(misdated);
      for (const [place, other] of behind) expect([other < place, given[other]!.slice(0, 10)]).toEqual([true, days[place]]);
    }));
  });

  it('counts the first ones from the first right date', () => {
    expect(recordedDays(['2099-01-01', '2026-01-01', '2026-02-01'].map(at), '2026-11-22')).toMatchObject({ days: ['2026-01-01', '2026-01-01', '2026-02-01'], misdated: [0] });
  });
});
