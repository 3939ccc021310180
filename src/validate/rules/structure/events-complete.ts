import { listOf } from '../../../base/words.js';
import type { StepModel } from '../../../model/journey.js';
import { activeJourney } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const journey = (step: string): string => activeJourney('lost-card', 'report', `      - {id: fill, title: Customer fills in the loss form, lane: customer, channel: web${step}, end: success}
`);

/** A step in which customers may give up unnoticed. */
export const eventsComplete: Rule = {
  id: 'structure/events-complete',
  code: 'STR-010',
  summary: 'A step that customers do by themselves tells when it is begun, done and given up.',
  rationale: 'Whoever gives up halfway is counted nowhere, and the step looks as if nobody had wanted it.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M1.2'],
  examples: {
    valid: [
      { title: 'A form with its three events', files: { 'journey.yaml': journey(', type: form, events: {start: form-opened, complete: form-sent, abandon: form-left}') } },
      { title: 'Nobody can give up waiting', files: { 'journey.yaml': journey(', type: wait') } },
    ],
    invalid: [
      {
        title: 'A form that does not tell when it is given up',
        files: { 'journey.yaml': journey(', type: form, events: {start: form-opened, complete: form-sent}') },
        at: 'fill',
        message: 'Step `fill` does not tell when a customer gives up.',
      },
      {
        title: 'A step on a system, without any event',
        files: { 'journey.yaml': journey(', systems: [portal]') },
        at: 'fill',
        message: 'Step `fill` does not tell when a customer begins, finishes and gives up.',
      },
    ],
  },
  checkJourneys: () =>
    function* ({ spec, steps }) {
      for (const step of steps) {
        const missing = isInteractive(step) ? moments.filter(({ event }) => step.value.events?.[event] === undefined) : [];
        if (missing.length === 0) continue;
        yield {
          at: { spec, path: [...step.path, 'id'] },
          message: `Step \`${step.id}\` does not tell when a customer ${listOf(missing.map(({ words }) => words))}.`,
          hint: `Add the events that the system sends, for example \`events: {start: ${step.id}-opened, complete: ${step.id}-done, abandon: ${step.id}-left}\`, and declare them under \`emits\` of the system.`,
        };
      }
    },
};

const moments = [{ event: 'start', words: 'begins' }, { event: 'complete', words: 'finishes' }, { event: 'abandon', words: 'gives up' }] as const;

/** The customer does something where a system can notice that it is begun and given up. */
function isInteractive(step: StepModel): boolean {
  if (step.value.lane !== 'customer' || step.type === 'wait') return false;
  const isNoticed = step.type === 'form' || (step.value.systems ?? []).length > 0;
  return isNoticed && step.channels.length > 0 && step.hosts.length === 0;
}
