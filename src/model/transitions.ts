import type { Path } from '../base/json.js';
import type { Edge, Next } from '../schema/kinds/step.js';
import type { StepModel } from './journey.js';

/**
 * How a case gets from one step to another.
 * - `next`: written under `next`; `default`: the order of the steps; `join`: into a step that waits for it;
 * - `fail`: after a failure; `interrupt`: a `meanwhile` that stops the step; `side`: one that does not;
 * - `alongside`: at the same moment; `skip`: past an optional step.
 */
export type TransitionKind = 'next' | 'default' | 'join' | 'fail' | 'interrupt' | 'side' | 'alongside' | 'skip';

/** A way from one step to another. */
export interface Transition {
  readonly kind: TransitionKind;
  /** Ids of both steps. */
  readonly from: string;
  readonly to: string;
  /** Whether a case takes this way instead of its siblings, or together with them. */
  readonly split: 'none' | 'choice' | 'all' | 'some';
  /** Where it is written; for a way that follows from the order, the step that it leaves. */
  readonly path: Path;
  /** What the edge says, where one is written. */
  readonly edge: Partial<Edge>;
}

/** Every way of a journey that both ends of exist. */
export function deriveTransitions(steps: readonly StepModel[], find: (reference: string) => StepModel | undefined): readonly Transition[] {
  const context: Context = { steps, find, joinOf: joins(steps, find), siblings: parallelSiblings(steps, find) };
  const direct = steps.flatMap((step) => leaving(context, step));
  return [...direct, ...skips(steps, direct)];
}

interface Context {
  readonly steps: readonly StepModel[];
  readonly find: (reference: string) => StepModel | undefined;
  /** For each step, the one that waits for it. */
  readonly joinOf: ReadonlyMap<string, StepModel>;
  /** For each first step of a branch that runs in parallel, the first steps of the other branches. */
  readonly siblings: ReadonlyMap<string, ReadonlySet<string>>;
}

function leaving(context: Context, step: StepModel): readonly Transition[] {
  const ways = step.hosts.length > 0 ? [] : onward(context, step);
  return [...ways, ...onFailure(context, step), ...meanwhile(context, step), ...alongside(context, step)];
}

function onward(context: Context, step: StepModel): readonly Transition[] {
  if (step.value.next !== undefined) return written(context, step, step.value.next);
  if (step.value.end !== undefined) return [];
  const join = context.joinOf.get(step.id);
  if (join !== undefined) return [way('join', step, join, step.path)];
  const following = followingStep(context, step);
  return following === undefined ? [] : [way('default', step, following, step.path)];
}

/** The next step in the file that runs by itself. The first step of a parallel branch does not follow another branch. */
function followingStep(context: Context, step: StepModel): StepModel | undefined {
  const following = context.steps.slice(step.order + 1).find((other) => other.hosts.length === 0);
  return following !== undefined && startsOtherBranch(context, step, following) ? undefined : following;
}

function startsOtherBranch(context: Context, step: StepModel, following: StepModel): boolean {
  const siblings = context.siblings.get(following.id);
  if (siblings === undefined) return false;
  return context.steps.slice(0, step.order + 1).some((earlier) => siblings.has(earlier.id));
}

function written(context: Context, step: StepModel, next: Next): readonly Transition[] {
  return targetsOf(next).flatMap(({ to, edge, split, path }) => {
    const target = context.find(to);
    return target === undefined ? [] : [{ kind: 'next' as const, from: step.id, to: target.id, split, path: [...step.path, 'next', ...path], edge }];
  });
}

interface WrittenTarget {
  readonly to: string;
  readonly edge: Partial<Edge>;
  readonly split: Transition['split'];
  readonly path: Path;
}

/** Every step that a `next` names, in whichever of its forms it is written. */
export function targetsOf(next: Next): readonly WrittenTarget[] {
  if (typeof next === 'string') return [{ to: next, edge: {}, split: 'none', path: [] }];
  if (isChoice(next)) return members(next, next.length > 1 ? 'choice' : 'none', []);
  return 'all' in next ? members(next.all, 'all', ['all']) : members(next.some, 'some', ['some']);
}

