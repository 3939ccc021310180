import type { Approver } from '../../../analysis/approvers.js';
import type { Workspace } from '../../../model/workspace.js';
import { isOfOtherRepository } from '../../other-repositories.js';

/** How a forge is told whom to ask. */
export type NamedBy = 'teams' | 'people';

/** The names of a role on the code host: those of its team where the team has some and they are wanted, else the logins of whoever may speak for it. */
export function namesOf(workspace: Workspace, approver: Approver, by: NamedBy): readonly string[] {
  return isNamedByTeam(workspace, approver, by) ? codeHandlesOf(workspace, teamOf(approver)) : approver.people.flatMap(({ handles }) => handles.map((handle) => `@${handle}`));
}

export function isNamedByTeam(workspace: Workspace, approver: Approver, by: NamedBy): boolean {
  return by === 'teams' && codeHandlesOf(workspace, teamOf(approver)).length > 0;
}

function codeHandlesOf(workspace: Workspace, team: string): readonly string[] {
  return workspace.find('Team', team)?.value.codeHandles ?? [];
}

export function teamOf({ role }: Approver): string {
  return role.split('#')[0]!;
}

/** Why somebody is not on a line who should be. */
export function nobodyNamed(role: string): string {
  if (isOfOtherRepository(role)) return `\`${role}\` stands in another repository, of whose teams no name on the code host is read: name a team of this workspace.`;
  return `Nobody of \`${role}\` has a name on the code host: give the team \`codeHandles\`, or its people \`handles\`.`;
}

/** How lines are written, as far as losses depend on it. */
export interface How {
  readonly forge: 'github' | 'gitlab';
  readonly names: NamedBy;
}
