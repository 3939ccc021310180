import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { at, calendarsOf, soundCalendar, told, workdays, workspaceOf, type WrittenCalendar } from '../../support/calendars.js';
import { countMinutes } from '../../support/counted-minutes.js';
import { check } from '../../support/property.js';

const nights: WrittenCalendar['weekly'] = { mon: ['22:00-06:00'], wed: ['18:00-24:00'], thu: ['00:00-06:00', '08:00-12:00', '12:00-18:30'], sat: ['01:30-02:30', '23:00-03:15'], sun: ['04:00-04:15', '20:00-02:10'] };
const smallHours = ['00:00-00:30', '00:45-01:45', '02:15-02:45', '03:00-05:00', '23:30-24:00'];
const everyNight: WrittenCalendar['weekly'] = { mon: smallHours, tue: smallHours, wed: smallHours, thu: smallHours, fri: smallHours, sat: smallHours, sun: smallHours };

/** Weeks in which the clocks of a zone are changed, and one in which a day is left out. */
const weeks: readonly (readonly [string, WrittenCalendar])[] = [
  ['Berlin, spring', { timezone: 'Europe/Berlin', weekly: workdays('08:00-18:00'), holidays: ['2026-04-03', '2026-04-06'], from: '2026-03-26', until: '2026-04-09' }],
  ['Berlin, spring nights', { timezone: 'Europe/Berlin', weekly: nights, holidays: ['2026-04-05'], from: '2026-03-26', until: '2026-04-09' }],
  ['Berlin, autumn nights', { timezone: 'Europe/Berlin', weekly: everyNight, from: '2026-10-22', until: '2026-10-29' }],
  ['New York, spring', { timezone: 'America/New_York', weekly: everyNight, holidays: ['2026-03-09'], from: '2026-03-05', until: '2026-03-12' }],
  ['New York, autumn', { timezone: 'America/New_York', weekly: nights, from: '2026-10-28', until: '2026-11-05' }],
  ['Lord Howe, half an hour back', { timezone: 'Australia/Lord_Howe', weekly: everyNight, from: '2026-04-02', until: '2026-04-08' }],
  ['Lord Howe, half an hour on', { timezone: 'Australia/Lord_Howe', weekly: everyNight, from: '2026-10-01', until: '2026-10-07' }],
  ['Havana, no midnight', { timezone: 'America/Havana', weekly: everyNight, from: '2026-03-08', until: '2026-03-11' }],
  ['Havana, midnight twice', { timezone: 'America/Havana', weekly: nights, from: '2026-10-29', until: '2026-11-05' }],
  ['Beirut, no midnight', { timezone: 'Asia/Beirut', weekly: everyNight, from: '2026-03-27', until: '2026-03-31' }],
  ['Beirut, the last hour twice', { timezone: 'Asia/Beirut', weekly: everyNight, holidays: ['2026-10-25'], from: '2026-10-22', until: '2026-10-27' }],
  ['Apia, without 30 December 2011', { timezone: 'Pacific/Apia', weekly: everyNight, from: '2011-12-27', until: '2012-01-03' }],
  ['Apia, first known on the day that is left out', { timezone: 'Pacific/Apia', weekly: workdays('08:00-18:00'), from: '2011-12-30', until: '2012-01-06' }],
  ['UTC', { timezone: 'UTC', weekly: nights, holidays: ['2026-06-04'], from: '2026-06-01', until: '2026-06-15' }],
];

