import fc from 'fast-check';
import type { BusinessCalendar } from '../../src/analysis/business-time/calendar.js';
import { alwaysOpen, measuresOf } from '../../src/analysis/business-time/open-time.js';

/** A calendar of a few hundred seconds, with what is open in each of them. */
export interface TinyCalendar {
  readonly calendar: BusinessCalendar;
  readonly from: number;
  readonly open: readonly boolean[];
}

/** Open and closed stretches in turn, from an instant; one of them may reach the end. */
export const tinyCalendar: fc.Arbitrary<TinyCalendar> = fc
  .tuple(fc.nat(40), fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 7 }), fc.boolean(), fc.nat(30))
  .map(([from, stretches, beginsOpen, rest]) => tiny(from, [...stretches.flatMap(([a, b]) => [...filled(a, beginsOpen), ...filled(b, !beginsOpen)]), ...filled(rest, false)]));

function filled(length: number, isOpen: boolean): readonly boolean[] {
  return Array.from({ length }, () => isOpen);
}

function tiny(from: number, open: readonly boolean[]): TinyCalendar {
  const boundaries = [...open, false].flatMap((isOpen, second) => (isOpen === (open[second - 1] ?? false) ? [] : [from + second]));
  const horizon = { from, until: from + open.length };
  return { from, open, calendar: { id: 'tiny', timezone: 'UTC', dayLength: undefined, horizon, boundaries: Float64Array.from(boundaries), ...measuresOf(Float64Array.from(boundaries), horizon) } };
}

/** The calendar that never closes, for as long as such tests look. */
export const tinyAlways: TinyCalendar = { calendar: alwaysOpen, from: -1000, open: filled(4000, true) };

/** The last second up to which no more than so many seconds were open, found by walking. */
export function walkToLatestEnd({ from, open }: TinyCalendar, start: number, seconds: number): number | undefined {
  if (start < from || start > from + open.length) return undefined;
  let used = 0;
  for (let second = start - from; second < open.length; second += 1) {
    if (open[second]!) used += 1;
    if (used > seconds) return from + second;
  }
  return undefined;
}

/** Open seconds between two instants, one after the other. */
export function countOpen({ from, open }: TinyCalendar, start: number, end: number): number {
  return open.slice(start - from, end - from).filter(Boolean).length;
}
