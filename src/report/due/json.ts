import type { Due } from '../../analysis/due/due.js';
import type { StaleJourney } from '../../audit/stale-journeys.js';
import { locationOf } from '../changes/json.js';
import { printJson } from '../escape/json.js';
import { headFields, misdatedFields, momentFields } from '../past/json-fields.js';
import type { DueReporter, DueWorkspace } from './due-results.js';

/** All that is due, for programs, by the day. `schemas/output/due.schema.json` describes it. */
export const json: DueReporter = {
  id: 'json',
  report(results) {
    const { asOf, within, withoutHistory, workspaces } = results;
    return printJson({ ...headFields('waymark-due/1', results), asOf, within, withoutHistory, workspaces: workspaces.map(workspaceFields), ...misdatedFields(results) });
  },
};

function workspaceFields({ root, name, due, stale }: DueWorkspace): object {
  return { root, name, due: due.map(dueFields), stale: stale?.map(staleFields) };
}

function dueFields({ kind, subject, title, field, owner, day, daysLeft, isOverdue, next, span }: Due): object {
  return { kind, subject, title, field, owner, day, daysLeft, overdue: isOverdue, next, location: locationOf(span) };
}

function staleFields({ journey, title, owner, reviewed, because }: StaleJourney): object {
  return { journey, title, owner, reviewed, because: because.map(({ version: { coordinate, version, moment, event }, level }) => ({ subject: coordinate, version, level, left: event === 'gone' ? true : undefined, commit: momentFields(moment) })) };
}
