import type { CalendarDay } from '../base/date.js';
import type { Coordinate } from '../base/diagnostic.js';
import type { Document } from '../load/document.js';
import { readSpecs } from '../model/read-specs.js';
import type { Workspace } from '../model/workspace.js';
import { baseLine, baseNamed } from './base-line.js';
import { endOf, firstDay, inForce, isBinding, versionName, type InForce, type InForceRemark } from './in-force.js';
import { composed, documentOf, filesAt, filesLoadedAt, type Followed } from './past-workspace.js';
import { withLapse } from './promise-lapse.js';
import { isSameContent } from './same-content.js';
import { withBeside, type Moment, type SpecTimeline, type SpecVersion } from './spec-timeline.js';
import { withTextsOf } from './texts-in-force.js';
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
  /** What was announced by then and begins later, by the coordinate that it had last: known by name, and not in the workspace. */
  readonly later: ReadonlyMap<Coordinate, SpecVersion>;
  /** What the days of each document say; by the coordinate that it had last. */
  readonly answers: ReadonlyMap<Coordinate, InForce>;
}

/**
 * The last commit that the branch held by the end of a day in UTC; without a day, its last one. `undefined` where it held nothing by then.
 */
export function seenBy({ moments }: Timeline, recordedBy: CalendarDay | undefined): Moment | undefined {
  return recordedBy === undefined ? moments.at(-1) : moments.findLast(({ recorded }) => recorded <= recordedBy);
}

/** The last day of which all is known that was merged: the one by which is asked where the branch goes on behind it, else that of the last commit that is known. */
export function knownUntil(timeline: Timeline, recordedBy: CalendarDay | undefined, { recorded }: Pick<Moment, 'recorded'>): CalendarDay {
  return recordedBy !== undefined && recordedBy > recorded && timeline.moments.at(-1)!.recorded > recordedBy ? recordedBy : recorded;
}

/**
 * Which of the versions of one spec was in force on a day, as {@link inForce} has it. A variant becomes another one with its base when that is in force, and
 * is told with what is said of the base's days.
 */
export function specInForce(followed: Followed, versions: readonly SpecVersion[], day: CalendarDay, seen: Pick<Moment, 'place'>): InForce {
  const isSame = (one: SpecVersion, other: SpecVersion): boolean => isSameContent(followed, one, other);
  const all = withBeside(versions);
  const bases = new Map([...new Set(all.flatMap(({ base }) => base ?? []))].map((base) => [base, baseThen(followed, base, day, seen)]));
  const thenOf = ({ base }: SpecVersion): BaseThen | undefined => (base === undefined ? undefined : bases.get(base));
  const own = all.filter((version) => thenOf(version)?.isInForce !== false);
  const answer = inForce(own, day, seen, isSame);
  const base = answer.version === undefined ? undefined : thenOf(answer.version);
  const line = answer.version === undefined ? undefined : baseLine(followed, answer.version, seen);
  const ofBase = line === undefined ? undefined : inForce(line.versions, day, seen);
  const nextOfBase = nextBase(answer, ofBase);
  const told = { ...answer, ...(nextOfBase === undefined ? {} : { nextOfBase }), remarks: [...(ofBase === undefined ? [] : withoutBase(baseNamed(followed, answer.version!)!, line!, ofBase, seen)), ...answer.remarks] };
  return base === undefined ? told : { ...told, remarks: [...base.remarks, ...told.remarks.filter(({ kind }) => !isLate(kind))] };
}

/** What the base of a variant becomes next, unless the variant becomes another one by itself before that or on that day. */
function nextBase({ next }: InForce, ofBase: InForce | undefined): SpecVersion | undefined {
  const ahead = ofBase?.next;
  return ahead === undefined || (next !== undefined && firstDay(next) <= firstDay(ahead)) ? undefined : ahead;
}

/** A variant says only what differs from its base: while nothing is in force under the id that it names, there is no journey of it. */
function withoutBase(coordinate: Coordinate, { versions }: SpecTimeline, { absence, version, next, day }: InForce, { place }: Pick<Moment, 'place'>): readonly InForceRemark[] {
  const isOther = version !== undefined && version.coordinate !== coordinate;
  if (!isOther && (absence === undefined || absence === 'draft' || absence === 'unknown')) return [];
  const known = versions.filter(({ moment }) => moment.place <= place);
  const ended = known.flatMap((each) => [endOf(each), isBinding(each) ? each.effective?.until : undefined]).filter((each) => each !== undefined && each <= day).sort().at(-1);
  const period = [absence === 'not-yet' || ended === undefined ? '' : ` since ${ended}`, next?.coordinate === coordinate ? ` until ${firstDay(next)}` : ''].join('');
  return [{ kind: 'without-base', message: `It is a variant of \`${coordinate}\`, which is not in force on ${day}${period === '' ? '' : `: it is not${period}`}. A variant says only what differs from its base, so nobody can go by it on that day: release a version of the base that is in force then, or end the variant.` }];
}

