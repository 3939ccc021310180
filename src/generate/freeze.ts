/** Makes a value of a document unchangeable, all that is in it included: a generator that writes into it stops there. */
export function freeze(value: unknown): void {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
}
