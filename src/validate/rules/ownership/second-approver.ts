import { readReference } from '../../../analysis/written-reference.js';
import type { JourneyModel } from '../../../model/journey.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { ApprovalDemand } from '../../../schema/kinds/policy.js';
import { activeJourney, examplePolicy } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const lostCard = activeJourney('lost-card', 'report', `      - {id: block, title: We block the card, lane: backstage, end: success}
`);

/** A Policy by which those who answer for something approve its weighty changes alone. */
export const secondApprover: Rule = {
  id: 'ownership/second-approver',
  code: 'OWN-004',
  summary: 'Whoever answers for a stage is not the only one who approves its breaking and regulated changes.',
  rationale: 'Who gains from a change should not be the only one to allow it; a second look finds what habit overlooks.',
  severity: 'warning',
  preset: 'regulated',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M5.6'],
  examples: {
    valid: [{ title: 'A second team approves too', files: { 'policy.yaml': policyWith('[journey-owner, compliance]', 'payments#lead'), 'journey.yaml': lostCard } }],
    invalid: [
      {
        title: 'The owner of a journey approves its breaking changes alone',
        files: { 'policy.yaml': policyWith('[journey-owner]', 'payments#lead'), 'journey.yaml': lostCard },
        at: 'journey-owner',
        message: 'Breaking changes are approved by `journey-owner` alone, who also answers for stage `report` of journey `lost-card`.',
      },
      {
        title: 'The second approver is the same role under another name',
        files: { 'policy.yaml': policyWith('[compliance]', 'claims#lead'), 'journey.yaml': lostCard },
        at: 'compliance',
        message: 'Breaking changes are approved by `compliance` alone, who also answers for stage `report` of journey `lost-card`.',
      },
    ],
  },
  *check({ workspace }) {
    const { spec } = workspace.policy;
    if (spec === undefined) return;
    for (const level of ['breaking', 'regulated'] as const) yield* levelFindings(workspace, spec, level);
  },
};

function* levelFindings(workspace: Workspace, policy: Spec<'Policy'>, level: 'breaking' | 'regulated'): Iterable<Finding> {
  const demand = policy.value.approvals?.[level];
  const only = onlyApprover(policy, demand ?? {});
  const answered = only === undefined ? undefined : firstAnswered(workspace, only.role);
  if (only === undefined || answered === undefined) return;
  yield {
    at: { spec: policy, path: ['approvals', level, ...only.path] },
    message: `${level === 'breaking' ? 'Breaking' : 'Regulated'} changes are approved by \`${only.approver}\` alone, who also answers for stage \`${answered.stage}\` of journey \`${answered.journey.id}\`.`,
    hint: `Add somebody who does not answer for it, for example \`${level}: {all: [${only.approver}, compliance]}\`.`,
    related: [{ message: 'This is what the same role answers for.', at: { spec: answered.journey.spec, path: ['owner'] } }],
  };
}

interface OnlyApprover {
  readonly approver: string;
  /** The role behind the approver; the owner of a journey has one in each. */
  readonly role: string;
  readonly path: readonly (string | number)[];
}

/** The one role that all approvers of a level stand for; `undefined` when there are several, or none is asked. */
function onlyApprover({ value }: Spec<'Policy'>, { all = [], from = [] }: ApprovalDemand): OnlyApprover | undefined {
  const listed = [...all.map((approver, index) => ({ approver, path: ['all', index] })), ...from.map((approver, index) => ({ approver, path: ['from', index] }))];
  const roles = new Set(listed.map(({ approver }) => value.roles?.[approver] ?? approver));
  const [first] = listed;
  return first === undefined || roles.size > 1 ? undefined : { ...first, role: [...roles][0]! };
}

/** The first stage of a journey in force for which the role answers. */
function firstAnswered(workspace: Workspace, role: string): { readonly journey: JourneyModel; readonly stage: string } | undefined {
  for (const journey of workspace.journeys.filter(({ spec }) => isActive(spec))) {
    const stage = journey.stages.find(({ accountable }) => accountable.some((each) => isSame(journey, each, role)));
    if (stage !== undefined) return { journey, stage: stage.id };
  }
  return undefined;
}

/** A team answers by its lead, and the owner of a journey by the owning team. */
function isSame({ spec }: JourneyModel, accountable: string, role: string): boolean {
  const { id, inner = 'lead' } = readReference(accountable);
  if (role === 'journey-owner') return id === spec.owner;
  return role === 'stage-owners' || `${id}#${inner}` === role;
}

function policyWith(approvers: string, compliance: string): string {
  return examplePolicy(`roles: {compliance: ${compliance}}
approvals:
  breaking: {all: ${approvers}}
`);
}
