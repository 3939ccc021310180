import { rungTime } from '../../../analysis/ladders.js';
import { wallDay } from '../../../analysis/promised-time.js';
import type { Spec } from '../../../model/spec.js';
import type { Escalation, Rung } from '../../../schema/kinds/journey.js';
import type { GeneratorInput, LossHere } from '../../target.js';
import { promDuration, selector } from '../../text/promql.js';
import { alertNames, rungLabels, type AlertRule, type Labels, type RuleGroup } from './alerts.js';
import { kpiConditions } from './kpi-rules.js';
import { wallSeconds, type MetricNames } from './metrics.js';
import { dayCalendars, hundredth, minuteBefore, openTrial, promisedBy } from './promise-rules.js';

/** The rules of a ladder, and what could not be written. */
export interface LadderRules {
  readonly group: RuleGroup;
  readonly losses: readonly LossHere[];
}

/** One rule for each rung and each way to reach it. */
export function ladderRules(input: GeneratorInput, journey: Spec<'Journey'>, ladder: Escalation, metrics: MetricNames): LadderRules {
  const { sla, kpi, event } = ladder.trigger ?? {};
  const name = `escalation/${journey.id}/${ladder.id}`;
  const at: Place = { journey, ladder, rungs: ladder.rungs ?? [], metrics };
  const promise = input.all('Sla').find(({ id }) => id === sla);
  const number = input.all('Kpi').find(({ id }) => id === kpi);
  const { rules, sources } = promise !== undefined ? ofPromise(input, at, promise) : number !== undefined ? ofKpi(at, number) : event !== undefined ? ofEvent(at, event) : nothing;
  const written = new Set(rules.map(({ labels }) => labels['rung']));
  const lost = at.rungs.some((_, index) => !written.has(String(index + 1)));
  return { group: { name, sources: [journey, ...sources], rules }, losses: lost ? [lossOf(journey, ladder, promise !== undefined || number !== undefined || event !== undefined)] : [] };
}

interface Place {
  readonly journey: Spec<'Journey'>;
  readonly ladder: Escalation;
  readonly rungs: readonly Rung[];
  readonly metrics: MetricNames;
}

interface Found {
  readonly rules: readonly AlertRule[];
  readonly sources: readonly Spec[];
}

const nothing: Found = { rules: [], sources: [] };

function lossOf({ coordinate }: Spec, { id, trigger = {} }: Escalation, hasTrigger: boolean): LossHere {
  if (!hasTrigger) return { subject: coordinate, field: 'escalations.trigger', reason: `Nothing that is written here sets \`${id}\` off: it names no promise, event or KPI that binds.` };
  const reason = trigger.kpi !== undefined ? 'its rungs need a time after an alert, and the KPI an alert with a threshold' : trigger.event !== undefined ? 'its rungs need a time after the event' : 'its rungs need a time in seconds of the promise';
  return { subject: coordinate, field: 'escalations.rungs.after', reason: `A rung of \`${id}\` is reached at no time that can be counted: ${reason}.` };
}

/** When the oldest open case reaches the time of the rung. */
function ofPromise({ workspace }: GeneratorInput, { journey, ladder, rungs, metrics }: Place, sla: Spec<'Sla'>): Found {
  const promised = promisedBy(workspace, sla);
  const rules = promised.targets.flatMap(({ target, label, who, seconds }) => rungs.flatMap((rung, index): readonly AlertRule[] => {
    const time = rungTime(rung, seconds === undefined ? undefined : { target, time: seconds * 100 }, promised.day);
    if (time === undefined) return [];
    const at = hundredth(time);
    return [{
      ...told(journey, ladder, rung, index, { sla: sla.id, target: label, severity: 'page' }, `the oldest case of ${who} has used ${rung.after}${rung.after?.endsWith('%') === true ? ` of ${target.within}` : ''} (${sla.value.title})`),
      expr: `max(${selector(metrics.promiseOpen, [['sla', sla.id], ['target', label], ['journey', journey.id]])}) >= ${at}`,
      hold: 0,
      watches: `open ${sla.id} ${label} ${journey.id}`,
      holds: (value) => value >= at,
      trials: [openTrial(sla.id, label, journey.id, minuteBefore(at), {}, metrics.promiseOpen)],
    }];
  }));
  const times = [...promised.targets.map(({ target }) => target.within), ...rungs.map(({ after }) => after)];
  return { rules, sources: [sla, ...dayCalendars(workspace, sla, times)] };
}

/** When an alert of the KPI has lasted for so long. */
function ofKpi({ journey, ladder, rungs, metrics }: Place, kpi: Spec<'Kpi'>): Found {
  const conditions = kpiConditions(kpi, metrics, journey.id);
  const rules = rungs.flatMap((rung, index) => {
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
  return { rules, sources: [kpi] };
}

/** When so much time has passed since the event. */
function ofEvent({ journey, ladder, rungs, metrics }: Place, event: string): Found {
  const rules = rungs.flatMap((rung, index): readonly AlertRule[] => {
    const time = rungTime(rung, undefined, wallDay);
    if (time === undefined) return [];
    const at = hundredth(time);
    const labels = [['journey', journey.id], ['escalation', ladder.id]] as const;
    return [{
      ...told(journey, ladder, rung, index, { event, severity: 'page' }, `${promDuration(at)} have passed since ${event}`),
      expr: `max(${selector(metrics.escalationOpen, labels)}) >= ${at}`,
      hold: 0,
      watches: `since ${journey.id} ${ladder.id}`,
      holds: (value) => value >= at,
      trials: [{ name: `${journey.id}/${ladder.id}: ${at} s after ${event}`, seen: minuteBefore(at), series: [{ series: selector(metrics.escalationOpen, labels), values: minuteBefore(at) }], labels: {} }],
    }];
  });
  return { rules, sources: [] };
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
