import { setFlagsFromString } from 'node:v8';

/**
 * Sets the engine up for a process that is soon over. Node 20 begins early to compile for speed what then runs too seldom to pay that back,
 * which later versions do not. To be called before the code that does the work is read.
 */
export function suitShortRun(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=600000');
}
