import type { Rung } from '../schema/kinds/journey.js';
import type { SlaTarget } from '../schema/kinds/sla.js';
import { secondsOf, type DayMeaning } from './promised-time.js';

/** When a rung is reached, in hundredths of seconds: a whole number for every percent of every target. */
export type RungTime = number;

/** A target of the promise that sets a ladder off, with its time. */
export interface LadderTarget {
  readonly target: SlaTarget;
  /** The time of the target, in hundredths of seconds. */
  readonly time: RungTime;
}

/** The targets of a promise whose time is known. `day` is what one day means in the clock's calendar. */
export function ladderTargets(targets: readonly SlaTarget[], day: DayMeaning): readonly LadderTarget[] {
  return targets.flatMap((target) => {
    const seconds = target.within === undefined ? undefined : secondsOf(target.within, day);
    return seconds === undefined ? [] : [{ target, time: seconds * 100 }];
  });
}

/** When a rung is reached for a target; `undefined` for a share of no target, or for days of unknown length. */
export function rungTime({ after }: Rung, target: LadderTarget | undefined, day: DayMeaning): RungTime | undefined {
  if (after === undefined) return undefined;
  if (after.endsWith('%')) return target === undefined ? undefined : (Number(after.slice(0, -1)) * target.time) / 100;
  const seconds = secondsOf(after, day);
  return seconds === undefined ? undefined : seconds * 100;
}
