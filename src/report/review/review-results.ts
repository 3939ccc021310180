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
}

/** Turns a review into one text. */
export interface ReviewReporter {
  readonly id: string;
  report(results: ReviewResults, view: View & { readonly columns: number }): string;
}
