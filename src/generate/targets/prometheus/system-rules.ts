import type { Spec } from '../../../model/spec.js';
import type { Objective } from '../../../schema/kinds/system.js';
import type { LossHere } from '../../target.js';
import { promDuration } from '../../text/promql.js';
import { alertNames, type AlertRule, type RecordRule, type RuleGroup } from './alerts.js';
import { wallSeconds, type MetricNames } from './metrics.js';
import { missedRules, ratioOf } from './missed-share.js';
import { defined } from './promises.js';

/** An objective of a system that rules can be written for: a share of checks that went well. */
export interface SystemShare {
  readonly metric: 'availability' | 'success-rate';
  readonly percent: number;
  readonly window: string | undefined;
  readonly escalation: string | undefined;
  /** Its number among the objectives of the system. */
  readonly index: number;
}

/** The objectives of a system that rules are written for. Of two for one metric the first one counts. */
export function systemShares({ value: { objectives = [] } }: Spec<'System'>): readonly SystemShare[] {
  return objectives.flatMap(({ metric, target, window, escalation }, index): readonly SystemShare[] => {
    if (metric === undefined || metric === 'latency' || typeof target !== 'number' || isDoubled(objectives, index)) return [];
    return [{ metric, percent: target, window, escalation, index }];
  });
}

function isDoubled(objectives: readonly Objective[], index: number): boolean {
  return objectives.slice(0, index).some(({ metric }) => metric === objectives[index]!.metric);
}

/** The rules of a system: what is aimed for, how much of it was missed, and who is called. */
export function systemRules(spec: Spec<'System'>, metrics: MetricNames): RuleGroup {
  return { name: `system/${spec.id}`, sources: [spec], rules: systemShares(spec).flatMap((share) => rulesOf(spec, share, metrics)) };
}

function rulesOf({ id, value: { title } }: Spec<'System'>, { metric, percent, window, escalation }: SystemShare, metrics: MetricNames): readonly (AlertRule | RecordRule)[] {
  const labels = defined({ system: id, metric, to: escalation });
  const goal: RecordRule = { record: 'waymark:system_target:ratio', expr: `vector(${ratioOf(percent)})`, labels: { ...labels, ...defined({ title, window }) } };
  const seconds = wallSeconds(window);
  if (seconds === undefined || seconds === 0) return [goal];
  const what = metric === 'availability' ? 'it was available in' : 'it succeeded in';
  return [goal, ...missedRules({
    counter: metrics.systemChecks,
    known: [['system', id], ['metric', metric]],
    words: { good: 'good', bad: 'bad' },
    by: [],
    percent,
    seconds,
    record: 'waymark:system_missed:ratio',
    alert: alertNames.system,
    labels,
    summary: `${title}: ${what} fewer than ${percent} % of the checks in ${promDuration(seconds)}`,
  }, metrics)];
}

/** What of the objectives of a system rules cannot be written for. */
export function systemLosses(spec: Spec<'System'>): readonly LossHere[] {
  const { objectives = [] } = spec.value;
  const written = new Map(systemShares(spec).map((share) => [share.index, share]));
  return objectives.flatMap((objective, index): readonly LossHere[] => {
    const lost = (field: string, reason: string): LossHere => ({ subject: spec.coordinate, field: ['objectives', ...(field === '' ? [] : [field])].join('.'), at: ['objectives', index, ...(field === '' ? [] : [field])], reason });
    if (!written.has(index)) return [lost('', whyUnwritten(objective, isDoubled(objectives, index)))];
    return wallSeconds(objective.window) ? [] : [lost('window', `Nobody is called when too few checks of its ${objective.metric} go well, because nobody says over which period: give it a \`window\`.`)];
  });
}

function whyUnwritten({ metric }: Objective, isRepeated: boolean): string {
  if (metric === 'latency') return 'For a latency rules ask what share of the requests is to be as fast, and the document has no place for that.';
  if (metric === undefined) return 'It says nothing that could be measured: give it a `metric`.';
  return isRepeated ? `An objective before it is about the ${metric} as well, and only one of them can be compared with what was measured.` : 'It says no percent: give it a `target`.';
}
