import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { stronglyConnected } from './cycles.js';
import { closure } from './reachability.js';
import { readReference } from './written-reference.js';

/** The ways by which a team leads to another: the one that it belongs to, and the one that it calls for help. */
export type TeamLink = 'parent' | 'escalatesTo';

/** The team that a link leads to. */
function linkedTeam(team: Spec<'Team'> | undefined, link: TeamLink): string | undefined {
  const written = team?.value[link];
  return written === undefined ? undefined : readReference(written).id;
}

/** Groups of teams whose links lead in a circle. */
export function circlesOf(workspace: Workspace, link: TeamLink): readonly (readonly Spec<'Team'>[])[] {
  const teams = workspace.all('Team');
  const placeOf = new Map(teams.map((team, index) => [team.id, index]));
  const next = (id: string): readonly string[] => [linkedTeam(workspace.find('Team', id), link)].filter((each) => each !== undefined);
  return stronglyConnected(teams.map(({ id }) => id), next)
    .filter((group) => group.length > 1 || next(group[0]!).includes(group[0]!))
    .map((group) => group.flatMap((id) => placeOf.get(id) ?? []).sort((a, b) => a - b).map((place) => teams[place]!));
}

/** The teams above a team, by belonging and by escalation, itself included. */
export function teamsAbove(workspace: Workspace, id: string): ReadonlySet<string> {
  return closure([id], (each) => {
    const team = workspace.find('Team', each);
    return [linkedTeam(team, 'parent'), linkedTeam(team, 'escalatesTo')].filter((above) => above !== undefined);
  });
}

/** A team and those that it belongs to. */
export function withParents(workspace: Workspace, id: string): ReadonlySet<string> {
  return closure([id], (each) => [linkedTeam(workspace.find('Team', each), 'parent')].filter((parent) => parent !== undefined));
}
