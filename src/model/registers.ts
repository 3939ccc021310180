import type { Path } from '../base/json.js';
import type { Activity, DataElement, DataEntity, Purpose } from '../schema/kinds/data-catalog.js';
import type { StatusWord, Term } from '../schema/kinds/glossary.js';
import { registerEvents, type EventRegister } from './events.js';
import type { JourneyModel } from './journey.js';
import type { Spec } from './spec.js';

/** Names of one sort that the workspace declares. */
export interface Register {
  /** True when the workspace declares the name. */
  has(name: string): boolean;
  /** All of them. */
  keys(): Iterable<string>;
}

/** Something that is declared inside a spec, with where. */
export interface Entry<Value> {
  readonly id: string;
  readonly value: Value;
  readonly spec: Spec;
  readonly path: Path;
}

/** What the workspace declares inside its documents, by id. The first declaration of an id holds. */
export interface Registers {
  readonly events: EventRegister;
  readonly elements: ReadonlyMap<string, Entry<DataElement>>;
  readonly purposes: ReadonlyMap<string, Entry<Purpose>>;
  readonly activities: readonly Entry<Activity>[];
  readonly entities: readonly Entry<DataEntity>[];
  readonly statuses: ReadonlyMap<string, Entry<StatusWord>>;
  readonly terms: readonly Entry<Term>[];
  /** Ranks of the data classes, the weakest protection first. */
  readonly classRanks: ReadonlyMap<string, number>;
  /** Names of service tiers, with their ranks where they have one. */
  readonly tiers: ReadonlyMap<string, number | undefined>;
}

const defaultClasses: readonly (readonly [string, number])[] = [['public', 0], ['internal', 1], ['confidential', 2], ['restricted', 3], ['special', 4]];

/** Collects every declaration of the specs. */
export function buildRegisters(specs: readonly Spec[], journeys: ReadonlyMap<string, JourneyModel>): Registers {
  const catalogs = specs.filter((spec): spec is Spec<'DataCatalog'> => spec.kind === 'DataCatalog');
  const glossaries = specs.filter((spec): spec is Spec<'Glossary'> => spec.kind === 'Glossary');
  const directories = specs.filter((spec): spec is Spec<'Directory'> => spec.kind === 'Directory');
  const classes = catalogs.flatMap((spec) => (spec.value.classes ?? []).map(({ id, rank }) => [id, rank] as const));
  return {
    events: registerEvents(specs, journeys),
    elements: firstById([...catalogs.flatMap((spec) => entries(spec, spec.value.elements, 'elements')), ...directories.flatMap((spec) => keyedEntries<DataElement>(spec, spec.value.data, 'data'))]),
    purposes: firstById(catalogs.flatMap((spec) => entries(spec, spec.value.purposes, 'purposes'))),
    activities: catalogs.flatMap((spec) => entries(spec, spec.value.activities, 'activities')),
    entities: catalogs.flatMap((spec) => entries(spec, spec.value.entities, 'entities')),
    statuses: firstById(glossaries.flatMap((spec) => (spec.value.statuses ?? []).map((value, index) => ({ id: value.code, value, spec, path: ['statuses', index] })))),
    terms: [...glossaries.flatMap((spec) => entries(spec, spec.value.terms, 'terms')), ...directories.flatMap((spec) => keyedEntries<Term>(spec, spec.value.terms, 'terms'))],
    classRanks: new Map(classes.length > 0 ? classes : defaultClasses),
    tiers: tiersOf(specs),
  };
}

function entries<Value extends { readonly id: string }>(spec: Spec, list: readonly Value[] | undefined, field: string): readonly Entry<Value>[] {
  return (list ?? []).map((value, index) => ({ id: value.id, value, spec, path: [field, index] }));
}

/** Entries of a Directory: the key is the id, and a bare text is the name. */
function keyedEntries<Value>(spec: Spec, map: { readonly [id: string]: unknown } | undefined, field: string): readonly Entry<Value>[] {
  return Object.entries(map ?? {}).map(([id, entry]) => ({
    id,
    value: (typeof entry === 'string' ? { id, title: entry, preferred: entry } : { id, ...(entry as object) }) as Value,
    spec,
    path: [field, id],
  }));
}

function firstById<Value>(list: readonly Entry<Value>[]): ReadonlyMap<string, Entry<Value>> {
  const byId = new Map<string, Entry<Value>>();
  for (const entry of list) if (!byId.has(entry.id)) byId.set(entry.id, entry);
  return byId;
}

function tiersOf(specs: readonly Spec[]): ReadonlyMap<string, number | undefined> {
  const personas = specs.filter((spec): spec is Spec<'Persona'> => spec.kind === 'Persona');
  return new Map(personas.flatMap(({ value }) => (value.tier === undefined ? [] : [[value.tier.name, value.tier.rank] as const])));
}
