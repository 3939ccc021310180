import { findRole } from '../../../analysis/roles.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { Role } from '../../../schema/kinds/team.js';
import type { LossHere } from '../../target.js';
import { addressOf } from '../../text/alertmanager.js';

/** A role that messages go to. */
export interface Receiver {
  /** `claims-ops#lead` */
  readonly name: string;
  readonly team: Spec<'Team'>;
  readonly role: Role;
  /** Where messages are written to: its own address, else that of the role that stands in. */
  readonly address: string | undefined;
}

/** Every role of some teams. Of two with one id the first: Alertmanager takes no two receivers of one name. */
export function receiversOf(workspace: Workspace, teams: readonly Spec<'Team'>[]): readonly Receiver[] {
  const receivers = teams.flatMap((team) => (team.value.roles ?? []).map((role): Receiver => ({ name: `${team.id}#${role.id}`, team, role, address: addressFor(workspace, role) })));
  return [...new Map(receivers.toReversed().map((receiver) => [receiver.name, receiver])).values()].toReversed();
}

/** The first address on the way from a role to those that stand in. */
function addressFor(workspace: Workspace, first: Role): string | undefined {
  const seen = new Set<Role>();
  for (let role: Role | undefined = first; role !== undefined && !seen.has(role); role = role.delegate === undefined ? undefined : findRole(workspace, role.delegate)?.role) {
    seen.add(role);
    const found = role.contact === undefined ? undefined : addressOf(role.contact);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What of the roles messages do not follow, and roles that are told of something and are never reached. */
export function receiverLosses(receivers: readonly Receiver[], told: ReadonlySet<string>): readonly LossHere[] {
  return receivers.flatMap(({ name, team, role, address }): readonly LossHere[] => {
    const lost = (field: string, reason: string): LossHere => ({ subject: team.coordinate, field, reason });
    const own = role.contact === undefined ? undefined : addressOf(role.contact);
    return [
      ...(role.contact === undefined || own !== undefined ? [] : [lost('roles.contact', `Alertmanager writes to one address, such as \`mailto:desk@example.org\`, and cannot use that of \`${name}\`.`)]),
      ...(role.delegate === undefined || (own === undefined && address !== undefined) ? [] : [lost('roles.delegate', own === undefined ? `Whoever stands in for \`${name}\` has no address either.` : `Alertmanager does not know who is away: \`${name}\` is told, and nobody who stands in.`)]),
      ...(address !== undefined || !told.has(name) ? [] : [lost('roles.person', `\`${name}\` has to be told and is not reached: give the role a \`contact\` such as \`mailto:desk@example.org\`, or set \`webhook\`.`)]),
    ];
  });
}
