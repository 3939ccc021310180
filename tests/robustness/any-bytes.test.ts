import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.js';
import { sourceText, type Span } from '../../src/base/source.js';
import { memoryTree } from '../../src/load/file-tree.js';
import { loadDocuments } from '../../src/load/load-documents.js';
import { readYaml } from '../../src/load/yaml-values.js';
import { buildWorkspace } from '../../src/model/workspace.js';
import { validate } from '../../src/validate/validate.js';
import { changed, changes, type Change } from '../support/document-mutations.js';
import { journeyTexts } from '../support/journey-texts.js';
import { check } from '../support/property.js';
import { mutate, mutations } from '../support/yaml-texts.js';

type Files = { readonly [path: string]: string | Uint8Array };

function findings(files: Files): readonly Diagnostic[] {
  return validate(buildWorkspace(loadDocuments(memoryTree(files))), { asOf: '2026-11-22', profile: 'regulated' }).diagnostics;
}

function told({ code, severity, message, hint, span, related = [] }: Diagnostic): unknown {
  return [code, severity, message, hint, span && place(span), related.map((each) => [each.message, place(each.span)])];
}

function place({ source, start, end }: Span): unknown {
  return [source.uri, start, end];
}

/** Nothing is thrown, every place is inside its text, every sentence is a sentence, and the second run says the same. */
function expectSoundFindings(files: Files): void {
  const found = findings(files);
  for (const { message, hint = 'None.', span, related = [] } of found) {
    expect(message).not.toMatch(/could not be checked|undefined|\[object|function \w+\(/);
    expect(message.length + hint.length).toBeLessThan(6000);
    expect(/\p{Surrogate}/u.test(message + hint)).toBe(false);
    for (const each of [span, ...related.map((other) => other.span)]) {
      if (each !== undefined) expect(0 <= each.start && each.start <= each.end && each.end <= each.source.text.length).toBe(true);
    }
  }
  expect(findings(files).map(told)).toEqual(found.map(told));
}

const root = 'apiVersion: waymark/v1\nkind: Workspace\nid: w\ntitle: W\nnamespace: a.b\norganisation: O\n';
const parcel = journeyTexts('parcel');
const specs = Object.entries(parcel).filter(([path]) => path.endsWith('.yaml'));

/** Every document of a text with some of its values changed. */
function rewritten(text: string, list: readonly Change[]): string {
  return readYaml(sourceText('a.yaml', text)).map(({ value }) => `---\n${JSON.stringify(changed(value, list), undefined, 1)}\n`).join('');
}

describe('whatever the bytes', () => {
  it('random bytes become findings', () => {
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)), fc.string({ unit: fc.constantFrom(...Array.from('abc:-[]{}#&*!|>\'"%@`?,\n\t \r0.~<')), maxLength: 120 }).map((text) => Buffer.from(text)));
    check(fc.property(bytes, (content) => expectSoundFindings({ 'waymark.yaml': root, 'a.yaml': content })), 1500);
  });

  it('random bytes in the place of the workspace become findings', () => {
    check(fc.property(fc.uint8Array({ maxLength: 100 }), (content) => expectSoundFindings({ 'waymark.yaml': content })), 300);
  });

  it('specs with mistakes in them become findings', () => {
    check(
      fc.property(fc.constantFrom(...specs), mutations, ([path, text], list) => expectSoundFindings({ 'waymark.yaml': root, [path]: mutate(text, list) })),
      1500,
    );
  });

  it('specs with broken bytes in them become findings', () => {
    const flips = fc.array(fc.tuple(fc.nat(100_000), fc.nat(255)), { minLength: 1, maxLength: 5 });
    check(
      fc.property(fc.constantFrom(...specs), flips, ([path, text], places) => {
        const bytes = Buffer.from(text);
        for (const [at, byte] of places) bytes[at % bytes.length] = byte;
        expectSoundFindings({ 'waymark.yaml': root, [path]: bytes });
      }),
      500,
    );
  });

  it('a workspace with one spec that has mistakes becomes findings', () => {
    check(
      fc.property(fc.constantFrom(...specs), mutations, ([path, text], list) => expectSoundFindings({ ...parcel, [path]: mutate(text, list) })),
      40,
    );
  });

  it('specs that say something else become findings', () => {
    check(fc.property(fc.constantFrom(...specs), changes, ([path, text], list) => expectSoundFindings({ 'waymark.yaml': root, [path]: rewritten(text, list) })), 1000);
  });

  it('a workspace with one spec that says something else becomes findings', () => {
    check(fc.property(fc.constantFrom(...specs), changes, ([path, text], list) => expectSoundFindings({ ...parcel, [path]: rewritten(text, list) })), 60);
  });
});
