import type { CalendarDay } from '../../base/date.js';
import type { Release } from '../../control/releases.js';
import type { ChangeResults, Unread } from '../changes/change-results.js';
import type { View } from '../reporter.js';

/** What has become of documents, for people. */
export interface ChangelogResults extends Pick<ChangeResults, 'tool' | 'command' | 'head'> {
  /** The earlier version; absent where everything is told from the first one. */
  readonly base?: ChangeResults['base'];
  readonly workspaces: readonly WorkspaceChangelog[];
}

/** The changelog of one workspace. */
export interface WorkspaceChangelog {
  /** Folder of the workspace, `.` for the top. */
  readonly root: string;
  readonly title: string;
  readonly unread: readonly Unread[];
  /** The newest first. */
  readonly sections: readonly ChangelogSection[];
}

/** What came together. */
export interface ChangelogSection {
  /** True in a history, where each section says when it came; false for two versions that are compared. */
  readonly isDated: boolean;
  /** The commit that brought it, and the day from which on that counts as recorded; absent for two versions that are compared, and for what has no new version yet. */
  readonly commit?: { readonly id: string; readonly date: string | undefined; readonly recorded?: CalendarDay };
  readonly releases: readonly Release[];
}

/** Turns a changelog into one text. */
export interface ChangelogReporter {
  readonly id: string;
  report(results: ChangelogResults, view: View & { readonly columns: number }): string;
}
