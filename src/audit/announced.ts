import type { CalendarDay } from '../base/date.js';
import { firstDay, firstDayTold, inForce, isBinding, seemsToPutOff } from './in-force.js';
import { isOnlyMoved, type SpecVersion } from './spec-timeline.js';

/** What became of a version that was recorded before its first day. */
export interface AnnouncedFate {
  /**
   * - `withdrawn`: the document was retired, or left the workspace, before the version began;
   * - `replaced`: another version had taken its place before it began;
   * - `delayed`: another version that begins on that day, or earlier, was recorded after it, and ends earlier: then the announced one counts;
   * - `stands`: a version that begins earlier was recorded after it, as by a revert, or one of its number that begins later, and takes nothing back: the announced one begins all the same.
   */
  readonly is: 'withdrawn' | 'replaced' | 'delayed' | 'stands';
  /** The version that did it, or seems to. */
  readonly by: SpecVersion;
  /** Of one that is delayed, the day from which on it counts. */
  readonly from?: CalendarDay;
}

/**
 * What became of an announced version, if it was not simply to begin on its first day. By what was known on that day, or by all that is known while it lies ahead.
 *
 * @param versions - Of one spec, the oldest first.
 * @param version - One of them.
 */
export function announcedFate(versions: readonly SpecVersion[], version: SpecVersion): AnnouncedFate | undefined {
  if (version.event === 'base-changed') return fate('replaced', overtakenBy(versions, version, firstDayTold(version)));
  const from = firstDay(version);
  if (!isAnnouncement(version) || from <= version.brought.recorded) return undefined;
  const known = versions.filter(({ moment }) => moment.recorded <= from);
  const later = known.slice(known.indexOf(version) + 1).filter((each) => each.event !== 'unreadable' && !isOnlyMoved(each));
  const counts = inForce(known, from).version;
  if (counts === undefined) return fate('withdrawn', later.find(endsIt));
  if (isSameVersion(counts, version)) return fate('stands', later.findLast((each) => isBinding(each) && (firstDay(each) < from || seemsToPutOff(each, version))));
  if (later.some(endsIt)) return fate('withdrawn', later.find(endsIt));
  const by = later.includes(counts) ? counts : undefined;
  const then = by === undefined ? undefined : firstDayOf(version, known);
  return then === undefined ? fate('replaced', by) : { is: 'delayed', by: by!, from: then };
}

/**
 * The version of a variant that was recorded after what its base became had been announced, and is in force when that begins: it is the one that becomes another one then.
 *
 * @param version - The one that was in force then by what was known before.
 * @param day - The first day of what the base became.
 */
export function overtakenBy(versions: readonly SpecVersion[], version: SpecVersion, day: CalendarDay): SpecVersion | undefined {
  if (!isBinding(version) || day <= version.moment.recorded) return undefined;
  const counts = inForce(versions.filter(({ moment }) => moment.recorded <= day), day).version;
  return counts === undefined || isSameVersion(counts, version) || counts.moment.place <= version.moment.place ? undefined : counts;
}

/** The first day on which a version counts although it did not on its own: one on which another one ends. */
function firstDayOf(version: SpecVersion, known: readonly SpecVersion[]): CalendarDay | undefined {
  const ends = known.flatMap(({ effective }) => effective?.until ?? []).filter((day) => day > firstDay(version)).sort();
  return ends.find((day) => {
    const counts = inForce(known, day).version;
    return counts !== undefined && isSameVersion(counts, version);
  });
}

function isSameVersion(one: SpecVersion, other: SpecVersion): boolean {
  return one.version === other.version && firstDay(one) === firstDay(other);
}

function fate(is: AnnouncedFate['is'], by: SpecVersion | undefined): AnnouncedFate | undefined {
  return by === undefined ? undefined : { is, by };
}

function isAnnouncement(version: SpecVersion): boolean {
  return isBinding(version) && !isOnlyMoved(version) && version.effective !== undefined;
}

function endsIt({ event, status }: SpecVersion): boolean {
  return event === 'gone' || status === 'retired';
}
