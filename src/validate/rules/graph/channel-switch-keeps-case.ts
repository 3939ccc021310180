import type { JourneyModel, StepModel } from '../../../model/journey.js';
import { isMain } from '../../../analysis/ways.js';
import { closure } from '../../../analysis/reachability.js';
import { activeDocument } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const example = (rest: string): string => activeDocument('Journey', 'lost-card', rest);

/** A customer who changes channels and is a stranger again. */
export const channelSwitchKeepsCase: Rule = {
  id: 'graph/channel-switch-keeps-case',
  code: 'GRF-015',
  summary: 'A journey that changes channels names the key by which the case is recognised on each of them.',
  rationale: 'Without a common key the person on the phone does not see what the customer did in the app.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S0.P2.2.1'],
  silencedBy: [{ code: 'REF-002', within: 'spec' }],
  examples: {
    valid: [
      {
        title: 'App and phone know the case by one number',
        files: {
          'journey.yaml': example(`correlation: {caseKey: caseNumber}
stages:
  - id: report
    title: Report
    steps:
      - {id: report, title: Customer reports the loss, lane: customer, channel: app}
      - {id: call, title: We call back, lane: frontstage, channel: phone, end: success}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'From the app to the phone, with nothing in common',
        files: {
          'journey.yaml': example(`stages:
  - id: report
    title: Report
    steps:
      - {id: report, title: Customer reports the loss, lane: customer, channel: app}
      - {id: block, title: We block the card, lane: backstage}
      - {id: call, title: We call back, lane: frontstage, channel: phone, end: success}
`),
        },
        at: 'Lost card',
        message: 'The customer changes from `app` (step `report`) to `phone` (step `call`), and nothing says by which key the case is recognised.',
      },
    ],
  },
  checkJourneys: () =>
    function* (journey) {
      const change = journey.spec.value.correlation?.caseKey === undefined ? firstChange(journey) : undefined;
      if (change === undefined) return;
      const [from, to] = change;
      yield {
        at: { spec: journey.spec, path: ['title'] },
        message: `The customer changes from \`${from.channels.join(', ')}\` (step \`${from.id}\`) to \`${to.channels.join(', ')}\` (step \`${to.id}\`), and nothing says by which key the case is recognised.`,
        hint: 'Add `correlation: {caseKey: ...}` to the journey, with the name of the number that every event of a case carries.',
      };
    },
};

function firstChange(journey: JourneyModel): readonly [StepModel, StepModel] | undefined {
  for (const from of journey.steps.filter(({ channels }) => channels.length > 0)) {
    const to = nextMet(journey, from).find(({ channels }) => !channels.some((channel) => from.channels.includes(channel)));
    if (to !== undefined) return [from, to];
  }
  return undefined;
}

/** The next steps with a channel, whatever happens in between where the customer does not see it. */
function nextMet(journey: JourneyModel, from: StepModel): readonly StepModel[] {
  const met = (id: string): boolean => (journey.step(id)?.channels.length ?? 0) > 0;
  const onward = (id: string): readonly string[] => journey.from(id).filter(isMain).map(({ to }) => to);
  const reached = closure(onward(from.id), (id) => (met(id) ? [] : onward(id)));
  return journey.steps.filter(({ id }) => reached.has(id) && met(id));
}
