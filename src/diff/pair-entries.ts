import { canonicalJson } from '../base/canonical-json.js';
import { addTo } from '../base/groups.js';
import { fieldOf, isObject, type JsonArray, type JsonValue } from '../base/json.js';
import { nameOf } from '../schema/names.js';

/** Which entry of one list is which of the other, by their positions. */
export interface PairedEntries {
  readonly pairs: readonly (readonly [number, number])[];
  readonly added: readonly number[];
  readonly removed: readonly number[];
}

export interface Pairing {
  /** An entry of before with the names of after. */
  now(entry: JsonValue): JsonValue;
  /** What an entry is known by before its name counts. */
  known(entry: JsonValue): string | undefined;
  /** The field that tells one entry from another, where the general ones do not. */
  naming(entry: JsonValue): string | undefined;
  /** Whether entries that nothing joins are the same ones, worded anew. */
  readonly pairsLeftovers: boolean;
}

/** Pairs the entries of two lists: equal ones first, then those of one name, then what is left where that means something. */
export function pairEntries(before: JsonArray, after: JsonArray, { now, known, naming, pairsLeftovers }: Pairing): PairedEntries {
  const today = before.map(now);
  const open: Open = { before: new Set(before.keys()), after: new Set(after.keys()), pairs: [] };
  pairBy(open, today, after, canonicalJson);
  pairBy(open, today, after, (entry) => known(entry) ?? nameOfEntry(entry) ?? naming(entry));
  if (pairsLeftovers) pairInOrder(open);
  return { pairs: open.pairs.sort(([, a], [, b]) => a - b), added: [...open.after], removed: [...open.before] };
}

interface Open {
  readonly before: Set<number>;
  readonly after: Set<number>;
  readonly pairs: (readonly [number, number])[];
}

function pairBy(open: Open, before: JsonArray, after: JsonArray, keyOf: (entry: JsonValue) => string | undefined): void {
  const waiting = new Map<string, number[]>();
  for (const index of open.before) {
    const key = keyOf(before[index]!);
    if (key !== undefined) addTo(waiting, key, index);
  }
  for (const index of open.after) {
    const key = keyOf(after[index]!);
    const was = key === undefined ? undefined : waiting.get(key)?.shift();
    if (was !== undefined) pair(open, was, index);
  }
}

function pair({ before, after, pairs }: Open, was: number, is: number): void {
  before.delete(was);
  after.delete(is);
  pairs.push([was, is]);
}

function pairInOrder(open: Open): void {
  const rest = [...open.after];
  for (const [nth, was] of [...open.before].entries()) {
    const is = rest[nth];
    if (is !== undefined) pair(open, was, is);
  }
}

/** An entry's own name; a passage of work is known by both its ends, and what has none by its text. */
function nameOfEntry(entry: JsonValue): string | undefined {
  if (!isObject(entry)) return typeof entry === 'string' ? entry : undefined;
  const [id, from, to, text] = ['id', 'from', 'to', 'text'].map((field) => fieldOf(entry, field));
  if (typeof id !== 'string' && typeof from === 'string' && typeof to === 'string') return `${from}>${to}`;
  return nameOf(entry) ?? (typeof text === 'string' ? text : undefined);
}
