import { Temporal } from 'temporal-polyfill';
import { parseDuration, type Duration } from './duration.js';

/** A day as it is written, `2026-09-01`. Days compare as text. */
export type CalendarDay = string;

/** True when the text names a day that exists. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** True when the text is an instant in UTC or with an offset, `2026-08-19T07:40:00Z`. */
export function isInstant(text: string): boolean {
  const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/.exec(text);
  return parts !== null && isDay(parts[1] ?? '');
}

/** The day after adding a duration; time of day is ignored. A month's last day stays the last day. */
export function addToDay(day: CalendarDay, { months, days, seconds }: Duration): CalendarDay {
  return Temporal.PlainDate.from(day)
    .add({ months, days: days + Math.floor(seconds / 86_400) })
    .toString();
}

/** The day after adding a duration as it is written, or `undefined` when either is malformed. */
export function dayAfter(day: string, duration: string): CalendarDay | undefined {
  const reading = parseDuration(duration);
  return isDay(day) && 'duration' in reading ? addToDay(day, reading.duration) : undefined;
}

/** The day before which something of a given age, counted back from `day`, counts as old. */
export function dayBefore(day: string, duration: string): CalendarDay | undefined {
  const reading = parseDuration(duration);
  if (!isDay(day) || !('duration' in reading)) return undefined;
  const { months, days } = reading.duration;
  return Temporal.PlainDate.from(day).subtract({ months, days }).toString();
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
