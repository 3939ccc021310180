import { listOf } from '../../base/words.js';
import type { GateContext, GateRule } from '../gate-rule.js';
import { missingRoleFinding, missingRoles, type MissingRole } from '../missing-approvals.js';
import { isOfPolicy } from './policy-agreed.js';

/** Whoever takes something over has said yes. */
export const ownerAccepted: GateRule = {
  id: 'change/owner-accepted',
  code: 'CHG-005',
  summary: 'A new owner has accepted what is handed over.',
  rationale: 'What is handed to somebody who does not know of it belongs to nobody.',
  severity: 'error',
  remedy: 'approval',
  serves: ['S2.M1.5'],
  example: '`claims-at#journey-owner` (l-gruber) takes over `journey:motor-claim` and has to accept it.',
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
