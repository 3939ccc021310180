import type { InForce } from '../../audit/in-force.js';
import type { VersionFound } from '../../audit/released-version.js';
import type { Moment } from '../../audit/spec-timeline.js';
import type { VersionDigests } from '../../audit/version-digests.js';
import type { CalendarDay } from '../../base/date.js';
import type { Coordinate } from '../../base/diagnostic.js';
import type { JsonObject } from '../../base/json.js';
import type { Agreed } from '../past/past-words.js';
import type { PastResults } from '../past/past-results.js';
import type { View } from '../reporter.js';

/** A spec as it was: on a day, or under a version number. */
export type ShownResults = InForceResults | NumberedResults;

interface Shown extends PastResults {
  /** The day by whose end the branch is known; absent where all of it is. */
  readonly recordedBy?: CalendarDay;
  /** The last commit that was known. */
  readonly seen: Moment;
  /** By the id that it had last. */
  readonly spec: Coordinate;
  readonly title: string;
}

/** What of a spec was in force on a day. */
export interface InForceResults extends Shown {
  readonly asOf: CalendarDay;
  /** The last day of which all is known that was merged. */
  readonly knownUntil: CalendarDay;
  readonly answer: InForce;
  /** What was in force; absent where nothing was. */
  readonly held?: HeldThen;
}

/** What of a spec the branch held under a version number, whether it was in force or not. */
export interface NumberedResults extends Shown {
  readonly number: string;
  readonly found: VersionFound;
  /** Absent for a variant that cannot be put together. */
  readonly held?: HeldThen;
}

/** A spec as it was. */
export interface HeldThen extends Agreed {
  /** What applied: of a variant, after its overlay. */
  readonly value: JsonObject;
  /** Of a variant: its base as it was then, and where its overlay does not fit that, that it does not. */
  readonly base?: { readonly id: string; readonly version: string; readonly isFitting?: false };
  readonly digests: VersionDigests;
  readonly owner?: OwnerThen;
}

/** The team that answered for it, as it was then. */
export interface OwnerThen {
  readonly team: string;
  readonly title: string;
  readonly people: readonly { readonly role: string; readonly person: string }[];
}

/** Turns what was into one text. */
export interface InForceReporter {
  readonly id: string;
  report(results: ShownResults, view: View & { readonly columns: number }): string;
}
