import type { Answer } from '../../control/approvals.js';
import type { Bump } from '../../control/bumps.js';
import type { Claim } from '../../control/claims.js';
import type { Objection } from '../../control/gate-rule.js';
import type { ProofChange } from '../../control/proof-changes.js';
import { changeFields, locationOf } from '../changes/json.js';
import { printJson } from '../escape/json.js';
import type { ReviewReporter, WorkspaceReview } from './review-results.js';
import { obstaclesOf } from './review-words.js';

/** Everything that a review knows, for programs. `schemas/output/review.schema.json` describes it. */
export const json: ReviewReporter = {
  id: 'json',
  report({ tool, command, asOf, base, head, hasHost, workspaces }) {
    return printJson({ format: 'waymark-review/1', tool: { name: tool.name, version: tool.version }, command, asOf, base, head, isVerified: hasHost, isReady: workspaces.every((each) => obstaclesOf(each).length === 0), workspaces: workspaces.map(workspaceFields) });
  },
};

function workspaceFields(workspace: WorkspaceReview): object {
  const { root, title, isFirstAdoption, objections, changes, set, bumps, answers, claims, proofs } = workspace;
  return {
    root,
    title,
    isFirstAdoption,
    objections: objections.map(objectionFields),
    changes: changes.map(changeFields),
    set,
    versions: bumps.map(bumpFields),
    approvals: answers.map(answerFields),
    claims: claims.map(claimFields),
    proofs: proofs.map(proofFields),
  };
}

function bumpFields({ subject, before, declared, step, needed, verdict }: Bump): object {
  return { subject, before, declared, step, needed, verdict };
}

function answerFields({ demand: { subject, approver, approvers, count, changes }, state, missing, more }: Answer): object {
  return { subject, approver, roles: approvers.map(({ role }) => role), count, state, missing: missing.map(({ role }) => role), more, changes: changes.map(({ fingerprint }) => fingerprint) };
}

function claimFields({ record, approval: { role, person, set, at }, isCurrent }: Claim): object {
  return { record: record.id, role, person, set, at, isCurrent };
}

function objectionFields({ code, rule, severity, remedy, message, hint, span, subject, fingerprint }: Objection): object {
  return { code, rule, severity, remedy, message, hint, location: span && locationOf(span), subject, fingerprint };
}

function proofFields({ journey, promise, before, after, isWorse }: ProofChange): object {
  return { journey, promise, before, after, isWorse };
}
