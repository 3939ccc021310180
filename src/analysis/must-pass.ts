import { onceInTurn } from '../base/remembering.js';
import type { JourneyModel, StepModel } from '../model/journey.js';
import { parallelBlocks } from './parallel-blocks.js';
import { entrySteps } from './reachability.js';

/**
 * A way from where the journey begins to a step on which none of the `watched` steps is passed before it: the ids of
 * its steps, or `undefined` when every way passes one. A join of branches that all run is reached only when each of
 * them can pass by.
 */
export function wayAround(journey: JourneyModel, target: string, watched: ReadonlySet<string>): readonly string[] | undefined {
  const cameFrom = new Map<string, string | undefined>();
  const waiting: string[] = [];
  const arrive = (id: string, from: string | undefined): void => {
    if (cameFrom.has(id)) return;
    cameFrom.set(id, from);
    if (!watched.has(id)) waiting.push(id);
  };
  for (const { id } of entrySteps(journey)) arrive(id, undefined);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const { to } of journey.from(id)) if (isOpen(journey, to, id, cameFrom, watched)) arrive(to, id);
  }
  return cameFrom.has(target) ? wayTo(target, cameFrom) : undefined;
}

/** True unless the step waits for another branch that has not come by yet. Where only some branches start, one is enough. */
function isOpen(journey: JourneyModel, to: string, from: string, reached: ReadonlyMap<string, unknown>, watched: ReadonlySet<string>): boolean {
  const waited = (journey.step(to)?.value.waitsFor ?? []).flatMap((name) => journey.step(name)?.id ?? []);
  if (!waited.includes(from) || joinsOfSome(journey).has(to)) return true;
  return waited.every((id) => id === from || (reached.has(id) && !watched.has(id)));
}

/** Ids of the steps where branches meet of which only some start. */
const joinsOfSome = onceInTurn((journey: JourneyModel): ReadonlySet<string> =>
  new Set(parallelBlocks(journey).flatMap(({ kind, joins }) => (kind === 'some' ? joins.map(({ id }) => id) : []))));

function wayTo(target: string, cameFrom: ReadonlyMap<string, string | undefined>): readonly string[] {
  const way: string[] = [];
  for (let id: string | undefined = target; id !== undefined; id = cameFrom.get(id)) way.unshift(id);
  return way;
}

/** Steps at which a text is shown: those that name it, and the ones that such a step happens alongside. */
export function stepsThatShow(journey: JourneyModel, disclosure: string): readonly StepModel[] {
  const showing = journey.steps.filter(({ value }) => value.disclosures?.includes(disclosure) === true);
  const hosts = showing.flatMap((step) => step.hosts.flatMap((host) => journey.step(host) ?? []));
  return [...new Set([...showing, ...hosts])];
}
