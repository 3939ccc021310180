import type { BusinessCalendar } from '../business-time/calendar.js';
import { longestPaths } from './longest.js';
import type { PartBudget } from './part-budgets.js';
import { fieldOf, largestShortfall, toFine, type Field } from './shortfall.js';
import { fitWithin } from './time-on-calendar.js';
import type { Unrolled } from './unrolled.js';
import type { Room } from './verdict.js';

/** What has been proved, and how much was allowed. */
export interface Proved {
  readonly ways: Unrolled;
  readonly field: Field;
  readonly budgets: ReadonlyMap<number, PartBudget>;
  readonly used: readonly PartBudget[];
  readonly calendar: BusinessCalendar;
  readonly seconds: number;
  readonly allowed: number;
}

/** So many parts are asked how much looser they may become. */
const mostRooms = 60;

/** By how much each part may become looser while the others stay as they are and the proof still holds. */
export function roomsOf(proved: Proved): readonly Room[] {
  return proved.used.slice(0, mostRooms).map((budget) => ({ part: budget.part.promised.id, seconds: roomInTime(proved, budget), shortfall: roomInMisses(proved, budget) }));
}

function roomInTime({ ways, budgets, calendar, seconds }: Proved, { part }: PartBudget): number {
  return largest(longestOfTarget(calendar, seconds), (more) => {
    const lengths = longestPaths(ways, (number) => (number === part.number ? { ...budgets.get(number)!, seconds: budgets.get(number)!.seconds + more } : budgets.get(number)!));
    return lengths !== undefined && 'fits' in fitWithin(calendar, lengths, seconds) && (fitWithin(calendar, lengths, seconds) as { readonly fits: boolean }).fits;
  });
}

/** No part may last longer than the whole lasts by the clock on the wall: ten times its open time is enough to look at. */
function longestOfTarget({ boundaries }: BusinessCalendar, seconds: number): number {
  return boundaries.length === 0 ? seconds : seconds * 10;
}

function roomInMisses({ field, allowed }: Proved, { part, miss }: PartBudget): number {
  return largest(allowed, (more) => {
    const shortfall = largestShortfall(fieldOf({ ...field, missOf: (number) => (number === part.number ? toFine(miss + more) : field.missOf(number)) }));
    return 'worst' in shortfall && shortfall.worst <= toFine(allowed);
  });
}

/** The largest whole number up to a limit for which something holds that holds for every smaller one, by halving. */
function largest(limit: number, holds: (value: number) => boolean): number {
  let [good, bad] = [0, limit + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
