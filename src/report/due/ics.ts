import { createHash } from 'node:crypto';
import type { Due } from '../../analysis/due/due.js';
import { addToDay } from '../../base/date.js';
import { calendarText } from '../../base/escape/calendar.js';
import { address } from '../place.js';
import { shorten } from '../shorten.js';
import type { DueReporter } from './due-results.js';
import { kindWords, ownerWords, subjectWords } from './due-words.js';

const longestText = 1_000;

/** A calendar (RFC 5545) with one event of a whole day for each. The same state on the same day gives the same bytes, and a day that moves moves its event. */
export const ics: DueReporter = {
  id: 'ics',
  report({ tool, workspaces, asOf }) {
    const stamp = `DTSTAMP:${plainDay(asOf)}T000000Z`;
    const events = workspaces.flatMap(({ name, due }) => due.flatMap((each) => eventLines(each, name, stamp)));
    const rest = events.length > 0 ? events : nothingDue;
    const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', calendarText('PRODID', [`-//${tool.name}//history --due//EN`]), 'CALSCALE:GREGORIAN', ...rest, 'END:VCALENDAR'];
    return `${lines.join('\r\n')}\r\n`;
  },
};

/** A calendar holds at least one thing (RFC 5545, 3.6). The time zone of UTC is one that shows nothing. */
const nothingDue: readonly string[] = ['BEGIN:VTIMEZONE', 'TZID:Etc/UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'END:STANDARD', 'END:VTIMEZONE'];

function eventLines(due: Due, workspace: string, stamp: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(due, workspace)}`,
    stamp,
    `DTSTART;VALUE=DATE:${plainDay(due.day)}`,
    ...endLines(due.day),
    calendarText('SUMMARY', [shorten(`${kindWords[due.kind]}: ${subjectWords(due)}`, longestText)]),
    calendarText('DESCRIPTION', [due.next, `Owner: ${ownerWords(due.owner)}.`, `Written in ${address(due.span)}.`].map((line) => shorten(line, longestText))),
    calendarText('CATEGORIES', [kindWords[due.kind]]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Without an end an event of a day takes that day, so the last day that can be written needs none. */
function endLines(day: string): readonly string[] {
  const next = addToDay(day, { months: 0, days: 1, seconds: 0 });
  return next > day ? [`DTEND;VALUE=DATE:${plainDay(next)}`] : [];
}

/** The day is no part of it: what is put off is the same event on another day. */
function uidOf({ kind, subject, field }: Due, workspace: string): string {
  return `${createHash('sha256').update(JSON.stringify([workspace, kind, subject, kind === 'review' ? '' : field])).digest('hex').slice(0, 40)}@waymark`;
}

function plainDay(day: string): string {
  return day.replaceAll('-', '');
}
