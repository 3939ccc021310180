import { isInstant } from '../../base/date.js';
import type { BusinessCalendar, CalendarProblem, UnixSeconds } from './calendar.js';
import { promisedSeconds } from './promised-seconds.js';
import { longestStay } from './worst-start.js';

/** A length of time on a calendar: `{calendar: office, time: '2d'}`. */
export interface BusinessTime {
  readonly calendar: BusinessCalendar;
  /** As it is written in a promise: `4h`, `2d`, `PT30M`. */
  readonly time: string;
}

/** A question that cannot be answered, with the reason and the next step in plain words. */
export interface Unanswered {
  readonly problem: CalendarProblem;
}

/** When a length of time has passed. */
export interface EndOfBusinessTime {
  /** The first instant at which so much open time has passed, in UTC: `2026-06-05T16:00:00Z`. */
  readonly earliest: string;
  /** The last instant that is still in time: where the time is used up at closing, the next opening. */
  readonly latest: string;
}

/**
 * Adds a length of time to an instant, exactly. There are two ends, and what is promised may be delivered until the second: closed time
 * does not count.
 *
 * @param from - An instant of ISO 8601 with `Z` or an offset, in whole seconds: `2026-06-05T08:00:00+02:00`.
 * @param time - As it is written in a promise: `4h`, `2d`. `1d` is the calendar's `dayLength`.
 * @returns Both ends, or why there are none: a text that cannot be read, or an end after the days for which the calendar is known.
 * @example
 * ```ts
 * addBusinessTime(office, '2026-06-05T15:00:00Z', '1h') // {earliest: '2026-06-05T16:00:00Z', latest: '2026-06-08T06:00:00Z'}
 * ```
 */
export function addBusinessTime(calendar: BusinessCalendar, from: string, time: string): EndOfBusinessTime | Unanswered {
  const [start, amount] = [instantOf(from), promisedSeconds(calendar, time)];
  if (start === undefined) return noInstant(from);
  if ('problem' in amount) return amount;
  const [earliest, latest] = [calendar.earliestEnd(start, amount.seconds), calendar.latestEnd(start, amount.seconds)];
  return earliest === undefined || latest === undefined ? outside(calendar) : { earliest: textOf(earliest), latest: textOf(latest) };
}

/**
 * Measures the open time between two instants, exactly.
 *
 * @param from - An instant of ISO 8601 with `Z` or an offset, in whole seconds.
 * @param to - Another; where it is the earlier one, the result is negative.
 * @returns Open seconds, or why there are none.
 * @example
 * ```ts
 * businessTimeBetween(office, '2026-06-05T15:00:00Z', '2026-06-08T07:00:00Z') // {seconds: 7200}
 * ```
 */
export function businessTimeBetween(calendar: BusinessCalendar, from: string, to: string): { readonly seconds: number } | Unanswered {
  const [start, end] = [instantOf(from), instantOf(to)];
  if (start === undefined) return noInstant(from);
  if (end === undefined) return noInstant(to);
  const seconds = calendar.openBetween(start, end);
  return seconds === undefined ? outside(calendar) : { seconds };
}

/** How one length of time compares with another, over all starts: `depends` when it is sometimes the longer and sometimes the shorter. */
export type BusinessComparison = 'shorter' | 'equal' | 'longer' | 'depends';

/**
 * Compares two lengths of time, exactly: which of them ends later if both begin together and each ends as late as it may. On one
 * calendar that is a comparison of seconds. On two, every start counts that both calendars know, by {@link longestBusinessTime}.
 *
 * @returns How the first compares with the second, or why that is unknown.
 * @example
 * ```ts
 * compareBusinessTimes({calendar: office, time: '10h'}, {calendar: always, time: '72h'}) // {comparison: 'depends'}
 * compareBusinessTimes({calendar: office, time: '10h'}, {calendar: always, time: '86h'}) // {comparison: 'shorter'}
 * ```
 */
export function compareBusinessTimes(a: BusinessTime, b: BusinessTime): { readonly comparison: BusinessComparison } | Unanswered {
  const [first, second] = [promisedSeconds(a.calendar, a.time), promisedSeconds(b.calendar, b.time)];
  if ('problem' in first) return first;
  if ('problem' in second) return second;
  const [there, back] = [longestStay(b.calendar, a.calendar, first.seconds), longestStay(a.calendar, b.calendar, second.seconds)];
  if (there === undefined || back === undefined) return outside(a.calendar);
  return { comparison: comparisons[`${there.seconds > second.seconds}-${back.seconds > first.seconds}`] };
}

/** Whether the first may end later than the second, and whether the second may end later than the first. */
const comparisons = { 'false-false': 'equal', 'false-true': 'shorter', 'true-false': 'longer', 'true-true': 'depends' } as const;

/**
 * The longest that a length of time of one calendar takes on another, over all starts, exactly. Ten office hours may take 86 hours by
 * the clock on the wall: begun on Thursday at closing, they are used up on Friday at closing, and until Monday's opening it is in time.
 *
 * The greatest value is found, and not estimated: the measured time is a function of the start with slopes of -1, 0 and 1 and jumps
 * upward, so that it is greatest where an opening or a closing is met; these are looked at, one by one.
 *
 * @param observer - Whose time is counted, for example `24x7` for the clock on the wall.
 * @returns Seconds of the observer's calendar, with the first start from which it takes so long, or why that is unknown.
 * @example
 * ```ts
 * longestBusinessTime(always, {calendar: office, time: '10h'}) // {seconds: 309600, start: '2026-06-04T16:00:00Z'}
 * ```
 */
export function longestBusinessTime(observer: BusinessCalendar, { calendar, time }: BusinessTime): { readonly seconds: number; readonly start: string } | Unanswered {
  const amount = promisedSeconds(calendar, time);
  if ('problem' in amount) return amount;
  const stay = longestStay(observer, calendar, amount.seconds);
  return stay === undefined ? outside(calendar) : { seconds: stay.seconds, start: textOf(stay.start) };
}

/** Text, because a number could be seconds or milliseconds, and a text without a zone is refused. */
function instantOf(text: string): UnixSeconds | undefined {
  return isInstant(text) && !text.includes('.') ? Date.parse(text) / 1000 : undefined;
}

function textOf(at: UnixSeconds): string {
  return new Date(at * 1000).toISOString().replace('.000Z', 'Z');
}

function noInstant(text: string): Unanswered {
  return { problem: { message: `\`${text}\` is no instant.`, hint: 'Write day, time and zone in whole seconds, for example `2026-06-05T08:00:00Z` or `2026-06-05T10:00:00+02:00`.', path: [] } };
}

function outside({ id, horizon, spec }: BusinessCalendar): Unanswered {
  const known = horizon.firstDay === undefined ? 'the days of the calendars' : `the days for which calendar \`${id}\` is known, ${horizon.firstDay} to ${horizon.lastDay}`;
  return { problem: { message: `That lies outside of ${known}.`, hint: 'Ask about time within them, or let the `horizon` reach further.', ...(spec === undefined ? {} : { spec }), path: ['horizon'] } };
}
