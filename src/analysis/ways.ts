import { fieldOf, valueAt, type Path } from '../base/json.js';
import { onceInTurn } from '../base/remembering.js';
import type { JourneyModel, StepModel } from '../model/journey.js';
import type { Transition } from '../model/transitions.js';

/** True for a way that the case itself takes, not a branch beside a step or something at the same moment. */
export function isMain({ kind }: Transition): boolean {
  return kind !== 'side' && kind !== 'alongside';
}

/** True for a way that a case takes together with others. */
export function isParallel({ split }: Transition): boolean {
  return split === 'all' || split === 'some';
}

/** True when something is said about how often a way may be taken, be it that nobody knows. */
export function isLimited({ edge }: Transition): boolean {
  return edge.repeats !== undefined;
}

/** True when a way leads to an earlier place in the file. */
export function leadsBack({ source, target }: Transition): boolean {
  return target.order < source.order;
}

/** True for a step that is said to happen while it happens. */
export function isAlongsideItself(journey: JourneyModel, step: StepModel): boolean {
  return step.hosts.some((host) => journey.step(host)?.id === step.id);
}

/** True when some way of the journey leads to an earlier place in the file: without one no case goes round. */
export const goesBack = onceInTurn((journey: JourneyModel): boolean => journey.transitions.some(leadsBack));

/** Where a way names the step that it leads to; for one that follows from the order, the id of the step that it leaves. */
export function targetPath({ spec }: JourneyModel, { path }: Transition): Path {
  const written = valueAt(spec.value, path);
  const key = ['to', 'id'].find((each) => fieldOf(written, each) !== undefined);
  return key === undefined ? path : [...path, key];
}
