import { aimOf } from '../../../analysis/kpi-goals.js';
import { groupName, isDefault } from '../../../analysis/target-groups.js';
import { millionths, percentText } from '../../../base/exact.js';
import type { Spec } from '../../../model/spec.js';
import type { Kpi } from '../../../schema/kinds/kpi.js';
import type { SlaTarget } from '../../../schema/kinds/sla.js';
import { selector } from '../../text/promql.js';
import { dimensionLabel } from '../prometheus/kpi-rules.js';
import { targetLabel } from '../prometheus/metrics.js';
import type { Chart } from './panels.js';

/** What was kept of a promise and what is promised, as the rules of Prometheus record it: one chart for each target. */
export function promiseCharts({ id, value }: Spec<'Sla'>): readonly Chart[] {
  const { title, targets = [], calendar, window, provider } = value;
  return targets.map((target): Chart => {
    const known = [['sla', id], ['target', targetLabel(target)]] as const;
    const time = target.within === undefined ? '' : ` within ${target.within}${calendar === undefined ? '' : ` on ${calendar}`}`;
    const share = millionths(target.percent ?? 100);
    return {
      title: `${title}: ${whoOf(target, targets)}`,
      description: `Promised: ${share === undefined ? target.percent : percentText(share)} %${time}${window === undefined ? '' : `, over ${window}`}.${provider === undefined ? '' : ` Kept by ${provider}.`}`,
      unit: 'percentunit',
      steps: [{ value: null, color: 'red' }, { value: (share ?? (target.percent ?? 100) * 10_000) / 1_000_000, color: 'green' }],
      lines: [{ expr: `1 - ${selector('waymark:promise_missed:ratio', known)}`, legend: 'kept {{journey}} {{tier}} {{persona}} {{region}}' }, { expr: selector('waymark:promise_target:ratio', known), legend: 'promised' }],
    };
  });
}

function whoOf(target: SlaTarget, targets: readonly SlaTarget[]): string {
  return targets.length === 1 && isDefault(target) ? 'everybody' : groupName(target).replaceAll('`', '');
}

/** The value of a KPI over all cases. The series of its parts have a label more. */
export function kpiChart({ id, value }: Spec<'Kpi'>, metric: string): Chart {
  const dimensions = [...(value.dimensions ?? []), ...(value.alerts ?? []).flatMap(({ segment = [] }) => segment)];
  const labels = [['kpi', id], ...[...new Set(dimensions.map(dimensionLabel))].map((label) => [label, ''] as const)] as const;
  return { title: value.title, description: aimWords(value), unit: unitOf(value.unit), steps: stepsOf(value), lines: [{ expr: selector(metric, labels as readonly (readonly [string, string])[]), legend: value.unit ?? id }] };
}

function aimWords({ direction, target }: Kpi): string {
  const better = direction === undefined ? '' : { up: 'Higher is better.', down: 'Lower is better.', band: 'It is to stay in a band.' }[direction];
  const { value, from, to, by } = target ?? {};
  const parts = [value === undefined ? '' : `${value}`, from === undefined ? '' : `from ${from}`, to === undefined ? '' : `to ${to}`, by === undefined ? '' : `by ${by}`].filter((part) => part !== '');
  return [better, parts.length === 0 ? '' : `Target: ${parts.join(', ')}.`].filter((part) => part !== '').join(' ');
}

/** Green where the aim is met. */
function stepsOf(kpi: Kpi): Chart['steps'] {
  const { least, most } = aimOf(kpi) ?? {};
  const begin = { value: null, color: least === undefined ? 'green' : 'red' };
  return [begin, ...(least === undefined ? [] : [{ value: least, color: 'green' }]), ...(most === undefined || (least !== undefined && most <= least) ? [] : [{ value: most, color: 'red' }])];
}

/** Units as Grafana names them. */
function unitOf(unit: string | undefined): string {
  const [, word = '', inside] = /^([a-z]+)(?:\((.*)\))?$/.exec(unit ?? '') ?? [];
  if (word === 'duration') return inside ?? 'h';
  if (word === 'currency') return `currency${inside}`;
  return ({ ratio: 'percentunit', percent: 'percent' } as { readonly [word: string]: string })[word] ?? 'none';
}
