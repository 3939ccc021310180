import { follow } from '../../../analysis/reachability.js';
import { isLimited } from '../../../analysis/ways.js';
import { groupBy } from '../../../base/groups.js';
import type { Path } from '../../../base/json.js';
import { remembering } from '../../../base/remembering.js';
import type { JourneyModel, StepModel } from '../../../model/journey.js';
import { isOnward, type Transition } from '../../../model/transitions.js';
import { activeDocument, activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const journeyText = (steps: string): string => activeJourney('lost-card', 'report', steps);

const catalog = activeDocument('DataCatalog', 'card-data', `elements:
  - {id: address, title: Address, class: confidential, nature: personal}
`);

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
  checkJourneys: () => askedAgain,
};

/** That a step asks the customer for a data element. */
interface Question {
  readonly step: StepModel;
  readonly element: string;
  /** Its place among what the step asks for. */
  readonly index: number;
}

function* askedAgain(journey: JourneyModel): Iterable<Finding> {
  const asking = journey.steps.filter(({ value }) => value.data?.collects !== undefined);
  if (asking.length < 2) return;
  const questions = asking.flatMap((step) => step.value.data!.collects!.map((element, index): Question => ({ step, element, index })));
  const after = remembering((id: string) => stepsAfter(journey, id));
  for (const same of groupBy(questions, ({ element }) => element).values()) {
    if (same.length < 2) continue;
    for (const again of same) {
      const first = same.find(({ step }) => comesBefore(step, again.step, after));
      if (first !== undefined) yield finding(journey, first, again);
    }
  }
}

/** Where two steps come after each other in turn, the one that is written first comes first. */
function comesBefore(first: StepModel, again: StepModel, after: (id: string) => ReadonlySet<string>): boolean {
  if (first.id === again.id || !after(first.id).has(again.id)) return false;
  return first.order < again.order || !after(again.id).has(first.id);
}

/** Steps that a case goes on to when all goes well and nothing is repeated. */
function stepsAfter(journey: JourneyModel, start: string): ReadonlySet<string> {
  const isTaken = (way: Transition): boolean => isOnward(way) && !isLimited(way);
  return follow(journey, journey.from(start).filter(isTaken).map(({ to }) => to), isTaken);
}

function finding({ spec }: JourneyModel, first: Question, again: Question): Finding {
  return {
    at: { spec, path: pathOf(again) },
    message: `Step \`${again.step.id}\` asks for \`${again.element}\`, which the customer has given in step \`${first.step.id}\` already.`,
    hint: `Move \`${again.element}\` from \`collects\` to \`reuses\` in step \`${again.step.id}\`, and hand it over on the way there.`,
    related: [{ message: `\`${first.element}\` is asked for here first`, at: { spec, path: pathOf(first) } }],
  };
}

function pathOf({ step, index }: Question): Path {
  return [...step.path, 'data', 'collects', index];
}
