import type { CaseStep, CaseWay } from './case.js';
import type { Dice } from './dice.js';

/** Steps of a journey that was put together at random, with the stretches of its main way. */
export interface RandomSteps {
  readonly steps: readonly CaseStep[];
  /** The main way from beginning to end: steps at which every case enters and leaves one stretch. */
  readonly stretches: readonly Stretch[];
}

/** A piece of a journey with one way in. */
export interface Stretch {
  readonly entry: string;
  readonly exits: readonly Exit[];
  /** The event of all its exits, when they have the same. */
  readonly out: string | undefined;
}

/** A step that a stretch is left from, with the part of its cases that do. */
export interface Exit {
  readonly step: string;
  readonly share?: number;
}

/** Steps while they are put together: ways are added when it is known where they lead. */
interface Draft {
  readonly dice: Dice;
  readonly steps: Writable[];
  /** How many events have a name so far. */
  readonly events: { count: number };
  /** False inside of a block, whose branches have to meet. */
  readonly mayEnd: boolean;
}

interface Writable extends Omit<CaseStep, 'ways'> {
  ways: CaseWay[];
}

/** A journey of a few stretches. */
export function randomSteps(dice: Dice): RandomSteps {
  const draft: Draft = { dice, steps: [], events: { count: 0 }, mayEnd: true };
  const stretches = finished(draft, sequence(draft, 1 + dice.below(4), 2, undefined, undefined), ['success', 'success', 'failure']);
  return { steps: draft.steps, stretches };
}

/** Stretches one after the other. */
function sequence(draft: Draft, length: number, depth: number, into: string | undefined, out: string | undefined): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = 0; at < length; at += 1) {
    const before = stretches.at(-1);
    const next = stretch(draft, depth, before === undefined ? into : before.out, at === length - 1 ? out : undefined, at);
    if (before !== undefined) connect(draft, before, next.entry);
    stretches.push(next);
  }
  return stretches;
}

/** The stretches with a step at which the case ends. */
function finished(draft: Draft, stretches: readonly Stretch[], ends: readonly NonNullable<CaseStep['end']>[]): readonly Stretch[] {
  const last = single(draft, stretches.at(-1)!.out, undefined);
  connect(draft, stretches.at(-1)!, last.entry);
  change(draft, last.entry, { end: draft.dice.pick(ends) });
  return [...stretches, last];
}

function stretch(draft: Draft, depth: number, into: string | undefined, out: string | undefined, at: number): Stretch {
  const { dice, mayEnd } = draft;
  const kind = depth === 0 ? 0 : dice.below(100);
  if (kind < 58) return single(draft, into, out);
  if (kind < 74 && mayEnd) return choice(draft, depth, into, out);
  if (kind < 86) return loop(draft, depth, into, out);
  if (kind < 96 && mayEnd) return block(draft, into, out);
  return at > 0 && mayEnd && into !== undefined && out === undefined ? optional(draft, into) : single(draft, into, out);
}

/** One step. Mostly it starts with the very event that ended the one before it. */
function single(draft: Draft, into: string | undefined, out: string | undefined): Stretch {
  const step = addStep(draft, into, out);
  return { entry: step.id, exits: [{ step: step.id }], out: step.complete };
}

function addStep(draft: Draft, into: string | undefined, out: string | undefined): Writable {
  const { dice, steps } = draft;
  const id = `s${steps.length + 1}`;
  const start = into !== undefined && dice.chance(75) ? into : dice.chance(70) ? event(draft) : undefined;
  const complete = out ?? (dice.chance(85) ? event(draft) : undefined);
  const step: Writable = { id, ...(start === undefined ? {} : { start }), ...(complete === undefined ? {} : { complete }), ways: [], split: 'choice' };
  steps.push(step);
  return step;
}

function event(draft: Draft): string {
  draft.events.count += 1;
  return `e${draft.events.count}`;
}

/** Some cases go one way, some another; ways that do not end meet again. */
function choice(draft: Draft, depth: number, into: string | undefined, out: string | undefined): Stretch {
  const { dice } = draft;
  const step = addStep(draft, into, undefined);
  const met = out ?? event(draft);
  const branches = Array.from({ length: 2 + dice.below(2) }, (_, at) => branchOfChoice(draft, depth, step, met, at));
  const shares = sharesOf(dice, branches.length);
  const exits = branches.flatMap((branch, at) => {
    if (branch.entry === undefined) return [{ step: step.id, ...shares[at] }];
    addWay(draft, step.id, { to: branch.entry, after: 'complete', ...shares[at] });
    return branch.exits;
  });
  return { entry: step.id, exits, out: met };
}

