import { isolated } from '../base/bidi.js';
import { groupWords, leftWords, targetWords, verdictWords } from '../analysis/proof/promise-words.js';
import type { Premise, PromiseProof, TargetProof, Verdict } from '../analysis/proof/verdict.js';
import type { JourneyModel } from '../model/journey.js';
import type { FlowNode, Mark } from './chart.js';
import type { Table } from './drawing.js';
import { shownPromises, type Seen } from './shown-promises.js';
import type { Before } from './view.js';
import { brief, noLongerThan } from './words/names.js';

/** Where promises that moved stand. No stage has such an id. */
export const promisesGroup = '(promises)';

/** A target of a promise that is not what it was. */
export interface MovedPromise {
  readonly node: FlowNode;
  readonly name: string;
  readonly then: string;
  readonly now: string;
  /** What is missing for a proof by now, each with the next step. */
  readonly missing: readonly string[];
  readonly target: TargetProof | undefined;
}

/**
 * Targets that came or went, or of which the target itself, the verdict, what is left or what is missing for a proof is another. Where one of the
 * two proofs rests on something that is not for the readers, only what is promised is compared.
 */
export function movedPromises(now: Seen, journey: JourneyModel, before: Before): readonly MovedPromise[] {
  const [present, former] = [targetsOf(now, journey), before.journey === undefined ? new Map<string, MadeTarget>() : targetsOf(before, before.journey)];
  return [...new Set([...present.keys(), ...former.keys()])].flatMap((key) => {
    const isProofShown = [present, former].every((side) => side.get(key)?.isProofShown !== false);
    const [was, is] = [former, present].map((side) => side.get(key)).map((each) => each && { ...each, isProofShown });
    return isSame(was, is) ? [] : [moved(key, was, is)];
  });
}

function isSame(was: MadeTarget | undefined, is: MadeTarget | undefined): boolean {
  return wordsOf(was) === wordsOf(is) && missingFor(was).join('\n') === missingFor(is).join('\n');
}

function moved(key: string, was: MadeTarget | undefined, is: MadeTarget | undefined): MovedPromise {
  const [name, missing] = [nameOf((is ?? was)!), missingFor(is)];
  const details = missing.length === 0 ? {} : { details: missingLines(is!.target.premises) };
  const node = { id: `promise ${key}`, label: name, detail: brief(stepOf(was, is)), ...details, role: 'measure' as const, group: promisesGroup, mark: markOf(was, is) };
  return { node, name, then: wordsOf(was), now: wordsOf(is), missing, target: is?.isProofShown === true ? is.target : undefined };
}

interface MadeTarget {
  readonly promise: PromiseProof;
  readonly target: TargetProof;
  readonly isProofShown: boolean;
}

function targetsOf(seen: Seen, journey: JourneyModel): ReadonlyMap<string, MadeTarget> {
  const promises = shownPromises(seen, journey);
  return new Map(promises.flatMap(({ promise, targets, isProofShown }) => targets.map((target) => [`${promise.promise} ${JSON.stringify(target.group)}`, { promise, target, isProofShown }] as const)));
}

/** What became of it, short enough for a box: `proved → violated, 8 h too long`. */
function stepOf(was: MadeTarget | undefined, is: MadeTarget | undefined): string {
  const [then, now] = [was, is].map(standingOf);
  return `${then !== now ? `${then} → ${now}` : stillWords(now!)}${is === undefined ? '' : leftOf(is)}`;
}

function stillWords(standing: string): string {
  if (standing === closed) return `${closed} otherwise`;
  return standing === verdictWords['not-proved'] ? `still ${standing}` : standing;
}

function standingOf(made: MadeTarget | undefined): string {
  if (made === undefined) return 'not promised';
  return made.isProofShown ? verdictWords[made.target.verdict] : closed;
}

/** All that is told of a target whose proof is not for the readers. */
const closed = 'promised';

function leftOf({ target: { slack, target }, isProofShown }: MadeTarget): string {
  return isProofShown && slack !== undefined ? `, ${leftWords(slack, target)}` : '';
}

/** What is missing for its proof, with the next step for each. */
function missingFor(made: MadeTarget | undefined): readonly string[] {
  return made?.isProofShown === true ? made.target.premises.map(({ message, hint }) => `${message} ${hint}`) : [];
}

/** So many of the things that are missing stand in the box itself. */
const mostMissing = 2;

function missingLines(premises: readonly Premise[]): readonly string[] {
  const others = premises.length - mostMissing;
  return [...premises.slice(0, mostMissing).map(({ message }) => noLongerThan(longestMissing, `missing: ${message}`)), ...(others > 0 ? [`and ${others} more`] : [])];
}

/** A sentence of ours with names of steps and promises in it, of which the beginning alone would say too little. */
const longestMissing = 200;

function nameOf({ promise, target }: MadeTarget): string {
  return promise.targets.length === 1 ? promise.title : `${isolated(promise.title)} (${groupWords(target.group, promise.targets)})`;
}

function wordsOf(made: MadeTarget | undefined): string {
  if (made === undefined) return 'not promised';
  const { promise, target, isProofShown } = made;
  return `${isProofShown ? `${verdictWords[target.verdict]}: ` : ''}${targetWords(promise, target)}${leftOf(made)}`;
}

/** A promise that cannot be kept is no good news, be it new or not. */
const marks: Readonly<Record<Exclude<Verdict, 'proved'>, Mark>> = { violated: 'broken', 'not-proved': 'unproved' };

function markOf(was: MadeTarget | undefined, is: MadeTarget | undefined): Mark {
  if (is === undefined) return 'removed';
  if (is.isProofShown && is.target.verdict !== 'proved') return marks[is.target.verdict];
  return was === undefined ? 'added' : 'changed';
}

/** Promises that moved, before and after, with what is missing for those that are not proved. */
export function promisesTable(promises: readonly MovedPromise[]): Table {
  return { title: 'Promises that moved', columns: ['promise', 'before', 'after', 'what is missing'], rows: promises.map(({ name, then, now, missing }) => [name, then, now, missing.join(' ')]) };
}
