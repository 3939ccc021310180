import { describe, expect, it } from 'vitest';
import { diff } from '../../src/diff/diff.js';
import { languageTable } from '../../src/schema/generated/language-table.js';
import { editsOf, fullDocument, load } from './full-documents.js';

describe.each(languageTable.kinds.map((kind) => [kind, fullDocument(kind)] as const))('a %s in which everything is written', (kind, document) => {
  const whole = load(document);

  it('is sound and says the same as itself', () => {
    expect(whole.documents.flatMap(({ problems }) => problems.map(({ message }) => message))).toEqual([]);
    expect(diff(whole, load(document))).toEqual([]);
  });

  it('tells whatever is taken away or written otherwise, and the way back, in whole sentences', () => {
    const edits = editsOf(kind, document);
    const told = edits.map(({ place, edited }) => ({ place, changes: [diff(whole, load(edited)), diff(load(edited), whole)] }));
    const sentences = told.flatMap(({ changes }) => changes.flat()).map(({ message }) => message);
    expect(sentences.filter((message) => !/^[A-Z`].*\.$/s.test(message) || /undefined|\[object/.test(message))).toEqual([]);
    expect(told.filter(({ changes }) => changes.some((list) => list.length === 0)).map(({ place }) => place)).toEqual([]);
    expect(edits.length).toBeGreaterThan(20);
  });
});
