import { listOf, quoted } from '../../../base/words.js';
import { activeDocument } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const journey = (scope: string): string => activeDocument('Journey', 'lost-card', `scope: {segments: [everybody]${scope}}
stages:
  - id: report
    title: Report
    steps:
      - {id: call, title: Customer reports the loss, lane: customer, channel: phone, end: success}
`);

/** Customers for whom a journey was made without saying why for them. */
export const selectionScored: Rule = {
  id: 'structure/selection-scored',
  code: 'STR-014',
  summary: 'A journey for chosen customers says why they were chosen: three scores and a reason.',
  rationale: 'Work on journeys is dear. Without the reasons, the loudest wish is chosen instead of the customers who need it most.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M1.1'],
  examples: {
    valid: [{ title: 'Scores and a reason', files: { 'journey.yaml': journey(', selection: {lifetimeValue: 3, complexity: 2, frequency: 4, rationale: Every second customer loses a card}') } }],
    invalid: [
      { title: 'Nothing at all', files: { 'journey.yaml': journey('') }, at: 'segments', message: 'Journey `lost-card` does not say why it is for `everybody`.' },
      {
        title: 'Scores without the reason',
        files: { 'journey.yaml': journey(', selection: {lifetimeValue: 3, complexity: 2, frequency: 4}') },
        at: 'selection',
        message: 'The choice of customers of journey `lost-card` lacks `rationale`.',
      },
    ],
  },
  checkJourneys: () =>
    function* ({ id, spec }) {
      const { segments = [], selection } = spec.value.scope ?? {};
      const missing = fields.filter((field) => selection?.[field] === undefined);
      if (missing.length === 0 || (selection === undefined && segments.length === 0)) return;
      const example = '`selection: {lifetimeValue: 4, complexity: 3, frequency: 2, rationale: ...}`';
      yield selection === undefined
        ? { at: { spec, path: ['scope', 'segments'], part: 'key' }, message: `Journey \`${id}\` does not say why it is for ${listOf(quoted(segments))}.`, hint: `Add scores from 1 to 5 and the reason to \`scope\`, for example ${example}.` }
        : { at: { spec, path: ['scope', 'selection'], part: 'key' }, message: `The choice of customers of journey \`${id}\` lacks ${listOf(quoted(missing))}.`, hint: `Add it, for example ${example}.` };
    },
};

const fields = ['lifetimeValue', 'complexity', 'frequency', 'rationale'] as const;
