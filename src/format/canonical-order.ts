import { fieldOf, isArray, type JsonValue } from '../base/json.js';
import type { KindName } from '../schema/generated/language-table.js';
import type { TypeExpression } from '../schema/language.js';
import { memberFor, shapeOf } from '../schema/type-at.js';
import { withoutFirstBlank, type DocumentLayout, type Entry, type Layout, type Lines } from './layout.js';

/**
 * Puts the fields of every object into the order in which the language declares them, each with its comments. Keys that
 * the language does not know stay behind them; keys of maps and entries of lists are the author's own order.
 */
export function inCanonicalOrder(document: DocumentLayout, kind: KindName | undefined, value: JsonValue | undefined): DocumentLayout {
  return { ...document, value: ordered(document.value, kind && { type: 'object', shape: kind }, value) };
}

type Type = TypeExpression | undefined;

function ordered(layout: Layout, type: Type, value: JsonValue | undefined): Layout {
  if (layout.form === 'words' || layout.form === 'block-text') return layout;
  const member = type && memberFor(type, value);
  const inner = layout.entries.map((entry, index) => orderedEntry(entry, index, member, value));
  const sorted = member?.type === 'object' ? byRank(inner, Object.keys(shapeOf(member.shape))) : inner;
  const entries = layout.of === 'list' && layout.form === 'block' ? sorted.map(withCommentsAboveDash) : sorted;
  return { ...layout, entries: withoutFirstBlank(entries) };
}

function orderedEntry(entry: Entry, index: number, holder: Type, value: JsonValue | undefined): Entry {
  const inner = entry.name === undefined ? (isArray(value) ? value[index] : undefined) : fieldOf(value, entry.name);
  return { ...entry, value: ordered(entry.value, innerType(entry.name, holder, value), inner) };
}

function innerType(name: string | undefined, holder: Type, value: JsonValue | undefined): Type {
  if (holder?.type === 'list' || holder?.type === 'map') return holder.of;
  if (holder?.type !== 'object' || name === undefined) return undefined;
  if (holder.shape === 'OverlayOperation' && name === 'value') return typeOfOverlayValue(value);
  return shapeOf(holder.shape)[name]?.type;
}

/** The value of an overlay's operation is of the type that stands at its path in a journey. */
function typeOfOverlayValue(operation: JsonValue | undefined): Type {
  let type: Type = { type: 'object', shape: 'Journey' };
  for (const step of String(fieldOf(operation, 'path')).split('.')) type = type && stepInto(type, step);
  return type?.type === 'list' && fieldOf(operation, 'op') === 'add' ? type.of : type;
}

/** After a list comes an id, after anything else a field. */
function stepInto(type: TypeExpression, step: string): Type {
  const members = type.type === 'union' ? type.of : [type];
  for (const member of members) {
    if (member.type === 'list' || member.type === 'map') return member.of;
    const field = member.type === 'object' ? shapeOf(member.shape)[step] : undefined;
    if (field !== undefined) return field.type;
  }
  return undefined;
}

function byRank(entries: readonly Entry[], fields: readonly string[]): readonly Entry[] {
  const ranks = new Map(fields.map((field, rank) => [field, rank]));
  const rank = (entry: Entry): number => ranks.get(entry.name ?? '') ?? fields.length;
  return [...entries].sort((a, b) => rank(a) - rank(b));
}

/** The first line of an entry stands behind its dash, so comments of its first field go above the dash. */
function withCommentsAboveDash(entry: Entry): Entry {
  if (entry.value.form !== 'block') return entry;
  const [first, ...others] = entry.value.entries;
  if (first === undefined || first.above.length === 0) return entry;
  const value = { ...entry.value, entries: [{ ...first, above: [] }, ...others] };
  return { ...entry, above: joined(entry.above, first.above), value };
}

/** An empty line between comments stays; one right above the entry would be new. */
function joined(above: Lines, inner: Lines): Lines {
  const comments = inner.at(-1) === '' ? inner.slice(0, -1) : inner;
  return above.length === 0 && comments[0] === '' ? comments.slice(1) : [...above, ...comments];
}
