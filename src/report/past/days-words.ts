import { isNoDay } from '../../audit/in-force.js';
import type { PromiseEnd } from '../../analysis/promise-end.js';
import type { CalendarDay } from '../../base/date.js';
import type { Status } from '../../schema/kinds/header.js';

/** What a version says of its days: `from` inclusive, `until` exclusive. */
export interface DaysSaid {
  readonly status: Status;
  readonly from: CalendarDay;
  readonly until?: CalendarDay | undefined;
  /** The first day that it said before, where that is told. */
  readonly was?: CalendarDay | undefined;
  /** Of a variant, the day from which on what its base became holds, where that is later. */
  readonly dayOfBase?: CalendarDay | undefined;
  /** What ends a promise before its days do. */
  readonly lapse?: PromiseEnd | undefined;
}

/** `in force from 2026-01-01 until 2026-06-01`. A draft binds nobody, what is retired did so before, and a period without a day never begins. */
export function daysWords({ status, from, until, was, dayOfBase, lapse }: DaysSaid): string {
  const end = until === undefined ? '' : ` until ${until}`;
  const period = `from ${from}${was === undefined ? '' : ` (was ${was})`}${end}`;
  if (status === 'draft' || status === 'retired') return `would hold ${period}`;
  return isNoDay(from, until) ? `never in force (from ${from}${end} is no day)` : `in force ${period}${dayOfBase === undefined ? '' : `, with what its base became from ${dayOfBase} on`}${lapse === undefined ? '' : lapseWords(lapse)}`;
}

/** A Record is not named: not all who read of a promise may read of it. */
function lapseWords({ day, agreement }: PromiseEnd): string {
  return `, by ${agreement === undefined ? 'its `expires`' : 'the `expires` of its agreement'} no longer from ${day} on`;
}

/** What was released goes on to hold. */
export const putBack = 'put back to draft, which ends nothing';

/**
 * Said of what begins earlier than what was announced before it.
 *
 * @param announced - What begins all the same: `2.0.0 on 2026-06-01`.
 */
export function standsWords(announced: string): string {
  return `does not take back what was announced: ${announced}`;
}
