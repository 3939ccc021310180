import type { Diagnostic, Severity } from '../base/diagnostic.js';
import { count } from '../base/words.js';
import { countSeverities, fails, findingsOf, type SeverityCounts } from './findings.js';
import type { DraftDebt, Results, WorkspaceReport } from './reporter.js';

/** What a run comes to, in numbers. */
export interface Totals {
  readonly findings: SeverityCounts;
  /** Findings from which the run fails. */
  readonly failing: number;
  /** Files with findings. */
  readonly files: number;
  readonly documents: number;
  readonly workspaces: number;
  readonly waived: number;
  readonly baselined: number;
  /** Codes of rules that are switched off in a workspace, in order. */
  readonly switchedOff: readonly string[];
}

/** Adds up a run. */
export function totalsOf({ workspaces }: Results, failOn: Severity | 'never'): Totals {
  const findings = findingsOf(workspaces);
  const diagnostics = findings.map(({ diagnostic }) => diagnostic);
  const sum = (of: (workspace: WorkspaceReport) => number): number => workspaces.reduce((total, each) => total + of(each), 0);
  return {
    findings: countSeverities(diagnostics),
    failing: diagnostics.filter((diagnostic) => fails(diagnostic, failOn)).length,
    files: new Set(findings.map(({ file }) => file)).size,
    documents: sum(({ documents }) => documents),
    workspaces: workspaces.length,
    waived: sum(({ waived }) => waived),
    baselined: sum(({ baselined }) => baselined),
    switchedOff: [...new Set(workspaces.flatMap(({ switchedOff }) => switchedOff))].sort(),
  };
}

/** `3 errors, 2 warnings`; `no findings` when there are none. */
export function severityWords({ error, warning, info }: SeverityCounts): string {
  const words = [error > 0 ? count(error, 'error') : '', warning > 0 ? count(warning, 'warning') : '', info > 0 ? count(info, 'info') : ''];
  return words.filter((word) => word !== '').join(', ') || 'no findings';
}

/** The closing words of a run: how much was found in how much, what is not shown, and whether the findings fail it. */
export function closingLines(totals: Totals, failOn: Severity | 'never'): readonly string[] {
  return [foundLine(totals), hiddenLine(totals), silentLine(totals), verdictLine(totals, failOn)].filter((line) => line !== '');
}

function foundLine(totals: Totals): string {
  const read = `${count(totals.documents, 'document')} in ${count(totals.workspaces, 'workspace')}`;
  if (totals.files === 0) return `No findings. ${read}`;
  return `${severityWords(totals.findings)} in ${count(totals.files, 'file')}; ${read}`;
}

function hiddenLine({ waived, baselined }: Totals): string {
  const words = [waived > 0 ? `${waived} waived` : '', baselined > 0 ? `${baselined} known from the baseline` : ''];
  const hidden = words.filter((word) => word !== '').join(', ');
  return hidden === '' ? '' : `Not shown: ${hidden}`;
}

/** A run that finds nothing because it asks nothing must not look like a clean one. */
function silentLine({ switchedOff }: Totals): string {
  return switchedOff.length === 0 ? '' : `Not asked: ${switchedOff.join(', ')}, switched off by name`;
}

function verdictLine(totals: Totals, failOn: Severity | 'never'): string {
  if (totals.files === 0) return '';
  if (failOn === 'never') return 'Findings do not fail this run';
  return totals.failing === 0 ? `No finding at or above ${failOn}` : `Failed: ${count(totals.failing, 'finding')} at or above ${failOn}`;
}

/** `... and 17 more (2 errors, 15 warnings)`; empty when nothing is left out. */
export function leftWords(left: readonly Diagnostic[]): string {
  return left.length === 0 ? '' : `... and ${left.length} more (${severityWords(countSeverities(left))})`;
}

/** What a draft owes, after its title. */
export function debtWords({ owed }: DraftDebt): string {
  return owed === 1 ? '1 thing is owed' : `${owed} things are owed`;
}

/** One line for each draft, up to a number of them; the others are counted. */
export function draftLines(drafts: readonly DraftDebt[], most: number, line: (draft: DraftDebt) => string): readonly string[] {
  const left = drafts.length - most;
  return [...drafts.slice(0, most).map(line), ...(left > 0 ? [`... and ${count(left, 'more draft')}`] : [])];
}
