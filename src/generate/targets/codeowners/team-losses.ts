import { rolesOfOwner, wayAbove, type Approver } from '../../../analysis/approvers.js';
import { standingFor, type TeamRole } from '../../../analysis/roles.js';
import type { Path } from '../../../base/json.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { LossHere } from '../../target.js';
import { isNamedByTeam, teamOf, type NamedBy } from './names.js';

/** What of the teams is on the lines. */
interface Shown {
  /** Teams by their names on the code host. */
  readonly handled: ReadonlySet<string>;
  /** `team/person`, of people with logins. */
  readonly people: ReadonlySet<string>;
  /** `team#role`, of roles that lead to such people. */
  readonly roles: ReadonlySet<string>;
  /** Teams that somebody else stands in for, and those on the way there. */
  readonly ways: ReadonlySet<string>;
}

/** Why something is on no line: a `limit` where nothing is missing that anybody could give. */
interface Why {
  readonly reason: string;
  readonly sort?: 'limit';
}

function limit(reason: string): Why {
  return { reason, sort: 'limit' };
}

/** What teams say and the lines do not: each role and each person by itself. */
export function teamLosses(workspace: Workspace, asked: readonly Approver[], names: NamedBy): readonly LossHere[] {
  const approvers = [...new Map(asked.map((approver) => [approver.role, approver])).values()];
  const shown = shownOf(workspace, approvers, names);
  const about = new Set(approvers.map(teamOf));
  return workspace.all('Team').flatMap((team) => lossesOfTeam(workspace, team, shown, about));
}

function shownOf(workspace: Workspace, approvers: readonly Approver[], names: NamedBy): Shown {
  const byPeople = approvers.filter((each) => !isNamedByTeam(workspace, each, names));
  const named = byPeople.filter(({ people }) => people.some(({ handles }) => handles.length > 0));
  const people = new Set(named.flatMap((each) => each.people.filter(({ handles }) => handles.length > 0).map(({ id }) => id)));
  return {
    handled: new Set(approvers.filter((each) => isNamedByTeam(workspace, each, names)).map(teamOf)),
    people,
    roles: new Set(named.flatMap(({ role, standsIn = role }) => leadingTo(people, standingFor(workspace, standsIn)))),
    ways: new Set(named.filter(({ standsIn }) => standsIn !== undefined).flatMap(({ role }) => [...wayAbove({ judge: workspace }, role).teams])),
  };
}

/** Of roles that stand in for one another those up to the last that somebody on a line fills. */
function leadingTo(people: ReadonlySet<string>, chain: readonly TeamRole[]): readonly string[] {
  const last = chain.findLastIndex(({ team, role }) => people.has(`${team.id}/${role.person}`));
  return chain.slice(0, last + 1).map(({ team, role }) => `${team.id}#${role.id}`);
}

function lossesOfTeam(workspace: Workspace, team: Spec<'Team'>, shown: Shown, about: ReadonlySet<string>): readonly LossHere[] {
  const { id, coordinate, value } = team;
  const lost = (field: 'codeHandles' | 'escalatesTo' | 'parent', given: Why): readonly LossHere[] => (Object.hasOwn(value, field) ? [{ subject: coordinate, field, ...given }] : []);
  const why = reasonFor(id, shown, about);
  const isWay = shown.ways.has(id);
  return [
    ...(shown.handled.has(id) ? [] : lost('codeHandles', about.has(id) ? limit('The people who are asked are named by their logins.') : why)),
    ...(isWay ? [] : lost('escalatesTo', why)),
    ...(isWay && value.escalatesTo === undefined ? [] : lost('parent', isWay ? limit('The team turns to whom `escalatesTo` names.') : why)),
    ...entriesLost(team, 'people', (index) => personLost(team, index, shown, why)),
    ...entriesLost(team, 'roles', (index) => roleLost(team, index, shown, why)),
    ...(value.roles ?? []).flatMap((_, index) => partsOfRoleLost(workspace, team, index, shown)),
  ];
}

