import { calendarLender } from '../../../analysis/calendar-of-promise.js';
import { rungTime } from '../../../analysis/ladders.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { Escalation, Rung } from '../../../schema/kinds/journey.js';
import { promDuration } from '../../text/promql.js';
import { alertNames, rungLabels, type AlertRule, type Labels, type RuleGroup } from './alerts.js';
import { kpiConditions } from './kpi-rules.js';
import { seriesOf, wallSeconds, type MetricNames } from './metrics.js';
import { hundredth, minuteBefore, openTrial } from './promise-rules.js';
import { dayCalendars, type Promised } from './promises.js';

/** What can set a ladder off, by its id. */
export interface Triggers {
  readonly promises: ReadonlyMap<string, Promised>;
  readonly kpis: ReadonlyMap<string, Spec<'Kpi'>>;
}

/** One rule for each rung and each way to reach it. */
export function ladderRules(workspace: Workspace, metrics: MetricNames, triggers: Triggers, journey: Spec<'Journey'>, ladder: Escalation): RuleGroup {
  const { sla, kpi, event } = ladder.trigger ?? {};
  const at: Place = { journey, ladder, rungs: ladder.rungs ?? [], metrics };
  const [promise, number] = [triggers.promises.get(sla ?? ''), triggers.kpis.get(kpi ?? '')];
  const sources = promise !== undefined ? [promise.spec, ...calendarLender(workspace, promise.spec.value), ...dayCalendars(workspace, promise, timesOf(promise, at.rungs))] : number !== undefined ? [number] : [];
  const rules = promise !== undefined ? ofPromise(at, promise) : number !== undefined ? ofKpi(at, number) : event !== undefined ? ofEvent(at, event) : [];
  return { name: `escalation/${journey.id}/${ladder.id}`, sources: [journey, ...sources], rules };
}

interface Place {
  readonly journey: Spec<'Journey'>;
  readonly ladder: Escalation;
  readonly rungs: readonly Rung[];
  readonly metrics: MetricNames;
}

function timesOf({ targets }: Promised, rungs: readonly Rung[]): readonly (string | undefined)[] {
  return [...targets.map(({ target }) => target.within), ...rungs.map(({ after }) => after)];
}

/** When the oldest open case reaches the time of the rung. */
function ofPromise({ journey, ladder, rungs, metrics }: Place, { spec: sla, day, targets }: Promised): readonly AlertRule[] {
  return targets.flatMap(({ target, label, who, seconds }) => rungs.flatMap((rung, index): readonly AlertRule[] => {
    const time = rungTime(rung, seconds === undefined ? undefined : { target, time: seconds * 100 }, day);
    if (time === undefined) return [];
    const at = hundredth(time);
    return [{
      ...told(journey, ladder, rung, index, { sla: sla.id, target: label, severity: 'page' }, `the oldest case of ${who} has used ${rung.after}${rung.after?.endsWith('%') === true ? ` of ${target.within}` : ''} (${sla.value.title})`),
      expr: `max(${seriesOf(metrics.promiseOpen, [['sla', sla.id], ['target', label], ['journey', journey.id]], metrics)}) >= ${at}`,
      hold: 0,
      watches: `open ${sla.id} ${label} ${journey.id}`,
      holds: (value) => value >= at,
      trials: [openTrial(sla.id, label, journey.id, minuteBefore(at), {}, metrics)],
    }];
  }));
}

/** When an alert of the KPI has lasted for so long. */
function ofKpi({ journey, ladder, rungs, metrics }: Place, kpi: Spec<'Kpi'>): readonly AlertRule[] {
  const conditions = kpiConditions(kpi, metrics, journey.id);
  return rungs.flatMap((rung, index) => {
    const after = rung.after?.endsWith('%') === true ? undefined : wallSeconds(rung.after);
    if (after === undefined) return [];
    return conditions.map(({ severity, when, hold, expr, watches, holds, trials }): AlertRule => ({
      ...told(journey, ladder, rung, index, { kpi: kpi.id, severity, when }, `${kpi.value.title} is ${when}, and has been so for ${promDuration(after)} more`),
      expr,
      hold: hold + after,
      watches,
      holds,
      trials,
    }));
  });
}

/** When so much time has passed since the event. */
function ofEvent({ journey, ladder, rungs, metrics }: Place, event: string): readonly AlertRule[] {
  return rungs.flatMap((rung, index): readonly AlertRule[] => {
    const at = rung.after?.endsWith('%') === true ? undefined : wallSeconds(rung.after);
    if (at === undefined) return [];
    const labels = [['journey', journey.id], ['escalation', ladder.id]] as const;
    return [{
      ...told(journey, ladder, rung, index, { event, severity: 'page' }, `${promDuration(at)} have passed since ${event}`),
      expr: `max(${seriesOf(metrics.escalationOpen, labels, metrics)}) >= ${at}`,
      hold: 0,
      watches: `since ${journey.id} ${ladder.id}`,
      holds: (value) => value >= at,
      trials: [{ name: `${journey.id}/${ladder.id}: ${at} s after ${event}`, seen: minuteBefore(at), series: [{ series: seriesOf(metrics.escalationOpen, labels, metrics), values: minuteBefore(at) }], labels: {} }],
    }];
  });
}

/** Whom a rung tells, and what. */
function told({ id, value }: Spec<'Journey'>, ladder: Escalation, { to, action, decisionRight }: Rung, index: number, cause: Labels, why: string): Pick<AlertRule, 'alert' | 'labels' | 'annotations'> {
  return {
    alert: alertNames.escalation,
    labels: { ...rungLabels(id, ladder.id, index + 1), ...cause, ...(to === undefined ? {} : { to }) },
    annotations: {
      summary: `${value.title}: ${why}`,
      ...(action === undefined ? {} : { action }),
      ...(decisionRight === undefined ? {} : { decides: decisionRight ? 'You may decide about the case.' : 'The decision is not yours.' }),
    },
  };
}
