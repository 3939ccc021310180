import type { CalendarDay } from '../base/date.js';
import { diff } from '../diff/diff.js';
import type { Change } from '../diff/change.js';
import { answersTo, type Answer } from './approvals.js';
import type { Versions } from './approvers.js';
import { bumps, type Bump } from './bumps.js';
import { demands } from './demands.js';
import { missingEvidence, tamperedRecords, type MissingEvidence } from './evidence.js';
import type { HostReport } from './host.js';
import { proofChanges, type ProofChange } from './proof-changes.js';

/** What a change of a workspace means and what it still needs. */
export interface Review {
  readonly changes: readonly Change[];
  /** Versions that have to be or have been raised. */
  readonly bumps: readonly Bump[];
  /** Who has to agree, and whether they have. */
  readonly answers: readonly Answer[];
  /** Evidence that regulated changes lack. */
  readonly evidence: readonly MissingEvidence[];
  /** Changes of Records that stood there before, which is never allowed. */
  readonly tampered: readonly Change[];
  /** Promises that are proved otherwise than before. */
  readonly proofs: readonly ProofChange[];
}

/** What a review knows beside the two versions. */
export interface ReviewContext {
  /** The day of the review: notice is counted from it, never from a day that somebody wrote. */
  readonly today: CalendarDay;
  /** What the code host says; without it nobody is known to have agreed. */
  readonly host?: HostReport;
}

/**
 * Says what a change means and what it still needs. The earlier version judges: its Policy, its teams and the people in them.
 *
 * @param versions - The earlier version and the one that is meant to replace it.
 */
export function review(versions: Versions, { today, host }: ReviewContext): Review {
  const { before, after } = versions;
  const changes = diff(before, after);
  const raised = bumps(before, after, changes);
  return {
    changes,
    bumps: raised,
    answers: answersTo(demands(versions, changes), before, host),
    evidence: missingEvidence(versions, changes, raised, today),
    tampered: tamperedRecords(changes),
    proofs: changes.length === 0 ? [] : proofChanges(versions),
  };
}
