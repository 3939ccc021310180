import { isDay } from '../../base/date.js';
import { parseDuration } from '../../base/duration.js';
import type { Path } from '../../base/json.js';
import type { Spec } from '../../model/spec.js';
import type { Calendar, Horizon, Week } from '../../schema/kinds/calendar.js';
import { overlaps, openingsOf, type Opening } from '../week-hours.js';
import { secondsOfDay, type CalendarProblem } from './calendar.js';
import type { Ancestor } from './lineage.js';
import { dayNumber } from './local-time.js';
import type { DayRange } from './open-stretches.js';

/** A value with the Calendar that says it; without one, the Workspace or Waymark itself does. */
export interface Said<Value> {
  readonly value: Value;
  readonly spec?: Spec<'Calendar'>;
}

/** What a calendar says, with what it takes over, read and found sound. */
export interface SaidHours {
  readonly timezone: Said<string>;
  readonly openings: readonly Opening[];
  readonly holidays: ReadonlySet<number>;
  readonly days: DayRange;
  /** In seconds. */
  readonly dayLength: number | undefined;
}

type Refusal = { readonly problem: CalendarProblem };

/** Longer horizons are mistakes, and would be slow to count in. */
const longestYears = 30;

/** The nearest calendar of a line that says something is heard; holidays are those of all of them. */
export function saidOf(spec: Spec<'Calendar'>, line: readonly Ancestor[], ownZone: string | undefined): SaidHours | Refusal {
  const timezone = nearest(line, ({ timezone: said }) => said) ?? (ownZone === undefined ? undefined : { value: ownZone });
  if (timezone === undefined) return refuse(spec, ['timezone'], `Calendar \`${spec.id}\` does not say in which time zone its hours are meant.`, 'Add it, for example `timezone: Europe/Berlin`.');
  const parts = { days: daysOf(spec, nearest(line, ({ horizon }) => horizon)), openings: openingsIn(spec, nearest(line, ({ weekly }) => weekly)), holidays: holidaysOf(line), dayLength: dayLengthOf(nearest(line, ({ dayLength }) => dayLength)) };
  const { days, openings, holidays, dayLength } = parts;
  if ('problem' in days) return days;
  if ('problem' in openings) return openings;
  if ('problem' in holidays) return holidays;
  return 'problem' in dayLength ? dayLength : { timezone, days, openings: openings.openings, holidays: holidays.holidays, dayLength: dayLength.seconds };
}

function nearest<Value>(line: readonly Ancestor[], read: (value: Ancestor['value']) => Value | undefined): Said<Value> | undefined {
  for (const { value, spec } of line) {
    const said = read(value);
    if (said !== undefined) return spec === undefined ? { value: said } : { value: said, spec };
  }
  return undefined;
}

function daysOf(own: Spec<'Calendar'>, said: Said<Horizon> | undefined): DayRange | Refusal {
  const { spec = own, value: { from, until } = {} } = said ?? {};
  const [first, next] = [from ?? '2026-01-01', until ?? '2028-01-01'];
  if (said === undefined) return refuse(own, ['horizon'], `Calendar \`${own.id}\` does not say for which days its hours and holidays are known.`, `Add the first day and the first day that is no longer known, for example \`horizon: {from: ${first}, until: ${next}}\`.`);
  if (from === undefined) return refuse(spec, ['horizon'], `The \`horizon\` of calendar \`${spec.id}\` does not say from which day.`, `Add the first day for which the holidays are known, for example \`from: ${first}\`.`);
  if (until === undefined) return refuse(spec, ['horizon'], `The \`horizon\` of calendar \`${spec.id}\` does not say until when.`, `Add the first day for which the holidays are no longer known, for example \`until: ${next}\`.`);
  return rangeOf(spec, from, until);
}

function rangeOf(spec: Spec<'Calendar'>, from: string, until: string): DayRange | Refusal {
  if (!isDay(from)) return noDay(spec, from, ['horizon', 'from']);
  if (!isDay(until)) return noDay(spec, until, ['horizon', 'until']);
  if (until <= from) return refuse(spec, ['horizon', 'until'], `The \`horizon\` of calendar \`${spec.id}\` ends on ${until}, which is not after ${from}.`, 'Write the first day that is no longer known, later than `from`.');
  const range = { from: dayNumber(from), until: dayNumber(until) };
  if (range.until - range.from <= longestYears * 365.25) return range;
  return refuse(spec, ['horizon', 'until'], `The \`horizon\` of calendar \`${spec.id}\` is longer than ${longestYears} years.`, 'End it where the holidays are no longer known, a few years ahead.');
}

function noDay(spec: Spec<'Calendar'>, text: string, path: Path): Refusal {
  return refuse(spec, path, `\`${text}\` in calendar \`${spec.id}\` is no day of the calendar.`, 'Write a day that exists, as year, month and day, for example `2026-09-01`.');
}

function openingsIn(own: Spec<'Calendar'>, said: Said<Week> | undefined): { readonly openings: readonly Opening[] } | Refusal {
  if (said === undefined) return refuse(own, ['weekly'], `Calendar \`${own.id}\` does not say when it is open.`, 'Add the hours of a week, for example `weekly: {mon: ["08:00-18:00"]}`.');
  const { value: week, spec = own } = said;
  const [overlap] = overlaps(week);
  if (overlap !== undefined) return refuse(spec, ['weekly', overlap.late.day, overlap.late.index], `The hours \`${overlap.late.text}\` of calendar \`${spec.id}\` begin before \`${overlap.early.text}\` has ended.`, 'Let one end before the other begins, or write them as one stretch.');
  return { openings: openingsOf(week) };
}

function holidaysOf(line: readonly Ancestor[]): { readonly holidays: ReadonlySet<number> } | Refusal {
  const found = new Set<number>();
  for (const { value, spec } of line) {
    for (const [index, { date }] of (value.holidays ?? []).entries()) {
      if (!isDay(date)) return noDay(spec!, date, ['holidays', index, 'date']);
      found.add(dayNumber(date));
    }
  }
  return { holidays: found };
}

/** The length of a working day is hours: counted in days it would say nothing. */
function dayLengthOf(said: Said<NonNullable<Calendar['dayLength']>> | undefined): { readonly seconds: number | undefined } | Refusal {
  if (said === undefined) return { seconds: undefined };
  const reading = parseDuration(said.value);
  const { months = 1, days = 1, seconds = 0 } = 'duration' in reading ? reading.duration : {};
  if (months === 0 && days === 0 && seconds > 0 && seconds <= secondsOfDay) return { seconds };
  const spec = said.spec!;
  const wrong = 'problem' in reading ? `which is no length of time: ${reading.problem}` : seconds > secondsOfDay ? 'which is more than a day has' : 'which says no number of hours';
  return refuse(spec, ['dayLength'], `The \`dayLength\` of calendar \`${spec.id}\` is \`${said.value}\`, ${wrong}.`, 'Write how many open hours one working day has, for example `dayLength: 10h`.');
}

function refuse(spec: Spec<'Calendar'>, path: Path, message: string, hint: string): Refusal {
  return { problem: { message, hint, spec, path } };
}
