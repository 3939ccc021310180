import type { Path } from '../base/json.js';
import type { Register } from '../model/registers.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { languageTable } from '../schema/generated/language-table.js';
import { tellsOfEarlier } from './records.js';

/** A name that means something else of the workspace though its field is not declared as a reference: mostly the key of a map. */
export interface UnmarkedReference {
  readonly from: Spec;
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly field: string;
  readonly text: string;
  /** What it should name. */
  readonly noun: string;
  /** Names that are right. */
  readonly known: Register;
}

/** Such names that name nothing. */
export function brokenUnmarkedReferences(workspace: Workspace): readonly UnmarkedReference[] {
  const named = [...policyKeys(workspace), ...glossaryKeys(workspace), ...retentionStarts(workspace), ...measuredValues(workspace)];
  return named.filter(({ text, known }) => !known.has(text) && !workspace.perhapsDeclared(text));
}

/** Kinds of documents as a Policy writes them, and the small journeys, which may have a cycle of their own. */
const reviewedKinds: ReadonlySet<string> = new Set([...languageTable.kinds.filter((kind) => kind !== 'Workspace' && kind !== 'Record').map(keyOfKind), 'micro']);

/** `DataCatalog` is written `data-catalog` in a Policy. */
export function keyOfKind(kind: string): string {
  return kind.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}

function policyKeys(workspace: Workspace): readonly UnmarkedReference[] {
  const classes = new Set(workspace.registers.classRanks.keys());
  return workspace.all('Policy').flatMap((from) => {
    const { cycles, data } = from.value;
    return [
      ...keys(from, ['cycles'], cycles, 'kind of document', reviewedKinds),
      ...keys(from, ['data', 'retentionMax'], data?.retentionMax, 'data class', classes),
      ...Object.entries(data?.retentionMaxByRegion ?? {}).flatMap(([region, periods]) => keys(from, ['data', 'retentionMaxByRegion', region], periods, 'data class', classes)),
    ];
  });
}

function glossaryKeys(workspace: Workspace): readonly UnmarkedReference[] {
  const channels = new Set(workspace.policy.channels.keys());
  const systems = new Set(workspace.all('System').map(({ id }) => id));
  const statuses = [...workspace.registers.statuses.values()];
  return [
    ...workspace.registers.terms.flatMap(({ spec, path, value }) => keys(spec, [...path, 'perChannel'], value.perChannel, 'channel', channels)),
    ...statuses.flatMap(({ spec, path, value }) => keys(spec, [...path, 'perSystem'], value.perSystem, 'system', systems)),
  ];
}

const withoutEvent: readonly string[] = ['collection', 'case-close'];

/** Data may be kept from an event, or from a moment that needs none. */
function retentionStarts({ registers }: Workspace): readonly UnmarkedReference[] {
  const known: Register = { has: (name) => withoutEvent.includes(name) || registers.events.has(name), keys: () => [...registers.events.keys(), ...withoutEvent] };
  return [...registers.elements.values()].flatMap(({ spec, path, value }) => {
    const text = value.retention?.from;
    return text === undefined ? [] : [{ from: spec, path: [...path, 'retention', 'from'], part: 'value', field: 'from', text, noun: 'event', known }];
  });
}

function measuredValues(workspace: Workspace): readonly UnmarkedReference[] {
  const baselines = workspace.all('Record').filter((record) => record.value.values !== undefined && !tellsOfEarlier(workspace, record, undefined));
  const measures = workspace.journeys.flatMap(({ spec }) => (spec.value.measures ?? []).map(({ id }) => id));
  const known = new Set([...workspace.all('Kpi').map(({ id }) => id), ...measures]);
  return baselines.flatMap((from) => keys(from, ['values'], from.value.values, 'KPI or measure', known));
}

function keys(from: Spec, path: Path, map: object | undefined, noun: string, known: Register): readonly UnmarkedReference[] {
  return Object.keys(map ?? {}).map((text) => ({ from, path: [...path, text], part: 'key', field: String(path.at(-1)), text, noun, known }));
}
