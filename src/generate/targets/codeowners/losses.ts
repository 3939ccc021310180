import type { Approver } from '../../../analysis/approvers.js';
import { askedAlways, decidingLevel, type AskedAlways } from '../../../analysis/asked-always.js';
import { isListedForWhole } from '../../../analysis/policy-demands.js';
import { groupBy } from '../../../base/groups.js';
import { listOf, quoted } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { KindDemand } from '../../../schema/kinds/policy.js';
import type { LossHere } from '../../target.js';
import { patternOf } from '../../text/codeowners.js';
import type { AskedFile } from './asked-files.js';
import { isNamedByTeam, namesOf, teamOf, type NamedBy } from './names.js';

interface How {
  readonly forge: 'github' | 'gitlab';
  readonly names: NamedBy;
}

/** What owners, Policy and teams say and the lines do not. */
export function lossesOf(workspace: Workspace, files: readonly AskedFile[], how: How): readonly LossHere[] {
  const asked = files.flatMap((file) => file.asked);
  const policy = [...policyLost(workspace, asked), ...kindsLost(workspace), ...(how.forge === 'github' ? allOfLost(files) : [])];
  return [...ownersLost(workspace, files, how), ...told(workspace, policy), ...teamsLost(workspace, asked.flatMap(({ approvers }) => approvers), how), ...filesLost(files)];
}

function ownersLost(workspace: Workspace, files: readonly AskedFile[], { names }: How): readonly LossHere[] {
  const specs = new Set(files.flatMap((file) => file.specs));
  return [...specs].filter(({ owner }) => owner !== '').flatMap((spec): readonly LossHere[] => {
    const byOwner = askedAlways(workspace, spec).filter(({ symbols }) => symbols.some((symbol) => isOwner(workspace, spec, symbol)));
    const lost = (reason: string): LossHere => ({ subject: spec.coordinate, field: 'owner', reason });
    if (byOwner.length === 0) return [lost('The Policy asks others than the owner about every change.')];
    const isNamed = byOwner.some(({ approvers }) => approvers.some((approver) => namesOf(workspace, approver, names).length > 0));
    return isNamed ? [] : [lost(`Nobody of \`${spec.owner}\` has a name on the code host: give the team \`codeHandles\`, or its people \`handles\`.`)];
  });
}

function isOwner({ policy }: Workspace, { kind }: Spec, symbol: string): boolean {
  return policy.value.roles?.[symbol] === undefined && (symbol === 'journey-owner' || (symbol === 'data-owner' && kind === 'DataCatalog'));
}

/** What a field of the Policy loses. */
interface FieldLost {
  readonly field: string;
  readonly reason: string;
}

/** A field may lose two things, and is told once. */
function told({ policy: { spec } }: Workspace, lost: readonly FieldLost[]): readonly LossHere[] {
  return spec === undefined ? [] : [...groupBy(lost, ({ field }) => field)].map(([field, list]) => ({ subject: spec.coordinate, field, reason: list.map(({ reason }) => reason).join(' ') }));
}

function policyLost(workspace: Workspace, asked: readonly AskedAlways[]): readonly FieldLost[] {
  const { value } = workspace.policy;
  const lost = (field: string, reason: string): FieldLost => ({ field, reason });
  const symbols = new Set(asked.flatMap((each) => each.symbols));
  const level = decidingLevel(workspace);
  const other = level === 'compatible' ? 'breaking' : 'compatible';
  const roles = Object.keys(value.roles ?? {}).filter((symbol) => !symbols.has(symbol));
  return [
    ...roles.map((symbol) => lost(`roles.${symbol}`, `Whoever is \`${symbol}\` is asked only about some changes, and a code host does not tell changes apart.`)),
    ...(value.approvals?.[other] === undefined ? [] : [lost(`approvals.${other}`, other === 'breaking' ? 'Whom only changes that break ask is not on the lines: a code host does not tell changes apart.' : 'Anybody may agree to these changes; on the lines are those whom changes that break ask.')]),
    ...(value.approvals?.[level]?.from?.includes('peer') === true ? [lost(`approvals.${level}.from`, 'Anybody is nobody in particular to ask.')] : []),
  ];
}