function reasonFor(id: string, { handled, people, roles }: Shown, about: ReadonlySet<string>): Why {
  if (handled.has(id)) return limit('The team is asked by its `codeHandles`: whoever is in it on the code host is asked, whatever their role. `names: people` asks those who fill the role.');
  if ([...roles].some((role) => role.startsWith(`${id}#`)) || [...people].some((person) => person.startsWith(`${id}/`))) return limit('Somebody with a login fills the role that is asked, so nobody stands in.');
  return about.has(id) ? { reason: 'Nobody of this team who is asked has a name on the code host.' } : limit('Nobody of this team is asked about every change of a file.');
}

/** All of a list in one where none of it is on a line; else each by itself. */
function entriesLost({ coordinate, value }: Spec<'Team'>, field: 'people' | 'roles', whyOf: (index: number) => Why | undefined): readonly LossHere[] {
  const lost = (value[field] ?? []).map((_, index) => whyOf(index));
  const [first] = lost;
  if (first !== undefined && lost.every((why) => why?.reason === first.reason)) return [{ subject: coordinate, field, ...first }];
  return lost.flatMap((why, index) => (why === undefined ? [] : [{ subject: coordinate, field, at: [field, index], ...why }]));
}

function personLost({ id, value }: Spec<'Team'>, index: number, shown: Shown, why: Why): Why | undefined {
  const person = value.people![index]!;
  if (shown.people.has(`${id}/${person.id}`)) return undefined;
  if (!isPartly(id, shown)) return why;
  return (person.handles ?? []).length === 0 ? { reason: `\`${person.id}\` has no login: give \`handles\`.` } : limit(`\`${person.id}\` fills no role that is asked about every change of a file.`);
}

function roleLost({ id, value }: Spec<'Team'>, index: number, shown: Shown, why: Why): Why | undefined {
  const role = value.roles![index]!;
  if (shown.roles.has(`${id}#${role.id}`)) return undefined;
  return isPartly(id, shown) ? limit(`Nobody on a line is asked as \`${role.id}\`.`) : why;
}

/** True where some of the people of a team are on lines. */
function isPartly(id: string, { people }: Shown): boolean {
  return [...people].some((person) => person.startsWith(`${id}/`));
}

/** Of a role that leads to a line: who fills it and has no login, and who would stand in and has none. */
function partsOfRoleLost(workspace: Workspace, { id, coordinate, value }: Spec<'Team'>, index: number, shown: Shown): readonly LossHere[] {
  const { id: name, person, delegate } = value.roles![index]!;
  if (!shown.roles.has(`${id}#${name}`)) return [];
  const at = (field: string): Path => ['roles', index, field];
  const isIdle = delegate !== undefined && leadingTo(shown.people, standingFor(workspace, delegate)).length === 0;
  return [
    ...(person === undefined || shown.people.has(`${id}/${person}`) ? [] : [{ subject: coordinate, field: 'roles.person', at: at('person'), reason: `\`${person}\` has no login: give \`handles\`.` }]),
    ...(isAskedByAnyName(workspace, id, value.roles!, index) ? [{ subject: coordinate, field: 'roles.id', at: at('id'), ...limit('It is asked as the first role of its team, whatever it is called.') }] : []),
    ...(isIdle ? [{ subject: coordinate, field: 'roles.delegate', at: at('delegate'), reason: `Nobody who fills \`${delegate}\` has a login.` }] : []),
  ];
}

/** True for a role that nobody names: its team has no role of the names that are looked for first, or this one alone, and then the first is asked. */
function isAskedByAnyName(workspace: Workspace, team: string, roles: readonly { readonly id: string }[], index: number): boolean {
  if (index > 0 || roles.some(({ id }, other) => other !== index && rolesOfOwner.some((wanted) => wanted === id))) return false;
  const named = [...Object.values(workspace.policy.value.roles ?? {}), ...workspace.all('Team').flatMap(({ value }) => [value.escalatesTo, ...(value.roles ?? []).map(({ delegate }) => delegate)])];
  return !named.includes(`${team}#${roles[index]!.id}`);
}
