import { compareText } from '../base/diagnostic.js';
import type { Path } from '../base/json.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Person, Role } from '../schema/kinds/team.js';
import { readReference } from './written-reference.js';

/** A role with the team that has it and where it is written. */
export interface TeamRole {
  readonly team: Spec<'Team'>;
  readonly role: Role;
  readonly path: Path;
}

/** The role that `team#role` names; `undefined` when there is none. */
export function findRole(workspace: Workspace, reference: string): TeamRole | undefined {
  const { id, inner } = readReference(reference);
  const team = workspace.find('Team', id);
  const index = (team?.value.roles ?? []).findIndex((role) => role.id === inner);
  return team === undefined || index < 0 ? undefined : { team, role: team.value.roles![index]!, path: ['roles', index] };
}

/** True when somebody acts in the role: its person, or whoever acts for the role that stands in. */
export function isFilled(workspace: Workspace, asked: TeamRole): boolean {
  return vacancy(workspace, asked) === undefined;
}

/** The role that has to be filled so that somebody acts in this one; `undefined` when somebody does. */
export function vacancy(workspace: Workspace, asked: TeamRole): TeamRole | undefined {
  const chain: TeamRole[] = [];
  for (let current: TeamRole | undefined = asked; current !== undefined; ) {
    const { person, delegate }: Role = current.role;
    if (person !== undefined) return undefined;
    const start = chain.findIndex(({ role }) => role === current!.role);
    if (start >= 0) return firstOf(chain.slice(start));
    chain.push(current);
    current = delegate === undefined ? undefined : findRole(workspace, delegate);
  }
  return chain.at(-1);
}

/** A person with the team that he or she is in. */
export interface TeamPerson {
  readonly team: string;
  readonly person: Person;
}

/** Who fills the role that `team#role` names, then who fills the role that stands in, and so on. In a team that is retired nobody acts any more. */
export function actingIn(workspace: Workspace, reference: string): readonly TeamPerson[] {
  return standingFor(workspace, reference).filter(({ team }) => team.status !== 'retired').flatMap(({ team, role }) => (team.value.people ?? []).filter(({ id }) => id === role.person).map((person) => ({ team: team.id, person })));
}

/** The role that `team#role` names, then the role that stands in, and so on: each once. */
export function standingFor(workspace: Workspace, reference: string): readonly TeamRole[] {
  const found = new Map<Role, TeamRole>();
  for (let at = findRole(workspace, reference); at !== undefined && !found.has(at.role); at = at.role.delegate === undefined ? undefined : findRole(workspace, at.role.delegate)) found.set(at.role, at);
  return [...found.values()];
}

/** Roles that stand in for each other are vacant together, and one of them speaks for all. */
function firstOf(circle: readonly TeamRole[]): TeamRole | undefined {
  return circle.toSorted((a, b) => compareText(`${a.team.id}#${a.role.id}`, `${b.team.id}#${b.role.id}`))[0];
}

/** True when the team has a role that somebody acts in. */
export function hasSomebody(workspace: Workspace, team: Spec<'Team'>): boolean {
  return (team.value.roles ?? []).some((role, index) => isFilled(workspace, { team, role, path: ['roles', index] }));
}
