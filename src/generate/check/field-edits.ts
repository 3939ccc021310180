import { parseDuration } from '../../base/duration.js';
import { isArray, isObject, sameJson, valueAt, withValueAt, type JsonObject, type JsonValue, type Path } from '../../base/json.js';
import { complaintsAbout } from '../../load/check-schema.js';
import type { Document } from '../../load/document.js';
import type { Workspace } from '../../model/workspace.js';
import type { KindName } from '../../schema/generated/language-table.js';
import type { TypeExpression } from '../../schema/language.js';
import { samplesOf } from '../../schema/sample-values.js';
import { placeAt, type Place } from '../../schema/type-at.js';
import { namesIn, type NamesOf } from './names-in.js';

/** One value of one document written otherwise, or one more entry of a list. */
export interface FieldEdit {
  /** `Step.title` */
  readonly field: string;
  readonly path: Path;
  readonly before: Document;
  readonly after: Document;
  /** Of one more entry: where its values are. */
  readonly added?: readonly Path[];
}

/**
 * Other values for each place of each document, where the form stays sound with them, and one more entry for lists that have but one, because who reads the
 * first entry alone loses the others.
 */
export function fieldEdits(workspace: Workspace): readonly FieldEdit[] {
  return [...otherValues(workspace), ...secondEntries(workspace)];
}

/** Two at the first place of a field, one at others. A field that may hold one thing or another, such as words or a list, counts as several. */
function otherValues(workspace: Workspace): readonly FieldEdit[] {
  const [seen, names] = [new Set<string>(), namesIn(workspace)];
  return workspace.documents.flatMap((document) => leavesOf(document.value).flatMap((path) => {
    const place = placeAt(document.kind ?? '', document.value, path);
    if (place?.field === undefined || (identity.has(place.field) && path.length === 1)) return [];
    const keys = [...fieldsAround(document, path), `${place.shape}.${place.field} ${sortOf(place.type)}`].map((field) => `${document.kind} ${field}`);
    const isSeen = keys.every((key) => seen.has(key));
    const edits = editsAt(document, path, place, names(document)).slice(0, isSeen ? 1 : 2);
    if (edits.length > 0) for (const key of keys) seen.add(key);
    return edits;
  }));
}

function sortOf(type: TypeExpression): string {
  return type.type === 'scalar' ? type.name : type.type;
}

const identity = new Set(['apiVersion', 'kind', 'id']);

/** The fields that a place is in, the outermost first. */
export function fieldsAround({ kind, value }: Document, path: Path): readonly string[] {
  return [...new Set(path.flatMap((_, end) => {
    const place = placeAt(kind ?? '', value, path.slice(0, end + 1));
    return place?.field === undefined ? [] : [`${place.shape}.${place.field}`];
  }))];
}

function editsAt(document: Document, path: Path, { type, shape, field }: Place, names: NamesOf): readonly FieldEdit[] {
  const edited = othersFor(type, valueAt(document.value, path)!, names).map((value) => ({ ...document, value: withValueAt(document.value, path, value) as JsonObject }));
  return edited.filter(({ kind, value }) => complaintsAbout({ kind: kind as KindName, value }).length === 0).map((after) => ({ field: `${shape}.${field}`, path, before: document, after }));
}

/** Other values of a type, each once: for names others that are declared, because one that leads nowhere may say nothing. */
function othersFor(type: TypeExpression, value: JsonValue, names: NamesOf): readonly JsonValue[] {
  const own = meaningOf(value);
  return [...new Map(valuesFor(type, value, names).map((other) => [meaningOf(other), other])).values()].filter((other) => meaningOf(other) !== own);
}

/** `2d` and `P2D` say the same. */
function meaningOf(value: JsonValue): JsonValue {
  const reading = typeof value === 'string' ? parseDuration(value) : undefined;
  return reading !== undefined && 'duration' in reading ? JSON.stringify(reading.duration) : value;
}

function valuesFor(type: TypeExpression, value: JsonValue, names: NamesOf): readonly JsonValue[] {
  if (type.type === 'word') return type.words;
  if (type.type === 'reference') return names(type.to);
  if (type.type !== 'scalar') return [];
  const declared = names([type.name], []);
  if (declared.length > 0) return declared;
  const near = typeof value === 'number' ? [value + 1, value / 2, value + 2] : typeof value === 'boolean' ? [!value] : [];
  return [...(type.name === 'KpiUnit' ? ['percent', 'count', 'score(1,7)'] : []), ...samplesOf(type.name).values, ...near];
}

/** A second entry at the first list of each field that can take one, wherever no document writes two. */
function secondEntries(workspace: Workspace): readonly FieldEdit[] {
  const [lists, names] = [listsOf(workspace), namesIn(workspace)];
  const known = new Set(lists.filter(({ entries }) => entries.length > 1).map(({ key }) => key));
  return lists.flatMap(({ key, document, path, field, entries }) => {
    const after = known.has(key) || entries.length === 0 ? undefined : withSecond(document, path, entries[0]!, names(document));
    if (after === undefined) return [];
    known.add(key);
    const at = [...path, 1];
    return [{ field, path: at, before: document, after, added: leavesOf(valueAt(after.value, at)!, at) }];
  });
}

interface ListPlace {
  /** The kind of its document and the field. */
  readonly key: string;
  readonly field: string;
  readonly document: Document;
  readonly path: Path;
  readonly entries: readonly JsonValue[];
}

function listsOf({ documents }: Workspace): readonly ListPlace[] {
  return documents.flatMap((document) => arraysOf(document.value).flatMap((path) => {
    const place = placeAt(document.kind ?? '', document.value, path);
    if (place?.field === undefined) return [];
    const field = `${place.shape}.${place.field}`;
    return [{ key: `${document.kind} ${field}`, field, document, path, entries: valueAt(document.value, path) as readonly JsonValue[] }];
  }));
}

/** The document with an entry more, in which as much is said otherwise than in the first as its form allows. */
function withSecond(document: Document, path: Path, first: JsonValue, names: NamesOf): Document | undefined {
  const added = [...path, 1];
  let after = { ...document, value: withValueAt(document.value, path, [first, first]) as JsonObject };
  for (const leaf of leavesOf(first)) {
    const at = [...added, ...leaf];
    const place = placeAt(document.kind ?? '', after.value, at);
    const [other] = place === undefined ? [] : editsAt(after, at, place, names);
    if (other !== undefined) after = other.after as typeof after;
  }
  const isSound = !sameJson(valueAt(after.value, added), first) && complaintsAbout({ kind: document.kind as KindName, value: after.value }).length === 0;
  return isSound ? after : undefined;
}

function arraysOf(value: JsonValue, path: Path = []): readonly Path[] {
  if (isArray(value)) return [path, ...value.flatMap((entry, index) => arraysOf(entry, [...path, index]))];
  return isObject(value) ? Object.entries(value).flatMap(([key, entry]) => arraysOf(entry, [...path, key])) : [];
}

function leavesOf(value: JsonValue, path: Path = []): readonly Path[] {
  if (isArray(value)) return value.flatMap((entry, index) => leavesOf(entry, [...path, index]));
  return isObject(value) ? Object.entries(value).flatMap(([key, entry]) => leavesOf(entry, [...path, key])) : [path];
}
