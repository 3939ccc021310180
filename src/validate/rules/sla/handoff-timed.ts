import { handoffCoordinate, handoffPlace } from '../../../analysis/handoff-place.js';
import { valueAt, type Path } from '../../../base/json.js';
import type { DerivedHandoff } from '../../../model/handoffs.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument, activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const refund = (says: string): string => activeJourney('refund', 'refund', `      - {id: decide, title: We decide, lane: backstage, next: [{to: pay, hands: [bank-account]${says}}]}
      - {id: pay, title: Money is sent, lane: support, actor: payments, end: success}
`);

/** Work that lies between two teams for as long as it likes. */
export const handoffTimed: Rule = {
  id: 'sla/handoff-timed',
  code: 'SLA-010',
  summary: 'Wherever work changes teams, an agreement says within which time the next team takes it on, or it is written why none is needed.',
  rationale: 'The time between two teams is nobody\'s time. It is where most of a late case was lost, and no team\'s numbers show it.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M3.1'],
  silencedBy: [
    { code: 'REF-001', within: 'spec' },
    { code: 'REF-002', within: 'spec' },
    { code: 'GRF-002', within: 'explained' },
    { code: 'GRF-009', within: 'explained' },
    { code: 'GRF-010', within: 'name' },
  ],
  examples: {
    valid: [
      { title: 'The teams have agreed on a time', files: { 'journey.yaml': refund(', sla: take-on'), 'sla.yaml': activeDocument('Sla', 'take-on', 'type: ola\nprovider: payments\nconsumer: claims\n') } },
      { title: 'No promise is needed, and it is written why', files: { 'journey.yaml': refund(', sla: none, reason: the payment starts with the decision by itself') } },
    ],
    invalid: [
      {
        title: 'Nothing says how long it may lie there',
        files: { 'journey.yaml': refund('') },
        at: 'pay',
        message: 'Nothing says how long work may lie between `claims` and `payments`, between steps `decide` and `pay`.',
      },
      {
        title: 'No promise, and no reason',
        files: { 'journey.yaml': refund(', sla: none') },
        at: 'none',
        message: 'There is no promise between steps `decide` and `pay`, where work goes from `claims` to `payments`, and no reason why.',
      },
      {
        title: 'A promise to customers is no agreement between teams',
        files: { 'journey.yaml': refund(', sla: money-back'), 'sla.yaml': activeDocument('Sla', 'money-back', 'type: sla\nprovider: claims\nconsumer: customer\n') },
        at: 'money-back',
        message: 'SLA `money-back` is a promise to customers, and no agreement of `claims` and `payments` on the way between steps `decide` and `pay`.',
      },
    ],
  },
  checkJourneys: ({ workspace }) =>
    function* (journey) {
      for (const handoff of journey.handoffs) {
        const finding = judge(workspace, journey, handoff);
        if (finding !== undefined) yield finding;
      }
    },
};

function judge(workspace: Workspace, journey: JourneyModel, handoff: DerivedHandoff): Finding | undefined {
  const { sla, reason } = handoff;
  if (sla === undefined) return untimed(journey, handoff);
  if (sla === 'none') return reason === undefined ? withoutReason(journey, handoff) : undefined;
  return workspace.find('Sla', sla)?.value.type === 'sla' ? wrongSort(journey, handoff) : undefined;
}

/** Of a handoff that says nothing at all, it is told only that. */
function untimed(journey: JourneyModel, handoff: DerivedHandoff): Finding {
  const { from, to, fromTeam, toTeam } = handoff;
  return {
    at: { spec: journey.spec, path: handoffPlace(journey, handoff) },
    ...(handoff.hands === undefined ? { names: [handoffCoordinate(journey, handoff)] } : {}),
    message: `Nothing says how long work may lie between \`${fromTeam}\` and \`${toTeam}\`, between steps \`${from.id}\` and \`${to.id}\`.`,
    hint: `${whereToWrite(handoff)} If no time is needed, write \`sla: none\` with a \`reason\`.`,
  };
}

function whereToWrite({ from, to, isEntry, transition }: DerivedHandoff): string {
  const ola = '`sla:` with the id of the agreement of the two teams';
  if (isEntry || (transition.kind === 'next' && Object.keys(transition.edge).length > 0)) return `Add ${ola} here.`;
  return transition.kind === 'next'
    ? `Write \`next: [{to: ${to.id}, sla: ...}]\` at step \`${from.id}\`: ${ola}.`
    : `Add an entry to the journey's \`handoffs\`, \`{from: ${from.id}, to: ${to.id}, sla: ...}\`: ${ola}.`;
}

function withoutReason(journey: JourneyModel, handoff: DerivedHandoff): Finding {
  const { from, to, fromTeam, toTeam } = handoff;
  return {
    at: { spec: journey.spec, path: slaPlace(journey, handoff) },
    message: `There is no promise between steps \`${from.id}\` and \`${to.id}\`, where work goes from \`${fromTeam}\` to \`${toTeam}\`, and no reason why.`,
    hint: 'Add `reason:` with why no time has to be agreed on, or name the agreement in `sla`.',
  };
}

function wrongSort(journey: JourneyModel, handoff: DerivedHandoff): Finding {
  const { from, to, fromTeam, toTeam, sla } = handoff;
  return {
    at: { spec: journey.spec, path: slaPlace(journey, handoff) },
    message: `SLA \`${sla}\` is a promise to customers, and no agreement of \`${fromTeam}\` and \`${toTeam}\` on the way between steps \`${from.id}\` and \`${to.id}\`.`,
    hint: 'Name here an agreement of type `ola` or `contract`; a promise to customers stands in `slas` of the journey.',
  };
}

/** Where the promise is named: in the entry, or on the way where the entry leaves it out. */
function slaPlace({ spec }: JourneyModel, { path, transition }: DerivedHandoff): Path {
  const own = [...path, 'sla'];
  return valueAt(spec.value, own) === undefined ? [...transition.path, 'sla'] : own;
}
