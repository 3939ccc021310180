import { parseDurationRange } from '../base/range.js';
import { formatDuration } from '../base/duration.js';
import { inSeconds, type DayMeaning } from './promised-time.js';
import type { ObservedTime } from '../schema/kinds/step.js';

/** How long something takes today at its worse end. */
export interface LongestObserved {
  /** In words: `2d`, `more than 7d`. */
  readonly words: string;
  readonly seconds: number;
  /** True when it is the time that somebody works on it, and the time that passes is not known. */
  readonly isWork: boolean;
}

/**
 * The worse end of an observed time, where `day` is what one day means. Time that passes counts before time of work, which is
 * never longer. Of an open end only its beginning is known. `undefined` for what is observed per day, or in days of unknown length.
 */
export function longestObserved(time: string | ObservedTime | undefined, day: DayMeaning): LongestObserved | undefined {
  if (time === undefined) return undefined;
  if (typeof time === 'string') return worseEnd(time, day, false);
  if (time.per === 'day') return undefined;
  if (time.elapsed !== undefined) return worseEnd(time.elapsed, day, false);
  return time.touch === undefined ? undefined : worseEnd(time.touch, day, true);
}

function worseEnd(text: string, day: DayMeaning, isWork: boolean): LongestObserved | undefined {
  const reading = parseDurationRange(text);
  if ('problem' in reading) return undefined;
  const { least, most } = reading.range;
  const end = most ?? least;
  const seconds = end === undefined ? undefined : inSeconds(end, text, day);
  return end === undefined || seconds === undefined ? undefined : { words: `${most === undefined ? 'more than ' : ''}${formatDuration(end)}`, seconds, isWork };
}
