/** A bound that a number may reach and may not pass. */
export interface Limit {
  /** As PromQL compares with it: `> 0.1 * 1.000000001`. */
  readonly text: string;
  /** The last number that is borne. */
  readonly bound: number;
  isPassed(value: number): boolean;
}

/**
 * How much further than its bound a number has to be, as a part of the bound: shares are divided in binary fractions, where 11 of 110 are a little more than
 * 0.1, and a promise that is kept must not call anybody. One case of a hundred million is more than this.
 */
const noise = 1e-9;

/** What may not be more. */
export function atMost(bound: number): Limit {
  const factor = 1 + Math.sign(bound) * noise;
  return { text: `> ${textOf(bound, factor)}`, bound: bound * factor, isPassed: (value) => value > bound * factor };
}

/** What may not be less. */
export function atLeast(bound: number): Limit {
  const factor = 1 - Math.sign(bound) * noise;
  return { text: `< ${textOf(bound, factor)}`, bound: bound * factor, isPassed: (value) => value < bound * factor };
}

/** Nothing is a part of zero. */
function textOf(bound: number, factor: number): string {
  return bound === 0 ? '0' : `${bound} * ${factor}`;
}
