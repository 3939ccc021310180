import { listOf } from '../../base/words.js';
import { edit, examplePromise, policyAsking } from '../example-texts.js';
import type { GateContext, GateRule } from '../gate-rule.js';
import { missingRoleFinding, missingRoles, type MissingRole } from '../missing-approvals.js';
import { isOfPolicy } from './policy-agreed.js';

const owned = { 'policy.yaml': policyAsking('  compatible: {all: [journey-owner]}\n'), 'promise.yaml': examplePromise };
const handOver = [edit('promise.yaml', 'owner: claims', 'owner: payments'), edit('promise.yaml', 'version: 1.0.0', 'version: 1.1.0')];

/** Whoever takes something over has said yes. */
export const ownerAccepted: GateRule = {
  id: 'change/owner-accepted',
  code: 'CHG-005',
  summary: 'A new owner has accepted what is handed over.',
  rationale: 'What is handed to somebody who does not know of it belongs to nobody.',
  severity: 'error',
  remedy: 'approval',
  serves: ['S2.M1.5'],
  examples: {
    valid: [{ title: 'The team that takes over has agreed', before: owned, edits: handOver, host: { author: 'a-huber', approvedBy: ['b-roth'] } }],
    invalid: [
      {
        title: 'The team that takes over has not been asked',
        before: owned,
        edits: handOver,
        host: { author: 'a-huber', approvedBy: [] },
        at: 'payments',
        message: '`payments#lead` (b-roth) takes over `sla:claim-settled` and has to accept it.',
      },
    ],
  },
  *check(context) {
    for (const missing of missingRoles(context.answers.filter((answer) => !isOfPolicy(answer)))) {
      if (isTakeover(context, missing)) yield missingRoleFinding(context, missing, `takes over ${listOf([...new Set(missing.answers.map(({ demand }) => `\`${demand.subject}\``))])} and has to accept it`);
    }
  },
};

/** True where the role speaks for a team that owns the documents only after the change. */
export function isTakeover({ versions: { before, after } }: GateContext, { approver, answers }: MissingRole): boolean {
  const [team] = approver.role.split('#');
  return answers.every(({ demand: { subject } }) => {
    const [then, now] = [before.specAt(subject)?.owner, after.specAt(subject)?.owner];
    return then !== undefined && now === team && then !== team;
  });
}
