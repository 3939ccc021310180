import { loginKey } from '../logins.js';
import { spanIn } from '../../load/document.js';
import { listOf, quoted } from '../../base/words.js';
import { isAboutChange, type Claim } from '../claims.js';
import { examplePromise, newFile, policyAsking, promiseLess, recordOf } from '../example-texts.js';
import type { GateContext, GateFinding, GateRule } from '../gate-rule.js';

const before = { 'promise.yaml': examplePromise };
const claimed = newFile('record.yaml', recordOf('claim-settled@2.0.0', 'payments#lead', 'b-roth'));

/** Nobody writes down that others agreed who did not. */
export const claimsTrue: GateRule = {
  id: 'change/claims-true',
  code: 'CHG-019',
  summary: 'Whoever a new Record says has agreed has agreed, as the code host says it; where that was not asked, nobody is known to have agreed, and where Records are believed, only to what stands here.',
  rationale: 'Later changes, and whoever supervises the company, rely on what stands on record.',
  severity: 'error',
  remedy: 'approval',
  serves: ['S2.M5.6'],
  examples: {
    valid: [
      { title: 'The code host says the same', before, edits: [...promiseLess, claimed], host: { author: 'a-huber', approvedBy: ['b-roth'] } },
      { title: 'The Policy believes Records', before: { ...before, 'policy.yaml': policyAsking('  source: records\n') }, edits: [...promiseLess, claimed] },
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
      {
        title: 'The code host was not asked',
        before,
        edits: [...promiseLess, claimed],
        at: '[{role: payments#lead, person: b-roth}]',
        message: 'The Record `change-1` says who has agreed: claimed, not verified.',
      },
    ],
  },
  *check(context) {
    const { claims, agreement } = context;
    if (agreement === undefined) yield* unverified(context);
    if (agreement?.source === 'records') yield* aboutOtherSets(context);
    if (agreement?.source !== 'host') return;
    const isTrue = ({ handles }: Claim): boolean => handles.some((handle) => agreement.logins.has(loginKey(handle)));
    for (const claim of claims.filter((each) => !isTrue(each))) {
      const { record, approval: { role, person } } = claim;
      const who = person === undefined ? 'somebody' : `\`${person}\``;
      yield { subject: record.coordinate, message: `The Record \`${record.id}\` says that ${who} agreed as \`${role}\`, and the code host does not.`, hint: claim.handles.length === 0 ? `No team of the branch knows that person, with a login, as \`${role}\` or as who stands in.` : 'Ask for an approval of the pull request, or take that out of the Record.', span: spanIn(record.document, ['approvals']) };
    }
  },
};

/** Nothing that only a Record says is taken for true. Where the role is asked anyway, it is told there. */
function unverified({ claims, answers }: GateContext): readonly GateFinding[] {
  const asked = new Set(answers.flatMap(({ missing }) => missing.map(({ role }) => role)));
  const records = [...new Set(claims.filter(({ record, approval: { role } }) => !isAboutChange(record) || !asked.has(role)).map(({ record }) => record))];
  const [first] = records;
  if (first === undefined) return [];
  const names = [...quoted(records.slice(0, most).map(({ id }) => id)), ...(records.length > most ? [`${records.length - most} more`] : [])];
  const message = `The Record${records.length === 1 ? '' : 's'} ${listOf(names)} say${records.length === 1 ? 's' : ''} who has agreed: claimed, not verified.`;
  return [{ subject: first.coordinate, message, hint: 'The code host was not asked. Let the CI job pass on what it says, with `--host`.', span: spanIn(first.document, ['approvals']) }];
}

/**
 * Where Records are believed, one that names other changes than these shows nobody's agreement. Left standing, it would pass for one when all
 * slices are weighed at once.
 */
function* aboutOtherSets({ claims, isFirstAdoption }: GateContext): Iterable<GateFinding> {
  for (const { record, approval } of isFirstAdoption ? [] : claims.filter((claim) => isAboutChange(claim.record) && !claim.isCurrent && claim.approval.set !== undefined)) {
    yield { subject: record.coordinate, message: `The Record \`${record.id}\` says that \`${approval.role}\` agreed to other changes than these, so it shows nobody’s agreement.`, hint: 'Let whoever agrees run `waymark approve` on what stands here now, or take that out of the Record.', span: spanIn(record.document, ['approvals']) };
  }
}

/** Names of Records in one sentence. */
const most = 5;
