import type { JourneyModel } from '../../model/journey.js';
import { blocksOf } from './blocks.js';
import { clockPoints } from './clock-points.js';
import { courseOf } from './course.js';
import { momentGraph } from './moments.js';
import type { Promised } from './promises.js';
import type { Wait } from './verdict.js';
import { nameOf } from './walk.js';

/** Waits between two steps after which the clock starts: they lie outside of the promise. */
export function outsideOf(journey: JourneyModel, whole: Promised): readonly Wait[] {
  const graph = momentGraph(journey);
  const points = clockPoints(journey, graph, whole);
  const { sources, idle } = courseOf(graph, points, blocksOf(journey).isTaken);
  const before = sources.flatMap((source) => graph.arriving[source]!.filter(({ from, way, isInstant }) => way !== undefined && !isInstant && idle[from] === 1));
  const seen = new Set<string>();
  return before.flatMap((move) => {
    const [from, to] = [graph.moments[move.from]!, graph.moments[move.to]!];
    const message = `The wait from \`${nameOf(from)}\` to \`${nameOf(to)}\` lies before the clock of \`${whole.id}\` starts.`;
    if (seen.has(message)) return [];
    seen.add(message);
    return [{ message, from: nameOf(from), to: nameOf(to), at: { spec: journey.spec, path: from.step.path } }];
  });
}
