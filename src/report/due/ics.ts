import type { Due } from '../../analysis/due/due.js';
import { calendarFile, eventUid, type DayEvent } from '../../base/calendar-file.js';
import { address } from '../place.js';
import { shorten } from '../shorten.js';
import type { DueReporter } from './due-results.js';
import { kindWords, ownerWords, subjectWords } from './due-words.js';

const longestText = 1_000;

/** A calendar with one event of a whole day for each. The same state on the same day gives the same bytes, and a day that moves moves its event. */
export const ics: DueReporter = {
  id: 'ics',
  report({ tool, workspaces, asOf }) {
    return calendarFile(`${tool.name}//history --due`, [], workspaces.flatMap(({ name, due }) => due.map((each) => eventOf(each, name, asOf))));
  },
};

function eventOf(due: Due, workspace: string, asOf: string): DayEvent {
  return {
    uid: uidOf(due, workspace),
    stamp: asOf,
    day: due.day,
    summary: shorten(`${kindWords[due.kind]}: ${subjectWords(due)}`, longestText),
    description: [due.next, `Owner: ${ownerWords(due.owner)}.`, `Written in ${address(due.span)}.`].map((line) => shorten(line, longestText)),
    category: kindWords[due.kind],
  };
}

/** The day is no part of it: what is put off is the same event on another day. */
function uidOf({ kind, subject, field }: Due, workspace: string): string {
  return eventUid([workspace, kind, subject, kind === 'review' ? '' : field]);
}
