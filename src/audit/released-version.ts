import { listOf } from '../base/words.js';
import { isOnlyMoved, type SpecTimeline, type SpecVersion } from './spec-timeline.js';

/** Why a version is not to be had. */
export interface NoSuchVersion {
  /** One or two sentences, and what to do next. */
  readonly problem: string;
}

/** What the branch held of one version. */
export interface VersionFound {
  readonly version: SpecVersion;
  /** In how many commits something else stood under this number. More than one means that the number alone does not say what it was. */
  readonly contents: number;
}

/**
 * What a branch held under a version number, also of a document that is retired or gone by now. Where several commits gave one number, the last
 * of them in which it bound somebody counts, else the last.
 *
 * @param number - As `waymark history` lists it: `2.3.0`.
 * @returns The version, or which ones there are.
 */
export function versionNumbered({ coordinate, versions }: SpecTimeline, number: string): VersionFound | NoSuchVersion {
  const held = versions.filter(isHeld);
  const own = held.filter(({ version }) => version === number);
  const version = own.findLast(({ status }) => status === 'active' || status === 'deprecated') ?? own.at(-1);
  if (version !== undefined) return { version, contents: own.filter((each) => !isOnlyMoved(each)).length };
  const numbers = [...new Set(held.flatMap((each) => each.version ?? []))];
  if (numbers.length === 0) return { problem: `${coordinate} has no version numbers.` };
  return { problem: `${coordinate} never stood in version \`${number}\` on this branch. It has stood in ${listOf(numbers)}.` };
}

/**
 * What a branch released under a version number: a draft binds nobody, and is no release.
 *
 * @returns The version, or why it was never released.
 */
export function releasedVersion(spec: SpecTimeline, number: string): VersionFound | NoSuchVersion {
  const found = versionNumbered(spec, number);
  if ('problem' in found || found.version.status !== 'draft') return found;
  const released = [...new Set(spec.versions.filter((each) => isHeld(each) && each.status !== 'draft').flatMap((each) => each.version ?? []))];
  const others = released.length === 0 ? 'No version of it was released.' : `Released were ${listOf(released)}.`;
  return { problem: `Version \`${number}\` of ${spec.coordinate} was never released: it has only stood as a draft, which binds nobody. ${others}` };
}

/** Of what is gone or cannot be read, a version only repeats what was there before. */
function isHeld({ event }: SpecVersion): boolean {
  return event !== 'gone' && event !== 'unreadable';
}
