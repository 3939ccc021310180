import { groupBy } from '../base/groups.js';
import type { Coordinate } from '../base/diagnostic.js';
import type { Change } from '../diff/change.js';
import { documentPartOf, isKind, type Spec } from '../model/spec.js';
import type { StageModel } from '../model/journey.js';
import type { Workspace } from '../model/workspace.js';
import { actingIn } from '../analysis/roles.js';
import { dataOwners } from './data-owners.js';
import { movedJourneys, movedPromises } from './moved-journeys.js';
import { promisesResting } from './resting-promises.js';
import { judgeOf, type Versions } from './versions.js';

/** One who has to agree: a role, and who may speak for it. */
export interface Approver {
  /** `claims-cx#journey-owner`. */
  readonly role: string;
  /** Who fills the role, then who stands in, as the judging teams have it. Empty where nobody does. */
  readonly people: readonly PersonBehind[];
  /** The role that stands in because nobody with a login fills this one: the one to whom its team turns. */
  readonly standsIn?: string;
}

/** A person with the logins that approvals come from. */
export interface PersonBehind {
  /** `claims-cx/a-huber`: people are told apart within their team. */
  readonly id: string;
  readonly handles: readonly string[];
}

/** True for approvers that follow from what is changed: where a change has none of them, nobody is asked. */
export function isBySubject(symbol: string): boolean {
  return ['stage-owners', 'counterparties', 'data-owner'].includes(symbol);
}

/** The role of a team that decides about its journeys, and the one that speaks for it otherwise. */
const rolesOfOwner = ['journey-owner', 'owner', 'lead'] as const;
const rolesOfTeam = ['lead'] as const;

/**
 * Who is meant by a symbolic approver for some changes of one document. The Policy's own `roles` come first; else the owner, the owners
 * of the stages that are touched, or the two sides of a promise speak for themselves: those before and those after the change.
 *
 * @returns Nobody where the Policy maps nobody to it: that is told, and never passed over.
 */
export function approversFor(versions: Versions, symbol: string, subject: Coordinate, changes: readonly Change[]): readonly Approver[] {
  const mapped = judgeOf(versions).policy.value.roles?.[symbol];
  const roles = mapped === undefined ? rolesFor(versions, symbol, subject, changes) : [mapped];
  return [...new Set(roles)].map((role) => behind(versions, role));
}

function rolesFor(versions: Versions, symbol: string, subject: Coordinate, changes: readonly Change[]): readonly string[] {
  const specs = specsAt(versions, subject);
  if (symbol === 'journey-owner') return specs.flatMap((spec) => ownersOf(versions, spec).flatMap((team) => roleOf(versions, team, rolesOfOwner)));
  if (symbol === 'stage-owners') return stageOwners(versions, changes).flatMap((team) => roleOf(versions, team, rolesOfTeam));
  if (symbol === 'counterparties') return [...workspacesOf(versions).flatMap((workspace) => promisesResting(workspace, subject).flatMap(sidesOf)), ...handoffSides(versions, changes)].flatMap((team) => roleOf(versions, team, rolesOfTeam));
  if (symbol === 'data-owner') return [...specs.flatMap(({ kind, owner }) => (kind === 'DataCatalog' ? [owner] : [])), ...workspacesOf(versions).flatMap((workspace) => dataOwners(workspace, changes))].flatMap((team) => roleOf(versions, team, rolesOfTeam));
  return [];
}

/** Who is asked because something moves through a document that others share, whatever the Policy asks of its level. */
export interface Shared {
  readonly symbol: 'journey-owner' | 'service-level-manager';
  readonly approvers: readonly Approver[];
}

/**
 * The owners of journeys that a change moves from outside, and where a calendar moves what is promised, whoever manages promises as the Policy
 * has it. Where nothing moves, nobody.
 *
 * @param all - Every change, with those that follow from others.
 * @param own - The changes of the document.
 */
export function approversOfMoved(versions: Versions, subject: Coordinate, all: readonly Change[], own: readonly Change[]): readonly Shared[] {
  const workspaces = workspacesOf(versions);
  const { roles } = judgeOf(versions).policy.value;
  const owners = movedJourneys(workspaces, subject, all, own).flatMap((spec) => roles?.['journey-owner'] ?? ownersOf(versions, spec).flatMap((team) => roleOf(versions, team, rolesOfOwner)));
  const manager = roles?.['service-level-manager'];
  const isMoved = manager !== undefined && subject.startsWith('calendar:') && workspaces.some((workspace) => movedPromises(workspace, subject, own).length > 0);
  const shared = [{ symbol: 'journey-owner', roles: owners }, { symbol: 'service-level-manager', roles: isMoved ? [manager] : [] }] as const;
  return shared.filter((each) => each.roles.length > 0).map((each) => ({ symbol: each.symbol, approvers: [...new Set(each.roles)].map((role) => behind(versions, role)) }));
}

