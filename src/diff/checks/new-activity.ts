import { listOf, quoted } from '../../base/words.js';
import type { Activity } from '../../schema/kinds/data-catalog.js';
import { sentenceOf } from '../sentence.js';
import type { Check } from './check.js';

/** Whether data go to others with a new activity or with one that was there, they go to others. */
export const newActivity: Check = {
  id: 'new-activity',
  summary: 'A new activity that gives data to others or sends them elsewhere weighs like doing so in one that was there.',
  *judge({ pair, differences }) {
    for (const difference of differences) {
      if (difference.shape !== 'DataCatalog' || difference.field !== 'activities' || difference.deed !== 'added') continue;
      const goes = waysOut(difference.after!.value as unknown as Activity);
      if (goes.length > 0) yield { claims: [difference], level: 'breaking', regulated: true, harms: ['data-subject'], approvers: ['data-owner', 'dpo'], message: `${sentenceOf(pair, difference)} Data ${goes.join(', and ')}.` };
    }
  },
};

/** To whom and where data go. */
function waysOut({ recipients = [], transfers = [] }: Activity): readonly string[] {
  const regions = transfers.map(({ to }) => to);
  return [...(recipients.length === 0 ? [] : [`are given to ${listOf(quoted(recipients))}`]), ...(regions.length === 0 ? [] : [`go to ${listOf(quoted(regions))}`])];
}
