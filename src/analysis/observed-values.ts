import { compareDurations, parseDuration, type Duration } from '../base/duration.js';
import { allMillionths, millionths, shareMillionths } from '../base/exact.js';

/** One end of what was observed. Shares and bare numbers are counted in millionths, so that equal ones are equal. */
type Size = { readonly unit: 'time'; readonly duration: Duration } | { readonly unit: string; readonly millionths: number };

/** What was observed, `8-12%`, `2-5d`, `<4h`, `3`: an end that is open, or cannot be read, is `undefined`. */
export interface ObservedRange {
  readonly least: Size | undefined;
  readonly most: Size | undefined;
}

/** Reads an observed value. A comma may part thousands or decimals, so an amount with one is not read. */
export function readObserved(value: string | number): ObservedRange {
  if (typeof value === 'number') return exactly(value);
  const text = value.replace(/^~ ?/, '');
  const [, sign, low, lowUnit, high, highUnit, plus] = /^([<>])? ?([0-9.]+)(%|[a-z]{1,3})?(?:-([0-9.]+)(%|[a-z]{1,3})?)?(\+)?$/.exec(text) ?? [];
  if (low === undefined) return { least: undefined, most: undefined };
  const unit = highUnit ?? lowUnit ?? '';
  const first = sizeOf(low, lowUnit ?? unit);
  const last = high === undefined ? first : sizeOf(high, unit);
  return { least: sign === '<' ? undefined : first, most: sign === '>' || plus !== undefined ? undefined : last };
}

/** A number may lie below zero, as the share of those who recommend less that of those who warn. */
function exactly(value: number): ObservedRange {
  const parts = shareMillionths(Math.abs(value));
  const size = parts === undefined ? undefined : { unit: '', millionths: value < 0 ? -parts : parts };
  return { least: size, most: size };
}

function sizeOf(digits: string, unit: string): Size | undefined {
  if (/^[wdhms]$/.test(unit)) return timeOf(digits + unit);
  const parts = unit === '%' ? millionths(Number(digits)) : shareMillionths(Number(digits));
  return parts === undefined ? undefined : { unit, millionths: parts };
}

function timeOf(text: string): Size | undefined {
  const reading = parseDuration(text);
  return 'duration' in reading ? { unit: 'time', duration: reading.duration } : undefined;
}

/**
 * True when the first value is surely below the second where it counts: at its worse end, the lower one where `worse` is
 * `least`. False when the two are equal or cannot be compared.
 * @param asShares true when a bare number from 0 to 1 is a share, so that `0.6` is `60%`
 */
export function isSurelyBelow(first: ObservedRange, second: ObservedRange, worse: keyof ObservedRange, asShares: boolean): boolean {
  const [a, b] = [first[worse], second[worse]].map((size) => (asShares ? withUnitOfShare(size) : size));
  if (a === undefined || b === undefined) return false;
  if ('duration' in a || 'duration' in b) return 'duration' in a && 'duration' in b && isSurelyShorter(a.duration, b.duration);
  return a.unit === b.unit && a.millionths < b.millionths;
}

function withUnitOfShare(size: Size | undefined): Size | undefined {
  return size !== undefined && 'millionths' in size && size.unit === '' && size.millionths <= allMillionths ? { ...size, unit: '%' } : size;
}

/** A working day may be short, so days stand against hours only where it makes no difference how long a day is. */
function isSurelyShorter(a: Duration, b: Duration): boolean {
  return compareDurations(a, b) === -1 && compareDurations(withShortDays(a), withShortDays(b)) === -1;
}

function withShortDays({ months, days, seconds }: Duration): Duration {
  return { months, days: 0, seconds: seconds + days * 3600 };
}
