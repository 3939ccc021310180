import { elementsKnownAfter, elementsKnownBefore, elementsNeededAfter } from '../../../analysis/data-flow.js';
import { entrySteps } from '../../../analysis/reachability.js';
import { subJourneys, type SubJourney } from '../../../analysis/sub-journeys.js';
import { valueAt, type Path } from '../../../base/json.js';
import { listOf } from '../../../base/words.js';
import type { DerivedHandoff } from '../../../model/handoffs.js';
import type { JourneyModel } from '../../../model/journey.js';
import { activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const example = (rest: string): string => activeJourney('refund', 'refund', rest);

/** Data that are known already and still not handed over. */
export const handoffHandsEnough: Rule = {
  id: 'graph/handoff-hands-enough',
  code: 'GRF-014',
  summary: 'A handoff brings along the data that were collected before and that the next team uses.',
  rationale: 'What is not handed over is asked again, and customers tell their story twice.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M3.4'],
  silencedBy: [
    { code: 'REF-001', within: 'spec' },
    { code: 'REF-002', within: 'spec' },
  ],
  examples: {
    valid: [
      {
        title: 'The account that the customer gave goes to those who pay',
        files: {
          'journey.yaml': example(`      - {id: ask, title: Customer asks for the money back, lane: customer, channel: app, data: {collects: [bank-account, reason]}}
      - {id: decide, title: We decide, lane: backstage, data: {reuses: [reason]}, next: [{to: pay, hands: [bank-account]}]}
      - {id: pay, title: Money is sent, lane: support, actor: payments, data: {reuses: [bank-account]}, end: success}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'Those who pay have to ask for the account',
        files: {
          'journey.yaml': example(`      - {id: ask, title: Customer asks for the money back, lane: customer, channel: app, data: {collects: [bank-account, reason]}}
      - {id: decide, title: We decide, lane: backstage, data: {reuses: [reason]}, next: [{to: pay, hands: [reason]}]}
      - {id: pay, title: Money is sent, lane: support, actor: payments, data: {reuses: [bank-account]}, end: success}
`),
        },
        at: 'hands',
        message: 'Step `pay` uses `bank-account`, which is known before, and `decide` does not hand it over.',
      },
      {
        title: 'The sub-journey is not given what it uses',
        files: {
          'inner.yaml': 'apiVersion: waymark/v1\nkind: Journey\nid: payout\ntitle: Payout\nversion: 1.0.0\nstatus: active\nowner: payments\nstages: [{id: pay, title: Pay, steps: [{id: pay, title: Money is sent, lane: support, data: {reuses: [bank-account]}, end: success}]}]\n',
          'journey.yaml': example(`      - {id: ask, title: Customer asks for the money back, lane: customer, channel: app, data: {collects: [bank-account]}}
      - {id: pay-out, title: Money is sent, lane: support, journey: payout, end: success}
`),
        },
        at: 'payout',
        message: 'Journey `payout` uses `bank-account`, which is known before, and step `pay-out` does not pass it.',
      },
    ],
  },
  *check({ workspace }) {
    for (const sub of subJourneys(workspace)) yield* notPassed(sub);
  },
  checkJourneys: () =>
    function* (journey) {
      for (const handoff of journey.handoffs) yield* kept(journey, handoff);
    },
};

function* kept(journey: JourneyModel, handoff: DerivedHandoff): Iterable<Finding> {
  const { from, to, hands } = handoff;
  if (hands === undefined) return;
  const missing = missingFrom(hands, elementsNeededAfter(journey, handoff), () => elementsKnownAfter(journey, from));
  if (missing.length === 0) return;
  yield {
    at: { spec: journey.spec, path: handsPath(journey, handoff), part: 'key' },
    message: `Step \`${to.id}\` uses ${quoted(missing)}, which ${missing.length === 1 ? 'is' : 'are'} known before, and \`${from.id}\` does not hand ${missing.length === 1 ? 'it' : 'them'} over.`,
    hint: `Write \`hands: [${[...hands, ...missing].join(', ')}]\`, or delete from \`reuses\` what \`${to.teams[0]}\` does not need.`,
  };
}

function handsPath({ spec }: JourneyModel, { path, transition }: DerivedHandoff): Path {
  return [...(valueAt(spec.value, [...path, 'hands']) === undefined ? transition.path : path), 'hands'];
}

function* notPassed({ journey, step, inner }: SubJourney): Iterable<Finding> {
  const passed = step.value.passes ?? [];
  const used = new Set(entrySteps(inner).flatMap(({ value }) => value.data?.reuses ?? []));
  const missing = missingFrom(passed, used, () => elementsKnownBefore(journey, step));
  if (missing.length === 0) return;
  yield {
    at: { spec: journey.spec, path: [...step.path, step.value.passes === undefined ? 'journey' : 'passes'], part: step.value.passes === undefined ? 'value' : 'key' },
    message: `Journey \`${inner.id}\` uses ${quoted(missing)}, which ${missing.length === 1 ? 'is' : 'are'} known before, and step \`${step.id}\` does not pass ${missing.length === 1 ? 'it' : 'them'}.`,
    hint: `Write \`passes: [${[...passed, ...missing].join(', ')}]\` at step \`${step.id}\`.`,
  };
}

/** What is known is looked up only where something may be missing. */
function missingFrom(handed: readonly string[], needed: ReadonlySet<string>, known: () => ReadonlySet<string>): readonly string[] {
  const open = [...needed].filter((element) => !handed.includes(element));
  return open.length === 0 ? [] : open.filter((element) => known().has(element));
}

function quoted(elements: readonly string[]): string {
  return listOf(elements.map((element) => `\`${element}\``));
}
