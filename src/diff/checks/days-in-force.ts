import { fieldOf } from '../../base/json.js';
import { isKind, type Spec } from '../../model/spec.js';
import { compareSpecs, saysItself } from '../compare-specs.js';
import { outweighs } from '../content-meaning.js';
import type { Difference } from '../difference.js';
import { judgesChanges } from '../judging-specs.js';
import { kindNamed, kindOf } from '../kind-of.js';
import { matchedSpecs, type SpecPair } from '../match-specs.js';
import { holdsProtected, losesProtection } from '../regulated.js';
import { sentenceOf } from '../sentence.js';
import { endsBefore, isAnnounced, startWords, type PutOff } from '../start-words.js';
import type { Check, CheckContext, Explained } from './check.js';

/**
 * A promise ends on the day that it says, and nobody is asked again when that day comes: so who says an earlier day is asked now. One that
 * begins later is another matter. What holds already goes on until then, so that a change may take the time in which it is announced; but
 * where nothing else changes, nothing needs that time. Where the day that was announced is still to come, nothing beside it is a reason either,
 * however much it breaks: with some change each time it could be put off again and again, and nobody would be told. Nor is it where what holds
 * already ends before the later day: in between nothing would hold.
 */
export const daysInForce: Check = {
  id: 'days-in-force',
  summary: 'A promise that is put off, or that ends earlier than was said, takes something away, and so does a document that protects data or says how journeys are governed. It is not put off where it holds already and something else of it changes: what holds goes on until then, unless it ends before.',
  *judge(context) {
    const { pair, differences } = context;
    if ([pair.before, pair.after].some((spec) => bindsNobody(context, spec))) return;
    for (const difference of differences) {
      const days = daysFor(context, difference);
      const what = days === undefined ? undefined : held(context, days);
      if (days !== undefined && what !== undefined) yield { claims: [difference], kind: `${what}-${days}`, ...watched(context, what, days), ...wordsFor(context, days, difference) };
      else if (isOfLaterDay(difference)) yield { claims: [difference], kind: 'effective-from-tightened', message: startWords(context, difference) };
    }
  },
};

/** The days of a group that comes as a whole are not in the sentence that is written for any group. */
function wordsFor(context: CheckContext, days: Days, difference: Difference): Pick<Explained, 'message'> {
  if (days === 'start-loosened') return { message: startWords(context, difference, whyPutOff(context, difference)) };
  return difference.field === 'effective' ? { message: `${sentenceOf(context.pair, difference)} It ends on ${String(fieldOf(difference.after!.value, 'until'))}.` } : {};
}

/** Documents that customers are promised something by. */
const promising: ReadonlySet<string> = new Set(['Journey', 'Sla', 'Calendar']);

/** Documents that others are protected by. */
const protecting: ReadonlySet<string> = new Set(['Policy', 'DataCatalog']);

/** A draft of what judges changes judges all the same. */
function bindsNobody({ versions, pair }: CheckContext, { status }: Spec): boolean {
  return status === 'retired' || (status === 'draft' && !judgesChanges(versions.before, pair.before));
}

/** What ends with a document: a promise, or what protects somebody. With a Directory ends all that stands in it. */
function held(context: CheckContext, days: Days): 'spec' | 'protection' | undefined {
  const { versions, pair: { before, after } } = context;
  if (promising.has(after.kind)) return 'spec';
  if (protecting.has(after.kind) || holdsProtected(versions.before, before) || holdsProtected(versions.after, after)) return 'protection';
  if (isKind(after, 'Directory') && after.value.calendars !== undefined) return 'spec';
  return (days !== 'start-loosened' || endsBefore(context) !== undefined) && isWatched(context) ? 'protection' : undefined;
}

/** What ends takes along all that it says, as one that is retired does. */
function watched(context: CheckContext, what: 'spec' | 'protection', days: Days): Pick<Explained, 'regulated' | 'approvers'> {
  if ((what === 'spec' && days === 'start-loosened') || !isWatched(context)) return {};
  return { regulated: true, approvers: [...new Set([...kindNamed(`${what}-${days}`).approvers, 'compliance' as const])] };
}

function isWatched({ versions, pair: { before, after } }: CheckContext): boolean {
  return judgesChanges(versions.before, before) || losesProtection(versions.before, before) || losesProtection(versions.after, after);
}

type Days = 'start-loosened' | 'end-added' | 'end-loosened';

function daysFor(context: CheckContext, difference: Difference): Days | undefined {
  const { shape, field, deed, after } = difference;
  if (field === 'effective' && deed === 'added') return fieldOf(after!.value, 'until') === undefined ? undefined : 'end-added';
  if (shape !== 'Effective') return undefined;
  if (field === 'from') return isOfLaterDay(difference) && whyPutOff(context, difference) !== undefined ? 'start-loosened' : undefined;
  return deed === 'added' ? 'end-added' : deed === 'loosened' ? 'end-loosened' : undefined;
}

function isOfLaterDay({ shape, field, deed }: Difference): boolean {
  return shape === 'Effective' && field === 'from' && deed === 'tightened';
}

/** Why a later day puts something off; `undefined` where what holds already goes on until then, and the time is needed. */
function whyPutOff(context: CheckContext, difference: Difference): PutOff | undefined {
  if (isAnnounced(context.versions, difference)) return 'announced';
  if (!needsTheTime(context, difference)) return 'only-words';
  return endsBefore(context) === undefined ? undefined : 'ends-before';
}

/** True where more than words changes: that may need the time until then. */
function needsTheTime({ versions, pair, differences }: CheckContext, difference: Difference): boolean {
  return hasOtherLife(pair) || differences.some((each) => each !== difference && isMoreThanWords(each, pair)) || (pair.after.kind === 'Directory' && hasOtherEntries({ versions, pair }));
}

/** Another name or another standing begins on a day as well. */
function hasOtherLife({ before, after }: SpecPair): boolean {
  return before.id !== after.id || before.status !== after.status;
}

function isMoreThanWords(difference: Difference, { after }: SpecPair): boolean {
  return outweighs(kindOf(difference, after.kind).level, 'editorial');
}

/** What stands in a Directory and names no day of its own begins with it. */
function hasOtherEntries({ versions, pair }: Pick<CheckContext, 'versions' | 'pair'>): boolean {
  const { added, removed, changed } = matchedSpecs(versions.before)(versions.after);
  const begins = (directory: Spec) => (spec: Spec) => spec.directory === directory && !saysItself(spec, 'effective');
  const differs = (entry: SpecPair): boolean => hasOtherLife(entry) || compareSpecs(versions, entry).some((each) => isMoreThanWords(each, entry));
  return added.some(begins(pair.after)) || removed.some(begins(pair.before)) || changed.some((entry) => begins(pair.after)(entry.after) && differs(entry));
}
