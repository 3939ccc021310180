import { parseDuration } from '../../base/duration.js';
import { isArray, isObject, valueAt, withValueAt, type JsonObject, type JsonValue, type Path } from '../../base/json.js';
import { complaintsAbout } from '../../load/check-schema.js';
import type { Document } from '../../load/document.js';
import type { Workspace } from '../../model/workspace.js';
import type { KindName } from '../../schema/generated/language-table.js';
import type { TypeExpression } from '../../schema/language.js';
import { samplesOf } from '../../schema/sample-values.js';
import { placeAt, type Place } from '../../schema/type-at.js';
import { namesIn, type NamesOf } from './names-in.js';

/** One value of one document, written otherwise. */
export interface FieldEdit {
  /** `Step.title` */
  readonly field: string;
  readonly path: Path;
  readonly before: Document;
  readonly after: Document;
}

/**
 * Other values for each place of each document, where the form stays sound with them: two at the first place of a field, one at others. A field that may hold
 * one thing or another, such as words or a list, counts as several.
 */
export function fieldEdits(workspace: Workspace): readonly FieldEdit[] {
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

function leavesOf(value: JsonValue, path: Path = []): readonly Path[] {
  if (isArray(value)) return value.flatMap((entry, index) => leavesOf(entry, [...path, index]));
  return isObject(value) ? Object.entries(value).flatMap(([key, entry]) => leavesOf(entry, [...path, key])) : [path];
}
