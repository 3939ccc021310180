import { fieldOf } from '../../base/json.js';
import { outweighs } from '../content-meaning.js';
import type { Difference } from '../difference.js';
import { kindOf } from '../kind-of.js';
import { sentenceOf } from '../sentence.js';
import type { Check, CheckContext } from './check.js';

/**
 * A promise ends on the day that it says, and nobody is asked again when that day comes: so who says an earlier day is asked now. One that
 * begins later is another matter. What held before holds until then, and a change needs the time in which it is announced; but
 * where nothing else changes, all that the later day does is to put off what was announced. Where the day that was announced is still to come, a small
 * change beside it is no reason either: it could be put off again and again.
 */
export const daysInForce: Check = {
  id: 'days-in-force',
  summary: 'A promise that is put off, or that ends earlier than was said, takes something away. It is not put off where something else of it changes, which needs the time until then: where it was announced and has not begun, something that breaks.',
  *judge(context) {
    const { pair, differences } = context;
    if (!promising.has(pair.after.kind) || [pair.before, pair.after].some(({ status }) => status === 'draft' || status === 'retired')) return;
    for (const difference of differences) {
      const kind = kindFor(context, difference);
      const isPutOff = kind === 'spec-start-loosened' && isAnnounced(context, difference);
      if (kind !== undefined) yield { claims: [difference], kind, ...(isPutOff ? { message: putOffWords(context, difference) } : {}) };
    }
  },
};

/** Documents that customers are promised something by. */
const promising: ReadonlySet<string> = new Set(['Journey', 'Sla', 'Calendar']);

function kindFor(context: CheckContext, difference: Difference): string | undefined {
  const { shape, field, deed, after } = difference;
  if (field === 'effective' && deed === 'added') return fieldOf(after!.value, 'until') === undefined ? undefined : 'spec-end-added';
  if (shape !== 'Effective') return undefined;
  if (field === 'from') return deed === 'tightened' && !needsTheTime(context, difference) ? 'spec-start-loosened' : undefined;
  return deed === 'added' ? 'spec-end-added' : deed === 'loosened' ? 'spec-end-loosened' : undefined;
}

/**
 * True where something else changes that may need the time until then: more than words, and where an announced day is still to come, something that
 * breaks, about which everybody is asked anyway.
 */
function needsTheTime(context: CheckContext, difference: Difference): boolean {
  const { pair, differences } = context;
  const least = isAnnounced(context, difference) ? 'compatible' : 'editorial';
  return differences.some((each) => each !== difference && outweighs(kindOf(each, pair.after.kind).level, least));
}

/** True where the day that was said is still to come on the day of the question. */
function isAnnounced({ versions: { today } }: CheckContext, { before }: Difference): boolean {
  return today !== undefined && String(before!.value) > today;
}

function putOffWords({ pair }: CheckContext, difference: Difference): string {
  return `${sentenceOf(pair, difference)} It was announced for ${String(difference.before!.value)} and has not begun, so it is put off.`;
}
