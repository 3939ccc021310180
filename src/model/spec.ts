import type { Coordinate } from '../base/diagnostic.js';
import type { Path } from '../base/json.js';
import type { Document } from '../load/document.js';
import type * as kinds from '../schema/kinds/index.js';
import type { KindName } from '../schema/generated/language-table.js';
import type { Status } from '../schema/kinds/header.js';

/** Every kind with the type of its documents. */
export interface KindMap {
  readonly Calendar: kinds.Calendar;
  readonly DataCatalog: kinds.DataCatalog;
  readonly Directory: kinds.Directory;
  readonly Glossary: kinds.Glossary;
  readonly Journey: kinds.Journey;
  readonly Kpi: kinds.Kpi;
  readonly Persona: kinds.Persona;
  readonly Policy: kinds.Policy;
  readonly Record: kinds.Record;
  readonly Sla: kinds.Sla;
  readonly System: kinds.System;
  readonly Team: kinds.Team;
  readonly Workspace: kinds.Workspace;
}

/** Where a value is written. */
export interface Origin {
  readonly document: Document;
  readonly path: Path;
}

/** One spec of the workspace: a document, an entry of a Directory, or a variant after its overlay. */
export interface Spec<Kind extends KindName = KindName> {
  readonly kind: Kind;
  readonly id: string;
  /** `journey:motor-claim` */
  readonly coordinate: Coordinate;
  /** What it says, with the header of its Directory and the content of its base where those apply. */
  readonly value: KindMap[Kind];
  readonly status: Status;
  /** The owning team's id; empty for kinds that have no owner. */
  readonly owner: string;
  /** The document in which it is written. */
  readonly document: Document;
  /** The Directory that it is declared in. */
  readonly directory?: Spec<'Directory'>;
  /** Of a variant that has the content of its base: that base. */
  readonly base?: Spec<'Journey'>;
  /** Where a value of it is written: for a variant that may be its base. */
  origin(path: Path): Origin;
}

/** `DataCatalog` and `claims-data` become `data-catalog:claims-data`. */
export function coordinateOf(kind: string, id: string): Coordinate {
  return `${kind.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}:${id}`;
}

/** The document of a coordinate: `journey:motor-claim#classify` stands in `journey:motor-claim`. */
export function documentPartOf(coordinate: Coordinate): Coordinate {
  const end = coordinate.indexOf('#');
  return end < 0 ? coordinate : coordinate.slice(0, end);
}

/** True when the spec binds: it owes all that an active document owes. */
export function isActive(spec: Pick<Spec, 'status'>): boolean {
  return spec.status === 'active' || spec.status === 'deprecated';
}

/** True for a journey that is planned: it may bind those who build it, and nothing runs by it yet. */
export function isPlan(spec: Spec): boolean {
  return isKind(spec, 'Journey') && spec.value.perspective === 'to-be';
}

/** True when people and systems work by the spec. */
export function isRunning(spec: Spec): boolean {
  return isActive(spec) && !isPlan(spec);
}

/** True for a document's own spec of one kind. */
export function isKind<Kind extends KindName>(spec: Spec, kind: Kind): spec is Spec<Kind> {
  return spec.kind === kind;
}
