import { readReference } from '../../../analysis/written-reference.js';
import type { Spec } from '../../../model/spec.js';
import type { GeneratorInput, LossHere } from '../../target.js';
import { wholeWhereUnwritten } from '../../whole-where-unwritten.js';
import { namesOf, type Names } from '../../text/label-names.js';
import { objectivesOf, systemObjectivesOf, type Objective } from './objectives.js';

/** What the files are written from, read once. */
export interface Parts {
  /** The objectives of each promise and of each system that has any. */
  readonly promises: ReadonlyMap<Spec<'Sla'>, readonly Objective[]>;
  readonly systems: ReadonlyMap<Spec<'System'>, readonly Objective[]>;
  /** Ids of the teams that keep a promise, whether they are known or not. */
  readonly providers: readonly string[];
  /** Those teams, and the teams with a role that is told. */
  readonly teams: readonly Spec<'Team'>[];
  /** Journeys that name a promise that is written. */
  readonly journeys: readonly Spec<'Journey'>[];
  /** Roles that are told, as they are written. */
  readonly told: readonly string[];
  readonly names: { readonly services: Names; readonly slos: Names; readonly roles: Names };
  readonly losses: readonly LossHere[];
}

export function partsOf(input: GeneratorInput): Parts {
  const [slas, systems] = [input.all('Sla').map((spec) => ({ spec, ...objectivesOf(input.workspace, spec) })), input.all('System').map((spec) => ({ spec, ...systemObjectivesOf(spec) }))];
  const [promised, run] = [slas.filter(({ objectives }) => objectives.length > 0), systems.filter(({ objectives }) => objectives.length > 0)];
  const objectives = [...promised, ...run].flatMap((each) => each.objectives);
  const told = sorted(objectives.flatMap(({ escalation }) => escalation ?? []));
  const providers = sorted(promised.map(({ spec }) => providerOf(spec)));
  const involved = new Set([...providers, ...told.map((role) => readReference(role).id)]);
  const teams = input.all('Team').filter(({ id }) => involved.has(id));
  const written = new Set(promised.map(({ spec }) => spec.id));
  return {
    promises: new Map(promised.map((each) => [each.spec, each.objectives])),
    systems: new Map(run.map((each) => [each.spec, each.objectives])),
    providers,
    teams,
    journeys: input.all('Journey').filter(({ value }) => (value.slas ?? []).some((id) => written.has(id))),
    told,
    names: {
      services: namesOf([...providers.map(teamService), ...run.map(({ spec }) => systemService(spec.id))]),
      slos: namesOf(objectives.map(({ key }) => key)),
      roles: namesOf([...told, ...teams.flatMap(rolesOf)]),
    },
    losses: wholeWhereUnwritten([...slas, ...systems].flatMap((each) => each.losses), new Set([...promised, ...run].map(({ spec }) => spec.coordinate))),
  };
}

/** The team that keeps a promise; where nobody says, the one that answers for the document. */
export function providerOf({ value, owner }: Spec<'Sla'>): string {
  return value.provider ?? owner;
}

/** What the name of a service is made from: a team and a system may have one id. */
export function teamService(id: string): string {
  return `team ${id}`;
}

export function systemService(id: string): string {
  return `system ${id}`;
}

/** Roles of a team as others write them. */
export function rolesOf({ id, value }: Spec<'Team'>): readonly string[] {
  return (value.roles ?? []).map((role) => `${id}#${role.id}`);
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}
