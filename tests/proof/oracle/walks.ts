import { completeOf, failOf, startOf, stepOf, type Case, type CaseStep, type CaseWay } from './case.js';

/** Everything that one case goes through: its moments in an order in which they can happen. */
export interface Walk {
  /** The name of the event of each moment. */
  readonly moments: readonly string[];
  /** Pairs of moments of which the second is never before the first. */
  readonly order: readonly (readonly [number, number])[];
  /** Moments that are exactly the last of some others. */
  readonly joins: readonly { readonly moment: number; readonly of: readonly number[] }[];
  readonly visits: readonly Visit[];
  /** In an order in which walks that agree so far have the same to choose from next. */
  readonly choices: readonly Choice[];
}

/** A step that is done once. */
export interface Visit {
  readonly step: string;
  readonly start: number;
  readonly end: number;
  /** Where the case goes from here: steps that its ways lead to. A skipped step is none of them. */
  readonly to: readonly string[];
  readonly isInBlock: boolean;
}

/** What a case does where others do something else. */
export interface Choice {
  readonly option: string;
  /** How many of those that have to choose do it, in millionths; `undefined` when nobody says. */
  readonly share: number | undefined;
}

/** More walks than this are not looked at: the journey is too large for the oracle. */
export const mostWalks = 120;

/** Every way in which a case can go through the journey; `undefined` when there are too many. */
export function walksOf(given: Case): readonly Walk[] | undefined {
  const done: Walk[] = [];
  const begin: State = { ...empty, taken: new Map(), depth: 0 };
  for (const { state } of arrive(given, begin, given.steps[0]!, undefined)) {
    done.push(state);
    if (done.length > mostWalks) return undefined;
  }
  return done;
}

interface State extends Walk {
  /** How often each way was taken so far. */
  readonly taken: ReadonlyMap<string, number>;
  /** How many blocks of branches the case is inside of. */
  readonly depth: number;
}

const empty: Walk = { moments: [], order: [], joins: [], visits: [], choices: [] };

/** How a branch or the whole case went on: to its end, or until it has to wait for other branches. */
interface Outcome {
  readonly state: State;
  readonly last: number;
  readonly join?: CaseStep;
}

/** Does a step, beginning where another one has ended. Events of one name are one occurrence. */
function* arrive(given: Case, state: State, step: CaseStep, from: number | undefined): Generator<Outcome> {
  const isSame = from !== undefined && state.moments[from] === startOf(step);
  const started = isSame ? state : withMoment(state, startOf(step), from === undefined ? [] : [from]);
  yield* visit(given, started, step, isSame ? from : started.moments.length - 1);
}

function* visit(given: Case, state: State, step: CaseStep, start: number): Generator<Outcome> {
  for (const { state: both, before } of beside(state, step, start)) yield* leave(given, both, step, start, before);
}

/** What is done beside a step is done before that has ended: all of the time, or now and then. */
function beside(state: State, { beside: other }: CaseStep, start: number): readonly { readonly state: State; readonly before: readonly number[] }[] {
  if (other === undefined) return [{ state, before: [start] }];
  const begun = withMoment(state, other.start, [start]);
  const over = withMoment(begun, other.complete, [begun.moments.length - 1]);
  const before = [start, over.moments.length - 1];
  if (other.kind === 'alongside') return [{ state: { ...over, order: [...over.order, [begun.moments.length - 1, start]] }, before }];
  return [{ state: withChoice(over, 'beside', undefined), before }, { state: withChoice(state, nothingBeside, undefined), before: [start] }];
}

/** The choice of a case in which nothing happens beside a step, though it might. */
export const nothingBeside = 'nothing beside';

function* leave(given: Case, state: State, step: CaseStep, start: number, before: readonly number[]): Generator<Outcome> {
  for (const after of ['complete', 'fail'] as const) {
    const ways = step.ways.filter((way) => way.after === after);
    if (after === 'fail' && ways.length === 0) continue;
    const ended = withMoment(state, after === 'complete' ? completeOf(step) : failOf(step), before);
    const end = ended.moments.length - 1;
    if (ways.length === 0) yield { state: withVisit(ended, step, start, end, []), last: end };
    else if (step.split === 'choice' || after === 'fail') for (const way of ways) yield* take(given, ended, step, start, end, way);
    else yield* branch(given, ended, step, start, end);
  }
}

