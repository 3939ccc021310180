import { listOf, quoted } from '../../../base/words.js';
import { cardJourney, cardParts, cardPromise } from '../../example-promises.js';
import { isOthersWork, stepOf } from '../../others-work.js';
import { judgePromises, missingPremises } from '../../proof-premises.js';
import type { Finding, Rule } from '../../rule.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Premise, PromiseProof } from '../../../analysis/proof/verdict.js';

/** Work of another team or company that a promise rests on and that nobody has agreed to. */
export const workUnderpinned: Rule = {
  id: 'sla/work-underpinned',
  code: 'SLA-004',
  summary: 'Where a promise rests on the work of another team or company, there is an agreement on how long that takes.',
  rationale: 'A promise to customers is made by one team and kept by many. A team that never agreed to a target has no reason to keep it.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M5.1'],
  silencedBy: [{ code: 'GRF-001', within: 'workspace' }],
  examples: {
    valid: [{ title: 'The other team has agreed to a target', files: { ...cardParts(), 'promise.yaml': cardPromise('{within: 24h, percent: 98}'), 'journey.yaml': cardJourney({ send: 'actor: payments, sla: sent-in-time' }) } }],
    invalid: [
      {
        title: 'Nothing is agreed with the team that sends the card',
        files: { 'cards.yaml': cardParts()['cards.yaml']!, 'check.yaml': cardParts()['check.yaml']!, 'promise.yaml': cardPromise('{within: 24h, percent: 98}'), 'journey.yaml': cardJourney({ send: 'actor: payments' }) },
        at: 'send',
        message: 'Step `send` is done by `payments` while the clock of `new-card` runs, and nothing is agreed on how long it takes.',
      },
    ],
  },
  checkJourneys: ({ workspace }) =>
    judgePromises(workspace, (journey, promise) => missingPremises(promise, ['work']).filter((each) => isOthersWork(journey, promise, each)).map((each) => tell(journey, promise, each))),
};

function tell(journey: JourneyModel, { spec }: PromiseProof, missing: Premise): Finding {
  const step = stepOf(journey, missing)!;
  return {
    at: { spec: journey.spec, path: [...step.path, 'id'] },
    message: `Step \`${step.id}\` is done by ${listOf(quoted(step.actors))} while the clock of \`${spec.id}\` runs, and nothing is agreed on how long it takes.`,
    hint: `Agree on a target and name it at the step: \`sla:\` with an Sla of type \`ola\`, or \`contract\` with a company outside. ${missing.hint}`,
  };
}
