import type { CalendarDay } from '../base/date.js';
import type { Coordinate } from '../base/diagnostic.js';
import type { JsonValue } from '../base/json.js';
import type { KnownBesides } from '../diff/diff.js';
import type { Workspace } from '../model/workspace.js';
import type { KindName } from '../schema/generated/language-table.js';
import type { Status } from '../schema/kinds/header.js';

/** Two versions of a workspace. */
export interface Versions extends KnownPast {
  readonly before: Workspace;
  readonly after: Workspace;
  /**
   * Whose Policy and teams judge the change: those of the branch that it is meant for, as that branch is now. Where it is absent the
   * earlier version judges.
   */
  readonly judge?: Workspace;
}

/** What only the past of the branch tells, as far as it is known. */
export interface KnownPast {
  /** What was released last of a document that is a draft in the earlier version and has not ended since. */
  readonly releasedBefore?: KnownBesides['releasedBefore'];
  /** What a file that nobody can read in the earlier version held when it could last be read, by its path from the top; `undefined` where that is not known. */
  readonly lastRead?: (file: string) => readonly LastRead[] | undefined;
  /** The Record that was filed first under an id; `undefined` where none was, or that is not known. */
  readonly filedFirst?: (id: string) => FiledFirst | undefined;
  /** Why the ledger of the later version is not that of the earlier one, with nothing added but what the branch has released; `undefined` where it is, or that is not known. */
  readonly whyLedgerNotKept?: string | undefined;
}

/** A document of a file that nobody can read any more, as it was when it could be read. */
export interface LastRead {
  readonly coordinate: Coordinate;
  readonly kind: KindName;
  readonly status: Status;
}

/** A Record as it was filed. */
export interface FiledFirst {
  readonly value: JsonValue;
  readonly day: CalendarDay;
  /** Id of the commit. */
  readonly commit: string;
}

/** The workspace that judges. Never the later version, except where there is nothing before it to judge by. */
export function judgeOf(versions: Versions): Workspace {
  const { before, after, judge = before } = versions;
  return isFirstAdoption(versions) ? after : judge;
}

/** True where nobody has governed anything yet. */
export function isFirstAdoption({ before, judge = before }: Versions): boolean {
  return judge.specs.length === 0;
}

/**
 * True for a workspace that is new beside others: the first of those judges it, and what they call the same is something else. One that the
 * branch has by now is no new one.
 */
export function isBesideOthers({ before, after, judge = before }: Versions): boolean {
  return before.specs.length === 0 && judge.specs.length > 0 && judge.name !== after.name;
}
