import { loginKey } from '../logins.js';
import { spanIn } from '../../load/document.js';
import type { Claim } from '../claims.js';
import { examplePromise, newFile, promiseLess, recordOf } from '../example-texts.js';
import type { GateRule } from '../gate-rule.js';

const before = { 'promise.yaml': examplePromise };
const claimed = newFile('record.yaml', recordOf('claim-settled@2.0.0', 'payments#lead', 'b-roth'));

/** Nobody writes down that others agreed who did not. */
export const claimsTrue: GateRule = {
  id: 'change/claims-true',
  code: 'CHG-019',
  summary: 'Whoever a new Record says has agreed has agreed, as the code host says it.',
  rationale: 'Later changes, and whoever supervises the company, rely on what stands on record.',
  severity: 'error',
  remedy: 'approval',
  serves: ['S2.M5.6'],
  examples: {
    valid: [
      { title: 'The code host says the same', before, edits: [...promiseLess, claimed], host: { author: 'a-huber', approvedBy: ['b-roth'] } },
      { title: 'The code host was not asked: then nobody is known to have agreed', before, edits: [...promiseLess, claimed] },
    ],
    invalid: [
      {
        title: 'The code host knows of no approval',
        before,
        edits: [...promiseLess, claimed],
        host: { author: 'a-huber', approvedBy: [] },
        at: '[{role: payments#lead, person: b-roth}]',
        message: 'The Record `change-1` says that `b-roth` agreed as `payments#lead`, and the code host does not.',
      },
    ],
  },
  *check({ claims, agreement }) {
    if (agreement === undefined || agreement.source !== 'host') return;
    const isTrue = ({ handles }: Claim): boolean => handles.some((handle) => agreement.logins.has(loginKey(handle)));
    for (const claim of claims.filter((each) => !isTrue(each))) {
      const { record, approval: { role, person } } = claim;
      const who = person === undefined ? 'somebody' : `\`${person}\``;
      yield { subject: record.coordinate, message: `The Record \`${record.id}\` says that ${who} agreed as \`${role}\`, and the code host does not.`, hint: claim.handles.length === 0 ? `No team of the branch knows that person, with a login, as \`${role}\` or as who stands in.` : 'Ask for an approval of the pull request, or take that out of the Record.', span: spanIn(record.document, ['approvals']) };
    }
  },
};
