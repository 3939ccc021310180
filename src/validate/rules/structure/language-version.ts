import type { Rule } from '../../rule.js';

/** A document in a version of the language that this Waymark does not know. */
export const languageVersion: Rule = {
  id: 'structure/language-version',
  code: 'STR-004',
  summary: 'Every document says `apiVersion: waymark/v1`.',
  rationale: 'The same words may mean something else in another version of the language, and a guess could change a promise.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M8.4'],
  examples: {
    valid: [
      {
        title: 'The version that exists',
        files: { 'team.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: card-desk\ntitle: Card desk\nversion: 0.1.0\nstatus: draft\nowner: claims\n' },
      },
    ],
    invalid: [
      {
        title: 'A version that does not exist',
        files: { 'team.yaml': 'apiVersion: waymark/v2\nkind: Team\nid: card-desk\ntitle: Card desk\nversion: 0.1.0\nstatus: draft\nowner: claims\n' },
        at: 'waymark/v2',
        message: 'The language version `waymark/v2` is not known.',
      },
      {
        title: 'No version at all',
        files: { 'team.yaml': 'kind: Team\nid: card-desk\ntitle: Card desk\nversion: 0.1.0\nstatus: draft\nowner: claims\n' },
        at: 'card-desk',
        message: 'Team `card-desk` has no `apiVersion`.',
      },
    ],
  },
};
