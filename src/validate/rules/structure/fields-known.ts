import { draftDocument, draftJourney } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

/** A field that the language does not have, a missing one, or a value of the wrong form. */
export const fieldsKnown: Rule = {
  id: 'structure/fields-known',
  code: 'STR-002',
  summary: 'Every field is one that this kind of document has, and holds what belongs there.',
  rationale: 'What is misspelt, or written in a form that nobody agreed on, would be passed over in silence, and everybody would believe that it holds.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['all'],
  examples: {
    valid: [
      {
        title: 'A journey of one step',
        files: {
          'journey.yaml': draftJourney('lost-card', 'report', `      - {id: call, title: Customer reports the loss, lane: customer, channel: phone, end: success}
`),
        },
      },
    ],
    invalid: [
      {
        title: 'A misspelt field',
        files: { 'team.yaml': draftDocument('Team', 'card-desk', 'functon: service\n') },
        at: 'functon',
        message: '`functon` is not a field of a team.',
      },
      {
        title: 'A word of the trade for which the language has another',
        files: {
          'journey.yaml': draftJourney('lost-card', 'report', `      - {id: call, title: Customer reports the loss, lane: customer, touchpoint: phone, end: success}
`),
        },
        at: 'touchpoint',
        message: '`touchpoint` is not a field of a step.',
      },
      {
        title: 'A field that is missing',
        files: {
          'journey.yaml': draftJourney('lost-card', 'report', `      - {id: call, title: Customer reports the loss, channel: phone, end: success}
`),
        },
        at: 'call',
        message: 'Step `call` has no `lane`.',
      },
      {
        title: 'A word that is not among the allowed ones',
        files: {
          'journey.yaml': draftJourney('lost-card', 'report', `      - {id: call, title: Customer reports the loss, lane: client, channel: phone, end: success}
`),
        },
        at: 'client',
        message: '`client` is not one of the words that the `lane` of step `call` may be.',
      },
      {
        title: 'One value where a list belongs',
        files: { 'system.yaml': draftDocument('System', 'card-core', 'accepts: block-card\n') },
        at: 'block-card',
        message: 'The `accepts` of system `card-core` has to be a list, and block-card is text.',
      },
    ],
  },
};
