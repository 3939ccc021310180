import type { Due, DueKind, DueOwner } from '../../analysis/due/due.js';
import { versionName } from '../../audit/in-force.js';
import type { StaleCause, StaleJourney } from '../../audit/stale-journeys.js';
import { count } from '../../base/words.js';
import { misdatedWords } from '../past/past-words.js';
import type { DueResults } from './due-results.js';

/** What is due, in a word or two. */
export const kindWords: Readonly<Record<DueKind, string>> = {
  review: 'review',
  validation: 'confirmation of steps',
  assessment: 'assessment',
  attestation: 'attestation',
  agreement: 'agreement',
  access: 'access to data',
  waiver: 'waiver',
  record: 'Record',
  promise: 'promise',
  end: 'end of a document',
};

/** The first sentences: what is told, and from where it was read. */
export function introduction({ asOf, within, branch, workspaces }: DueResults): string {
  const all = workspaces.flatMap(({ due }) => due);
  const late = all.filter(({ isOverdue }) => isOverdue).length;
  const from = branch === undefined ? 'the files as they lie here' : branch.label;
  return `What is due, as of ${asOf}${within === undefined ? '' : ` and within ${within} after it`}, read from ${from}: ${late} overdue, ${all.length - late} to come.`;
}

/** `12 days overdue`, `today`, `in 30 days`. */
export function whenWords({ daysLeft, isOverdue }: Due): string {
  if (daysLeft === 0) return isOverdue ? 'ends today' : 'today';
  return isOverdue ? `${count(-daysLeft, 'day')} overdue` : `in ${count(daysLeft, 'day')}`;
}

/** `Claims CX (claims-cx#lead: a-huber)`. */
export function ownerWords(owner: DueOwner | undefined): string {
  if (owner === undefined) return 'nobody is named';
  const people = owner.people.map(({ role, person }) => `${role}: ${person}`);
  return people.length === 0 ? owner.title : `${owner.title} (${people.slice(0, 3).join(', ')}${people.length > 3 ? ` and ${people.length - 3} more` : ''})`;
}

/** What comes before the stale journeys. */
export const staleIntroduction = 'Not reviewed since something changed that they rest on:';

/** `journey:motor-claim (Motor claim), last reviewed on 2026-10-20`. */
export function staleTitle({ journey, title, reviewed }: StaleJourney): string {
  return `${journey} (${title}), ${reviewed === undefined ? 'never reviewed on record' : `last reviewed on ${reviewed}`}`;
}

/** Each a sentence; the last says what to do. */
export function staleLines({ journey, because }: StaleJourney): readonly string[] {
  const id = journey.slice(journey.indexOf(':') + 1);
  return [...because.map(causeWords), `Ask whether the journey still holds, and add a Record of \`type: review\` with \`${id}\` under \`subject\`.`];
}

function causeWords({ version, level }: StaleCause): string {
  const { coordinate, title, moment, event } = version;
  if (event === 'gone') return `${coordinate} (${title}) left the workspace on ${moment.recorded} (${moment.id.slice(0, 12)}), and is still named.`;
  return `${coordinate} (${title}) had a ${level} change on ${moment.recorded}, version ${versionName(version)} (${moment.id.slice(0, 12)}).`;
}

/** What one should know of the whole, each a sentence or two. */
export function notes({ withoutHistory, misdated, workspaces }: DueResults): readonly string[] {
  const stale = workspaces.flatMap((each) => each.stale ?? []);
  const words = [
    withoutHistory === undefined ? '' : `Which journeys a change of a system or of the Policy has made stale is not told, because there is no history to read: ${withoutHistory}`,
    withoutHistory === undefined && stale.length === 0 ? 'No journey has been made stale by a change of a system that it uses, or of the Policy, nor by what left the workspace.' : '',
    misdatedWords(misdated),
  ];
  return words.filter((each) => each !== '');
}

/** Of several workspaces, each has a heading. */
export function headingOf({ workspaces }: DueResults, root: string): string {
  return workspaces.length < 2 ? '' : `Workspace ${root}`;
}

/** Said where nothing is. */
export function nothingWords({ within }: DueResults): string {
  return within === undefined ? 'Nothing here has a day by which it is due.' : `Nothing is overdue, and nothing is due within ${within}.`;
}

/** The subject with its title, where that says more. */
export function subjectWords({ subject, title }: Due): string {
  return subject.endsWith(`:${title}`) ? subject : `${subject} (${title})`;
}

