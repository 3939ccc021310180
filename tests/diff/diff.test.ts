import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument, visit } from 'yaml';
import { diff } from '../../src/diff/diff.js';
import { exampleFiles } from '../../src/diff/example-files.js';
import { afterEdits, workspaceOf } from '../../src/diff/example-workspace.js';
import { loadWorkspace } from '../../src/model/load-workspace.js';
import { root } from '../support/imports.js';

const journeys = readdirSync(resolve(root, 'journeys'));

function isDocument(path: string): boolean {
  return path.endsWith('.yaml');
}

/** Every file of the example, each document rewritten. What a document names counts letter by letter. */
function rewritten(rewrite: (text: string) => string): { readonly [path: string]: string } {
  return Object.fromEntries(Object.entries(exampleFiles).map(([path, text]) => [path, isDocument(path) ? rewrite(text) : text]));
}

/** Each document of a text printed anew by another library. */
function printed(text: string, change: (document: ReturnType<typeof parseDocument>) => void): string {
  return text.split(/^---$/m).map((part) => {
    const document = parseDocument(part);
    change(document);
    return document.toString();
  }).join('---\n');
}

describe('two versions that say the same', () => {
  it.each(journeys)('the example workspace %s has not changed', (name) => {
    const folder = resolve(root, 'journeys', name);
    expect(diff(loadWorkspace(folder), loadWorkspace(folder))).toEqual([]);
  });

  const versions: readonly (readonly [string, { readonly [path: string]: string }])[] = [
    ['other line ends', rewritten((text) => text.replaceAll('\n', '\r\n'))],
    ['comments', rewritten((text) => text.replaceAll('\n', ' # why\n'))],
    ['another order of keys', rewritten((text) => printed(text, (document) => visit(document, { Map: (_, map) => void (map.items = map.items.toReversed()) })))],
    ['quotes', rewritten((text) => printed(text, (document) => visit(document, { Scalar: (key, node) => void (key === 'value' && typeof node.value === 'string' && (node.type = 'QUOTE_DOUBLE')) })))],
    ['other files', Object.fromEntries(Object.entries(exampleFiles).map(([path, text]) => [path === 'waymark.yaml' || !isDocument(path) ? path : `moved/${path}`, text]))],
    ['all in one file', { 'waymark.yaml': exampleFiles['waymark.yaml']!, ...Object.fromEntries(Object.entries(exampleFiles).filter(([path]) => !isDocument(path))), 'all.yaml': Object.entries(exampleFiles).filter(([path]) => path !== 'waymark.yaml' && isDocument(path)).map(([, text]) => text).join('---\n') }],
  ];

  it.each(versions)('%s: no change', (_, files) => {
    const after = workspaceOf(files);
    expect(after.specs).toHaveLength(workspaceOf(exampleFiles).specs.length);
    expect(diff(workspaceOf(exampleFiles), after)).toEqual([]);
  });

  it('a single value says the same as a list of it, and a default the same as nothing', () => {
    const edits = [
      { file: 'complaint.yaml', from: 'channel: phone', to: 'channel: [phone]' },
      { file: 'thin.yaml', from: '{tier: gold, within: 2h}', to: '{tier: gold, within: 2h, percent: 100, each: pool}' },
      { file: 'complaint.yaml', from: 'regulated: [conduct], end', to: 'regulated: [{regime: conduct}], end' },
    ];
    expect(diff(workspaceOf(exampleFiles), workspaceOf(afterEdits(edits)))).toEqual([]);
  });
});

describe('a change', () => {
  const before = workspaceOf(exampleFiles);
  const edits = [{ file: 'journey.yaml', from: 'within: 4h', to: 'within: 6h' }];

  it('points at what was and at what is', () => {
    const [change] = diff(before, workspaceOf(afterEdits(edits)));
    expect([change!.before, change!.after].map((span) => span!.source.text.slice(span!.start, span!.end))).toEqual(['4h', '6h']);
  });

  it('keeps its fingerprint when lines move, and gets another one with another value or another version before', () => {
    const print = (from: { readonly [path: string]: string }, to: { readonly [path: string]: string }): string => diff(workspaceOf(from), workspaceOf(to))[0]!.fingerprint;
    const own = print(exampleFiles, afterEdits(edits));
    const moved = afterEdits([...edits, { file: 'journey.yaml', from: 'stages:', to: '# more\n\n\nstages:' }]);
    const released = (files: { readonly [path: string]: string }): { readonly [path: string]: string } => ({ ...files, 'journey.yaml': files['journey.yaml']!.replace('version: 1.0.0', 'version: 1.1.0') });
    expect(print(exampleFiles, moved)).toBe(own);
    expect(print(exampleFiles, afterEdits([{ ...edits[0]!, to: 'within: 7h' }]))).not.toBe(own);
    expect(print(released(exampleFiles), released(afterEdits(edits)))).not.toBe(own);
  });
});

describe('what cannot be read', () => {
  const broken = { ...exampleFiles, 'words.yaml': exampleFiles['words.yaml']!.replace('terms:', 'termz:') };

  it('is not gone, and counts as new once it can be read', () => {
    expect(diff(workspaceOf(exampleFiles), workspaceOf(broken))).toEqual([]);
    expect(diff(workspaceOf(broken), workspaceOf(exampleFiles)).map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(['spec-activated glossary:words']);
  });

  it('hides nothing that it could not hide before', () => {
    const unread = { ...exampleFiles, 'wip.yaml': exampleFiles['words.yaml']!.replace('id: words', 'id: wip').replace('terms:', 'office:') };
    const { 'hours.yaml': _, ...without } = unread as { readonly [path: string]: string };
    expect(diff(workspaceOf(unread), workspaceOf(without)).map(({ kind, subject }) => `${kind} ${subject}`)).toContain('spec-deleted calendar:office');
  });
});
