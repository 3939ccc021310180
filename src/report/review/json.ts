import type { Answer } from '../../control/approvals.js';
import type { Bump } from '../../control/bumps.js';
import type { MissingEvidence } from '../../control/evidence.js';
import type { ProofChange } from '../../control/proof-changes.js';
import { changeFields, locationOf } from '../changes/json.js';
import { printJson } from '../escape/json.js';
import type { ReviewReporter, WorkspaceReview } from './review-results.js';
import { stepsOf } from './review-words.js';

/** Everything that a review knows, for programs. `schemas/output/review.schema.json` describes it. */
export const json: ReviewReporter = {
  id: 'json',
  report({ tool, command, asOf, base, head, hasHost, workspaces }) {
    return printJson({ format: 'waymark-review/1', tool: { name: tool.name, version: tool.version }, command, asOf, base, head, isVerified: hasHost, isReady: workspaces.every((each) => stepsOf(each).length === 0), workspaces: workspaces.map(workspaceFields) });
  },
};

function workspaceFields(workspace: WorkspaceReview): object {
  const { root, title, changes, bumps, answers, evidence, proofs, findings } = workspace;
  return {
    root,
    title,
    toDo: stepsOf(workspace).map(({ sort, message }) => ({ sort, message })),
    findings: findings.map(({ code, rule, severity, message, hint, span, fingerprint }) => ({ code, rule, severity, message, hint, location: span && locationOf(span), fingerprint })),
    changes: changes.map(changeFields),
    versions: bumps.map(bumpFields),
    approvals: answers.map(answerFields),
    evidence: evidence.map(evidenceFields),
    proofs: proofs.map(proofFields),
  };
}

function bumpFields({ subject, before, declared, step, needed, verdict }: Bump): object {
  return { subject, before, declared, step, needed, verdict };
}

function answerFields({ demand: { subject, approver, approvers, count, changes }, state, missing, more }: Answer): object {
  return { subject, approver, roles: approvers.map(({ role }) => role), count, state, missing: missing.map(({ role }) => role), more, changes: changes.map(({ fingerprint }) => fingerprint) };
}

function evidenceFields({ subject, message, hint, changes }: MissingEvidence): object {
  return { subject, message, hint, changes: changes.map(({ fingerprint }) => fingerprint) };
}

function proofFields({ journey, promise, before, after, isWorse }: ProofChange): object {
  return { journey, promise, before, after, isWorse };
}
