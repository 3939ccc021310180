import type { CalendarDay } from '../base/date.js';
import { compareText } from '../base/diagnostic.js';
import type { Moment, SpecVersion } from './spec-timeline.js';

/** What was in force on a day, as it was known at a commit. */
export interface InForce {
  readonly day: CalendarDay;
  /** The version that was in force; absent where none was. */
  readonly version?: SpecVersion;
  /** Why none was. */
  readonly absence?: Absence;
  /** The version that begins next, if one is known. */
  readonly next?: SpecVersion;
  /** Of a variant: what its base becomes before that, and the variant with it. */
  readonly nextOfBase?: SpecVersion;
  /** What one should know beside the answer, each a sentence. */
  readonly remarks: readonly InForceRemark[];
}

/** Why nothing was in force: nothing was known of it, it was a draft, it had not begun and may never do so, it had ended, or it had ended and begins again. */
export type Absence = 'unknown' | 'draft' | 'not-yet' | 'ended' | 'gap';

/** Something about an answer that one should know. */
export interface InForceRemark {
  /**
   * - `back-dated`: recorded later than the day from which it holds;
   * - `recorded-again`: the same of what the branch had held before under this number, until it held something else or nothing;
   * - `overlap`: by their own days, two versions hold;
   * - `set-aside`: one that was recorded later begins earlier, and does not count;
   * - `falls-back`: one that was to take over has ended, and an earlier one that has not counts again;
   * - `put-off`: before it began, a later first day was recorded under its number, which takes nothing back;
   * - `unreadable`: its file could not be read any more;
   * - `expired`: a promise that has not held since a day, by its own `expires` or that of its agreement;
   * - `expires`: the same of a day that is still to come;
   * - `without-base`: a variant whose base is not in force on the day.
   */
  readonly kind: 'back-dated' | 'recorded-again' | 'overlap' | 'set-aside' | 'falls-back' | 'put-off' | 'unreadable' | 'expired' | 'expires' | 'without-base';
  readonly message: string;
}

/** Whether two versions of a spec say the same. */
type IsSame = (one: SpecVersion, other: SpecVersion) => boolean;

/**
 * Which version of a spec was in force on a day. Of those that are active or deprecated and have begun and not ended, it is the one that
 * began last; of those that began on one day, the one that was recorded last. What stands under one number from one day on is one version, which says
 * what was recorded of it last. A spec ends for good when it leaves the branch, on
 * the day on which it is retired, and on the last day of a deprecated version, until a later version brings it back. One that was
 * brought back as it had been is told by the commit with which the branch held it on the day.
 *
 * @param versions - Of one spec, the oldest first.
 * @param day - The day that is asked about.
 * @param seen - The last commit that is known; without it all are.
 * @param isSame - Whether two versions say the same. Without it no version counts as one that was brought back.
 */
export function inForce(versions: readonly SpecVersion[], day: CalendarDay, seen?: Pick<Moment, 'place'>, isSame: (one: SpecVersion, other: SpecVersion) => boolean = () => false): InForce {
  const known = versions.filter(({ moment }) => seen === undefined || moment.place <= seen.place);
  const binding = lastSaid(known.filter(isBinding)).filter((each) => !isWithdrawn(each, known));
  const ended = Math.max(-1, ...known.flatMap((each) => (endOf(each) !== undefined && endOf(each)! <= day ? [known.indexOf(each)] : [])));
  const holds = (each: SpecVersion): boolean => known.indexOf(each) >= ended && (each.effective?.until === undefined || day < each.effective.until);
  const begun = binding.filter((each) => firstDay(each) <= day);
  const last = latest(begun.filter(holds));
  const before = last === undefined ? [] : saidBefore(last, known, isSame);
  const version = before.find((each) => each === heldOn(day, known)) ?? last;
  const next = firstOf(binding.filter((each) => firstDay(each) > day && !isEmpty(each)));
  const remarks = last === undefined ? [] : [...(version === last ? lateWords(last, before, day) : []), ...remarksOn(last, begun.filter(holds), begun, known)];
  const absence = version === undefined ? absenceOf(known, begun, next) : undefined;
  return { day, remarks, ...(version === undefined ? {} : { version }), ...(absence === undefined ? {} : { absence }), ...(next === undefined ? {} : { next }) };
}

/** The first day of a version: as it says, of a Record its date, and of what says none the day on which it was recorded. */
export function firstDay({ effective, record, brought }: SpecVersion): CalendarDay {
  return effective?.from ?? record?.date ?? brought.recorded;
}

