import { isArray, isObject, valueAt, withValueAt, type JsonObject, type JsonValue, type Path } from '../../src/base/json.js';
import { workspaceOf } from '../../src/diff/example-workspace.js';
import { complaintsAbout } from '../../src/load/check-schema.js';
import { scalars, type KindName } from '../../src/schema/generated/language-table.js';
import type { TypeExpression } from '../../src/schema/language.js';
import { placeAt, shapeOf } from '../../src/schema/type-at.js';
import type { Workspace } from '../../src/model/workspace.js';

/** A document of a kind in which every field is written that can stand beside the others. */
export function fullDocument(kind: string): JsonObject {
  return { ...(fullObject(kind, []) as JsonObject), apiVersion: 'waymark/v1', kind, id: 'full', ...('status' in shapeOf(kind) ? { status: 'active', effective: { from: '2020-01-01', until: '2040-01-01' } } : {}) };
}

function fullObject(shape: string, within: readonly string[]): JsonObject {
  const fields = Object.entries(shapeOf(shape)).filter(([field, { notBeside }]) => notBeside === undefined && field !== 'overlay' && field !== 'extends');
  const valued = fields.flatMap(([field, { type, oneOf }]) => {
    const value = fullValue(type, [...within, shape], `some-${shape}-${field}`.toLowerCase());
    return value === undefined ? [] : [{ field, value, oneOf }];
  });
  const chosen = valued.find(({ oneOf }) => oneOf !== undefined);
  return Object.fromEntries(valued.filter((each) => each.oneOf === undefined || each === chosen).map(({ field, value }) => [field, value]));
}

/** `undefined` where a shape would hold itself without end. */
function fullValue(type: TypeExpression, within: readonly string[], name: string): JsonValue | undefined {
  switch (type.type) {
    case 'scalar':
      return exampleOf(type.name);
    case 'reference':
      return name;
    case 'word':
      return type.words[0]!;
    case 'object':
      return within.includes(type.shape) ? undefined : fullObject(type.shape, within);
    case 'list': {
      const entry = fullValue(type.of, within, name);
      return entry === undefined ? undefined : [entry];
    }
    case 'map': {
      const entry = fullValue(type.of, within, name);
      return entry === undefined ? undefined : { 'some-key': entry };
    }
    case 'union':
      return fullValue(type.of.find((member) => member.type === 'object') ?? type.of[0]!, within, name);
  }
}

function exampleOf(name: string): JsonValue {
  const { example, form } = scalars[name]!;
  const first = typeof form.type === 'string' ? form.type : form.type?.[0];
  return first === 'boolean' ? example === 'true' : first === 'number' || first === 'integer' ? Number(example) : example;
}

/** Other values of the form that a value has. */
export function others(type: TypeExpression | undefined, value: JsonValue): readonly JsonValue[] {
  if (type?.type === 'word') return type.words.filter((word) => word !== value);
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + 1, value / 2];
  return ['other-name', '7h', '7-9h', '2025-01-01', '2025-01-01T10:00:00Z', '1.0.1', 'other:name', 'AT', 'fr', 'EUR', 'USD', 'UTC', '09:00-17:00', '22:00-06:00', '50%', '2025-Q1', 'a'.repeat(64), 'STR-001', 'off', 'count', '@other', 'Other name'];
}

export function pathsIn(value: JsonValue, path: Path = []): readonly Path[] {
  const inner = isArray(value) ? value.map((each, index) => [index, each] as const) : isObject(value) ? Object.entries(value) : [];
  return [path, ...inner.flatMap(([key, each]) => pathsIn(each, [...path, key]))];
}

const rootFile = 'apiVersion: waymark/v1\nkind: Workspace\nid: root\ntitle: Root\nnamespace: example.root\n';

export function load(document: JsonValue, beside: { readonly [path: string]: string } = {}): Workspace {
  const isRoot = (document as JsonObject)['kind'] === 'Workspace';
  return workspaceOf(isRoot ? { 'waymark.yaml': JSON.stringify(document) } : { 'waymark.yaml': rootFile, 'document.yaml': JSON.stringify(document), ...beside });
}

export function isSound(kind: string, document: JsonValue): boolean {
  return complaintsAbout({ kind: kind as KindName, value: document as JsonObject }).length === 0 && load(document).documents.every(({ problems }) => problems.length === 0);
}

/** The value at a path as it would be without being written. */
export function isDefault(kind: string, document: JsonValue, path: Path): boolean {
  const declared = placeAt(kind, document, path)?.declared;
  return declared?.default !== undefined && JSON.stringify(declared.default) === JSON.stringify(valueAt(document, path));
}

/** One edit of each value: taken away, and written otherwise, where the form stays sound. */
export function editsOf(kind: string, document: JsonObject): readonly { readonly place: string; readonly edited: JsonValue }[] {
  return pathsIn(document).slice(1).filter(([field]) => field !== 'apiVersion' && field !== 'kind').flatMap((path) => {
    const value = valueAt(document, path)!;
    const gone = withValueAt(document, path, undefined);
    const other = isArray(value) || isObject(value) ? undefined : others(placeAt(kind, document, path)?.type, value).filter((each) => each !== value).map((each) => withValueAt(document, path, each)).find((each) => isSound(kind, each));
    return [...(isDefault(kind, document, path) || !isSound(kind, gone) ? [] : [{ place: `without ${path.join('.')}`, edited: gone }]), ...(other === undefined ? [] : [{ place: path.join('.'), edited: other }])];
  });
}
