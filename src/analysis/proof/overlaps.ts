import type { Basis } from './basis.js';
import { isUsable, type Part } from './parts.js';
import type { Tiling } from './tiling.js';

/** Parts that also begin where another part is running, or that were not chosen where several began. */
export function startedInside({ parts }: Basis, { places, overlooked }: Tiling): ReadonlySet<number> {
  const found = new Set(overlooked);
  places.forEach(({ moment, running, since }) => {
    if (running.length === 0 || since === moment) return;
    parts.forEach(({ number, points, canStop }) => void (points.starts[moment] === 1 && canStop[moment] === 1 && !running.includes(number) && found.add(number)));
  });
  return found;
}

/** True when no part begins where another runs, and none limits the ground from outside, so that a path takes as long as its parts together. */
export function isWithoutOverlap(basis: Basis, tiling: Tiling): boolean {
  return !basis.parts.some((part) => limitsFromOutside(basis, part)) && tiling.choices.length === 0 && startedInside(basis, tiling).size === 0;
}

/** A part that covers nothing of the ground may still have to stop while a case is on it. */
function limitsFromOutside({ ground: { within }, course }: Basis, part: Part): boolean {
  return !isUsable(part) && part.isAhead().some((mark, moment) => mark === 1 && within[moment] === 1 && !(part.points.stops[moment] === 1 && course.sources.includes(moment)));
}
