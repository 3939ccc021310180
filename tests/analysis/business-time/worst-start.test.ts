import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers } from '../../../src/analysis/business-time/covers.js';
import { exceeds, longestStay, worstStart, type Link } from '../../../src/analysis/business-time/worst-start.js';
import { alwaysOpen } from '../../../src/analysis/business-time/open-time.js';
import { at, calendarsOf, told, workdays, type WrittenCalendar } from '../../support/calendars.js';
import { check, more } from '../../support/property.js';
import { countOpen, tinyAlways, tinyCalendar, walkToLatestEnd, type TinyCalendar } from '../../support/tiny-calendars.js';

const hour = 3600;
const written: WrittenCalendar = { timezone: 'Europe/Berlin', weekly: workdays('08:00-18:00'), from: '2026-06-01', until: '2026-08-31' };
const [office, longOffice, otherOffice] = calendarsOf(written, { ...written, weekly: workdays('07:00-19:00') }, written) as [Link['calendar'], Link['calendar'], Link['calendar']];

const wall = (seconds: number): Link => ({ calendar: alwaysOpen, seconds });
const work = (seconds: number): Link => ({ calendar: office, seconds });

describe('the longest that work takes', () => {
  it('ten office hours may take 86 hours by the wall clock, not 72', () => {
    const stay = longestStay(alwaysOpen, office, 10 * hour)!;
    expect([stay.seconds, told(stay.start)]).toEqual([86 * hour, '2026-06-04T16:00:00Z']);
  });

  it('one hour of the office, one by the wall clock and eight of the office: 86 hours, not 72', () => {
    expect(worstStart(alwaysOpen, [work(hour), wall(hour), work(8 * hour)])).toEqual({ seconds: 86 * hour, start: at('2026-06-04T16:00:00Z') });
  });

  it('parts on the calendar of the promise are their exact sum, from every start', () => {
    expect(worstStart(office, [work(hour), work(7)])).toEqual({ seconds: hour + 7, start: office.horizon.from });
  });

  it('neighbours on one calendar are one part', () => {
    expect(worstStart(alwaysOpen, [work(4 * hour), work(6 * hour)])).toEqual(longestStay(alwaysOpen, office, 10 * hour));
  });

  it('a calendar with the same hours and another name counts the same', () => {
    expect(worstStart(office, [{ calendar: otherOffice, seconds: 3 * hour }, work(hour)])?.valueOf()).toMatchObject({ seconds: 4 * hour });
  });

  it('a day that never closes is 24 hours, also when clocks change', () => {
    expect(longestStay(alwaysOpen, alwaysOpen, 24 * hour)).toEqual({ seconds: 24 * hour, start: 0 });
  });

  it('is unknown when no chain ends inside the horizons', () => {
    expect(longestStay(alwaysOpen, office, 100_000 * hour)).toBeUndefined();
    const [later] = calendarsOf({ ...written, from: '2027-06-01', until: '2027-07-01' }) as [Link['calendar']];
    expect(worstStart(later, [work(hour)])).toBeUndefined();
    expect(exceeds(later, [work(hour)], 1)).toBeUndefined();
  });

  it('is not looked for among too many starts', () => {
    const minutes = Array.from({ length: 24 * 30 }, (_, each) => `${clock(2 * each)}-${clock(2 * each + 1)}`);
    const [busy] = calendarsOf({ timezone: 'UTC', weekly: { ...workdays(...minutes), sat: minutes, sun: minutes }, from: '2026-01-01', until: '2026-04-30' }) as [Link['calendar']];
    const chain = [{ calendar: busy, seconds: 90 }, wall(60), { calendar: busy, seconds: 30 }];
    expect(worstStart(alwaysOpen, chain)).toBe('too-many');
    expect(exceeds(alwaysOpen, chain, 10_000_000)).toEqual({ exceeds: false });
  });
});

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

