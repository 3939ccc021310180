import { findRole, type TeamRole } from '../../../analysis/roles.js';
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
  /** Its number among the roles of its team. */
  readonly index: number;
  /** Where messages are written to: its own address, else that of the role that stands in. */
  readonly address: string | undefined;
  /** The role that stands in, where its team does not bind, so that nobody there is written to. */
  readonly unbound: TeamRole | undefined;
}

/** Every role of some teams, and those that are left out: Alertmanager takes no two receivers of one name, so of two with one id the first is told. */
export function receiversOf(workspace: Workspace, teams: readonly Spec<'Team'>[]): { readonly receivers: readonly Receiver[]; readonly losses: readonly LossHere[] } {
  const binding = new Set(teams);
  const all = teams.flatMap((team) => (team.value.roles ?? []).map((role, index): Receiver => {
    const next = standIn(workspace, role);
    return { name: `${team.id}#${role.id}`, team, role, index, address: addressFor(workspace, role, binding), unbound: next === undefined || binding.has(next.team) ? undefined : next };
  }));
  const firsts = new Set(new Map(all.toReversed().map((receiver) => [receiver.name, receiver])).values());
  const doubled = all.filter((receiver) => !firsts.has(receiver));
  return {
    receivers: all.filter((receiver) => firsts.has(receiver)),
    losses: doubled.map(({ name, team, index }) => ({ subject: team.coordinate, field: 'roles', at: ['roles', index], reason: `A role before it has the name \`${name}\` as well, and that one is told: give each a name of its own.` })),
  };
}

/** The first address on the way from a role to those that stand in, as long as their teams bind: who has left is not written to. */
function addressFor(workspace: Workspace, first: Role, binding: ReadonlySet<Spec>): string | undefined {
  const seen = new Set<Role>();
  for (let role: Role | undefined = first; role !== undefined && !seen.has(role); role = boundStandIn(workspace, role, binding)) {
    seen.add(role);
    const found = role.contact === undefined ? undefined : addressOf(role.contact);
    if (found !== undefined) return found;
  }
  return undefined;
}

function boundStandIn(workspace: Workspace, role: Role, binding: ReadonlySet<Spec>): Role | undefined {
  const next = standIn(workspace, role);
  return next === undefined || !binding.has(next.team) ? undefined : next.role;
}

function standIn(workspace: Workspace, { delegate }: Role): TeamRole | undefined {
  return delegate === undefined ? undefined : findRole(workspace, delegate);
}

/** What of the roles messages do not follow, and roles that are told of something and are never reached. */
export function receiverLosses(receivers: readonly Receiver[], told: ReadonlySet<string>): readonly LossHere[] {
  return receivers.flatMap(({ name, team, role, index, address, unbound }): readonly LossHere[] => {
    const lost = (field: 'contact' | 'delegate' | 'person', reason: string): LossHere => ({ subject: team.coordinate, field: `roles.${field}`, at: ['roles', index, field], reason });
    const own = role.contact === undefined ? undefined : addressOf(role.contact);
    return [
      ...(role.contact === undefined || own !== undefined ? [] : [lost('contact', `Alertmanager writes to one address, such as \`mailto:desk@example.org\`, and cannot use that of \`${name}\`.`)]),
      ...(role.delegate === undefined || (own === undefined && address !== undefined) ? [] : [own === undefined ? lost('delegate', whyNoStandIn(name, unbound)) : { ...lost('delegate', `Alertmanager does not know who is away: \`${name}\` is told, and nobody who stands in.`), sort: 'limit' as const }]),
      ...(address !== undefined || !told.has(name) ? [] : [lost('person', `\`${name}\` has to be told and is not reached: give the role a \`contact\` such as \`mailto:desk@example.org\`, or set \`webhook\`.`)]),
    ];
  });
}

function whyNoStandIn(name: string, unbound: TeamRole | undefined): string {
  if (unbound === undefined) return `Whoever stands in for \`${name}\` has no address either.`;
  const { id, status } = unbound.team;
  return `\`${id}#${unbound.role.id}\`, which stands in for \`${name}\`, is not written to, because team \`${id}\` is ${status === 'retired' ? 'retired' : 'a draft'}. Name a role of a team that binds.`;
}
