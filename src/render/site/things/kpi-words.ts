/** Values of KPIs in the words of a table. */
import { valueInUnit } from '../../../analysis/kpi/value-in-unit.js';
import type { Kpi } from '../../../schema/kinds/kpi.js';

/** A value with its unit. */
export function valueWords(value: number | undefined, unit: string | undefined): string {
  return value === undefined ? '' : valueInUnit(value, unit);
}

/** Where a KPI stood when it was measured for the comparison. */
export function baselineWords({ baseline, unit }: Partial<Kpi>): string {
  if (baseline === undefined) return '';
  return `${valueWords(baseline.value, unit)}${baseline.period === undefined ? '' : ` in ${baseline.period}`}`;
}

/** What is aimed for, and by when. */
export function targetWords({ target, unit }: Partial<Kpi>): string {
  if (target === undefined) return '';
  const aim = target.value === undefined ? `${valueWords(target.from, unit)} to ${valueWords(target.to, unit)}` : valueWords(target.value, unit);
  return `${aim}${target.by === undefined ? '' : ` by ${target.by}`}`;
}

/** Which way is better. */
export function directionWords({ direction }: Partial<Kpi>): string {
  return direction === undefined ? '' : { up: 'more', down: 'less', band: 'within a band' }[direction];
}
