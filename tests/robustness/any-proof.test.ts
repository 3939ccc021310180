import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sourceText } from '../../src/base/source.js';
import { proveWorkspace } from '../../src/cli/prove-workspace.js';
import { readYaml } from '../../src/load/yaml-values.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { proofReporters } from '../../src/report/proof/index.js';
import { changed, changes, type Change } from '../support/document-mutations.js';
import { journeyTexts } from '../support/journey-texts.js';
import { check } from '../support/property.js';

const view = { color: false, maxProblems: 200, quiet: false, failOn: 'error', all: true, columns: 100 } as const;

/** Documents that a proof rests on, with the workspace that each is part of. */
const documents = ['insurance', 'broadband', 'parcel'].flatMap((name) => {
  const files = journeyTexts(name);
  return Object.entries(files).filter(([path, text]) => path.endsWith('.yaml') && /^kind: (?:Journey|Sla|Calendar)$/m.test(text)).map(([path, text]) => ({ files, path, text }));
});

/** One document of a text with some of its values changed; the others stay as they are. */
function rewritten(text: string, which: number, list: readonly Change[]): string {
  const read = readYaml(sourceText('a.yaml', text));
  return read.map(({ value }, index) => `---\n${JSON.stringify(index === which % read.length ? changed(value, list) : value, undefined, 1)}\n`).join('');
}

it('a workspace with mistakes in it is proved as far as it can be read, and told in every format', () => {
  check(
    fc.property(fc.constantFrom(...documents), fc.nat(20), changes, ({ files, path, text }, which, list) => {
      const workspace = loadWorkspaceFrom({ ...files, [path]: rewritten(text, which, list) });
      const results = { tool: { name: 'waymark', version: '0.1.0' }, command: 'prove', asOf: '2026-11-22', workspaces: [proveWorkspace(workspace, '.', undefined)] };
      for (const { id, report } of proofReporters) expect(report(results, view), id).not.toMatch(/\bundefined\b|\bNaN\b|\[object |\bInfinity\b/);
    }),
    120,
  );
});
