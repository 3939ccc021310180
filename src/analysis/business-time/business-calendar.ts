import { onceFor, remembering } from '../../base/remembering.js';
import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import { always, secondsOfDay, type BusinessCalendar, type CalendarProblem } from './calendar.js';
import { dayBeforeNumber, firstInstantAt } from './local-time.js';
import { findCalendar, lineageOf, type NamedCalendar } from './lineage.js';
import { openStretches, type DayRange } from './open-stretches.js';
import { alwaysOpen, measuresOf } from './open-time.js';
import { saidOf, type SaidHours } from './said-hours.js';
import { offsetStretches } from './zone-offsets.js';

/** A calendar that can be counted with, or why there is none. */
export type CalendarReading = { readonly calendar: BusinessCalendar } | { readonly problem: CalendarProblem };

/**
 * The hours of a calendar of the workspace, ready to be counted with: its own, or those that it takes over by `extends`. Made once for
 * each workspace and calendar, so the same one can be compared by identity.
 *
 * @param id - Id of a Calendar, `group/office` for one that is imported, or `24x7`.
 * @returns The calendar, or what is missing or wrong in the file, with the next step.
 */
export function businessCalendar(workspace: Workspace, id: string): CalendarReading {
  return calendarsOf(workspace)(id);
}

/** By the id as it is written, and behind it by the id without a version. */
const calendarsOf = onceFor((workspace: Workspace) => {
  const read = remembering((id: string) => readCalendar(workspace, id));
  return remembering((written: string) => read(written.split('@')[0]!));
});

function readCalendar(workspace: Workspace, id: string): CalendarReading {
  if (id === always) return { calendar: alwaysOpen };
  const found = findCalendar(workspace, id);
  if (found === undefined) return { problem: unknown(workspace, id) };
  const lineage = lineageOf(workspace, found);
  if ('problem' in lineage) return lineage;
  const said = saidOf(found.spec, lineage.line, workspace.root?.value.timezone);
  return 'problem' in said ? said : buildCalendar(found, said);
}

function unknown(workspace: Workspace, id: string): CalendarProblem {
  const day = workspace.beginsOn('Calendar', id);
  if (day !== undefined) return { message: `The calendar \`${id}\` begins on ${day} and is not in force before that day.`, hint: `Ask about a day from ${day} on, or name a calendar that is in force by then, or \`${always}\` for one that never closes.`, path: [] };
  const wrong = workspace.perhapsDeclared(id) ? 'cannot be read' : 'does not exist in this workspace';
  return { message: `The calendar \`${id}\` ${wrong}.`, hint: `Name a calendar of this workspace, or \`${always}\` for one that never closes.`, path: [] };
}

function buildCalendar({ name, spec }: NamedCalendar, said: SaidHours): CalendarReading {
  const { timezone, days, openings, holidays, dayLength } = said;
  const offsets = offsetStretches(timezone.value, (days.from - 3) * secondsOfDay, (days.until + 3) * secondsOfDay);
  if (offsets === undefined) return { problem: noZone(timezone) };
  const boundaries = openStretches({ openings, holidays, offsets }, days);
  if (boundaries.length === 0) return { problem: neverOpen(spec) };
  const horizon = { from: firstInstantAt(offsets, days.from * secondsOfDay), until: firstInstantAt(offsets, days.until * secondsOfDay), ...outerDays(days) };
  return { calendar: { id: name, timezone: timezone.value, dayLength, horizon, boundaries, spec, ...measuresOf(boundaries, horizon) } };
}

function outerDays({ from, until }: DayRange): { readonly firstDay: string; readonly lastDay: string } {
  return { firstDay: dayBeforeNumber(from + 1), lastDay: dayBeforeNumber(until) };
}

function noZone({ value, spec }: SaidHours['timezone']): CalendarProblem {
  return { message: `\`${value}\` is no time zone.`, hint: 'Write a continent and a city, for example `timezone: Europe/Berlin`.', ...(spec === undefined ? {} : { spec }), path: ['timezone'] };
}

function neverOpen(spec: Spec<'Calendar'>): CalendarProblem {
  return { message: `Calendar \`${spec.id}\` is never open.`, hint: 'Write its hours, for example `weekly: {mon: ["08:00-18:00"]}`, and let its `horizon` reach over days that are no holidays.', spec, path: ['weekly'] };
}
