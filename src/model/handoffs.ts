import { addTo } from '../base/groups.js';
import type { Path } from '../base/json.js';
import type { Handoff } from '../schema/kinds/journey.js';
import type { StepModel } from './journey.js';
import type { Spec } from './spec.js';
import type { Transition } from './transitions.js';

/** Work that passes from one team to another. */
export interface DerivedHandoff {
  /** `from>to`, the handoff's identity. Where several ways lead from the one step to the other and hand over different things, each is a handoff of this id. */
  readonly id: string;
  readonly from: StepModel;
  readonly to: StepModel;
  readonly fromTeam: string;
  readonly toTeam: string;
  readonly transition: Transition;
  /** What the edge or the `handoffs` entry says; the entry wins. */
  readonly hands: readonly string[] | undefined;
  readonly sla: string | undefined;
  readonly reason: string | undefined;
  /** The event by which the other team takes it on: as written, else the beginning of its step. */
  readonly accept: string;
  /** The event by which it is sent back. */
  readonly reject: string | undefined;
  /** True when an entry of the journey's `handoffs` speaks of it. */
  readonly isEntry: boolean;
  /** Where what is handed over is or should be written. */
  readonly path: Path;
}

/**
 * Every way on which the acting team changes. From or to the customer nothing is handed over between teams. Ways between the same two steps that say the
 * same are one handoff, and one that cannot say anything itself, such as that after a failure, is a part of the others.
 */
export function deriveHandoffs(spec: Spec<'Journey'>, find: (reference: string) => StepModel | undefined, transitions: readonly Transition[]): readonly DerivedHandoff[] {
  const written = new Map((spec.value.handoffs ?? []).map((entry, index) => [`${find(entry.from)?.id}>${find(entry.to)?.id}`, { entry, path: ['handoffs', index] as Path }]));
  const derived: DerivedHandoff[] = [];
  const byId = new Map<string, DerivedHandoff[]>();
  for (const transition of transitions) {
    const handoff = crossing(transition, written);
    if (handoff === undefined || isTold(handoff, byId.get(handoff.id))) continue;
    derived.push(handoff);
    addTo(byId, handoff.id, handoff);
  }
  return derived;
}

function isTold(handoff: DerivedHandoff, others: readonly DerivedHandoff[] = []): boolean {
  return others.length > 0 && (handoff.transition.kind !== 'next' || others.some((other) => saysSame(other, handoff)));
}

function saysSame(one: DerivedHandoff, other: DerivedHandoff): boolean {
  return one.sla === other.sla && one.reason === other.reason && one.hands?.join() === other.hands?.join();
}

interface Written {
  readonly entry: Handoff;
  readonly path: Path;
}

function crossing(transition: Transition, written: ReadonlyMap<string, Written>): DerivedHandoff | undefined {
  const { source: from, target: to } = transition;
  const [[fromTeam], [toTeam]] = [from.teams, to.teams];
  if (fromTeam === undefined || toTeam === undefined || transition.kind === 'alongside') return undefined;
  if (from.teams.some((team) => to.teams.includes(team))) return undefined;
  const id = `${from.id}>${to.id}`;
  const own = written.get(id);
  const { edge } = transition;
  return {
    id,
    from,
    to,
    fromTeam,
    toTeam,
    transition,
    hands: own?.entry.hands ?? edge.hands,
    sla: own?.entry.sla ?? edge.sla,
    reason: own?.entry.reason ?? edge.reason,
    accept: own?.entry.accept ?? to.started,
    reject: own?.entry.reject,
    isEntry: own !== undefined,
    path: own?.path ?? transition.path,
  };
}
