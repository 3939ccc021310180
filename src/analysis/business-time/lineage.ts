import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import type { Calendar } from '../../schema/kinds/calendar.js';
import { always, type CalendarProblem } from './calendar.js';

/** What one calendar of a line says: the fields that are read, and where they stand. */
export interface Ancestor {
  readonly value: Pick<Calendar, 'timezone' | 'weekly' | 'dayLength' | 'holidays' | 'horizon'>;
  /** Absent for `24x7`, which stands in no file. */
  readonly spec?: Spec<'Calendar'>;
}

/** A calendar that takes over from one that takes over, and so on, is read up to here. */
const longestLine = 10;

const allDay = ['00:00-24:00'];
const neverCloses: Ancestor = { value: { weekly: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay }, dayLength: '24h' } };

/** A calendar and those that it takes hours and holidays over from, the nearest first. */
export function lineageOf(workspace: Workspace, spec: Spec<'Calendar'>): { readonly line: readonly Ancestor[] } | { readonly problem: CalendarProblem } {
  const line: Ancestor[] = [];
  const seen = new Set<Spec>();
  for (let next: Spec<'Calendar'> | undefined = spec; next !== undefined; ) {
    const here: Spec<'Calendar'> = next;
    line.push({ value: here.value, spec: here });
    seen.add(here);
    const id = here.value.extends?.split('@')[0];
    if (id === undefined) return { line };
    if (id === always) return { line: [...line, neverCloses] };
    next = workspace.find('Calendar', id);
    const problem = next === undefined ? unknownBase(workspace, here, id) : seen.has(next) ? circle(here, id) : line.length === longestLine ? tooLong(here) : undefined;
    if (problem !== undefined) return { problem };
  }
  return { line };
}

function unknownBase(workspace: Workspace, spec: Spec<'Calendar'>, id: string): CalendarProblem {
  const wrong = workspace.perhapsDeclared(id) ? 'which cannot be read' : 'which is no calendar of this workspace';
  return { message: `Calendar \`${spec.id}\` takes over the hours of \`${id}\`, ${wrong}.`, hint: `Name a calendar that exists under \`extends\`, or write the hours into \`${spec.id}\`.`, spec, path: ['extends'] };
}

function circle(spec: Spec<'Calendar'>, id: string): CalendarProblem {
  const wrong = id === spec.id ? 'its own hours' : `the hours of \`${id}\`, which takes over those of \`${spec.id}\` in turn`;
  return { message: `Calendar \`${spec.id}\` takes over ${wrong}.`, hint: 'Remove one `extends`, so that one of them says its hours itself.', spec, path: ['extends'] };
}

function tooLong(spec: Spec<'Calendar'>): CalendarProblem {
  return { message: `Calendar \`${spec.id}\` is the last of ${longestLine} that take over each other's hours, and no more are read.`, hint: 'Let fewer calendars take over from each other.', spec, path: ['extends'] };
}
