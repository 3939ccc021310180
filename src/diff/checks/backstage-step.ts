import { fieldOf, type JsonValue } from '../../base/json.js';
import type { Check } from './check.js';

/** What the customer never saw is missed by the company alone, unless it was a control. */
export const backstageStep: Check = {
  id: 'backstage-step',
  summary: 'A step behind the scenes that checks nothing can go without anybody outside missing it.',
  *judge({ differences }) {
    for (const difference of differences) {
      if (difference.shape !== 'Stage' || difference.field !== 'steps' || difference.deed !== 'removed') continue;
      if (isBackstage(difference.before!.value) && !isControl(difference.before!.value)) yield { claims: [difference], kind: 'backstage-step-removed' };
    }
  },
};

function isBackstage(step: JsonValue): boolean {
  const lane = fieldOf(step, 'lane');
  return lane === 'backstage' || lane === 'support';
}

/** Something is decided, proved or promised there. */
function isControl(step: JsonValue): boolean {
  const type = fieldOf(step, 'type');
  return type === 'approval' || type === 'decision' || ['regulated', 'requires', 'decides', 'sla', 'promise', 'disclosures', 'end'].some((field) => fieldOf(step, field) !== undefined);
}
