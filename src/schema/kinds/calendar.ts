import type { Day, Duration, OneOf, Prose, Ref, TimeWindow, TimeZone, Title } from '../vocabulary.js';
import type { Header } from './header.js';

/** Working hours: when the time of a promise runs. */
export interface Calendar extends Header {
  /** What kind of document this is. */
  readonly kind: OneOf<'Calendar', 'identity'>;
  /**
   * The zone in which the hours are meant.
   * @active
   */
  readonly timezone?: TimeZone;
  /**
   * The calendar whose hours and holidays apply as well, where this one is silent.
   * @example national-hours
   * @change added breaking
   */
  readonly extends?: Ref<'Calendar'>;
  /**
   * The open hours of each day of the week. A day that is absent is closed.
   * @active
   */
  readonly weekly?: Week;
  /**
   * What `1d` means in this calendar.
   * @example 10h
   * @compare lower-is-stricter
   * @change added breaking
   */
  readonly dayLength?: Duration;
  /** Days that are closed whatever the week says. */
  readonly holidays?: readonly Holiday[];
  /**
   * The stretch of days for which the holidays are known.
   * @active
   */
  readonly horizon?: Horizon;
  /** Stretches in which more work comes than usual. */
  readonly peaks?: readonly Peak[];
}

/** Opening hours of a week. */
export interface Week {
  /** Monday. */
  readonly mon?: readonly TimeWindow[];
  /** Tuesday. */
  readonly tue?: readonly TimeWindow[];
  /** Wednesday. */
  readonly wed?: readonly TimeWindow[];
  /** Thursday. */
  readonly thu?: readonly TimeWindow[];
  /** Friday. */
  readonly fri?: readonly TimeWindow[];
  /** Saturday. */
  readonly sat?: readonly TimeWindow[];
  /** Sunday. */
  readonly sun?: readonly TimeWindow[];
}

/** A closed day. */
export interface Holiday {
  /** The day. */
  readonly date: Day;
  /** Its name. */
  readonly name?: Title;
}

/** A stretch of days: `from` inclusive, `until` exclusive. */
export interface Horizon {
  /**
   * First day.
   * @active
   * @compare lower-is-stricter
   */
  readonly from?: Day;
  /**
   * First day no longer known.
   * @active
   * @compare higher-is-stricter
   */
  readonly until?: Day;
}

/** A busy stretch. */
export interface Peak {
  /** First day. */
  readonly from: Day;
  /**
   * First day after it.
   * @active
   */
  readonly until?: Day;
  /** Why it is busy. */
  readonly reason?: Prose;
}
