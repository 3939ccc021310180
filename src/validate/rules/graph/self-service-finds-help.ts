import { findsHelp, isSelfService, meetsPeople, selfServiceChannels, systemsServing } from '../../../analysis/human-help.js';
import { activeJourney } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const example = (rest: string): string => activeJourney('lost-card', 'report', rest);

/** A customer who is left alone with a machine that fails. */
export const selfServiceFindsHelp: Rule = {
  id: 'graph/self-service-finds-help',
  code: 'GRF-013',
  summary: 'A customer who fails in a step of self-service gets to somebody who helps.',
  rationale: 'Who is stuck in an app without a person to turn to gives up, or calls the wrong team.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M3.4'],
  silencedBy: [{ code: 'REF-002', within: 'spec' }],
  examples: {
    valid: [
      {
        title: 'Who fails in the app is called',
        files: {
          'journey.yaml': example(`      - {id: report, title: Customer reports the loss, lane: customer, channel: app, systems: [portal], onFail: call, next: block}
      - {id: call, title: Agent takes the report, lane: frontstage, channel: phone, systems: [crm]}
      - {id: block, title: We block the card, lane: backstage, end: success}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'Nobody helps',
        files: {
          'journey.yaml': example(`      - {id: report, title: Customer reports the loss, lane: customer, channel: app, systems: [portal]}
      - {id: block, title: We block the card, lane: backstage, automation: automated, end: success}
`),
        },
        at: 'report',
        message: 'A customer who fails in step `report` gets to nobody who helps.',
      },
      {
        title: 'What follows a failure is only another message',
        files: {
          'journey.yaml': example(`      - {id: report, title: Customer reports the loss, lane: customer, channel: app, systems: [portal], onFail: sorry, next: block}
      - {id: sorry, title: We say sorry, lane: frontstage, type: notify, channel: email, end: failure}
      - {id: block, title: We block the card, lane: backstage, automation: automated, end: success}
`),
        },
        at: 'sorry',
        message: 'A customer who fails in step `report` gets to nobody who helps.',
      },
    ],
  },
  checkJourneys({ workspace }) {
    const channels = selfServiceChannels(workspace);
    return function* (journey) {
      for (const step of journey.steps.filter((each) => isSelfService(each, channels))) {
        if (findsHelp(journey, step, (each) => meetsPeople(each, channels))) continue;
        yield {
          at: { spec: journey.spec, path: [...step.path, step.value.onFail === undefined ? 'id' : 'onFail'] },
          message: `A customer who fails in step \`${step.id}\` gets to nobody who helps.`,
          hint: `Add \`onFail:\` to \`${step.id}\` with the id of a step in the frontstage lane where a person takes over, for example by phone.`,
          tellsOf: systemsServing(workspace, journey),
        };
      }
    };
  },
};
