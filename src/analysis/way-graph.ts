import { onceInTurn } from '../base/remembering.js';
import type { JourneyModel } from '../model/journey.js';
import { isMain } from './ways.js';

/**
 * The ways that a case itself takes, between numbers instead of ids: for questions that are asked so often about one
 * journey that looking up ids would take seconds.
 */
export interface WayGraph {
  readonly ids: readonly string[];
  number(id: string): number | undefined;
  /** For each number, those that a way leads to. */
  readonly onward: readonly (readonly number[])[];
  /** For each number, those that a way comes from. */
  readonly back: readonly (readonly number[])[];
}

export const wayGraph = onceInTurn((journey: JourneyModel): WayGraph => {
  const ids = [...new Set([...journey.steps.map(({ id }) => id), ...journey.transitions.flatMap(({ from, to }) => [from, to])])];
  const numbers = new Map(ids.map((id, index) => [id, index]));
  const [onward, back] = [ids.map((): number[] => []), ids.map((): number[] => [])];
  for (const { from, to } of journey.transitions.filter(isMain)) {
    onward[numbers.get(from)!]!.push(numbers.get(to)!);
    back[numbers.get(to)!]!.push(numbers.get(from)!);
  }
  return { ids, number: (id) => numbers.get(id), onward, back };
});

/** Marks with 1 all that `starts` lead to without a step of `stops`, the starts included. */
export function spread(ways: readonly (readonly number[])[], starts: readonly number[], stops: readonly number[]): Uint8Array {
  const marks = new Uint8Array(ways.length);
  for (const stop of stops) marks[stop] = 2;
  const waiting: number[] = [];
  const arrive = (at: number): void => {
    if (marks[at] !== 0) return;
    marks[at] = 1;
    waiting.push(at);
  };
  starts.forEach(arrive);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) for (const to of ways[at]!) arrive(to);
  return marks;
}

/** Tells of each number which of `starts` alone leads to it without a step of `stops`: its place from 0, `none` or `several`. */
export function onlyStart(ways: readonly (readonly number[])[], starts: readonly number[], stops: readonly number[]): Int32Array {
  const owners = new Int32Array(ways.length).fill(none);
  for (const stop of stops) owners[stop] = stopped;
  const waiting: number[] = [];
  for (let at = 0; at < starts.length; at += 1) claim(owners, starts[at]!, at, waiting);
  while (waiting.length > 0) {
    const at = waiting.pop()!;
    const next = ways[at]!;
    for (let index = 0; index < next.length; index += 1) claim(owners, next[index]!, owners[at]!, waiting);
  }
  return owners;
}

/** Whoever comes second makes it a place of several; nobody changes it after that. */
function claim(owners: Int32Array, at: number, owner: number, waiting: number[]): void {
  const known = owners[at]!;
  if (known <= several || known === owner) return;
  owners[at] = known === none ? owner : several;
  waiting.push(at);
}

const none = -1;
const several = -2;
const stopped = -3;
