import { createRequire } from 'node:module';
import type * as TemporalPolyfill from 'temporal-polyfill';
import { lazy } from '../../base/lazy.js';
import { remembering } from '../../base/remembering.js';
import type { UnixSeconds } from './calendar.js';

/** A stretch of time in which the clocks of a zone are the same number of seconds ahead of UTC. */
export interface OffsetStretch {
  /** When it begins; `-Infinity` for the first that is looked at. */
  readonly from: UnixSeconds;
  readonly offset: number;
}

/** Read when the first calendar is built, which most workspaces never ask for. */
const temporal = lazy(() => (createRequire(import.meta.url)('temporal-polyfill') as typeof TemporalPolyfill).Temporal);

/**
 * How far the clocks of a zone are ahead of UTC from one instant to another; `undefined` when nobody knows the zone. It is remembered:
 * the calendars of a company are mostly of few zones, and known for the same years.
 */
export function offsetStretches(timezone: string, from: UnixSeconds, until: UnixSeconds): readonly OffsetStretch[] | undefined {
  return stretchesOf(timezone)(`${from} ${until}`);
}

const stretchesOf = remembering((timezone: string) => remembering((range: string) => readStretches(timezone, ...(range.split(' ').map(Number) as [UnixSeconds, UnixSeconds]))));

function readStretches(timezone: string, from: UnixSeconds, until: UnixSeconds): readonly OffsetStretch[] | undefined {
  const first = zoned(timezone, from);
  if (first === undefined) return undefined;
  const stretches = [{ from: -Infinity, offset: offsetOf(first) }];
  for (let next = first.getTimeZoneTransition('next'); next !== null && secondsOf(next) < until; next = next.getTimeZoneTransition('next')) {
    stretches.push({ from: secondsOf(next), offset: offsetOf(next) });
  }
  return stretches;
}

type Zoned = TemporalPolyfill.Temporal.ZonedDateTime;

/** The library throws for a zone that it does not know. */
function zoned(timezone: string, at: UnixSeconds): Zoned | undefined {
  try {
    return temporal().Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(timezone);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function secondsOf(at: Zoned): UnixSeconds {
  return at.epochMilliseconds / 1000;
}

function offsetOf(at: Zoned): number {
  return at.offsetNanoseconds / 1_000_000_000;
}
