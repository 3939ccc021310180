import type { JourneyModel, StepModel } from '../model/journey.js';
import { entrySteps } from './reachability.js';
import { goesBack } from './ways.js';

/** A status word where a step shows it. */
export interface StatusStep {
  readonly step: StepModel;
  readonly code: string;
  /** Its place among the status words of the step. */
  readonly index: number;
}

/** A status that stands earlier in the order than one shown before it on some path. */
export interface StatusGoingBack {
  readonly later: StatusStep;
  readonly back: StatusStep;
}

/**
 * Follows every path forward with the latest status that was shown on it. Ways that close a loop are left out: where
 * work is done again, the status may go back. Each status is told of once, at the first step that goes behind it.
 */
export function statusesGoingBack(journey: JourneyModel, orders: ReadonlyMap<string, number>): readonly StatusGoingBack[] {
  if (!mayGoBack(journey, orders)) return [];
  const latest = new Map<string, StatusStep>();
  const found = new Map<StatusStep, StatusGoingBack>();
  const orderOf = (shown: StatusStep | undefined): number => (shown === undefined ? -1 : orders.get(shown.code)!);
  const { order, backward } = forwardOrder(journey);
  for (const id of order) {
    const before = latest.get(id);
    let after = before;
    for (const shown of shownAt(journey.step(id)!, orders)) {
      if (before !== undefined && orderOf(shown) < orderOf(before) && !found.has(before)) found.set(before, { later: before, back: shown });
      if (orderOf(shown) > orderOf(after)) after = shown;
    }
    if (after === undefined) continue;
    for (const { to } of journey.from(id)) if (orderOf(after) > orderOf(latest.get(to)) && !backward.get(id)?.has(to)) latest.set(to, after);
  }
  return [...found.values()];
}

/** Where every way leads on in the file and each status comes after those before it, none of them goes back. */
function mayGoBack(journey: JourneyModel, orders: ReadonlyMap<string, number>): boolean {
  const showing = journey.steps.filter(({ value }) => value.showsStatus !== undefined);
  return showing.length > 1 && (goesBack(journey) || !isRising(showing, orders));
}

function isRising(showing: readonly StepModel[], orders: ReadonlyMap<string, number>): boolean {
  let highest = -Infinity;
  for (const { value } of showing) {
    const before = highest;
    for (const code of value.showsStatus!) {
      const order = orders.get(code) ?? before;
      if (order < before) return false;
      highest = Math.max(highest, order);
    }
  }
  return true;
}

function shownAt(step: StepModel, orders: ReadonlyMap<string, number>): readonly StatusStep[] {
  return (step.value.showsStatus ?? []).map((code, index) => ({ step, code, index })).filter(({ code }) => orders.has(code));
}

interface Forward {
  /** Steps that can be reached, each after every step before it. */
  readonly order: readonly string[];
  /** For each step, those that a way leads back to while they are still under way. */
  readonly backward: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Orders the steps so that every way leads onward, but for the ones that lead back. */
function forwardOrder(journey: JourneyModel): Forward {
  const done: string[] = [];
  const isDone = new Map<string, boolean>();
  const backward = new Map<string, Set<string>>();
  const path: { readonly id: string; next: number }[] = [];
  const enter = (id: string): void => {
    isDone.set(id, false);
    path.push({ id, next: 0 });
  };
  const leave = (): void => {
    const { id } = path.pop()!;
    isDone.set(id, true);
    done.push(id);
  };
  for (const { id } of entrySteps(journey)) {
    if (!isDone.has(id)) enter(id);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = journey.from(top.id)[top.next++]?.to;
      if (to === undefined) leave();
      else if (!isDone.has(to)) enter(to);
      else if (isDone.get(to) === false) backward.set(top.id, (backward.get(top.id) ?? new Set()).add(to));
    }
  }
  return { order: done.toReversed(), backward };
}
