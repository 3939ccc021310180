import { fieldOf, valueAt } from '../../base/json.js';
import type { SpecPair } from '../match-specs.js';
import type { Difference } from '../difference.js';
import type { Check } from './check.js';

/** Rules of the type `override` keep other rules within the law. */
export const overrideRule: Check = {
  id: 'override-rule',
  summary: 'A rule that overrides others is a safeguard: without it, with a lower precedence, or where it no longer applies, the others decide.',
  *judge({ pair, differences }) {
    for (const difference of differences) {
      const isGone = difference.shape === 'Journey' && difference.field === 'rules' && difference.deed === 'removed' && fieldOf(difference.before!.value, 'type') === 'override';
      if (isGone) yield { claims: [difference], kind: 'override-rule-removed' };
      if (difference.shape !== 'JourneyRule' || !wasOverride(pair, difference)) continue;
      const isLower = difference.field === 'precedence' && Number(difference.after?.value ?? 0) < Number(difference.before?.value ?? 0);
      if (isLower) yield { claims: [difference], kind: 'override-rule-precedence-loosened' };
      if (effects.has(difference.field)) yield { claims: [difference], kind: 'override-rule-effect-changed' };
    }
  },
};

/** When such a rule applies and what it does is mostly said in words: nobody but people can tell whether it still does the same. */
const effects: ReadonlySet<string> = new Set(['type', 'when', 'do']);

function wasOverride(pair: SpecPair, { holder }: Difference): boolean {
  return fieldOf(valueAt(pair.before.value, holder.before), 'type') === 'override';
}
