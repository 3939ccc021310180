import { groupBy } from '../base/groups.js';
import { targetsOf } from '../model/transitions.js';
import type { JourneyModel, StepModel } from '../model/journey.js';
import { hasExit, loopsOf } from './cycles.js';
import { cutOffSteps } from './reachability.js';
import { isMain } from './ways.js';

/** A step that no case can get to, and where its way was most likely lost. */
export interface LostWay {
  readonly step: StepModel;
  /** The step before it that lacks a way; absent where none does. */
  readonly from: StepModel | undefined;
  /** Positions of the `handoffs` that tell of a way to the step. */
  readonly handoffs: readonly number[];
}

/** The steps that no case can get to. A step that lacks one way has lost one of them: the one that a handoff tells of, else the next. */
export function lostWays(journey: JourneyModel): readonly LostWay[] {
  const lost = cutOffSteps(journey);
  if (lost.length === 0) return [];
  const origins = stepsThatLackWays(journey);
  const handoffs = groupBy((journey.spec.value.handoffs ?? []).entries(), ([, { to }]) => journey.step(to)?.id);
  return lost.map((step) => {
    const comesFrom = new Set(journey.to(step.id).map(({ from }) => from));
    const told = (handoffs.get(step.id) ?? []).filter(([, entry]) => !comesFrom.has(journey.step(entry.from)?.id ?? ''));
    const at = originOf(step, origins, told.map(([, entry]) => journey.step(entry.from)));
    const [from] = at < 0 ? [] : origins.splice(at, 1);
    return { step, from, handoffs: told.map(([index]) => index) };
  });
}

function originOf({ order }: StepModel, origins: readonly StepModel[], told: readonly (StepModel | undefined)[]): number {
  const named = told.length === 0 ? -1 : origins.findIndex((each) => told.includes(each));
  return named >= 0 ? named : origins.findLastIndex((each) => each.order < order);
}

function stepsThatLackWays(journey: JourneyModel): StepModel[] {
  const closed = loopsOf(journey, journey.transitions).filter((loop) => !hasExit(journey, loop));
  const inClosed = new Set(closed.flatMap(({ ways }) => ways.map(({ from }) => from)));
  return journey.steps.filter((step) => inClosed.has(step.id) || lacksWay(journey, step));
}

/** True for a choice that has one way left, none for all other cases, or shares below 1. */
function lacksWay(journey: JourneyModel, { id, value }: StepModel): boolean {
  if (value.type === 'decision' && value.decides === undefined && new Set(journey.from(id).filter(isMain).map(({ to }) => to)).size < 2) return true;
  if (!Array.isArray(value.next)) return false;
  const edges = targetsOf(value.next).map(({ edge }) => edge);
  const shares = edges.flatMap(({ share }) => share ?? []);
  const isShort = shares.length > 0 && shares.length === edges.length && shares.reduce((sum, share) => sum + share, 0) < 0.99;
  return isShort || edges.every(({ when, outcome }) => when !== undefined && outcome === undefined);
}
