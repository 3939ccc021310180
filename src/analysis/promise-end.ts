import type { CalendarDay } from '../base/date.js';
import type { Path } from '../base/json.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';

/** The first day on which a promise no longer holds, and what ends it. */
export interface PromiseEnd {
  readonly day: CalendarDay;
  readonly path: Path;
  /** The Record of the agreement, where that ends first. */
  readonly agreement?: string;
}

/** When and by what a promise ends that its own time in force does not end first; `undefined` where it holds as long as that says. */
export function lapseOf(workspace: Workspace, spec: Spec<'Sla'>): PromiseEnd | undefined {
  const end = endOfPromise(workspace, spec);
  const until = spec.value.effective?.until;
  return end === undefined || (until !== undefined && until <= end.day) ? undefined : end;
}

/** The earliest of the promise's own end, the end of its time in force, and that of the Record of the agreement. */
export function endOfPromise(workspace: Workspace, { value }: Spec<'Sla'>): PromiseEnd | undefined {
  const { expires, effective, agreement } = value;
  const agreed = agreement === undefined ? undefined : workspace.find('Record', agreement)?.value;
  const ends: PromiseEnd[] = [];
  if (expires !== undefined) ends.push({ day: expires, path: ['expires'] });
  if (effective?.until !== undefined) ends.push({ day: effective.until, path: ['effective', 'until'] });
  if (agreed?.type === 'agreement' && agreed.expires !== undefined) ends.push({ day: agreed.expires, path: ['agreement'], agreement: agreed.id });
  return ends.reduce<PromiseEnd | undefined>((first, end) => (first === undefined || end.day < first.day ? end : first), undefined);
}
