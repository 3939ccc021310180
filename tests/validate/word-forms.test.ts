import { describe, expect, it } from 'vitest';
import { bindingTerms, wrongWordFinder } from '../../src/analysis/wording.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { exampleFiles } from '../../src/validate/example-workspace.js';

const glossary = (terms: string, status = 'active'): string => `apiVersion: waymark/v1
kind: Glossary
id: words
title: Words
version: 1.0.0
status: ${status}
owner: claims
terms:
${terms}
`;

/** The forbidden words that a text holds. */
function wrong(terms: string, text: string, channels: readonly string[] = [], status?: string): readonly string[] {
  const workspace = loadWorkspaceFrom({ ...exampleFiles, 'words.yaml': glossary(terms, status) });
  return wrongWordFinder(bindingTerms(workspace))({ text, spec: workspace.root!, path: [], channels }).map(({ written }) => written);
}

const parcel = '  - {id: parcel, preferred: parcel, forbidden: [box, consignment, Päckchen, e-packet, C++ item (small)]}';

describe('forbidden words', () => {
  it.each([
    ['Your consignment is here', ['consignment']],
    ['CONSIGNMENTS', ['CONSIGNMENTS']],
    ['Two boxes and a box', ['boxes']],
    ['Dein päckchen.', ['päckchen']],
    ['One e packet, one e-packets', ['e packet']],
    ['a box, a consignment', ['box', 'consignment']],
    ['inbox, boxer, Päckchenbote', []],
    ['One C++ item (small).', ['C++ item (small)']],
    ['', []],
  ])('in “%s” are %j', (text, expected) => {
    expect(wrong(parcel, text)).toEqual(expected);
  });

  it('inside a longer phrase that is preferred are no mistake', () => {
    const terms = '  - {id: hub, preferred: depot, forbidden: [hub]}\n  - {id: manager, preferred: hub manager}';
    expect(wrong(terms, 'The hub manager opens the hub')).toEqual(['hub']);
    expect(wrong(terms, 'The hub managers meet')).toEqual([]);
  });

  it('are allowed in a channel whose own word they are', () => {
    const terms = '  - {id: card, preferred: card, forbidden: [instrument], perChannel: {letter: instrument}}';
    expect(wrong(terms, 'Your instrument', ['letter'])).toEqual([]);
    expect(wrong(terms, 'Your instrument', ['letter', 'email'])).toEqual(['instrument']);
    expect(wrong(terms, 'Your instrument')).toEqual(['instrument']);
  });

  it('count only once their Glossary binds, and not where it contradicts itself', () => {
    expect(wrong(parcel, 'a box', [], 'draft')).toEqual([]);
    expect(wrong('  - {id: a, preferred: box, forbidden: [parcel]}\n  - {id: b, preferred: crate, forbidden: [box]}', 'a box')).toEqual([]);
  });

  it('that are only marks match nothing', () => {
    expect(wrong('  - {id: dash, preferred: hyphen, forbidden: ["-", "--"]}', 'a - b -- c')).toEqual([]);
  });
});
