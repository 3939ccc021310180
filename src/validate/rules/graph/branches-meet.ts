import { isTooBranched, parallelBlocks, unmetBranches, type ParallelBlock } from '../../../analysis/parallel-blocks.js';
import { isOnward } from '../../../model/transitions.js';
import { someOf } from '../../../base/words.js';
import type { JourneyModel, StepModel } from '../../../model/journey.js';
import { activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const example = (rest: string): string => activeJourney('loan', 'checks', rest);

/** Branches that start together and are not brought together again. */
export const branchesMeet: Rule = {
  id: 'graph/branches-meet',
  code: 'GRF-007',
  summary: 'Branches that start together meet in one step that waits for all of them, unless they end beside.',
  rationale: 'Where nobody waits for both, the case goes on twice, and no promise about the whole can be computed.',
  severity: 'error',
  preset: 'starter',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M5.1'],
  silencedBy: [
    { code: 'STR-003', within: 'spec' },
    { code: 'REF-002', within: 'spec' },
  ],
  examples: {
    valid: [
      {
        title: 'Two checks at once, then the decision; the confirmation ends beside',
        files: {
          'journey.yaml': example(`      - {id: apply, title: Customer applies, lane: customer, channel: app, next: {all: [confirm, income, debts]}}
      - {id: confirm, title: We confirm, lane: frontstage, end: side}
      - {id: income, title: We check the income, lane: backstage}
      - {id: debts, title: We check the debts, lane: backstage}
      - {id: decide, title: We decide, lane: backstage, waitsFor: [income, debts], end: success}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'Nobody waits',
        files: {
          'journey.yaml': example(`      - {id: apply, title: Customer applies, lane: customer, channel: app, next: {all: [income, debts]}}
      - {id: income, title: We check the income, lane: backstage, next: decide}
      - {id: debts, title: We check the debts, lane: backstage, next: decide}
      - {id: decide, title: We decide, lane: backstage, end: success}
`),
        },
        at: 'all',
        message: 'Step `apply` starts `income` and `debts` together, and no step waits for both.',
      },
      {
        title: 'One branch is forgotten',
        files: {
          'journey.yaml': example(`      - {id: apply, title: Customer applies, lane: customer, channel: app, next: {all: [income, debts, address]}}
      - {id: income, title: We check the income, lane: backstage}
      - {id: debts, title: We check the debts, lane: backstage}
      - {id: address, title: We check the address, lane: backstage}
      - {id: decide, title: We decide, lane: backstage, waitsFor: [income, debts], end: success}
`),
        },
        at: 'waitsFor',
        message: 'Step `decide` does not wait for the branch that begins with `address`.',
      },
      {
        title: 'The branches meet twice',
        files: {
          'journey.yaml': example(`      - {id: apply, title: Customer applies, lane: customer, channel: app, next: {all: [income, debts, address, age]}}
      - {id: income, title: We check the income, lane: backstage}
      - {id: debts, title: We check the debts, lane: backstage}
      - {id: address, title: We check the address, lane: backstage}
      - {id: age, title: We check the age, lane: backstage}
      - {id: decide, title: We decide, lane: backstage, waitsFor: [income, debts], end: success}
      - {id: identify, title: We identify, lane: backstage, waitsFor: [address, age], end: success}
`),
        },
        at: 'identify',
        message: 'The branches that step `apply` starts together meet in `decide` and again in `identify`.',
      },
      {
        title: 'Waiting for steps of which only one is ever taken',
        files: {
          'journey.yaml': example(`      - {id: apply, title: Customer applies, lane: customer, channel: app, next: [income, {to: debts, when: self-employed}]}
      - {id: income, title: We check the income, lane: backstage}
      - {id: debts, title: We check the debts, lane: backstage}
      - {id: decide, title: We decide, lane: backstage, waitsFor: [income, debts], end: success}
`),
        },
        at: 'waitsFor',
        message: 'Step `decide` waits for `income` and `debts`, which no step starts together.',
      },
      {
        title: 'Waiting for a step that goes elsewhere',
        files: {
          'journey.yaml': example(`      - {id: apply, title: Customer applies, lane: customer, channel: app, next: {all: [income, debts]}}
      - {id: income, title: We check the income, lane: backstage, next: pay}
      - {id: debts, title: We check the debts, lane: backstage}
      - {id: decide, title: We decide, lane: backstage, waitsFor: [income, debts]}
      - {id: pay, title: We pay, lane: support, end: success}
`),
        },
        at: 'income',
        message: 'Step `decide` waits for `income`, which does not lead to it.',
      },
    ],
  },
  checkJourneys: () =>
    function* (journey) {
      if (isTooBranched(journey)) {
        yield tooBranched(journey);
        return;
      }
      const waiting = journey.steps.filter(({ value }) => value.waitsFor !== undefined);
      const blocks = parallelBlocks(journey);
      const joins = new Set(blocks.flatMap((block) => block.joins));
      for (const block of blocks) yield* unsound(journey, block);
      for (const step of waiting) yield* waitsInVain(journey, step, joins);
    },
};

function tooBranched({ spec, id }: JourneyModel): Finding {
  return {
    at: { spec, path: ['id'] },
    message: `Journey \`${id}\` starts so many steps together, and waits for so many, that Waymark does not check whether its branches meet.`,
    hint: 'Divide it: move stages into journeys of their own, and call each with `journey:` at a step.',
  };
}

function* unsound({ spec }: JourneyModel, block: ParallelBlock): Iterable<Finding> {
  const { split, kind, joins } = block;
  const [join, second] = joins;
  const unmet = unmetBranches(block);
  const [forgotten] = unmet;
  if (join === undefined && forgotten !== undefined) {
    const names = unmet.map(({ start }) => start.id);
    yield {
      at: { spec, path: [...split.path, 'next', kind], part: 'key' },
      message: `Step \`${split.id}\` starts ${quoted(names)} together, and no step waits for ${names.length === 2 ? 'both' : 'all of them'}.`,
      hint: `Add \`waitsFor: [${names.join(', ')}]\`, with the last step of each branch, to the step where they meet; a branch that ends beside ends with \`end: side\`.`,
    };
  } else if (join !== undefined && second !== undefined) {
    yield {
      at: { spec, path: [...second.path, 'id'] },
      message: `The branches that step \`${split.id}\` starts together meet in \`${join.id}\` and again in \`${second.id}\`.`,
      hint: `Name the last steps of all branches in the \`waitsFor\` of one step. Branches that belong together may be started together: let one branch begin with a step that has an \`all\` of its own.`,
    };
  } else if (join !== undefined && forgotten !== undefined) {
    yield {
      at: { spec, path: [...join.path, 'waitsFor'], part: 'key' },
      message: `Step \`${join.id}\` does not wait for the branch that begins with \`${forgotten.start.id}\`.`,
      hint: `Add the last step of that branch to \`waitsFor\`, or end the branch with \`end: side\`.`,
    };
  }
}

function* waitsInVain(journey: JourneyModel, step: StepModel, joins: ReadonlySet<StepModel>): Iterable<Finding> {
  const named = (step.value.waitsFor ?? []).map((name) => journey.step(name));
  if (named.includes(undefined)) return;
  const strayed = named.findIndex((each) => !journey.from(each!.id).some((way) => isOnward(way) && way.to === step.id));
  if (strayed >= 0) {
    yield {
      at: { spec: journey.spec, path: [...step.path, 'waitsFor', strayed] },
      message: `Step \`${step.id}\` waits for \`${named[strayed]!.id}\`, which does not lead to it.`,
      hint: `Delete the \`next\` or \`end\` of \`${named[strayed]!.id}\`, or take it out of \`waitsFor\`.`,
    };
  } else if (!joins.has(step)) {
    yield {
      at: { spec: journey.spec, path: [...step.path, 'waitsFor'], part: 'key' },
      message: `Step \`${step.id}\` waits for ${quoted(named.map((each) => each!.id))}, which no step starts together.`,
      hint: 'Start them together with `next: {all: [...]}` at the step before, or delete `waitsFor`: of a choice only one branch is taken.',
    };
  }
}

function quoted(ids: readonly string[]): string {
  return someOf(ids.map((id) => `\`${id}\``));
}
