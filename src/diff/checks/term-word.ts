import { fieldOf, valueAt } from '../../base/json.js';
import type { Workspace } from '../../model/workspace.js';
import type { Difference } from '../difference.js';
import type { SpecPair } from '../match-specs.js';
import type { Check } from './check.js';

/** People get used to another word; what a machine compares no longer fits. */
export const termWord: Check = {
  id: 'term-word',
  summary: 'Another preferred word, or one that is not to be used any more, confuses people for a while, and breaks something only where systems go by it.',
  *judge({ versions, pair, differences }) {
    for (const difference of differences) {
      if (difference.shape.replace(/InDirectory$/, '') !== 'Term') continue;
      const [isOther, isForbidden] = [difference.field === 'preferred' && difference.deed === 'changed', difference.field === 'forbidden' && difference.deed === 'added'];
      if (!isOther && !isForbidden) continue;
      const mapped = isMapped(versions.before, pair, difference);
      if (isOther && !mapped) yield { claims: [difference], kind: 'term-word-changed' };
      if (isForbidden && mapped) yield { claims: [difference], level: 'breaking', harms: ['customer', 'staff'] };
    }
  },
};

/** True where a status that systems are mapped to is named like the term, or is told with its word. */
function isMapped({ registers }: Workspace, { before }: SpecPair, { holder, field }: Difference): boolean {
  const path = holder.before.at(-1) === field ? holder.before.slice(0, -1) : holder.before; // an entry of a list is held by the list
  const term = valueAt(before.value, path);
  const [id, word] = [fieldOf(term, 'id') ?? path.at(-1), typeof term === 'string' ? term : fieldOf(term, 'preferred')];
  return [...registers.statuses.values()].some(({ value: { code, preferred, perSystem } }) => Object.keys(perSystem ?? {}).length > 0 && (code === id || (word !== undefined && preferred === word)));
}
