import { allMillionths, millionths } from '../../../base/exact.js';
import { promDuration } from '../../text/promql.js';
import type { AlertRule, Labels, RecordRule, Trial } from './alerts.js';
import { seriesOf } from './metrics.js';

/** A share of what a counter counts that may be bad in a window. */
export interface CountedShare {
  readonly counter: string;
  /** Labels by which what counts here is told from the rest, with their texts. */
  readonly known: readonly (readonly [string, string])[];
  /** What the counter calls a result that is good, and one that is not. */
  readonly words: { readonly good: string; readonly bad: string };
  /** Labels whose every value is held to the share by itself. */
  readonly by: readonly string[];
  readonly percent: number | undefined;
  /** The window in seconds. */
  readonly seconds: number;
  /** The series that is kept of what was bad. */
  readonly record: string;
  readonly alert: string;
  readonly labels: Labels;
  readonly summary: string;
}

/** The promised share, between 0 and 1. */
export function ratioOf(percent = 100): number {
  return (millionths(percent) ?? percent * 10_000) / allMillionths;
}

/** The part that may be bad. */
function allowanceOf(percent = 100): number {
  return (allMillionths - (millionths(percent) ?? percent * 10_000)) / allMillionths;
}

/** Keeps what was bad as a series, and tells when it is more than may be. Of what may all be bad nothing is told. */
export function missedRules(share: CountedShare, settings: { readonly workspace: string }): readonly (AlertRule | RecordRule)[] {
  const { counter, known, words, by, percent, seconds, labels, alert, summary } = share;
  const sum = by.length === 0 ? 'sum' : `sum by (${by.join(',')}) `;
  const counted = (matched: CountedShare['known']): string => `${sum}(increase(${seriesOf(counter, matched, settings)}[${promDuration(seconds)}]))`;
  const record: RecordRule = { record: share.record, expr: `${counted([...known, ['result', words.bad]])} / ${counted(known)}`, labels: Object.fromEntries(known) };
  const allowance = allowanceOf(percent);
  if (allowance >= 1) return [record];
  return [record, {
    alert,
    expr: `${seriesOf(share.record, known, settings)} > ${allowance}`,
    hold: 0,
    labels: { ...labels, severity: 'page' },
    annotations: { summary },
    watches: `missed ${known.map(([, text]) => text).join(' ')}`,
    holds: (value) => value > allowance,
    trials: [trialOf(share, allowance, settings)],
  }];
}

/** So many are good that one bad one more or less is what decides. */
function trialOf({ counter, known, words, by }: CountedShare, allowance: number, settings: { readonly workspace: string }): Trial {
  const good = 100_000;
  const bearable = (good * allowance) / (1 - allowance);
  const [few, many] = [Math.max(0, Math.ceil(bearable) - 1), Math.floor(bearable) + 1];
  const labels = Object.fromEntries(by.map((name) => [name, `some-${name}`]));
  const series = (result: string, values: readonly number[]): Trial['series'][number] => ({ series: seriesOf(counter, [...known, ...Object.entries(labels), ['result', result]], settings), values });
  return {
    name: `${known.map(([, text]) => text).join(', ')}: as many are ${words.bad} as may be, then one too many`,
    seen: [Number.NaN, few / (good + few), many / (good + many)],
    series: [series(words.good, [0, good, good]), series(words.bad, [0, few, many])],
    labels,
  };
}
