import type { Results } from '../../report/reporter.js';
import { reporters } from '../../report/reporters/index.js';
import { reviewAsFindings, reviewReporters } from '../../report/review/index.js';
import type { ReviewResults } from '../../report/review/review-results.js';
import type { WideView } from '../publish.js';

/** What a job tells of. */
export interface Told {
  readonly checked: Results;
  /** Absent outside of a pull request, and where it cannot be reviewed. */
  readonly reviewed?: ReviewResults;
  /** True where there is something to review. */
  readonly isPullRequest: boolean;
}

/** What a job tells in one format: the findings and the review, and in Markdown the review alone. */
export function report(told: Told, format: string, view: WideView): string {
  if (format === 'text') return `${checkIn(told.checked, 'text', view)}\n${reviewIn(told, 'text', view)}`;
  return format === 'markdown' ? reviewIn(told, 'markdown', view) : checkIn(together(told), format, view);
}

/** What stands beside the job: the review, and below it every finding of the files as they lie here. */
export function summaryOf(told: Told, view: WideView): string {
  return `${reviewIn(told, 'markdown', view)}\n${checkIn(told.checked, 'markdown', view)}`;
}

function checkIn(results: Results, format: string, view: WideView): string {
  return reporters.find(({ id }) => id === format)!.report(results, view);
}

function reviewIn({ reviewed, isPullRequest }: Told, format: string, view: WideView): string {
  if (reviewed !== undefined) return reviewReporters.find(({ id }) => id === format)!.report(reviewed, view);
  return isPullRequest ? 'The change could not be reviewed.\n' : 'This is no pull request, so nothing was reviewed: only the files as they lie here were checked.\n';
}

/** What the review finds as well is told once. */
function together({ checked, reviewed }: Told): Results {
  if (reviewed === undefined) return checked;
  const { rules, workspaces } = reviewAsFindings(reviewed);
  const known = new Set(checked.workspaces.flatMap(({ diagnostics }) => diagnostics.map(({ fingerprint }) => fingerprint)));
  const added = workspaces.map((workspace) => ({ ...workspace, diagnostics: workspace.diagnostics.filter(({ fingerprint }) => !known.has(fingerprint)) }));
  return { ...checked, rules: [...new Map([...rules, ...checked.rules].map((rule) => [rule.code, rule])).values()], workspaces: [...checked.workspaces, ...added] };
}
