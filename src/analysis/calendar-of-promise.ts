import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { always } from './business-time/calendar.js';

/** Id of the calendar on which a promise is counted: its own, else that of the workspace, else all hours of all days. */
export function calendarOfPromise({ root }: Workspace, { calendar }: { readonly calendar?: string | undefined }): string {
  return calendar ?? root?.value.defaultCalendar ?? always;
}

/** The workspace, where a promise that names no calendar is counted on that of the workspace. */
export function calendarLender({ root }: Workspace, { calendar }: { readonly calendar?: string | undefined }): readonly Spec<'Workspace'>[] {
  return calendar === undefined && root?.value.defaultCalendar !== undefined ? [root] : [];
}
