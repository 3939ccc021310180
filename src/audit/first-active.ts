import type { Coordinate } from '../base/diagnostic.js';
import { groupBy } from '../base/groups.js';
import type { Workspace } from '../model/workspace.js';
import { workspaceAt, type Followed } from './past-workspace.js';
import { isOnlyMoved, type Moment, type SpecTimeline, type SpecVersion } from './spec-timeline.js';

/** Some specs that were first active at the same commit. */
export interface FirstActive {
  /** As the branch calls them now. */
  readonly specs: readonly Coordinate[];
  /** The whole workspace as that commit left it. */
  readonly workspace: Workspace;
}

/**
 * The workspace as it was when specs were first active, whatever became of them in between. A workspace is put together for each commit, so only
 * specs that somebody asks about are looked at.
 *
 * @param wanted - Documents or entries of Directories, as the branch calls them now.
 * @returns The earliest commit first, without specs that are what they were then, and those that were never active.
 */
export function firstActive(followed: Followed, wanted: ReadonlySet<Coordinate>): readonly FirstActive[] {
  const then = followed.workspace.specs.filter(({ coordinate }) => wanted.has(coordinate)).flatMap((spec) => momentOf(spec) ?? []);
  const byMoment = [...groupBy(then, ({ moment }) => moment)].sort(([a], [b]) => a.place - b.place);
  followed.timeline.history.expectFilesAt(byMoment.map(([moment]) => moment));
  return byMoment.map(([moment, list]) => ({ specs: list.map(({ coordinate }) => coordinate), workspace: workspaceAt(followed, moment) }));
}

interface Beginning {
  readonly coordinate: Coordinate;
  readonly moment: Moment;
}

function momentOf({ coordinate, versions }: SpecTimeline): Beginning | undefined {
  const at = versions.findIndex(({ status }) => status === 'active' || status === 'deprecated');
  return at < 0 || versions[at]!.kind === 'Record' || !versions.slice(at + 1).some(saysOther) ? undefined : { coordinate, moment: versions[at]!.moment };
}

function saysOther(version: SpecVersion): boolean {
  return version.event !== 'unreadable' && !isOnlyMoved(version);
}
