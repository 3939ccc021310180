import type { Answer } from '../approvals.js';
import { edit, policyAsking } from '../example-texts.js';
import type { GateRule } from '../gate-rule.js';
import { aboutOf, missingRoleFinding, missingRoles, placeOf } from '../missing-approvals.js';

const policy = policyAsking('  breaking: {all: [compliance]}\n  regulated: {all: [compliance]}\n');
const weigh = [edit('policy.yaml', 'version: 1.0.0', 'version: 2.0.0'), edit('policy.yaml', 'approvals:', 'severity: {GRF-002: warning}\napprovals:')];

/** The rules of the company are not weakened on the side. */
export const policyAgreed: GateRule = {
  id: 'change/policy-agreed',
  code: 'GOV-001',
  summary: 'A Policy changes only where those agree whom the Policy asks as it is on the branch.',
  rationale: 'A rule that can be softened by the change that breaks it binds nobody.',
  severity: 'error',
  remedy: 'approval',
  serves: ['S1.D2'],
  examples: {
    valid: [{ title: 'Whoever looks after compliance has agreed', before: { 'policy.yaml': policy }, edits: weigh, host: { author: 'a-huber', approvedBy: ['b-roth'] } }],
    invalid: [
      {
        title: 'A rule is weighed less on the side',
        before: { 'policy.yaml': policy },
        edits: weigh,
        host: { author: 'a-huber', approvedBy: [] },
        at: 'warning',
        message: '`payments#lead` (b-roth) has to agree to `policy:default` (1 breaking change, regulated).',
      },
    ],
  },
  *check(context) {
    const open = context.answers.filter((answer) => answer.state !== 'met' && isOfPolicy(answer));
    for (const missing of missingRoles(open)) yield { ...missingRoleFinding(context, missing), hint: 'Until then the Policy of the branch judges this change too.' };
    for (const answer of open.filter(({ demand, missing }) => missing.length === 0 || demand.count !== undefined)) {
      const { subject, approver, changes } = answer.demand;
      yield { subject, message: `${answer.state === 'nobody' ? `The Policy asks for \`${approver}\`, to whom it maps nobody,` : approver === 'peer' ? 'Somebody of the teams who did not write it has' : `\`${approver}\` has`} to agree to ${aboutOf(answer)}.`, hint: 'Until then the Policy of the branch judges this change too.', ...placeOf(changes) };
    }
  },
};

/** True for what is asked about a Policy. */
export function isOfPolicy({ demand: { subject } }: Answer): boolean {
  return subject.startsWith('policy:');
}
