import { promDuration } from '../../text/promql.js';
import type { AlertRule, Labels, RecordRule, Trial } from './alerts.js';
import { atMost, type Limit } from './limits.js';
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
  const { kept, all } = wholeNumbers(percent);
  return kept / all;
}

/** The part that may be bad. */
function allowanceOf(percent = 100): number {
  const { kept, all } = wholeNumbers(percent);
  return (all - kept) / all;
}

/** A percent as one number of another: 98.5 is 197 of 200. It is read from its decimal text, because 99.9 / 100 is not 0.999 in binary fractions. */
function wholeNumbers(percent: number): { readonly kept: number; readonly all: number } {
  const [, whole, fraction = ''] = /^(\d{1,3})(?:\.(\d{1,12}))?$/.exec(String(percent)) ?? [];
  if (whole === undefined) return { kept: percent, all: 100 };
  const [kept, all] = [Number(whole + fraction), 100 * 10 ** fraction.length];
  const common = commonDivisor(kept, all);
  return { kept: kept / common, all: all / common };
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}

/** Keeps what was bad as a series, and tells when it is more than may be. Of what may all be bad nothing is told. */
export function missedRules(share: CountedShare, settings: { readonly workspace: string }): readonly (AlertRule | RecordRule)[] {
  const { counter, known, words, by, percent, seconds, labels, alert, summary } = share;
  const sum = by.length === 0 ? 'sum' : `sum by (${by.join(',')}) `;
  const counted = (matched: CountedShare['known']): string => `${sum}(increase(${seriesOf(counter, matched, settings)}[${promDuration(seconds)}]))`;
  const record: RecordRule = { record: share.record, expr: `${counted([...known, ['result', words.bad]])} / ${counted(known)}`, labels: Object.fromEntries(known) };
  const allowance = allowanceOf(percent);
  if (allowance >= 1) return [record];
  const limit = atMost(allowance);
  return [record, {
    alert,
    expr: `${seriesOf(share.record, known, settings)} ${limit.text}`,
    hold: 0,
    labels: { ...labels, severity: 'page' },
    annotations: { summary },
    watches: `missed ${known.map(([, text]) => text).join(' ')}`,
    holds: limit.isPassed,
    trials: [trialOf(share, limit, settings)],
  }];
}

/** As many are bad as may be, and nothing is told; then one more. */
function trialOf({ counter, known, words, by, percent = 100 }: CountedShare, { bound }: Limit, settings: { readonly workspace: string }): Trial {
  const { kept, all } = wholeNumbers(percent);
  const good = kept * Math.ceil(fewest / all);
  const few = Math.floor((good * bound) / (1 - bound));
  const many = few + 1;
  const labels = Object.fromEntries(by.map((name) => [name, `some-${name}`]));
  const series = (result: string, values: readonly number[]): Trial['series'][number] => ({ series: seriesOf(counter, [...known, ...Object.entries(labels), ['result', result]], settings), values });
  return {
    name: `${known.map(([, text]) => text).join(', ')}: as many are ${words.bad} as may be, then one too many`,
    seen: [Number.NaN, few / (good + few), many / (good + many)],
    series: [series(words.good, [0, good, good]), series(words.bad, [0, few, many])],
    labels,
  };
}

/** So many cases are tried that one of them is a small part. */
const fewest = 100_000;
