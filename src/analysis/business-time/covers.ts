import { onceFor } from '../../base/remembering.js';
import type { BusinessCalendar } from './calendar.js';
import { firstAbove } from './open-time.js';

/** True when one calendar is open whenever the other is, as far as both are known. Where they know no common time, it is false. */
export function covers(outer: BusinessCalendar, inner: BusinessCalendar): boolean {
  return outer === inner || coveredBy(outer)(inner);
}

const coveredBy = onceFor((outer: BusinessCalendar) => onceFor((inner: BusinessCalendar) => isWithin(outer, inner)));

function isWithin(outer: BusinessCalendar, inner: BusinessCalendar): boolean {
  const [from, until] = [Math.max(outer.horizon.from, inner.horizon.from), Math.min(outer.horizon.until, inner.horizon.until)];
  if (from >= until) return false;
  if (outer.boundaries.length === 0) return true;
  const hours = inner.boundaries.length === 0 ? Float64Array.of(from, until) : inner.boundaries;
  for (let place = 0; place < hours.length; place += 2) {
    if (!isOpenThroughout(outer, Math.max(hours[place]!, from), Math.min(hours[place + 1]!, until))) return false;
  }
  return true;
}

/** An empty stretch is always open. */
function isOpenThroughout({ boundaries }: BusinessCalendar, from: number, until: number): boolean {
  if (from >= until) return true;
  const next = firstAbove(boundaries, from);
  return next % 2 === 1 && boundaries[next]! >= until;
}
