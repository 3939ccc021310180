import type { CalendarDay } from './date.js';

/** Where a period of reporting begins, `2026-Q2` on `2026-04-01`, so that a quarter, a month and a day can be compared. */
export function firstDayOf(period: string): CalendarDay {
  const text = period.split('/')[0]!;
  const [, year, sort, number] = /^(\d{4})-([QHW])(\d+)$/.exec(text) ?? [];
  if (year === undefined) return text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text;
  if (sort === 'W') return mondayOf(Number(year), Number(number));
  const month = (Number(number) - 1) * (sort === 'Q' ? 3 : 6) + 1;
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

/** The first week of a year is the one with the fourth of January. */
function mondayOf(year: number, week: number): CalendarDay {
  const weekday = (new Date(Date.UTC(year, 0, 4)).getUTCDay() + 6) % 7;
  return new Date(Date.UTC(year, 0, 4 - weekday + (week - 1) * 7)).toISOString().slice(0, 10);
}
