import { describe, expect, it } from 'vitest';
import { exampleReview } from '../../src/control/example-review.js';
import { examplePromise, newFile, promiseLess } from '../../src/control/example-texts.js';

const before = { 'promise.yaml': examplePromise };
const { set } = exampleReview({ title: '', before, edits: promiseLess });

function record(approval: string, type = 'change'): string {
  return `apiVersion: waymark/v1
kind: Record
id: change-1
type: ${type}
date: 2026-11-20
by: [claims#lead]
subject: [claim-settled@2.0.0]
levels: [breaking]
impact: {harmed: customers}
effective: {from: 2026-12-10}
approvals: [${approval}]
outcome: proposed
`;
}

const claimed = (text: string): readonly object[] =>
  exampleReview({ title: '', before, edits: [...promiseLess, newFile('record.yaml', text)] }).claims.map(({ handles, isCurrent }) => ({ handles, isCurrent }));

describe('approvals that new Records claim', () => {
  it('count for just the set of changes that they name', () => {
    expect(claimed(record(`{role: claims#lead, person: a-huber, set: "${set}"}`))).toEqual([{ handles: ['a-huber'], isCurrent: true }]);
    expect(claimed(record(`{role: claims#lead, person: a-huber, set: "sha256:${'0'.repeat(64)}"}`))).toEqual([{ handles: ['a-huber'], isCurrent: false }]);
    expect(claimed(record('{role: claims#lead, person: a-huber}'))).toEqual([{ handles: ['a-huber'], isCurrent: false }]);
  });

  it('name whoever fills the role where they name nobody, and nobody of another team', () => {
    expect(claimed(record(`{role: claims#lead, set: "${set}"}`))).toEqual([{ handles: ['a-huber'], isCurrent: true }]);
    expect(claimed(record(`{role: claims#lead, person: b-roth, set: "${set}"}`))).toEqual([{ handles: [], isCurrent: true }]);
  });

  it('are none in a Record that stood there before, and agree to no change in one of another type', () => {
    const there = { ...before, 'record.yaml': record(`{role: claims#lead, set: "${set}"}`) };
    expect(exampleReview({ title: '', before: there, edits: promiseLess }).claims).toEqual([]);
    expect(claimed(record(`{role: claims#lead, set: "${set}"}`, 'decision'))).toEqual([{ handles: ['a-huber'], isCurrent: false }]);
  });
});
