import type { Diagnostic } from '../../base/diagnostic.js';
import type { Change } from '../../diff/change.js';
import type { Results, View } from '../reporter.js';

/** What differs between two versions. */
export interface ChangeResults extends Pick<Results, 'tool' | 'command'> {
  readonly base: ComparedVersion;
  readonly head: ComparedVersion;
  readonly workspaces: readonly WorkspaceChanges[];
}

/** One of the two versions. */
export interface ComparedVersion {
  /** As people are told of it: `origin/main (1cf1455ad9c5)`, `working tree`. */
  readonly label: string;
  /** The commit's id; absent where files on disk are meant. */
  readonly commit?: string;
}

/** What differs in one workspace. */
export interface WorkspaceChanges {
  /** Folder of the workspace, `.` for the top. */
  readonly root: string;
  readonly title: string;
  readonly changes: readonly Change[];
  /** Documents with problems in their form take no part. Those of the base were there before; those of the head came with it. */
  readonly unread: readonly Unread[];
}

/** Documents of one version that cannot be read. */
export interface Unread {
  readonly side: 'base' | 'head';
  readonly count: number;
  /** What is wrong with the first of them. */
  readonly first: Pick<Diagnostic, 'message' | 'span'>;
}

/** How a reader wants it. */
export interface ChangeView extends View {
  /** Columns of the terminal. */
  readonly columns: number;
}

/** Turns changes into one text. A pure function; escaping for the format happens here and nowhere else. */
export interface ChangeReporter {
  readonly id: string;
  report(results: ChangeResults, view: ChangeView): string;
}

/** All changes of all workspaces. */
export function changesOf({ workspaces }: Pick<ChangeResults, 'workspaces'>): readonly Change[] {
  return workspaces.flatMap(({ changes }) => changes);
}
