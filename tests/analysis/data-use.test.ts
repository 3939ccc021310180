import { describe, expect, it } from 'vitest';
import { isReadWhole } from '../../src/analysis/completeness.js';
import { declaredPurposes, usedOtherwise, usesOf } from '../../src/analysis/data-use.js';
import { isAtLeast, rankOfElement } from '../../src/analysis/protection.js';
import { memoryTree } from '../../src/load/file-tree.js';
import { loadDocuments } from '../../src/load/load-documents.js';
import { buildWorkspace } from '../../src/model/workspace.js';
import { journeyOf, workspaceOf } from '../support/journeys.js';

const catalog = (rest: string): string => `apiVersion: waymark/v1\nkind: DataCatalog\nid: data\ntitle: Data\nversion: 0.1.0\nstatus: draft\nowner: claims\n${rest}`;

describe('data in use', () => {
  it('of a step stand in the order of its fields, with their places', () => {
    const step = journeyOf(['a, data: {writes: [z], collects: [x, y]}']).steps[0]!;
    expect(usesOf(step).map(({ element, how, path }) => `${how} ${element} at ${path.slice(4).join('.')}`)).toEqual(['collects x at data.collects.0', 'collects y at data.collects.1', 'writes z at data.writes.0']);
  });

  it('have the purposes of all activities that name them', () => {
    const workspace = workspaceOf({ 'data.yaml': catalog('activities:\n  - {id: p, purpose: one, elements: [x, y], subjects: []}\n  - {id: q, purpose: two, elements: [y], subjects: []}\n') });
    expect([...declaredPurposes(workspace)].map(([element, purposes]) => [element, ...purposes])).toEqual([['x', 'one'], ['y', 'one', 'two']]);
  });
});

describe('data used for another purpose', () => {
  const workspace = workspaceOf({ 'data.yaml': catalog(`elements:
  - {id: income, title: Income, class: internal, nature: personal}
  - {id: score, title: Score, class: internal, nature: pseudonymous}
  - {id: weather, title: Weather, class: public, nature: none}
  - {id: idle, title: Not used, class: internal, nature: personal}
purposes: [{id: credit, basis: contract}, {id: offers, basis: contract}]
activities:
  - {id: p, purpose: credit, elements: [income, weather, score], subjects: []}
`) });
  const otherwise = (purpose: string): readonly string[] => usedOtherwise(workspace, declaredPurposes(workspace), ['income', 'score', 'weather', 'idle', 'unknown'], purpose);

  it('are told for data about people only, and only where both ends are known', () => {
    expect(otherwise('offers')).toEqual(['income', 'score']);
    expect(otherwise('credit')).toEqual([]);
    expect(otherwise('unknown')).toEqual([]);
  });
});

describe('classes of protection', () => {
  const element = (dataClass: string): string => `elements:\n  - {id: x, title: X, class: ${dataClass}, nature: none}\n`;

  it('are weighed by the usual ranks', () => {
    const workspace = workspaceOf({ 'data.yaml': catalog(element('restricted')) });
    expect([rankOfElement(workspace, 'x'), rankOfElement(workspace, 'unknown')]).toEqual([3, undefined]);
    expect([isAtLeast(workspace, 'x', 'confidential'), isAtLeast(workspace, 'x', 'restricted'), isAtLeast(workspace, 'x', 'special')]).toEqual([true, true, false]);
  });

  it('of the company are weighed by their own ranks', () => {
    const workspace = workspaceOf({ 'data.yaml': catalog(`classes: [{id: open, rank: 0}, {id: confidential, rank: 1}, {id: secret, rank: 3}]\n${element('secret')}`) });
    expect([isAtLeast(workspace, 'x', 'confidential'), isAtLeast(workspace, 'x', 'restricted'), isAtLeast(workspace, 'x', 'special')]).toEqual([true, true, false]);
  });
});

describe('documents of a kind', () => {
  it('are read whole unless one of them, or one of unknown kind, could not be read', () => {
    const whole = (text: string): boolean => isReadWhole(buildWorkspace(loadDocuments(memoryTree({ 'data.yaml': text }))), 'DataCatalog');
    expect(whole(catalog(''))).toBe(true);
    expect(whole(catalog('elemnts: []\n'))).toBe(false);
    expect(whole(catalog('elemnts: []\n').replace('DataCatalog', 'DataCatalogue'))).toBe(false);
    expect(whole(catalog('elemnts: []\n').replace('DataCatalog', 'Kpi'))).toBe(true);
  });
});