/**
 * The days that are told of a version: those that it says. A variant that became another one with its base is that from the day on which what the base
 * became is in force, and not from its own first day.
 */
export function daysTold(version: SpecVersion): SpecVersion['effective'] {
  const { effective, base } = version;
  const from = base === undefined || base.status === 'draft' ? undefined : firstDayTold(base);
  return from === undefined || from <= firstDay(version) ? effective : { ...effective, from };
}

/** The first day that is told of a version, also of one that says none. */
export function firstDayTold(version: SpecVersion): CalendarDay {
  return daysTold(version)?.from ?? firstDay(version);
}

/** Of a variant that was edited while its base was announced: the day from which on what the base becomes holds, where that is later. */
export function dayOfBase(version: SpecVersion): CalendarDay | undefined {
  return version.baseLater === undefined ? undefined : daysTold({ ...version, base: version.baseLater })?.from;
}

/** How people are told of a version: `2.3.0`, or of what has no versions, the day on which it was recorded. */
export function versionName({ version, brought }: SpecVersion): string {
  return version ?? `of ${brought.recorded}`;
}

/** True of what binds somebody: what is active or deprecated. */
export function isBinding(version: SpecVersion): boolean {
  return version.event !== 'gone' && version.event !== 'unreadable' && (version.status === 'active' || version.status === 'deprecated');
}

/** From which day on nothing of what was recorded before counts any more; `undefined` for what ends nothing. */
export function endOf({ event, status, effective, moment }: SpecVersion): CalendarDay | undefined {
  if (event === 'gone') return moment.recorded;
  if (status === 'deprecated') return effective?.until;
  return status === 'retired' ? retirementOf(effective, moment.recorded) : undefined;
}

/** The day on which a document is retired that says these days: its last one, else its first, but not before the day on which that was recorded. */
export function retirementOf({ from, until }: Partial<NonNullable<SpecVersion['effective']>> = {}, recorded: CalendarDay): CalendarDay {
  return until ?? (from === undefined || from < recorded ? recorded : from);
}

/** Of what has stood under one number from one day on, what was recorded last. */
function lastSaid(versions: readonly SpecVersion[]): readonly SpecVersion[] {
  return [...new Map(versions.map((each) => [`${each.version ?? ''} ${firstDay(each)}`, each])).values()];
}

/** True of what was announced and, as was recorded later, ended for good by the day on which it was to begin. */
function isWithdrawn(version: SpecVersion, known: readonly SpecVersion[]): boolean {
  return known.slice(known.indexOf(version) + 1).map(endOf).some((end) => end !== undefined && end <= firstDay(version));
}

/** True of a version that ends before it begins, or on that day: it never holds. */
function isEmpty(version: SpecVersion): boolean {
  return isNoDay(firstDay(version), version.effective?.until);
}

/** True of a period that ends before it begins, or on that day. */
export function isNoDay(from: CalendarDay, until: CalendarDay | undefined): boolean {
  return until !== undefined && until <= from;
}

/** What stood under the number of a version before it, and said the same from the same day on. One that was recorded in time is asked for no other. */
function saidBefore(version: SpecVersion, known: readonly SpecVersion[], isSame: IsSame): readonly SpecVersion[] {
  if (version.brought.recorded <= firstDay(version)) return [];
  const before = known.slice(0, known.indexOf(version)).filter((each) => isBinding(each) && each.version === version.version && firstDay(each) === firstDay(version) && each.brought !== version.brought);
  return before.filter((each) => isSame(each, version));
}

function heldOn(day: CalendarDay, known: readonly SpecVersion[]): SpecVersion | undefined {
  return known.findLast(({ event, moment }) => event !== 'unreadable' && moment.recorded <= day);
}

/** By the day on which they begin, and of those that begin on one day by when they were recorded. */
function byBeginning(a: SpecVersion, b: SpecVersion): number {
  return compareText(firstDay(a), firstDay(b)) || a.moment.place - b.moment.place;
}

function latest(versions: readonly SpecVersion[]): SpecVersion | undefined {
  return versions.toSorted(byBeginning).at(-1);
}

/** The one that begins first, as {@link latest} has it of those that begin on that day. */
function firstOf(versions: readonly SpecVersion[]): SpecVersion | undefined {
  const [first] = versions.toSorted(byBeginning);
  return latest(versions.filter((each) => firstDay(each) === firstDay(first!)));
}

