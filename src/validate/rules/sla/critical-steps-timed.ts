import { promisesEndingAt } from '../../../analysis/step-promises.js';
import { sentence } from '../../../base/words.js';
import type { JourneyModel, StepModel } from '../../../model/journey.js';
import { activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const critical = (steps: string): string => activeJourney('lost-card', 'block', steps).replace('    title: Block\n', '    title: Block\n    critical: true\n');

/** Approvals and notifications that may take for ever in a stage that costs trust. */
export const criticalStepsTimed: Rule = {
  id: 'sla/critical-steps-timed',
  code: 'SLA-006',
  summary: 'In a critical stage, every approval and every notification has a promise that says how fast it is.',
  rationale: 'A case waits longest where somebody has to sign, and a customer longest for a message that nobody has to send by a certain time.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M3.2', 'S4.M2.4'],
  silencedBy: [{ code: 'GRF-001', within: 'explained' }],
  examples: {
    valid: [
      { title: 'The notification has a promise in place', files: { 'journey.yaml': critical('      - {id: tell, title: We tell the customer, lane: frontstage, type: notify, channel: email, promise: {within: 15m}, end: success}\n') } },
      {
        title: 'A promise runs until the customer is told',
        files: {
          'journey.yaml': critical('      - {id: block, title: We block the card, lane: backstage}\n      - {id: tell, title: We tell the customer, lane: frontstage, type: notify, channel: email, end: success}\n'),
          'sla.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: told\ntitle: Told\nversion: 1.0.0\nstatus: active\nowner: claims\nclock: {start: lost-card#block, stop: lost-card#tell}\ntargets: [{within: 1h}]\n',
        },
      },
      {
        title: 'A reminder has its time from the timer',
        files: {
          'journey.yaml': critical(`      - {id: wait, title: Customer answers, lane: customer, channel: app, meanwhile: [{every: 1d, times: 2, to: remind}], end: success}
      - {id: remind, title: We remind the customer, lane: frontstage, type: notify, channel: email, end: side}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'A notification that may come whenever',
        files: { 'journey.yaml': critical('      - {id: tell, title: We tell the customer, lane: frontstage, type: notify, channel: email, end: success}\n') },
        at: 'tell',
        message: 'Step `tell` of the critical stage `block` is a notification, and nothing promises how fast it is sent.',
      },
      {
        title: 'An approval that may take for ever',
        files: { 'journey.yaml': critical('      - {id: approve, title: Lead approves, lane: backstage, type: approval}\n      - {id: tell, title: We tell the customer, lane: frontstage, channel: phone, end: success}\n') },
        at: 'approve',
        message: 'Step `approve` of the critical stage `block` is an approval, and nothing promises how fast it is given.',
      },
    ],
  },
  checkJourneys: ({ workspace }) =>
    function* (journey) {
      for (const step of journey.steps) {
        if (step.stage.value.critical !== true || !isWaitedFor(step) || isSentByTimer(journey, step)) continue;
        if (promisesEndingAt(workspace, journey, step).length === 0) yield untimed(journey, step);
      }
    },
};

function isWaitedFor({ type }: StepModel): boolean {
  return type === 'approval' || type === 'notify';
}

/** True for a step that only timers lead to: when it happens is said by `after` or `every`. */
function isSentByTimer(journey: JourneyModel, step: StepModel): boolean {
  const ways = journey.to(step.id);
  return ways.length > 0 && ways.every(({ kind }) => kind === 'side' || kind === 'interrupt');
}

function untimed({ spec }: JourneyModel, step: StepModel): Finding {
  const [what, done] = step.type === 'approval' ? ['an approval', 'given'] : ['a notification', 'sent'];
  return {
    at: { spec, path: [...step.path, 'id'] },
    explains: [step.stage.coordinate],
    message: `${sentence(`step \`${step.id}\` of the critical stage \`${step.stage.id}\``)} is ${what}, and nothing promises how fast it is ${done}.`,
    hint: `Add \`promise: {within: 1h, percent: 95}\` to the step with what is true for it, or \`sla:\` with the id of a promise.`,
  };
}