describe('covering', () => {
  it('is open whenever the other is', () => {
    expect([covers(longOffice, office), covers(office, longOffice), covers(office, office), covers(office, otherOffice)]).toEqual([true, false, true, true]);
    expect([covers(alwaysOpen, office), covers(office, alwaysOpen)]).toEqual([true, false]);
  });

  it('is as counted, second by second', () => {
    check(
      fc.property(tinyCalendar, tinyCalendar, (outer, inner) => {
        const [from, until] = [Math.max(outer.from, inner.from), Math.min(outer.from + outer.open.length, inner.from + inner.open.length)];
        fc.pre(outer.calendar.boundaries.length > 0 && inner.calendar.boundaries.length > 0);
        const seconds = Array.from({ length: Math.max(0, until - from) }, (_, each) => from + each);
        expect(covers(outer.calendar, inner.calendar)).toBe(seconds.length > 0 && seconds.every((second) => outer.open[second - outer.from]! || !inner.open[second - inner.from]!));
      }),
      2000,
    );
  });
});

/** A chain over tiny calendars, all starts of which can be tried. */
interface TinyChain {
  readonly observer: TinyCalendar;
  readonly parts: readonly { readonly on: TinyCalendar; readonly seconds: number }[];
}

const tinyChain: fc.Arbitrary<TinyChain> = fc
  .tuple(fc.array(tinyCalendar, { minLength: 1, maxLength: 3 }), fc.array(fc.tuple(fc.nat(3), fc.nat(25)), { minLength: 1, maxLength: 4 }), fc.nat(3))
  .map(([calendars, parts, observer]) => ({ observer: pick(calendars, observer), parts: parts.map(([on, seconds]) => ({ on: pick(calendars, on), seconds })) }));

function pick(calendars: readonly TinyCalendar[], place: number): TinyCalendar {
  return place === 3 ? tinyAlways : calendars[place % calendars.length]!;
}

/** How long it takes from each start, for the starts that end inside all horizons. */
function tryAll({ observer, parts }: TinyChain): readonly { readonly start: number; readonly seconds: number }[] {
  const all = [observer, ...parts.map(({ on }) => on)].filter((each) => each !== tinyAlways);
  const [from, until] = [Math.max(...all.map((each) => each.from)), Math.min(...all.map((each) => each.from + each.open.length))];
  return Array.from({ length: Math.max(0, until - from + 1) }, (_, each) => from + each).flatMap((start) => {
    const end = parts.reduce<number | undefined>((begin, { on, seconds }) => {
      const reached = begin === undefined ? undefined : walkToLatestEnd(on, begin, seconds);
      return reached !== undefined && reached <= until ? reached : undefined;
    }, start);
    return end === undefined ? [] : [{ start, seconds: countOpen(observer, start, end) }];
  });
}

describe('over small calendars, every start is tried', () => {
  const withCalendars = tinyChain.filter(({ observer, parts }) => [observer, ...parts.map(({ on }) => on)].some((each) => each !== tinyAlways));
  const linksOf = ({ parts }: TinyChain): readonly Link[] => parts.map(({ on, seconds }) => ({ calendar: on.calendar, seconds }));

  it('and the worst is found', () => {
    let [found, none] = [0, 0];
    check(
      fc.property(withCalendars, (chain) => {
        const tried = tryAll(chain);
        const worst = Math.max(...tried.map(({ seconds }) => seconds));
        const stay = worstStart(chain.observer.calendar, linksOf(chain));
        if (tried.length === 0) expect([stay, (none += 1)][0]).toBeUndefined();
        else expect([stay, (found += 1)][0]).toEqual(tried.find(({ seconds }) => seconds === worst));
      }),
      5000,
    );
    expect([found > 1000 * more, none > 100 * more]).toEqual([true, true]);
  });

  it('and a budget is exceeded if and only if a start exceeds it', () => {
    check(
      fc.property(withCalendars, fc.integer({ min: -2, max: 2 }), (chain, by) => {
        const tried = tryAll(chain);
        fc.pre(tried.length > 0);
        const worst = Math.max(...tried.map(({ seconds }) => seconds));
        const excess = exceeds(chain.observer.calendar, linksOf(chain), worst + by);
        if (by >= 0) expect(excess).toEqual({ exceeds: false });
        else expect(tried.filter(({ seconds }) => seconds > worst + by).map((each) => ({ exceeds: true, ...each }))).toContainEqual(excess);
      }),
      3000,
    );
  });

  it('and latest ends are as walked to', () => {
    check(
      fc.property(tinyCalendar, fc.nat(300), fc.nat(60), (on, start, seconds) => {
        expect(on.calendar.latestEnd(start, seconds)).toBe(walkToLatestEnd(on, start, seconds));
      }),
      3000,
    );
  });
});
