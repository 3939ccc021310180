/**
 * A small journey with its promises as plain data: what the oracle and the files for the engine are both made from. Nothing here
 * or beside it knows the engine, so a mistake of the one is not a mistake of the other.
 */
export interface Case {
  readonly steps: readonly CaseStep[];
  readonly promise: CasePromise;
  readonly parts: readonly CasePart[];
  readonly calendars: readonly CaseCalendar[];
  /** Who goes through the journey; the adversary chooses how many of each. */
  readonly groups: readonly CaseGroup[];
}

/** A kind of customer. */
export interface CaseGroup {
  readonly persona: string;
  readonly tier?: string;
  readonly region?: string;
}

/** A step; its events have the names that follow from its id where none are written. */
export interface CaseStep {
  readonly id: string;
  readonly start?: string;
  readonly complete?: string;
  readonly fail?: string;
  /** Where a case goes next; without a way the case ends here. */
  readonly ways: readonly CaseWay[];
  readonly split: 'choice' | 'all' | 'some';
  /** Last steps of the branches that meet here. */
  readonly waitsFor?: readonly string[];
  /** What happens while it runs, and does not hold it up. */
  readonly beside?: CaseBeside;
  /** True for a step that some cases skip. */
  readonly isOptional?: boolean;
  readonly end?: 'success' | 'failure' | 'abandon';
}

/** A step beside another: always at the same moment, or now and then after a time. */
export interface CaseBeside {
  readonly kind: 'alongside' | 'after' | 'every';
  readonly start: string;
  readonly complete: string;
}

/** A way to another step. */
export interface CaseWay {
  readonly to: string;
  /** The event of the step after which it is taken. */
  readonly after: 'complete' | 'fail';
  /** True where it is written at the step as the way after a failure. */
  readonly isOnFail?: boolean;
  /** Part of the cases that take it, in millionths. */
  readonly share?: number;
  /** How often one case takes it at most. */
  readonly repeats?: number;
}

/** A clock; moments are names of events. */
export interface CaseClock {
  readonly start: readonly string[];
  readonly stop: readonly string[];
  readonly pauses?: readonly CasePause[];
  /** Events at which a run begins anew. */
  readonly resets?: readonly string[];
  /** Events after which a run no longer counts. */
  readonly cancels?: readonly string[];
}

/** A stretch in which a clock stands still. */
export interface CasePause {
  readonly from: string;
  readonly to: string;
  /** In minutes. */
  readonly max?: number;
}

/** What is promised to whom: to all as the default, or to a tier, a persona or a region. */
export interface CaseTarget {
  readonly tier?: string;
  readonly persona?: string;
  /** A country, or `EU`. */
  readonly region?: string;
  /** In minutes of the calendar. */
  readonly within: number;
  /** How many keep it, in millionths. */
  readonly kept: number;
  readonly each: Each;
}

export type Each = 'pool' | 'tier' | 'persona' | 'region';

/** The promise that is to be proved. */
export interface CasePromise {
  readonly id: string;
  readonly clock: CaseClock;
  /** Id of a calendar, or `24x7`. */
  readonly calendar: string;
  /** The default first. */
  readonly targets: readonly CaseTarget[];
  readonly window: Window;
}

export type Window = 'P1D' | 'P1W' | 'P1M' | 'P3M';

/** A promise of somebody who does a stretch of the work. */
export interface CasePart extends CasePromise {
  readonly place: CasePlace;
}

/** Where a part is named: at a step, in place at a step, at ways, or only as something that makes the promise possible. */
export type CasePlace =
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'in-place'; readonly step: string }
  | { readonly kind: 'ways'; readonly ways: readonly (readonly [from: string, to: string])[] }
  | { readonly kind: 'underpins' };

/** Working hours. */
export interface CaseCalendar {
  readonly id: string;
  readonly zone: Zone;
  /** For each day from Monday its windows in minutes after midnight; beyond 1,440 is the next day. */
  readonly week: readonly (readonly (readonly [from: number, to: number])[])[];
  /** Closed days, counted from the first day of the horizon. */
  readonly holidays: readonly number[];
  /** First day, `2026-09-07`. */
  readonly from: string;
  /** How many days are known. */
  readonly days: number;
  /** In minutes. */
  readonly dayLength?: number;
}

export type Zone = 'UTC' | 'Europe/Berlin' | 'Asia/Kolkata' | 'America/New_York';

export const journeyId = 'trip';

export function startOf(step: CaseStep): string {
  return step.start ?? `${journeyId}.${step.id}.started`;
}

export function completeOf(step: CaseStep): string {
  return step.complete ?? `${journeyId}.${step.id}.completed`;
}

/** What happens when a step fails; only steps with ways after it fail. */
export function failOf(step: CaseStep): string {
  return step.fail ?? `${step.id}-failed`;
}

export function stepOf({ steps }: Case, id: string): CaseStep {
  return steps.find((step) => step.id === id)!;
}