/** Goes one way of a choice, if the case may still take it. */
function* take(given: Case, state: State, step: CaseStep, start: number, end: number, way: CaseWay): Generator<Outcome> {
  const key = `${step.id} ${way.after} ${step.ways.indexOf(way)}`;
  const taken = state.taken.get(key) ?? 0;
  if (taken >= (way.repeats ?? Infinity)) return;
  const counted = { ...state, taken: new Map([...state.taken, [key, taken + 1]]) };
  const chosen = step.ways.length > 1 ? withChoice(counted, key, way.share) : counted;
  yield* follow(given, chosen, step, start, end, way.to);
}

/** Goes on to a step, or past it when it is optional. */
function* follow(given: Case, state: State, step: CaseStep, start: number, end: number, to: string): Generator<Outcome> {
  const target = stepOf(given, to);
  if (target.waitsFor?.includes(step.id) === true) return yield { state: withVisit(state, step, start, end, [to]), last: end, join: target };
  const isOptional = target.isOptional === true;
  const onward = withVisit(isOptional ? withChoice(state, `to ${to}`, undefined) : state, step, start, end, [to]);
  yield* arrive(given, onward, target, end);
  if (!isOptional) return;
  for (const past of target.ways) yield* follow(given, withChoice(state, `past ${to} to ${past.to}`, undefined), step, start, end, past.to);
}

/** Starts several branches and goes on when all of them have come to the join. */
function* branch(given: Case, state: State, step: CaseStep, start: number, end: number): Generator<Outcome> {
  const { depth } = state;
  for (const ways of branchesStarted(step)) {
    const partly = step.split === 'some' ? withChoice(state, ways.map(({ to }) => to).join(), undefined) : state;
    const inside = { ...withVisit(partly, step, start, end, ways.map(({ to }) => to)), depth: depth + 1 };
    for (const { state: met, ends, join } of together(given, inside, end, ways)) {
      if (join === undefined) throw new Error(`the branches of ${step.id} do not meet`);
      yield* meet(given, { ...met, depth }, join, ends);
    }
  }
}

function branchesStarted({ split, ways }: CaseStep): readonly (readonly CaseWay[])[] {
  if (split === 'all') return [ways];
  const subsets = ways.reduce<readonly (readonly CaseWay[])[]>((all, way) => [...all, ...all.map((some) => [...some, way])], [[]]);
  return subsets.filter(({ length }) => length > 0);
}

interface Together {
  readonly state: State;
  readonly ends: readonly number[];
  readonly join: CaseStep | undefined;
}

/** The branches one after the other in the list of moments, though at the same time in the world. */
function* together(given: Case, state: State, from: number, ways: readonly CaseWay[]): Generator<Together> {
  const [first, ...others] = ways;
  if (first === undefined) return yield { state, ends: [], join: undefined };
  for (const outcome of arrive(given, state, stepOf(given, first.to), from)) {
    if (outcome.join === undefined) throw new Error(`a branch that begins with ${first.to} ends by itself`);
    for (const rest of together(given, outcome.state, from, others)) yield { state: rest.state, ends: [outcome.last, ...rest.ends], join: outcome.join };
  }
}

/** Without an event of its own a join starts at the very moment when the last branch has come. */
function* meet(given: Case, state: State, join: CaseStep, ends: readonly number[]): Generator<Outcome> {
  const started = withMoment(state, startOf(join), ends);
  const start = started.moments.length - 1;
  const exact = join.start === undefined ? { ...started, joins: [...started.joins, { moment: start, of: ends }] } : started;
  yield* visit(given, exact, join, start);
}

function withMoment(state: State, name: string, before: readonly number[]): State {
  const moment = state.moments.length;
  return { ...state, moments: [...state.moments, name], order: [...state.order, ...before.map((each) => [each, moment] as const)] };
}

function withVisit(state: State, { id }: CaseStep, start: number, end: number, to: readonly string[]): State {
  return { ...state, visits: [...state.visits, { step: id, start, end, to, isInBlock: state.depth > 0 }] };
}

function withChoice(state: State, option: string, share: number | undefined): State {
  return { ...state, choices: [...state.choices, { option, share }] };
}
