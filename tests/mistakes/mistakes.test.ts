import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { validate } from '../../src/validate/validate.js';
import { root } from '../support/imports.js';
import { filesBelow } from '../support/files.js';
import { mistakes, type Mistake } from './mistakes.js';

const folder = join(root, 'journeys/insurance');
const clean = Object.fromEntries(filesBelow(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
const today = '2026-11-22';

function findings(files: { readonly [path: string]: string }, asOf: string): readonly { readonly code: string; readonly message: string; readonly hint: string; readonly at: string; readonly file: string }[] {
  const { diagnostics } = validate(loadWorkspaceFrom(files), { asOf, profile: 'regulated' });
  return diagnostics.map(({ code, message, hint, span }) => ({ code, message, hint: hint ?? '', at: span!.source.text.slice(span!.start, span!.end), file: span!.source.uri }));
}

function withMistake({ file, from, to }: Mistake): { readonly [path: string]: string } {
  const text = clean[file]!;
  if (!text.includes(from)) throw new Error(`${file} no longer holds ${JSON.stringify(from)}`);
  return { ...clean, [file]: text.replace(from, () => to) };
}

describe('single mistakes in a clean workspace under every rule', () => {
  it('starts clean', () => {
    expect(findings(clean, today)).toEqual([]);
  });

  it.each(mistakes.map((mistake) => [mistake.name, mistake] as const))('%s', (_, mistake) => {
    const found = findings(withMistake(mistake), mistake.asOf ?? today);
    expect(found.map(({ code, file, message }) => [code, file, message])).toEqual([[mistake.code, mistake.toldIn ?? mistake.file, expect.stringMatching(mistake.says)]]);
    if (mistake.at !== '') expect(found[0]!.at).toBe(mistake.at);
    expect(found[0]!.hint).toMatch(mistake.hint);
  });
});
