import type { Moment, SpecTimeline } from '../../audit/spec-timeline.js';
import type { UnreadFile } from '../../audit/unread-files.js';
import type { ChangeResults } from '../changes/change-results.js';

/** What every answer that is read from the governed branch begins with. */
export interface PastResults extends Pick<ChangeResults, 'tool' | 'command'> {
  /** The last commit of the branch that was read. */
  readonly branch: { readonly label: string; readonly commit: string };
  /** Folder of the workspace, `.` for the top. */
  readonly root: string;
  /** Commits whose own date cannot be right. */
  readonly misdated: readonly Moment[];
  /** Files that may hold a version of what is told which nobody can read. */
  readonly unread: readonly UnreadFile[];
  /** When several documents bore the id of what is told, of which the first counts. */
  readonly doubled: Pick<SpecTimeline, 'coordinate' | 'doubled'>;
}
