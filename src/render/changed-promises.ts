import { isolated } from '../base/bidi.js';
import { proveJourney } from '../analysis/proof/prove-journey.js';
import { groupWords, leftWords, targetWords, verdictWords } from '../analysis/proof/promise-words.js';
import type { PromiseProof, TargetProof } from '../analysis/proof/verdict.js';
import type { JourneyModel } from '../model/journey.js';
import type { Workspace } from '../model/workspace.js';
import type { FlowNode, Mark } from './chart.js';
import type { Table } from './drawing.js';
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

/** Targets that came or went, or of which the target itself, the verdict or what is left is another. */
export function movedPromises(workspace: Workspace, journey: JourneyModel, before: Before): readonly MovedPromise[] {
  const now = targetsOf(workspace, journey);
  const then = before.journey === undefined ? new Map<string, MadeTarget>() : targetsOf(before.workspace, before.journey);
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((key) => {
    const [was, is] = [then.get(key), now.get(key)];
    const [thenWords, nowWords] = [was === undefined ? 'not promised' : wordsOf(was), is === undefined ? 'not promised' : wordsOf(is)];
    if (thenWords === nowWords) return [];
    const name = nameOf((is ?? was)!);
    return [{ name, then: thenWords, now: nowWords, target: is?.target, node: { id: `promise ${key}`, label: name, detail: brief(stepOf(was, is)), role: 'measure' as const, group: promisesGroup, mark: markOf(was, is) } }];
  });
}

interface MadeTarget {
  readonly promise: PromiseProof;
  readonly target: TargetProof;
}

function targetsOf(workspace: Workspace, { id }: JourneyModel): ReadonlyMap<string, MadeTarget> {
  const promises = proveJourney(workspace, id)?.promises ?? [];
  return new Map(promises.flatMap((promise) => promise.targets.map((target) => [`${promise.promise} ${JSON.stringify(target.group)}`, { promise, target }] as const)));
}

/** What became of it, short enough for a box: `proved → violated, 8 h too long`. */
function stepOf(was: MadeTarget | undefined, is: MadeTarget | undefined): string {
  const [then, now] = [was, is].map((each) => (each === undefined ? 'not promised' : verdictWords[each.target.verdict]));
  const left = is?.target.slack === undefined ? '' : `, ${leftWords(is.target.slack, is.target.target)}`;
  return `${then === now ? now : `${then} → ${now}`}${left}`;
}

function nameOf({ promise, target }: MadeTarget): string {
  return promise.targets.length === 1 ? promise.title : `${isolated(promise.title)} (${groupWords(target.group, promise.targets)})`;
}

function wordsOf({ promise, target }: MadeTarget): string {
  const left = target.slack === undefined ? '' : `, ${leftWords(target.slack, target.target)}`;
  return `${verdictWords[target.verdict]}: ${targetWords(promise, target)}${left}`;
}

function markOf(was: MadeTarget | undefined, is: MadeTarget | undefined): Mark {
  if (was === undefined) return 'added';
  if (is === undefined) return 'removed';
  return is.target.verdict === 'violated' ? 'broken' : 'changed';
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
