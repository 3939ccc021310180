import type { Course } from './course.js';
import type { Ground } from './parts.js';
import type { Promised } from './promises.js';
import type { Wait } from './verdict.js';
import { nameOf } from './walk.js';

/** Waits between two steps after which the clock starts: they lie outside of the promise. */
export function outsideOf({ journey, graph }: Ground, { sources, idle }: Course, whole: Promised): readonly Wait[] {
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
