import { branchesThatRejoin, deadEnds, exitsOfBranch, straysIntoSideBranches } from '../../../analysis/endings.js';
import { impossibleOutcomes, stepsStandingFor } from '../../../analysis/sub-journeys.js';
import { targetPath } from '../../../analysis/ways.js';
import type { JourneyModel, StepModel } from '../../../model/journey.js';
import type { Transition } from '../../../model/transitions.js';
import type { Workspace } from '../../../model/workspace.js';
import { draftJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const example = (rest: string): string => draftJourney('lost-card', 'report', rest);

/** A step after which a case is stuck. */
export const stepCanEnd: Rule = {
  id: 'graph/step-can-end',
  code: 'GRF-002',
  summary: 'From every step a case can get to an end.',
  rationale: 'A customer whose case is stuck waits for something that nobody will do.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M3.1'],
  silencedBy: [
    { code: 'STR-003', within: 'spec' },
    { code: 'STR-011', within: 'spec' },
    { code: 'REF-002', within: 'spec' },
    { code: 'GRF-003', within: 'spec' },
  ],
  examples: {
    valid: [
      {
        title: 'The way ends, and a reminder ends beside it',
        files: {
          'journey.yaml': example(`      - {id: report, title: Customer reports the loss, lane: customer, channel: app, meanwhile: [{every: 1d, times: 2, to: remind}], next: block}
      - {id: remind, title: We remind, lane: frontstage, channel: email, end: side}
      - {id: block, title: We block the card, lane: backstage, end: success}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'Nothing follows the last step, and it is no end',
        files: {
          'journey.yaml': example(`      - {id: call, title: Customer reports the loss, lane: customer, channel: phone}
      - {id: block, title: We block the card, lane: backstage}
`),
        },
        at: 'block',
        message: 'Nothing follows step `block`, and it does not say that the journey ends there.',
      },
      {
        title: 'The order of the steps leads into the reminder',
        files: {
          'journey.yaml': example(`      - {id: report, title: Customer reports the loss, lane: customer, channel: app, meanwhile: [{every: 1d, times: 2, to: remind}], onFail: block}
      - {id: remind, title: We remind, lane: frontstage, channel: email, end: side}
      - {id: block, title: We block the card, lane: backstage, end: success}
`),
        },
        at: 'report',
        message: 'After step `report` the case goes on to `remind`, where only a side branch ends.',
      },
      {
        title: 'A reminder that goes on to the next step while the customer is still busy',
        files: {
          'journey.yaml': example(`      - {id: report, title: Customer reports the loss, lane: customer, channel: app, meanwhile: [{after: 1d, to: remind}], next: block}
      - {id: remind, title: We remind, lane: frontstage, channel: email}
      - {id: block, title: We block the card, lane: backstage, end: success}
`),
        },
        at: 'remind',
        message: 'The branch that begins with `remind` while step `report` goes on does not end beside it.',
      },
    ],
  },
  checkJourneys: ({ workspace }) =>
    function* (journey) {
      const stuck = deadEnds(journey);
      const waiting = stuck.length === 0 ? [] : waitingInVain(workspace, journey, stuck.length);
      for (const step of stuck) yield { ...deadEnd(journey, step), explains: waiting };
      for (const way of straysIntoSideBranches(journey)) yield stray(journey, way);
      for (const way of branchesThatRejoin(journey)) yield rejoin(journey, way);
    },
};

/** Steps of other journeys that wait for an outcome which one of the steps without an end may have lost. */
function waitingInVain(workspace: Workspace, journey: JourneyModel, stuck: number): readonly string[] {
  const waiting = (stepsStandingFor(workspace).get(journey) ?? []).map((sub) => ({ sub, missed: impossibleOutcomes(sub) }));
  const outcomes = new Set(waiting.flatMap(({ missed }) => missed));
  return outcomes.size > stuck ? [] : waiting.filter(({ missed }) => missed.length > 0).map(({ sub }) => sub.step.coordinate);
}

function deadEnd({ spec }: JourneyModel, { id, path }: StepModel): Finding {
  return {
    at: { spec, path: [...path, 'id'] },
    message: `Nothing follows step \`${id}\`, and it does not say that the journey ends there.`,
    hint: `Add \`end: success\` (or failure, abandon) to \`${id}\`, or \`next:\` with the id of the step that follows.`,
  };
}

function stray(journey: JourneyModel, way: Transition): Finding {
  return {
    at: { spec: journey.spec, path: targetPath(journey, way) },
    message: `After step \`${way.from}\` the case goes on to \`${way.to}\`, where only a side branch ends.`,
    hint: `Add \`next:\` to \`${way.from}\` with the step that follows it, or end \`${way.to}\` with success, failure or abandon instead of side.`,
  };
}

function rejoin(journey: JourneyModel, way: Transition): Finding {
  return {
    at: { spec: journey.spec, path: targetPath(journey, way) },
    explains: exitsOfBranch(journey, way).map(({ coordinate }) => coordinate),
    message: `The branch that begins with \`${way.to}\` while step \`${way.from}\` goes on does not end beside it.`,
    hint: `Add \`end: side\` to the last step of that branch, or \`stops: true\` beside \`to: ${way.to}\` if \`${way.from}\` is over then.`,
  };
}
