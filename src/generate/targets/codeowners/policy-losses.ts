import type { Approver } from '../../../analysis/approvers.js';
import { decidingLevel, type AskedAlways } from '../../../analysis/asked-always.js';
import { isListedForWhole, leadsInto } from '../../../analysis/policy-demands.js';
import { groupBy } from '../../../base/groups.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { KindDemand } from '../../../schema/kinds/policy.js';
import type { LossHere } from '../../target.js';
import type { AskedFile, AskedSpec } from './asked-files.js';
import { namesOf, nobodyNamed, type How } from './names.js';
import { singleDemands } from './single-demands.js';

/** What a field of the Policy loses. */
type FieldLost = Omit<LossHere, 'subject'>;

/** What Policies ask and the lines do not. A field may lose two things, and is told once. */
export function policyLosses(workspace: Workspace, files: readonly AskedFile[], how: How): readonly LossHere[] {
  const { spec } = workspace.policy;
  return spec === undefined ? [] : [...lostOfThisPolicy(workspace, spec, files, how), ...workspace.all('Policy').filter((other) => other !== spec).flatMap((other) => lostOfOther(other, spec))];
}

/** A Policy that the workspace does not go by asks nobody. */
function lostOfOther({ coordinate, value }: Spec<'Policy'>, { id }: Spec): readonly LossHere[] {
  const asking = (['roles', 'approvals'] as const).filter((field) => value[field] !== undefined);
  return asking.map((field) => ({ subject: coordinate, field, reason: `The workspace goes by the Policy \`${id}\`, so this one asks nobody.` }));
}

function lostOfThisPolicy(workspace: Workspace, spec: Spec<'Policy'>, files: readonly AskedFile[], how: How): readonly LossHere[] {
  const lost = [...levelsLost(workspace, files.flatMap(({ asked }) => asked)), ...kindsLost(workspace, files), ...unnamedLost(workspace, files, how), ...(how.forge === 'github' ? [...numberLost(workspace), ...allOfLost(workspace, files, how)] : [])];
  return [...groupBy(lost, ({ field, at = [] }) => [field, ...at].join(' ')).values()].map((list): LossHere => {
    const reason = [...new Set(list.map((each) => each.reason))].join(' ');
    const { inPart, sort, ...first } = list[0]!;
    const isInPart = inPart === true && list.every((each) => each.inPart === true);
    const isLimit = sort === 'limit' && list.every((each) => each.sort === 'limit');
    return { ...first, subject: spec.coordinate, reason, ...(isInPart ? { inPart: true } : {}), ...(isLimit ? { sort: 'limit' } : {}) };
  });
}

/** True for a symbol that stands for the owner of a document. */
export function isOwner({ policy }: Workspace, { kind }: Spec, symbol: string): boolean {
  return policy.value.roles?.[symbol] === undefined && (symbol === 'journey-owner' || (symbol === 'data-owner' && kind === 'DataCatalog'));
}

const anybody = 'Anybody is nobody in particular to ask.';

function levelsLost(workspace: Workspace, asked: readonly AskedAlways[]): readonly FieldLost[] {
  const { value } = workspace.policy;
  const lost = (field: string, reason: string): FieldLost => ({ field, reason, sort: 'limit' });
  const symbols = new Set(asked.flatMap((each) => each.symbols));
  const level = decidingLevel(workspace);
  const other = level === 'compatible' ? 'breaking' : 'compatible';
  const roles = Object.keys(value.roles ?? {}).filter((symbol) => !symbols.has(symbol));
  return [
    ...roles.map((symbol) => lost(`roles.${symbol}`, `Whoever is \`${symbol}\` is asked only about some changes, and a code host does not tell changes apart.`)),
    ...(value.approvals?.[other] === undefined ? [] : [lost(`approvals.${other}`, other === 'breaking' ? 'Whom only changes that break ask is not on the lines: a code host does not tell changes apart.' : 'Anybody may agree to these changes; on the lines are those whom changes that break ask.')]),
    ...(['from', 'all'] as const).filter((list) => value.approvals?.[level]?.[list]?.includes('peer') === true).map((list) => lost(`approvals.${level}.${list}`, anybody)),
  ];
}

/** Of entries of the Policy that hold for no document as a whole, and whom others name that are nobody in particular. */
function kindsLost(workspace: Workspace, files: readonly AskedFile[]): readonly FieldLost[] {
  const documents = files.flatMap(({ parts }) => parts);
  return (workspace.policy.value.approvals?.kinds ?? []).flatMap((entry, index) => {
    const lost = (field: 'add' | 'path', why: Pick<FieldLost, 'reason' | 'sort'>, ...entries: readonly number[]): FieldLost => ({ field: `approvals.kinds.${field}`, at: ['approvals', 'kinds', index, field, ...entries], ...why });
    const whole = wholeDocuments(documents, entry);
    if (whole.length > 0) return idleSymbols(entry, whole).map((at) => lost('add', nobodyParticular(entry.add[at]!), at));
    return (entry.path === undefined ? ['add'] as const : ['add', 'path'] as const).map((field) => lost(field, whyAskedNowhere(workspace, entry)));
  });
}

