import type { Amount, Bound, Count, Cycle, Day, Duration, Name, ObservedCount, OneOf, OneOrMany, Period, Prose, Ref, Scalar, Share, Word } from '../vocabulary.js';
import type { Header } from './header.js';

/** A measure that several journeys share: what it computes, from which events, and what is aimed for. */
export interface Kpi extends Header {
  /** What kind of document this is. */
  readonly kind: OneOf<'Kpi', 'identity'>;
  /**
   * What the number is: `ratio`, `percent`, `count`, `duration(h)`, `currency(EUR)` or `score(1,7)`. The values of a bare `duration` are hours.
   * @active
   */
  readonly unit?: KpiUnit;
  /**
   * Which way is better.
   * @example up
   * @active
   */
  readonly direction?: OneOf<'up' | 'down' | 'band'>;
  /**
   * What it tells about.
   * @example operational
   */
  readonly category?: OneOf<'outcome' | 'operational' | 'perception' | 'financial' | 'compliance' | 'behavioural'>;
  /**
   * The business result that it stands for.
   * @example fewer customers leave after a claim
   */
  readonly outcome?: Prose;
  /**
   * How it is computed, in the closed grammar of formulas.
   * @active
   */
  readonly formula?: Formula;
  /**
   * The event whose time puts a case into a period.
   * @example case-resolved
   */
  readonly anchor?: Ref<'Event'>;
  /** How long after a period its value is final. */
  readonly maturity?: Duration;
  /**
   * The period that one value is about.
   * @active
   * @compare value
   */
  readonly window?: Cycle;
  /**
   * What it can be split by: attributes of the anchor event, and what every case has: its `journey`, `stage`, `channel`, `persona` and `region`.
   * @example [channel, region]
   */
  readonly dimensions?: readonly Name[];
  /**
   * The systems that its events come from.
   * @example [crm]
   */
  readonly source?: readonly Ref<'System'>[];
  /**
   * How often it is reported.
   * @active
   * @change added compatible
   */
  readonly cadence?: Cycle;
  /** Fewest cases for a value that is shown. */
  readonly minSample?: Count;
  /** Where it stood when the target was set. */
  readonly baseline?: Baseline;
  /** What is aimed for. */
  readonly target?: KpiTarget;
  /** Values at which somebody is told. */
  readonly alerts?: readonly KpiAlert[];
  /**
   * The KPI that would show it if this one were bought at another's cost.
   * @example re-contact-rate
   */
  readonly counterpart?: Ref<'Kpi'>;
  /** What others reach. */
  readonly benchmark?: Benchmark;
  /** Days on which the formula changed, so that the series is not read across. */
  readonly breaks?: readonly SeriesBreak[];
}

/**
 * The unit of a KPI.
 * @json {"type": "string", "pattern": "^(?:ratio|percent|count|duration(?:\\([smhd]\\))?|currency\\([A-Z]{3}\\)|score\\(-?[0-9]{1,4},-?[0-9]{1,4}\\))$"}
 * @example ratio
 * @meaning value
 */
export type KpiUnit = string;

/**
 * How a KPI is computed: exactly one of its keys, and `where` beside it. Nothing here is code.
 * @oneOf count, visits, sum, mean, median, percentile, scoreShare, ratio, diff, product, cohort
 */
export interface Formula {
  /** How many cases, events or customers. */
  readonly count?: OneOf<'cases' | 'events' | 'customers'>;
  /** How often a step was begun, or begun again. */
  readonly visits?: StepVisits;
  /** The sum of a quantity. */
  readonly sum?: Quantity;
  /** The mean of a quantity. */
  readonly mean?: Quantity;
  /** The median of a quantity. */
  readonly median?: Quantity;
  /** A percentile of a quantity. */
  readonly percentile?: Percentile;
  /** The part of answers with one of these scores. */
  readonly scoreShare?: ScoreShare;
  /** One formula divided by another. No value when the denominator is zero. */
  readonly ratio?: RatioFormula;
  /** One formula minus another. */
  readonly diff?: DiffFormula;
  /** Formulas multiplied with each other. */
  readonly product?: readonly Formula[];
  /** Customers at the start, lost and new in a period. */
  readonly cohort?: Cohort;
  /** Which cases, events or customers count: in all that the formula is made of. */
  readonly where?: Predicate;
}

