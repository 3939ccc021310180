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