/** The documents about which an entry asks, whatever is changed. */
function wholeDocuments(documents: readonly AskedSpec[], { change, path }: KindDemand): readonly AskedSpec[] {
  return change !== undefined || path === undefined ? [] : documents.filter(({ spec }) => isListedForWhole(path, spec.coordinate));
}

/** Places of symbols that stand for nobody about any of the documents. */
function idleSymbols({ add }: KindDemand, documents: readonly AskedSpec[]): readonly number[] {
  const asking = new Set(documents.flatMap(({ asked }) => asked).flatMap(({ symbols }) => symbols));
  return add.flatMap((symbol, index) => (asking.has(symbol) ? [] : [index]));
}

function nobodyParticular(symbol: string): Pick<FieldLost, 'reason' | 'sort'> {
  return symbol === 'peer' ? { reason: anybody, sort: 'limit' } : { reason: `\`${symbol}\` is nobody for the documents that this is about.` };
}

/** Nothing that is asked about may lie where an entry leads. */
function whyAskedNowhere({ specs }: Workspace, { change, path = '**' }: KindDemand): Pick<FieldLost, 'reason' | 'sort'> {
  const reached = specs.filter(({ coordinate }) => leadsInto(path, coordinate));
  if (reached.length === 0) return { reason: `No document lies at \`${path}\`, so nobody is added.` };
  if (reached.every(({ kind }) => kind === 'Record')) return { reason: `At \`${path}\` lie only Records, and nobody in particular is asked about these.`, sort: 'limit' };
  if (reached.every(({ kind, status }) => kind === 'Record' || status === 'retired')) return { reason: `What lies at \`${path}\` is retired, and has no line.`, sort: 'limit' };
  return { reason: `Whom the Policy adds for \`${change ?? path}\` is asked about some changes of a document, and a code host does not tell changes apart.`, sort: 'limit' };
}

/** Whoever is asked beside the owner and has no name on the code host. */
function unnamedLost(workspace: Workspace, files: readonly AskedFile[], { names }: How): readonly FieldLost[] {
  const roles = Object.entries(workspace.policy.value.roles ?? {});
  const lostBy = ({ symbols, field }: AskedAlways, { role }: Approver): readonly FieldLost[] => {
    const symbol = roles.find(([key, value]) => value === role && symbols.includes(key))?.[0];
    if (symbol !== undefined) return [{ field: `roles.${symbol}`, reason: nobodyNamed(role) }];
    return field === undefined ? [] : [{ field, reason: nobodyNamed(role), inPart: true }];
  };
  const parts = files.flatMap((file) => file.parts);
  return parts.flatMap(({ spec, asked }) => asked.filter(({ symbols }) => !symbols.some((symbol) => isOwner(workspace, spec, symbol))).flatMap((each) => each.approvers.filter((approver) => namesOf(workspace, approver, names).length === 0).flatMap((approver) => lostBy(each, approver))));
}

/** How many of a list have to agree. */
function numberLost(workspace: Workspace): readonly FieldLost[] {
  const level = decidingLevel(workspace);
  const reason = 'On GitHub one of those on a line is enough, however many have to agree.';
  return workspace.policy.value.approvals?.[level]?.any === undefined ? [] : [{ field: `approvals.${level}.any`, reason, sort: 'limit' }];
}

/** Where others on the line of a document could agree in place of those who have to. */
function allOfLost(workspace: Workspace, files: readonly AskedFile[], { names }: How): readonly FieldLost[] {
  const namesIn = (approvers: readonly Approver[]): ReadonlySet<string> => new Set(approvers.flatMap((approver) => namesOf(workspace, approver, names)));
  const fields = files.flatMap(({ parts }) => parts).flatMap(({ asked }) => {
    const all = namesIn(asked.flatMap(({ approvers }) => approvers));
    return singleDemands(asked).filter(({ count, approvers }) => {
      const own = namesIn(approvers);
      return own.size > 0 && (count > 1 || own.size < all.size);
    }).flatMap(({ field }) => field ?? []);
  });
  const reason = 'More than one has to agree. For the code host one of those on the line is enough; `waymark review` waits for each. GitLab can wait as well: set `forge: gitlab`.';
  return [...new Set(fields)].map((field) => ({ field, reason, inPart: true }));
}
