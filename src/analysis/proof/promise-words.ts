/** Promises in words: whom they are for, what is promised, and what is left. Sentences are plain text; each format escapes them. */
import type { Budget, Group, PartOnPath, PromiseProof, Slack, TargetProof, Verdict } from './verdict.js';
import { hourWords, percentWords } from '../../base/amounts.js';
import { parseDuration } from '../../base/duration.js';
import { allMillionths } from '../../base/exact.js';

/** A verdict as people say it. */
export const verdictWords: Readonly<Record<Verdict, string>> = { proved: 'proved', violated: 'violated', 'not-proved': 'not proved' };

/** A verdict at the beginning of a sentence. */
export const verdictTitles: Readonly<Record<Verdict, string>> = { proved: 'Proved', violated: 'Violated', 'not-proved': 'Not proved' };

/** Whom a target is for: `tier gold`; the default is for everybody, or for everybody else where others have targets of their own. */
export function groupWords(group: Group, targets: readonly TargetProof[]): string {
  const names = (['tier', 'persona', 'region'] as const).flatMap((key) => (group[key] === undefined ? [] : [`${key} ${group[key]}`]));
  if (names.length > 0) return names.join(', ');
  return targets.length > 1 ? 'everybody else' : 'everybody';
}

/** What a target promises: `10d on claims-hours (100 h) for 90 % of the cases of each tier, per month`. */
export function targetWords(promise: PromiseProof, target: TargetProof): string {
  const { kept, calendar, window } = target.target;
  const period = window === undefined ? '' : `, per ${windowWords(window)}`;
  if (promise.metric === 'availability') return `available ${percentWords(kept)} of the time on ${calendar}${period}`;
  if (promise.metric === 'quality-rate') return `right in ${shareWords(kept, promise, target)}${period}`;
  return `${timeWords(target.target)} on ${calendar}${hoursBeside(target.target)} for ${shareWords(kept, promise, target)}${period}`;
}

/** The time as it is written, else in hours. */
export function timeWords({ within, seconds }: Budget): string {
  return within ?? (seconds === undefined ? 'no time' : hourWords(seconds));
}

/** Days are told in hours as well, because only the calendar knows how long they are. */
function hoursBeside({ within, seconds }: Budget): string {
  if (within === undefined || seconds === undefined) return '';
  const reading = parseDuration(within);
  return 'duration' in reading && reading.duration.days > 0 ? ` (${hourWords(seconds)})` : '';
}

/** A share of those that a target counts: `90 % of the cases of each tier`. */
export function shareWords(kept: number, promise: PromiseProof, target: TargetProof): string {
  const each = eachOf(promise, target);
  const isForSome = Object.values(target.group).some((name) => name !== undefined);
  if (each !== 'pool') return `${kept === allMillionths ? 'all' : `${percentWords(kept)} of`} the cases of each ${each}`;
  if (kept === allMillionths) return isForSome ? 'all these cases' : 'all cases';
  return `${percentWords(kept)} of ${isForSome ? 'these cases' : 'all cases'}`;
}

/** Over whom the percent of a target holds: `pool`, or `tier`, `persona` or `region`. */
export function eachOf({ spec, targets }: PromiseProof, target: TargetProof): string {
  return spec.value.targets?.[targets.indexOf(target)]?.each ?? 'pool';
}

const periods: Readonly<Record<string, string>> = { P1D: 'day', P1W: 'week', P7D: 'week', P1M: 'month', P3M: 'quarter', P1Y: 'year', P12M: 'year' };

/** A period as people say it: `month`; unusual ones as they are written. */
export function windowWords(window: string): string {
  return periods[window] ?? window;
}

/** What is left of a target: `22 h left, no percent left`. */
export function leftWords({ seconds, shortfall }: Slack, { kept, seconds: promised }: Budget): string {
  const time = promised === undefined ? '' : amountLeft(seconds, hourWords, 'no time left', 'too long');
  const percent = promised !== undefined && kept === allMillionths && shortfall === 0 ? '' : amountLeft(shortfall, percentWords, 'no percent left', 'too uncertain');
  return [time, percent].filter((words) => words !== '').join(', ');
}

function amountLeft(amount: number, words: (amount: number) => string, none: string, over: string): string {
  if (amount === 0) return none;
  return amount > 0 ? `${words(amount)} left` : `${words(-amount)} ${over}`;
}

const longestWay = 12;

/** A way by its steps; the middle of a very long one is counted. */
export function wayWords(steps: readonly string[]): string {
  if (steps.length <= longestWay) return steps.join(' -> ');
  const ends = 5;
  return [...steps.slice(0, ends), `(${steps.length - 2 * ends} more steps)`, ...steps.slice(-ends)].join(' -> ');
}

/** A part by its name: an id, or the step or stage that a promise in place belongs to. */
export function partName(part: string): string {
  const [, stage, step] = /^[^#]+#(?:stages\/([^/]+)|([^/]+))\/promise$/.exec(part) ?? [];
  if (stage !== undefined) return `promise of stage ${stage}`;
  return step === undefined ? part : `promise of step ${step}`;
}

/** A part with who keeps it and where it begins and ends. */
export function partWords({ part, provider, from, to }: PartOnPath): string {
  return `${partName(part)}${provider === undefined ? '' : `, kept by ${provider}`}: ${from} -> ${to}`;
}

/** When the clock of a promise runs. */
export function clockWords({ spec }: PromiseProof): string {
  const { start, stop } = spec.value.clock ?? {};
  const points = (given: string | readonly string[] | undefined): string => [given ?? []].flat().join(' or ');
  if (start === undefined && stop === undefined) return '';
  return `The clock runs from ${points(start) || 'no event that is declared'} to ${points(stop) || 'no event that is declared'}.`;
}

/** Who promises it to whom. */
export function partiesWords({ spec }: PromiseProof): string {
  const { provider, consumer } = spec.value;
  if (provider === undefined) return '';
  return `Promised by ${provider}${consumer === undefined ? '' : ` to ${consumer === 'customer' ? 'the customer' : consumer}`}.`;
}
