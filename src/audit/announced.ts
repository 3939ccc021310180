import { firstDay, inForce } from './in-force.js';
import { isOnlyMoved, type SpecVersion } from './spec-timeline.js';

/** What became of a version that was recorded before its first day. */
export interface AnnouncedFate {
  /**
   * - `withdrawn`: the document was retired, or left the workspace, before the version began;
   * - `replaced`: another version had taken its place before it began;
   * - `stands`: a version that begins earlier was recorded after it, as by a revert, and takes nothing back: the announced one begins all the same.
   */
  readonly is: 'withdrawn' | 'replaced' | 'stands';
  /** The version that did it, or seems to. */
  readonly by: SpecVersion;
}

/**
 * What became of an announced version, if it was not simply to begin on its first day. By what was known on that day, or by all that is known while it lies ahead.
 *
 * @param versions - Of one spec, the oldest first.
 * @param version - One of them.
 */
export function announcedFate(versions: readonly SpecVersion[], version: SpecVersion): AnnouncedFate | undefined {
  const from = firstDay(version);
  if (!isAnnouncement(version) || from <= version.brought.recorded) return undefined;
  const known = versions.filter(({ moment }) => moment.recorded <= from);
  const later = known.slice(known.indexOf(version) + 1).filter((each) => each.event !== 'unreadable' && !isOnlyMoved(each));
  const counts = inForce(known, from).version;
  if (counts === undefined) return fate('withdrawn', later.find(endsIt));
  if (firstDay(counts) === from && counts.version === version.version) return fate('stands', later.findLast((each) => isBinding(each) && firstDay(each) < from));
  return later.some(endsIt) ? fate('withdrawn', later.find(endsIt)) : fate('replaced', later.includes(counts) ? counts : undefined);
}

function fate(is: AnnouncedFate['is'], by: SpecVersion | undefined): AnnouncedFate | undefined {
  return by === undefined ? undefined : { is, by };
}

function isAnnouncement(version: SpecVersion): boolean {
  return isBinding(version) && !isOnlyMoved(version) && version.event !== 'base-changed' && version.effective !== undefined;
}

function isBinding({ event, status }: SpecVersion): boolean {
  return event !== 'gone' && event !== 'unreadable' && (status === 'active' || status === 'deprecated');
}

function endsIt({ event, status }: SpecVersion): boolean {
  return event === 'gone' || status === 'retired';
}
