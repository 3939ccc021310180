import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { offsetStretches, type OffsetStretch } from '../../../src/analysis/business-time/zone-offsets.js';

const seconds = (day: string): number => Date.parse(day) / 1000;

/** The same as Temporal has it. */
function stretchesOf(timezone: string, from: number, until: number): readonly OffsetStretch[] {
  const first = Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO(timezone);
  const stretches = [{ from: -Infinity, offset: first.offsetNanoseconds / 1e9 }];
  for (let next = first.getTimeZoneTransition('next'); next !== null && next.epochMilliseconds / 1000 < until; next = next.getTimeZoneTransition('next')) {
    stretches.push({ from: next.epochMilliseconds / 1000, offset: next.offsetNanoseconds / 1e9 });
  }
  return stretches;
}

describe('the clocks of a zone', () => {
  it.each(Intl.supportedValuesOf('timeZone').filter((_, place) => place % 4 === 0))('of %s are put forward and back when Temporal says so', (timezone) => {
    expect(offsetStretches(timezone, seconds('1995-01-01'), seconds('2038-01-01'))).toEqual(stretchesOf(timezone, seconds('1995-01-01'), seconds('2038-01-01')));
  });

  // Half an hour of difference, a whole day left out, a winter hour that is taken back, a month of fasting, and a summer of less than a week.
  it.each(['Australia/Lord_Howe', 'Pacific/Apia', 'Europe/Dublin', 'Africa/Casablanca', 'America/Recife', 'UTC', 'europe/berlin'])('of %s as well', (timezone) => {
    expect(offsetStretches(timezone, seconds('1995-01-01'), seconds('2038-01-01'))).toEqual(stretchesOf(timezone, seconds('1995-01-01'), seconds('2038-01-01')));
  });

  it('are told to the second where they were', () => {
    expect(offsetStretches('Africa/Monrovia', seconds('1971-12-01'), seconds('1972-02-01'))).toEqual([{ from: -Infinity, offset: -2670 }, { from: seconds('1972-01-07T00:44:30Z'), offset: 0 }]);
  });

  it('are not known for what is no zone', () => {
    expect(offsetStretches('Europe/Munich', 0, 86_400)).toBeUndefined();
  });

  it('may change in the first second that is looked at or in the last', () => {
    const spring = seconds('2026-03-29T01:00:00Z');
    expect(offsetStretches('Europe/Berlin', spring - 1, spring + 1)).toEqual([{ from: -Infinity, offset: 3600 }, { from: spring, offset: 7200 }]);
    expect(offsetStretches('Europe/Berlin', spring, spring + 86_400)).toEqual([{ from: -Infinity, offset: 7200 }]);
    expect(offsetStretches('Europe/Berlin', spring - 86_400, spring)).toEqual([{ from: -Infinity, offset: 3600 }]);
  });
});
