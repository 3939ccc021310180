import { listOf } from '../base/words.js';
import type { FollowedSpec } from './find-spec.js';
import { isSameContent } from './same-content.js';
import type { SpecVersion } from './spec-timeline.js';

/** Why a version is not to be had. */
export interface NoSuchVersion {
  /** One or two sentences, and what to do next. */
  readonly problem: string;
}

/** What the branch held of one version. */
export interface VersionFound {
  readonly version: SpecVersion;
  /** How many different contents have stood under this number. More than one means that the number alone does not say what it was. */
  readonly contents: number;
}

/**
 * What a branch held under a version number, also of a document that is retired or gone by now. Where several commits gave one number, the last
 * of them in which it bound somebody counts, else the last. What came back as it had been is no other content.
 *
 * @param number - As `waymark history` lists it: `2.3.0`.
 * @returns The version, or which ones there are.
 */
export function versionNumbered(found: FollowedSpec, number: string): VersionFound | NoSuchVersion {
  const { coordinate, versions } = found.spec;
  const held = versions.filter(isHeld);
  const own = held.filter(({ version }) => version === number);
  const version = own.findLast(({ status }) => status === 'active' || status === 'deprecated') ?? own.at(-1);
  if (version !== undefined) return { version, contents: differentContents(found, own) };
  const numbers = [...new Set(held.flatMap((each) => each.version ?? []))];
  if (numbers.length === 0) return { problem: `${coordinate} has no version numbers.` };
  return { problem: `${coordinate} never stood in version \`${number}\` on this branch. It has stood in ${listOf(numbers)}.` };
}

/**
 * What a branch released under a version number: a draft binds nobody, and is no release.
 *
 * @returns The version, or why it was never released.
 */
export function releasedVersion(of: FollowedSpec, number: string): VersionFound | NoSuchVersion {
  const found = versionNumbered(of, number);
  if ('problem' in found || found.version.status !== 'draft') return found;
  const { spec } = of;
  const released = [...new Set(spec.versions.filter((each) => isHeld(each) && each.status !== 'draft').flatMap((each) => each.version ?? []))];
  const others = released.length === 0 ? 'No version of it was released.' : `Released were ${listOf(released)}.`;
  return { problem: `Version \`${number}\` of ${spec.coordinate} was never released: it has only stood as a draft, which binds nobody. ${others}` };
}

function differentContents(found: FollowedSpec, versions: readonly SpecVersion[]): number {
  const isFirst = (each: SpecVersion, at: number): boolean => versions.slice(0, at).every((other) => !isSameContent(found, other, each));
  return versions.filter(isFirst).length;
}

/** Of what is gone or cannot be read, a version only repeats what was there before. */
function isHeld({ event }: SpecVersion): boolean {
  return event !== 'gone' && event !== 'unreadable';
}
