import type { Diagnostic } from '../../base/diagnostic.js';
import type { Reporter } from '../reporter.js';
import { github } from '../reporters/github.js';
import { gitlab } from '../reporters/gitlab.js';
import { junit } from '../reporters/junit.js';
import { sarif } from '../reporters/sarif.js';
import { asResults } from '../changes/changes-as-findings.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import type { ReviewReporter, ReviewResults } from './review-results.js';
import { stepsOf } from './review-words.js';
import { text } from './text.js';

/** Every output format of a review, in the order of the formats of a check. Annotations and scans take it as findings. */
export const reviewReporters: readonly ReviewReporter[] = [text, json, markdown, ...[github, gitlab, sarif, junit].map(asFindings)];

function asFindings({ id, report }: Reporter): ReviewReporter {
  return { id, report: (results, view) => report(findingsOf(results), view) };
}

const missingRule = 'review/missing';

/** The changes beside their lines, and what is still to be done as findings of the workspace. */
function findingsOf(results: ReviewResults): Parameters<Reporter['report']>[0] {
  const changes = asResults(results);
  const card = { code: missingRule, id: missingRule, summary: 'Nothing stands against merging.', rationale: 'A change needs its version, its approvals and its evidence.', severity: 'error' as const };
  return {
    ...changes,
    rules: [...changes.rules, card],
    workspaces: changes.workspaces.map((workspace, index) => ({ ...workspace, diagnostics: [...stepsOf(results.workspaces[index]!).map((step, place): Diagnostic => ({ code: missingRule, rule: missingRule, severity: 'error', message: step.message, fingerprint: `${missingRule} ${index} ${place}` })), ...workspace.diagnostics] })),
  };
}
