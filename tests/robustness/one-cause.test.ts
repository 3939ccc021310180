import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { validate } from '../../src/validate/validate.js';
import { journeyTexts, workspaces } from '../support/journey-texts.js';
import { check, more } from '../support/property.js';

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
  expect(broken).toBeGreaterThanOrEqual(300 * more);
}, 120_000);

/** Files that hold one document each which others name, and nothing that others rely on without naming it. */
const named = workspaces.flatMap((workspace) => {
  const files = journeyTexts(workspace);
  return Object.entries(files).filter(([, text]) => /^kind: (?:Sla|Kpi|Calendar)$/m.test(text) && !/^---$/m.test(text)).map(([path, text]) => ({ files, path, id: /^id: (.*)$/m.exec(text)![1]!, kind: /^kind: (.*)$/m.exec(text)![1]! }));
});

describe('a document that others name', () => {
  const found = (files: { readonly [path: string]: string | undefined }): readonly (readonly [string, string])[] => {
    const present = Object.fromEntries(Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== undefined));
    return validate(loadWorkspaceFrom(present), { asOf: '2026-11-22', profile: 'regulated' }).diagnostics.map(({ code, message }) => [code, message]);
  };

  it.each(named)('is missed once when it is deleted: $path', ({ files, path, id }) => {
    expect(found({ ...files, [path]: undefined })).toEqual([['REF-001', expect.stringContaining(`\`${id}\``)]]);
  });

  it.each(named)('is told once when it is there twice: $path', ({ files, path, id }) => {
    expect(found({ ...files, [path.replace('.yaml', '-copy.yaml')]: files[path]! })).toEqual([['STR-003', expect.stringContaining(`\`${id}\``)]]);
  });

  it('is missed for itself where two are deleted', () => {
    const [first, second] = named;
    expect(found({ ...first!.files, [first!.path]: undefined, [second!.path]: undefined }).map(([, message]) => /`([^`]+)`/.exec(message)![1]).sort()).toEqual([first!.id, second!.id].sort());
  });
});