/** What is said of the days of a base that made a variant another one. */
interface BaseThen {
  /** Whether what the base had become had begun by the day, and was not replaced by an earlier one of its versions. */
  readonly isInForce: boolean;
  readonly remarks: readonly InForceRemark[];
}

function baseThen(followed: Followed, held: SpecVersion, day: CalendarDay, seen: Pick<Moment, 'place'>): BaseThen {
  const { versions } = followed.workspace.specs.find((line) => line.versions.includes(held))!;
  const { version, remarks } = inForce(versions, day, seen, (one, other) => isSameContent(followed, one, other));
  const isInForce = held.status !== 'draft' && firstDay(held) <= day && (version === undefined || held.moment.place <= version.moment.place);
  return { isInForce, remarks: remarks.filter(({ kind }) => isLate(kind)).map(({ kind, message }) => ({ kind, message: `It became another one with its base, \`${held.coordinate}\` ${versionName(version!)}. Of the base: ${message}` })) };
}

function isLate(kind: InForceRemark['kind']): boolean {
  return kind === 'back-dated' || kind === 'recorded-again';
}

/**
 * The whole workspace as it was in force on a day: each document in the version that was in force, with the owners, calendars, rules and words of that day.
 *
 * What says no days is as the branch held it on that day: drafts, the Workspace document, and the files that documents refer to. Words for
 * customers are as the commit held them that recorded the version that names them. A Record counts from its date. What was retired by then is there as retired. What
 * was announced for later is known by name, so that whoever names it names something, and is not in it. Where the branch began later than the day that is asked about, the Workspace document and the files are those of its first commit.
 *
 * @returns `undefined` where the branch held nothing of it by the day of `recordedBy`.
 */
export function workspaceInForce(followed: Followed, { asOf, recordedBy }: AsOf): WorkspaceInForce | undefined {
  const seen = seenBy(followed.timeline, recordedBy);
  if (seen === undefined || followed.workspace.specs.every(({ versions }) => versions[0]!.moment.place > seen.place)) return undefined;
  const day = dayMoment(followed, seen, asOf);
  const answers = new Map<Coordinate, InForce>();
  const chosen: SpecVersion[] = [];
  const later = new Map<Coordinate, SpecVersion>();
  const ended: SpecVersion[] = [];
  for (const { coordinate, versions } of followed.workspace.specs) {
    const own = versions.map(asDocument).filter((version) => version !== undefined);
    if (own.length === 0) continue;
    const answer = specInForce(followed, own, asOf, seen);
    answers.set(coordinate, answer);
    const last = heldBy(own, day);
    const version = answer.version ?? (last !== undefined && isThere(last) ? last : undefined);
    if (version !== undefined) chosen.push(version);
    else if (last !== undefined && firstDay(last) > asOf) later.set(coordinate, last);
    else ended.push(...own.filter(({ moment }) => moment.place <= seen.place).slice(-1));
  }
  const { documents, imports, problems } = filesLoadedAt(followed, day);
  const documentsOf = (versionsOf: Iterable<SpecVersion>): readonly Document[] => [...versionsOf].map((each) => documentOf(followed, each));
  const workspace = composed(followed, day, chosen, { documents: notCounted(followed, documents, chosen), imports, problems, announced: announcedAt(followed, seen), later: documentsOf(later.values()), ended: () => documentsOf(ended), tree: withTextsOf(followed, chosen, filesAt(followed, day)) });
  for (const [coordinate, answer] of answers) answers.set(coordinate, withLapse(answer, workspace));
  return { workspace, seen, day, answers, later, versions: new Map(chosen.map((version) => [version.coordinate, version])) };
}

/** What is there and does not count: what is broken, and documents that bear the id of one that does. Rules tell of both. */
function notCounted(followed: Followed, documents: readonly Document[], chosen: readonly SpecVersion[]): readonly Document[] {
  const taken = new Set(readSpecs(chosen.map((each) => documentOf(followed, each))).map(({ coordinate }) => coordinate));
  const seen = new Set<Coordinate>();
  const doubled = readSpecs(documents).filter(({ coordinate }) => seen.has(coordinate) || !seen.add(coordinate));
  const others = new Set(doubled.filter(({ directory, coordinate }) => directory === undefined && taken.has(coordinate)).map(({ document }) => document));
  return documents.filter((document) => document.problems.length > 0 || others.has(document));
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

/** What the branch held of a document on a day; nothing of one that was gone. */
function heldBy(versions: readonly SpecVersion[], { place }: Moment): SpecVersion | undefined {
  const last = versions.findLast(({ moment }) => moment.place <= place);
  return last === undefined || last.event === 'gone' || last.directory !== undefined ? undefined : last;
}

/** What binds nobody on that day and is there all the same: a draft, what is retired, and the frame of it all. */
function isThere({ status, kind }: SpecVersion): boolean {
  return status === 'draft' || status === 'retired' || kind === 'Workspace';
}
