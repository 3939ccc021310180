import type { CalendarDay } from '../base/date.js';
import type { Coordinate } from '../base/diagnostic.js';
import type { Workspace } from '../model/workspace.js';
import { firstDay, inForce, type InForce } from './in-force.js';
import { composed, filesLoadedAt, type Followed } from './past-workspace.js';
import type { Moment, SpecVersion } from './spec-timeline.js';
import type { Timeline } from './timeline.js';

/** A question about the past. */
export interface AsOf {
  /** The day on which it was in force. */
  readonly asOf: CalendarDay;
  /** What the branch held by the end of this day in UTC; without it, all that it holds. */
  readonly recordedBy?: CalendarDay;
}

/** A workspace as it was in force on a day. */
export interface WorkspaceInForce {
  /** An ordinary workspace, of which everything can be asked. */
  readonly workspace: Workspace;
  /** The last commit that was known. */
  readonly seen: Moment;
  /** The commit from which all is taken that has no days of its own. */
  readonly day: Moment;
  /** The version behind each document of the workspace, by the coordinate that it has there. */
  readonly versions: ReadonlyMap<Coordinate, SpecVersion>;
  /** What the days of each document say; by the coordinate that it had last. */
  readonly answers: ReadonlyMap<Coordinate, InForce>;
}

/**
 * The last commit that the branch held by the end of a day in UTC; without a day, its last one. `undefined` where it held nothing by then.
 */
export function seenBy({ moments }: Timeline, recordedBy: CalendarDay | undefined): Moment | undefined {
  return recordedBy === undefined ? moments.at(-1) : moments.findLast(({ recorded }) => recorded <= recordedBy);
}

/**
 * The whole workspace as it was in force on a day: each document in the version that was in force, with the owners, calendars, rules and words of that day.
 *
 * What says no days is as the branch held it on that day: drafts, the Workspace document, and the files that documents refer to. A Record
 * counts from its date. What was retired by then is there as retired, and what
 * was announced for later as announced, so that whoever names it names something. Where the branch began later than the day that is asked about, the Workspace document and the files are those of its first commit.
 *
 * @returns `undefined` where the branch held nothing of it by the day of `recordedBy`.
 */
export function workspaceInForce(followed: Followed, { asOf, recordedBy }: AsOf): WorkspaceInForce | undefined {
  const seen = seenBy(followed.timeline, recordedBy);
  if (seen === undefined || followed.workspace.specs.every(({ versions }) => versions[0]!.moment.place > seen.place)) return undefined;
  const day = dayMoment(followed, seen, asOf);
  const answers = new Map<Coordinate, InForce>();
  const chosen: SpecVersion[] = [];
  for (const { coordinate, versions } of followed.workspace.specs) {
    const own = versions.map(asDocument).filter((version) => version !== undefined);
    if (own.length === 0) continue;
    const answer = inForce(own, asOf, seen);
    answers.set(coordinate, answer);
    const version = answer.version ?? standIn(own, day, asOf);
    if (version !== undefined) chosen.push(version);
  }
  const { documents, imports, problems } = filesLoadedAt(followed, day);
  const broken = documents.filter((document) => document.problems.length > 0);
  const workspace = composed(followed, day, chosen, { documents: broken, imports, problems, announced: announcedAt(followed, seen) });
  return { workspace, seen, day, answers, versions: new Map(chosen.map((version) => [version.coordinate, version])) };
}

/** Every version that was known: Records speak of versions before they hold. */
function announcedAt({ workspace }: Followed, { place }: Moment): ReadonlySet<string> {
  return new Set(workspace.specs.flatMap(({ versions }) => versions.flatMap(({ id, version, moment }) => (version === undefined || moment.place > place ? [] : [`${id}@${version}`]))));
}

/** The last commit by the day that is asked about; where there is none that holds the workspace, the first that does. */
function dayMoment({ timeline, workspace }: Followed, seen: Moment, asOf: CalendarDay): Moment {
  const first = Math.min(...workspace.specs.map(({ versions }) => versions[0]!.moment.place));
  const last = timeline.moments.findLast(({ place, recorded }) => place <= seen.place && recorded <= asOf);
  return last === undefined || last.place < first ? timeline.moments[first]! : last;
}

/** A document that was moved into a Directory is none of its own from the day on which the Directory holds it. */
function asDocument(version: SpecVersion, at: number, all: readonly SpecVersion[]): SpecVersion | undefined {
  if (version.directory === undefined) return version;
  return all.slice(0, at).some(({ directory }) => directory === undefined) ? { ...version, status: 'retired' } : undefined;
}

/** What binds nobody on that day and is there all the same: a draft, what is retired, what is announced for later, and the frame of it all. */
function standIn(versions: readonly SpecVersion[], { place }: Moment, asOf: CalendarDay): SpecVersion | undefined {
  const last = versions.findLast(({ moment }) => moment.place <= place);
  if (last === undefined || last.event === 'gone' || last.directory !== undefined) return undefined;
  return last.status === 'draft' || last.status === 'retired' || last.kind === 'Workspace' || firstDay(last) > asOf ? last : undefined;
}
