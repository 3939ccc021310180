import { calendarLender, calendarOfPromise } from '../../../analysis/calendar-of-promise.js';
import { valueInUnit } from '../../../analysis/kpi/value-in-unit.js';
import { aimOf } from '../../../analysis/kpi-goals.js';
import { groupName, isDefault } from '../../../analysis/target-groups.js';
import { millionths, percentText } from '../../../base/exact.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { Kpi } from '../../../schema/kinds/kpi.js';
import type { Sla, SlaTarget } from '../../../schema/kinds/sla.js';
import type { LossHere } from '../../target.js';
import { dimensionLabel } from '../prometheus/kpi-rules.js';
import { seriesOf, targetLabel, wallSeconds } from '../prometheus/metrics.js';
import type { Chart } from './panels.js';

/** What the series are called. */
export interface Settings {
  readonly kpiValue: string;
  /** The label `workspace` that all series have; empty for none. */
  readonly workspace: string;
}

/** What was kept of a promise and what is promised, as the rules of Prometheus record it: one chart for each target. */
export function promiseCharts(workspace: Workspace, { id, value }: Spec<'Sla'>, settings: Settings): readonly Chart[] {
  const { title, targets = [], window, provider } = value;
  const calendar = calendarOfPromise(workspace, value);
  return targets.map((target): Chart => {
    const known = [['sla', id], ['target', targetLabel(target)]] as const;
    const time = target.within === undefined ? '' : ` within ${target.within} on ${calendar}`;
    const share = millionths(target.percent ?? 100);
    return {
      title: `${title}: ${whoOf(target, targets)}`,
      description: `Promised: ${share === undefined ? target.percent : percentText(share)} %${time}${window === undefined ? '' : `, over ${window}`}.${provider === undefined ? '' : ` Kept by ${provider}.`}`,
      unit: 'percentunit',
      steps: [{ value: null, color: 'red' }, { value: (share ?? (target.percent ?? 100) * 10_000) / 1_000_000, color: 'green' }],
      lines: [...(hasRecord(value) ? [{ expr: `1 - ${seriesOf('waymark:promise_missed:ratio', known, settings)}`, legend: 'kept {{journey}} {{tier}} {{persona}} {{region}}' }] : []), { expr: seriesOf('waymark:promise_target:ratio', known, settings), legend: 'promised' }],
    };
  });
}

/** Without a window Prometheus keeps no series of what was missed. */
function hasRecord({ window }: Sla): boolean {
  return (wallSeconds(window) ?? 0) > 0;
}

/** What the charts of a promise do not show. */
export function promiseLosses({ coordinate, value }: Spec<'Sla'>): readonly LossHere[] {
  return hasRecord(value) ? [] : [{ subject: coordinate, field: 'window', reason: 'Its charts show what is promised and not what was kept, because nobody says over which period its percent holds: give it a `window`.' }];
}

/** The calendar of the workspace, where no chart says that a time is counted on it. */
export function unusedCalendar(workspace: Workspace, shown: readonly Spec<'Sla'>[]): readonly LossHere[] {
  const { root } = workspace;
  const isNamed = shown.some(({ value }) => (value.targets ?? []).some(({ within }) => within !== undefined) && calendarLender(workspace, value).length > 0);
  return root?.value.defaultCalendar === undefined || isNamed ? [] : [{ subject: root.coordinate, field: 'defaultCalendar', sort: 'limit', reason: 'No chart is of a promise whose time is counted on it.' }];
}

function whoOf(target: SlaTarget, targets: readonly SlaTarget[]): string {
  return targets.length === 1 && isDefault(target) ? 'everybody' : groupName(target).replaceAll('`', '');
}

/** The value of a KPI over all cases. The series of its parts have a label more. */
export function kpiChart({ id, value }: Spec<'Kpi'>, settings: Settings): Chart {
  const dimensions = [...(value.dimensions ?? []), ...(value.alerts ?? []).flatMap(({ segment = [] }) => segment)];
  const labels = [['kpi', id], ...[...new Set(dimensions.map(dimensionLabel))].map((label) => [label, ''] as const)] as const;
  return { title: value.title, description: aimWords(value), unit: unitOf(value.unit), steps: stepsOf(value), lines: [{ expr: seriesOf(settings.kpiValue, labels as readonly (readonly [string, string])[], settings), legend: value.unit ?? id }] };
}

function aimWords({ direction, target, unit }: Kpi): string {
  const better = direction === undefined ? '' : { up: 'Higher is better.', down: 'Lower is better.', band: 'It is to stay in a band.' }[direction];
  const { value, from, to, by } = target ?? {};
  const parts = [value === undefined ? '' : valueInUnit(value, unit), from === undefined ? '' : `from ${valueInUnit(from, unit)}`, to === undefined ? '' : `to ${valueInUnit(to, unit)}`, by === undefined ? '' : `by ${by}`].filter((part) => part !== '');
  return [better, parts.length === 0 ? '' : `Target: ${parts.join(', ')}.`].filter((part) => part !== '').join(' ');
}

/** Green where the aim is met, which it is at its ends as well: a colour holds from its value on, so red begins with the next number. */
function stepsOf(kpi: Kpi): Chart['steps'] {
  const { least, most } = aimOf(kpi) ?? {};
  const begin = { value: null, color: least === undefined ? 'green' : 'red' };
  return [begin, ...(least === undefined ? [] : [{ value: least, color: 'green' }]), ...(most === undefined || (least !== undefined && most < least) ? [] : [{ value: nextAbove(most), color: 'red' }])];
}

/** The next number above one that a program can tell from it. */
function nextAbove(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, value);
  bytes.setBigInt64(0, bytes.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return bytes.getFloat64(0);
}

/** Units as Grafana names them. */
function unitOf(unit: string | undefined): string {
  const [, word = '', inside] = /^([a-z]+)(?:\((.*)\))?$/.exec(unit ?? '') ?? [];
  if (word === 'duration') return inside ?? 'h';
  if (word === 'currency') return `currency${inside}`;
  return ({ ratio: 'percentunit', percent: 'percent' } as { readonly [word: string]: string })[word] ?? 'none';
}
