import { onceFor } from '../base/remembering.js';
import { addTo } from '../base/groups.js';
import type { JourneyModel, StageModel, StepModel } from '../model/journey.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';

/** What a clock points at: one moment or several. */
export function pointsOf(points: string | readonly string[] | undefined): readonly string[] {
  if (points === undefined) return [];
  return typeof points === 'string' ? [points] : points;
}

/** The names by which clocks know that a step is done. A step of the base journey is meant in its variants as well. */
export function endPoints({ id, base }: JourneyModel, step: StepModel): readonly string[] {
  const journeys = base === undefined ? [id] : [id, base];
  return [step.completed, ...journeys.flatMap((each) => [`${each}#${step.id}`, `${each}#${step.stage.id}.${step.id}`])];
}

/** The names by which clocks know anything of a step. */
export function clockPoints(journey: JourneyModel, step: StepModel): readonly string[] {
  return [step.started, ...endPoints(journey, step)];
}

/**
 * Promises that say by when a step is done: its own, the one of a regime that it is under, and those whose clock stops with it.
 * A promise in place has no document and stands for itself.
 */
export function promisesEndingAt(workspace: Workspace, journey: JourneyModel, step: StepModel): readonly string[] {
  const { sla, promise, regulated = [] } = step.value;
  const ofRegimes = regulated.flatMap((each) => (typeof each === 'string' ? [] : (each.sla ?? [])));
  const stopping = endPoints(journey, step).flatMap((point) => (clocksByPoint(workspace).stop.get(point) ?? []).map(({ id }) => id));
  return [...new Set([...(sla === undefined ? [] : [sla]), ...(promise === undefined ? [] : [`${journey.id}#${step.id}/promise`]), ...ofRegimes, ...stopping])];
}

/** True when something is promised for a stage, for a step of it or on the way to the next, or a clock starts or stops in it. */
export function hasPromise(workspace: Workspace, journey: JourneyModel, stage: StageModel): boolean {
  if (stage.value.sla !== undefined || stage.value.promise !== undefined) return true;
  const { start, stop } = clocksByPoint(workspace);
  return journey.steps.some((step) => {
    if (step.stage !== stage) return false;
    if (step.value.sla !== undefined || step.value.promise !== undefined) return true;
    return clockPoints(journey, step).some((point) => start.has(point) || stop.has(point)) || journey.from(step.id).some(({ edge }) => edge.sla !== undefined && edge.sla !== 'none');
  });
}

interface Clocks {
  readonly start: ReadonlyMap<string, readonly Spec<'Sla'>[]>;
  readonly stop: ReadonlyMap<string, readonly Spec<'Sla'>[]>;
}

/** Promises that are not retired, by the moments with which their time starts and stops. */
const clocksByPoint = onceFor((workspace: Workspace): Clocks => {
  const [start, stop] = [new Map<string, Spec<'Sla'>[]>(), new Map<string, Spec<'Sla'>[]>()];
  for (const spec of workspace.all('Sla')) {
    if (spec.status === 'retired') continue;
    for (const point of pointsOf(spec.value.clock?.start)) addTo(start, point, spec);
    for (const point of pointsOf(spec.value.clock?.stop)) addTo(stop, point, spec);
  }
  return { start, stop };
});