/** The times that cases were in a step. */
export interface StepVisits {
  /**
   * The step, or several.
   * @example motor-claim#visit
   */
  readonly step: OneOrMany<Ref<'Step'>>;
  /**
   * Every time that it was begun, or only the times after the first of each case.
   * @example repeats
   */
  readonly counted: OneOf<'all' | 'repeats'>;
}

/**
 * Something that can be added up.
 * @oneOf attribute, duration, touch
 */
export interface Quantity {
  /**
   * An attribute of an event, `event.attribute`.
   * @example claim-closed.cost
   */
  readonly attribute?: Name;
  /** The time between two events. */
  readonly duration?: EventDuration;
  /** The time in which somebody or something works on the case. */
  readonly touch?: TouchTime;
  /**
   * The part of its worth that money loses each year after the anchor event. Only for an attribute that is money.
   * @example 0.08
   * @notBeside duration, touch
   */
  readonly discount?: Share;
}

/** The time between two events of one case: from the first of the one to the first of the other after it. */
export interface EventDuration {
  /**
   * The event it begins with.
   * @example fnol-registered
   */
  readonly from: Ref<'Event'>;
  /**
   * The event it ends with.
   * @example payment-confirmed
   */
  readonly to: Ref<'Event'>;
  /**
   * The calendar in whose hours it is measured. Without one all hours count.
   * @example claims-hours
   */
  readonly clock?: Ref<'Calendar'>;
}

/** The time that a case is worked on: in each of these steps, from its beginning to its completion. */
export interface TouchTime {
  /**
   * The steps in which work is done. Name none in which the case only waits.
   * @example [motor-claim#classify, motor-claim#decide]
   */
  readonly steps: OneOrMany<Ref<'Step'>>;
  /**
   * The calendar in whose hours it is measured. Without one all hours count.
   * @example claims-hours
   */
  readonly clock?: Ref<'Calendar'>;
}

/**
 * A percentile of a quantity.
 * @oneOf attribute, duration, touch
 */
export interface Percentile extends Quantity {
  /**
   * Which one, between 0 and 100.
   * @example 90
   */
  readonly p: Amount;
}

/** A division. */
export interface RatioFormula {
  /** What is divided. */
  readonly numerator: Formula;
  /** By what. */
  readonly denominator: Formula;
}

/** A subtraction. */
export interface DiffFormula {
  /** From what. */
  readonly minuend: Formula;
  /** What is taken away. */
  readonly subtrahend: Formula;
}

/** The part of the answers with given scores. */
export interface ScoreShare {
  /**
   * The attribute with the score, `event.attribute`.
   * @example survey-answered.score
   */
  readonly of: Name;
  /**
   * The scores that count.
   * @example [9, 10]
   */
  readonly values: readonly Amount[];
}

/** Customers of a period. Churn and retention of the same cohort add up to one. */
export interface Cohort {
  /** Customers at the start of the period. */
  readonly start: Predicate;
  /** Those of them who were lost in it. Needed where the lost are counted. */
  readonly lost?: Predicate;
  /** Those who came in it. Where the kept are counted by what is there at the end, these are left out. */
  readonly new?: Predicate;
  /**
   * Whether the lost or the kept are counted.
   * @example lost
   */
  readonly result: OneOf<'lost' | 'kept'>;
}

/**
 * A condition on a case, an event or a customer: exactly one of its keys.
 * @oneOf all, any, not, event, attribute, contacts, repeat, outcome, pathIncludes, precededBy, promise, replays
 */
export interface Predicate {
  /** All of these hold. */
  readonly all?: readonly Predicate[];
  /** At least one of these holds. */
  readonly any?: readonly Predicate[];
  /** This does not hold. */
  readonly not?: Predicate;
  /**
   * The event happened.
   * @example case-resolved
   */
  readonly event?: Ref<'Event'>;
  /** An attribute compares so. */
  readonly attribute?: AttributeCondition;
  /** How often the customer was in contact. */
  readonly contacts?: ContactCondition;
  /** An event happened so often. */
  readonly repeat?: RepeatCondition;
  /**
   * The case ended so, or has not ended.
   * @example success
   */
  readonly outcome?: OneOf<'success' | 'failure' | 'abandon' | 'open'>;
  /**
   * The case went through this step.
   * @example motor-claim#visit
   */
  readonly pathIncludes?: Ref<'Step'>;
  /** The event happened, and the case counts under what came last before it. */
  readonly precededBy?: PrecededBy;
  /** A promise was kept, missed, or due in the case. */
  readonly promise?: PromiseCondition;
  /**
   * The case took no way but those that this journey draws.
   * @example motor-claim
   */
  readonly replays?: Ref<'Journey'>;
}

