import type { Cycle, Day, Duration, Flag, Obligation, OneOf, OneOrMany, Percent, PromisedDuration, Ref, Region, RoleRef } from '../vocabulary.js';
import type { Header } from './header.js';

/** A promise: to customers (`sla`), between teams (`ola`), or of a company outside (`contract`). */
export interface Sla extends Header {
  /** What kind of document this is. */
  readonly kind: OneOf<'Sla', 'identity'>;
  /**
   * To whom the promise is made.
   * @example ola
   * @active
   */
  readonly type?: OneOf<'sla' | 'ola' | 'contract'>;
  /**
   * What is promised.
   * @example duration
   * @active
   */
  readonly metric?: OneOf<'duration' | 'response' | 'availability' | 'quality-rate'>;
  /**
   * The team that keeps it.
   * @active
   */
  readonly provider?: Ref<'Team'>;
  /**
   * Who relies on it: a team, or `customer`.
   * @example customer
   * @active
   */
  readonly consumer?: ConsumerRef;
  /**
   * When time runs.
   * @active
   */
  readonly clock?: Clock;
  /**
   * The calendar in which time runs, or `24x7`.
   * @example claims-hours
   * @active
   * @change added breaking
   */
  readonly calendar?: Ref<'Calendar'>;
  /**
   * What is promised to whom. Exactly one target names no tier, persona or region: the default.
   * @active
   */
  readonly targets?: readonly SlaTarget[];
  /** The period over which the percent holds. */
  readonly window?: Cycle;
  /**
   * True when its percents hold over the cases of each journey that it is promised in, and not only over all of them together.
   * @default false
   * @example true
   * @change added breaking
   */
  readonly eachJourney?: Flag;
  /**
   * What the proof may take for granted about misses of the parts: that they have nothing to do with each other, or that
   * cases are spread over the ways as their shares say. Without it, all misses may fall on different cases of the worst way.
   * @example independent
   * @change added breaking, changed breaking
   */
  readonly assume?: OneOf<'independent' | 'shares'>;
  /** The worst that anybody may get, whatever the tier. */
  readonly floor?: PromisedDuration;
  /**
   * Percent of the target at which somebody is warned.
   * @example 80
   * @compare lower-is-stricter
   * @change added compatible
   */
  readonly warnAt?: Percent;
  /**
   * Who is told when it is at risk.
   * @change changed compatible
   */
  readonly escalation?: RoleRef;
  /** What is owed when it is broken. */
  readonly penalties?: Obligation;
  /**
   * The Record of the agreement.
   * @example agreement-2026-008
   * @change changed compatible
   */
  readonly agreement?: Ref<'Record'>;
  /**
   * First day on which it no longer holds.
   * @compare higher-is-stricter
   * @change added breaking, removed compatible
   */
  readonly expires?: Day;
  /**
   * Promises that this one makes possible.
   * @example [motor-claim-settlement]
   */
  readonly underpins?: readonly Ref<'Sla'>[];
}

/**
 * A team, or the word `customer`.
 * @json {"type": "string", "minLength": 1, "maxLength": 256}
 * @example customer
 * @meaning reference
 */
export type ConsumerRef = string;

/** When a promise's time starts, stands still and stops. */
export interface Clock {
  /**
   * The event or step that starts it.
   * @example fnol-registered
   * @active
   */
  readonly start?: OneOrMany<ClockPoint>;
  /**
   * The event or step that stops it.
   * @example [payment-confirmed, claim-declined]
   * @active
   */
  readonly stop?: OneOrMany<ClockPoint>;
  /** When it stands still. */
  readonly pause?: readonly Pause[];
  /**
   * Events after which the promise no longer counts.
   * @example [claim-withdrawn]
   */
  readonly cancel?: readonly ClockPoint[];
  /**
   * Events that start it anew.
   * @example [claim-reopened]
   */
  readonly reset?: readonly ClockPoint[];
}

/**
 * A moment that a clock knows: an event, or a step as `journey#step` (its completion).
 * @json {"type": "string", "minLength": 1, "maxLength": 256}
 * @example claim-decided
 * @meaning promise-moment
 */
export type ClockPoint = string;

/** A stretch in which a clock stands still. */
export interface Pause {
  /**
   * What stops time.
   * @example documents-requested
   */
  readonly from: ClockPoint;
  /**
   * What lets it run again.
   * @example documents-received
   * @active
   */
  readonly to?: ClockPoint;
  /**
   * How long it may stand still altogether in one case.
   * @compare lower-is-stricter
   * @change added breaking
   */
  readonly max?: Duration;
}

/** One target, for everybody or for a tier, a persona or a region. */
export interface SlaTarget {
  /**
   * The tier that it is for.
   * @example gold
   */
  readonly tier?: Ref<'Tier'>;
  /**
   * The persona that it is for.
   * @example fleet-manager
   */
  readonly persona?: Ref<'Persona'>;
  /** The region that it is for. */
  readonly region?: Region;
  /** How fast. The last instant still counts as kept. */
  readonly within?: PromisedDuration;
  /**
   * How many of a hundred cases keep it; for availability and quality, the promised rate itself.
   * @default 100
   */
  readonly percent?: Percent;
  /**
   * Over whom the percent holds: all cases together, or each tier, persona or region for itself.
   * @default pool
   * @example tier
   * @change added breaking, removed breaking
   */
  readonly each?: OneOf<'pool' | 'tier' | 'persona' | 'region'>;
}
