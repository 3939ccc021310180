import { millionths } from '../../../base/exact.js';
import type { Path } from '../../../base/json.js';
import { listOf } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { Objective as SystemObjective } from '../../../schema/kinds/system.js';
import type { Sla, SlaTarget } from '../../../schema/kinds/sla.js';
import { calendarOfPromise } from '../../../analysis/calendar-of-promise.js';
import { isDefault } from '../../../analysis/target-groups.js';
import type { LossHere } from '../../target.js';
import { isTooLong, shorthandOf } from './objects.js';

/** A share that is promised: one SLO with one objective. OpenSLO compares each SLO with one indicator, and each target counts cases of its own. */
export interface Objective {
  readonly spec: Spec<'Sla'> | Spec<'System'>;
  /** What its name is made from. */
  readonly key: string;
  /** Whom or what it is about, and how fast, in words. */
  readonly words: string;
  /** Between 0 and 1. */
  readonly share: number;
  /** The period, as it is written in the document. */
  readonly window: string | undefined;
  readonly escalation: string | undefined;
  /** What its cases are counted by. */
  readonly counted: Counted;
}

/** What tells the numbers of one objective from those of others. */
export type Counted = { readonly promise: string; readonly group: SlaTarget } | { readonly system: string; readonly metric: 'availability' | 'success-rate' };

/** What can be written of a document, and what cannot. */
export interface Readings {
  readonly objectives: readonly Objective[];
  readonly losses: readonly LossHere[];
}

const whole = 'OpenSLO knows no target of 100 %: there is no error budget that could be used up.';

/** The targets of a promise. */
export function objectivesOf(workspace: Workspace, spec: Spec<'Sla'>): Readings {
  const { targets = [], window, escalation } = spec.value;
  const calendar = calendarOfPromise(workspace, spec.value);
  const read = targets.map((target, index): Objective | LossHere => {
    const share = shareOf(target.percent ?? 100);
    const key = [spec.id, ...groupWords(target), ...(isRepeated(targets, index) ? [`${index + 1}`] : [])].join(' ');
    return share === undefined ? lossAt(spec, ['targets', index], whole) : { spec, key, words: wordsOf(spec.value, calendar, target), share, window, escalation, counted: { promise: spec.id, group: target } };
  });
  return readingsOf(read, [...lossesOfTexts(spec, window), ...countedTogether(spec, targets.filter((_, index) => 'share' in read[index]!))]);
}

/** What is said of texts counts where anything is written. */
function readingsOf(read: readonly (Objective | LossHere)[], more: readonly LossHere[]): Readings {
  const objectives = read.flatMap((each) => ('share' in each ? [each] : []));
  return { objectives, losses: [...read.flatMap((each) => ('reason' in each ? [each] : [])), ...(objectives.length === 0 ? [] : more)] };
}

function isRepeated(targets: readonly SlaTarget[], index: number): boolean {
  const name = (target: SlaTarget): string => groupWords(target).join('-');
  return targets.slice(0, index).some((other) => name(other) === name(targets[index]!));
}

function lossesOfTexts(spec: Spec<'Sla'>, window: string | undefined): readonly LossHere[] {
  return [
    ...(isTooLong(spec.value.description) ? [lossAt(spec, ['description'], 'OpenSLO takes no description of more than 1050 characters, and none is cut off.')] : []),
    ...(window !== undefined && shorthandOf(window) === undefined ? [lossAt(spec, ['window'], unusualWindow)] : []),
  ];
}

/** An SLO has one number: what has to hold for each of several by itself is a share of all of them together there, in which one that does badly is hidden. */
function countedTogether({ coordinate, value }: Spec<'Sla'>, written: readonly SlaTarget[]): readonly LossHere[] {
  const parts = [...new Set(written.flatMap(({ each = 'pool' }) => (each === 'pool' ? [] : [each])))];
  const lost = (field: string, part: string): LossHere => ({ subject: coordinate, field, sort: 'limit', reason: `What has to hold for each ${part} by itself is written as the share of all cases together, so nobody is told of one that keeps less. The target \`prometheus\` watches each.` });
  return [...(parts.length === 0 ? [] : [lost('targets.each', listOf(parts, 'or'))]), ...(value.eachJourney === true ? [lost('eachJourney', 'journey')] : [])];
}

const unusualWindow = 'OpenSLO counts a window in one unit, from minutes to years, and this one takes more than one, or seconds.';

/** What operators aim for. */
export function systemObjectivesOf(spec: Spec<'System'>): Readings {
  const read = (spec.value.objectives ?? []).map((objective, index) => readObjective(spec, objective, index));
  const windows = read.flatMap((each, index) => ('share' in each && each.window !== undefined && shorthandOf(each.window) === undefined ? [lossAt(spec, ['objectives', index, 'window'], unusualWindow)] : []));
  return readingsOf(read, windows);
}

function readObjective(spec: Spec<'System'>, { metric, target, window, escalation }: SystemObjective, index: number): Objective | LossHere {
  if (metric === 'latency') return lossAt(spec, ['objectives', index], 'For a latency, OpenSLO asks what share of the requests is to be as fast, and the document does not say.');
  const share = typeof target === 'number' ? shareOf(target) : undefined;
  if (metric === undefined || share === undefined) return lossAt(spec, ['objectives', index], target === 100 ? whole : 'An objective without a metric or without a percent cannot be written.');
  const earlier = (spec.value.objectives ?? []).slice(0, index).some((other) => other.metric === metric);
  const words = metric === 'availability' ? 'available' : 'answers without a failure';
  return { spec, key: `system ${spec.id} ${metric}${earlier ? ` ${index + 1}` : ''}`, words, share, window, escalation, counted: { system: spec.id, metric } };
}

/** `undefined` for all, of which nothing may fail. Read from the decimal text, because 99.9 / 100 is not 0.999 in binary fractions. */
function shareOf(percent: number): number | undefined {
  const exact = millionths(percent);
  return percent >= 100 ? undefined : exact === undefined ? percent / 100 : exact / 1_000_000;
}

function wordsOf({ metric, targets = [] }: Sla, calendar: string, target: SlaTarget): string {
  const time = target.within === undefined ? [] : [`within ${target.within} on ${calendar}`];
  const what = metric === 'availability' ? [`available on ${calendar}`] : metric === 'quality-rate' ? ['right'] : [];
  const others = isDefault(target) && targets.length > 1 ? ['everybody else'] : [];
  return [...what, ...time, ...groupWords(target), ...others].join(', ') || 'everybody';
}

function groupWords(target: SlaTarget): readonly string[] {
  return (['tier', 'persona', 'region'] as const).flatMap((name) => (target[name] === undefined ? [] : [`${name} ${target[name]}`]));
}

function lossAt(spec: Spec, at: Path, reason: string): LossHere {
  const field = at.filter((part) => typeof part === 'string').join('.');
  return { subject: spec.coordinate, field, ...(at.length > 1 ? { at } : {}), reason };
}
