import { sameJson } from '../../base/json.js';
import { spanIn } from '../../load/document.js';
import { edit, newFile } from '../example-texts.js';
import { exampleRecord } from '../../validate/example-texts.js';
import type { GateFinding, GateRule } from '../gate-rule.js';
import { isOfRecord, newRecords } from '../records.js';
import type { Versions } from '../versions.js';

/** Records that stood there are neither edited nor deleted, and neither are entries of the ledger. */
export const recordsKept: GateRule = {
  id: 'change/records-kept',
  code: 'CHG-011',
  summary: 'Records are only ever added, each under an id that no other Record has had, and so are entries of the ledger, each of what the branch has released.',
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
  *check({ changes, versions }) {
    for (const { subject, message, before, after } of changes.filter((change) => isOfRecord(change) && change.before !== undefined)) {
      const span = after ?? before;
      yield { subject, message, hint: 'Records are only ever added: take this back, and write another Record with `supersedes`.', ...(span === undefined ? {} : { span }) };
    }
    yield* reused(versions);
    yield* ledgerNotKept(versions);
  },
};

/** Whoever looks up later what an id stood for, as a ledger names it, finds two answers. What is brought back as it was is the same Record. */
function* reused(versions: Versions): Iterable<GateFinding> {
  for (const { id, coordinate, document } of newRecords(versions)) {
    const first = versions.filedFirst?.(id);
    if (first === undefined || sameJson(first.value, document.value)) continue;
    yield { subject: coordinate, message: `Another Record was filed as \`${id}\` on ${first.day} (${first.commit.slice(0, 12)}) and is gone.`, hint: 'File this one under an id that no Record has had: what counts is what stood under an id first.', span: spanIn(document, ['id']) };
  }
}

/** A ledger is no document, so nothing else tells what becomes of it. */
function* ledgerNotKept({ before, after, whyLedgerNotKept }: Versions): Iterable<GateFinding> {
  const workspace = after.root ?? before.root;
  if (whyLedgerNotKept === undefined || workspace === undefined) return;
  yield { subject: workspace.coordinate, message: `\`ledger.jsonl\` is not the ledger of the branch with new entries behind it. ${whyLedgerNotKept}`, hint: 'Take the ledger of the branch, and let `waymark ledger seal` add to it.' };
}

function decision(outcome: string, rest: string): string {
  return exampleRecord('decision', '2026-11-02', 'claims-data@1.0.0', `outcome: ${outcome}
${rest}`);
}
