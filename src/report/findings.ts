import { atLeast, type Diagnostic, type Severity } from '../base/diagnostic.js';
import { fileOf } from './place.js';
import type { Results, RuleCard, WorkspaceReport } from './reporter.js';

/** A finding together with the workspace and the file that it belongs to. */
export interface FiledFinding {
  readonly workspace: WorkspaceReport;
  readonly file: string;
  readonly diagnostic: Diagnostic;
}

/** Every finding of a run, in order. */
export function findingsOf(workspaces: readonly WorkspaceReport[]): readonly FiledFinding[] {
  return workspaces.flatMap((workspace) =>
    workspace.diagnostics.map((diagnostic) => ({ workspace, diagnostic, file: fileOf(diagnostic, workspace.root) })),
  );
}

/** Number of findings of each weight. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** Counts findings by weight. */
export function countSeverities(diagnostics: readonly Diagnostic[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

/** True when the run fails because of this finding. */
export function fails({ severity }: Pick<Diagnostic, 'severity'>, failOn: Severity | 'never'): boolean {
  return failOn !== 'never' && atLeast(severity, failOn);
}

/** Findings that are printed, and the rest that is only counted. */
export interface Selection {
  /** The same workspaces with the findings that are printed. */
  readonly workspaces: readonly WorkspaceReport[];
  readonly left: readonly Diagnostic[];
}

/** Keeps at most `most` findings in their order. The heaviest stay, so that no error hides behind a hundred notes. */
export function selectWorst({ workspaces }: Results, most: number): Selection {
  const room = shareOut(countSeverities(workspaces.flatMap(({ diagnostics }) => diagnostics)), most);
  const left: Diagnostic[] = [];
  const takes = (diagnostic: Diagnostic): boolean => {
    room[diagnostic.severity] -= 1;
    if (room[diagnostic.severity] >= 0) return true;
    left.push(diagnostic);
    return false;
  };
  return { workspaces: workspaces.map((workspace) => ({ ...workspace, diagnostics: workspace.diagnostics.filter(takes) })), left };
}

function shareOut(counts: SeverityCounts, most: number): Record<Severity, number> {
  const error = Math.min(counts.error, most);
  const warning = Math.min(counts.warning, most - error);
  return { error, warning, info: Math.min(counts.info, most - error - warning) };
}

/** Gives for each finding why its rule exists, as one paragraph: its own words, else the rule's. */
export function reasons(rules: readonly RuleCard[]): (diagnostic: Diagnostic) => string | undefined {
  const known = new Map(rules.map(({ id, rationale }) => [id, rationale]));
  return ({ why, rule }) => {
    const reason = why ?? known.get(rule);
    return reason === undefined ? undefined : paragraph(reason);
  };
}

/** A text that was broken into lines where it was written, as one line. */
export function paragraph(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ').trim();
}
