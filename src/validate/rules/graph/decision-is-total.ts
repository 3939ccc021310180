import { isMain } from '../../../analysis/ways.js';
import { targetsOf } from '../../../model/transitions.js';
import type { JourneyModel, StepModel } from '../../../model/journey.js';
import { activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const example = (rest: string): string => activeJourney('loan', 'decision', rest);

/** A decision that leaves some case without an answer. */
export const decisionIsTotal: Rule = {
  id: 'graph/decision-is-total',
  code: 'GRF-005',
  summary: 'A decision has at least two ways out, and exactly one of them is for all other cases.',
  rationale: 'A case that fits no condition stops there, and a case that fits two is decided by chance.',
  severity: 'error',
  preset: 'starter',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M6.5'],
  silencedBy: [{ code: 'REF-002', within: 'spec' }, { code: 'GRF-001', within: 'explained' }],
  examples: {
    valid: [
      {
        title: 'One way has a condition, the other is for the rest',
        files: {
          'journey.yaml': example(`      - {id: decide, title: We decide, lane: backstage, type: decision, next: [{to: pay, when: accepted}, decline]}
      - {id: pay, title: We pay, lane: support, end: success}
      - {id: decline, title: We decline, lane: frontstage, end: failure}
`),
        },
      },
      {
        title: 'A decision that only sets something, by a table',
        files: {
          'journey.yaml': example(`      - {id: rate, title: We set the rate, lane: backstage, type: decision, decides: table of rates 2026, end: success}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'A decision with one way out',
        files: {
          'journey.yaml': example(`      - {id: decide, title: We decide, lane: backstage, type: decision, next: pay}
      - {id: pay, title: We pay, lane: support, end: success}
`),
        },
        at: 'decision',
        message: 'Step `decide` is a decision and has only one way out.',
      },
      {
        title: 'Two ways for all other cases',
        files: {
          'journey.yaml': example(`      - {id: decide, title: We decide, lane: backstage, next: [pay, decline]}
      - {id: pay, title: We pay, lane: support, end: success}
      - {id: decline, title: We decline, lane: frontstage, end: failure}
`),
        },
        at: 'decline',
        message: 'Step `decide` leads to `pay` and to `decline`, and neither says when.',
      },
      {
        title: 'No way for all other cases',
        files: {
          'journey.yaml': example(`      - {id: decide, title: We decide, lane: backstage, next: [{to: pay, when: accepted}, {to: decline, when: refused}]}
      - {id: pay, title: We pay, lane: support, end: success}
      - {id: decline, title: We decline, lane: frontstage, end: failure}
`),
        },
        at: 'next',
        message: 'Every way from step `decide` has a condition, so a case that fits none of them is stuck.',
      },
    ],
  },
  checkJourneys: () =>
    function* (journey) {
      for (const step of journey.steps) {
        if (step.value.type === 'decision') yield* tooFewWays(journey, step);
        if (Array.isArray(step.value.next)) yield* otherwise(journey, step, targetsOf(step.value.next));
      }
    },
};

function* tooFewWays(journey: JourneyModel, { id, value, path }: StepModel): Iterable<Finding> {
  if (value.decides !== undefined) return;
  const targets = new Set(journey.from(id).filter(isMain).map(({ to }) => to));
  if (targets.size > 1 || (value.next !== undefined && targetsOf(value.next).length > 1)) return;
  yield {
    at: { spec: journey.spec, path: [...path, 'type'] },
    message: `Step \`${id}\` is a decision and has ${targets.size === 0 ? 'no way out' : 'only one way out'}.`,
    hint: 'Write the ways in `next: [{to: ..., when: ...}, ...]`, or name the table or rule in `decides` that it only applies.',
  };
}

/** Ways by the outcome of a sub-journey are counted against that journey elsewhere. */
function* otherwise({ spec }: JourneyModel, step: StepModel, ways: ReturnType<typeof targetsOf>): Iterable<Finding> {
  const { id } = step;
  const open = ways.filter(({ edge }) => edge.when === undefined && edge.outcome === undefined);
  const [first, second] = open;
  if (first !== undefined && second !== undefined) {
    yield {
      at: { spec, path: [...step.path, 'next', ...second.path, ...('to' in second.edge ? ['to'] : [])] },
      message: first.to === second.to ? `Step \`${id}\` leads to \`${first.to}\` twice, and neither way says when.` : `Step \`${id}\` leads to \`${first.to}\` and to \`${second.to}\`, and neither says when.`,
      hint: first.to === second.to ? 'Delete one of the two.' : `Add the condition to one of them: \`{to: ${second.to}, when: ...}\`. If both happen together, write \`next: {all: [${first.to}, ${second.to}]}\`.`,
    };
  } else if (first === undefined && ways.length > 0 && ways.every(({ edge }) => edge.outcome === undefined)) {
    yield {
      at: { spec, path: [...step.path, 'next'], part: 'key' },
      message: `Every way from step \`${id}\` has a condition, so a case that fits none of them is stuck.`,
      hint: `Delete the \`when\` of the way that all other cases take, for example of \`${ways.at(-1)!.to}\`.`,
    };
  }
}
