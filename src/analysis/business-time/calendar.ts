import type { Path } from '../../base/json.js';
import type { Spec } from '../../model/spec.js';

/** Whole seconds since 1970-01-01T00:00:00Z: Unix time, which knows no leap seconds. */
export type UnixSeconds = number;

/** Of a day of 24 hours. */
export const secondsOfDay = 86_400;

/**
 * The hours in which time is counted: when a team is open, and how much open time lies between two instants. Every amount is whole
 * seconds of open time, every instant whole seconds of Unix time; answers are exact. Nothing throws: what lies outside the days for
 * which the calendar is known is answered with `undefined`.
 */
export interface BusinessCalendar {
  /** Id of the Calendar, `group/office` for one that is imported, or `24x7` for the one that never closes. */
  readonly id: string;
  /** The zone in which its hours are meant, `Europe/Berlin`. */
  readonly timezone: string;
  /** Seconds of open time that `1d` means; absent where the calendar does not say. */
  readonly dayLength: number | undefined;
  /** The stretch of time for which it is known: `-Infinity` to `Infinity` for `24x7`. */
  readonly horizon: CalendarHorizon;
  /** Openings and closings in turn, ascending, from an opening. Stretches that touch are one. Empty for `24x7`. */
  readonly boundaries: Float64Array;
  /** The Calendar that it was made from; absent for `24x7`. */
  readonly spec?: Spec<'Calendar'>;
  /** True while it is open: from the opening, up to and without the closing. Outside of its horizon nothing is known, and it is false. */
  isOpen(at: UnixSeconds): boolean;
  /** Open seconds from one instant to another, negative when the second is the earlier; `undefined` when either lies outside of the horizon. */
  openBetween(from: UnixSeconds, to: UnixSeconds): number | undefined;
  /** The first instant at which so many open seconds have passed; `undefined` when the horizon ends before. */
  earliestEnd(from: UnixSeconds, seconds: number): UnixSeconds | undefined;
  /**
   * The last instant up to which no more than so many open seconds have passed. Closed time does not count: what is used up at closing
   * may still be finished, in time, until the next opening. `undefined` when the horizon ends before, because nobody knows when it opens again.
   */
  latestEnd(from: UnixSeconds, seconds: number): UnixSeconds | undefined;
  /**
   * The first start from which no more than so many open seconds pass until an instant, so that its latest end is there or after it; at
   * the earliest the beginning of the horizon. `undefined` when the instant lies outside of the horizon.
   */
  earliestStart(until: UnixSeconds, seconds: number): UnixSeconds | undefined;
}

/** A stretch of time for which a calendar is known. */
export interface CalendarHorizon {
  /** First instant. */
  readonly from: UnixSeconds;
  /** First instant that is no longer known. */
  readonly until: UnixSeconds;
  /** The local day that begins at `from`; absent for `24x7`. */
  readonly firstDay?: string;
  /** The last local day before `until`; absent for `24x7`. */
  readonly lastDay?: string;
}

/** Why a calendar cannot be counted with, or a length of time not be read on it. */
export interface CalendarProblem {
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** The next step, as a sentence. */
  readonly hint: string;
  /** The Calendar that has to be mended; absent where that is another text: the name of a calendar, or a length of time. */
  readonly spec?: Spec<'Calendar'>;
  /** The place in that Calendar; empty for the whole. */
  readonly path: Path;
}

/** The id of the calendar that never closes. */
export const always = '24x7';
