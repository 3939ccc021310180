import type { JourneyModel } from '../../model/journey.js';
import { isActive } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import { stepsStandingFor } from '../sub-journeys.js';
import { isToldIn } from './clock-points.js';
import type { Part } from './parts.js';
import type { Promised } from './promises.js';

/** Other journeys with cases over which a part keeps its percent as well. */
export interface OtherJourneys {
  /** All misses of the part may fall on the cases of this journey, because the whole does not count those of these. */
  readonly uncounted: readonly string[];
  /** Variants in which the whole is promised too: its percent is over their cases as well. */
  readonly counted: readonly string[];
  /** Journeys that have no cases together with this one: drafts, and what a draft is to take the place of. */
  readonly apart: readonly string[];
}

/** Tells apart the journeys that use a part of a promise. Those that this one stands for, or that stand for it, have the same cases. */
export function otherJourneys(workspace: Workspace, journey: JourneyModel, whole: Promised, { promised, points }: Part): OtherJourneys {
  const found: { readonly [sort in keyof OtherJourneys]: string[] } = { uncounted: [], counted: [], apart: [] };
  const users = promised.place === undefined && promised.isForEachJourney !== true ? workspace.namedBy(promised.spec.coordinate).flatMap(({ kind, id }) => (kind === 'Journey' ? (workspace.journey(id) ?? []) : [])) : [];
  if (users.every((user) => user === journey)) return found;
  const inside = users.filter(({ id }) => journey.steps.some(({ value }) => value.journey === id));
  const all = new Set([...users, ...inside.flatMap((inner) => (stepsStandingFor(workspace).get(inner) ?? []).map((sub) => sub.journey))]);
  all.delete(journey);
  for (const other of all) {
    const isSame = isNested(journey, other) && points.strayStarts.every((point) => !isToldIn(workspace, other.id, point));
    if (!isSame) found[sortOf(journey, other, whole)].push(other.id);
  }
  return found;
}

function sortOf(journey: JourneyModel, other: JourneyModel, whole: Promised): keyof OtherJourneys {
  if (!isActive(other.spec) || isPlannedFor(journey, other)) return 'apart';
  const areVariants = (journey.base ?? journey.id) === (other.base ?? other.id);
  return areVariants && other.spec.value.slas?.includes(whole.id) === true ? 'counted' : 'uncounted';
}

/** True when one is a part of the other, by a step or by its `parent`. */
function isNested(one: JourneyModel, other: JourneyModel): boolean {
  const isPart = (inner: JourneyModel, outer: JourneyModel): boolean => inner.spec.value.parent === outer.id || outer.steps.some(({ value }) => value.journey === inner.id);
  return isPart(one, other) || isPart(other, one);
}

/** True when a journey is a draft of what is to come instead of another. */
function isPlannedFor({ spec }: JourneyModel, other: JourneyModel): boolean {
  const { perspective, comparesTo } = spec.value;
  return !isActive(spec) && perspective === 'to-be' && comparesTo !== undefined && 'spec' in comparesTo && comparesTo.spec.split('@')[0] === other.id;
}
