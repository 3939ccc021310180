import { stopsWithout } from '../../../analysis/system-use.js';
import type { JourneyModel, StepModel } from '../../../model/journey.js';
import { isOnward } from '../../../model/transitions.js';
import type { Loss, Scenario } from '../../../schema/kinds/journey.js';
import { activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const example = (rest: string): string => activeJourney('lost-card', 'report', rest);

/** A way out of an outage that needs what is out. */
export const fallbackStandsAlone: Rule = {
  id: 'graph/fallback-stands-alone',
  code: 'GRF-012',
  summary: 'What is done when a system or a team is lost, and what the customer is told then, does not need what was lost.',
  rationale: 'In an outage customers want to know what is going on. If the message needs the system that is down, they hear nothing.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M1.5'],
  silencedBy: [{ code: 'REF-001', within: 'spec' }],
  examples: {
    valid: [
      {
        title: 'Without the portal, reports come by phone',
        files: {
          'journey.yaml': example(`      - {id: report, title: Customer reports the loss, lane: customer, channel: app, systems: [portal], onFail: call, next: block}
      - {id: call, title: Agent takes the report, lane: frontstage, channel: phone, systems: [crm]}
      - {id: block, title: We block the card, lane: backstage, end: success}
resilience:
  scenarios: [{id: portal-down, loses: {system: portal}, fallback: {step: call}}]
`),
        },
      },
    ],
    invalid: [
      {
        title: 'The agent types into the portal that is down',
        files: {
          'journey.yaml': example(`      - {id: report, title: Customer reports the loss, lane: customer, channel: app, systems: [portal], onFail: call, next: block}
      - {id: call, title: Agent takes the report, lane: frontstage, channel: phone, systems: [portal]}
      - {id: block, title: We block the card, lane: backstage, end: success}
resilience:
  scenarios: [{id: portal-down, loses: {system: portal}, fallback: {step: call}}]
`),
        },
        at: 'call',
        message: 'Step `call` takes over when `portal` is lost, and needs `portal` itself.',
      },
      {
        title: 'The confirmation is shown in the portal that is down',
        files: {
          'journey.yaml': example(`      - {id: report, title: Customer reports the loss, lane: customer, channel: app, systems: [portal], onFail: call, next: confirm}
      - {id: call, title: Agent takes the report, lane: frontstage, channel: phone, systems: [crm]}
      - {id: confirm, title: We confirm the block, lane: frontstage, type: notify, channel: app, systems: [portal], end: success}
resilience:
  scenarios: [{id: portal-down, loses: {system: portal}, fallback: {step: call}}]
`),
        },
        at: 'call',
        message: 'When `portal` is lost, `call` takes over, and `confirm`, which tells the customer, needs `portal` itself.',
      },
      {
        title: 'The lost team does the work itself',
        files: {
          'journey.yaml': example(`      - {id: call, title: Agent takes the report, lane: frontstage, channel: phone}
      - {id: block, title: We block the card, lane: backstage, end: success}
resilience:
  scenarios: [{id: strike, loses: {team: claims}, fallback: {step: call}}]
`),
        },
        at: 'call',
        message: 'Step `call` takes over when `claims` is lost, and needs `claims` itself.',
      },
    ],
  },
  checkJourneys: () =>
    function* (journey) {
      for (const [index, scenario] of (journey.spec.value.resilience?.scenarios ?? []).entries()) yield* judge(journey, scenario, index);
    },
};

function* judge(journey: JourneyModel, { loses, fallback }: Scenario, index: number): Iterable<Finding> {
  const step = fallback?.step === undefined ? undefined : journey.step(fallback.step);
  const lost = loses?.system ?? loses?.team;
  if (step === undefined || loses === undefined || lost === undefined) return;
  const at = { spec: journey.spec, path: ['resilience', 'scenarios', index, 'fallback', 'step'] };
  const message = messagesAfter(journey, step).find((each) => needs(each, loses) && each.channels.length < 2);
  if (needs(step, loses)) {
    yield { at, message: `Step \`${step.id}\` takes over when \`${lost}\` is lost, and needs \`${lost}\` itself.`, hint: `Name a step that does without \`${lost}\`, or describe the way of working in \`fallback: {text: ...}\`.` };
  } else if (message !== undefined) {
    yield {
      at,
      message: `When \`${lost}\` is lost, \`${step.id}\` takes over, and \`${message.id}\`, which tells the customer, needs \`${lost}\` itself.`,
      hint: `Give \`${message.id}\` a second channel, or say in its \`dependsOn\` what is done without \`${lost}\`.`,
    };
  }
}

/** Messages right after a step: those that the customer gets while the outage lasts. */
function messagesAfter(journey: JourneyModel, { id }: StepModel): readonly StepModel[] {
  return journey.from(id).filter(isOnward).flatMap(({ to }) => journey.step(to) ?? []).filter(({ type }) => type === 'notify');
}

function needs(step: StepModel, { system, team }: Loss): boolean {
  if (system !== undefined) return stopsWithout(step, system);
  return team !== undefined && step.teams.length > 0 && step.teams.every((each) => each === team);
}
