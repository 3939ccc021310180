import type { JourneyModel, StepModel } from '../../model/journey.js';
import type { Workspace } from '../../model/workspace.js';
import { entrySteps } from '../reachability.js';
import { tells } from './clock-events.js';
import type { MomentGraph } from './moments.js';
import type { Part } from './parts.js';
import { candidateParts, promisedBy } from './promises.js';
import type { Walk } from './walk.js';

/** The steps of a path that a case goes through from their beginning to an end of theirs. */
export function stepsThrough({ moves, moments }: Walk): readonly StepModel[] {
  return moves.flatMap(({ way }, index) => (way === undefined ? [moments[index]!.step] : []));
}

/** True when an event, or `journey#step`, tells of something that happens inside of the journey that a step stands for, before that ends. */
export function isToldInside(workspace: Workspace, { moments }: MomentGraph, step: StepModel, point: string): boolean {
  if (step.value.journey === undefined) return false;
  return isToldWithin(workspace, step, new Set(moments.flatMap((moment) => (moment.step === step ? (moment.event ?? []) : []))), point, new Set());
}

/** `ends` are the events by which the step itself is known to end. */
function isToldWithin(workspace: Workspace, outer: StepModel, ends: ReadonlySet<string>, point: string, seen: Set<JourneyModel>): boolean {
  const inner = outer.value.journey === undefined ? undefined : workspace.journey(outer.value.journey);
  if (inner === undefined || seen.has(inner)) return false;
  seen.add(inner);
  const entries = entrySteps(inner);
  return inner.steps.some((step) => {
    const isEnd = step.value.end !== undefined && step.value.end !== 'side';
    const own = new Set([step.completed, step.value.events?.fail, step.value.events?.abandon].flatMap((event) => event ?? []));
    const isBoundary = (point === outer.started && entries.includes(step) && !own.has(point)) || (isEnd && ends.has(point) && point === step.completed && point !== step.started);
    return (!isBoundary && tells(inner, step, point)) || isToldWithin(workspace, step, isEnd ? new Set([...own, ...ends]) : own, point, seen);
  });
}

/** True when promises hold inside of the journey that a step stands for, beside those that lie on the ground: they may make it shorter. */
export function isLimitedInside(workspace: Workspace, parts: readonly Part[], { value }: StepModel, seen: Set<JourneyModel> = new Set()): boolean {
  const inner = value.journey === undefined ? undefined : workspace.journey(value.journey);
  if (inner === undefined || seen.has(inner)) return false;
  seen.add(inner);
  const isOther = (sla: string): boolean => workspace.find('Sla', sla) !== undefined && !parts.some(({ promised }) => promised.id === sla);
  return (inner.spec.value.slas ?? []).some(isOther) || candidateParts(workspace, inner, '').length > 0 || inner.steps.some((step) => isLimitedInside(workspace, parts, step, seen));
}

/** True when a promise that begins inside of a step stops later on the path. */
export function reachesOut(workspace: Workspace, graph: MomentGraph, whole: string, walk: Walk): boolean {
  const steps = stepsThrough(walk).filter(({ value }) => value.journey !== undefined);
  if (steps.length === 0) return false;
  return workspace.all('Sla').map(promisedBy).some(({ id, isTimed, starts, stops }) => {
    const onPath = stops.flatMap((stop) => walk.moments.filter(({ event, step }) => event === stop || (step.completed !== undefined && stop.endsWith(`#${step.id}`))));
    return isTimed && id !== whole && steps.some((step) => onPath.some((moment) => moment.step !== step && moment.event !== step.completed) && starts.some((start) => isToldInside(workspace, graph, step, start)));
  });
}
