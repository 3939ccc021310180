/** All cases, in millionths. */
export const allMillionths = 1_000_000;

/**
 * A percent value as whole millionths of the whole: 98.5 is 985,000. It is read from the number's shortest decimal text,
 * which is what stands in the file, because 0.1 + 0.2 is not 0.3 in binary fractions. `undefined` for what is finer than
 * four decimals, below zero or no finite number: rounded, it could no longer be compared exactly.
 */
export function millionths(percent: number): number | undefined {
  return shifted(percent, 4);
}

/** A share of 1 as whole millionths, read in the same way: 0.7 is 700,000. `undefined` for what is finer than six decimals. */
export function shareMillionths(share: number): number | undefined {
  return shifted(share, 6);
}

/** The number with its decimal point moved to the right, as a whole number. */
function shifted(value: number, places: number): number | undefined {
  if (Number.isInteger(value) && value > 0 && value < 1_000_000_000) return value * 10 ** places;
  const [, whole, fraction = ''] = /^(\d{1,9})(?:\.(\d+))?$/.exec(String(value)) ?? [];
  return whole === undefined || fraction.length > places ? undefined : Number(whole) * 10 ** places + Number(fraction.padEnd(places, '0'));
}

/** Millionths as a percent value that people read: 985,000 is `98.5`. */
export function percentText(parts: number): string {
  const size = Math.abs(parts);
  const fraction = String(size % 10_000).padStart(4, '0').replace(/0+$/, '');
  return `${parts < 0 ? '-' : ''}${Math.floor(size / 10_000)}${fraction === '' ? '' : `.${fraction}`}`;
}
