import type { ObservedTime } from '../../../schema/kinds/step.js';
import type { ObservedDuration } from '../../../schema/vocabulary.js';

/** How long something takes today: `20-60m`, `30-45m of work per case`. */
export function timeWords(time: ObservedDuration | ObservedTime | undefined): string {
  if (time === undefined) return '';
  if (typeof time === 'string') return time;
  return [time.touch === undefined ? '' : `${time.touch} of work`, time.elapsed === undefined ? '' : `${time.elapsed} in all`].filter((part) => part !== '').join(', ');
}
