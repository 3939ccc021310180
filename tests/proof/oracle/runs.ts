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

/** From the first start, or the last time that it began anew, to the first stop after it, again and again. */
export function runsOf({ start, stop, resets, cancels }: CaseClock, { moments }: Walk): readonly Run[] {
  const runs: Run[] = [];
  let begun: number | undefined;
  for (const [moment, name] of moments.entries()) {
    if (begun !== undefined && stop.includes(name)) {
      runs.push({ start: begun, stop: moment });
      begun = undefined;
    } else if (begun !== undefined && cancels?.includes(name) === true) begun = undefined;
    else if (begun !== undefined && resets?.includes(name) === true) begun = moment;
    else if (begun === undefined && start.includes(name)) begun = moment;
  }
  return runs;
}

/** The runs of every part. */
export function partRuns({ parts }: Case, walk: Walk): readonly PartRun[] {
  return parts.flatMap((part) => runsOf(part.clock, { ...walk, moments: momentsFor(part, walk) }).map((run) => ({ ...run, part })));
}

/** One that is named at ways begins only where the case goes one of them, and one in place only with its step and ends with it. */
function momentsFor({ clock, place }: CasePart, { moments, visits }: Walk): readonly string[] {
  if (place.kind === 'ways') {
    const isTaken = (moment: number): boolean => visits.some(({ step, end, to }) => end === moment && place.ways.some((way) => way[0] === step && to.includes(way[1])));
    return moments.map((name, moment) => (!clock.start.includes(name) || isTaken(moment) ? name : ''));
  }
  if (place.kind !== 'in-place') return moments;
  const own = visits.filter(({ step }) => step === place.step);
  return moments.map((name, moment) => (own.some(({ start, end }) => (moment === start && clock.start.includes(name)) || (moment === end && clock.stop.includes(name))) ? name : ''));
}
