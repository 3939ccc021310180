import { matchedSpecs, type SpecPair } from '../../diff/match-specs.js';
import { spanIn } from '../../load/document.js';
import type { Status } from '../../schema/kinds/header.js';
import { edit, examplePromise } from '../example-texts.js';
import type { GateRule } from '../gate-rule.js';

/** What each standing may become. What was deprecated may stay after all. */
const next: Readonly<Record<Status, readonly Status[]>> = {
  draft: ['active', 'retired'],
  active: ['deprecated', 'retired'],
  deprecated: ['retired', 'active'],
  retired: [],
};

const advice: Readonly<Record<Status, string>> = {
  draft: 'A draft becomes `active`, or `retired` when it is given up.',
  active: 'What is to end becomes `deprecated` with a day and a successor, and then `retired`. For another wording, write a new version.',
  deprecated: 'What is deprecated becomes `retired`, or `active` again where it stays.',
  retired: 'What is retired stays so. Give what is to hold now an id of its own.',
};

/** The status of a document goes forward: what has bound people is not turned into a draft that nobody has to agree to. */
export const standingForward: GateRule = {
  id: 'change/standing-forward',
  code: 'LIF-002',
  summary: 'The status of a document goes from draft to active, deprecated and retired, and never back to a draft.',
  rationale: 'What has bound people and becomes a draft could be emptied there without anybody agreeing, and come back as if it were new.',
  severity: 'error',
  remedy: 'finding',
  serves: ['S3.M7.6'],
  examples: {
    valid: [{ title: 'A promise is to end', before: { 'promise.yaml': examplePromise }, edits: [edit('promise.yaml', 'status: active', 'status: deprecated')] }],
    invalid: [
      {
        title: 'A promise in force becomes a draft',
        before: { 'promise.yaml': examplePromise },
        edits: [edit('promise.yaml', 'status: active', 'status: draft')],
        at: 'draft',
        message: '`sla:claim-settled` was `active` and cannot become `draft`.',
      },
    ],
  },
  *check({ versions: { before, after } }) {
    const { changed, unknown } = matchedSpecs(before)(after);
    for (const pair of [...changed, ...unknown]) {
      if (!isForward(pair)) yield { subject: pair.after.coordinate, message: `\`${pair.after.coordinate}\` was \`${pair.before.status}\` and cannot become \`${pair.after.status}\`.`, hint: advice[pair.before.status], span: spanIn(pair.after.document, pair.after.origin(['status']).path) };
    }
  },
};

/** An entry of a Directory has the standing of the Directory, where it is told. */
function isForward({ before, after }: SpecPair): boolean {
  return before.status === after.status || after.directory !== undefined || next[before.status].includes(after.status);
}
