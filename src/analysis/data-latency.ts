import { onceFor } from '../base/remembering.js';
import { groupBy } from '../base/groups.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { secondsOf, wallDay } from './promised-time.js';

/** The way of a data element from the system that tells it first to the one that uses it. */
export interface DataPath {
  /** Ids of the systems in order. */
  readonly systems: readonly string[];
  /** The promised times on the way, added up. What has no promise counts as nothing, so it takes at least so long. */
  readonly seconds: number;
}

/** So many systems are looked at on the ways of one data element; there are not so many in any landscape. */
const mostLooks = 10_000;

/**
 * The slowest way by which a data element reaches a system: the time until the event that carries it arrives, and the
 * times of the integrations that pass it on. `undefined` when no way leads there. A system that tells it itself has it at once.
 */
export function slowestPath(workspace: Workspace, element: string, consumer: string): DataPath | undefined {
  const { links, sources } = lineage(workspace);
  const passedOn = links.get(element) ?? noLinks;
  let slowest: DataPath | undefined;
  let looks = 0;
  const walk = (systems: readonly string[], seconds: number): void => {
    const at = systems.at(-1)!;
    looks += 1;
    if (at === consumer) {
      if (slowest === undefined || seconds > slowest.seconds) slowest = { systems, seconds };
      return;
    }
    for (const { to, seconds: more } of passedOn.get(at) ?? []) if (looks < mostLooks && !systems.includes(to)) walk([...systems, to], seconds + more);
  };
  for (const { system, seconds } of sources.get(element) ?? masterOf(workspace, element)) walk([system], system === consumer ? 0 : seconds);
  return slowest;
}

interface Source {
  readonly system: string;
  readonly seconds: number;
}

interface Link {
  readonly element: string;
  readonly from: string;
  readonly to: string;
  readonly seconds: number;
}

interface Lineage {
  /** For each element, the systems that tell it, with the slowest of their events that carry it. */
  readonly sources: ReadonlyMap<string, readonly Source[]>;
  /** For each element and each system, where it passes it on to. */
  readonly links: ReadonlyMap<string, ReadonlyMap<string, readonly Link[]>>;
}

const noLinks: ReadonlyMap<string, readonly Link[]> = new Map();

const lineage = onceFor((workspace: Workspace): Lineage => {
  const systems = workspace.all('System').filter(({ status }) => status !== 'retired');
  const links = groupBy(systems.flatMap(linksOf), ({ element }) => element);
  return { sources: sourcesOf(systems), links: new Map([...links].map(([element, list]) => [element, groupBy(list, ({ from }) => from)])) };
});

function linksOf({ id, value }: Spec<'System'>): readonly Link[] {
  return (value.integrations ?? []).flatMap(({ to, elements = [], latency }) => {
    return to === undefined ? [] : elements.map((element) => ({ element, from: id, to, seconds: timeOf(latency) }));
  });
}

function sourcesOf(systems: readonly Spec<'System'>[]): ReadonlyMap<string, readonly Source[]> {
  const sources = new Map<string, Map<string, number>>();
  for (const { id, value } of systems) {
    for (const { attributes = [], latency } of value.emits ?? []) {
      for (const { element } of attributes) {
        if (element === undefined) continue;
        const bySystem = sources.get(element) ?? new Map<string, number>();
        sources.set(element, bySystem.set(id, Math.max(timeOf(latency), bySystem.get(id) ?? 0)));
      }
    }
  }
  return new Map([...sources].map(([element, bySystem]) => [element, [...bySystem].map(([system, seconds]) => ({ system, seconds }))]));
}

/** Where no event carries an element, the system that holds the truth about it is where it comes from. */
function masterOf({ registers }: Workspace, element: string): readonly Source[] {
  const master = registers.elements.get(element)?.value.master;
  return master === undefined ? [] : [{ system: master, seconds: 0 }];
}

function timeOf(latency: string | undefined): number {
  return latency === undefined ? 0 : (secondsOf(latency, wallDay) ?? 0);
}
