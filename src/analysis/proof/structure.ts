import { below } from '../../base/json.js';
import type { Workspace } from '../../model/workspace.js';
import type { StepModel } from '../../model/journey.js';
import { isOfOtherJourney } from './clock-points.js';
import type { Course } from './course.js';
import { isToldInside } from './inside-steps.js';
import { branchOf, type Ground } from './parts.js';
import { at, premise, type PlaceInSpec } from './premises.js';
import type { Promised } from './promises.js';
import type { Premise } from './verdict.js';
import { nameOf } from './walk.js';

/** What is missing about the clock of the whole and the shape of the journey, whatever the parts promise. */
export function structurePremises(workspace: Workspace, whole: Promised, ground: Ground, course: Course): readonly Premise[] {
  const clock = clockPremises(workspace, whole, ground, course);
  return clock.length > 0 ? clock : blockPremises(whole, ground, course);
}

function clockPremises(workspace: Workspace, whole: Promised, { points, graph, journey }: Ground, course: Course): readonly Premise[] {
  const missing = (point: string, field: string): Premise => premise('clock', at(whole, 'clock', field), `\`${point}\` is no moment on the way of \`${journey.id}\`, so the clock of \`${whole.id}\` does not ${field} there.`, 'Name an event that a step of the journey begins, ends or fails with.');
  const isMissing = (point: string): boolean => !isOfOtherJourney(workspace, journey, whole.id, point);
  const stray = [...strayOf(whole.starts, points.strayStarts, isMissing).map((point) => missing(point, 'start')), ...strayOf(whole.stops, points.strayStops, isMissing).map((point) => missing(point, 'stop'))];
  if (stray.length > 0) return stray;
  if (whole.starts.length === 0 || whole.stops.length === 0) return [premise('clock', at(whole, 'clock'), `\`${whole.id}\` does not say when its time starts and stops.`, 'Write `clock: {start: ..., stop: ...}` with events of the journey.')];
  if (course.sources.length === 0) return [premise('clock', at(whole, 'clock'), `No case of \`${journey.id}\` gets from the start of \`${whole.id}\` to a stop of it.`, 'Name a stop that comes after the start.')];
  const both = graph.moments.find(({ number }) => points.starts[number] === 1 && points.stops[number] === 1);
  if (both !== undefined) return [premise('clock', at(whole, 'clock'), `The clock of \`${whole.id}\` starts and stops at the same moment, \`${nameOf(both)}\`.`, 'Name another event for the start or for the stop.')];
  const early = journey.steps.flatMap((step) => {
    const begin = graph.of(step, 'start');
    const point = begin === undefined || course.outside[begin] !== 1 ? undefined : whole.starts.find((each) => isToldInside(workspace, graph, step, each));
    return point === undefined ? [] : [premise('clock', at(whole, 'clock', 'start'), `\`${point}\` may start the clock of \`${whole.id}\` inside of step \`${step.id}\`, before that is done.`, 'Start the clock with an event that no journey inside tells of before it ends.')];
  });
  if (early.length > 0) return early;
  return course.earlyStops.map((moment) => premise('clock', at(whole, 'clock', 'stop'), `A case of \`${journey.id}\` may come to \`${nameOf(graph.moments[moment]!)}\` before the clock of \`${whole.id}\` has started.`, 'Let the clock start before each of its stops, on every path.'));
}

/** Points of other journeys are none of this one's business, as long as it has one of its own. */
function strayOf(all: readonly string[], stray: readonly string[], isMissing: (point: string) => boolean): readonly string[] {
  return stray.length === all.length ? stray : stray.filter(isMissing);
}

/** Only blocks that the clock runs through matter. */
function blockPremises(whole: Promised, { blocks, graph, within, journey, points }: Ground, course: Course): readonly Premise[] {
  const isWithin = (step: StepModel): boolean => [graph.of(step, 'start'), graph.of(step, 'done')].some((moment) => moment !== undefined && within[moment] === 1);
  const place = (step: StepModel): PlaceInSpec => ({ spec: journey.spec, path: below(step.path, 'id') });
  const unsound = blocks.unsound.filter(({ step }) => isWithin(step)).map(({ step, problem }) => premise('block', place(step), `The time of \`${whole.id}\` cannot be added up, because ${problem}.`, 'Let branches that start together meet in one step that waits for all of them.'));
  const clockInside = blocks.sound.flatMap((block) => {
    const inBranch = graph.moments.find(({ number, step }) => ((points.stops[number] === 1 && within[number] === 1) || course.sources.includes(number)) && branchOf(block, step.id) !== undefined);
    return inBranch === undefined ? [] : [premise('block', place(inBranch.step), `The clock of \`${whole.id}\` starts or stops at \`${nameOf(inBranch)}\`, in one of the branches that start after step \`${block.split.id}\`.`, 'Let it start before the branches, and stop where they have met.')];
  });
  return [...unsound, ...clockInside];
}
