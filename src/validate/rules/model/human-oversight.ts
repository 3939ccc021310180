import { findsHelp, meetsPeople, selfServiceChannels, systemsServing } from '../../../analysis/human-help.js';
import { systemsOf } from '../../../analysis/system-use.js';
import type { Path } from '../../../base/json.js';
import type { StepModel } from '../../../model/journey.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument, activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const model = (rest: string): string => activeDocument('System', 'chatbot', `type: model
modelCard: {purpose: Answers questions about claims, inputs: []${rest}}
`);

const journey = (step: string): string => activeJourney('question', 'ask', `      - ${step}
      - {id: call, title: Agent answers, lane: frontstage, channel: phone, automation: human, end: success}
`);

/** A model that meets customers, with nobody who watches it or nobody to turn to. */
export const humanOversight: Rule = {
  id: 'model/human-oversight',
  code: 'MDL-002',
  summary: 'A model that meets customers is watched by somebody who may switch it off, and customers can get to a person.',
  rationale: 'Models err in ways that people do not expect. A customer who meets only the model has nobody who can put it right.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S0.G6'],
  silencedBy: [
    { code: 'REF-001', within: 'subject' },
    { code: 'REF-002', within: 'subject' },
    { code: 'GRF-013', within: 'subject' },
    { code: 'VAR-010', within: 'subject' },
  ],
  examples: {
    valid: [
      {
        title: 'An agent takes over when the chatbot fails',
        files: { 'chatbot.yaml': model(', oversight: claims#lead'), 'journey.yaml': journey('{id: chat, title: Chatbot answers, lane: customer, channel: web, systems: [chatbot], onFail: call, end: success}') },
      },
    ],
    invalid: [
      {
        title: 'Nobody watches it',
        files: { 'chatbot.yaml': model(''), 'journey.yaml': journey('{id: chat, title: Chatbot answers, lane: customer, channel: web, systems: [chatbot], onFail: call, end: success}') },
        at: 'modelCard',
        message: 'Customers meet the model `chatbot`, but its card names nobody who watches it.',
      },
      {
        title: 'No way to a person',
        files: { 'chatbot.yaml': model(', oversight: claims#lead'), 'journey.yaml': journey('{id: chat, title: Chatbot answers, lane: customer, channel: web, systems: [chatbot], end: success}') },
        at: 'chatbot',
        message: 'Customers meet the model `chatbot` in step `chat`, and cannot get to a person from there.',
      },
    ],
  },
  *check({ workspace }) {
    const models = new Map(workspace.all('System').filter(({ value }) => value.type === 'model').map((spec) => [spec.id, spec]));
    if (models.size === 0) return;
    const met: Met = new Map([...models.values()].filter(({ value }) => value.customerFacing === true).map((spec) => [spec, spec]));
    yield* withoutPerson(workspace, models, met);
    for (const [spec, saidBy] of met) if (spec.value.modelCard !== undefined && spec.value.modelCard.oversight === undefined) yield unwatched(spec, saidBy);
  },
};

/** The models that customers meet, each with a document that says so. */
type Met = Map<Spec<'System'>, Spec>;

/** Looks at every step that customers see; the models that they meet there are added to `met`. */
function* withoutPerson(workspace: Workspace, models: ReadonlyMap<string, Spec<'System'>>, met: Met): Iterable<Finding> {
  const channels = selfServiceChannels(workspace);
  const isHelp = (step: StepModel): boolean => meetsPeople(step, channels);
  for (const journeyModel of workspace.journeys) {
    for (const step of journeyModel.steps) {
      const used = isSeen(step) ? systemsOf(step).filter((id) => models.has(id)) : [];
      if (isActive(journeyModel.spec)) for (const id of used) if (!met.has(models.get(id)!)) met.set(models.get(id)!, journeyModel.spec);
      const [id] = used;
      if (id === undefined || isHelp(step) || findsHelp(journeyModel, step, isHelp)) continue;
      yield {
        at: { spec: journeyModel.spec, path: placeOf(step, id) },
        message: `Customers meet the model \`${id}\` in step \`${step.id}\`, and cannot get to a person from there.`,
        hint: `Add a step in which somebody of a team helps, and name it in \`onFail\` or \`next\` of \`${step.id}\`.`,
        tellsOf: systemsServing(workspace, journeyModel),
      };
    }
  }
}

/** Where the step says that it runs on the system, or that it needs it. */
function placeOf({ value, path }: StepModel, id: string): Path {
  const index = value.systems?.indexOf(id) ?? -1;
  return index >= 0 ? [...path, 'systems', index] : [...path, 'dependsOn', value.dependsOn!.findIndex(({ system }) => system === id), 'system'];
}

function isSeen({ value }: StepModel): boolean {
  return value.lane === 'customer' || value.lane === 'frontstage';
}

function unwatched(spec: Spec<'System'>, saidBy: Spec): Finding {
  return {
    at: { spec, path: ['modelCard'], part: 'key' },
    message: `Customers meet the model \`${spec.id}\`, but its card names nobody who watches it.`,
    hint: 'Add `oversight:` with the role that watches it and may switch it off, written as the id of a team, `#` and the id of the role.',
    tellsOf: [saidBy],
  };
}
