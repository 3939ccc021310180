import type { AnnouncedFate } from '../../audit/announced.js';
import type { PromiseEnd } from '../../analysis/promise-end.js';
import type { Moment, SpecVersion } from '../../audit/spec-timeline.js';
import type { VersionDigests } from '../../audit/version-digests.js';
import type { Coordinate } from '../../base/diagnostic.js';
import type { JsonValue } from '../../base/json.js';
import type { LevelCounts } from '../../diff/tally.js';
import type { Level } from '../../schema/meanings.js';
import type { Agreed } from '../past/past-words.js';
import type { PastResults } from '../past/past-results.js';
import type { View } from '../reporter.js';

/** All versions of one spec, or of one field of it. */
export interface HistoryResults extends PastResults {
  readonly spec: Coordinate;
  readonly title: string;
  /** The oldest first. */
  readonly versions: readonly ToldVersion[];
  /** What has become of the field that was asked about. */
  readonly field?: { readonly path: string; readonly changes: readonly FieldTold[] };
}

/** A version with what it means. */
export interface ToldVersion extends Agreed {
  readonly version: SpecVersion;
  /** Absent for what is new. */
  readonly level?: Level;
  readonly regulated: boolean;
  /** The commit that it is compared with, where that is not the one before it. */
  readonly since?: Moment;
  /** The commit of what was released last, with which it is compared where a draft came in between. */
  readonly sinceReleased?: Moment;
  readonly counts: LevelCounts;
  readonly digests: VersionDigests;
  /** What became of it, where it was announced and not simply to begin on its first day. */
  readonly announced?: AnnouncedFate;
  /** What ends a promise before its days do. */
  readonly lapse?: PromiseEnd;
}

/** A version that changed a field. */
export interface FieldTold {
  readonly told: ToldVersion;
  /** The days on which what it became is in force; absent where the version says none. */
  readonly effective?: SpecVersion['effective'];
  /** What it was before; absent where it was not there. */
  readonly before?: JsonValue;
  /** What it is from then on; absent where it is gone. */
  readonly after?: JsonValue;
  /** Of a variant: what its base became, where the field would be something else without that, and who is said to have agreed to it. */
  readonly base?: Agreed & Pick<ToldVersion, 'version'>;
}

/** Turns a history into one text. */
export interface HistoryReporter {
  readonly id: string;
  report(results: HistoryResults, view: View & { readonly columns: number }): string;
}
