import { businessCalendar } from '../analysis/business-time/business-calendar.js';
import type { BusinessCalendar } from '../analysis/business-time/calendar.js';
import { covers } from '../analysis/business-time/covers.js';
import type { Workspace } from '../model/workspace.js';
import type { Deed } from './difference.js';
import { together } from './together.js';

/** The hours of a calendar, those that it takes over included; `undefined` where nobody can count with them. */
export function hoursOf(workspace: Workspace, id: string | undefined): BusinessCalendar | undefined {
  const reading = id === undefined ? undefined : businessCalendar(workspace, id);
  return reading !== undefined && 'calendar' in reading ? reading.calendar : undefined;
}

/**
 * What other hours come to: deadlines come earlier where it is open whenever it was, and longer. Where neither contains the other, nobody can
 * say. Longer days make a promise in days longer, whatever the hours are.
 *
 * @param countsDays - Whether something is promised in days.
 * @returns `undefined` where the hours are the same.
 */
export function deedOnHours(was: BusinessCalendar, is: BusinessCalendar, countsDays: boolean): Deed | undefined {
  const [wider, narrower] = [covers(is, was), covers(was, is)];
  const hours: Deed | undefined = wider === narrower ? (wider ? undefined : 'changed') : wider ? 'tightened' : 'loosened';
  return together([hours, countsDays ? deedOnDays(was, is) : undefined]);
}

function deedOnDays({ dayLength: was }: BusinessCalendar, { dayLength: is }: BusinessCalendar): Deed | undefined {
  if (was === is) return undefined;
  return was === undefined || is === undefined ? 'changed' : is < was ? 'tightened' : 'loosened';
}
