import { isArray, isObject, type JsonObject, type JsonValue } from '../../base/json.js';
import type { LoadedFiles } from '../../load/load-documents.js';

/** The same documents, each time in another order: from the last to the first, and some times by chance that is the same in every run. */
export function inOtherOrders(loaded: LoadedFiles): readonly LoadedFiles[] {
  return [loaded.documents.toReversed(), ...chances().map((chance) => shuffled(loaded.documents, chance))].map((documents) => ({ ...loaded, documents }));
}

/** The same documents with the fields and names in them in other orders, which say nothing. The entries of lists stay where they are. */
export function withOtherKeyOrders(loaded: LoadedFiles): readonly LoadedFiles[] {
  return chances().map((chance) => ({ ...loaded, documents: loaded.documents.map((document) => ({ ...document, value: withShuffledKeys(document.value, chance) as JsonObject })) }));
}

type Chance = () => number;

/** Numbers from 0 to 1, the same from each seed on every machine. */
function chances(): readonly Chance[] {
  return [1, 2, 3].map((seed) => {
    let state = seed;
    // The multiplier and the modulus of Park and Miller.
    return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  });
}

/** Fisher and Yates. */
function shuffled<Entry>(list: readonly Entry[], chance: Chance): readonly Entry[] {
  const mixed = [...list];
  for (let end = mixed.length - 1; end > 0; end--) {
    const other = Math.floor(chance() * (end + 1));
    [mixed[end], mixed[other]] = [mixed[other]!, mixed[end]!];
  }
  return mixed;
}

function withShuffledKeys(value: JsonValue, chance: Chance): JsonValue {
  if (isArray(value)) return value.map((entry) => withShuffledKeys(entry, chance));
  if (!isObject(value)) return value;
  return Object.fromEntries(shuffled(Object.entries(value), chance).map(([name, inner]) => [name, withShuffledKeys(inner, chance)]));
}
