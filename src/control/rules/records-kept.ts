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
  example: 'The Record `change-2026-029` is edited. Records are only ever added: take this back, and write another Record with `supersedes`.',
  *check({ changes }) {
    for (const { subject, message, before, after } of changes.filter((change) => isOfRecord(change) && change.before !== undefined)) {
      const span = after ?? before;
      yield { subject, message, hint: 'Records are only ever added: take this back, and write another Record with `supersedes`.', ...(span === undefined ? {} : { span }) };
    }
  },
};
