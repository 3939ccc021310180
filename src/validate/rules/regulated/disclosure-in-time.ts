import { stepsThatShow, wayAround } from '../../../analysis/must-pass.js';
import { listOf, quoted } from '../../../base/words.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Disclosure } from '../../../schema/kinds/journey.js';
import { activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const journey = (steps: string): string => activeJourney('order', 'order', `${steps}disclosures:
  - {id: summary, textFile: texts/summary.md, sha256: ${hash}, before: pay}
`);

/** A text that some customers see too late, or that nobody sees. */
export const disclosureInTime: Rule = {
  id: 'regulated/disclosure-in-time',
  code: 'REG-003',
  summary: 'Every text that customers must see is shown, on every way, before the step before which it has to be.',
  rationale: 'A customer who is told after the signature was not told. One way around the notice is enough for a breach.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M5.6'],
  silencedBy: [
    { code: 'REF-002', within: 'spec' },
    { code: 'GRF-003', within: 'spec' },
  ],
  examples: {
    valid: [
      {
        title: 'On both ways',
        files: { 'journey.yaml': journey(`      - {id: basket, title: Customer chooses, lane: customer, channel: web, onFail: advise}
      - {id: show, title: Summary is shown, lane: frontstage, channel: web, disclosures: [summary], next: pay}
      - {id: advise, title: Adviser explains the summary, lane: frontstage, channel: phone, disclosures: [summary]}
      - {id: pay, title: Customer pays, lane: customer, channel: web, end: success}
`) },
      },
      {
        title: 'In one of two branches that both come first',
        files: { 'journey.yaml': journey(`      - {id: basket, title: Customer chooses, lane: customer, channel: web, next: {all: [show, check]}}
      - {id: show, title: Summary is shown, lane: frontstage, channel: web, disclosures: [summary], next: pay}
      - {id: check, title: Stock is checked, lane: backstage, next: pay}
      - {id: pay, title: Customer pays, lane: customer, channel: web, waitsFor: [show, check], end: success}
`) },
      },
    ],
    invalid: [
      {
        title: 'A way around it',
        files: { 'journey.yaml': journey(`      - {id: basket, title: Customer chooses, lane: customer, channel: web, onFail: advise}
      - {id: show, title: Summary is shown, lane: frontstage, channel: web, disclosures: [summary], next: pay}
      - {id: advise, title: Adviser helps, lane: frontstage, channel: phone}
      - {id: pay, title: Customer pays, lane: customer, channel: web, end: success}
`) },
        at: 'pay',
        message: 'A customer can come to step `pay` without having seen `summary`: by `basket` and `advise`.',
      },
      {
        title: 'Shown too late',
        files: { 'journey.yaml': journey(`      - {id: pay, title: Customer pays, lane: customer, channel: web}
      - {id: show, title: Summary is shown, lane: frontstage, channel: web, disclosures: [summary], end: success}
`) },
        at: 'pay',
        message: 'A customer can come to step `pay` without having seen `summary`: the journey begins there.',
      },
      {
        title: 'Shown nowhere',
        files: { 'journey.yaml': journey('      - {id: pay, title: Customer pays, lane: customer, channel: web, end: success}\n') },
        at: 'summary',
        message: 'No step shows the text `summary`.',
      },
    ],
  },
  checkJourneys: () =>
    function* (journeyModel) {
      for (const [index, disclosure] of (journeyModel.spec.value.disclosures ?? []).entries()) yield* judge(journeyModel, disclosure, index);
    },
};

function* judge(journeyModel: JourneyModel, { id, before }: Disclosure, index: number): Iterable<Finding> {
  const { spec } = journeyModel;
  const shown = stepsThatShow(journeyModel, id);
  if (shown.length === 0) {
    yield { at: { spec, path: ['disclosures', index, 'id'] }, message: `No step shows the text \`${id}\`.`, hint: `Add \`disclosures: [${id}]\` to the step in which customers see it, or delete the text here.` };
    return;
  }
  const target = before === undefined ? undefined : journeyModel.step(before);
  const way = target === undefined ? undefined : wayAround(journeyModel, target.id, new Set(shown.map((step) => step.id)));
  if (target === undefined || way === undefined) return;
  yield {
    at: { spec, path: ['disclosures', index, 'before'] },
    message: `A customer can come to step \`${target.id}\` without having seen \`${id}\`: ${describe(way)}.`,
    hint: `Add \`disclosures: [${id}]\` to a step on this way before \`${target.id}\`.`,
  };
}

function describe(way: readonly string[]): string {
  const before = quoted(way.slice(0, -1));
  return before.length === 0 ? 'the journey begins there' : `by ${listOf(before)}`;
}
