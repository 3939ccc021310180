import { valueInUnit } from '../../../analysis/kpi/value-in-unit.js';
import { listOf, quoted } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import type { KpiAlert } from '../../../schema/kinds/kpi.js';
import type { LossHere } from '../../target.js';
import { anyText, labelName, promDuration } from '../../text/promql.js';
import { alertNames, type AlertRule, type Labels, type RuleGroup, type Trial } from './alerts.js';
import { atLeast, atMost } from './limits.js';
import { seriesOf, wallSeconds, type MetricNames } from './metrics.js';

/** Labels that the rules use themselves. */
const ownLabels: ReadonlySet<string> = new Set(['alertname', 'kpi', 'severity', 'when', 'unit', 'owner', 'to', 'event', 'escalation', 'rung', 'workspace', 'job', 'instance', 'le', 'quantile']);

/** An attribute by which a KPI is split, as a label of its series. */
export function dimensionLabel(dimension: string): string {
  return labelName(dimension, ownLabels);
}

/** A condition on a KPI that somebody is told of, as rules are written from it. */
export interface KpiCondition {
  readonly alert: KpiAlert;
  readonly severity: string;
  /** In words: `below 0.6 for 7d, each region`. */
  readonly when: string;
  readonly hold: number;
  readonly expr: string;
  readonly watches: string;
  holds(value: number): boolean;
  readonly trials: readonly Trial[];
}

/** The alerts of a KPI, each once, where they have a threshold. In a journey, only its own part of a KPI that is watched for each journey. */
export function kpiConditions(spec: Spec<'Kpi'>, metrics: MetricNames, journey?: string): readonly KpiCondition[] {
  const conditions = (spec.value.alerts ?? []).flatMap((alert) => (isWritten(alert) ? conditionOf(spec, alert, metrics, journey) : []));
  return [...new Map(conditions.map((condition) => [`${condition.severity} ${condition.when}`, condition])).values()];
}

/** An alert without a threshold, or split by names that become one label, cannot be written. */
function isWritten({ below, above, segment = [] }: KpiAlert): boolean {
  return (below !== undefined || above !== undefined) && new Set(segment.map(dimensionLabel)).size === new Set(segment).size;
}

function conditionOf(spec: Spec<'Kpi'>, alert: KpiAlert, metrics: MetricNames, journey: string | undefined): KpiCondition {
  const { below, above, segment = [], severity = 'warn' } = alert;
  const hold = wallSeconds(alert.for) ?? 0;
  const labels = seriesLabels(spec, segment, journey);
  const value = seriesOf(metrics.kpiValue, labels, metrics);
  const limits = [...(below === undefined ? [] : [atLeast(below)]), ...(above === undefined ? [] : [atMost(above)])];
  const sides = limits.map(({ text }) => `${value} ${text}`);
  const enough = spec.value.minSample === undefined ? '' : ` and ${seriesOf(metrics.kpiCases, labels, metrics)} >= ${spec.value.minSample}`;
  return {
    alert,
    severity,
    when: wordsOf(alert, spec.value.unit, hold),
    hold,
    expr: `${sides.length === 1 ? sides[0] : `(${sides.join(' or ')})`}${enough}`,
    watches: `${spec.id} ${JSON.stringify(labels.map(([name, match]) => [name, match === anyText ? true : match]))}`,
    holds: (seen) => limits.some(({ isPassed }) => isPassed(seen)),
    trials: trialsOf(spec, alert, labels, metrics),
  };
}

function wordsOf({ below, above, segment = [] }: KpiAlert, unit: string | undefined, hold: number): string {
  const sides = [...(below === undefined ? [] : [`below ${valueInUnit(below, unit)}`]), ...(above === undefined ? [] : [`above ${valueInUnit(above, unit)}`])].join(' or ');
  return `${sides}${hold === 0 ? '' : ` for ${promDuration(hold)}`}${segment.length === 0 ? '' : `, each ${segment.join(' and ')}`}`;
}

type SeriesLabels = readonly (readonly [string, string | typeof anyText])[];

/** A value that is about all cases has none of the labels by which the KPI is split; one that is about a part has those of the part alone. */
function seriesLabels({ id, value }: Spec<'Kpi'>, segment: readonly string[], journey: string | undefined): SeriesLabels {
  const split = new Set(segment.map(dimensionLabel));
  const others = new Set([...(value.dimensions ?? []), ...(value.alerts ?? []).flatMap((alert) => alert.segment ?? [])].map(dimensionLabel).filter((label) => !split.has(label)));
  const part = [...split].map((label) => [label, label === 'journey' && journey !== undefined ? journey : anyText] as const);
  return [['kpi', id], ...part, ...[...others].map((label) => [label, ''] as const)];
}

/** On the threshold itself nothing happens; one step further it does, where there are enough cases. */
function trialsOf({ id, value }: Spec<'Kpi'>, { below, above }: KpiAlert, match: SeriesLabels, metrics: MetricNames): readonly Trial[] {
  const labels = Object.fromEntries(match.flatMap(([name, text]) => (name === 'kpi' || text === '' ? [] : [[name, text === anyText ? `some-${name}` : text]])));
  const named = [['kpi', id], ...Object.entries(labels)] as readonly (readonly [string, string])[];
  const sides = [...(below === undefined ? [] : [[below, -1] as const]), ...(above === undefined ? [] : [[above, 1] as const])];
  return sides.flatMap(([threshold, way]) => {
    const seen = [threshold, Number((threshold + (way * Math.max(Math.abs(threshold), 1)) / 1000).toPrecision(12))];
    const trial = (name: string, cases: number | undefined): Trial => ({
      name,
      seen,
      series: [{ series: seriesOf(metrics.kpiValue, named, metrics), values: seen }, ...(cases === undefined ? [] : [{ series: seriesOf(metrics.kpiCases, named, metrics), values: [cases, cases] }])],
      labels,
    });
    const { minSample } = value;
    const far = trial(`${id}: ${way < 0 ? 'below' : 'above'} ${threshold}`, minSample);
    return minSample === undefined || minSample === 0 ? [far] : [far, { ...trial(`${id}: ${way < 0 ? 'below' : 'above'} ${threshold}, of too few cases`, minSample - 1), isQuiet: true }];
  });
}

/** The rules of a KPI. */
export function kpiRules(spec: Spec<'Kpi'>, metrics: MetricNames): RuleGroup {
  const { title, unit } = spec.value;
  const rules = kpiConditions(spec, metrics).map(({ severity, when, hold, expr, watches, holds, trials }): AlertRule => {
    const labels: Labels = { kpi: spec.id, severity, when, ...(unit === undefined ? {} : { unit }), owner: spec.owner };
    return { alert: alertNames.kpi, expr, hold, labels, annotations: { summary: `${title} is ${when}` }, watches, holds, trials };
  });
  return { name: `kpi/${spec.id}`, sources: [spec], rules };
}

/** Alerts that cannot be written. */
export function kpiLosses({ coordinate, value: { alerts = [] } }: Spec<'Kpi'>): readonly LossHere[] {
  return alerts.flatMap((alert, index) => (isWritten(alert) ? [] : [{ subject: coordinate, field: 'alerts', at: ['alerts', index], reason: `Alert ${index + 1} tells nobody: ${whyUnwritten(alert)}` }]));
}

function whyUnwritten({ below, above, segment = [] }: KpiAlert): string {
  if (below === undefined && above === undefined) return 'it has no threshold. Give it `below` or `above`.';
  return `it is split by ${listOf(quoted(segment))}, which are one name to Prometheus, because it knows letters, digits and \`_\` alone. Write them otherwise.`;
}
