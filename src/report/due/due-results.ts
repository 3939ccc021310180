import type { Due } from '../../analysis/due/due.js';
import type { StaleJourney } from '../../audit/stale-journeys.js';
import type { PastResults } from '../past/past-results.js';
import type { View } from '../reporter.js';

/** What is due in each workspace. */
export interface DueResults extends Pick<PastResults, 'tool' | 'command' | 'misdated'> {
  /** The day that is judged for. */
  readonly asOf: string;
  /** How far ahead is looked, as it was asked for; without it as far as anything has a day. */
  readonly within?: string;
  /** The last commit of the branch that was read; absent where the files were read as they lie here. */
  readonly branch?: PastResults['branch'];
  /** Why no history could be read, where there is none. */
  readonly withoutHistory?: string;
  readonly workspaces: readonly DueWorkspace[];
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
