import { gt, inc, satisfies as fits, valid, validRange } from 'semver';

/** True when the text is one exact version, `2.3.0`. */
export function isVersion(text: string): boolean {
  return valid(text) === text;
}

/** True when the text is a range of versions as npm writes it, `^2.3`. One version is a range too. */
export function isRange(text: string): boolean {
  return text.trim() !== '' && validRange(text) !== null;
}

/** True when a version lies in a range. What cannot be read lies in none. */
export function satisfies(version: string, range: string): boolean {
  return isRange(range) && isVersion(version) && fits(version, range);
}

/** True when a version is later than another; false when either cannot be read. */
export function isAbove(version: string, other: string): boolean {
  return isVersion(version) && isVersion(other) && gt(version, other);
}

/** How far a version is raised. */
export type Step = 'patch' | 'minor' | 'major';

/** True when a version is another one or later; false when either cannot be read. */
export function atLeastVersion(version: string, other: string): boolean {
  return isVersion(version) && isVersion(other) && !gt(other, version);
}

/** The next version of a step: a minor one after 2.3.1 is 2.4.0. The same text when it cannot be read. */
export function nextVersion(version: string, step: Step): string {
  return inc(version, step) ?? version;
}
