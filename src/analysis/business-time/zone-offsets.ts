import { remembering } from '../../base/remembering.js';
import { secondsOfDay, type UnixSeconds } from './calendar.js';

/** A stretch of time in which the clocks of a zone are the same number of seconds ahead of UTC. */
export interface OffsetStretch {
  /** When it begins; `-Infinity` for the first that is looked at. */
  readonly from: UnixSeconds;
  readonly offset: number;
}

/**
 * How far the clocks of a zone are ahead of UTC from one instant to another, as the time zone database of the engine has it;
 * `undefined` when nobody knows the zone. It is remembered: the calendars of a company are mostly of few zones, and known for the same years.
 */
export function offsetStretches(timezone: string, from: UnixSeconds, until: UnixSeconds): readonly OffsetStretch[] | undefined {
  return stretchesOf(timezone)(`${from} ${until}`);
}

const stretchesOf = remembering((timezone: string) => remembering((range: string) => readStretches(timezone, ...(range.split(' ').map(Number) as [UnixSeconds, UnixSeconds]))));

/** So often the clocks are looked at, in seconds: since 1970, no zone has put them forward and back again within less than a week. */
const lookedAtEach = 3 * secondsOfDay;

function readStretches(timezone: string, from: UnixSeconds, until: UnixSeconds): readonly OffsetStretch[] | undefined {
  const clocks = clocksOf(timezone);
  if (clocks === undefined) return undefined;
  let offset = offsetAt(clocks, from);
  const stretches = [{ from: -Infinity, offset }];
  for (let at = from; at < until - 1; ) {
    const next = Math.min(at + lookedAtEach, until - 1);
    const change = offsetAt(clocks, next) === offset ? undefined : firstWithout(offset, clocks, at, next);
    at = change ?? next;
    if (change === undefined) continue;
    offset = offsetAt(clocks, change);
    stretches.push({ from: change, offset });
  }
  return stretches;
}

/** The first second at which the clocks have left an offset, found by halving: they have it at one second and not at another. */
function firstWithout(offset: number, clocks: Intl.DateTimeFormat, having: UnixSeconds, without: UnixSeconds): UnixSeconds {
  let [low, high] = [having, without];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(clocks, middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}

/** The engine throws for a zone that it does not know. */
function clocksOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What stands at the end of a formatted day: `GMT`, `GMT-05:00`, and in zones of long ago `GMT-00:44:30`. */
const written = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

function offsetAt(clocks: Intl.DateTimeFormat, at: UnixSeconds): number {
  const [, sign, hours, minutes, seconds = '0'] = written.exec(clocks.format(at * 1000))!;
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}
