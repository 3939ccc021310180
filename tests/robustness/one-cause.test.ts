import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { validate } from '../../src/validate/validate.js';
import { journeyTexts, workspaces } from '../support/journey-texts.js';
import { check } from '../support/property.js';

interface Slip {
  readonly files: { readonly [path: string]: string };
  readonly path: string;
  /** Where the key ends. */
  readonly at: number;
}

/** Every key of every document of the worked examples. */
const slips: readonly Slip[] = workspaces.flatMap((workspace) => {
  const files = journeyTexts(workspace);
  const yaml = Object.entries(files).filter(([path]) => path.endsWith('.yaml'));
  return yaml.flatMap(([path, text]) => [...text.matchAll(/(?<=^[ ]*(?:- )?|[{,] ?)[A-Za-z][\w-]*(?=: |:\n)/gm)].map((key) => ({ files, path, at: key.index + key[0].length })));
});

it('a misspelt key is told once, where it stands, and nothing is said of other documents', () => {
  let broken = 0;
  check(fc.property(fc.constantFrom(...slips), ({ files, path, at }) => {
    const text = files[path]!;
    const workspace = loadWorkspaceFrom({ ...files, [path]: `${text.slice(0, at)}q${text.slice(at)}` });
    // Names that an author gives, such as those of teams, are keys as well: with another name nothing is misspelt.
    fc.pre(workspace.documents.some(({ problems }) => problems.length > 0));
    broken += 1;
    const { diagnostics } = validate(workspace, { asOf: '2026-11-22' });
    expect(diagnostics.map(({ code, span }) => [code.slice(0, 3), span?.source.uri])).toEqual([['STR', path]]);
  }), 300);
  expect(broken).toBeGreaterThanOrEqual(300);
}, 120_000);
