import { cardJourney, cardParts, cardPromise } from '../../example-promises.js';
import { asFinding, judgePromises, missingPremises } from '../../proof-premises.js';
import type { Finding, Rule } from '../../rule.js';

/** Parts that together may miss more cases than the whole may. */
export const percentsAddUp: Rule = {
  id: 'sla/percents-add-up',
  code: 'SLA-005',
  summary: 'On every path, the parts together may miss no more cases than the whole, among the same customers and over the same period.',
  rationale: 'Four parts that are each kept in 95 of 100 cases prove only 80, because the misses may all fall on different customers. And 98 of 100 kept over everybody may be none of the gold customers.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M5.1', 'S3.M2.2'],
  examples: {
    valid: [{ title: 'One of a hundred and one of a hundred are two', files: { ...cardParts(), 'promise.yaml': cardPromise('{within: 24h, percent: 98}'), 'journey.yaml': cardJourney() } }],
    invalid: [
      {
        title: 'One and three of a hundred are more than two',
        files: { ...cardParts(undefined, '{within: 20h, percent: 97}'), 'promise.yaml': cardPromise('{within: 24h, percent: 98}'), 'journey.yaml': cardJourney() },
        at: '{within: 24h, percent: 98}',
        message: 'The parts of one path may miss 4 % of the cases together, and `new-card` allows 2 %.',
      },
      {
        title: 'The promise holds for each tier, and a part only for all of them together',
        files: { ...cardParts('{within: 4h, percent: 99, each: tier}'), 'promise.yaml': cardPromise('{within: 24h, percent: 98, each: tier}'), 'journey.yaml': cardJourney() },
        at: '{within: 20h, percent: 99}',
        message: '`sent-in-time` keeps 99 % over all cases together, so all of its misses may fall on one tier.',
      },
    ],
  },
  checkJourneys: ({ workspace }) =>
    judgePromises(workspace, (_journey, promise) => [
      ...missingPremises(promise, ['budget']).map(asFinding),
      ...missingPremises(promise, ['group', 'window']).map((each): Finding => ({ ...asFinding(each), severity: 'warning' })),
    ]),
};
