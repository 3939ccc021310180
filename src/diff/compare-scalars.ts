import { compareDurations, parseDuration } from '../base/duration.js';
import type { JsonValue } from '../base/json.js';
import { changeTable, scalarComparisons } from '../schema/generated/change-table.js';
import type { TypeExpression } from '../schema/language.js';
import type { Comparison } from '../schema/meanings.js';
import { shapeOf } from '../schema/type-at.js';
import type { Deed } from './difference.js';

/** What a length of time is on each side: its seconds on the calendar that it is meant in. `undefined` where no calendar says. */
export interface Seconds {
  before(text: string): number | undefined;
  after(text: string): number | undefined;
}

/** Ranks of the words of a field, the weakest protection first. */
export type RankOf = (word: string) => number | undefined;

/** How values of one type of a field are compared: as the field says, or as their own type says where they stand among others. */
export function comparisonOf({ shape, field }: { readonly shape: string; readonly field: string }, type: TypeExpression): Comparison {
  const declared = shapeOf(shape)[field]?.type;
  if (declared === type || (declared?.type === 'union' && declared.of[0] === type)) return changeTable[shape]?.[field]?.comparison ?? 'value';
  return type.type === 'scalar' || type.type === 'reference' ? (scalarComparisons[type.name] ?? 'value') : 'value';
}

/** Whether more is stricter, for those comparisons that have a stricter side. */
const directions: Partial<Record<Comparison, 1 | -1>> = {
  'higher-is-stricter': 1,
  'lower-is-looser': 1,
  rank: 1,
  'lower-is-stricter': -1,
  'higher-is-looser': -1,
};

/** What became of a single value; `undefined` where both are the same. */
export function deedOf(comparison: Comparison, type: TypeExpression, before: JsonValue, after: JsonValue, seconds: Seconds | undefined, rankOf: RankOf): Deed | undefined {
  if (before === after) return undefined;
  const order = isDuration(type) ? orderOfDurations(String(before), String(after), seconds) : orderOf(before, after, rankOf);
  if (order === 0) return isDuration(type) ? 'rewritten' : 'changed';
  const direction = directions[comparison] ?? (rankOf(String(before)) === undefined ? undefined : 1);
  if (order === undefined || direction === undefined) return 'changed';
  return order * direction > 0 ? 'tightened' : 'loosened';
}

const durations = new Set(['Duration', 'PromisedDuration', 'Cycle', 'RetentionPeriod', 'DurationOrPercent', 'NoticePeriod', 'MaxAge']);

export function isDuration(type: TypeExpression): boolean {
  return type.type === 'scalar' && durations.has(type.name);
}

/** 1 where it became more, -1 where less, 0 where it is the same length; `undefined` where that depends on what nobody says. */
function orderOfDurations(before: string, after: string, seconds: Seconds | undefined): number | undefined {
  if (before.endsWith('%') || after.endsWith('%')) return before.endsWith('%') && after.endsWith('%') ? Math.sign(Number.parseFloat(after) - Number.parseFloat(before)) : undefined;
  if (seconds === undefined) return orderByTheClock(before, after);
  const [was, is] = [seconds.before(before), seconds.after(after)];
  return was === undefined || is === undefined ? orderWithoutCalendar(before, after) : Math.sign(is - was);
}

function orderByTheClock(before: string, after: string): number | undefined {
  const [was, is] = [parseDuration(before), parseDuration(after)];
  return 'duration' in was && 'duration' in is ? compareDurations(is.duration, was.duration) : undefined;
}

/** Where nobody says how long a day is, days are compared with days and hours with hours. */
function orderWithoutCalendar(before: string, after: string): number | undefined {
  const [was, is] = [parseDuration(before), parseDuration(after)];
  if (!('duration' in was) || !('duration' in is)) return undefined;
  const [days, rest] = [Math.sign(is.duration.days - was.duration.days), Math.sign(is.duration.seconds - was.duration.seconds)];
  if (is.duration.months !== was.duration.months) return days === 0 && rest === 0 ? Math.sign(is.duration.months - was.duration.months) : undefined;
  return days * rest < 0 ? undefined : days || rest;
}

function orderOf(before: JsonValue, after: JsonValue, rankOf: RankOf): number | undefined {
  if (typeof before === 'number' && typeof after === 'number') return Math.sign(after - before);
  if (isDayText(before) && isDayText(after)) return after > before ? 1 : -1;
  return orderOfNumbers(rankOf(String(before)), rankOf(String(after)));
}

function orderOfNumbers(before: number | undefined, after: number | undefined): number | undefined {
  return before === undefined || after === undefined || before === after ? undefined : Math.sign(after - before);
}

/** Days compare as text. */
export function isDayText(value: JsonValue): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}
