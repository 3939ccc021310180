import { closure } from '../../../analysis/reachability.js';
import { isLimited } from '../../../analysis/ways.js';
import type { Path } from '../../../base/json.js';
import { groupBy, type JourneyModel, type StepModel } from '../../../model/journey.js';
import { isOnward } from '../../../model/transitions.js';
import type { Finding, Rule } from '../../rule.js';

const journeyText = (steps: string): string => `apiVersion: waymark/v1
kind: Journey
id: lost-card
title: Lost card
version: 1.0.0
status: active
owner: claims
stages:
  - id: report
    title: Report
    steps:
${steps}`;

const catalog = `apiVersion: waymark/v1
kind: DataCatalog
id: card-data
title: Card data
version: 1.0.0
status: active
owner: claims
elements:
  - {id: address, title: Address, class: confidential, nature: personal}
`;

/** The same question twice on one way. Another channel after a failure, and a way back, ask again for a reason. */
export const askedOnce: Rule = {
  id: 'data/asked-once',
  code: 'DAT-009',
  summary: 'No way through a journey asks the customer twice for the same data.',
  rationale: 'Customers notice when they have to say everything twice, and each time some of them give up.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M4.5'],
  silencedBy: [{ code: 'REF-002', within: 'spec' }, { code: 'GRF-003', within: 'spec' }],
  examples: {
    valid: [
      {
        title: 'By phone when the app fails',
        files: { 'data.yaml': catalog, 'journey.yaml': journeyText(`      - {id: app, title: Customer reports in the app, lane: customer, channel: app, data: {collects: [address]}, onFail: call, next: send}
      - {id: call, title: Agent takes the report, lane: frontstage, channel: phone, data: {collects: [address]}}
      - {id: send, title: We send a card, lane: backstage, data: {reuses: [address]}, end: success}
`) },
      },
    ],
    invalid: [
      {
        title: 'The agent asks again',
        files: { 'data.yaml': catalog, 'journey.yaml': journeyText(`      - {id: app, title: Customer reports in the app, lane: customer, channel: app, data: {collects: [address]}}
      - {id: call, title: Agent checks the report, lane: frontstage, channel: phone, data: {collects: [address]}}
      - {id: send, title: We send a card, lane: backstage, end: success}
`) },
        at: 'address',
        message: 'Step `call` asks for `address`, which the customer has given in step `app` already.',
      },
    ],
  },
  *check({ workspace }) {
    for (const journey of workspace.journeys) yield* askedAgain(journey);
  },
};

/** That a step asks the customer for a data element. */
interface Question {
  readonly step: StepModel;
  readonly element: string;
  readonly path: Path;
}

function* askedAgain(journey: JourneyModel): Iterable<Finding> {
  const questions = journey.steps.flatMap((step) => (step.value.data?.collects ?? []).map((element, index): Question => ({ step, element, path: [...step.path, 'data', 'collects', index] })));
  const after = new Map<string, ReadonlySet<string>>();
  for (const same of groupBy(questions, ({ element }) => element).values()) {
    if (same.length < 2) continue;
    for (const { step } of same) if (!after.has(step.id)) after.set(step.id, stepsAfter(journey, step.id));
    for (const again of same) {
      const first = same.find(({ step }) => comesBefore(step, again.step, after));
      if (first !== undefined) yield finding(journey, first, again);
    }
  }
}

/** Where two steps come after each other in turn, the one that is written first comes first. */
function comesBefore(first: StepModel, again: StepModel, after: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  if (first.id === again.id || after.get(first.id)?.has(again.id) !== true) return false;
  return first.order < again.order || after.get(again.id)?.has(first.id) !== true;
}

/** Steps that a case goes on to when all goes well and nothing is repeated. */
function stepsAfter(journey: JourneyModel, start: string): ReadonlySet<string> {
  const onward = (id: string): readonly string[] => journey.from(id).filter((way) => isOnward(way) && !isLimited(way)).map(({ to }) => to);
  return closure(onward(start), onward);
}

function finding({ spec }: JourneyModel, first: Question, again: Question): Finding {
  return {
    at: { spec, path: again.path },
    message: `Step \`${again.step.id}\` asks for \`${again.element}\`, which the customer has given in step \`${first.step.id}\` already.`,
    hint: `Move \`${again.element}\` from \`collects\` to \`reuses\` in step \`${again.step.id}\`, and hand it over on the way there.`,
    related: [{ message: `\`${first.element}\` is asked for here first`, at: { spec, path: first.path } }],
  };
}
