import { edit, newFile } from '../example-texts.js';
import type { GateRule } from '../gate-rule.js';
import { isOfRecord } from '../records.js';

/** Records that stood there are neither edited nor deleted. */
export const recordsKept: GateRule = {
  id: 'change/records-kept',
  code: 'CHG-011',
  summary: 'Records are only ever added.',
  rationale: 'Evidence that can be edited afterwards is no evidence.',
  severity: 'error',
  remedy: 'finding',
  serves: ['S2.M6.6'],
  examples: {
    valid: [{ title: 'Another Record that corrects it', before: { 'decision.yaml': decision('keep the photo', '') }, edits: [newFile('correction.yaml', decision('drop the photo', 'supersedes: decision-1\n').replace('id: decision-1', 'id: decision-2'))] }],
    invalid: [
      {
        title: 'A Record that is edited afterwards',
        before: { 'decision.yaml': decision('keep the photo', '') },
        edits: [edit('decision.yaml', 'keep the photo', 'drop the photo')],
        at: 'apiVersion: waymark/v1',
        message: 'Record `decision-1` was edited.',
      },
    ],
  },
  *check({ changes }) {
    for (const { subject, message, before, after } of changes.filter((change) => isOfRecord(change) && change.before !== undefined)) {
      const span = after ?? before;
      yield { subject, message, hint: 'Records are only ever added: take this back, and write another Record with `supersedes`.', ...(span === undefined ? {} : { span }) };
    }
  },
};

function decision(outcome: string, rest: string): string {
  return `apiVersion: waymark/v1
kind: Record
id: decision-1
type: decision
date: 2026-11-02
by: [claims#lead]
subject: [claims-data@1.0.0]
outcome: ${outcome}
${rest}`;
}
