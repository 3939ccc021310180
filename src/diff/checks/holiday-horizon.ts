import { fieldOf } from '../../base/json.js';
import type { Calendar } from '../../schema/kinds/index.js';
import type { Check } from './check.js';

/** Until when the holidays were known, promises were counted with them. */
export const holidayHorizon: Check = {
  id: 'holiday-horizon',
  summary: 'A holiday beyond the days for which holidays were known moves no deadline that anybody has counted.',
  *judge({ pair, differences }) {
    if (pair.before.kind !== 'Calendar') return;
    const known = (pair.before.value as Calendar).horizon?.until;
    for (const difference of differences) {
      if (difference.field !== 'holidays' || difference.deed !== 'added' || known === undefined) continue;
      if (String(fieldOf(difference.after!.value, 'date')) >= known) yield { claims: [difference], kind: 'later-holiday-added' };
    }
  },
};
