import type { Diagnostic } from '../base/diagnostic.js';
import type { CalendarDay } from '../base/date.js';
import type { Workspace } from '../model/workspace.js';
import type { RuleSettings } from './presets.js';
import { runRules, type DraftDebt } from './run-rules.js';
import { rules } from './rules/index.js';

/** How a workspace is checked. */
export interface ValidateOptions extends RuleSettings {
  /** The day that is judged for, `2026-11-22`. Reviews, expiries and horizons depend on it. */
  readonly asOf: CalendarDay;
}

/** What a check found. */
export interface Validation {
  /** Findings in the order of file and place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that a waiver Record excuses. */
  readonly waived: readonly Diagnostic[];
  /** What drafts will owe once they are active. */
  readonly drafts: readonly DraftDebt[];
}

/**
 * Checks a workspace against every rule that its Policy switches on. A pure function: it reads no clock and no file
 * beyond those of the workspace. Wrong input becomes findings, never an exception.
 */
export function validate(workspace: Workspace, options: ValidateOptions): Validation {
  return runRules(workspace, rules, options.asOf, options);
}
