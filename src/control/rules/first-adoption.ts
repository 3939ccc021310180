import { examplePromise, newFile } from '../example-texts.js';
import type { GateRule } from '../gate-rule.js';

/** Nobody has governed anything yet: one other person has to look. That Records are believed is nothing that a change can decide for itself. */
export const firstAdoption: GateRule = {
  id: 'change/first-adoption',
  code: 'CHG-015',
  summary: 'The first workspace of a repository is approved by somebody who did not write it.',
  rationale: 'Before there is a Policy there is nothing to judge by, and one person alone would decide what everybody is held to.',
  severity: 'error',
  remedy: 'approval',
  serves: ['S2.M5.6'],
  examples: {
    valid: [{ title: 'Somebody else has agreed', before: 'nothing', edits: [newFile('promise.yaml', examplePromise)], host: { author: 'a-huber', approvedBy: ['b-roth'] } }],
    invalid: [
      {
        title: 'One person alone begins',
        before: 'nothing',
        edits: [newFile('promise.yaml', examplePromise)],
        host: { author: 'a-huber', approvedBy: [] },
        at: '',
        message: 'First adoption: nothing on the base to judge by. One person who did not write it has to agree.',
      },
    ],
  },
  *check({ isFirstAdoption, agreement, versions: { after }, judge }) {
    if (!isFirstAdoption || after.specs.length === 0 || (agreement?.source === 'host' && agreement.people.size > 0)) return;
    yield { subject: judge.root?.coordinate ?? '', message: 'First adoption: nothing on the base to judge by. One person who did not write it has to agree.' };
  },
};
