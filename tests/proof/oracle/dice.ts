/** Chance that is the same for the same seed. */
export interface Dice {
  /** A whole number from 0 and below the bound. */
  below(bound: number): number;
  /** True in so many of a hundred throws. */
  chance(percent: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
}

/** The generator of numbers is Mulberry32. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return { below, chance: (percent) => below(100) < percent, pick: (values) => values[below(values.length)]! };
}
