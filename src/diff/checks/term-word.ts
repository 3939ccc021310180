import { fieldOf, valueAt } from '../../base/json.js';
import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import type { Difference } from '../difference.js';
import type { SpecPair } from '../match-specs.js';
import type { Check } from './check.js';

/** People get used to another word; what a machine compares no longer fits. */
export const termWord: Check = {
  id: 'term-word',
  summary: 'Another preferred word confuses people for a while, and breaks something only where systems go by it.',
  *judge({ versions, pair, differences }) {
    for (const difference of differences) {
      const isWord = difference.shape.replace(/InDirectory$/, '') === 'Term' && difference.field === 'preferred' && difference.deed === 'changed';
      if (isWord && !isMapped(versions.before, pair, difference)) yield { claims: [difference], kind: 'term-word-changed' };
    }
  },
};

/** True where a status that systems are mapped to is named like the term, or is told with its word. */
function isMapped({ registers }: Workspace, { before }: SpecPair, { holder, before: word }: Difference): boolean {
  const id = idOf(before, holder.before);
  return [...registers.statuses.values()].some(({ value: { code, preferred, perSystem } }) => Object.keys(perSystem ?? {}).length > 0 && (code === id || preferred === word!.value));
}

/** A term of a Directory is named by its key. */
function idOf({ value }: Spec, path: Difference['holder']['before']): unknown {
  return fieldOf(valueAt(value, path), 'id') ?? path.at(-1);
}
