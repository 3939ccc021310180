import { isArray, isObject, type JsonObject, type JsonValue } from '../../base/json.js';
import type { Document } from '../../load/document.js';
import type { Workspace } from '../../model/workspace.js';
import { languageTable } from '../../schema/generated/language-table.js';

/** Names that a workspace declares, by what a field refers to; where it declares none, `otherwise`. */
export type NamesOf = (to: readonly string[], otherwise?: readonly string[]) => readonly string[];

const unknown = ['some-name', 'other-name', 'third-name'];

/** What a field of a document can name in a workspace. */
export function namesIn(workspace: Workspace): (document: Document) => NamesOf {
  const declared = namesBySort(workspace);
  return (document) => {
    const own = new Map([...declared, ...ownNames(document)]);
    return (to, otherwise = unknown) => to.map((sort) => own.get(sort)).find((names) => names !== undefined && names.length > 1) ?? otherwise;
  };
}

function namesBySort(workspace: Workspace): ReadonlyMap<string, readonly string[]> {
  const { registers, policy } = workspace;
  const teams = workspace.all('Team').map(({ id }) => id);
  const roles = workspace.all('Team').flatMap(({ id, value }) => (value.roles ?? []).map((role) => `${id}#${role.id}`));
  const events = [...registers.events.told.keys()];
  return new Map<string, readonly string[]>([
    ...languageTable.kinds.map((kind) => [kind, workspace.specs.filter((spec) => spec.kind === kind).map(({ id }) => id)] as const),
    ['Event', events],
    ['ClockPoint', events],
    ['Step', workspace.journeys.flatMap(({ id, steps }) => steps.map((step) => `${id}#${step.id}`))],
    ['Element', [...registers.elements.keys()]],
    ['Purpose', [...registers.purposes.keys()]],
    ['Status', [...registers.statuses.keys()]],
    ['Tier', [...registers.tiers.keys()]],
    ['DataClass', [...registers.classRanks.keys()]],
    ['Channel', [...policy.channels.keys()]],
    ['LifecyclePhase', [...policy.lifecycle]],
    ['Approver', ['journey-owner', 'peer', ...Object.keys(policy.value.roles ?? {})]],
    ['Regime', policy.regimes.map(({ id }) => id)],
    ['RoleRef', roles],
    ['TeamOrRole', roles],
    ['ActorRef', teams],
    ['ConsumerRef', teams],
  ]);
}

/** A journey names its own steps, stages and texts by their ids alone. */
function ownNames({ kind, value }: Document): readonly (readonly [string, readonly string[]])[] {
  if (kind !== 'Journey') return [];
  const stages = entriesOf(value['stages']);
  return [['Step', idsOf(stages.flatMap(({ steps }) => entriesOf(steps)))], ['Stage', idsOf(stages)], ['Disclosure', idsOf(entriesOf(value['disclosures']))]];
}

function entriesOf(value: JsonValue | undefined): readonly JsonObject[] {
  return isArray(value) ? value.filter(isObject) : [];
}

function idsOf(entries: readonly JsonObject[]): readonly string[] {
  return entries.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
}
