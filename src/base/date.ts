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

/** The day after adding a duration; time of day is ignored. Where a month is too short, its last day is meant. */
export function addToDay(day: CalendarDay, duration: Duration): CalendarDay {
  return moveDay(day, duration, 1);
}

/** The day after adding a duration as it is written, or `undefined` when either is malformed. */
export function dayAfter(day: string, duration: string): CalendarDay | undefined {
  const reading = parseDuration(duration);
  return isDay(day) && 'duration' in reading ? moveDay(day, reading.duration, 1) : undefined;
}

/** The day before which something of a given age, counted back from `day`, counts as old. */
export function dayBefore(day: string, duration: string): CalendarDay | undefined {
  const reading = parseDuration(duration);
  return isDay(day) && 'duration' in reading ? moveDay(day, reading.duration, -1) : undefined;
}

const millisecondsOfDay = 86_400_000;

/**
 * First the months, then the days, as Temporal's PlainDate does it; a test compares the two. A library for this alone would
 * take a third of the time in which the command starts.
 */
function moveDay(day: CalendarDay, { months, days, seconds }: Duration, sign: 1 | -1): CalendarDay {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  const monthsSinceZero = year * 12 + (month - 1) + sign * months;
  const [newYear, newMonth] = [Math.floor(monthsSinceZero / 12), (((monthsSinceZero % 12) + 12) % 12) + 1];
  const kept = Math.min(dayOfMonth, daysInMonth(newYear, newMonth));
  const moved = new Date(utcDay(newYear, newMonth, kept) + sign * (days + Math.floor(seconds / 86_400)) * millisecondsOfDay);
  if (moved.getUTCFullYear() > 9999) return '9999-12-31';
  return moved.getUTCFullYear() < 0 ? '0000-01-01' : moved.toISOString().slice(0, 10);
}

/** `Date.UTC` reads the years 0 to 99 as 1900 to 1999; this does not. */
function utcDay(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
