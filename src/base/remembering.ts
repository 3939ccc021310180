/** The same function, which works out each answer once and keeps it for as long as it is kept itself. */
export function remembering<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found!;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}

/** The same function of an object, which works out each answer once and forgets it together with the object. */
export function onceFor<Holder extends object, Value>(compute: (holder: Holder) => Value): (holder: Holder) => Value {
  const known = new WeakMap<Holder, { readonly value: Value }>();
  return (holder) => {
    const found = known.get(holder);
    if (found !== undefined) return found.value;
    const value = compute(holder);
    known.set(holder, { value });
    return value;
  };
}

/**
 * The same function of an object, which keeps its answer for the one that was asked about last. For what several rules ask of
 * one journey before they turn to the next: ten thousand answers would fill the memory for nothing.
 */
export function onceInTurn<Holder extends object, Value>(compute: (holder: Holder) => Value): (holder: Holder) => Value {
  let last: { readonly holder: Holder; readonly value: Value } | undefined;
  return (holder) => {
    if (last?.holder !== holder) last = { holder, value: compute(holder) };
    return last.value;
  };
}
