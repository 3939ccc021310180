import type { Pause } from '../../schema/kinds/sla.js';
import type { BusinessCalendar } from '../business-time/calendar.js';
import { promisedSeconds } from '../business-time/promised-seconds.js';
import { at, premise } from './premises.js';
import type { Promised } from './promises.js';
import type { Premise } from './verdict.js';

/** A pause of the whole in which the clock of a part stands still as well. */
export interface SharedPause {
  /** The pause of the whole. */
  readonly pause: Pause;
  /** The longest that one run of the part stands still, in seconds of the calendar that both have; absent where nothing limits it. */
  readonly seconds: number | undefined;
}

/** What the pauses of a part cost. */
export interface Pauses {
  /** Time that its clock may stand still while that of the whole goes on. */
  readonly seconds: number;
  readonly shared: readonly SharedPause[];
  readonly premises: readonly Premise[];
}

/** What most parts have. */
export const noPauses: Pauses = { seconds: 0, shared: [], premises: [] };

/** A pause of a part that the whole has as well costs nothing; one that it does not have costs all that it may last. */
export function pausesOf(whole: Promised, calendar: BusinessCalendar, part: Promised, own: BusinessCalendar): Pauses {
  const each = part.pauses.map((pause, index): Pauses => {
    const longest = longestPause(own, pause);
    const same = own === calendar ? whole.pauses.find(({ from, to }) => from === pause.from && to === pause.to && to !== undefined) : undefined;
    if (same !== undefined && isCovered(calendar, same, longest)) return { seconds: 0, shared: [{ pause: same, seconds: longest }], premises: [] };
    return longest === undefined ? { seconds: 0, shared: [], premises: [endlessPremise(whole, part, index)] } : { seconds: longest, shared: [], premises: [] };
  });
  return { seconds: each.reduce((sum, { seconds }) => sum + seconds, 0), shared: each.flatMap(({ shared }) => shared), premises: each.flatMap(({ premises }) => premises) };
}

/** The longest that a pause may last in one run, in seconds of a calendar; nothing where nobody says. */
function longestPause(calendar: BusinessCalendar, { max }: Pause): number | undefined {
  const read = max === undefined ? undefined : promisedSeconds(calendar, max);
  return read !== undefined && 'seconds' in read ? read.seconds : undefined;
}

function isCovered(calendar: BusinessCalendar, whole: Pause, longest: number | undefined): boolean {
  if (whole.max === undefined) return true;
  const most = longestPause(calendar, whole);
  return most !== undefined && longest !== undefined && longest <= most;
}

function endlessPremise(whole: Promised, part: Promised, index: number): Premise {
  const message = `The clock of \`${part.id}\` stands still from \`${part.pauses[index]!.from}\`, and that of \`${whole.id}\` goes on.`;
  return premise('pause', at(part, 'clock', 'pause', index), message, `Limit the pause with \`max\`, or give \`${whole.id}\` the same pause in the same calendar.`);
}

/** How long the parts of a path stand still together in a pause of the whole must not be more than that pause may last in one run. */
export function overdrawnPause(whole: Promised, calendar: BusinessCalendar, pause: Pause, together: number): readonly Premise[] {
  const most = longestPause(calendar, pause);
  if (most === undefined || together <= most) return [];
  const message = `The clocks of the parts of one path may stand still from \`${pause.from}\` for longer together than that of \`${whole.id}\`, which does so for at most ${pause.max!}.`;
  return [premise('pause', at(whole, 'clock', 'pause', whole.pauses.indexOf(pause)), message, `Let the pauses of the parts last shorter, or that of \`${whole.id}\` longer.`)];
}
