import { groupBy } from '../base/groups.js';
import { below, type Path } from '../base/json.js';
import { remembering } from '../base/remembering.js';
import type { Edge, Meanwhile, Next } from '../schema/kinds/step.js';
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
  readonly source: StepModel;
  readonly target: StepModel;
  /** Ids of both steps. */
  readonly from: string;
  readonly to: string;
  /** Whether a case takes this way instead of its siblings, or together with them. */
  readonly split: 'none' | 'choice' | 'all' | 'some';
  /** Where it is written; for a way that follows from the order, the step that it leaves. */
  readonly path: Path;
  /** What the edge says, where one is written. */
  readonly edge: Partial<Edge>;
  /** True for a way past an optional step. */
  readonly isPast: boolean;
}

/** A way knows the step that it is written at. Its path is put together when it is asked for, because few are. */
class Way implements Transition {
  private readonly step: StepModel;
  private readonly inside: Path;

  constructor(
    readonly kind: TransitionKind,
    readonly source: StepModel,
    readonly target: StepModel,
    { step, inside = wholeStep }: Place,
    readonly edge: Partial<Edge> = plainEdge,
    readonly split: Transition['split'] = 'none',
  ) {
    this.step = step;
    this.inside = inside;
  }

  get from(): string {
    return this.source.id;
  }

  get to(): string {
    return this.target.id;
  }

  get path(): Path {
    return this.kind === 'next' ? below(this.step.path, 'next', ...this.inside) : below(this.step.path, ...this.inside);
  }

  get isPast(): boolean {
    return this.inside === places.when;
  }
}

/** Where in a step a way is written; for one that follows from the order, the step itself. */
interface Place {
  readonly step: StepModel;
  readonly inside?: Path;
}

const wholeStep: Path = [];
const wholeNext: Path = [];
const plainEdge: Partial<Edge> = {};

/** Paths inside a step, each made once: a hundred thousand steps name the same few. */
const places = {
  when: ['when'] as Path,
  onFail: ['onFail'] as Path,
  alongside: ['alongside'] as Path,
  meanwhile: remembering((index: number): Path => ['meanwhile', index]),
  next: remembering((list: string) => remembering((index: number): Path => (list === '' ? [index] : [list, index]))),
};

/** True for a way that a case takes when a step is done, not because it failed or was interrupted. */
export function isOnward({ kind }: Transition): boolean {
  return kind === 'next' || kind === 'default' || kind === 'join' || kind === 'skip';
}

/** Every way of a journey that both ends of exist. */
export function deriveTransitions(steps: readonly StepModel[], find: (reference: string) => StepModel | undefined): readonly Transition[] {
  const ways: Transition[] = [];
  const context: Context = { find, ways, following: followers(steps), joinOf: joins(steps, find), firstSibling: firstSiblings(steps, find) };
  for (const step of steps) addLeaving(context, step);
  return ways.concat(skips(steps, ways));
}

interface Context {
  readonly find: (reference: string) => StepModel | undefined;
  /** Every way that was found so far. */
  readonly ways: Transition[];
  /** For each place in the file, the next step that runs by itself. */
  readonly following: readonly (StepModel | undefined)[];
  /** For each step, the one that waits for it. */
  readonly joinOf: ReadonlyMap<string, StepModel>;
  /** For each first step of a branch that runs in parallel, the place in the file where the first other branch begins. */
  readonly firstSibling: ReadonlyMap<string, number>;
}

/** A step alongside another has no way onward: it ends with its host. */
function addLeaving(context: Context, step: StepModel): void {
  const { hosts, value } = step;
  if (hosts.length === 0) addOnward(context, step);
  if (value.onFail !== undefined) addFailure(context, step, value.onFail);
  if (value.meanwhile !== undefined) addMeanwhile(context, step, value.meanwhile);
  for (const host of hosts) addAlongside(context, step, host);
}

function addOnward(context: Context, step: StepModel): void {
  if (step.value.next !== undefined) return addWritten(context, step, step.value.next);
  if (step.value.end !== undefined) return;
  const join = context.joinOf.get(step.id);
  const following = context.following[step.order];
  if (join !== undefined) context.ways.push(new Way('join', step, join, { step }));
  else if (following !== undefined && !startsOtherBranch(context, step, following)) context.ways.push(new Way('default', step, following, { step }));
}

/** The first step of a parallel branch does not follow another branch of the same split. */
function startsOtherBranch(context: Context, step: StepModel, following: StepModel): boolean {
  return (context.firstSibling.get(following.id) ?? Infinity) <= step.order;
}

function addWritten({ find, ways }: Context, step: StepModel, next: Next): void {
  for (const { to, edge, split, path } of targetsOf(next)) {
    const target = find(to);
    if (target !== undefined) ways.push(new Way('next', step, target, { step, inside: path }, edge, split));
  }
}

interface WrittenTarget {
  readonly to: string;
  readonly edge: Partial<Edge>;
  readonly split: Transition['split'];
  /** Inside of `next`. */
  readonly path: Path;
}

/** Every step that a `next` names, in whichever of its forms it is written. */
export function targetsOf(next: Next): readonly WrittenTarget[] {
  if (typeof next === 'string') return [{ to: next, edge: plainEdge, split: 'none', path: wholeNext }];
  if (isChoice(next)) return members(next, next.length > 1 ? 'choice' : 'none', '');
  return 'all' in next ? members(next.all, 'all', 'all') : members(next.some, 'some', 'some');
}

