import type { Followed } from './past-workspace.js';
import { isSameContent } from './same-content.js';
import type { Moment, SpecVersion } from './spec-timeline.js';

/** That a Record is not any more what was merged, although Records are only ever added. */
export interface RecordFate {
  /**
   * - `changed`: it says something else by now;
   * - `gone`: it left the workspace;
   * - `unreadable`: its file cannot be read any more.
   */
  readonly is: 'changed' | 'gone' | 'unreadable';
  /** The commit since which that is so. */
  readonly moment: Moment;
}

/**
 * What has become of a Record; `undefined` while it is what it was when it was merged, also in another file, or once more after it was something else.
 *
 * @param versions - Of the Record, the oldest first, as far as they are known.
 */
export function recordFate(followed: Followed, versions: readonly SpecVersion[]): RecordFate | undefined {
  const states = versions.map((version) => stateOf(followed, versions[0]!, version));
  const last = states.at(-1);
  return last === undefined ? undefined : { is: last, moment: versions[states.findLastIndex((state) => state !== last) + 1]!.moment };
}

function stateOf(followed: Followed, first: SpecVersion, version: SpecVersion): RecordFate['is'] | undefined {
  if (version.event === 'gone' || version.event === 'unreadable') return version.event;
  return isSameContent(followed, first, version) ? undefined : 'changed';
}
