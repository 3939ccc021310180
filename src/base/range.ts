import { parseDuration, type Duration } from './duration.js';

/** An observed length of time: `15-30m`, `7d+`, `<4h`, or one value. An open end is `undefined`. */
export interface DurationRange {
  readonly least: Duration | undefined;
  readonly most: Duration | undefined;
}

export type RangeReading = { readonly range: DurationRange } | { readonly problem: string };

/** Reads an observed range. The unit may stand once, at the end: `15-30m` is `15m-30m`. */
export function parseDurationRange(text: string): RangeReading {
  if (text.startsWith('<')) return bounds(undefined, text.slice(1));
  if (text.endsWith('+')) return bounds(text.slice(0, -1), undefined);
  const dash = text.indexOf('-');
  if (dash < 0) return bounds(text, text);
  const upper = text.slice(dash + 1);
  const lower = text.slice(0, dash);
  const unit = /[a-z]+$/.exec(upper)?.[0] ?? '';
  return bounds(/^\d+$/.test(lower) ? lower + unit : lower, upper);
}

function bounds(lower: string | undefined, upper: string | undefined): RangeReading {
  const [least, most] = [lower, upper].map((end) => (end === undefined ? undefined : parseDuration(end.trim())));
  if (least && 'problem' in least) return least;
  if (most && 'problem' in most) return most;
  return { range: { least: least?.duration, most: most?.duration } };
}
