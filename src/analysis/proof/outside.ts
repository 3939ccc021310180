import type { JourneyModel } from '../../model/journey.js';
import { blocksOf } from './blocks.js';
import { clockPoints } from './clock-points.js';
import { courseOf } from './course.js';
import { momentGraph } from './moments.js';
import type { Promised } from './promises.js';
import type { Remark } from './verdict.js';
import { nameOf } from './walk.js';

/** Waits that lie before the start of the clock or after its stop: nobody promises anything about them. */
export function outsideOf(journey: JourneyModel, whole: Promised): readonly Remark[] {
  const graph = momentGraph(journey);
  const points = clockPoints(journey, graph, whole);
  const { sources, idle } = courseOf(graph, points, blocksOf(journey).isTaken);
  const before = sources.flatMap((source) => graph.arriving[source]!.filter(({ from, isInstant }) => !isInstant && idle[from] === 1));
  const seen = new Set<string>();
  return before.flatMap((move) => {
    const [from, to] = [graph.moments[move.from]!, graph.moments[move.to]!];
    const message = `The wait from \`${nameOf(from)}\` to \`${nameOf(to)}\` lies before the clock of \`${whole.id}\` starts.`;
    if (seen.has(message)) return [];
    seen.add(message);
    return [{ message, at: { spec: journey.spec, path: from.step.path } }];
  });
}
