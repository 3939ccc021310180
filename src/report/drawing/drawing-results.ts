import type { Rendering } from '../../render/render.js';
import type { Results, View } from '../reporter.js';

/** Pictures that were asked for. */
export interface DrawingResults extends Pick<Results, 'tool' | 'command'> {
  /** Folder of the workspace relative to where the command ran. */
  readonly root: string;
  readonly drawings: readonly NamedDrawing[];
}

/** One view of one subject. */
export interface NamedDrawing {
  /** Id of the view. */
  readonly view: string;
  /** Id and version of the journey; absent for a whole workspace. */
  readonly journey?: { readonly id: string; readonly version: string };
  readonly rendering: Rendering;
}

/** Turns pictures into one text. */
export interface DrawingReporter {
  readonly id: string;
  report(results: DrawingResults, view: View & { readonly columns: number }): string;
}
