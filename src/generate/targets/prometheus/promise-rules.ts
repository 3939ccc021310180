import { calendarLender } from '../../../analysis/calendar-of-promise.js';
import { secondsOf } from '../../../analysis/promised-time.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { SlaTarget } from '../../../schema/kinds/sla.js';
import { promDuration } from '../../text/promql.js';
import { alertNames, type AlertRule, type Labels, type RecordRule, type RuleGroup, type Trial } from './alerts.js';
import { seriesOf, wallSeconds, type MetricNames } from './metrics.js';
import { missedRules, ratioOf } from './missed-share.js';
import { dayCalendars, defined, type Promised, type PromisedTarget, type Shares } from './promises.js';

/** The rules of a promise: what is promised, how much of it is missed, and who is told. */
export function promiseRules(workspace: Workspace, promised: Promised, metrics: MetricNames): RuleGroup {
  const { spec, targets } = promised;
  const { floor, warnAt } = spec.value;
  const times = [floor, ...(warnAt === undefined ? [] : targets.map(({ target }) => target.within))];
  const rules = targets.flatMap((each) => [goalRule(promised, each), ...sharesMissed(promised, each, metrics), ...atRiskRules(promised, each, metrics)]);
  return { name: `promise/${spec.id}`, sources: [spec, ...calendarLender(workspace, spec.value), ...dayCalendars(workspace, promised, times)], rules: [...rules, ...floorRules(promised, metrics)] };
}

/** The rules of a promise that stands in a journey: what is promised, and how much of it is missed. Nobody is named for it who could be warned. */
export function placeRules(shares: Shares, sources: readonly Spec[], metrics: MetricNames): RuleGroup {
  return { name: `promise/${shares.id}`, sources, rules: shares.targets.flatMap((each) => [goalRule(shares, each), ...sharesMissed(shares, each, metrics)]) };
}

/** What is promised, as a series: the labels say it in words. */
function goalRule(shares: Shares, { target, label }: SharedTarget): RecordRule {
  const { title, calendar, window } = shares;
  const { within } = target;
  const words = defined({ title, calendar, window, within, counted_by: countedBy(shares, target).join(',') || undefined });
  return { record: 'waymark:promise_target:ratio', expr: `vector(${ratioOf(target.percent)})`, labels: { ...labelsOf(shares, label), ...words } };
}

type SharedTarget = Shares['targets'][number];

function labelsOf({ id, labels }: Shares, target: string): Labels {
  return { sla: id, target, ...labels };
}

/** The labels whose every value keeps the percent for itself. */
function countedBy({ isForEachJourney }: Shares, { each = 'pool' }: SlaTarget): readonly string[] {
  return [...(isForEachJourney ? ['journey'] : []), ...(each === 'pool' ? [] : [each])];
}

/** Without a window nobody knows over which cases the percent holds. */
function sharesMissed(shares: Shares, { target, label, who }: SharedTarget, metrics: MetricNames): readonly (AlertRule | RecordRule)[] {
  const seconds = wallSeconds(shares.window);
  if (seconds === undefined || seconds === 0) return [];
  const by = countedBy(shares, target);
  const alone = by.length === 0 ? '' : `, each ${by.join(' and ')} for itself`;
  return missedRules({
    counter: metrics.promiseCases,
    known: [['sla', shares.id], ['target', label]],
    words: { good: 'kept', bad: 'missed' },
    by,
    percent: target.percent,
    seconds,
    record: 'waymark:promise_missed:ratio',
    alert: alertNames.missed,
    labels: labelsOf(shares, label),
    summary: `${shares.title}: fewer than ${target.percent ?? 100} % of the cases of ${who} were kept in ${promDuration(seconds)}${alone}`,
  }, metrics);
}

function atRiskRules(promised: Promised, { target, label, who, seconds }: PromisedTarget, metrics: MetricNames): readonly AlertRule[] {
  const { spec } = promised;
  const { warnAt, title } = spec.value;
  if (warnAt === undefined || seconds === undefined) return [];
  const at = hundredth(warnAt * seconds);
  return [{
    ...openCase(promised, label, at, metrics),
    alert: alertNames.atRisk,
    labels: { ...labelsOf(promised, label), severity: 'warn' },
    annotations: { summary: `${title}: the oldest case of ${who} has used ${warnAt} % of ${target.within}` },
  }];
}

function floorRules(promised: Promised, metrics: MetricNames): readonly AlertRule[] {
  const { spec, day } = promised;
  const { floor, title } = spec.value;
  const seconds = floor === undefined ? undefined : secondsOf(floor, day);
  if (floor === undefined || seconds === undefined) return [];
  return [{
    alert: alertNames.floor,
    expr: `max by (journey) (${seriesOf(metrics.promiseOpen, [['sla', spec.id]], metrics)}) > ${seconds}`,
    hold: 0,
    labels: { ...labelsOf(promised, 'any'), severity: 'page' },
    annotations: { summary: `${title}: a case is open for longer than ${floor}, the worst that anybody may get` },
    watches: `open ${spec.id} any`,
    holds: (value) => value > seconds,
    trials: [openTrial(spec.id, 'any', 'some-journey', [seconds, seconds + 60], { journey: 'some-journey' }, metrics)],
  }];
}

/** What is set off when the oldest open case has taken so many seconds in the promise's own clock. */
function openCase({ spec }: Promised, label: string, at: number, metrics: MetricNames): Pick<AlertRule, 'expr' | 'hold' | 'watches' | 'holds' | 'trials'> {
  return {
    expr: `max by (journey) (${seriesOf(metrics.promiseOpen, [['sla', spec.id], ['target', label]], metrics)}) >= ${at}`,
    hold: 0,
    watches: `open ${spec.id} ${label}`,
    holds: (value) => value >= at,
    trials: [openTrial(spec.id, label, 'some-journey', minuteBefore(at), { journey: 'some-journey' }, metrics)],
  };
}

/** A case that grows older: what the rules see before they are set off, and then. */
export function openTrial(sla: string, target: string, journey: string, seen: readonly number[], labels: Labels, metrics: MetricNames): Trial {
  return { name: `${sla} (${target}): a case of ${journey} grows older, to ${seen.at(-1)} s`, seen, series: [{ series: seriesOf(metrics.promiseOpen, [['sla', sla], ['target', target], ['journey', journey]], metrics), values: seen }], labels };
}

/** The second before it is reached, no more than a minute before. */
export function minuteBefore(at: number): readonly [number, number] {
  return [at > 60 ? at - 60 : at > 0 ? 0 : -1, at];
}

/** A hundredth, without the noise of binary fractions. */
export function hundredth(value: number): number {
  return Number((value / 100).toPrecision(12));
}
