import type { CalendarDay } from '../base/date.js';
import type { Workspace } from '../model/workspace.js';
import type { Renames } from './renames.js';

/** Both versions of a workspace, with what was renamed between them. */
export interface Versions {
  readonly before: Workspace;
  readonly after: Workspace;
  readonly renames: Renames;
  /** The day on which it is asked, where that is known. */
  readonly today?: CalendarDay | undefined;
}
