import type { Diagnostic } from '../base/diagnostic.js';
import { isDay, type CalendarDay } from '../base/date.js';
import type { Workspace } from '../model/workspace.js';
import type { Gathered } from './common-cause.js';
import type { RuleSettings } from './presets.js';
import { runRules, type DraftDebt } from './run-rules.js';
import { rules } from './rules/index.js';

/** How a workspace is checked. */
export interface ValidateOptions extends RuleSettings {
  /** The day that is judged for, `2026-11-22`. Reviews, expiries and horizons depend on it. It has no default: the clock is the caller's. */
  readonly asOf: CalendarDay;
}

/** What a check found. */
export interface Validation {
  /** Findings in the order of file and place. What is wrong in many places by one cause is one finding at the first of them. */
  readonly diagnostics: readonly Gathered[];
  /** Findings that a waiver Record excuses. */
  readonly waived: readonly Diagnostic[];
  /** What drafts will owe once they are active. */
  readonly drafts: readonly DraftDebt[];
  /** Codes of rules that the profile asks for and that the Policy or the caller switches off by name. */
  readonly switchedOff: readonly string[];
}

/**
 * Checks a workspace against every rule that its Policy switches on. A pure function: it reads no clock and no file
 * beyond those of the workspace. What is wrong in documents becomes findings, never an exception.
 *
 * @throws TypeError when `asOf` is missing or is no text.
 * @throws RangeError when `asOf` is no day that exists.
 */
export function validate(workspace: Workspace, options: ValidateOptions): Validation {
  return runRules(workspace, rules, dayOf(options), options);
}

/** Days compare as text: one that is none would quietly turn expiries off. */
function dayOf(options: Partial<ValidateOptions> | undefined): CalendarDay {
  const asOf: unknown = options?.asOf;
  if (typeof asOf !== 'string') throw new TypeError('asOf is missing: the day that is judged for, written as 2026-11-22. It is never taken from the clock.');
  if (!isDay(asOf)) throw new RangeError(`asOf has to be a day that exists, written as 2026-11-22, and is ${JSON.stringify(asOf)}.`);
  return asOf;
}
