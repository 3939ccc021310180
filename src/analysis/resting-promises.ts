import type { Coordinate } from '../base/diagnostic.js';
import { isKind, type Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { calendarOfPromise } from './calendar-of-promise.js';

/** The promise itself, or every promise that is counted on a calendar. */
export function promisesResting(workspace: Workspace, subject: Coordinate): readonly Spec<'Sla'>[] {
  const spec = workspace.specAt(subject);
  if (spec === undefined || isKind(spec, 'Sla')) return spec === undefined ? [] : [spec];
  if (!isKind(spec, 'Calendar')) return [];
  return workspace.all('Sla').filter(({ value }) => restsOn(workspace, calendarOfPromise(workspace, value), spec.id));
}

/** True for a calendar, and for those that extend it. */
function restsOn(workspace: Workspace, calendar: string, wanted: string): boolean {
  const passed = new Set<string>();
  for (let at: string | undefined = calendar; at !== undefined && !passed.has(at); at = workspace.find('Calendar', at)?.value.extends) passed.add(at);
  return passed.has(wanted);
}
