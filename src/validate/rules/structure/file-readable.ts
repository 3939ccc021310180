import type { Rule } from '../../rule.js';

/** A file that cannot be read as YAML, or a document that does not say what it is. */
export const fileReadable: Rule = {
  id: 'structure/file-readable',
  code: 'STR-001',
  summary: 'Every file can be read, says what kind of document it is, and has an id.',
  rationale: 'What cannot be read counts for nothing: the journey in it would quietly be missing from every check and every picture.',
  severity: 'error',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'tree',
  serves: ['S0.D1'],
  examples: {
    valid: [
      {
        title: 'A text that holds a colon stands in quotes',
        files: { 'team.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: card-desk\ntitle: "Card desk: loss and theft"\nversion: 0.1.0\nstatus: draft\nowner: claims\n' },
      },
    ],
    invalid: [
      {
        title: 'A text that holds a colon without quotes',
        files: { 'team.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: card-desk\ntitle: Card desk: loss and theft\nversion: 0.1.0\nstatus: draft\nowner: claims\n' },
        at: ': loss and theft',
        message: 'This line does not start at the same column as its neighbours, or a text holds `: ` without quotes.',
      },
      {
        title: 'The same field twice',
        files: { 'team.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: card-desk\ntitle: Card desk\nversion: 0.1.0\nstatus: draft\nowner: claims\ntitle: Loss and theft\n' },
        at: 'title',
        message: '`title` stands here a second time; only one of the two can hold.',
      },
      {
        title: 'A kind that does not exist',
        files: { 'team.yaml': 'apiVersion: waymark/v1\nkind: Taem\nid: card-desk\ntitle: Card desk\nversion: 0.1.0\nstatus: draft\nowner: claims\n' },
        at: 'Taem',
        message: '`Taem` is not a kind of document.',
      },
      {
        title: 'An id that is written like a title',
        files: { 'team.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: Card Desk\ntitle: Card desk\nversion: 0.1.0\nstatus: draft\nowner: claims\n' },
        at: 'Card Desk',
        message: 'The `id` of team `Card Desk` is `Card Desk`, which cannot be read.',
      },
      {
        title: 'A value that is repeated from elsewhere in the file',
        files: { 'team.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: card-desk\ntitle: &name Card desk\nversion: 0.1.0\nstatus: draft\nowner: claims\n' },
        at: '&name',
        message: 'An anchor (`&name`) gives a value a name inside the file.',
      },
    ],
  },
};
