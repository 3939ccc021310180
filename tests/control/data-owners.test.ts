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

describe('the owner of data that begin to be used outside of steps', () => {
  const scored = activeDocument('System', 'score', 'type: model\nmodelCard: {purpose: Shows which claims to check}\n');
  const young = activeDocument('Persona', 'young', 'type: customer\ncriteria: [{variable: fleet-size, op: gte, value: 5}]\n');
  const asked = (...edits: readonly Edit[]): readonly string[] => exampleReview({ title: '', before: { ...before, 'policy.yaml': policyAsking('  breaking: {all: [data-owner]}\n  compatible: {all: [data-owner]}\n'), 'score.yaml': scored, 'young.yaml': young }, edits }).answers.filter(({ demand }) => demand.approver === 'data-owner').flatMap(({ demand }) => demand.approvers.map(({ role }) => role));

  it.each([
    ['by a model', edit('score.yaml', 'to check}', 'to check, inputs: [account]}'), ['payments#lead']],
    ['to tell people apart', edit('young.yaml', 'variable: fleet-size', 'variable: name'), ['claims#lead']],
    ['in what a system tells', edit('score.yaml', 'type: model\n', 'type: model\nemits: [{event: scored, caseKey: case, attributes: [{name: more, type: string, element: account}]}]\n'), ['payments#lead']],
  ])('is asked %s', (_, change, owner) => {
    expect(asked(change)).toEqual(owner);
  });
});
