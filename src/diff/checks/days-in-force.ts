import { fieldOf } from '../../base/json.js';
import { isKind } from '../../model/spec.js';
import { outweighs } from '../content-meaning.js';
import type { Difference } from '../difference.js';
import { kindOf } from '../kind-of.js';
import { holdsProtected, holdsRegulated } from '../regulated.js';
import { sentenceOf } from '../sentence.js';
import type { Check, CheckContext } from './check.js';

/**
 * A promise ends on the day that it says, and nobody is asked again when that day comes: so who says an earlier day is asked now. One that
 * begins later is another matter. What held before holds until then, and a change needs the time in which it is announced; but
 * where nothing else changes, all that the later day does is to put off what was announced. Where the day that was announced is still to come,
 * nothing beside it is a reason either: with some change each time it could be put off again and again. Only a journey is more than one promise,
 * so that something that breaks may need the time.
 */
export const daysInForce: Check = {
  id: 'days-in-force',
  summary: 'A promise that is put off, or that ends earlier than was said, takes something away, and so does a document that protects data or says how journeys are governed. It is not put off where it holds already and something else of it changes, which needs the time until then; a journey that was announced and has not begun, only where that breaks.',
  *judge(context) {
    const { pair, differences } = context;
    const what = held(context);
    if (what === undefined || [pair.before, pair.after].some(({ status }) => status === 'draft' || status === 'retired')) return;
    for (const difference of differences) {
      const days = daysFor(context, difference);
      const isPutOff = days === 'start-loosened' && isAnnounced(context, difference);
      if (days !== undefined) yield { claims: [difference], kind: `${what}-${days}`, ...watched(context, what, days), ...(isPutOff ? { message: putOffWords(context, difference) } : {}) };
    }
  },
};

/** Documents that customers are promised something by. */
const promising: ReadonlySet<string> = new Set(['Journey', 'Sla', 'Calendar']);

/** Documents that others are protected by. */
const protecting: ReadonlySet<string> = new Set(['Policy', 'DataCatalog']);

/** What ends with a document: a promise, or what protects somebody. With a Directory ends all that stands in it. */
function held({ versions, pair: { before, after } }: CheckContext): 'spec' | 'protection' | undefined {
  if (promising.has(after.kind)) return 'spec';
  if (protecting.has(after.kind) || holdsProtected(versions.before, before) || holdsProtected(versions.after, after)) return 'protection';
  return isKind(after, 'Directory') && after.value.calendars !== undefined ? 'spec' : undefined;
}

/** What ends takes along all that it says, as one that is retired does. */
function watched({ versions, pair: { before, after } }: CheckContext, what: 'spec' | 'protection', days: Days): { readonly regulated?: true } {
  if (what === 'spec' && days === 'start-loosened') return {};
  const isWatched = after.kind === 'Policy' || holdsProtected(versions.before, before) || holdsProtected(versions.after, after) || holdsRegulated(before) || holdsRegulated(after);
  return isWatched ? { regulated: true } : {};
}

type Days = 'start-loosened' | 'end-added' | 'end-loosened';

function daysFor(context: CheckContext, difference: Difference): Days | undefined {
  const { shape, field, deed, after } = difference;
  if (field === 'effective' && deed === 'added') return fieldOf(after!.value, 'until') === undefined ? undefined : 'end-added';
  if (shape !== 'Effective') return undefined;
  if (field === 'from') return deed === 'tightened' && !needsTheTime(context, difference) ? 'start-loosened' : undefined;
  return deed === 'added' ? 'end-added' : deed === 'loosened' ? 'end-loosened' : undefined;
}

/**
 * True where something else changes that may need the time until then: more than words in what holds already, and in a journey that is announced something
 * that breaks, about which everybody is asked anyway.
 */
function needsTheTime(context: CheckContext, difference: Difference): boolean {
  const { pair, differences } = context;
  const isToCome = isAnnounced(context, difference);
  const least = isToCome ? 'compatible' : 'editorial';
  return (!isToCome || pair.after.kind === 'Journey') && differences.some((each) => each !== difference && outweighs(kindOf(each, pair.after.kind).level, least));
}

/** True where the day that was said is still to come on the day of the question. */
function isAnnounced({ versions: { today } }: CheckContext, { before }: Difference): boolean {
  return today !== undefined && String(before!.value) > today;
}

function putOffWords({ pair }: CheckContext, difference: Difference): string {
  return `${sentenceOf(pair, difference)} It was announced for ${String(difference.before!.value)} and has not begun, so it is put off.`;
}
