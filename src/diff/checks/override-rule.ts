import { fieldOf, valueAt } from '../../base/json.js';
import type { Check } from './check.js';

/** Rules of the type `override` keep other rules within the law. */
export const overrideRule: Check = {
  id: 'override-rule',
  summary: 'A rule that overrides others is a safeguard: without it, or with a lower precedence, the others decide.',
  *judge({ pair, differences }) {
    for (const difference of differences) {
      const isGone = difference.shape === 'Journey' && difference.field === 'rules' && difference.deed === 'removed' && fieldOf(difference.before!.value, 'type') === 'override';
      if (isGone) yield { claims: [difference], kind: 'override-rule-removed' };
      const isLower = difference.shape === 'JourneyRule' && difference.field === 'precedence' && Number(difference.after?.value ?? 0) < Number(difference.before?.value ?? 0);
      if (isLower && fieldOf(valueAt(pair.before.value, difference.holder.before), 'type') === 'override') yield { claims: [difference], kind: 'override-rule-precedence-loosened' };
    }
  },
};
