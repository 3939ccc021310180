import { count, listOf } from '../../../base/words.js';

const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];

/** A length of time in words, `13 months`; what people write in their own short way, `4h`, stays as it is. */
export function lengthWords(text: string): string {
  const amounts = parts.exec(text)?.slice(1) ?? [];
  const told = amounts.flatMap((amount, index) => (amount === undefined ? [] : [count(Number(amount), units[index]!)]));
  return told.length === 0 ? text : listOf(told);
}
