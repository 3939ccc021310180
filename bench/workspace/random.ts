/** Numbers that look like chance and are the same on every machine. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<Value>(values: readonly Value[]): Value;
  /** So many different ones, in the order of the list. */
  some<Value>(values: readonly Value[], amount: number): readonly Value[];
}

/** The generator known as mulberry32: 32 bits of state are plenty for made-up texts. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    pick: (values) => values[between(0, values.length - 1)]!,
    some(values, amount) {
      const left = [...values.keys()];
      while (left.length > amount) left.splice(between(0, left.length - 1), 1);
      return left.map((index) => values[index]!);
    },
  };
}
