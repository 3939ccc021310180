import { cardJourney, cardParts, cardPromise, exampleSystem } from '../../example-promises.js';
import { asFinding, judgePromises, missingPremises } from '../../proof-premises.js';
import type { Rule } from '../../rule.js';

/** A clock that never starts, never stops, or stops before it starts. */
export const clockOnWay: Rule = {
  id: 'sla/clock-on-way',
  code: 'SLA-001',
  summary: 'The clock of a promise starts and stops at moments of the journey, and on every path it starts before it stops.',
  rationale: 'A promise whose clock hangs on an event that never comes is kept on paper and measured by nobody.',
  severity: 'error',
  preset: 'starter',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M5.1'],
  silencedBy: [{ code: 'GRF-001', within: 'workspace' }],
  examples: {
    valid: [{ title: 'From the loss to the card that is sent', files: { ...cardParts(), 'promise.yaml': cardPromise('{within: 24h, percent: 98}'), 'journey.yaml': cardJourney() } }],
    invalid: [
      {
        title: 'No step of the journey tells of the stop',
        files: {
          ...cardParts(),
          'promise.yaml': cardPromise('{within: 24h, percent: 98}', 'start: loss-told, stop: card-arrived'),
          'post.yaml': exampleSystem('post', ['card-arrived']),
          'journey.yaml': cardJourney(),
        },
        at: 'card-arrived',
        message: '`card-arrived` is no moment on the way of `lost-card`, so the clock of `new-card` does not stop there.',
      },
      {
        title: 'The stop comes before the start',
        files: { ...cardParts(), 'promise.yaml': cardPromise('{within: 24h, percent: 98}', 'start: card-sent, stop: loss-checked'), 'journey.yaml': cardJourney() },
        at: '{start: card-sent, stop: loss-checked}',
        message: 'No case of `lost-card` gets from the start of `new-card` to a stop of it.',
      },
    ],
  },
  checkJourneys: ({ workspace }) => judgePromises(workspace, (_journey, promise) => missingPremises(promise, ['clock']).map(asFinding)),
};
