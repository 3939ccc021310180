import type { JourneyModel, StepModel } from '../../model/journey.js';
import type { Workspace } from '../../model/workspace.js';
import { momentsNamed } from './clock-points.js';
import type { Course } from './course.js';
import { isToldInside, stepsThrough } from './inside-steps.js';
import type { MomentGraph } from './moments.js';
import { branchOf, type Ground } from './parts.js';
import type { Promised } from './promises.js';
import type { Walk } from './walk.js';

/**
 * True when the clock of the whole may stand still, begin anew or no longer count because of something that happens on a
 * path, or beside it: then the whole takes less time than the path.
 */
export function isClockTouched(workspace: Workspace, { journey, graph, blocks }: Ground, course: Course, { pauses, resets, cancels, stops }: Promised, walk: Walk): boolean {
  const { moments } = walk;
  const from = pauses.map((pause) => pause.from);
  const isOneOf = (points: readonly string[]): ((moment: { readonly number: number }) => boolean) => {
    const marks = momentsNamed(journey, graph, points);
    return ({ number }) => marks[number] === 1;
  };
  if (moments.slice(0, -1).some(isOneOf(from)) || moments.slice(1, -1).some(isOneOf(resets)) || moments.some(isOneOf(cancels))) return true;
  const path = new Set(moments.map(({ step }) => step));
  const beside = journey.steps.filter((step) => !path.has(step) && (isAside(graph, course, step) || blocks.sound.some((block) => path.has(block.split) && branchOf(block, step.id) !== undefined)));
  const inside = [...stepsThrough(walk), ...beside];
  return [...from, ...resets, ...cancels, ...stops].some((point) => beside.some((step) => tells(journey, step, point)) || inside.some((step) => isToldInside(workspace, graph, step, point)));
}

/** True for a step alongside another, and for one that only what happens meanwhile leads to: it happens while the case is elsewhere. */
export function isAside(graph: MomentGraph, { reached }: Course, step: StepModel): boolean {
  const start = graph.of(step, 'start');
  return start === undefined || reached[start] !== 1;
}

/** True when an event, or `journey#step`, tells of a step. */
export function tells(journey: JourneyModel, { id, started, completed, value: { events } }: StepModel, point: string): boolean {
  const [named, inside] = point.split('#');
  if (inside !== undefined) return (named === journey.id || named === journey.base) && journey.step(inside)?.id === id;
  return [started, completed, events?.fail, events?.abandon].includes(point);
}