describe.each(weeks)('%s', (_, written) => {
  const [calendar] = calendarsOf(written) as [ReturnType<typeof soundCalendar>];
  const counted = countMinutes(written);

  it('is known for the local days of its horizon', () => {
    expect(calendar.horizon).toEqual({ from: counted.from, until: counted.until, firstDay: written.from, lastDay: lastDayBefore(written.until) });
  });

  it('is open in the minutes in which it is counted as open', () => {
    for (let minute = counted.from - 120; minute < counted.until + 120; minute += 60) expect(calendar.isOpen(minute), told(minute)).toBe(counted.isOpen(minute));
  });

  it('opens and closes in turn', () => {
    const { boundaries } = calendar;
    expect(boundaries.slice(1).every((boundary, place) => boundary > boundaries[place]!)).toBe(true);
    expect(boundaries.length % 2).toBe(0);
    expect([...boundaries].map((boundary) => counted.isOpen(boundary))).toEqual([...boundaries].map((boundary, place) => place % 2 === 0 && boundary < counted.until));
  });

  it('measures as counting does', () => {
    const instant = fc.integer({ min: counted.from, max: counted.until });
    const edge = fc.tuple(fc.constantFrom(counted.from, counted.until, ...calendar.boundaries), fc.integer({ min: -1, max: 1 })).map(([boundary, by]) => Math.min(Math.max(boundary + by, counted.from), counted.until));
    const anyInstant = fc.oneof(instant, edge);
    const open = counted.openBetween(counted.from, counted.until);
    const seconds = fc.oneof(fc.integer({ min: 0, max: open + 10 }), fc.tuple(anyInstant, anyInstant).map(([a, b]) => Math.abs(counted.openBetween(a, b))));
    check(
      fc.property(anyInstant, anyInstant, seconds, (a, b, amount) => {
        expect(calendar.openBetween(a, b)).toBe(counted.openBetween(a, b));
        expect(told(calendar.earliestEnd(a, amount))).toBe(told(counted.earliestEnd(a, amount)));
        expect(told(calendar.latestEnd(a, amount))).toBe(told(counted.latestEnd(a, amount)));
      }),
      150,
    );
  });

  it('finds the earliest start as the first from which the end is late enough', () => {
    const instant = fc.oneof(fc.integer({ min: counted.from, max: counted.until }), fc.constantFrom(...calendar.boundaries));
    check(
      fc.property(instant, fc.integer({ min: 0, max: 40 * 3600 }), (until, amount) => {
        const start = calendar.earliestStart(until, amount)!;
        const isLateEnough = (from: number): boolean => (calendar.latestEnd(from, amount) ?? Infinity) >= until;
        expect([isLateEnough(start), start > counted.from && isLateEnough(start - 1)]).toEqual([true, false]);
        expect(counted.openBetween(start, until)).toBeLessThanOrEqual(amount);
      }),
      300,
    );
  });

  it('says nothing of what lies outside of its horizon', () => {
    const { from, until } = counted;
    expect([calendar.openBetween(from - 1, until), calendar.openBetween(from, until + 1), calendar.openBetween(NaN, until)]).toEqual([undefined, undefined, undefined]);
    for (const measure of [calendar.earliestEnd, calendar.latestEnd, calendar.earliestStart]) expect([measure(from - 1, 60), measure(until + 1, 60), measure(from, -1)]).toEqual([undefined, undefined, undefined]);
  });
});

function lastDayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

describe('any zone, around any change of its clocks', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const day = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

  /** Two days before the clocks are next changed after a day; the day itself where they never are. */
  function beforeChange(timezone: string, number: number): number {
    const change = Temporal.Instant.fromEpochMilliseconds(number * 86_400_000).toZonedDateTimeISO(timezone).getTimeZoneTransition('next');
    return change === null ? number : Math.floor(change.epochMilliseconds / 86_400_000) - 2;
  }

  it('opens and closes as counted', () => {
    check(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: Date.parse('1975-01-01') / 86_400_000, max: Date.parse('2037-01-01') / 86_400_000 }), (timezone, after) => {
        const first = beforeChange(timezone, after);
        const written = { timezone, weekly: everyNight, from: day(first), until: day(first + 4) };
        const [calendar] = calendarsOf(written);
        const counted = countMinutes(written);
        const minutes = Array.from({ length: (counted.until - counted.from) / 60 }, (_, each) => counted.from + each * 60);
        expect([calendar!.horizon.from, calendar!.horizon.until]).toEqual([counted.from, counted.until]);
        expect(minutes.filter((minute) => calendar!.isOpen(minute)).map(told)).toEqual(minutes.filter((minute) => counted.isOpen(minute)).map(told));
      }),
      25,
    );
  });

  it.each([['0000-01-01', '0000-03-01'], ['1883-11-01', '1883-12-01'], ['9999-11-01', '9999-12-31']])('%s to %s can be counted in', (from, until) => {
    const [calendar] = calendarsOf({ timezone: 'America/New_York', weekly: workdays('08:00-18:00'), from, until });
    expect(calendar!.openBetween(calendar!.horizon.from, calendar!.horizon.until)! % 36_000).toBe(0);
  });
});

describe('hours that touch', () => {
  it('are one stretch, also over midnight', () => {
    const [calendar] = calendarsOf({ timezone: 'UTC', weekly: { mon: ['08:00-12:00', '12:00-24:00'], tue: ['00:00-06:00'] }, from: '2026-06-01', until: '2026-06-08' });
    expect([...calendar!.boundaries].map(told)).toEqual(['2026-06-01T08:00:00Z', '2026-06-02T06:00:00Z']);
  });
});

describe('a holiday', () => {
  it('closes the hours that begin on it, and leaves those of the evening before', () => {
    const [calendar] = calendarsOf({ timezone: 'UTC', weekly: { mon: ['22:00-06:00'], tue: ['22:00-06:00'] }, holidays: ['2026-06-02'], from: '2026-06-01', until: '2026-06-08' });
    expect([...calendar!.boundaries].map(told)).toEqual(['2026-06-01T22:00:00Z', '2026-06-02T06:00:00Z']);
  });
});

describe('24x7', () => {
  const calendar = soundCalendar(workspaceOf({}), '24x7');

  it('never closes, and a day is 24 hours on every date', () => {
    expect([calendar.dayLength, calendar.isOpen(-5e9), [...calendar.boundaries], calendar.horizon]).toEqual([86_400, true, [], { from: -Infinity, until: Infinity }]);
    const start = at('2026-03-28T12:00:00Z');
    expect([calendar.openBetween(start, start + 7), calendar.earliestEnd(start, 7), calendar.latestEnd(start, 7), calendar.earliestStart(start + 7, 7)]).toEqual([7, start + 7, start + 7, start]);
  });
});
