import { businessCalendar } from '../../analysis/business-time/business-calendar.js';
import type { BusinessCalendar } from '../../analysis/business-time/calendar.js';
import { covers } from '../../analysis/business-time/covers.js';
import { fieldOf, type JsonValue } from '../../base/json.js';
import { sentence } from '../../base/words.js';
import type { Workspace } from '../../model/workspace.js';
import { calendarOf } from '../calendar-of.js';
import { differ } from '../compare-values.js';
import type { Deed } from '../difference.js';
import { describeIn } from '../sentence.js';
import { together } from '../together.js';
import type { OwnComparison } from './comparison.js';

/**
 * Another calendar is compared by its hours: one that is open whenever the other was, and longer, brings deadlines forward. What holds where
 * none is written counts. Where neither contains the other, nobody can say which is stricter.
 */
export const comparePromiseCalendars: OwnComparison = ({ versions, pair, comparing }, home, places, holders) => {
  const [written, now] = [fieldOf(holders.before, 'calendar'), fieldOf(holders.after, 'calendar')];
  if (written === now || holders.before === undefined || holders.after === undefined) return;
  const [was, is] = [calendarOf(versions.before, pair.before, places.before), calendarOf(versions.after, pair.after, places.after)];
  if (typeof written === 'string' && typeof now === 'string' && comparing.renamed(['Calendar'], written) === is) return;
  const deed = was === is ? 'rewritten' : deedOn(read(versions.before, was), read(versions.after, is), usesDays(holders.before) || usesDays(holders.after));
  const message = sentence(`${describeIn(pair.after, places.after)} was ${inWords(was)} and is now ${inWords(is)}${outcomes[deed] ?? ''}.`);
  differ(comparing, home, deed, places, { before: written, after: now }, { told: { message, facts: { was: was ?? null, is: is ?? null } } });
};

const outcomes: { readonly [deed: string]: string } = {
  tightened: ', which is open whenever the other was, and longer: deadlines come earlier',
  loosened: ', which is open for a part of that time only: deadlines come later',
  rewritten: ', which held already',
};

function inWords(calendar: string | undefined): string {
  return calendar === undefined ? 'none' : `\`${calendar}\``;
}

function read(workspace: Workspace, id: string | undefined): BusinessCalendar | undefined {
  const reading = id === undefined ? undefined : businessCalendar(workspace, id);
  return reading !== undefined && 'calendar' in reading ? reading.calendar : undefined;
}

/** Longer days make a promise in days longer, whatever the hours are. */
function deedOn(was: BusinessCalendar | undefined, is: BusinessCalendar | undefined, countsDays: boolean): Deed {
  if (was === undefined || is === undefined) return 'changed';
  const [wider, narrower] = [covers(is, was), covers(was, is)];
  const hours: Deed | undefined = wider === narrower ? (wider ? undefined : 'changed') : wider ? 'tightened' : 'loosened';
  return together([hours, countsDays ? deedOnDays(was, is) : undefined]) ?? 'changed';
}

function deedOnDays({ dayLength: was }: BusinessCalendar, { dayLength: is }: BusinessCalendar): Deed | undefined {
  if (was === is) return undefined;
  return was === undefined || is === undefined ? 'changed' : is < was ? 'tightened' : 'loosened';
}

/** True for a promise that is written in days or weeks. */
function usesDays(holder: JsonValue): boolean {
  return /"(?:within|floor|max)":"(?:P[^T"]*[DW]|[^"P]*[dw])/.test(JSON.stringify(holder));
}
