import { Option } from 'commander';
import type { Console } from './console.js';
import { parseDay } from './options.js';

/** How a verb is asked about the past. */
export interface PastOptions {
  readonly asOf?: string;
  readonly recordedBy?: string;
  readonly ref?: string;
  readonly workspace?: readonly string[];
}

/** True where a verb is asked about what the branch holds, and not about the files as they lie here. */
export function isAboutBranch({ recordedBy, ref }: PastOptions): boolean {
  return recordedBy !== undefined || ref !== undefined;
}

/** The day that a verb is asked about. */
export function dayAsked({ today }: Console, { asOf, recordedBy }: PastOptions): string {
  return asOf ?? recordedBy ?? today();
}

/** The day by whose end the branch is known. */
export function recordedByOption(meaning: string): Option {
  return new Option('--recorded-by <date>', meaning).argParser(parseDay);
}

/** The branch whose past is asked about. */
export function refOption(): Option {
  return new Option('--ref <branch>', 'the governed branch, a tag or a commit; else the branch that `waymark.yaml` names on `origin/main`, or where there is none, on `main`');
}

/** The workspace on that branch. */
export function branchWorkspaceOption(): Option {
  return new Option('-w, --workspace <dir>', 'folder of the workspace on that branch, where several have the id');
}
