import { spanIn } from '../../load/document.js';
import type { Spec } from '../../model/spec.js';
import { hasAgreed } from '../approvals.js';
import type { Approver } from '../../analysis/approvers.js';
import { examplePromise, newFile, policyAsking } from '../example-texts.js';
import { exampleRecord } from '../../validate/example-texts.js';
import type { GateContext, GateFinding, GateRule } from '../gate-rule.js';
import { nameOf } from '../missing-approvals.js';
import { newGateWaivers, waiverApprovers } from '../waiver-approvers.js';

const before = { 'policy.yaml': policyAsking('  breaking: {all: [compliance]}\n'), 'promise.yaml': examplePromise };

/** Nobody excuses himself from the review. */
export const waiverAgreed: GateRule = {
  id: 'change/waiver-agreed',
  code: 'CHG-021',
  summary: 'A new waiver of a rule of the review is agreed to by everybody whom its document asks, and names them.',
  rationale: 'Whoever could excuse the next change alone would not have to ask anybody about it.',
  severity: 'error',
  remedy: 'approval',
  serves: ['S1.D2', 'S2.M5.6'],
  examples: {
    valid: [{ title: 'Whoever looks after compliance has agreed', before, edits: [newFile('waiver.yaml', waiver('payments#lead'))], host: { author: 'a-huber', approvedBy: ['b-roth'] } }],
    invalid: [
      {
        title: 'The one who wants to be excused has written it, and nobody else was asked',
        before,
        edits: [newFile('waiver.yaml', waiver('payments#lead'))],
        host: { author: 'a-huber', approvedBy: [] },
        at: 'waiver-1',
        message: '`payments#lead` (b-roth) has to agree to the waiver `waiver-1`, which excuses a finding of CHG-013 about `claim-settled@2.0.0`.',
      },
      {
        title: 'The one who has agreed is not named',
        before,
        edits: [newFile('waiver.yaml', waiver('claims#lead'))],
        host: { author: 'somebody', approvedBy: ['a-huber', 'b-roth'] },
        at: '[{role: claims#lead}]',
        message: 'The waiver `waiver-1` does not name `payments#lead` under `approvals`, whom a change of `claim-settled@2.0.0` asks.',
      },
    ],
  },
  *check(context) {
    for (const record of newGateWaivers(context.versions)) {
      const asked = waiverApprovers(context.versions, record);
      if (asked.length === 0) yield { subject: record.coordinate, message: `The Policy says of nobody who could agree to the waiver \`${record.id}\`.`, hint: 'Name a role for `journey-owner` or `compliance` under `roles` of the Policy, in a pull request before this one.', span: spanIn(record.document, ['id']) };
      for (const approver of asked) yield* findingOf(context, record, approver);
    }
  },
};

function* findingOf(context: GateContext, record: Spec<'Record'>, approver: Approver): Iterable<GateFinding> {
  const { id, value, document, coordinate: subject } = record;
  const about = `\`${value.subject.join(', ')}\``;
  const isNamed = (value.approvals ?? []).some(({ role }) => role === approver.role);
  const name = `Name \`${approver.role}\` under \`approvals\` of the waiver as well.`;
  if (!isAgreed(context, record, approver)) yield { subject, message: `${nameOf(approver)} has to agree to the waiver \`${id}\`, which excuses a finding of ${value.rule} about ${about}.`, ...(isNamed ? {} : { hint: name }), span: spanIn(document, ['id']) };
  else if (!isNamed) yield { subject, message: `The waiver \`${id}\` does not name \`${approver.role}\` under \`approvals\`, whom a change of ${about} asks.`, hint: name, span: spanIn(document, ['approvals']) };
}

/** As the host says it, or where the Policy believes Records, as the waiver itself does. */
function isAgreed({ agreement, claims }: GateContext, record: Spec<'Record'>, approver: Approver): boolean {
  if (agreement?.source === 'records') return claims.some((claim) => claim.record === record && claim.approval.role === approver.role && claim.handles.length > 0);
  return agreement !== undefined && hasAgreed(approver, agreement);
}

function waiver(role: string): string {
  return exampleRecord('waiver', '2026-11-01', 'claim-settled@2.0.0', `rule: CHG-013
reason: It has held like this since spring, and was only never written down.
approvals: [{role: ${role}}]
expires: 2026-12-31
`);
}
