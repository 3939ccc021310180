import type { Due } from '../../analysis/due/due.js';
import type { Moment } from '../../audit/spec-timeline.js';
import type { StaleJourney } from '../../audit/stale-journeys.js';
import type { ChangeResults } from '../changes/change-results.js';
import type { View } from '../reporter.js';

/** What is due in each workspace. */
export interface DueResults extends Pick<ChangeResults, 'tool' | 'command'> {
  /** The day that is judged for. */
  readonly asOf: string;
  /** How far ahead is looked, as it was asked for; without it as far as anything has a day. */
  readonly within?: string;
  /** The last commit of the branch that was read; absent where the files were read as they lie here. */
  readonly branch?: { readonly label: string; readonly commit: string };
  /** Why no history could be read, where there is none. */
  readonly withoutHistory?: string;
  readonly workspaces: readonly DueWorkspace[];
  /** Commits whose own date cannot be right. */
  readonly misdated: readonly Moment[];
}

/** One workspace with all that is due in it. */
export interface DueWorkspace {
  /** Its folder, `.` for the top. */
  readonly root: string;
  /** What tells it from other workspaces, wherever it is read from. */
  readonly name: string;
  /** By the day, the earliest first. */
  readonly due: readonly Due[];
  /** Absent where there is no history to tell it from. */
  readonly stale?: readonly StaleJourney[];
}

/** Turns what is due into one text. */
export interface DueReporter {
  readonly id: string;
  report(results: DueResults, view: View & { readonly columns: number }): string;
}
