import { parseDuration } from '../../base/duration.js';
import { onceFor, remembering } from '../../base/remembering.js';
import { sentence } from '../../base/words.js';
import { always, type BusinessCalendar, type CalendarProblem } from './calendar.js';

/**
 * How many open seconds a length of time is on a calendar. `1d` is the calendar's `dayLength`, and 24 hours on `24x7`; a calendar
 * that says no `dayLength` has no days to promise. Months and years are refused, because they have no fixed number of open hours; so
 * are weeks on all but `24x7`, because a week may be five working days or seven.
 *
 * @param text - As it is written in a promise: `4h`, `2d`, `PT30M`.
 * @returns The seconds, exactly, or why there are none, with the next step.
 */
export function promisedSeconds(calendar: BusinessCalendar, text: string): PromisedSeconds {
  return secondsOn(calendar)(text);
}

/** How many seconds are promised, or why that cannot be said. */
export type PromisedSeconds = { readonly seconds: number } | { readonly problem: CalendarProblem };

/** The same few lengths are promised again and again. */
const secondsOn = onceFor((calendar: BusinessCalendar) => remembering((text: string) => readSeconds(calendar, text)));

function readSeconds(calendar: BusinessCalendar, text: string): PromisedSeconds {
  const reading = parseDuration(text);
  if ('problem' in reading) return refuse(`\`${text}\` is no length of time`, `${sentence(reading.problem)}.`);
  const { months, days, seconds } = reading.duration;
  if (months > 0) return refuse(`\`${text}\` has months or years, which have no fixed number of open hours`, 'Promise a number of days or hours, for example `20d`.');
  if (/w/i.test(text) && calendar.id !== always) return refuse(`\`${text}\` could be a week of working days or seven of them`, 'Promise a number of days or hours, for example `5d`.');
  if (days > 0 && calendar.dayLength === undefined) return { problem: noDayLength(calendar, text) };
  return { seconds: days * (calendar.dayLength ?? 0) + seconds };
}

function refuse(message: string, hint: string): { readonly problem: CalendarProblem } {
  return { problem: { message: `${message}.`, hint, path: [] } };
}

function noDayLength({ id, spec }: BusinessCalendar, text: string): CalendarProblem {
  return {
    message: `\`${text}\` is counted in days, and calendar \`${id}\` does not say how many open hours a day has.`,
    hint: `Add it to \`${id}\`, for example \`dayLength: 10h\`, or promise hours.`,
    ...(spec === undefined ? {} : { spec }),
    path: ['dayLength'],
  };
}
