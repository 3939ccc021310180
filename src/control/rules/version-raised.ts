import { spanIn } from '../../load/document.js';
import { dayToTakeBack } from '../day-to-take-back.js';
import { edit, examplePromise, promiseLess } from '../example-texts.js';
import type { GateRule } from '../gate-rule.js';

/** A document that has changed has a higher version. */
export const versionRaised: GateRule = {
  id: 'change/version-raised',
  code: 'CHG-001',
  summary: 'The version of a document is raised as far as its changes ask for, and never lowered.',
  rationale: 'Whoever relies on a version learns from its number whether it may harm them.',
  severity: 'error',
  remedy: 'version',
  serves: ['S4.M8.4', 'S2.M6.6'],
  examples: {
    valid: [
      { title: 'Customers are promised less, and the number says so', before: { 'promise.yaml': examplePromise }, edits: promiseLess },
      { title: 'A title is worded anew', before: { 'promise.yaml': examplePromise }, edits: [edit('promise.yaml', 'title: Claim settled', 'title: Claims settled'), edit('promise.yaml', 'version: 1.0.0', 'version: 1.0.1')] },
    ],
    invalid: [
      {
        title: 'Customers are promised less under the same version',
        before: { 'promise.yaml': examplePromise },
        edits: [edit('promise.yaml', 'within: 10d', 'within: 12d')],
        at: '1.0.0',
        message: 'Raise the version of `sla:claim-settled` from 1.0.0 to 2.0.0: `waymark bump --write` does it.',
      },
      {
        title: 'A version that goes back',
        before: { 'promise.yaml': examplePromise },
        edits: [edit('promise.yaml', 'version: 1.0.0', 'version: 0.9.0')],
        at: '0.9.0',
        message: 'Raise the version of `sla:claim-settled` from 0.9.0 to 1.0.0: `waymark bump --write` does it.',
      },
    ],
  },
  *check({ bumps }) {
    for (const { subject, spec, declared, needed, verdict, reasons } of bumps) {
      if (verdict !== 'too-low' && verdict !== 'lowered') continue;
      const hint = dayToTakeBack(subject, reasons);
      yield { subject, message: `Raise the version of \`${subject}\` from ${declared} to ${needed}: \`waymark bump --write\` does it.`, ...(hint === undefined ? {} : { hint }), span: spanIn(spec.document, ['version']) };
    }
  },
};