/** The document before and after, and as it is by now on the branch: whoever starts from an old commit asks the owners of today as well. */
function specsAt(versions: Versions, subject: Coordinate): readonly Spec[] {
  return workspacesOf(versions).flatMap((workspace) => workspace.specAt(subject) ?? []);
}

function workspacesOf(versions: Versions): readonly Workspace[] {
  return [...new Set([versions.before, versions.after, judgeOf(versions)])];
}

/** The settings of a workspace have no owner of their own: whoever answers for the Policy answers for them as well. */
function ownersOf(versions: Versions, { owner }: Spec): readonly string[] {
  return [owner, judgeOf(versions).policy.spec?.owner ?? ''].filter((team) => team !== '').slice(0, 1);
}

/** The first of some roles that a team has. Of a team without roles nobody can agree, and that is told: it is not passed over. */
function roleOf(versions: Versions, team: string, wanted: readonly string[]): readonly string[] {
  const roles = withTeam(versions, team)?.find('Team', team)?.value.roles ?? [];
  const found = wanted.map((id) => roles.find((role) => role.id === id)).find((role) => role !== undefined) ?? roles[0];
  return [`${team}#${found?.id ?? wanted.at(-1)!}`];
}

/** A team that is new has to accept as well, though nothing else is judged by what comes with the change. */
function withTeam(versions: Versions, team: string): Workspace | undefined {
  return [judgeOf(versions), versions.after].find((workspace) => workspace.find('Team', team) !== undefined);
}

/** Owners of the stages in which something has changed, before and after. */
function stageOwners(versions: Versions, changes: readonly Change[]): readonly string[] {
  const touched = [...groupBy(changes, ({ subject }) => subject).keys()];
  return workspacesOf(versions).flatMap((workspace) => touched.flatMap((subject) => stagesAt(workspace, subject).map(({ owner }) => owner)));
}

function stagesAt(workspace: Workspace, subject: Coordinate): readonly StageModel[] {
  const spec = workspace.specAt(documentPartOf(subject));
  const journey = spec === undefined || !isKind(spec, 'Journey') ? undefined : workspace.journey(spec.id);
  const inner = subject.split('#')[1];
  if (journey === undefined || inner === undefined) return [];
  const [name = ''] = inner.replace(/^stages\//, '').split('/');
  const stage = journey.stages.find(({ id }) => id === name);
  return inner.startsWith('stages/') ? (stage === undefined ? [] : [stage]) : journey.step(name) === undefined ? [] : [journey.step(name)!.stage];
}

/** The teams on both sides of a promise. */
function sidesOf({ value }: Spec<'Sla'>): readonly string[] {
  return [value.provider, value.consumer].filter((side) => side !== undefined && side !== 'customer') as readonly string[];
}

/** The teams between which something is handed over otherwise. */
function handoffSides({ before, after }: Versions, changes: readonly Change[]): readonly string[] {
  const touched = new Set(changes.filter(({ kind }) => /^(?:handoff|transition-handed|transition-sla)-/.test(kind)).map(({ subject }) => subject));
  const journeys = [before, after].flatMap((workspace) => [...touched].flatMap((subject) => workspace.journey(documentPartOf(subject).replace('journey:', '')) ?? []));
  const steps = new Set([...touched].map((subject) => subject.split('#')[1]));
  return journeys.flatMap(({ handoffs }) => handoffs.filter(({ transition }) => steps.has(transition.from) || steps.has(transition.to)).flatMap(({ fromTeam, toTeam }) => [fromTeam, toTeam]));
}

/** Who may speak for a role. */
export function behind(versions: Versions, role: string): Approver {
  const workspace = withTeam(versions, role.split('#')[0]!);
  const people = workspace === undefined ? [] : peopleIn(workspace, role);
  const above = people.some(({ handles }) => handles.length > 0) ? undefined : roleAbove(versions, role);
  return above === undefined ? { role, people } : { role, people: peopleIn(judgeOf(versions), above), standsIn: above };
}

function peopleIn(workspace: Workspace, role: string): readonly PersonBehind[] {
  return actingIn(workspace, role).map(({ team, person: { id, handles = [] } }) => ({ id: `${team}/${id}`, handles }));
}

/** The first role above a team that somebody with a login fills: the one to whom it escalates, else the lead of the team that it belongs to. Only the branch says so. */
function roleAbove(versions: Versions, role: string): string | undefined {
  const judge = judgeOf(versions);
  const passed = new Set<string>();
  for (let team = role.split('#')[0]!; !passed.has(team); ) {
    passed.add(team);
    const { escalatesTo, parent } = judge.find('Team', team)?.value ?? {};
    const above = escalatesTo ?? (parent === undefined ? undefined : roleOf(versions, parent, rolesOfTeam)[0]);
    if (above === undefined || peopleIn(judge, above).some(({ handles }) => handles.length > 0)) return above;
    team = above.split('#')[0]!;
  }
  return undefined;
}
