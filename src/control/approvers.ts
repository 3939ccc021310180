import { behind, ownersOf, roleOf, rolesOfDocument, rolesOfOwner, rolesOfTeam, withThoseAbove, type Approver, type Judges } from '../analysis/approvers.js';
import { groupBy } from '../base/groups.js';
import type { Coordinate } from '../base/diagnostic.js';
import { partsOf, type Change } from '../diff/change.js';
import { documentPartOf, isKind } from '../model/spec.js';
import type { StageModel } from '../model/journey.js';
import type { Workspace } from '../model/workspace.js';
import { dataOwners } from './data-owners.js';
import { movedJourneys, movedPromises } from './moved-journeys.js';
import { judgeOf, type Versions } from './versions.js';

/** True for approvers that follow from what is changed: where a change has none of them, nobody is asked. */
export function isBySubject(symbol: string): boolean {
  return ['stage-owners', 'counterparties', 'data-owner'].includes(symbol);
}

/** The branch judges, and teams that are new speak as well. */
export function judgesOf(versions: Versions): Judges {
  return { judge: judgeOf(versions), after: versions.after };
}

/**
 * Who is meant by a symbolic approver for some changes of one document. The Policy's own `roles` come first; else the owner, the owners
 * of the stages that are touched, or the two sides of a promise speak for themselves: those before and those after the change.
 *
 * @returns Nobody where the Policy maps nobody to it: that is told, and never passed over.
 */
export function approversFor(versions: Versions, symbol: string, subject: Coordinate, changes: readonly Change[]): readonly Approver[] {
  const judges = judgesOf(versions);
  const mapped = judges.judge.policy.value.roles?.[symbol];
  const roles = mapped === undefined ? rolesFor(versions, symbol, subject, changes) : [mapped];
  return [...new Set(roles)].map((role) => behind(judges, role)).map((approver) => (isOfLeavers(versions, subject, approver) ? withThoseAbove(judges, approver) : approver));
}

/** Nobody waits for somebody who has left to agree that he or she is taken out of the team. */
function isOfLeavers({ after }: Versions, subject: Coordinate, { role, people }: Approver): boolean {
  const stays = (id: string): boolean => {
    const [team = '', person] = id.split('/');
    const now = after.find('Team', team);
    return now === undefined || (now.value.people ?? []).some((each) => each.id === person);
  };
  return subject === `team:${role.split('#')[0]!}` && !people.some(({ id }) => stays(id));
}

/** By what the document itself says, and by which parts of it are changed. */
function rolesFor(versions: Versions, symbol: string, subject: Coordinate, changes: readonly Change[]): readonly string[] {
  const judges = judgesOf(versions);
  const touched = teamsOfTouched(versions, symbol, changes).flatMap((team) => roleOf(judges, team, rolesOfTeam));
  return [...rolesOfDocument(judges, workspacesOf(versions), symbol, subject), ...touched];
}

function teamsOfTouched(versions: Versions, symbol: string, changes: readonly Change[]): readonly string[] {
  if (symbol === 'stage-owners') return stageOwners(versions, changes);
  if (symbol === 'counterparties') return handoffSides(versions, changes);
  return symbol === 'data-owner' ? workspacesOf(versions).flatMap((workspace) => dataOwners(workspace, changes)) : [];
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
  const [workspaces, judges] = [workspacesOf(versions), judgesOf(versions)];
  const { roles } = judges.judge.policy.value;
  const owners = movedJourneys(workspaces, subject, all, own).flatMap((spec) => roles?.['journey-owner'] ?? ownersOf(judges, spec).flatMap((team) => roleOf(judges, team, rolesOfOwner)));
  const manager = roles?.['service-level-manager'];
  const isMoved = manager !== undefined && subject.startsWith('calendar:') && workspaces.some((workspace) => movedPromises(workspace, subject, own).length > 0);
  const shared = [{ symbol: 'journey-owner', roles: owners }, { symbol: 'service-level-manager', roles: isMoved ? [manager] : [] }] as const;
  return shared.filter((each) => each.roles.length > 0).map((each) => ({ symbol: each.symbol, approvers: [...new Set(each.roles)].map((role) => behind(judges, role)) }));
}

/** The document before and after, and as it is by now on the branch: whoever starts from an old commit asks the owners of today as well. */
function workspacesOf(versions: Versions): readonly Workspace[] {
  return [...new Set([versions.before, versions.after, judgeOf(versions)])];
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

/** The teams between which something is handed over otherwise. */
function handoffSides({ before, after }: Versions, changes: readonly Change[]): readonly string[] {
  const touched = new Set(changes.flatMap(partsOf).filter(({ kind }) => /^(?:handoff|transition-handed|transition-sla)-/.test(kind)).map(({ subject }) => subject));
  const journeys = [before, after].flatMap((workspace) => [...touched].flatMap((subject) => workspace.journey(documentPartOf(subject).replace('journey:', '')) ?? []));
  const steps = new Set([...touched].map((subject) => subject.split('#')[1]));
  return journeys.flatMap(({ handoffs }) => handoffs.filter(({ transition }) => steps.has(transition.from) || steps.has(transition.to)).flatMap(({ fromTeam, toTeam }) => [fromTeam, toTeam]));
}
