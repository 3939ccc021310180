import { businessCalendar } from '../../src/analysis/business-time/business-calendar.js';
import type { BusinessCalendar } from '../../src/analysis/business-time/calendar.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** What a Calendar says, as a test writes it. */
export interface WrittenCalendar {
  readonly timezone: string;
  readonly weekly: { readonly [day in Weekday]?: readonly string[] };
  readonly holidays?: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly dayLength?: string;
}

/** A workspace of calendars, each by its id with the fields that it has. */
export function workspaceOf(calendars: { readonly [id: string]: object }, fields: object = {}): Workspace {
  const files = Object.entries(calendars).map(([id, said]) => [`${id}.yaml`, JSON.stringify({ ...header('Calendar', id), version: '0.1.0', status: 'draft', owner: 'desk', ...said })]);
  return loadWorkspaceFrom({ 'waymark.yaml': JSON.stringify({ ...header('Workspace', 'work'), ...fields }), ...Object.fromEntries(files) });
}

function header(kind: string, id: string): object {
  return { apiVersion: 'waymark/v1', kind, id, title: id };
}

export function fieldsOf({ timezone, weekly, holidays = [], from, until, dayLength }: WrittenCalendar): object {
  return { timezone, weekly, holidays: holidays.map((date) => ({ date })), horizon: { from, until }, ...(dayLength === undefined ? {} : { dayLength }) };
}

/** Calendars of one workspace, in the order in which they are given. */
export function calendarsOf(...written: readonly WrittenCalendar[]): readonly BusinessCalendar[] {
  const workspace = workspaceOf(Object.fromEntries(written.map((each, index) => [`c${index}`, fieldsOf(each)])));
  return written.map((_, index) => soundCalendar(workspace, `c${index}`));
}

export function soundCalendar(workspace: Workspace, id: string): BusinessCalendar {
  const reading = businessCalendar(workspace, id);
  if ('problem' in reading) throw new Error(reading.problem.message);
  return reading.calendar;
}

/** `2026-03-29T01:00:00Z` in seconds. */
export function at(instant: string): number {
  return Date.parse(instant) / 1000;
}

/** Seconds as an instant. */
export function told(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** Monday to Friday, the same hours. */
export function workdays(...hours: readonly string[]): WrittenCalendar['weekly'] {
  return { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
}
