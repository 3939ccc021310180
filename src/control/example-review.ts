import { withEdits, workspaceOf } from '../diff/example-workspace.js';
import { exampleDay, exampleFiles } from '../validate/example-workspace.js';
import type { GateExample } from './gate-rule.js';
import type { HostReport } from './host.js';
import { review, type Review } from './review.js';

/** What an example stands for, as texts of files. */
export interface ExampleFiles {
  readonly before: { readonly [path: string]: string };
  readonly after: { readonly [path: string]: string };
  /** The branch as it is now. */
  readonly branch: { readonly [path: string]: string };
  /** The last release. */
  readonly released: { readonly [path: string]: string };
}

/** The files of an example. A text of an edit that does not stand there is a mistake of the example. */
export function filesOf({ before, edits, meanwhile = [], released = [] }: GateExample): ExampleFiles {
  if (before === 'nothing') return { before: {}, after: withEdits(exampleFiles, edits), branch: {}, released: {} };
  const files = { ...exampleFiles, ...before };
  return { before: files, after: withEdits(files, edits), branch: withEdits(files, meanwhile), released: withEdits(files, released) };
}

/** The review of an example's change, on the day of the examples. */
export function exampleReview(example: GateExample): Review {
  const { before, after, branch, released } = filesOf(example);
  const judge = example.meanwhile === undefined ? {} : { judge: workspaceOf(branch) };
  const host = example.host === undefined ? {} : { host: hostReport(example.host) };
  const since = example.released === undefined ? {} : { since: workspaceOf(released) };
  return review({ before: workspaceOf(before), after: workspaceOf(after), ...judge }, { today: exampleDay, ...host, ...since });
}

/** All that was approved was approved as it is now. */
function hostReport({ author, approvedBy }: NonNullable<GateExample['host']>): HostReport {
  const [base, head] = ['b'.repeat(40), 'c'.repeat(40)];
  const approvals = approvedBy.map((login) => ({ login, commit: head, state: 'approved' as const, at: `${exampleDay}T09:00:00Z` }));
  return { host: 'git.example', repository: 'journeys', pullRequest: 17, base, head, author, committers: [author], approvals };
}
