import { parseDuration } from '../../../base/duration.js';
import type { SlaTarget } from '../../../schema/kinds/sla.js';
import { selector } from '../../text/promql.js';
import { workspaceLabels } from './workspace-label.js';

/** What applications export, each metric under the name that it has in this company. */
export interface MetricNames {
  readonly [name: string]: string;
  readonly promiseCases: string;
  readonly promiseOpen: string;
  readonly escalationOpen: string;
  readonly kpiValue: string;
  readonly kpiCases: string;
  readonly systemChecks: string;
  /** The label `workspace` that all series have; empty for none. */
  readonly workspace: string;
}

/** Series of this workspace, where several share a Prometheus. */
export function seriesOf(metric: string, labels: Parameters<typeof selector>[1], { workspace }: { readonly workspace: string }): string {
  return selector(metric, [...labels, ...Object.entries(workspaceLabels(workspace))]);
}

/** What a metric can be called. */
export const metricName = { expression: '\\S{1,200}', words: 'a name without spaces' };

/** The name of a target as the value of a label: `default`, or whom it is for, as `tier:gold region:AT`. */
export function targetLabel({ tier, persona, region }: SlaTarget): string {
  const named = [['tier', tier], ['persona', persona], ['region', region]].flatMap(([sort, name]) => (name === undefined ? [] : [`${sort}:${name}`]));
  return named.join(' ') || 'default';
}

/** A length of time by the clock on the wall. Prometheus knows no calendar: a month is 30 days and a year 365. */
export function wallSeconds(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const reading = parseDuration(text);
  if ('problem' in reading) return undefined;
  const { months, days, seconds } = reading.duration;
  return (Math.floor(months / 12) * 365 + (months % 12) * 30 + days) * 86_400 + seconds;
}
