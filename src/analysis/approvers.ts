import type { Coordinate } from '../base/diagnostic.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { promisesResting } from './resting-promises.js';
import { actingIn } from './roles.js';

/** One who has to agree: a role, and who may speak for it. */
export interface Approver {
  /** `claims-cx#journey-owner`. */
  readonly role: string;
  /** Who fills the role, then who stands in, as the judging teams have it. Empty where nobody does. */
  readonly people: readonly PersonBehind[];
  /** The role that stands in because nobody with a login fills this one: the one to whom its team turns. */
  readonly standsIn?: string;
  /** The role that may agree as well because whoever fills this one leaves the team with the change: the one to whom the team turns. */
  readonly onLeaving?: { readonly role: string; readonly people: readonly PersonBehind[] };
}

/** A person with the logins that approvals come from. */
export interface PersonBehind {
  /** `claims-cx/a-huber`: people are told apart within their team. */
  readonly id: string;
  readonly handles: readonly string[];
}

/** Whose teams speak. */
export interface Judges {
  /** Its Policy and its teams decide. */
  readonly judge: Workspace;
  /** Where a team is looked for that `judge` does not have: one that is new has to accept as well. */
  readonly after?: Workspace;
}

/** The role of a team that decides about its documents, and the one that speaks for it otherwise. */
export const rolesOfOwner = ['journey-owner', 'owner', 'lead'] as const;
export const rolesOfTeam = ['lead'] as const;

/**
 * Roles that a symbolic approver stands for by what a document itself says, whatever is changed about it: its owner, the two sides of a promise,
 * who answers for a catalogue of data. The Policy's own `roles` come before these.
 *
 * @param workspaces - Those in which the document is looked at: before and after a change, or the only one there is.
 */
export function rolesOfDocument(judges: Judges, workspaces: readonly Workspace[], symbol: string, subject: Coordinate): readonly string[] {
  const specs = workspaces.flatMap((workspace) => workspace.specAt(subject) ?? []);
  if (symbol === 'journey-owner') return specs.flatMap((spec) => ownersOf(judges, spec).flatMap((team) => roleOf(judges, team, rolesOfOwner)));
  if (symbol === 'counterparties') return workspaces.flatMap((workspace) => promisesResting(workspace, subject).flatMap(sidesOf)).flatMap((team) => roleOf(judges, team, rolesOfTeam));
  if (symbol === 'data-owner') return specs.flatMap(({ kind, owner }) => (kind === 'DataCatalog' ? [owner] : [])).flatMap((team) => roleOf(judges, team, rolesOfTeam));
  return [];
}

/** The settings of a workspace have no owner of their own: whoever answers for the Policy answers for them as well. */
export function ownersOf({ judge }: Judges, { owner }: Spec): readonly string[] {
  return [owner, judge.policy.spec?.owner ?? ''].filter((team) => team !== '').slice(0, 1);
}

/** The first of some roles that a team has. Of a team without roles nobody can agree, and that is told: it is not passed over. */
export function roleOf(judges: Judges, team: string, wanted: readonly string[]): readonly string[] {
  const roles = withTeam(judges, team)?.find('Team', team)?.value.roles ?? [];
  const found = wanted.map((id) => roles.find((role) => role.id === id)).find((role) => role !== undefined) ?? roles[0];
  return [`${team}#${found?.id ?? wanted.at(-1)!}`];
}

/** A team that is new has to accept as well, though nothing else is judged by what comes with the change. */
function withTeam({ judge, after = judge }: Judges, team: string): Workspace | undefined {
  return [judge, after].find((workspace) => workspace.find('Team', team) !== undefined);
}

/** The teams on both sides of a promise. */
function sidesOf({ value }: Spec<'Sla'>): readonly string[] {
  return [value.provider, value.consumer].filter((side) => side !== undefined && side !== 'customer') as readonly string[];
}

/** Who may speak for a role. */
export function behind(judges: Judges, role: string): Approver {
  const workspace = withTeam(judges, role.split('#')[0]!);
  const people = workspace === undefined ? [] : peopleIn(workspace, role);
  const above = people.some(({ handles }) => handles.length > 0) ? undefined : roleAbove(judges, role);
  return above === undefined ? { role, people } : { role, people: peopleIn(judges.judge, above), standsIn: above };
}

/** With the role to which the team turns, for what may not wait for whoever fills this one. */
export function withThoseAbove(judges: Judges, approver: Approver): Approver {
  const above = approver.standsIn === undefined ? roleAbove(judges, approver.role) : undefined;
  if (above === undefined) return approver;
  const people = peopleIn(judges.judge, above);
  return { ...approver, people: [...approver.people, ...people], onLeaving: { role: above, people } };
}

function peopleIn(workspace: Workspace, role: string): readonly PersonBehind[] {
  return actingIn(workspace, role).map(({ team, person: { id, handles = [] } }) => ({ id: `${team}/${id}`, handles }));
}

/** The first role above a team that somebody with a login fills: the one to whom it escalates, else the lead of the team that it belongs to. Only the branch says so. */
function roleAbove(judges: Judges, role: string): string | undefined {
  return wayAbove(judges, role).above;
}

/** The same with the teams on the way there, each of which says to whom it turns. */
export function wayAbove(judges: Judges, role: string): { readonly above?: string; readonly teams: ReadonlySet<string> } {
  const { judge } = judges;
  const passed = new Set<string>();
  for (let team = role.split('#')[0]!; !passed.has(team); ) {
    passed.add(team);
    const { escalatesTo, parent } = judge.find('Team', team)?.value ?? {};
    const above = escalatesTo ?? (parent === undefined ? undefined : roleOf(judges, parent, rolesOfTeam)[0]);
    if (above === undefined) break;
    if (peopleIn(judge, above).some(({ handles }) => handles.length > 0)) return { above, teams: passed };
    team = above.split('#')[0]!;
  }
  return { teams: passed };
}
