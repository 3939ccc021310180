import { isArray } from '../../base/json.js';
import type { JourneyModel, StepModel } from '../../model/journey.js';
import { isOnward, type Transition } from '../../model/transitions.js';
import type { Condition, ConditionOnElement, ConditionValue } from '../../schema/kinds/step.js';
import { isMain } from '../ways.js';
import { tells } from './clock-events.js';
import type { MomentGraph, Move } from './moments.js';

/** What is known of one data element on a path. */
interface Known {
  least: number;
  most: number;
  /** Values that it may still have, where they are named. */
  values: readonly unknown[] | undefined;
  readonly not: unknown[];
  /** True once it was compared with something that has no order known here: another condition on it may then contradict. */
  isVague: boolean;
}

/** True when the conditions of a path that a machine can check cannot all hold: no case takes it. Words are for people and hold. */
export function isContradictory(journey: JourneyModel, graph: MomentGraph, moves: readonly Move[]): boolean {
  return areValuesContradictory(journey, graph, moves) || isEventMissing(journey, graph, moves);
}

/** True when a way is taken after an event that a step of the journey tells of, and no such step was on the path before. */
function isEventMissing(journey: JourneyModel, { moments }: MomentGraph, moves: readonly Move[]): boolean {
  return moves.some(({ way }, index) => {
    const when = way?.edge.when;
    if (typeof when !== 'object' || !('event' in when)) return false;
    const told = moves.slice(0, index).some(({ from, to }) => moments[from]!.event === when.event || moments[to]!.event === when.event);
    return !told && journey.steps.some((step) => tells(journey, step, when.event));
  });
}

function areValuesContradictory(journey: JourneyModel, graph: MomentGraph, moves: readonly Move[]): boolean {
  const known = new Map<string, Known>();
  const first = moves.slice(0, 1).flatMap(({ from }) => checkable(graph.moments[from]!.step.value.when));
  return [...first, ...moves.flatMap((move) => conditionsOn(journey, graph, move))].some((condition) => !narrow(known, condition));
}

/** What holds where a move is taken: its own condition, that of the step which it begins, and that no other way was meant. */
function conditionsOn(journey: JourneyModel, { moments }: MomentGraph, { way, to }: Move): readonly ConditionOnElement[] {
  const { kind, step } = moments[to]!;
  const own = [way?.edge.when, kind === 'start' ? step.value.when : undefined].flatMap(checkable);
  return way === undefined ? own : [...own, ...refusedOn(journey, way).flatMap(checkable).flatMap(opposite)];
}

function checkable(condition: Condition | undefined): readonly ConditionOnElement[] {
  return typeof condition === 'object' && 'element' in condition ? [condition] : [];
}

/** Conditions that do not hold where a way is taken: of the other ways, where it is taken otherwise, and of the steps that it skips. */
function refusedOn(journey: JourneyModel, way: Transition): readonly (Condition | undefined)[] {
  if (way.isPast) return optionalBehind(journey, way).map(({ value }) => value.when);
  if (way.split !== 'choice' || way.edge.when !== undefined) return [];
  return journey.from(way.from).filter(({ kind, isPast }) => kind === 'next' && !isPast).map(({ edge }) => edge.when);
}

/** Optional steps that a case comes to on its way past some of them, whichever these are. */
function optionalBehind(journey: JourneyModel, { source, to }: Transition): readonly StepModel[] {
  const found = new Set<StepModel>();
  const look = (step: StepModel): void => {
    for (const way of journey.from(step.id)) {
      const isFollowed = !way.isPast && isMain(way) && (step === source || isOnward(way));
      if (!isFollowed || way.to === to || way.target.value.when === undefined || found.has(way.target)) continue;
      found.add(way.target);
      look(way.target);
    }
  };
  look(source);
  return [...found];
}

function opposite({ element, op, value }: ConditionOnElement): readonly ConditionOnElement[] {
  if (op === 'eq' || op === 'in') return listed(value).map((each) => ({ element, op: 'ne', value: each }));
  const other = ({ ne: 'in', lt: 'gte', lte: 'gt', gt: 'lte', gte: 'lt' } as const)[op];
  return [{ element, op: other, value }];
}

function listed(value: ConditionValue): readonly (string | number | boolean)[] {
  return isArray(value) ? (value as readonly (string | number | boolean)[]) : [value as string | number | boolean];
}

/** Adds what a condition says; false when nothing is left that the element can be. */
function narrow(known: Map<string, Known>, { element, op, value }: ConditionOnElement): boolean {
  const before = known.get(element);
  const about = before ?? { least: -Infinity, most: Infinity, values: undefined, not: [], isVague: false };
  known.set(element, about);
  if (op === 'eq' || op === 'in') {
    const values = listed(value);
    about.values = about.values === undefined ? values : about.values.filter((each) => values.includes(each as never));
  } else if (op === 'ne') about.not.push(...listed(value));
  else if (typeof value === 'number') limit(about, op, value);
  else about.isVague = true;
  if (about.isVague && before !== undefined) return false;
  return about.least <= about.most && (about.values?.some((each) => isPossible(about, each)) ?? true);
}

/** The smallest step above or below a limit is enough: amounts in files are whole or short decimals. */
function limit(about: Known, op: string, value: number): void {
  if (op === 'gt' || op === 'gte') about.least = Math.max(about.least, op === 'gt' ? value + Number.EPSILON * Math.max(1, Math.abs(value)) : value);
  else about.most = Math.min(about.most, op === 'lt' ? value - Number.EPSILON * Math.max(1, Math.abs(value)) : value);
}

function isPossible({ least, most, not }: Known, value: unknown): boolean {
  return !not.includes(value) && (typeof value !== 'number' || (value >= least && value <= most));
}
