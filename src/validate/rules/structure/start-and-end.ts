import { deadEnds, straysIntoSideBranches } from '../../../analysis/endings.js';
import { entrySteps } from '../../../analysis/reachability.js';
import { isAlongsideItself } from '../../../analysis/ways.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Finding, Rule } from '../../rule.js';

const lostCard = (stages: string, status: 'draft' | 'active' = 'draft'): string => `apiVersion: waymark/v1
kind: Journey
id: lost-card
title: Lost card
version: 1.0.0
status: ${status}
owner: claims
stages:${stages}
`;

const report = `
  - id: report
    title: Report
    steps:
      - {id: call, title: Customer reports the loss, lane: customer, channel: phone`;

/** A journey without stages, a stage without steps, or a journey that begins or ends nowhere. */
export const startAndEnd: Rule = {
  id: 'structure/start-and-end',
  code: 'STR-011',
  summary: 'A journey has a stage, each stage has a step, and the journey begins and ends somewhere.',
  rationale: 'Without a beginning and an end nobody can say how long a customer takes, or whether a customer ever arrives.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M1.2'],
  silencedBy: [{ code: 'VAR-009', within: 'spec' }],
  examples: {
    valid: [
      { title: 'One stage, one step, one end', files: { 'journey.yaml': lostCard(`${report}, end: success}`, 'active') } },
      { title: 'A sketch may leave a stage open', files: { 'journey.yaml': lostCard(`${report}, end: success}\n  - {id: block, title: Block, steps: []}`) } },
    ],
    invalid: [
      { title: 'No stage', files: { 'journey.yaml': lostCard(' []', 'active') }, at: 'lost-card', message: 'Journey `lost-card` has no stage.' },
      {
        title: 'A stage without steps',
        files: { 'journey.yaml': lostCard(`${report}, end: success}\n  - {id: block, title: Block, steps: []}`, 'active') },
        at: 'block',
        message: 'Stage `block` has no step.',
      },
      { title: 'Only a side branch ends', files: { 'journey.yaml': lostCard(`${report}, end: side}`) }, at: 'lost-card', message: 'Journey `lost-card` ends nowhere: only a side branch ends.' },
      {
        title: 'No beginning',
        files: { 'journey.yaml': lostCard(`${report}, alongside: hold}\n      - {id: hold, title: Agent looks the card up, lane: backstage, alongside: call, end: success}`) },
        at: 'lost-card',
        message: 'Journey `lost-card` begins nowhere: each of its steps happens alongside another.',
      },
    ],
  },
  checkJourneys: () => findingsOf,
};

function* findingsOf(journey: JourneyModel): Iterable<Finding> {
  const { spec, stages, steps } = journey;
  const id = { spec, path: ['id'] };
  if (stages.length === 0) yield { at: id, from: 'active', message: `Journey \`${journey.id}\` has no stage.`, hint: 'Add a stage with its first step under `stages:`. `waymark init` writes one to begin with.' };
  for (const stage of stages) {
    if (stage.value.steps.length === 0) yield { at: { spec, path: [...stage.path, 'id'] }, from: 'active', message: `Stage \`${stage.id}\` has no step.`, hint: 'Add its first step, `- {id: ..., title: ..., lane: ...}`, or delete the stage until you know one.' };
  }
  if (steps.length === 0) return;
  if (entrySteps(journey).length === 0 && !steps.some((step) => isAlongsideItself(journey, step))) yield { at: id, message: `Journey \`${journey.id}\` begins nowhere: each of its steps happens alongside another.`, hint: 'Take `alongside` away from the step that the customer begins with.' };
  if (endsOnlyBeside(journey)) yield { at: id, message: `Journey \`${journey.id}\` ends nowhere: only a side branch ends.`, hint: `Say of the last step how it ends for the customer, for example \`end: success\` on step \`${steps.at(-1)!.id}\`.` };
}

/** Where a step leads nowhere, or into a side branch, the rules about ways say so at that step. */
function endsOnlyBeside(journey: JourneyModel): boolean {
  const ends = journey.steps.filter(({ value }) => value.end !== undefined);
  return ends.length > 0 && ends.every(({ value }) => value.end === 'side') && deadEnds(journey).length === 0 && straysIntoSideBranches(journey).length === 0;
}
