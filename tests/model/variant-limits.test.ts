import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.js';
import { memoryTree } from '../../src/load/file-tree.js';
import { loadDocuments } from '../../src/load/load-documents.js';
import { buildWorkspace, type Workspace } from '../../src/model/workspace.js';
import { validate } from '../../src/validate/validate.js';

const root = 'apiVersion: waymark/v1\nkind: Workspace\nid: w\ntitle: W\nnamespace: a.b\norganisation: O\n';

function header(id: string): string {
  return `apiVersion: waymark/v1\nkind: Journey\nid: ${id}\ntitle: A\nversion: 0.1.0\nstatus: draft\nowner: claims\n`;
}

/** A journey whose steps hold ten values each. */
function base(steps: number): string {
  const lines = Array.from({ length: steps }, (_, index) => `  - {id: t${index}, title: A, lane: backstage, description: A, aliases: [a${index}, b${index}], labels: {a: b}}\n`);
  return `${header('base')}stages:\n- id: s\n  title: S\n  steps:\n${lines.join('')}`;
}

function variant(index: number): string {
  return `${header(`variant-${index}`)}extends: base@^0.1\noverlay: [{op: remove, path: stages.s.steps.t${index}}]\n`;
}

/** Numbers of variants, with a journey of so many steps. */
function built(steps: number, files: { readonly [path: string]: readonly number[] }): Workspace {
  const variants = Object.entries(files).map(([path, numbers]) => [path, numbers.map(variant).join('---\n')]);
  return buildWorkspace(loadDocuments(memoryTree({ 'waymark.yaml': root, 'base.yaml': base(steps), ...Object.fromEntries(variants) })));
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function leftOut(workspace: Workspace): readonly Diagnostic[] {
  return validate(workspace, { asOf: '2026-11-22', profile: 'starter' }).diagnostics.filter(({ code }) => code === 'VAR-009');
}

describe('variants of a journey', () => {
  it('are all put together where each stands in a file of its own', () => {
    const workspace = built(200, Object.fromEntries(upTo(50).map((index) => [`v${index}.yaml`, [index]])));
    expect(workspace.variants).toHaveLength(50);
    expect(workspace.journeys).toHaveLength(51);
    expect(workspace.leftOut).toEqual([]);
  });

  it('are put together up to the limit of a file, and one finding tells of the rest', () => {
    const workspace = built(600, { 'many.yaml': upTo(10) });
    expect(workspace.variants.map(({ spec }) => spec.id)).toEqual(['variant-0', 'variant-1', 'variant-2']);
    const [finding, ...others] = leftOut(workspace);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      message: 'Variant `variant-3` and 6 other variants are not checked: with what they take from their bases, the variants of this file hold more than 20,000 values.',
      hint: 'Write each variant in a file of its own.',
      span: { source: { uri: 'many.yaml' } },
    });
    expect(finding!.span!.source.text.slice(finding!.span!.start, finding!.span!.end)).toBe('base@^0.1');
  });

  it('in one file take nothing away from those in another', () => {
    const workspace = built(600, { 'a.yaml': upTo(10), 'b.yaml': [20, 21] });
    expect(workspace.variants.map(({ spec }) => spec.id).slice(-2)).toEqual(['variant-20', 'variant-21']);
    expect(leftOut(workspace)).toHaveLength(1);
  });

  it('are put together up to the limit of the workspace', () => {
    const workspace = built(1800, Object.fromEntries(upTo(70).map((index) => [`v${String(index).padStart(2, '0')}.yaml`, [index]])));
    expect(workspace.variants.length).toBeGreaterThan(50);
    expect(workspace.leftOut).toMatchObject([{ limit: 'workspace' }]);
    expect(leftOut(workspace).map(({ message }) => message)).toEqual([expect.stringMatching(/^Variant `variant-\d+` and \d+ other variants are not checked: with what they take from their bases, the variants of this workspace hold more than 1,000,000 values\.$/)]);
  });

  it('are sought no place in when they are not put together', () => {
    const texts = { 'waymark.yaml': root, 'base.yaml': base(600), 'many.yaml': upTo(10).map(variant).join('---\n'), 'record.yaml': 'apiVersion: waymark/v1\nkind: Record\nid: seen\ntype: validation\ndate: 2026-05-04\nby: [claims#lead]\nsubject: [variant-9@0.1.0]\nsteps: [variant-9#nowhere]\n' };
    const { diagnostics } = validate(buildWorkspace(loadDocuments(memoryTree(texts))), { asOf: '2026-11-22', profile: 'starter' });
    expect(diagnostics.filter(({ message }) => message.includes('nowhere'))).toEqual([]);
  });
});
