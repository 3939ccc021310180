import { isUnmade } from '../analysis/unmade-variants.js';
import { compareText, type Coordinate } from '../base/diagnostic.js';
import type { CalendarDay } from '../base/date.js';
import { onceFor } from '../base/remembering.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Change } from './change.js';
import { changedTexts, withNewTexts } from './changed-texts.js';
import { compareSpecs } from './compare-specs.js';
import type { Difference } from './difference.js';
import { judgeAll } from './explain.js';
import { withWhatHeld } from './held-before.js';
import { changedBehindLock, withImported } from './imported-changes.js';
import { asDraft, goesWithStanding, judgeAdded, judgeEditedRecord, judgeLife, judgeRemoved } from './judge-life.js';
import { judgeProofs } from './judge-proofs.js';
import { matchedSpecs, type SpecPair } from './match-specs.js';
import { withNewUse } from './new-uses.js';
import { withSpreading } from './regulated.js';
import { isMovedEntry } from './moved-entries.js';
import { passedBy, withPassedBy } from './passed-by.js';
import { withSlower } from './slower-ways.js';
import { renamesOf } from './renames.js';
import { toChange, type Judgement } from './tell.js';
import type { Versions } from './versions.js';
import { throughout } from './whole-groups.js';

/**
 * Says what differs between two versions of a workspace and what each difference means to those who rely on it. Values are
 * compared, not texts: comments, the order of keys, quotes and line ends say nothing.
 *
 * Documents with mistakes in their form take no part, because nothing is known of what they say: validate both versions first.
 *
 * @param before - The version that was, such as the one on the main branch.
 * @param after - The version that is meant to replace it.
 * @param known - What is known besides, where anything is.
 * @returns Every change once, in the order of the documents after. Empty where both say the same.
 */
export function diff(before: Workspace, after: Workspace, known: KnownBesides = {}): readonly Change[] {
  const { roots, derived } = judgementsOf(before, after, known);
  return [...roots, ...derived].sort(byPlace).map((judgement) => toChange(before.name, judgement));
}

/** What two versions alone do not tell. */
export interface KnownBesides {
  /**
   * The workspace as it was once, such as at the last release, for a document that begins to hold: it is weighed against what it said when it
   * held. Where this is absent, or does not have the document in force, it is weighed as new.
   */
  readonly formerly?: ((document: Coordinate) => Workspace | undefined) | undefined;
  /**
   * What was released last of a document that is a draft now and has not ended since, as far as that is known: when such a draft leaves, that ends what was
   * in force. Where this is absent, a draft that leaves has bound nobody.
   */
  readonly releasedBefore?: ((draft: Coordinate) => Released | undefined) | undefined;
  /** The day on which it is asked: what was announced for a later day has not begun, so to write a later one puts it off. */
  readonly today?: CalendarDay | undefined;
}

/** A spec as it was released once. */
export interface Released {
  readonly workspace: Workspace;
  readonly spec: Spec;
}

/** What differs: by itself, and because of that. */
export interface Judgements {
  /** Whatever differs is covered by exactly one of them. */
  readonly roots: readonly Judgement[];
  /** What follows from them, though nothing that is written there differs. */
  readonly derived: readonly Judgement[];
}

/** Every difference with the places that it covers. */
export function judgementsOf(before: Workspace, after: Workspace, { formerly, releasedBefore, today }: KnownBesides = {}): Judgements {
  const matched = matchedSpecs(before)(after);
  const versions: Versions = { before, after, renames: renamesOf(before, after, matched), today };
  const texts = changedTexts(versions, matched);
  const different = new Set([...matched.changed, ...texts.keys()]);
  const roots = [
    ...matched.removed.map((spec) => judgeRemoved(versions, spec, spec.status === 'draft' ? releasedBefore?.(spec.coordinate) : undefined)),
    ...matched.added.map((spec) => withNewUse(versions, judgeAdded(versions, spec))),
    ...matched.unknown.flatMap((pair) => judgeUnmade(versions, pair)),
    ...matched.pairs.filter((pair) => different.has(pair)).flatMap((pair) => judgePair(versions, pair, texts.get(pair) ?? [])),
    ...changedBehindLock(before, after, rootsBetween),
  ].map((judgement) => withNewTexts(after, withWhatHeld(formerly, after, withImported(before, after, judgement, rootsBetween), rootsBetween)));
  const derived = roots.length === 0 ? [] : judgeProofs(versions, matched, roots);
  return { roots: roots.map((judgement) => withSlower(derived, judgement)), derived };
}

/** Worked out once for two versions: several documents may ask. */
const rootsBetween = (before: Workspace, after: Workspace): readonly Judgement[] => rootsOf(before)(after);
const rootsOf = onceFor((before: Workspace) => onceFor((after: Workspace) => judgementsOf(before, after).roots));

function judgePair(versions: Versions, pair: SpecPair, texts: readonly Difference[]): readonly Judgement[] {
  if (pair.after.kind === 'Record') return [judgeEditedRecord(pair)];
  const { judgements: life, carries } = judgeLife(versions, pair);
  const judgements = life.map((judgement) => withNewUse(versions, judgement));
  if (carries) return judgements;
  const differences = [...compareSpecs(versions, pair), ...texts].filter((difference) => !goesWithStanding(pair, difference) && !isMovedEntry(versions, difference));
  const inside = judgeAll(versions, pair, differences);
  const reasons = inside.length === 0 ? [] : passedBy(versions, pair);
  const weigh = (judgement: Judgement): Judgement => withPassedBy(reasons, withNewUse(versions, withSpreading(versions, pair, judgement)));
  return [...judgements, ...inside.map((judgement) => throughout(judgement, weigh))].map((judgement) => throughout(judgement, (each) => asDraft(versions, pair, each)));
}

/** Of a variant that cannot be put together any more its header is known: how it is called, and its standing. */
function judgeUnmade(versions: Versions, pair: SpecPair): readonly Judgement[] {
  return isUnmade(versions.after, pair.after) ? judgeLife(versions, pair).judgements.filter(({ kind }) => kind.id !== 'spec-activated') : [];
}

/** By document, then in the order in which they were found. */
function byPlace(a: Judgement, b: Judgement): number {
  return compareText(documentOf(a), documentOf(b));
}

function documentOf({ subject }: Judgement): string {
  return subject.split('#')[0]!;
}
