import { behind, type Approver } from '../../analysis/approvers.js';
import { spanIn } from '../../load/document.js';
import type { Spec } from '../../model/spec.js';
import { hasAgreed } from '../approvals.js';
import { judgesOf } from '../approvers.js';
import { newFile } from '../example-texts.js';
import type { GateContext, GateRule } from '../gate-rule.js';
import { loginKey } from '../logins.js';
import { nameOf } from '../missing-approvals.js';
import { newRecords } from '../records.js';

const correction = newFile('correction.yaml', decision('decision-2', 'drop the photo', 'supersedes: decision-1\n'));
const approved = { 'decision.yaml': decision('decision-1', 'keep the photo', 'approvals: [{role: payments#lead}]\n') };

/** A Record that is corrected counts no longer: that is as much as if it were edited. */
export const correctionAgreed: GateRule = {
  id: 'change/correction-agreed',
  code: 'CHG-020',
  summary: 'A Record that corrects another is agreed to by those who approved that one, or else wrote it.',
  rationale: 'What is corrected counts no longer, so nobody else may take back what somebody stands for.',
  severity: 'error',
  remedy: 'approval',
  serves: ['S2.M6.6'],
  examples: {
    valid: [
      { title: 'Who approved the first one agrees', before: approved, edits: [correction], host: { author: 'a-huber', approvedBy: ['b-roth'] } },
      { title: 'Who wrote one that nobody had to approve corrects it', before: { 'decision.yaml': decision('decision-1', 'keep the photo', '') }, edits: [correction], host: { author: 'a-huber', approvedBy: [] } },
    ],
    invalid: [
      {
        title: 'Somebody takes back what somebody else has approved',
        before: approved,
        edits: [correction],
        host: { author: 'a-huber', approvedBy: [] },
        at: 'decision-1',
        message: '`payments#lead` (b-roth) has to agree to `record:decision-2`, which corrects `record:decision-1`.',
      },
    ],
  },
  *check(context) {
    for (const record of newRecords(context.versions)) {
      const former = record.value.supersedes === undefined ? undefined : formerOf(context, record.value.supersedes);
      if (former === undefined) continue;
      for (const approver of missingFor(context, former)) {
        yield { subject: record.coordinate, message: `${nameOf(approver)} has to agree to \`${record.coordinate}\`, which corrects \`${former.coordinate}\`.`, span: spanIn(record.document, ['supersedes']) };
      }
    }
  },
};

/** What stands on the branch, or stood there when the change began. */
function formerOf({ judge, versions }: GateContext, id: string): Spec<'Record'> | undefined {
  return judge.find('Record', id) ?? versions.before.find('Record', id);
}

/** Roles that have not agreed. Whoever wrote a Record that nobody approved may correct it alone. */
function missingFor({ versions, agreement, isFirstAdoption }: GateContext, { value }: Spec<'Record'>): readonly Approver[] {
  if (isFirstAdoption) return [];
  const approvedBy = [...new Set((value.approvals ?? []).map(({ role }) => role))];
  const asked = (approvedBy.length > 0 ? approvedBy : value.by).map((role) => behind(judgesOf(versions), role));
  const isWriter = ({ people }: Approver): boolean => people.some(({ handles }) => handles.some((handle) => agreement?.writers.has(loginKey(handle)) === true));
  if (approvedBy.length === 0 && asked.some(isWriter)) return [];
  return agreement === undefined ? asked : asked.filter((approver) => !hasAgreed(approver, agreement));
}

function decision(id: string, outcome: string, rest: string): string {
  return `apiVersion: waymark/v1
kind: Record
id: ${id}
type: decision
date: 2026-11-02
by: [claims#lead]
subject: [claims-data@1.0.0]
outcome: ${outcome}
${rest}`;
}
