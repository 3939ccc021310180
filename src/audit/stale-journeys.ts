import { recordBook } from '../analysis/records.js';
import { systemsOf } from '../analysis/system-use.js';
import type { CalendarDay } from '../base/date.js';
import { compareText, type Coordinate } from '../base/diagnostic.js';
import { canonicalJson } from '../base/canonical-json.js';
import { sameJson, type JsonObject, type JsonValue } from '../base/json.js';
import type { JourneyModel } from '../model/journey.js';
import { isRunning, type Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Level } from '../schema/meanings.js';
import { importedChangeSince } from './imported-change.js';
import { firstDay } from './in-force.js';
import { specOf, type Followed } from './past-workspace.js';
import type { SpecVersion } from './spec-timeline.js';
import { meaningOf } from './version-changes.js';

/** A journey that nobody has reviewed since something changed that it rests on. */
export interface StaleJourney {
  readonly journey: Coordinate;
  /** Its title, as it is written: free text. */
  readonly title: string;
  /** Id of the team that owns it. */
  readonly owner: string;
  /** The day of its last review or audit on record; absent where there is none, and changes since it first came into force count. */
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
 * review, or where none is on record, after the journey's first day, is more than a change of words, and nobody has reviewed the journey since. A change on the day of the review itself is taken to be known to it. A later
 * version of the journey is no review; only of a system that it uses otherwise, what changed by then is taken to be known. What leaves the workspace and is still named counts as well.
 *
 * @param workspace - The workspace as it was in force on the day; see {@link workspaceInForce}.
 * @param asOf - The day that is judged for. What was recorded later does not count.
 */
export function staleJourneys(followed: Followed, workspace: Workspace, asOf: CalendarDay): readonly StaleJourney[] {
  const [book, lines] = [recordBook(workspace, asOf), new Map(followed.workspace.specs.map((spec) => [spec.coordinate, spec.versions]))];
  const gone = followed.workspace.specs.flatMap(({ versions }) => leavingBy(versions, asOf));
  const stale: StaleJourney[] = [];
  for (const journey of workspace.journeys.filter(({ spec }) => isRunning(spec))) {
    const { spec } = journey;
    const reviewed = book.latest(spec, ['review', 'audit'])?.value.date;
    const own = versionsBy(lines.get(spec.coordinate) ?? [], asOf);
    const since = reviewed ?? firstDayOf(own) ?? spec.value.effective?.from;
    if (since === undefined) continue;
    const changed = foundations(workspace, journey).flatMap((each) => {
      const looked = reviewed === undefined ? lastUsedOtherwise(followed, own, each, since) : since;
      return each.includes('/') ? importedChangeSince(followed, each, looked, asOf) : changeSince(followed, lines.get(each) ?? [], looked, asOf);
    });
    const because = [...changed, ...leftSince(followed, workspace, journey, gone, since)];
    if (because.length > 0) stale.push({ journey: spec.coordinate, title: spec.value.title, owner: spec.owner, ...(reviewed === undefined ? {} : { reviewed }), because });
  }
  return stale.sort((a, b) => compareText(a.journey, b.journey));
}

/** What was recorded of a document by the end of a day. */
function versionsBy(versions: readonly SpecVersion[], asOf: CalendarDay): readonly SpecVersion[] {
  return versions.filter(({ moment }) => moment.recorded <= asOf);
}

/** The day on which the journey was first in force, whichever version that was: a later one is no review. */
function firstDayOf(own: readonly SpecVersion[]): CalendarDay | undefined {
  return own.filter(({ event, status }) => event !== 'gone' && status !== 'draft').map(firstDay).sort()[0];
}

/** Whoever writes anew how a journey uses a system has looked at the system: the day of the last version that did, where there is none since. */
function lastUsedOtherwise(followed: Followed, own: readonly SpecVersion[], system: Coordinate, since: CalendarDay): CalendarDay {
  if (!system.startsWith('system:')) return since;
  const released = own.filter(({ event, status }) => event !== 'gone' && event !== 'unreadable' && status !== 'draft');
  const uses = released.map((version) => usesOf(specOf(followed, version), system.slice('system:'.length)));
  const last = released.findLast((_, at) => at > 0 && !sameJson(uses[at], uses[at - 1]));
  return last === undefined || last.moment.recorded < since ? since : last.moment.recorded;
}

/** How the steps of a journey use a system. Where the step stands and what it is called is no part of that. */
function usesOf(spec: Spec | undefined, system: string): readonly JsonValue[] {
  const stages = spec === undefined ? [] : ((spec as Spec<'Journey'>).value.stages ?? []);
  const uses = stages.flatMap(({ steps = [] }) => steps).flatMap(({ systems = [], dependsOn = [] }) => {
    const needed = dependsOn.filter((each) => each.system === system) as unknown as readonly JsonObject[];
    return needed.length > 0 || systems.includes(system) ? [[systems.includes(system), ...needed]] : [];
  });
  return uses.sort((a, b) => compareText(canonicalJson(a), canonicalJson(b)));
}

/** With which version a document left the workspace, if it was not there at the end of a day. */
function leavingBy(versions: readonly SpecVersion[], asOf: CalendarDay): readonly SpecVersion[] {
  const last = versionsBy(versions, asOf).at(-1);
  return last?.event === 'gone' ? [last] : [];
}

/** What has left the workspace since a day, and is named by the journey, or by the base of a variant. */
function leftSince(followed: Followed, workspace: Workspace, { spec }: JourneyModel, gone: readonly SpecVersion[], since: CalendarDay): readonly StaleCause[] {
  const left = gone.filter(({ moment }) => moment.recorded > since);
  if (left.length === 0) return [];
  const base = spec.base === undefined ? [] : workspace.referencesFrom(spec.base.coordinate);
  const named = [...workspace.referencesFrom(spec.coordinate), ...base];
  return left.filter(({ kind, id }) => named.some(({ expected, text }) => expected.includes(kind) && /^[^#@]*/.exec(text)![0] === id)).flatMap((version) => {
    const { level } = meaningOf(followed, version);
    return level === undefined || level === 'editorial' ? [] : [{ version, level }];
  });
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
