import { cardJourney, cardParts, cardPromise, exampleSystem } from '../../example-promises.js';
import { asFinding, judgePromises, missingPremises } from '../../proof-premises.js';
import type { Rule } from '../../rule.js';

const shop = exampleSystem('shop', ['photo-asked', 'photo-sent']);
const paused = (max: string): string => cardParts()['check.yaml']!.replace('stop: loss-checked', `stop: loss-checked, pause: [{from: photo-asked, to: photo-sent${max}}]`);

/** Time that a part does not count and that the customer waits all the same. */
export const pausesShared: Rule = {
  id: 'sla/pauses-shared',
  code: 'SLA-018',
  summary: 'The clock of a part stands still, begins anew or no longer counts only where the clock of the whole does, or for a limited time.',
  rationale: 'A part that is paused is on time for its team and late for the customer. Hidden time is what most promises are lost by.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M5.1'],
  examples: {
    valid: [{ title: 'A pause of two hours at most is added', files: { ...cardParts(), 'check.yaml': paused(', max: 2h'), 'shop.yaml': shop, 'promise.yaml': cardPromise('{within: 26h, percent: 98}'), 'journey.yaml': cardJourney() } }],
    invalid: [
      {
        title: 'Only the part waits for the photo',
        files: { ...cardParts(), 'check.yaml': paused(''), 'shop.yaml': shop, 'promise.yaml': cardPromise('{within: 24h, percent: 98}'), 'journey.yaml': cardJourney() },
        at: '{from: photo-asked, to: photo-sent}',
        message: 'The clock of `checked-in-time` stands still from `photo-asked`, and that of `new-card` goes on.',
      },
    ],
  },
  checkJourneys: ({ workspace }) => judgePromises(workspace, (_journey, promise) => missingPremises(promise, ['pause', 'reset']).map(asFinding)),
};