function isChoice(next: Exclude<Next, string>): next is readonly (string | Edge)[] {
  return Array.isArray(next);
}

function members(list: readonly (string | Edge)[], split: Transition['split'], place: string): readonly WrittenTarget[] {
  return list.map((member, index) => ({
    to: typeof member === 'string' ? member : member.to,
    edge: typeof member === 'string' ? plainEdge : member,
    split,
    path: places.next(place)(index),
  }));
}

function addFailure({ find, ways }: Context, step: StepModel, to: string): void {
  const target = find(to);
  if (target !== undefined) ways.push(new Way('fail', step, target, { step, inside: places.onFail }));
}

function addMeanwhile({ find, ways }: Context, step: StepModel, meanwhile: readonly Meanwhile[]): void {
  for (const [index, { to, times, stops }] of meanwhile.entries()) {
    const target = find(to);
    const edge = times === undefined ? {} : { repeats: times };
    if (target !== undefined) ways.push(new Way(stops === true ? 'interrupt' : 'side', step, target, { step, inside: places.meanwhile(index) }, edge));
  }
}

function addAlongside({ find, ways }: Context, step: StepModel, host: string): void {
  const target = find(host);
  if (target !== undefined) ways.push(new Way('alongside', target, step, { step, inside: places.alongside }));
}

function followers(steps: readonly StepModel[]): readonly (StepModel | undefined)[] {
  const following: (StepModel | undefined)[] = steps.map(() => undefined);
  let next: StepModel | undefined;
  for (let order = steps.length - 1; order >= 0; order -= 1) {
    following[order] = next;
    if (steps[order]!.hosts.length === 0) next = steps[order];
  }
  return following;
}

/** A step that several steps wait for goes to the first of them; a rule tells of the others. */
function joins(steps: readonly StepModel[], find: Context['find']): ReadonlyMap<string, StepModel> {
  const joinOf = new Map<string, StepModel>();
  for (const join of steps) {
    for (const name of join.value.waitsFor ?? []) {
      const waited = find(name);
      if (waited !== undefined && !joinOf.has(waited.id)) joinOf.set(waited.id, join);
    }
  }
  return joinOf;
}

/** For each start of a branch, the first of the others; of a list only its two first ones can be that. */
function firstSiblings(steps: readonly StepModel[], find: Context['find']): ReadonlyMap<string, number> {
  const siblings = new Map<string, number>();
  for (const { value: { next } } of steps) {
    if (next === undefined || typeof next === 'string' || isChoice(next)) continue;
    const starts = [...new Set(targetsOf(next).flatMap(({ to }) => find(to) ?? []))].sort((a, b) => a.order - b.order);
    for (const start of starts) {
      const other = start === starts[0] ? starts[1] : starts[0];
      if (other !== undefined) siblings.set(start.id, Math.min(other.order, siblings.get(start.id) ?? Infinity));
    }
  }
  return siblings;
}

/** So many optional steps in a row are skipped at once; a longer row is skipped in two parts. */
const longestSkip = 25;

/** Ways past optional steps: from each step before one to each step after it. */
function skips(steps: readonly StepModel[], direct: readonly Transition[]): readonly Transition[] {
  const skippable = steps.filter((step) => step.value.when !== undefined && step.hosts.length === 0);
  if (skippable.length === 0) return [];
  const found: Transition[] = [];
  const context: SkipContext = { optional: new Map(skippable.map((step) => [step.id, step])), ways: onwardFrom(direct), known: new Set(direct.map(keyOf)) };
  let frontier = direct;
  for (let length = 0; length < longestSkip && frontier.length > 0; length += 1) {
    frontier = frontier.flatMap((arriving) => pastOptional(context, arriving));
    found.push(...frontier);
  }
  return found;
}

interface SkipContext {
  readonly optional: ReadonlyMap<string, StepModel>;
  /** Ways that leave each step when it is done. */
  readonly ways: ReadonlyMap<string, readonly Transition[]>;
  /** Ways that exist already. */
  readonly known: Set<string>;
}

function pastOptional({ optional, ways, known }: SkipContext, arriving: Transition): readonly Transition[] {
  const skipped = optional.get(arriving.to);
  if (skipped === undefined || arriving.kind === 'alongside') return [];
  return (ways.get(skipped.id) ?? []).flatMap((further) => {
    const skip = skipOf(arriving, further, skipped);
    if (skip.from === skip.to || known.has(keyOf(skip))) return [];
    known.add(keyOf(skip));
    return [skip];
  });
}

/** After a failure, an interruption or beside the step, the way stays what it is. Its limit holds for the longer way too. */
function skipOf(arriving: Transition, further: Transition, skipped: StepModel): Transition {
  const repeats = arriving.edge.repeats ?? further.edge.repeats;
  const kind = isOnward(arriving) ? 'skip' : arriving.kind;
  return new Way(kind, arriving.source, further.target, { step: skipped, inside: places.when }, repeats === undefined ? plainEdge : { repeats }, 'choice');
}

function onwardFrom(ways: readonly Transition[]): ReadonlyMap<string, readonly Transition[]> {
  return groupBy(ways.filter(isOnward), ({ from }) => from);
}

/** Two ways onward between the same steps are one; one after a failure is another. */
function keyOf(each: Transition): string {
  return `${isOnward(each) ? 'onward' : each.kind} ${each.from}>${each.to}`;
}
