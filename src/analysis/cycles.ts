import { groupBy } from '../base/groups.js';
import { onceInTurn } from '../base/remembering.js';
import type { JourneyModel } from '../model/journey.js';
import type { Transition } from '../model/transitions.js';
import { goesBack, isLimited, isMain, leadsBack } from './ways.js';

/** What leads to each other, as groups; what is on no circle is a group alone. A group comes after those that it leads to. */
export function stronglyConnected<Id>(ids: readonly Id[], next: (id: Id) => readonly Id[]): readonly (readonly Id[])[] {
  const known = [...ids];
  const numbers = new Map(known.map((id, number) => [id, number]));
  const numberOf = (id: Id): number => {
    const number = numbers.get(id) ?? known.push(id) - 1;
    numbers.set(id, number);
    return number;
  };
  const onward: (readonly number[])[] = [];
  for (const id of known) onward.push(next(id).map(numberOf));
  return connectedNumbers(onward).map((group) => group.map((number) => known[number]!));
}

/** The same for what is numbered from 0: for each number, those that it leads to. */
export function connectedNumbers(onward: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const count = onward.length;
  const search: Search = { onward, order: new Int32Array(count), lowest: new Int32Array(count), tried: new Int32Array(count), isOpen: new Uint8Array(count), way: [], open: [], groups: [], entered: 0 };
  for (let start = 0; start < count; start += 1) if (search.order[start] === 0) explore(search, start);
  return search.groups;
}

/** Tarjan's search, with a stack of its own so that a long journey cannot exhaust the machine's. */
interface Search {
  readonly onward: readonly (readonly number[])[];
  /** By number, when it was entered, from 1; 0 before it is. */
  readonly order: Int32Array;
  readonly lowest: Int32Array;
  /** By number, how many of those that it leads to were tried. */
  readonly tried: Int32Array;
  readonly isOpen: Uint8Array;
  /** The way from the start to where the search is. */
  readonly way: number[];
  readonly open: number[];
  readonly groups: (readonly number[])[];
  entered: number;
}

function explore(search: Search, start: number): void {
  const { onward, order, lowest, tried, isOpen, way } = search;
  enter(search, start);
  for (let at = start; ; at = way[way.length - 1]!) {
    const next = onward[at]!;
    if (tried[at] === next.length) {
      leave(search, at);
      if (way.length === 0) return;
      continue;
    }
    const to = next[tried[at]!]!;
    tried[at]! += 1;
    if (order[to] === 0) enter(search, to);
    else if (isOpen[to] === 1 && order[to]! < lowest[at]!) lowest[at] = order[to]!;
  }
}

function enter(search: Search, number: number): void {
  search.entered += 1;
  search.order[number] = search.entered;
  search.lowest[number] = search.entered;
  search.isOpen[number] = 1;
  search.open.push(number);
  search.way.push(number);
}

/** The first of a group closes it: everything that was opened since belongs to it. */
function leave({ order, lowest, way, open, isOpen, groups }: Search, number: number): void {
  way.pop();
  const before = way.at(-1);
  if (lowest[number] === order[number]) {
    const group = open.splice(open.lastIndexOf(number));
    for (const each of group) isOpen[each] = 0;
    groups.push(group);
  } else if (before !== undefined && lowest[number]! < lowest[before]!) lowest[before] = lowest[number]!;
}

/** Steps that a case can go through again and again, with the ways between them. */
export interface Loop {
  /** Ids in the order of the file. */
  readonly steps: readonly string[];
  readonly ways: readonly Transition[];
}

/**
 * The loops that some ways form, in the order of the file; a step that leads to itself is none.
 * A way past an optional step adds none: it is made of two ways that are there already.
 */
export function loopsOf(journey: JourneyModel, ways: readonly Transition[]): readonly Loop[] {
  if (!goesBack(journey)) return [];
  const back = ways.filter((way) => leadsBack(way) && isBetween(way));
  if (back.length === 0) return [];
  const [first, last] = reachOf(back);
  const between = ways.filter((way) => way.target.order >= first && way.source.order <= last && isBetween(way));
  const order = (id: string): number => journey.step(id)?.order ?? 0;
  const leaving = groupBy(between, ({ from }) => from);
  const groups = stronglyConnected(journey.steps.slice(first, last + 1).map(({ id }) => id), (id) => (leaving.get(id) ?? []).map(({ to }) => to));
  return groups
    .filter((group) => group.length > 1)
    .map((group) => ({ steps: group.toSorted((a, b) => order(a) - order(b)), ways: waysInside(group, between) }))
    .sort((a, b) => order(a.steps[0]!) - order(b.steps[0]!));
}

function isBetween(way: Transition): boolean {
  return isMain(way) && !way.isPast && way.from !== way.to;
}

/** No loop reaches beyond the first step that a way leads back to, nor beyond the last that one leads back from. */
function reachOf(back: readonly Transition[]): readonly [first: number, last: number] {
  return [back.reduce((first, { target }) => Math.min(first, target.order), Infinity), back.reduce((last, { source }) => Math.max(last, source.order), 0)];
}

function waysInside(group: readonly string[], ways: readonly Transition[]): readonly Transition[] {
  const inside = new Set(group);
  return ways.filter(({ from, to }) => inside.has(from) && inside.has(to));
}

/** True when a case can leave a loop: by a way out of it, or because one of its steps is an end. */
export function hasExit(journey: JourneyModel, { steps }: Loop): boolean {
  const inside = new Set(steps);
  return steps.some((id) => isEnd(journey, id) || journey.from(id).some((way) => isMain(way) && !inside.has(way.to)));
}

function isEnd(journey: JourneyModel, id: string): boolean {
  const end = journey.step(id)?.value.end;
  return end !== undefined && end !== 'side';
}

/**
 * Ways back that nothing limits: with a limit on each of these, every case comes to an end. In their order, each is
 * asked for that still closes a circle when those asked for before it are gone.
 */
export const unlimitedWaysBack = onceInTurn((journey: JourneyModel): readonly Transition[] => {
  if (!goesBack(journey)) return [];
  const rest = loopsOf(journey, journey.transitions.filter((way) => !isLimited(way)));
  return rest.flatMap(({ ways }) => waysThatClose(ways.filter(leadsBack), ways));
});

/** Of some ways back of one loop, those that have to go so that no circle is left. In numbers, because each is followed anew. */
function waysThatClose(back: readonly Transition[], ways: readonly Transition[]): readonly Transition[] {
  const numbers = new Map([...new Set(ways.flatMap(({ from, to }) => [from, to]))].map((id, index) => [id, index]));
  const ends = ({ from, to }: Transition): readonly [number, number] => [numbers.get(from)!, numbers.get(to)!];
  const onward = Array.from(numbers, (): number[] => []);
  for (const [from, to] of ways.map(ends)) onward[from]!.push(to);
  return back.filter((way) => {
    const [from, to] = ends(way);
    const closes = leadsTo(onward, to, from);
    if (closes) onward[from]!.splice(onward[from]!.indexOf(to), 1);
    return closes;
  });
}

function leadsTo(onward: readonly (readonly number[])[], start: number, goal: number): boolean {
  const found = new Uint8Array(onward.length);
  const waiting = [start];
  while (waiting.length > 0) {
    const next = onward[waiting.pop()!]!;
    for (let index = 0; index < next.length; index += 1) {
      const to = next[index]!;
      if (to === goal) return true;
      if (found[to] === 0) waiting.push(to);
      found[to] = 1;
    }
  }
  return false;
}
