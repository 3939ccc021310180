import { isolated } from '../base/bidi.js';
import { groupWords, leftWords, targetWords, verdictWords } from '../analysis/proof/promise-words.js';
import type { PromiseProof, TargetProof } from '../analysis/proof/verdict.js';
import type { JourneyModel } from '../model/journey.js';
import type { FlowNode, Mark } from './chart.js';
import type { Table } from './drawing.js';
import { shownPromises, type Seen } from './shown-promises.js';
import type { Before } from './view.js';
import { brief } from './words/names.js';

/** Where promises that moved stand. No stage has such an id. */
export const promisesGroup = '(promises)';

/** A target of a promise that is not what it was. */
export interface MovedPromise {
  readonly node: FlowNode;
  readonly name: string;
  readonly then: string;
  readonly now: string;
  readonly target: TargetProof | undefined;
}

/**
 * Targets that came or went, or of which the target itself, the verdict or what is left is another. Where one of the two proofs rests on something that is
 * not for the readers, only what is promised is compared.
 */
export function movedPromises(now: Seen, journey: JourneyModel, before: Before): readonly MovedPromise[] {
  const [present, former] = [targetsOf(now, journey), before.journey === undefined ? new Map<string, MadeTarget>() : targetsOf(before, before.journey)];
  return [...new Set([...present.keys(), ...former.keys()])].flatMap((key) => {
    const isProofShown = [present, former].every((side) => side.get(key)?.isProofShown !== false);
    const [was, is] = [former, present].map((side) => side.get(key)).map((each) => each && { ...each, isProofShown });
    const [thenWords, nowWords] = [wordsOf(was), wordsOf(is)];
    if (thenWords === nowWords) return [];
    const name = nameOf((is ?? was)!);
    const node = { id: `promise ${key}`, label: name, detail: brief(stepOf(was, is)), role: 'measure' as const, group: promisesGroup, mark: markOf(was, is) };
    return [{ name, then: thenWords, now: nowWords, target: isProofShown ? is?.target : undefined, node }];
  });
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
  return `${then !== now ? `${then} → ${now}` : now === closed ? `${closed} otherwise` : now}${is === undefined ? '' : leftOf(is)}`;
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

function nameOf({ promise, target }: MadeTarget): string {
  return promise.targets.length === 1 ? promise.title : `${isolated(promise.title)} (${groupWords(target.group, promise.targets)})`;
}

function wordsOf(made: MadeTarget | undefined): string {
  if (made === undefined) return 'not promised';
  const { promise, target, isProofShown } = made;
  return `${isProofShown ? `${verdictWords[target.verdict]}: ` : ''}${targetWords(promise, target)}${leftOf(made)}`;
}

function markOf(was: MadeTarget | undefined, is: MadeTarget | undefined): Mark {
  if (was === undefined) return 'added';
  if (is === undefined) return 'removed';
  return is.isProofShown && is.target.verdict === 'violated' ? 'broken' : 'changed';
}

/** The ways on which promises break that were kept before. */
export function brokenWays(promises: readonly MovedPromise[]): { readonly steps: ReadonlySet<string>; readonly ways: ReadonlySet<string> } {
  const paths = promises.flatMap(({ target }) => (target?.counterExample === undefined ? [] : [target.counterExample.steps]));
  return { steps: new Set(paths.flat()), ways: new Set(paths.flatMap((steps) => steps.slice(1).map((to, index) => `${steps[index]}>${to}`))) };
}

/** Promises that moved, before and after. */
export function promisesTable(promises: readonly MovedPromise[]): Table {
  return { title: 'Promises that moved', columns: ['promise', 'before', 'after'], rows: promises.map(({ name, then, now }) => [name, then, now]) };
}
