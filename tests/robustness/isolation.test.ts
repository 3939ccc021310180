import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.js';
import { memoryTree } from '../../src/load/file-tree.js';
import { loadDocuments } from '../../src/load/load-documents.js';
import { buildWorkspace } from '../../src/model/workspace.js';
import { validate } from '../../src/validate/validate.js';
import { hostileFiles } from '../support/hostile-files.js';
import { journeyTexts } from '../support/journey-texts.js';

type Files = { readonly [path: string]: string | Uint8Array };

const parcel = journeyTexts('parcel');
const exception = 'exceptions/delivery-exception.yaml';

/** The parcel workspace with mistakes of its own, so that there are findings that could be lost. */
const flawed: Files = { ...parcel, [exception]: parcel[exception]!.replace('next: choose-option', 'next: chose-option').replace('owner: digital-services', 'owner: digital-service') };

function findings(files: Files): readonly Diagnostic[] {
  return validate(buildWorkspace(loadDocuments(memoryTree(files))), { asOf: '2026-11-22', profile: 'regulated' }).diagnostics;
}

/** Everything that is said, as text, about files other than one. */
function saidOfOthers(files: Files, hostile: string): readonly string[] {
  return findings(files)
    .filter(({ span }) => span?.source.uri !== hostile)
    .map((each) => JSON.stringify(each, (key, value: unknown) => (key === 'text' || key === 'positionAt' ? undefined : value)));
}

describe('a file that a stranger adds changes nothing that is said of other files', () => {
  const said = saidOfOthers(flawed, '');

  it('of which there is something to say', () => {
    expect(said.length).toBeGreaterThan(saidOfOthers(parcel, '').length + 1);
  });

  it.each(hostileFiles.map((file, index) => ({ ...file, path: ['aaa.yaml', 'exceptions/mmm.yaml', 'zzz.yaml'][index % 3]! })))('$title', ({ content, path }) => {
    expect(saidOfOthers({ ...flawed, [path]: content }, path)).toEqual(said);
  });
});