/** A comparison of an attribute. */
export interface AttributeCondition {
  /**
   * The attribute, `event.attribute`.
   * @example contact-opened.channel
   */
  readonly name: Name;
  /**
   * How it is compared.
   * @example eq
   */
  readonly op: OneOf<'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in'>;
  /** What it is compared with. A list only for `in`. */
  readonly value: OneOrMany<Scalar>;
}

/** A number of contacts in a time. */
export interface ContactCondition {
  /**
   * What counts as a contact: an event, or several.
   * @example contact-opened
   * @active
   */
  readonly event?: OneOrMany<Ref<'Event'>>;
  /** Exactly so many. */
  readonly eq?: Count;
  /** At least so many. */
  readonly gte?: Count;
  /** At most so many. */
  readonly lte?: Count;
  /** Within this time of the first contact, or of the event under `after`. */
  readonly within?: Duration;
  /**
   * The event from which on they are counted.
   * @example session-ended
   */
  readonly after?: Ref<'Event'>;
  /**
   * Only contacts that agree in this attribute are counted together.
   * @example reason
   */
  readonly same?: Name;
}

/** An event that happens so often. */
export interface RepeatCondition {
  /**
   * The event.
   * @example contact-opened
   */
  readonly event: Ref<'Event'>;
  /** At least so often. */
  readonly atLeast: Bound;
  /** Within this time of the first, or of the event under `after`. */
  readonly within?: Duration;
  /**
   * The event from which on it is counted.
   * @example feedback-received
   */
  readonly after?: Ref<'Event'>;
}

/** An event, and what came last before it. */
export interface PrecededBy {
  /**
   * What came before: a dimension of the KPI.
   * @example stage
   */
  readonly dimension: Name;
  /**
   * The event it came before.
   * @example policy-cancelled
   */
  readonly event: Ref<'Event'>;
  /** At most so long before it. */
  readonly within?: Duration;
}

/** What became of a promise in a case. */
export interface PromiseCondition {
  /**
   * The promise.
   * @example motor-claim-settlement
   */
  readonly sla: Ref<'Sla'>;
  /**
   * It was kept, it was missed, or it was due: kept or missed. A case that is open past its target has missed it.
   * @example kept
   */
  readonly is: OneOf<'kept' | 'missed' | 'due'>;
}

/** A value in the past, with what it rests on. */
export interface Baseline {
  /** The value. */
  readonly value: Amount;
  /**
   * When it was measured.
   * @active
   */
  readonly period?: Period;
  /** On how many cases. */
  readonly n?: ObservedCount;
  /**
   * The Record of it.
   * @example baseline-2026q1
   * @change changed compatible
   */
  readonly record?: Ref<'Record'>;
}

/** A value to reach. */
export interface KpiTarget {
  /** The value. */
  readonly value?: Amount;
  /**
   * Lowest good value, where a band is aimed for.
   * @compare higher-is-stricter
   */
  readonly from?: Amount;
  /**
   * Highest good value, where a band is aimed for.
   * @compare lower-is-stricter
   */
  readonly to?: Amount;
  /**
   * By when.
   * @compare lower-is-stricter
   */
  readonly by?: Day;
}

/** A value at which somebody is told. */
export interface KpiAlert {
  /**
   * How loud.
   * @example warn
   * @active
   */
  readonly severity?: OneOf<'warn' | 'page'>;
  /**
   * When the value falls below.
   * @compare higher-is-stricter
   */
  readonly below?: Amount;
  /**
   * When the value rises above.
   * @compare lower-is-stricter
   */
  readonly above?: Amount;
  /**
   * For how long it has to stay so.
   * @compare lower-is-stricter
   * @change added breaking, removed compatible
   */
  readonly for?: Duration;
  /**
   * Dimensions that are watched for themselves.
   * @example [region]
   */
  readonly segment?: readonly Name[];
}

/** What others reach. */
export interface Benchmark {
  /** Who says so. */
  readonly source: Word;
  /** The value. */
  readonly value: Amount;
  /**
   * When it was published.
   * @active
   */
  readonly date?: Day;
}

/** A day on which a series begins anew. */
export interface SeriesBreak {
  /** The day. */
  readonly date: Day;
  /**
   * Why.
   * @active
   */
  readonly reason?: Prose;
}
