import { hourWords } from '../../../base/amounts.js';
import type { PromiseProof, TargetProof } from '../../../analysis/proof/verdict.js';
import { cardJourney, cardParts, cardPromise } from '../../example-promises.js';
import { asFinding, judgePromises, missingPremises } from '../../proof-premises.js';
import type { Finding, Rule } from '../../rule.js';

/** A promise that is broken although every part keeps its own. */
export const pathFitsTarget: Rule = {
  id: 'sla/path-fits-target',
  code: 'SLA-003',
  summary: 'On every path, the parts together take no longer than the whole promises.',
  rationale: 'Each team can keep its own target and the customer still waits too long. That is decided when the targets are written, not when the first case is late.',
  severity: 'error',
  preset: 'starter',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M5.1'],
  examples: {
    valid: [{ title: 'Four hours and twenty are a day', files: { ...cardParts(), 'promise.yaml': cardPromise('{within: 24h, percent: 98}'), 'journey.yaml': cardJourney() } }],
    invalid: [
      {
        title: 'Four hours and twenty are no twenty hours',
        files: { ...cardParts(), 'promise.yaml': cardPromise('{within: 20h, percent: 98}'), 'journey.yaml': cardJourney() },
        at: '{within: 20h, percent: 98}',
        message: 'The path check -> send takes up to 24 h with every part at its target, and `new-card` promises 20 h.',
      },
    ],
  },
  checkJourneys: ({ workspace }) => judgePromises(workspace, (_journey, promise) => [...violated(promise), ...missingPremises(promise, ['share']).map((each): Finding => ({ ...asFinding(each), severity: 'warning' }))]),
};

function violated({ spec, targets }: PromiseProof): readonly Finding[] {
  return targets.flatMap((proof, index) => (proof.counterExample === undefined ? [] : [{ at: { spec, path: ['targets', index] }, ...wordsOf(spec.id, proof) }]));
}

function wordsOf(promise: string, { target, counterExample }: TargetProof): { readonly message: string; readonly hint: string } {
  const { steps, seconds, parts } = counterExample!;
  const over = seconds - target.seconds!;
  const longest = parts.reduce((most, part) => (part.target.seconds! > most.target.seconds! ? part : most));
  return {
    message: `The path ${steps.join(' -> ')} takes up to ${hourWords(seconds)} with every part at its target, and \`${promise}\` promises ${hourWords(target.seconds!)}.`,
    hint: `Tighten the parts of this path by ${hourWords(over)} together, for example \`${longest.part}\`, or promise ${hourWords(seconds)}. \`waymark prove ${promise}\` shows every path.`,
  };
}
