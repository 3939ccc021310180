import type { CalendarDay } from '../base/date.js';
import type { Coordinate } from '../base/diagnostic.js';
import { weighedBy } from '../control/levels.js';
import { diff } from '../diff/diff.js';
import { levels } from '../diff/tally.js';
import { memoryTree } from '../load/file-tree.js';
import { documentPartOf } from '../model/spec.js';
import { buildWorkspace, type Workspace } from '../model/workspace.js';
import { workspaceAt, type Followed } from './past-workspace.js';
import type { SpecVersion } from './spec-timeline.js';
import type { StaleCause } from './stale-journeys.js';

/**
 * The latest change of a System of another repository that is more than one of words: a copy that was imported with it. It came with a change of the Workspace document,
 * which locks each copy by its hash.
 *
 * @param coordinate - As steps name it: `system:group/crm`.
 */
export function importedChangeSince(followed: Followed, coordinate: Coordinate, since: CalendarDay, asOf: CalendarDay): readonly StaleCause[] {
  const [, name = '', id = ''] = /^system:([^/]+)\/(.+)$/.exec(coordinate) ?? [];
  const locks = name === '' ? [] : followed.workspace.specs.filter(({ versions }) => versions[0]!.kind === 'Workspace').flatMap(({ versions }) => versions);
  const inTime = locks.filter(({ event, moment }) => event === 'changed' && moment.recorded > since && moment.recorded <= asOf);
  for (const version of inTime.toReversed()) {
    const cause = causeIn(followed, version, name, id);
    if (cause !== undefined) return [cause];
  }
  return [];
}

function causeIn(followed: Followed, lock: SpecVersion, name: string, id: string): StaleCause | undefined {
  const before = workspaceAt(followed, followed.timeline.moments[lock.moment.place - 1]!);
  const [was, is] = [copyIn(before, name), copyIn(workspaceAt(followed, lock.moment), name)];
  const changes = weighedBy(before, diff(was, is)).filter(({ subject }) => documentPartOf(subject) === `system:${id}`);
  const level = levels.find((each) => changes.some((change) => change.level === each));
  const system = is.find('System', id) ?? was.find('System', id);
  if (system === undefined || level === undefined || level === 'editorial') return undefined;
  const { title, version } = system.value;
  return { version: { ...lock, kind: 'System', id: `${name}/${id}`, coordinate: `system:${name}/${id}`, title, version }, level };
}

/** The documents of a copy by themselves; none where nothing was imported under that name. */
function copyIn(workspace: Workspace, name: string): Workspace {
  return buildWorkspace({ tree: memoryTree({}), prefix: '', folder: name, documents: workspace.imported(name), imports: new Map(), problems: [] });
}
