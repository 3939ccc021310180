import { brokenReferences, type BrokenReference } from '../../../analysis/broken-references.js';
import { findRole, vacancy, type TeamRole } from '../../../analysis/roles.js';
import { readReference } from '../../../analysis/written-reference.js';
import { groupBy } from '../../../base/groups.js';
import { Proposals } from '../../../base/proposals.js';
import type { Reference } from '../../../model/references.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { describePlace } from '../../../schema/names.js';
import type { Approvals } from '../../../schema/kinds/policy.js';
import { activeDocument, examplePolicy } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

/** Roles that are relied on exist, and somebody acts in them. */
export const roleFilled: Rule = {
  id: 'reference/role-filled',
  code: 'REF-006',
  summary: 'Every role that is named exists in its team, and one that is relied on has a person or a delegate.',
  rationale: 'An escalation to a role that nobody fills ends in silence, and an approval by nobody is no approval.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M5.2'],
  examples: {
    valid: [
      { title: 'The role has a person', files: { 'sla.yaml': sla('claims#lead') } },
      { title: 'Another role stands in', files: { 'team.yaml': team('{id: lead, delegate: claims#lead}'), 'sla.yaml': sla('cards#lead') } },
    ],
    invalid: [
      {
        title: 'The team has no such role',
        files: { 'sla.yaml': sla('claims#leed') },
        at: 'claims#leed',
        message: 'Team `claims` has no role `leed`, which `escalation` of SLA `answer` names.',
      },
      {
        title: 'A team where one of its roles is needed',
        files: { 'sla.yaml': sla('claims') },
        at: 'claims',
        message: '`escalation` of SLA `answer` names team `claims` and none of its roles.',
      },
      {
        title: 'Nobody acts in the role that is called',
        files: { 'team.yaml': team('{id: lead}'), 'sla.yaml': sla('cards#lead') },
        at: 'lead',
        message: 'Nobody acts in role `lead` of team `cards`, which `escalation` of SLA `answer` relies on.',
      },
      {
        title: 'An approver whom nobody stands behind',
        files: { 'policy.yaml': examplePolicy('approvals:\n  breaking: {all: [journey-owner, compliance]}\n') },
        at: 'compliance',
        message: 'The approver `compliance` stands for no role in policy `default`.',
      },
    ],
  },
  *check({ workspace }) {
    yield* namesNoRole(workspace);
    yield* vacantRoles(workspace);
  },
};

/** Names of roles and approvers that lead nowhere. */
export function* namesNoRole(workspace: Workspace): Iterable<Finding> {
  const proposals = new Proposals();
  for (const broken of brokenReferences(workspace, 'role')) yield unknownRole(workspace, proposals, broken);
  for (const policy of workspace.all('Policy')) yield* unmappedApprovers(policy, proposals);
}

function unknownRole(workspace: Workspace, proposals: Proposals, { reference, others }: BrokenReference): Finding {
  const { from, path, field, text } = reference;
  const { id, inner } = readReference(text);
  const roles = (workspace.find('Team', id)?.value.roles ?? []).map((role) => role.id);
  const [at, place] = [{ spec: from, path }, describePlace(from.kind, from.value, path.slice(0, -1))];
  const related = others.slice(0, 20).map((other) => ({ message: 'It is named here too.', at: { spec: from, path: other.path } }));
  if (inner === undefined) return { at, related, message: `\`${field}\` of ${place} names team \`${id}\` and none of its roles.`, hint: roles[0] === undefined ? `Declare a role under \`roles\` of team \`${id}\`, and write \`${id}#\` with its id.` : `Write the role after it, for example \`${id}#${roles[0]}\`.` };
  return { at, related, cause: `${id}#${inner}`, message: `Team \`${id}\` has no role \`${inner}\`, which \`${field}\` of ${place} names.`, hint: proposals.didYouMean(from.document.source.uri, inner, () => roles) || `Add \`{id: ${inner}, person: ...}\` under \`roles\` of team \`${id}\`.` };
}

/** A role that several documents rely on is told once, where it is declared. */
function* vacantRoles(workspace: Workspace): Iterable<Finding> {
  const relying = groupBy(workspace.precise.filter(isReliedOn), ({ target }) => target);
  for (const references of relying.values()) {
    const found = findRole(workspace, references[0]!.text);
    if (found === undefined || vacancy(workspace, found)?.role !== found.role) continue;
    const inForce = references.filter(({ from }) => isActive(from));
    if (inForce.length > 0) yield vacant(found, inForce);
    else if (isActive(found.team)) for (const own of groupBy(references, ({ from }) => from.coordinate).values()) yield { ...vacant(found, own), owedBy: own[0]!.from };
  }
}

function vacant(found: TeamRole, references: readonly Reference[]): Finding {
  const { from, path, field } = references[0]!;
  return {
    at: { spec: found.team, path: [...found.path, 'id'] },
    from: 'active',
    message: `Nobody acts in role \`${found.role.id}\` of team \`${found.team.id}\`, which \`${field}\` of ${describePlace(from.kind, from.value, path.slice(0, -1))} relies on.`,
    hint: 'Write `person:` with the id of somebody under `people` of the team, or `delegate:` with a role that somebody acts in.',
    related: references.slice(0, 20).map((each) => ({ message: 'It is relied on here.', at: { spec: each.from, path: each.path } })),
  };
}

/** Somebody is called, asked or held to account in the role. Many may do its work, and who wrote a Record may have left since. */
function isReliedOn({ from, target, expected, field, shape }: Reference): boolean {
  if (target === undefined || from.kind === 'Record' || shape === 'AccessGrant' || from.status === 'retired') return false;
  return expected.includes('Role') || (shape === 'Raci' && field === 'accountable' && target.includes('#'));
}

/** Approvers that follow from the change itself. */
const derivedApprovers: readonly string[] = ['peer', 'journey-owner', 'stage-owners', 'counterparties', 'data-owner'];

function* unmappedApprovers(policy: Spec<'Policy'>, proposals: Proposals): Iterable<Finding> {
  const roles = policy.value.roles ?? {};
  const told = new Set<string>([...derivedApprovers, ...Object.keys(roles)]);
  for (const { approver, path } of demandedApprovers(policy.value.approvals ?? {})) {
    if (told.has(approver)) continue;
    told.add(approver);
    const near = proposals.nearest(policy.document.source.uri, approver, () => [...derivedApprovers, ...Object.keys(roles)]);
    yield {
      at: { spec: policy, path: ['approvals', ...path] },
      from: 'active',
      message: `The approver \`${approver}\` stands for no role in policy \`${policy.id}\`.`,
      hint: near === undefined ? `Add it under \`roles\` of the Policy, as \`${approver}: ...\` with the id of a team, \`#\` and the id of one of its roles.` : `Did you mean \`${near}\`?`,
    };
  }
}

function demandedApprovers(approvals: Approvals): readonly { readonly approver: string; readonly path: readonly (string | number)[] }[] {
  const levels = (['editorial', 'compatible', 'breaking', 'regulated'] as const).flatMap((level) =>
    (['all', 'from'] as const).flatMap((list) => (approvals[level]?.[list] ?? []).map((approver, index) => ({ approver, path: [level, list, index] }))),
  );
  const kinds = (approvals.kinds ?? []).flatMap(({ add }, kind) => add.map((approver, index) => ({ approver, path: ['kinds', kind, 'add', index] })));
  return [...levels, ...kinds];
}

function sla(escalation: string): string {
  return activeDocument('Sla', 'answer', `escalation: ${escalation}
`);
}

function team(role: string): string {
  return activeDocument('Team', 'cards', `roles:
  - ${role}
`);
}
