import { groupBy } from '../../base/groups.js';
import { spanIn } from '../../load/document.js';
import { documentPartOf } from '../../model/spec.js';
import { edit, examplePromise, promiseLess } from '../example-texts.js';
import type { GateRule } from '../gate-rule.js';
import { coveredBy } from '../change-set.js';
import { isConsequence } from '../consequences.js';

/** What is changed today was not so yesterday. */
export const effectiveAhead: GateRule = {
  id: 'change/effective-ahead',
  code: 'CHG-013',
  summary: 'What a change says begins to hold on the day of the review or later.',
  rationale: 'With a day in the past, what was promised yesterday would be rewritten.',
  severity: 'error',
  remedy: 'finding',
  serves: ['S2.M6.6'],
  examples: {
    valid: [{ title: 'It holds from a day to come', before: { 'promise.yaml': examplePromise }, edits: [...promiseLess, edit('promise.yaml', 'from: 2026-01-01', 'from: 2026-12-10')] }],
    invalid: [
      {
        title: 'It says that it has held for long',
        before: { 'promise.yaml': examplePromise },
        edits: promiseLess,
        at: '2026-01-01',
        message: '`sla:claim-settled` is changed, and says that it has held as it is now since 2026-01-01.',
      },
    ],
  },
  *check({ versions: { before, after }, changes, today }) {
    for (const subject of groupBy(coveredBy(changes).filter((change) => !isConsequence(change)), (change) => documentPartOf(change.subject)).keys()) {
      const spec = after.specAt(subject);
      const value = spec?.value;
      if (spec === undefined || value === undefined || !('effective' in value) || spec.status === 'draft' || spec.directory !== undefined) continue;
      const from = value.effective?.from;
      if (from === undefined || from >= today || before.specs.length === 0) continue;
      yield { subject, message: `\`${subject}\` is changed, and says that it has held as it is now since ${from}.`, hint: `Write \`effective: {from: ${today}}\` or a later day.`, span: spanIn(spec.document, ['effective', 'from']) };
    }
  },
};
