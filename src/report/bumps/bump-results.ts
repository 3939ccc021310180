import type { Bump } from '../../control/bumps.js';
import type { ChangeResults, Unread } from '../changes/change-results.js';

/** How far the version of each document has to be raised. */
export interface BumpResults extends Pick<ChangeResults, 'tool' | 'command' | 'base' | 'head'> {
  /** True where the versions that were too low have been written into the files. */
  readonly isWritten: boolean;
  readonly workspaces: readonly WorkspaceBumps[];
}

/** The documents of one workspace. */
export interface WorkspaceBumps {
  /** Folder of the workspace, `.` for the top. */
  readonly root: string;
  readonly title: string;
  /** Of what cannot be read nobody knows what it changes. */
  readonly unread: readonly Unread[];
  readonly bumps: readonly Bump[];
}

/** Turns them into one text. */
export interface BumpReporter {
  readonly id: string;
  report(results: BumpResults): string;
}

/** Versions that are not as high as they have to be. */
export function lowBumps(bumps: readonly Bump[]): readonly Bump[] {
  return bumps.filter(({ verdict }) => verdict === 'too-low' || verdict === 'lowered');
}