interface Branch {
  /** Nothing for a way straight to where all meet. */
  readonly entry: string | undefined;
  readonly exits: readonly Exit[];
}

function branchOfChoice(draft: Draft, depth: number, from: Writable, met: string, at: number): Branch {
  const { dice } = draft;
  const ends = at > 0 && dice.chance(30);
  if (at === 1 && !ends && dice.chance(40)) return { entry: undefined, exits: [] };
  const length = 1 + dice.below(2);
  if (ends) return { entry: finished(draft, sequence(draft, length - 1 || 1, depth - 1, from.complete, undefined), ['success', 'failure', 'abandon'])[0]!.entry, exits: [] };
  const parts = sequence(draft, length, depth - 1, from.complete, met);
  return { entry: parts[0]!.entry, exits: parts.at(-1)!.exits };
}

/** Shares of all ways, which add up to one, or of none. */
function sharesOf(dice: Dice, ways: number): readonly { readonly share?: number }[] {
  if (dice.chance(25)) return Array.from({ length: ways }, () => ({}));
  const main = dice.pick([900_000, 700_000, 500_000, 50_000]);
  const others = Array.from({ length: ways - 1 }, () => (1_000_000 - main) / (ways - 1));
  return dice.chance(50) ? [{ share: main }, ...others.map((share) => ({ share }))] : [...others.map((share) => ({ share })), { share: main }];
}

/** Something that is done again: after it was done, or after it failed. */
function loop(draft: Draft, depth: number, into: string | undefined, out: string | undefined): Stretch {
  const { dice } = draft;
  const parts = sequence({ ...draft, mayEnd: false }, 1 + dice.below(2), depth - 1, into, undefined);
  const { entry } = parts[0]!;
  const last = addStep(draft, parts.at(-1)!.out, out);
  connect(draft, parts.at(-1)!, last.id);
  const after = dice.chance(40) ? 'fail' : 'complete';
  if (after === 'fail') change(draft, last.id, { fail: event(draft) });
  const [again, onward] = dice.chance(60) ? [{ share: 100_000 }, { share: 900_000 }] : [{}, {}];
  addWay(draft, last.id, { to: dice.chance(60) ? entry : last.id, after, repeats: 1 + dice.below(2), ...again });
  return { entry, exits: [{ step: last.id, ...onward }], out: last.complete };
}

/** Branches at the same time, which meet at a step that waits for them. */
function block(draft: Draft, into: string | undefined, out: string | undefined): Stretch {
  const { dice } = draft;
  const split = addStep(draft, into, undefined);
  const branches = Array.from({ length: 2 + dice.below(2) }, () => branchOfBlock(draft, split));
  const join = addStep(draft, undefined, out);
  change(draft, split.id, { split: dice.chance(75) ? 'all' : 'some' });
  change(draft, join.id, { start: dice.chance(85) ? undefined : event(draft), waitsFor: branches.flatMap((branch) => branch.exits.map(({ step }) => step)) });
  for (const branch of branches) {
    addWay(draft, split.id, { to: branch.entry, after: 'complete' });
    connect(draft, branch, join.id);
  }
  return { entry: split.id, exits: [{ step: join.id }], out: join.complete };
}

function branchOfBlock(draft: Draft, split: Writable): Stretch {
  const { dice } = draft;
  const parts = sequence({ ...draft, mayEnd: false }, 1 + dice.below(2), dice.chance(25) ? 1 : 0, split.complete, undefined);
  return { entry: parts[0]!.entry, exits: parts.at(-1)!.exits, out: undefined };
}

/** A step that some cases skip. */
function optional(draft: Draft, into: string): Stretch {
  const step = addStep(draft, into, undefined);
  change(draft, step.id, { isOptional: true, start: into });
  return { entry: step.id, exits: [{ step: step.id }], out: step.complete };
}

function connect(draft: Draft, { exits }: Pick<Stretch, 'exits'>, to: string): void {
  for (const { step, ...share } of exits) addWay(draft, step, { to, after: 'complete', ...share });
}

function addWay(draft: Draft, id: string, way: CaseWay): void {
  draft.steps.find((step) => step.id === id)!.ways.push(way);
}

function change(draft: Draft, id: string, fields: { readonly [Key in keyof CaseStep]?: CaseStep[Key] | undefined }): void {
  const step = draft.steps.find((each) => each.id === id)!;
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) delete (step as unknown as Record<string, unknown>)[key];
    else Object.assign(step, { [key]: value });
  }
}
