import type { Spec } from '../../../model/spec.js';

/** Labels by name. */
export interface Labels {
  readonly [name: string]: string;
}

/** A rule that tells somebody, with what has to be known to try it. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  /** How long it has to be so, in seconds. */
  readonly hold: number;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly trials: readonly Trial[];
  /** What it looks at: rules that look at the same are set off together. */
  readonly watches: string;
  /** True for a value at which it is set off. */
  holds(value: number): boolean;
}

/** A rule that keeps a series of its own. */
export interface RecordRule {
  readonly record: string;
  readonly expr: string;
  readonly labels: Labels;
}

/** Rules that are evaluated one after the other. */
export interface RuleGroup {
  readonly name: string;
  /** The documents that they come from. */
  readonly sources: readonly Spec[];
  readonly rules: readonly (AlertRule | RecordRule)[];
}

/** A series as it could come from an application, and what the rules see of it. */
export interface Trial {
  readonly name: string;
  /** What the rules see, one value after the other; the last one stays. `NaN` where they see nothing. */
  readonly seen: readonly number[];
  readonly series: readonly { readonly series: string; readonly values: readonly number[] }[];
  /** Labels that an alert takes over from the series. */
  readonly labels: Labels;
  /** True where nothing may be set off, because there are too few cases. */
  readonly isQuiet?: boolean;
}

/** The alerts that are written. */
export const alertNames = { atRisk: 'PromiseAtRisk', floor: 'PromiseFloorBroken', missed: 'PromiseMissedTooOften', kpi: 'KpiAlert', system: 'SystemMissedTooOften', escalation: 'EscalationDue' } as const;

/** A rule of an escalation is known by its journey, its ladder and the number of its rung, beginning with 1. */
export function rungLabels(journey: string, escalation: string, rung: number): Labels {
  return { journey, escalation, rung: String(rung) };
}
