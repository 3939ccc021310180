import { fieldOf } from '../../base/json.js';
import type { Difference } from '../difference.js';
import type { Check } from './check.js';

const leastFirst: readonly unknown[] = ['assumed', 'partly', 'evidenced'];

/** What is less sure than it was is told to who answers for the journey; what is surer is only read. */
export const evidenceConfidence: Check = {
  id: 'evidence-confidence',
  summary: 'Evidence that has become weaker is more than other words: decisions were made on it.',
  *judge({ differences }) {
    for (const difference of differences) {
      const [was, is] = isAboutConfidence(difference) ? [difference.before, difference.after].map((side) => leastFirst.indexOf(confidenceIn(side?.value))) : [-1, -1];
      if (was !== is) yield { claims: [difference], kind: `evidence-confidence-${is! < was! ? 'loosened' : 'tightened'}` };
    }
  },
};

/** Evidence may also be told in words, which are no measure of it. */
function isAboutConfidence({ shape, field, deed }: Difference): boolean {
  return deed === 'changed' && (field === 'evidence' || (shape === 'EvidenceDetail' && field === 'confidence'));
}

function confidenceIn(value: unknown): unknown {
  return fieldOf(value, 'confidence') ?? value;
}
