import type { CalendarDay } from '../../base/date.js';
import { isActive, type Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import { endOfPromise } from '../promise-end.js';
import type { FoundDue } from './due.js';

/** Promises, grants and documents that end. */
export function* dueEnds(workspace: Workspace): Iterable<FoundDue> {
  for (const spec of workspace.specs) if (isActive(spec) && spec.kind !== 'Sla' && spec.kind !== 'Record') yield* endOfDocument(spec);
  for (const spec of workspace.all('Sla')) if (isActive(spec)) yield* endOfSla(workspace, spec);
  for (const spec of workspace.all('DataCatalog')) if (isActive(spec)) yield* endsOfGrants(spec);
}

/** What ends with its Directory is told with that. */
function* endOfDocument(spec: Spec): Iterable<FoundDue> {
  const until = untilOf(spec);
  if (until === undefined || (spec.directory !== undefined && untilOf(spec.directory) === until)) return;
  const next = spec.status === 'deprecated' ? 'Set `status: retired` on that day, once nothing names it any more.' : 'Write the version that follows it, or set `status: retired` on that day.';
  yield { kind: 'end', spec, path: ['effective', 'until'], day: until, isEnd: true, next };
}

function untilOf({ value }: Spec): CalendarDay | undefined {
  return 'effective' in value ? value.effective?.until : undefined;
}

/** Where the agreement ends first, its Record is told of. */
function* endOfSla(workspace: Workspace, spec: Spec<'Sla'>): Iterable<FoundDue> {
  const end = endOfPromise(workspace, spec);
  if (end === undefined || end.agreement !== undefined) return;
  yield { kind: 'promise', spec, path: end.path, day: end.day, isEnd: true, next: 'Agree on it anew and write the new day, or set `status: retired`.' };
}

/** A grant is known by whom it lets see what: its place in the list changes when another one goes. */
function* endsOfGrants(spec: Spec<'DataCatalog'>): Iterable<FoundDue> {
  const seen = new Map<string, number>();
  for (const [index, { role, classes = [], elements = [], purpose, expires }] of (spec.value.grants ?? []).entries()) {
    if (expires === undefined) continue;
    const name = [role, ...classes, ...elements, ...(purpose === undefined ? [] : [purpose])].join(' ');
    seen.set(name, (seen.get(name) ?? 0) + 1);
    const field = `grants.${name}${seen.get(name)! > 1 ? ` ${seen.get(name)}` : ''}.expires`;
    yield { kind: 'access', spec, path: ['grants', index, 'expires'], field, day: expires, isEnd: true, next: `Ask whether \`${role}\` still needs to see the data: write the new day, or take the grant out.` };
  }
}
