import { readSpecs } from '../../model/read-specs.js';
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

/** A Calendar and the name under which it is asked for here: `office`, or `group/office` for one of another repository. */
export interface NamedCalendar {
  readonly name: string;
  readonly spec: Spec<'Calendar'>;
}

/** A calendar of the workspace, or of another repository that it imports. */
export function findCalendar(workspace: Workspace, written: string): NamedCalendar | undefined {
  const name = written.split('@')[0]!;
  const spec = workspace.find('Calendar', name) ?? importedCalendar(workspace, name);
  return spec && { name, spec };
}

function importedCalendar(workspace: Workspace, name: string): Spec<'Calendar'> | undefined {
  const slash = name.indexOf('/');
  if (slash < 0) return undefined;
  return readSpecs(workspace.imported(name.slice(0, slash))).find((spec): spec is Spec<'Calendar'> => spec.kind === 'Calendar' && spec.id === name.slice(slash + 1));
}

/** A calendar and those that it takes hours and holidays over from, the nearest first. */
export function lineageOf(workspace: Workspace, first: NamedCalendar): { readonly line: readonly Ancestor[] } | { readonly problem: CalendarProblem } {
  const line: Ancestor[] = [];
  const seen = new Set<string>();
  for (let here = first; ; ) {
    line.push({ value: here.spec.value, spec: here.spec });
    seen.add(here.name);
    const id = here.spec.value.extends?.split('@')[0];
    if (id === undefined) return { line };
    if (id === always) return { line: [...line, neverCloses] };
    const next = findCalendar(workspace, besides(here.name, id));
    if (next === undefined) return { problem: unknownBase(workspace, here.spec, id) };
    if (seen.has(next.name)) return { problem: circle(here.spec, id) };
    if (line.length === longestLine) return { problem: tooLong(here.spec) };
    here = next;
  }
}

/** A calendar of another repository names those that stand beside it. */
function besides(name: string, id: string): string {
  return name.slice(0, name.indexOf('/') + 1) + id;
}

function unknownBase(workspace: Workspace, spec: Spec<'Calendar'>, id: string): CalendarProblem {
  const day = workspace.beginsOn('Calendar', id);
  const wrong = day !== undefined ? `which begins on ${day} and is not in force before that day` : workspace.perhapsDeclared(id) ? 'which cannot be read' : 'which is no calendar of this workspace';
  return { message: `Calendar \`${spec.id}\` takes over the hours of \`${id}\`, ${wrong}.`, hint: `Name a calendar that exists under \`extends\`, or write the hours into \`${spec.id}\`.`, spec, path: ['extends'] };
}

function circle(spec: Spec<'Calendar'>, id: string): CalendarProblem {
  const wrong = id === spec.id ? 'its own hours' : `the hours of \`${id}\`, which takes over those of \`${spec.id}\` in turn`;
  return { message: `Calendar \`${spec.id}\` takes over ${wrong}.`, hint: 'Remove one `extends`, so that one of them says its hours itself.', spec, path: ['extends'] };
}

function tooLong(spec: Spec<'Calendar'>): CalendarProblem {
  return { message: `Calendar \`${spec.id}\` is the last of ${longestLine} that take over each other's hours, and no more are read.`, hint: 'Let fewer calendars take over from each other.', spec, path: ['extends'] };
}