/** Of entries of the Policy that hold for no document as a whole. */
function kindsLost({ policy, specs }: Workspace): readonly FieldLost[] {
  const isForWhole = ({ change, path }: KindDemand): boolean => change === undefined && path !== undefined && specs.some(({ coordinate, kind }) => kind !== 'Record' && isListedForWhole(path, coordinate));
  const partly = (policy.value.approvals?.kinds ?? []).filter((entry) => !isForWhole(entry));
  const names = partly.map(({ change, path }) => `\`${change ?? path ?? ''}\``);
  const reason = `Whom the Policy adds for ${listOf(names)} is asked about some changes of a document, and a code host does not tell changes apart.`;
  return partly.length === 0 ? [] : ['add', ...(partly.some(({ path }) => path !== undefined) ? ['path'] : [])].map((field) => ({ field: `approvals.kinds.${field}`, reason }));
}

/** Where one of several is enough for the forge. It is told at the field of the Policy that asks for the second. */
function allOfLost(files: readonly AskedFile[]): readonly FieldLost[] {
  const fields = new Set(files.flatMap(({ specs, asked }) => (specs.length > 1 ? [] : [asked])).flatMap((asked) => asked.filter((each, index) => index > 0 || (each.count === undefined && each.approvers.length > 1) || (each.count ?? 1) > 1)).flatMap(({ field }) => field ?? []));
  return [...fields].map((field) => ({ field, reason: 'More than one has to agree. All of them are asked, and one of them is enough for the code host; `waymark review` waits for each. GitLab can wait as well: set `forge: gitlab`.' }));
}

const byTeam = ['roles', 'people', 'escalatesTo', 'parent'];

function teamsLost(workspace: Workspace, approvers: readonly Approver[], { names }: How): readonly LossHere[] {
  const handled = new Set(approvers.filter((each) => isNamedByTeam(workspace, each, names)).map(teamOf));
  const byPeople = approvers.filter((each) => !isNamedByTeam(workspace, each, names));
  const peopled = new Set(byPeople.flatMap((each) => [teamOf(each), ...(each.standsIn === undefined ? [] : [each.standsIn.split('#')[0]!]), ...each.people.map(({ id }) => id.split('/')[0]!)]));
  const stoodInFor = new Set(byPeople.filter(({ standsIn }) => standsIn !== undefined).map(teamOf));
  return workspace.all('Team').flatMap(({ id, coordinate, value }) => {
    const lost = (fields: readonly string[], reason: string): readonly LossHere[] => fields.filter((field) => Object.hasOwn(value, field)).map((field) => ({ subject: coordinate, field, reason }));
    if (!handled.has(id) && !peopled.has(id)) return lost([...byTeam, 'codeHandles'], 'Nobody of this team is asked about every change of a file.');
    if (!peopled.has(id)) return lost(byTeam, 'The team is asked by its `codeHandles`: whoever is in it on the code host is asked, whatever their role. `names: people` asks those who fill the role.');
    const vacant = stoodInFor.has(id) ? [] : lost(['escalatesTo', 'parent'], 'Somebody with a login fills the role that is asked, so nobody stands in.');
    return handled.has(id) ? vacant : [...vacant, ...lost(['codeHandles'], 'The people who are asked are named by their logins.')];
  });
}

/** Two files whose names differ only in signs that the forges do not read alike. */
function filesLost(files: readonly AskedFile[]): readonly LossHere[] {
  const shared = files.filter(({ path }) => files.some((other) => other.path !== path && patternOf(other.path) === patternOf(path)));
  return shared.flatMap(({ path, specs }) => specs.map(({ coordinate }) => ({ subject: coordinate, field: 'owner', reason: `No pattern tells \`${path}\` from ${listOf(quoted(shared.filter((other) => other.path !== path && patternOf(other.path) === patternOf(path)).map((other) => other.path)))}: rename one of them.` })));
}
