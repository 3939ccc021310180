import { createHash } from 'node:crypto';
import { addToDay, type CalendarDay } from './date.js';
import { calendarText } from './escape/calendar.js';

/** An event of a whole day. Texts may be anything. */
export interface DayEvent {
  readonly uid: string;
  /** The day from which what it says is known. */
  readonly stamp: CalendarDay;
  readonly day: CalendarDay;
  /** How it is repeated, as RFC 5545 has it: `FREQ=MONTHLY;INTERVAL=3`. */
  readonly repeats?: string | undefined;
  readonly summary: string;
  readonly description: readonly string[];
  readonly category: string;
}

/** A calendar (RFC 5545) with events of whole days; `head` are more properties of the calendar itself, each a whole line. */
export function calendarFile(product: string, head: readonly string[], events: readonly DayEvent[]): string {
  const rest = events.length > 0 ? events.flatMap(eventLines) : nothing;
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', calendarText('PRODID', [`-//${product}//EN`]), 'CALSCALE:GREGORIAN', ...head, ...rest, 'END:VCALENDAR'];
  return `${lines.join('\r\n')}\r\n`;
}

/** The name of an event, the same for as long as its parts are: who has two calendars with it sees it once. */
export function eventUid(parts: readonly string[]): string {
  return `${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)}@waymark`;
}

/** A calendar holds at least one thing (RFC 5545, 3.6). The time zone of UTC is one that shows nothing. */
const nothing: readonly string[] = ['BEGIN:VTIMEZONE', 'TZID:Etc/UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'END:STANDARD', 'END:VTIMEZONE'];

function eventLines({ uid, stamp, day, repeats, summary, description, category }: DayEvent): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${plainDay(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${plainDay(day)}`,
    ...endLines(day),
    ...(repeats === undefined ? [] : [`RRULE:${repeats}`]),
    calendarText('SUMMARY', [summary]),
    calendarText('DESCRIPTION', description),
    calendarText('CATEGORIES', [category]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Without an end an event of a day takes that day, so the last day that can be written needs none. */
function endLines(day: CalendarDay): readonly string[] {
  const next = addToDay(day, { months: 0, days: 1, seconds: 0 });
  return next > day ? [`DTEND;VALUE=DATE:${plainDay(next)}`] : [];
}

function plainDay(day: CalendarDay): string {
  return day.replaceAll('-', '');
}
