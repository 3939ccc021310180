import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceText } from '../../src/base/source.js';
import { formatText } from '../../src/format/format-text.js';
import { loadWorkspace } from '../../src/model/load-workspace.js';
import { validate } from '../../src/validate/validate.js';
import { root } from '../support/imports.js';

const profiles = [['insurance', 'regulated'], ['broadband', 'standard'], ['parcel', 'standard']] as const;

describe.each(profiles)('the example %s', (name, profile) => {
  const workspace = loadWorkspace(join(root, 'journeys', name));

  it(`is clean in its profile ${profile}`, () => {
    expect(workspace.policy.profile).toBe(profile);
    const { diagnostics, waived } = validate(workspace, { asOf: '2026-11-22' });
    expect({ diagnostics, waived }).toEqual({ diagnostics: [], waived: [] });
  });

  it('is written in canonical order', () => {
    const sources = [...new Map(workspace.documents.map(({ source }) => [source.uri, source])).values()];
    expect(sources.filter((source) => formatText(sourceText(source.uri, source.text)).outcome !== 'unchanged').map(({ uri }) => uri)).toEqual([]);
  });
});

it('the examples hold every core kind and the Directory', () => {
  const kinds = new Set(profiles.flatMap(([name]) => loadWorkspace(join(root, 'journeys', name)).specs.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual(['Calendar', 'DataCatalog', 'Directory', 'Glossary', 'Journey', 'Kpi', 'Persona', 'Policy', 'Record', 'Sla', 'System', 'Team', 'Workspace']);
});

it('the Austrian variant has its own text, step and way, told where they are written', () => {
  const variant = loadWorkspace(join(root, 'journeys/insurance')).journey('motor-claim-at')!;
  expect(variant.base).toBe('motor-claim');
  expect(variant.from('classify').map(({ to, edge }) => [to, edge.share])).toEqual([['visit', 0.4], ['partner-visit', 0.3], ['decide', 0.3]]);
  const uriOf = (path: readonly (string | number)[]): string => variant.spec.origin(path).document.source.uri;
  const partner = variant.step('partner-visit')!;
  expect([uriOf([...partner.path, 'title']), uriOf([...variant.step('submit')!.path, 'title'])]).toEqual(['journeys/motor-claim-at.yaml', 'journeys/motor-claim.yaml']);
});
