import { calendarLender } from '../../../analysis/calendar-of-promise.js';
import { pointsOf } from '../../../analysis/step-promises.js';
import type { Spec } from '../../../model/spec.js';
import type { GeneratedFile, GeneratorInput } from '../../target.js';
import { yamlDocuments } from '../../text/yaml.js';
import { conditionOf, notificationTargetOf, policyOf, unknownTargetOf, type Burn } from './alerts.js';
import type { Counters } from './counts.js';
import { objectsOf, type Surroundings } from './indicators.js';
import { objectOf, type OpenSloObject } from './objects.js';
import type { Objective } from './objectives.js';
import { providerOf, rolesOf, systemService, teamService, type Parts } from './parts.js';

/** What the settings of the target come to. */
export interface Settings {
  readonly burn: Burn;
  readonly counters: Counters;
  /** How an SLO names the policy of a role. */
  policy(name: string): string | { readonly alertPolicyRef: string };
}

/** All files. Where there is nothing to write, there are none. */
export function filesOf(input: GeneratorInput, parts: Parts, settings: Settings): readonly GeneratedFile[] {
  const file = (path: string, sources: readonly Spec[], objects: readonly OpenSloObject[]): readonly GeneratedFile[] =>
    objects.length === 0 ? [] : [{ path: `${path}.yaml`, sources, content: yamlDocuments(input.provenance(sources).lines, objects) }];
  return [
    ...file('services', [...parts.teams.filter(({ id }) => parts.providers.includes(id)), ...parts.systems.keys()], servicesOf(parts)),
    ...file('alerts', parts.teams, alertsOf(parts, settings.burn)),
    ...[...parts.promises].flatMap(([sla, objectives]) => file(`promises/${sla.id}`, [sla, ...calendarLender(input.workspace, sla.value), ...journeysOf(parts, sla)], promiseObjects(parts, sla, objectives, settings))),
    ...[...parts.systems].flatMap(([system, objectives]) => file(`systems/${system.id}`, [system], systemObjects(parts, system, objectives, settings))),
  ];
}

function servicesOf({ providers, teams, systems, names: { services } }: Parts): readonly OpenSloObject[] {
  return [
    ...providers.map((id) => objectOf('Service', { name: services.get(teamService(id))!, displayName: teams.find((team) => team.id === id)?.value.title }, {})),
    ...[...systems.keys()].map(({ id, value }) => objectOf('Service', { name: services.get(systemService(id))!, displayName: value.title }, {})),
  ];
}

/** Every role of the teams can be told; a policy is there for those that are. */
function alertsOf({ teams, told, names: { roles } }: Parts, burn: Burn): readonly OpenSloObject[] {
  const known = new Set(teams.flatMap(rolesOf));
  return [
    ...(told.length === 0 ? [] : [conditionOf(burn)]),
    ...told.map((role) => policyOf(role, roles)),
    ...teams.flatMap((team) => (team.value.roles ?? []).map((role) => notificationTargetOf(`${team.id}#${role.id}`, roles, team, role))),
    ...told.filter((role) => !known.has(role)).map((role) => unknownTargetOf(role, roles)),
  ];
}

function promiseObjects(parts: Parts, sla: Spec<'Sla'>, objectives: readonly Objective[], settings: Settings): readonly OpenSloObject[] {
  const { title, description, type, metric, owner, consumer, clock } = sla.value;
  const journeys = journeysOf(parts, sla).map(({ id }) => id);
  return objectives.flatMap((objective) => objectsOf(objective, parts.names.slos, settings.counters, {
    title,
    description,
    service: parts.names.services.get(teamService(providerOf(sla)))!,
    labels: { ...(type === undefined ? {} : { type }), ...(metric === undefined ? {} : { metric }), ...(journeys.length === 0 ? {} : { journeys }) },
    annotations: { promise: sla.coordinate, owner, consumer, 'clock-start': listed(clock?.start), 'clock-stop': listed(clock?.stop) },
    alertPolicies: policiesOf(parts, objective, settings),
  }));
}

function systemObjects(parts: Parts, { id, coordinate, value }: Spec<'System'>, objectives: readonly Objective[], settings: Settings): readonly OpenSloObject[] {
  return objectives.flatMap((objective) => objectsOf(objective, parts.names.slos, settings.counters, {
    title: value.title,
    description: undefined,
    service: parts.names.services.get(systemService(id))!,
    labels: 'metric' in objective.counted ? { metric: objective.counted.metric } : {},
    annotations: { system: coordinate },
    alertPolicies: policiesOf(parts, objective, settings),
  }));
}

function policiesOf({ names: { roles } }: Parts, { escalation }: Objective, { policy }: Settings): Surroundings['alertPolicies'] {
  return escalation === undefined ? [] : [policy(roles.get(escalation)!)];
}

function journeysOf({ journeys }: Parts, { id }: Spec<'Sla'>): readonly Spec<'Journey'>[] {
  return journeys.filter(({ value }) => (value.slas ?? []).includes(id));
}

function listed(points: string | readonly string[] | undefined): string | undefined {
  return points === undefined ? undefined : pointsOf(points).join(', ');
}
