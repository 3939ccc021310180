import { describe, expect, it } from 'vitest';
import { changeReporters } from '../../src/report/changes/index.js';
import { proofReporters } from '../../src/report/proof/index.js';
import { reporters } from '../../src/report/reporters/index.js';
import { reviewReporters } from '../../src/report/review/index.js';

describe.each([
  ['proofs', proofReporters],
  ['changes', changeReporters],
  ['reviews', reviewReporters],
])('%s', (_, own) => {
  it('are told in each format of a check', () => {
    expect(own.map(({ id }) => id)).toEqual(reporters.map(({ id }) => id));
  });
});
