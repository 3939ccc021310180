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
  /** The journeys that differ, drawn when somebody asks; the worst first. Absent where nothing is drawn. */
  readonly pictures?: () => readonly ChangePicture[];
}

/** A journey in two versions, in one picture. */
export interface ChangePicture {
  readonly journey: string;
  readonly title: string;
  /** Mermaid, ending with a line break. */
  readonly text: string;
}

/** Turns a review into one text. */
export interface ReviewReporter {
  readonly id: string;
  report(results: ReviewResults, view: View & { readonly columns: number }): string;
}
