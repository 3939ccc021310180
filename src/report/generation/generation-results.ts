import type { WeighedLoss } from '../../generate/accepted.js';
import type { AcceptedLoss } from '../../schema/kinds/workspace.js';
import type { Results, View } from '../reporter.js';

/** What was written, or held against what lies in the folders. */
export interface GenerationResults extends Pick<Results, 'tool' | 'command'> {
  readonly isCheck: boolean;
  readonly targets: readonly WrittenTarget[];
}

/** One target in one folder. */
export interface WrittenTarget {
  /** Its name in `waymark.yaml`, else that of the target. */
  readonly id: string;
  readonly target: string;
  /** Folder of the workspace, or where it was. */
  readonly root: string;
  /** Folder that is written into. */
  readonly folder: string;
  /** Each file, and how it stood to what is written now. */
  readonly files: readonly { readonly path: string; readonly state: string }[];
  readonly losses: readonly WeighedLoss[];
  /** What is accepted and is lost no longer. */
  readonly idle: readonly AcceptedLoss[];
  /** True for what was once written for an entry of `targets` that is gone, or that names another folder by now, and for a workspace that is gone from its folder. */
  readonly undeclared?: true;
}

/** Turns what was written into one text. */
export interface GenerationReporter {
  readonly id: string;
  report(results: GenerationResults, view: View & { readonly columns: number }): string;
}