function isChoice(next: Exclude<Next, string>): next is readonly (string | Edge)[] {
  return Array.isArray(next);
}

function members(list: readonly (string | Edge)[], split: Transition['split'], path: Path): readonly WrittenTarget[] {
  return list.map((member, index) => ({
    to: typeof member === 'string' ? member : member.to,
    edge: typeof member === 'string' ? {} : member,
    split,
    path: [...path, index],
  }));
}

function onFailure(context: Context, step: StepModel): readonly Transition[] {
  const target = step.value.onFail === undefined ? undefined : context.find(step.value.onFail);
  return target === undefined ? [] : [way('fail', step, target, [...step.path, 'onFail'])];
}

function meanwhile(context: Context, step: StepModel): readonly Transition[] {
  return (step.value.meanwhile ?? []).flatMap((each, index) => {
    const target = context.find(each.to);
    if (target === undefined) return [];
    const edge = each.times === undefined ? {} : { repeats: each.times };
    return [{ ...way(each.stops === true ? 'interrupt' : 'side', step, target, [...step.path, 'meanwhile', index]), edge }];
  });
}

function alongside(context: Context, step: StepModel): readonly Transition[] {
  return step.hosts.flatMap((host) => {
    const target = context.find(host);
    return target === undefined ? [] : [way('alongside', target, step, [...step.path, 'alongside'])];
  });
}

function way(kind: TransitionKind, from: StepModel, to: StepModel, path: Path): Transition {
  return { kind, from: from.id, to: to.id, split: 'none', path, edge: {} };
}

function joins(steps: readonly StepModel[], find: Context['find']): ReadonlyMap<string, StepModel> {
  return new Map(steps.flatMap((join) => (join.value.waitsFor ?? []).flatMap((name) => {
    const waited = find(name);
    return waited === undefined ? [] : [[waited.id, join] as const];
  })));
}

function parallelSiblings(steps: readonly StepModel[], find: Context['find']): ReadonlyMap<string, ReadonlySet<string>> {
  const siblings = new Map<string, ReadonlySet<string>>();
  for (const step of steps) {
    const targets = step.value.next === undefined ? [] : targetsOf(step.value.next).filter(({ split }) => split === 'all' || split === 'some');
    const ids = targets.map(({ to }) => find(to)?.id).filter((id) => id !== undefined);
    for (const id of ids) siblings.set(id, new Set(ids.filter((other) => other !== id)));
  }
  return siblings;
}

/** So many optional steps in a row are skipped at once; a longer row is skipped in two parts. */
const longestSkip = 25;

/** Ways past optional steps: from each step before one to each step after it. */
function skips(steps: readonly StepModel[], direct: readonly Transition[]): readonly Transition[] {
  const optional = new Map(steps.filter((step) => step.value.when !== undefined && step.hosts.length === 0).map((step) => [step.id, step]));
  if (optional.size === 0) return [];
  const found: Transition[] = [];
  const known = new Set(direct.map(({ from, to }) => `${from}>${to}`));
  let frontier = direct;
  for (let length = 0; length < longestSkip && frontier.length > 0; length += 1) {
    frontier = frontier.flatMap((arriving) => pastOptional(arriving, optional, direct, known));
    found.push(...frontier);
  }
  return found;
}

function pastOptional(arriving: Transition, optional: ReadonlyMap<string, StepModel>, direct: readonly Transition[], known: Set<string>): readonly Transition[] {
  const skipped = optional.get(arriving.to);
  if (skipped === undefined || !isOnward(arriving)) return [];
  return direct
    .filter((leaving) => leaving.from === skipped.id && isOnward(leaving) && !known.has(`${arriving.from}>${leaving.to}`))
    .map((leaving) => {
      known.add(`${arriving.from}>${leaving.to}`);
      return { kind: 'skip' as const, from: arriving.from, to: leaving.to, split: 'choice' as const, path: [...skipped.path, 'when'], edge: {} };
    });
}

function isOnward({ kind }: Transition): boolean {
  return kind === 'next' || kind === 'default' || kind === 'join' || kind === 'skip';
}

