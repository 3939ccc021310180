import type { Diagnostic } from '../../base/diagnostic.js';
import type { Review } from '../../control/review.js';
import type { ChangeResults, Unread } from '../changes/change-results.js';
import type { View } from '../reporter.js';

/** What a change means and what it still needs, in every workspace. */
export interface ReviewResults extends Pick<ChangeResults, 'tool' | 'command' | 'base' | 'head'> {
  /** The day of the review. */
  readonly asOf: string;
  /** True where the code host says who has agreed. */
  readonly hasHost: boolean;
  readonly workspaces: readonly WorkspaceReview[];
}

/** The review of one workspace. */
export interface WorkspaceReview extends Review {
  /** Folder of the workspace, `.` for the top. */
  readonly root: string;
  readonly title: string;
  readonly unread: readonly Unread[];
  /** Findings of the later version that fail a check, and that the earlier one did not have. */
  readonly findings: readonly Diagnostic[];
}

/** Turns a review into one text. */
export interface ReviewReporter {
  readonly id: string;
  report(results: ReviewResults, view: View & { readonly columns: number }): string;
}
