/** Exact amounts as people read them: shares in percent and seconds of a calendar in hours. No number is rounded. */
import { percentText } from './exact.js';

/** A share in whole millionths as percent: 980,000 is `98 %`, 999,500 is `99.95 %`. */
export function percentWords(millionths: number): string {
  return `${percentText(millionths)} %`;
}

/**
 * Whole seconds in hours, minutes and seconds: `78 h`, `8 h 45 min`. Never in days: how long a day is, only its calendar knows.
 */
export function hourWords(seconds: number): string {
  const [sign, size] = [seconds < 0 ? '-' : '', Math.abs(seconds)];
  const parts = [unit(Math.floor(size / 3600), 'h'), unit(Math.floor((size % 3600) / 60), 'min'), unit(size % 60, 's')].filter((part) => part !== '');
  return `${sign}${parts.join(' ') || '0 h'}`;
}

function unit(n: number, name: string): string {
  return n === 0 ? '' : `${n} ${name}`;
}
