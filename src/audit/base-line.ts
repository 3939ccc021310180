import type { Coordinate } from '../base/diagnostic.js';
import { firstDay, inForce, isBinding } from './in-force.js';
import { baseOf, documentOf, type Followed } from './past-workspace.js';
import type { Moment, SpecTimeline, SpecVersion } from './spec-timeline.js';

/** What a version of a variant calls its base. */
export function baseNamed(followed: Followed, version: SpecVersion): Coordinate | undefined {
  const base = version.kind === 'Journey' && version.directory === undefined ? baseOf(documentOf(followed, version)) : undefined;
  return base === undefined ? undefined : `journey:${base}`;
}

/** The base that a version of a variant names, if it was ever there: what has the id by what is known, else what had it. */
export function baseLine(followed: Followed, version: SpecVersion, { place }: Pick<Moment, 'place'>): SpecTimeline | undefined {
  const base = baseNamed(followed, version);
  if (base === undefined) return undefined;
  const { specs } = followed.workspace;
  const isCalled = ({ coordinate }: SpecVersion): boolean => coordinate === base;
  return specs.find(({ versions }) => versions.some(isCalled) && isCalled(versions.findLast(({ moment }) => moment.place <= place) ?? versions[0]!)) ?? specs.find(({ versions }) => versions.some(isCalled));
}

/**
 * What has been announced of the base of a variant and begins after the last version of the variant and while that one is in force, in the order in which it begins: each makes that
 * version another one.
 *
 * @param variant - All that is known of the variant, the oldest first.
 * @param base - The same of its base.
 */
export function basesAhead(variant: readonly SpecVersion[], base: readonly SpecVersion[]): readonly SpecVersion[] {
  const last = variant.at(-1)!;
  const found: SpecVersion[] = [];
  if (isBinding(last)) for (let next = inForce(base, firstDay(last)).next; next !== undefined; next = inForce(base, firstDay(next)).next) found.push(next);
  return found.filter((each) => inForce(variant, firstDay(each)).version === last);
}
