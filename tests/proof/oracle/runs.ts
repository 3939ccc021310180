import type { Case, CaseClock, CasePart } from './case.js';
import type { Walk } from './walks.js';

/** A stretch in which a clock runs and is stopped; what is never stopped is void and left out. */
export interface Run {
  readonly start: number;
  readonly stop: number;
}

/** Runs of a part that count. */
export interface PartRun extends Run {
  readonly part: CasePart;
}

/** From the first start to the first stop after it, again and again. */
export function runsOf({ start, stop }: CaseClock, { moments }: Walk): readonly Run[] {
  const runs: Run[] = [];
  let begun: number | undefined;
  for (const [moment, name] of moments.entries()) {
    if (begun !== undefined && stop.includes(name)) {
      runs.push({ start: begun, stop: moment });
      begun = undefined;
    } else if (begun === undefined && start.includes(name)) begun = moment;
  }
  return runs;
}

/** The runs of every part. One that is named at ways runs only where the case goes one of them. */
export function partRuns({ parts }: Case, walk: Walk): readonly PartRun[] {
  return parts.flatMap((part) => runsOfPart(part, walk).map((run) => ({ ...run, part })));
}

function runsOfPart({ clock, place }: CasePart, walk: Walk): readonly Run[] {
  if (place.kind !== 'ways') return runsOf(clock, walk);
  const isTaken = (moment: number): boolean => walk.visits.some(({ step, end, to }) => end === moment && place.ways.some((way) => way[0] === step && to.includes(way[1])));
  return withoutStarts(clock, walk, isTaken);
}

/** As {@link runsOf}, but a start counts only where it is said to. */
function withoutStarts(clock: CaseClock, walk: Walk, counts: (moment: number) => boolean): readonly Run[] {
  const moments = walk.moments.map((name, moment) => (clock.start.includes(name) && !clock.stop.includes(name) && !counts(moment) ? '' : name));
  return runsOf(clock, { ...walk, moments });
}
