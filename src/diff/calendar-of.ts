import { calendarOfPromise } from '../analysis/calendar-of-promise.js';
import { fieldOf, valueAt, type Path } from '../base/json.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';

/** The calendar that a promise is counted on: its own, or that of the only promise of the journey. */
export function calendarOf(workspace: Workspace, spec: Spec, path: Path): string | undefined {
  if (spec.kind === 'Sla') return calendarOfPromise(workspace, (spec as Spec<'Sla'>).value);
  const own = fieldOf(valueAt(spec.value, path.slice(0, -1)), 'calendar');
  if (typeof own === 'string') return own;
  const promised = spec.kind === 'Journey' ? ((spec as Spec<'Journey'>).value.slas ?? []).map((id) => calendarOfPromise(workspace, workspace.find('Sla', id)?.value ?? {})) : [];
  return new Set(promised).size === 1 ? promised[0] : undefined;
}
