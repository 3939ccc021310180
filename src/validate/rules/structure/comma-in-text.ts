import { draftDocument, draftJourney } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

/** A text that a comma has torn in two, because it stands in brackets without quotes. */
export const commaInText: Rule = {
  id: 'structure/comma-in-text',
  code: 'STR-019',
  summary: 'Between `{ }` or `[ ]`, a text that holds a comma stands in quotes.',
  rationale: 'There, a comma ends the text. Half of a title or of a reason would be lost, or turn into a field of its own.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['all'],
  examples: {
    valid: [
      {
        title: 'The text with the comma stands in quotes',
        files: {
          'journey.yaml': draftJourney('lost-card', 'report', `      - {id: call, title: "Customer calls, we block the card", lane: customer, channel: phone, end: success}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'A title with a comma in a step on one line',
        files: {
          'journey.yaml': draftJourney('lost-card', 'report', `      - {id: call, title: Customer calls, we block the card, lane: customer, channel: phone, end: success}
`),
        },
        at: 'we block the card',
        message: 'The comma ends the text before it, so `we block the card` became a key without a value.',
      },
      {
        title: 'A comma between brackets in a list',
        files: {
          'persona.yaml': draftDocument('Persona', 'traveller', 'needs: [A card that works (shops, machines)]\n'),
        },
        at: 'A card that works (shops',
        message: 'A bracket or quote in `A card that works (shops` is not closed; the comma beside it most likely tore one text in two.',
      },
    ],
  },
};
