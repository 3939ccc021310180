import { isObject } from '../../base/json.js';
import type { Difference } from '../difference.js';
import type { Check } from './check.js';

/** People read a text with sense; a machine does what it is told. */
export const testedCondition: Check = {
  id: 'tested-condition',
  summary: 'A condition that a machine can test routes cases otherwise when it changes; one in words is only worded anew.',
  *judge({ differences }) {
    for (const difference of differences) {
      if (isCondition(difference) && isTested(difference)) yield { claims: [difference], kind: difference.shape === 'Step' ? 'step-test-changed' : 'transition-test-changed' };
    }
  },
};

function isCondition({ shape, field, deed }: Difference): boolean {
  return deed === 'changed' && field === 'when' && (shape === 'Step' || shape === 'Edge');
}

function isTested({ before, after }: Difference): boolean {
  return isObject(before?.value) || isObject(after?.value);
}
