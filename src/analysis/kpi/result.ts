import type { IntervalMethod } from './unit.js';

/**
 * The value of a KPI for one period, and what belongs to it: no value is told without the number of cases behind it, without
 * those that were left out, and without how sure it is.
 */
export interface KpiValue {
  /** Id of the KPI. */
  readonly kpi: string;
  /** The period, as `2026-Q2`. */
  readonly period: string;
  /** Seconds for a duration, otherwise millionths of what the formula computes. Absent when nothing is counted below the line: that is no zero. */
  readonly value?: number;
  /** How many cases, events or customers the value is about. */
  readonly n: number;
  readonly excluded: readonly ExcludedCases[];
  /** Absent where the method is `none`, or where there is no value. */
  readonly interval?: ConfidenceInterval;
  /** True while cases of the period may still change it: its `maturity` is not over. */
  readonly isPreliminary: boolean;
}

/** Cases of the period that the value is not about. */
export interface ExcludedCases {
  readonly why: 'not mature' | 'attribute missing' | 'case key missing' | 'failed quality check' | 'sampled out';
  readonly n: number;
}

/** Where the true value lies, most likely. The bounds are written like the value. */
export interface ConfidenceInterval {
  readonly method: Exclude<IntervalMethod, 'none'>;
  readonly low: number;
  readonly high: number;
  /** How likely it lies there, in millionths: 950000. */
  readonly level: number;
}
