import { describe, expect, it } from 'vitest';
import { exampleReview } from '../../src/control/example-review.js';
import { edit, exampleData, policyAsking } from '../../src/control/example-texts.js';
import type { Edit } from '../../src/diff/change-kind.js';
import { activeDocument } from '../../src/validate/example-texts.js';

const claim = activeDocument('Journey', 'claim', `stages:
  - id: settle
    title: Settle
    owner: claims
    steps:
      - {id: report, title: Customer reports, lane: frontstage, channel: phone, data: {collects: [photo]}}
      - {id: pay, title: We pay, lane: frontstage, channel: phone, data: {reuses: [account]}, next: [{to: thank, hands: [name]}]}
      - {id: thank, title: We say thanks, lane: frontstage, channel: email, end: success}
`);
const catalog = exampleData.replace('elements:\n', `elements:
  - {id: account, title: Account, class: confidential, nature: personal, owner: payments}
  - {id: name, title: Name, class: internal, nature: personal}
`);
const before = { 'policy.yaml': policyAsking('  breaking: {all: [data-owner]}\n'), 'claim.yaml': claim, 'data.yaml': catalog };

/** Who is asked as owner of data. */
function owners(...edits: readonly Edit[]): readonly string[] {
  const { answers } = exampleReview({ title: '', before, edits });
  return answers.filter(({ demand }) => demand.approver === 'data-owner').flatMap(({ demand }) => demand.approvers.map(({ role }) => role)).toSorted();
}

describe('the owner of data, asked about a journey', () => {
  it.each([
    ['of the data that a changed step uses', edit('claim.yaml', 'id: report, title: Customer reports, lane: frontstage', 'id: report, title: Customer reports, lane: backstage'), ['claims#lead']],
    ['of what is handed over from it, else of the catalogue', edit('claim.yaml', 'id: pay, title: We pay, lane: frontstage', 'id: pay, title: We pay, lane: backstage'), ['claims#lead', 'payments#lead']],
    ['nobody where the step uses none', edit('claim.yaml', 'channel: email', 'channel: letter'), []],
    ['of all data where the journey ends', edit('claim.yaml', 'status: active', 'status: retired'), ['claims#lead', 'payments#lead']],
  ])('is that %s', (_, change, asked) => {
    expect(owners(change)).toEqual(asked);
  });
});
