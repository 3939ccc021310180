import { fieldOf } from '../../base/json.js';
import { outweighs } from '../content-meaning.js';
import type { Difference } from '../difference.js';
import { kindOf } from '../kind-of.js';
import type { Check, CheckContext } from './check.js';

/**
 * A promise ends on the day that it says, and nobody is asked again when that day comes: so who says an earlier day is asked now. One that
 * begins later is another matter. What held before holds until then, and a change needs the time in which it is announced; but
 * where nothing else changes, all that the later day does is to put off what was announced.
 */
export const daysInForce: Check = {
  id: 'days-in-force',
  summary: 'A promise that is put off, or that ends earlier than was said, takes something away. It is not put off where something else of it changes, which needs the time until then.',
  *judge(context) {
    const { pair, differences } = context;
    if (!promising.has(pair.after.kind) || [pair.before, pair.after].some(({ status }) => status === 'draft' || status === 'retired')) return;
    for (const difference of differences) {
      const kind = kindFor(context, difference);
      if (kind !== undefined) yield { claims: [difference], kind };
    }
  },
};

/** Documents that customers are promised something by. */
const promising: ReadonlySet<string> = new Set(['Journey', 'Sla', 'Calendar']);

function kindFor(context: CheckContext, difference: Difference): string | undefined {
  const { shape, field, deed, after } = difference;
  if (field === 'effective' && deed === 'added') return fieldOf(after!.value, 'until') === undefined ? undefined : 'spec-end-added';
  if (shape !== 'Effective') return undefined;
  if (field === 'from') return deed === 'tightened' && isAlone(context, difference) ? 'spec-start-loosened' : undefined;
  return deed === 'added' ? 'spec-end-added' : deed === 'loosened' ? 'spec-end-loosened' : undefined;
}

/** True where nothing else that is more than words differs. */
function isAlone({ pair, differences }: CheckContext, difference: Difference): boolean {
  return differences.every((each) => each === difference || !outweighs(kindOf(each, pair.after.kind).level, 'editorial'));
}
