import { fieldOf, valueAt } from '../../base/json.js';
import type { Check } from './check.js';

const byHand: readonly unknown[] = ['automated', 'assisted', 'human'];

/** Who is there to ask when a machine is wrong. */
export const automationDirection: Check = {
  id: 'automation-direction',
  summary: 'More machine takes a person away from the customer, the more so where much is at stake; more people cost waiting.',
  *judge({ pair, differences }) {
    for (const difference of differences) {
      if (difference.shape !== 'Automation' && !(difference.shape === 'Step' && difference.field === 'automation')) continue;
      const [was, is] = [difference.before?.value, difference.after?.value].map((value) => byHand.indexOf(value));
      if (difference.field === 'risk' || difference.field === 'rationale' || was === undefined || is === undefined || was < 0 || is < 0) continue;
      const isRisky = fieldOf(valueAt(pair.after.value, difference.holder.after), 'risk') === 'high';
      yield is < was ? { claims: [difference], kind: 'automation-how-loosened', regulated: isRisky } : { claims: [difference], kind: 'automation-how-tightened' };
    }
  },
};
