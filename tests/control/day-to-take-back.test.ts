import { describe, expect, it } from 'vitest';
import { exampleReview } from '../../src/control/example-review.js';
import { edit, examplePromise, policyAsking } from '../../src/control/example-texts.js';
import type { Edit } from '../../src/diff/change-kind.js';

const before = { 'promise.yaml': examplePromise, 'policy.yaml': policyAsking('  breaking: {all: [journey-owner, compliance]}\n') };
const worded = edit('promise.yaml', 'title: Claim settled', 'title: Claims settled');
const later = edit('promise.yaml', 'from: 2026-01-01', 'from: 2026-12-10');
const raised = edit('promise.yaml', 'version: 1.0.0', 'version: 2.0.0');
const takeBack = 'Nothing but the later day breaks anything: write `effective: {from: 2026-01-01}` again where nobody means to put it off.';

function hints(...edits: readonly Edit[]): readonly (string | undefined)[] {
  return exampleReview({ title: '', before, edits }).objections.flatMap(({ code, hint }) => (['CHG-001', 'CHG-002'].includes(code) ? [[code, hint?.includes(takeBack) === true ? 'take back' : 'no']] : [])).map((each) => each.join(' '));
}

describe('words that come with a later day', () => {
  it('say that the day is taken back, once', () => {
    expect(hints(worded, later)).toEqual(['CHG-001 take back', 'CHG-002 no', 'CHG-002 no']);
    expect(hints(worded, later, raised)).toEqual(['CHG-002 take back', 'CHG-002 no']);
  });

  it('do not say so where the day is not what breaks something', () => {
    expect(hints(worded)).toEqual(['CHG-001 no', 'CHG-002 no']);
    expect(hints(edit('promise.yaml', 'within: 10d', 'within: 12d'), later)).toEqual(['CHG-001 no', 'CHG-002 no', 'CHG-002 no']);
  });
});
