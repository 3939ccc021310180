import type { JsonObject, Path } from '../base/json.js';
import { onceFor } from '../base/remembering.js';
import type { Document } from '../load/document.js';
import type { KindName } from '../schema/generated/language-table.js';
import type { Header } from '../schema/kinds/header.js';
import type { Directory } from '../schema/kinds/index.js';
import { coordinateOf, type KindMap, type Spec } from './spec.js';

/** The specs of the sound documents: each document's own, and those that a Directory declares in brief. */
export function readSpecs(documents: readonly Document[]): readonly Spec[] {
  return documents.filter((document) => document.problems.length === 0).flatMap(specsOf);
}

/** A document that stands unchanged in two versions is read once and gives the same specs in both. */
const specsOf = onceFor((document: Document): readonly Spec[] => {
  const spec = ownSpec(document);
  return spec.kind === 'Directory' ? [spec, ...entriesOf(spec as Spec<'Directory'>)] : [spec];
});

function ownSpec(document: Document): Spec {
  const value = document.value as unknown as KindMap[KindName] & Partial<Header>;
  const kind = document.kind!;
  return {
    kind,
    id: value.id,
    coordinate: coordinateOf(kind, value.id),
    value,
    status: value.status ?? 'active',
    owner: value.owner ?? '',
    document,
    origin: (path) => ({ document, path }),
  };
}

type EntryField = 'teams' | 'systems' | 'personas' | 'calendars';

const entryKinds: readonly (readonly [EntryField, KindName])[] = [['teams', 'Team'], ['systems', 'System'], ['personas', 'Persona'], ['calendars', 'Calendar']];

/** Fields of a Directory whose entries are specs of their own. */
export const entryFields: readonly string[] = entryKinds.map(([field]) => field);

function entriesOf(directory: Spec<'Directory'>): readonly Spec[] {
  return entryKinds.flatMap(([field, kind]) => Object.entries(directory.value[field] ?? {}).map(([id, entry]) => entrySpec(directory, kind, [field, id], entry)));
}

function entrySpec(directory: Spec<'Directory'>, kind: KindName, path: Path, entry: string | object): Spec {
  const id = String(path[1]);
  const brief = typeof entry === 'string' ? { title: entry } : (entry as JsonObject);
  const value = { ...inheritedHeader(directory.value), ...brief, kind, id } as unknown as KindMap[KindName] & Header;
  const { document } = directory;
  return {
    kind,
    id,
    coordinate: coordinateOf(kind, id),
    value,
    status: value.status,
    owner: value.owner,
    document,
    directory,
    origin: (inner) => ({ document, path: [...path, ...inner] }),
  };
}

function inheritedHeader({ apiVersion, version, status, effective, owner }: Directory): object {
  return { apiVersion, version, status, owner, ...(effective === undefined ? {} : { effective }) };
}
