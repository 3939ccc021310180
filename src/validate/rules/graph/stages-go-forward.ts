import { loopsOf } from '../../../analysis/cycles.js';
import { goesBack, isLimited, leadsBack, targetPath } from '../../../analysis/ways.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Transition } from '../../../model/transitions.js';
import { activeJourney } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const example = (rest: string): string => activeJourney('loan', 'apply', rest);

/** A way back to an earlier stage that is not said to be rework. */
export const stagesGoForward: Rule = {
  id: 'graph/stages-go-forward',
  code: 'GRF-008',
  summary: 'A way leads back to an earlier stage only as rework with a limit.',
  rationale: 'Stages are read from left to right. A way back that is not marked as rework hides that customers go through a phase twice.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M3.1'],
  examples: {
    valid: [
      {
        title: 'Papers are asked for once more',
        files: {
          'journey.yaml': example(`      - {id: upload, title: Customer sends papers, lane: customer, channel: app}
  - id: decide
    title: Decide
    steps:
      - {id: check, title: We check the papers, lane: backstage, next: [pay, {to: upload, when: unreadable, repeats: 1}]}
      - {id: pay, title: We pay, lane: support, end: success}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'The refusal stands in the first stage',
        files: {
          'journey.yaml': example(`      - {id: upload, title: Customer sends papers, lane: customer, channel: app, next: check}
      - {id: refuse, title: We refuse, lane: frontstage, end: failure}
  - id: decide
    title: Decide
    steps:
      - {id: check, title: We check the papers, lane: backstage, next: [pay, {to: refuse, when: too little income}]}
      - {id: pay, title: We pay, lane: support, end: success}
`),
        },
        at: 'refuse',
        message: 'Step `check` of stage `decide` leads back to `refuse` in the earlier stage `apply`.',
      },
    ],
  },
  checkJourneys: () =>
    function* (journey) {
      if (!goesBack(journey)) return;
      const back = journey.transitions.filter((way) => crossesBack(journey, way));
      const looping = new Set(back.length === 0 ? [] : loopsOf(journey, journey.transitions).flatMap(({ ways }) => ways));
      for (const way of back.filter((each) => !looping.has(each))) {
        yield {
          at: { spec: journey.spec, path: targetPath(journey, way) },
          message: `Step \`${way.from}\` of stage \`${stageOf(journey, way.from)}\` leads back to \`${way.to}\` in the earlier stage \`${stageOf(journey, way.to)}\`.`,
          hint: `Move \`${way.to}\` to a later stage, or write how often cases go back: \`{to: ${way.to}, repeats: 1}\`.`,
        };
      }
    },
};

/** Only written ways are judged: the order of the steps never leads back, and a failure may fall back on anything. */
function crossesBack(journey: JourneyModel, way: Transition): boolean {
  return way.kind === 'next' && !isLimited(way) && leadsBack(way) && stageOf(journey, way.from) !== stageOf(journey, way.to);
}

function stageOf(journey: JourneyModel, step: string): string {
  return journey.step(step)?.stage.id ?? '';
}
