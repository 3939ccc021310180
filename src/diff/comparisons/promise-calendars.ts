import { fieldOf, type JsonValue } from '../../base/json.js';
import { sentence } from '../../base/words.js';
import { calendarOf } from '../calendar-of.js';
import { differ } from '../compare-values.js';
import { deedOnHours, hoursOf } from '../hours-deed.js';
import { describeIn } from '../sentence.js';
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
  const [old, current] = [hoursOf(versions.before, was), hoursOf(versions.after, is)];
  const isKnown = old !== undefined && current !== undefined;
  const deed = was === is ? 'rewritten' : ((isKnown ? deedOnHours(old, current, usesDays(holders.before) || usesDays(holders.after)) : undefined) ?? 'changed');
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

/** True for a promise that is written in days or weeks. */
function usesDays(holder: JsonValue): boolean {
  return /"(?:within|floor|max)":"(?:P[^T"]*[DW]|[^"P]*[dw])/.test(JSON.stringify(holder));
}
