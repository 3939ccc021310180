import type { Premise, PromiseProof, Wait } from '../../../analysis/proof/verdict.js';
import { listOf } from '../../../model/journey.js';
import type { Workspace } from '../../../model/workspace.js';
import { cardJourney, cardParts, cardPromise, exampleSystem } from '../../example-promises.js';
import { isOthersWork } from '../../others-work.js';
import { asFinding, judgePromises, missingPremises } from '../../proof-premises.js';
import type { Finding, Rule } from '../../rule.js';

/** A stretch of a path for which nobody has promised how long it takes. */
export const timeCovered: Rule = {
  id: 'sla/time-covered',
  code: 'SLA-009',
  summary: 'While the clock of a promise runs, some part is promised for every step and every wait; and no wait lies before it.',
  rationale: 'A stretch that no part covers may last any time. Nothing can be said about the whole, and most late cases are lost in such waits.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M2.3'],
  silencedBy: [{ code: 'GRF-001', within: 'workspace' }, { code: 'SLA-010', within: 'subject' }],
  examples: {
    valid: [{ title: 'One event ends a step and begins the next', files: { ...cardParts(), 'promise.yaml': cardPromise('{within: 24h, percent: 98}'), 'journey.yaml': cardJourney() } }],
    invalid: [
      {
        title: 'A wait between two steps',
        files: {
          ...cardParts(),
          'send.yaml': cardParts()['send.yaml']!.replace('start: loss-checked', 'start: card-ordered'),
          'promise.yaml': cardPromise('{within: 24h, percent: 98}'),
          'journey.yaml': cardJourney({ between: 'card-ordered' }),
          'maker.yaml': exampleSystem('maker', ['card-ordered']),
        },
        at: 'check',
        message: 'No part of `new-card` covers the time from `loss-checked` to `card-ordered`.',
      },
    ],
  },
  checkJourneys: ({ workspace }) =>
    judgePromises(workspace, (journey, promise) => {
      const own = missingPremises(promise, ['gap', 'work']).filter((each) => !isOthersWork(journey, promise, each));
      return [...oneCause(promise, own), ...promise.outside.filter((wait) => !isPromised(workspace, wait)).map(({ at, message }): Finding => ({ at, message, hint: 'Let the clock start with the earlier event, or promise separately how long this wait may be.', severity: 'info' }))];
    }),
};

/** True when another promise is about just this wait. */
function isPromised(workspace: Workspace, { from, to }: Wait): boolean {
  return workspace.all('Sla').some(({ value: { clock } }) => listOf(clock?.start).includes(from) && listOf(clock?.stop).includes(to));
}

/** Where nothing is promised for any part, that is said once. */
function oneCause({ spec, targets }: PromiseProof, gaps: readonly Premise[]): readonly Finding[] {
  if (gaps.length < 2 || targets.some(({ paths }) => paths.length > 0)) return gaps.map(asFinding);
  const [first] = gaps as readonly [Premise];
  return [{ ...asFinding(first), message: `For ${gaps.length} stretches nobody promises how long they take while the clock of \`${spec.id}\` runs. ${first.message.replace(/^No part of `[^`]*` covers/, 'The first is')}`, hint: `\`waymark prove ${spec.id}\` lists them all. ${first.hint}` }];
}
