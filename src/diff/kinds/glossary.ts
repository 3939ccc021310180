import { edit, written, type WrittenKind } from '../change-kind.js';

/** Changes of words. */
export const glossaryKinds: readonly WrittenKind[] = [
  written({
    id: 'term-word-changed',
    at: [],
    level: 'compatible',
    approvers: ['journey-owner'],
    rationale: 'People read another word than before, and no system goes by it.',
    example: edit('words.yaml', 'preferred: claim', 'preferred: case', 'The `preferred` of term `claim` in glossary `words` was `claim` and is now `case`.'),
  }),
];
