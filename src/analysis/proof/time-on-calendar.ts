import type { BusinessCalendar } from '../business-time/calendar.js';
import { exceeds, worstStart, type Link as Stretch, type Stay } from '../business-time/worst-start.js';
import { secondsOn, type Length } from './longest.js';

/** Whether all paths fit into a time: yes, no with one that does not, or why it is not known. */
export type Fit = { readonly fits: true } | { readonly fits: false; readonly tooLong: Length } | { readonly unknown: 'horizon' | 'size' };

/** Whether the longest paths all fit into so many seconds of a calendar, from whatever start. */
export function fitWithin(calendar: BusinessCalendar, lengths: readonly Length[], seconds: number): Fit {
  for (const length of lengths) {
    const excess = isLonger(calendar, length.chain, seconds);
    if (excess === true) return length.isBound ? { unknown: 'size' } : { fits: false, tooLong: length };
    if (excess !== false) return { unknown: excess };
  }
  return { fits: true };
}

/** Whether a chain of stretches can take longer than so many seconds of a calendar. */
export function isLonger(calendar: BusinessCalendar, chain: readonly Stretch[], seconds: number): boolean | 'horizon' | 'size' {
  const plain = secondsOn(calendar, chain);
  if (plain !== undefined) return plain <= seconds && calendar.latestEnd(calendar.horizon.from, plain) === undefined ? 'horizon' : plain > seconds;
  const excess = exceeds(calendar, chain, seconds);
  if (excess === undefined) return 'horizon';
  return excess === 'too-many' ? 'size' : excess.exceeds;
}

/** The longest that a chain takes on a calendar; the start is absent where every start is as good. */
export function longestOn(calendar: BusinessCalendar, chain: readonly Stretch[]): { readonly seconds: number; readonly start?: number } | undefined {
  const plain = secondsOn(calendar, chain);
  if (plain !== undefined) return { seconds: plain };
  const stay: Stay | undefined | 'too-many' = worstStart(calendar, chain);
  return stay === 'too-many' ? undefined : stay;
}
