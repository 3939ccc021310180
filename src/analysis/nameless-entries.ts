import { isArray, isObject, type JsonValue } from '../base/json.js';
import type { Document } from '../load/document.js';
import type { Workspace } from '../model/workspace.js';
import { nounOf } from '../schema/names.js';

/** Lists whose entries are named from other documents: the field of the name, and what an entry is. */
const lists: { readonly [field: string]: { readonly key: string; readonly noun: string } } = {
  elements: { key: 'id', noun: 'data element' },
  purposes: { key: 'id', noun: 'purpose' },
  classes: { key: 'id', noun: 'data class' },
  statuses: { key: 'code', noun: 'status word' },
  emits: { key: 'event', noun: 'event' },
};

/** How many things of each sort have lost their name, in documents that cannot be used for that. */
export function namelessEntries({ documents }: Workspace): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const document of documents) if (document.problems.length > 0) for (const noun of namelessIn(document)) counts.set(noun, (counts.get(noun) ?? 0) + 1);
  return counts;
}

function namelessIn({ kind, value }: Document): readonly string[] {
  const own = kind !== undefined && value['id'] === undefined ? [nounOf(kind)] : [];
  return [...own, ...namelessBelow(value)];
}

function namelessBelow(value: JsonValue | undefined): readonly string[] {
  if (isArray(value)) return value.flatMap(namelessBelow);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([field, each]) => [...namelessBelow(each), ...(isArray(each) && Object.hasOwn(lists, field) ? namelessOf(each, field) : [])]);
}

function namelessOf(entries: readonly JsonValue[], field: string): readonly string[] {
  const { key, noun } = lists[field]!;
  return entries.flatMap((entry) => (isObject(entry) && entry[key] === undefined ? [noun] : []));
}
