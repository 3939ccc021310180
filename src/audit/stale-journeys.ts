import { recordBook } from '../analysis/records.js';
import { systemsOf } from '../analysis/system-use.js';
import type { CalendarDay } from '../base/date.js';
import { compareText, type Coordinate } from '../base/diagnostic.js';
import type { JourneyModel } from '../model/journey.js';
import { isRunning } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Level } from '../schema/meanings.js';
import { importedChangeSince } from './imported-change.js';
import type { Followed } from './past-workspace.js';
import type { SpecVersion } from './spec-timeline.js';
import { meaningOf } from './version-changes.js';

/** A journey that nobody has reviewed since something changed that it rests on. */
export interface StaleJourney {
  readonly journey: Coordinate;
  /** Its title, as it is written: free text. */
  readonly title: string;
  /** Id of the team that owns it. */
  readonly owner: string;
  /** The day of its last review or audit on record; absent where there is none, and changes since it came into force count. */
  readonly reviewed?: CalendarDay;
  /** What changed since, each by its latest version that counts. At least one. */
  readonly because: readonly StaleCause[];
}

/** A System or the Policy that changed. One of another repository is told by the version of its copy and the commit that brought that. */
export interface StaleCause {
  readonly version: SpecVersion;
  /** How far the change went; never `editorial`. */
  readonly level: Level;
}

/**
 * Tells which journeys a change of a System that they use, also of another repository, or of the Policy, has made stale: it was recorded on the branch after the day of the journey's last
 * review, is more than a change of words, and nobody has reviewed the journey since. A change on the day of the review itself is taken to be known to it.
 *
 * @param workspace - The workspace as it was in force on the day; see {@link workspaceInForce}.
 * @param asOf - The day that is judged for. What was recorded later does not count.
 */
export function staleJourneys(followed: Followed, workspace: Workspace, asOf: CalendarDay): readonly StaleJourney[] {
  const [book, told] = [recordBook(workspace, asOf), new Map(followed.workspace.specs.map((spec) => [spec.coordinate, spec.versions]))];
  const stale: StaleJourney[] = [];
  for (const journey of workspace.journeys.filter(({ spec }) => isRunning(spec))) {
    const { spec } = journey;
    const reviewed = book.latest(spec, ['review', 'audit'])?.value.date;
    const since = reviewed ?? spec.value.effective?.from;
    if (since === undefined) continue;
    const because = foundations(workspace, journey).flatMap((each) => (each.includes('/') ? importedChangeSince(followed, each, since, asOf) : changeSince(followed, told.get(each) ?? [], since, asOf)));
    if (because.length > 0) stale.push({ journey: spec.coordinate, title: spec.value.title, owner: spec.owner, ...(reviewed === undefined ? {} : { reviewed }), because });
  }
  return stale.sort((a, b) => compareText(a.journey, b.journey));
}

/** What a journey rests on: the systems of its steps and the Policy. */
function foundations({ policy }: Workspace, journey: JourneyModel): readonly Coordinate[] {
  const systems = new Set(journey.steps.flatMap(systemsOf));
  return [...[...systems].sort().map((id) => `system:${id}`), ...(policy.spec === undefined ? [] : [policy.spec.coordinate])];
}

/** The latest version in a stretch of time that is more than a change of words. */
function changeSince(followed: Followed, versions: readonly SpecVersion[], since: CalendarDay, asOf: CalendarDay): readonly StaleCause[] {
  for (const version of versions.toReversed()) {
    if (version.moment.recorded > asOf) continue;
    if (version.moment.recorded <= since) return [];
    if (version.status === 'draft' || (version.event !== 'changed' && version.event !== 'renamed' && version.event !== 'back')) continue;
    const { level } = meaningOf(followed, version);
    if (level !== undefined && level !== 'editorial') return [{ version, level }];
  }
  return [];
}
