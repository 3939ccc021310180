import { describe, expect, it } from 'vitest';
import { diff } from '../../src/diff/diff.js';
import { languageTable } from '../../src/schema/generated/language-table.js';
import { editsOf, fullDocument, load } from './full-documents.js';

/** What is taken away there are several things, each of which is told. */
const apart: readonly { readonly at: RegExp; readonly why: string }[] = [
  { at: / locked$/, why: 'Without a list of its own the parts hold that every Policy locks, each of which is told.' },
  { at: /\.some-key\.effective$/, why: 'An entry of a Directory that says no days has those of the Directory: both days are others.' },
  { at: / targets\.0\.(?:tier|persona|region)$/, why: 'A target for others is another target: for whom it was there is none, and for whom it is there was none.' },
  { at: /\.steps\.0\.next$/, why: 'Which ways there are is one thing, and whether they are taken together another.' },
];

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

  it('tells once of whatever is taken away or put back: what else follows from it names it', () => {
    const taken = editsOf(kind, document).filter(({ place }) => place.startsWith('without ') && !apart.some(({ at }) => at.test(place)));
    const several = taken.flatMap(({ place, edited }) => {
      const roots = [diff(whole, load(edited)), diff(load(edited), whole)].map((changes) => changes.filter(({ because }) => because === undefined));
      return roots.filter((list) => list.length > 1).map((list) => `${place}: ${list.map((change) => `${change.kind} ${change.subject}`).join(', ')}`);
    });
    expect(several).toEqual([]);
  });
});
