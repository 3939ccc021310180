import { doubledFields, misdatedFields, unreadFields } from '../past/json-fields.js';
import { printJson } from '../escape/json.js';
import { isWrong, type LedgerReporter } from './ledger-results.js';

/** Everything that is known of a ledger, for programs. `schemas/output/ledger.schema.json` describes it. */
export const json: LedgerReporter = {
  id: 'json',
  report(results) {
    const { tool, command, file, name, verification: { entries, head, problem, vouchedFor }, anchor, branch, sealed, notExcluded } = results;
    return printJson({
      format: 'waymark-ledger/1',
      tool: { name: tool.name, version: tool.version },
      command,
      file,
      name,
      sound: !isWrong(results),
      size: entries.length,
      head,
      problem,
      anchor: anchor && { file: anchor.file, commit: anchor.commit && { label: anchor.commit.label, byId: anchor.commit.isById }, size: anchor.size, head: anchor.head, signature: anchor.signature, signer: anchor.signer, beside: anchor.isBeside },
      vouchedFor,
      branch: branch && { ...branch, unread: unreadFields(branch.unread), doubled: branch.doubled.flatMap((each) => doubledFields(each).map((fields) => ({ subject: each.coordinate, ...fields }))), records: branch.records.map(({ record, became: { is, moment } }) => ({ record, is, commit: moment.id })), ...misdatedFields(branch) },
      sealed,
      notExcluded: isWrong(results) ? [] : notExcluded,
    });
  },
};