function absenceOf(known: readonly SpecVersion[], begun: readonly SpecVersion[], next: SpecVersion | undefined): Absence {
  if (begun.length > 0) return next === undefined ? 'ended' : 'gap';
  if (next !== undefined || known.some((each) => isBinding(each) && !isEmpty(each))) return 'not-yet';
  return known.some(({ event, status }) => event !== 'gone' && status === 'draft') ? 'draft' : known.length === 0 ? 'unknown' : 'ended';
}

function remarksOn(version: SpecVersion, holding: readonly SpecVersion[], begun: readonly SpecVersion[], known: readonly SpecVersion[]): readonly InForceRemark[] {
  return [...overlaps(version, holding), ...setAside(version, holding), ...fallsBack(version, begun), ...putOff(version, known), ...unreadable(known)];
}

function lateWords(version: SpecVersion, before: readonly SpecVersion[], day: CalendarDay): readonly InForceRemark[] {
  const { recorded } = version.brought;
  if (recorded <= firstDay(version)) return [];
  const late = `It was recorded on ${recorded}, later than the day from which it holds, ${firstDay(version)}.`;
  const [first] = before;
  if (first === undefined) return [{ kind: 'back-dated', message: `${late}${recorded > day ? ` On ${day} the branch did not hold it yet.` : ''}` }];
  const { id, recorded: once } = first.brought;
  const meanwhile = recorded > day && once <= day ? ` On ${day} the branch held something else, or nothing of it.` : '';
  return [{ kind: 'recorded-again', message: `${late} The same was recorded before, on ${once} (${id.slice(0, 12)}), and did not stay.${meanwhile}` }];
}

/** A version without an end is meant to be followed, and so is one by another from the same day on; one that says a later end is not. */
function overlaps(version: SpecVersion, holding: readonly SpecVersion[]): readonly InForceRemark[] {
  return holding
    .filter((each) => each !== version && each.effective?.until !== undefined && each.moment.place <= version.moment.place && firstDay(each) !== firstDay(version))
    .map((each) => ({ kind: 'overlap', message: `Version ${versionName(each)} says that it holds until ${each.effective!.until!} as well. The one that begins last counts.` }));
}

function setAside(version: SpecVersion, holding: readonly SpecVersion[]): readonly InForceRemark[] {
  return holding
    .filter((each) => each.moment.place > version.moment.place)
    .map((each) => ({ kind: 'set-aside', message: `Version ${versionName(each)} was recorded later, on ${each.moment.recorded}, and begins earlier, on ${firstDay(each)}. The one that begins last counts: check that this was meant.` }));
}

/** True of what says a later first day under the number of an announced version, before that has begun: the announced one takes over on its day all the same. */
export function seemsToPutOff(each: SpecVersion, announced: SpecVersion): boolean {
  return isBinding(each) && each.moment.place > announced.moment.place && each.version === announced.version && firstDay(each) > firstDay(announced) && each.brought.recorded < firstDay(announced);
}

function putOff(version: SpecVersion, known: readonly SpecVersion[]): readonly InForceRemark[] {
  const by = known.findLast((each) => seemsToPutOff(each, version));
  return by === undefined ? [] : [{ kind: 'put-off', message: `On ${by.brought.recorded}, before it began, ${firstDay(by)} was recorded as its first day. That does not take back what was announced, so it took over on ${firstDay(version)}: check that this was meant.` }];
}

function fallsBack(version: SpecVersion, begun: readonly SpecVersion[]): readonly InForceRemark[] {
  const ended = latest(begun.filter((each) => byBeginning(each, version) > 0 && each.moment.place >= version.moment.place && !isEmpty(each)));
  if (ended === undefined) return [];
  const until = version.effective?.until === undefined ? 'never said an end' : `says that it holds until ${version.effective.until}`;
  return [{ kind: 'falls-back', message: `Version ${versionName(ended)} took over on ${firstDay(ended)} and ended on ${ended.effective!.until!}. Version ${versionName(version)} ${until}, so it counts again: check that this was meant.` }];
}

function unreadable(known: readonly SpecVersion[]): readonly InForceRemark[] {
  const since = known[known.findLastIndex(({ event }) => event !== 'unreadable') + 1];
  return since !== undefined ? [{ kind: 'unreadable', message: `Since ${since.moment.recorded} (${since.moment.id.slice(0, 12)}) its file cannot be read. It counts as what it was before.` }] : [];
}
