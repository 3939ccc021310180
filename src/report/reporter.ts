import type { Diagnostic, Severity } from '../base/diagnostic.js';

/** What one run found in one workspace. */
export interface WorkspaceReport {
  /** Folder of the workspace relative to where the command ran, `.` for that folder itself. */
  readonly root: string;
  readonly title: string;
  /** How many documents were read. */
  readonly documents: number;
  /** Findings in the order of file, place and code. */
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that a waiver Record excuses. They are counted and not shown. */
  readonly waived: number;
  /** Findings that the baseline already knew. They are counted and not shown. */
  readonly baselined: number;
  /** What drafts will owe once they are active: one line each. */
  readonly drafts: readonly DraftDebt[];
  /** Codes of rules that the profile asks for and that are switched off by name. */
  readonly switchedOff: readonly string[];
}

/** What a draft would owe if it were active. */
export interface DraftDebt {
  readonly subject: string;
  readonly title: string;
  /** Number of findings that wait for activation. */
  readonly owed: number;
}

/** One rule as reporters need it. */
export interface RuleCard {
  readonly code: string;
  readonly id: string;
  readonly summary: string;
  readonly rationale: string;
  readonly severity: Severity;
  readonly helpUri?: string;
}

/** What one run found. */
export interface Results {
  readonly tool: { readonly name: string; readonly version: string };
  /** The verb that ran, `validate` for example. */
  readonly command: string;
  /** The day that the run was judged for. */
  readonly asOf: string;
  readonly workspaces: readonly WorkspaceReport[];
  /** The rules that may appear in findings. */
  readonly rules: readonly RuleCard[];
}

/** How a reader wants it. */
export interface View {
  readonly color: boolean;
  /** Findings that are printed in full; the rest is counted. */
  readonly maxProblems: number;
  /** Findings only, no summary when clean. */
  readonly quiet: boolean;
  /** Severity from which the run fails, for the closing words. */
  readonly failOn: Severity | 'never';
}

/** Turns results into one text. A pure function; escaping for the format happens here and nowhere else. */
export interface Reporter {
  readonly id: string;
  readonly summary: string;
  report(results: Results, view: View): string;
}
