import type { Deed, Difference } from '../difference.js';
import type { Check } from './check.js';

const weakest = ['off', 'info', 'warning', 'error'];

/** How much a rule weighs without the Policy is not known here; but nothing weighs more than an error, and nothing less than a rule that is off. */
export const policySeverity: Check = {
  id: 'policy-severity',
  summary: 'A rule that weighs more protects more; one that weighs less lets more through.',
  *judge({ differences }) {
    for (const difference of differences) {
      const deed = difference.shape === 'Policy' && difference.field === 'severity' ? directionOf(difference) : undefined;
      if (deed !== undefined) yield { claims: [difference], kind: `policy-severity-${deed}` };
    }
  },
};

function directionOf({ before, after }: Difference): Extract<Deed, 'tightened' | 'loosened'> | undefined {
  const [was, is] = [before, after].map((side) => (side === undefined ? undefined : weakest.indexOf(String(side.value))));
  const [least, most] = [0, weakest.length - 1];
  if (was !== undefined && is !== undefined) return is > was ? 'tightened' : 'loosened';
  if (was === least || is === most) return 'tightened';
  return was === most || is === least ? 'loosened' : undefined;
}
