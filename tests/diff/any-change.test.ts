import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/json.js';
import { diff } from '../../src/diff/diff.js';
import { exampleFiles } from '../../src/diff/example-files.js';
import { workspaceOf } from '../../src/diff/example-workspace.js';
import { loadWorkspace } from '../../src/model/load-workspace.js';
import { changed, changes } from '../support/document-mutations.js';
import { root } from '../support/imports.js';
import { check } from '../support/property.js';

const documents = [workspaceOf(exampleFiles), ...readdirSync(resolve(root, 'journeys')).map((name) => loadWorkspace(resolve(root, 'journeys', name)))].flatMap((workspace) => workspace.documents.map(({ value }) => value));

/** The example with one document more, or in the place of one of the same name. */
function withMore(value: unknown): ReturnType<typeof workspaceOf> {
  return workspaceOf({ ...exampleFiles, 'more.yaml': JSON.stringify(value) });
}

it('whatever is changed in a document is told in whole sentences, each change with a fingerprint of its own', () => {
  check(fc.property(fc.constantFrom<JsonObject>(...documents), changes, (document, list) => {
    const [before, after] = [withMore({ ...document, id: 'one-more' }), withMore(changed({ ...document, id: 'one-more' }, list))];
    const found = [diff(before, after), diff(after, before)];
    for (const each of found) expect(new Set(each.map(({ fingerprint }) => fingerprint)).size).toBe(each.length);
    expect(found.flat().filter(({ message }) => !/^[^a-z].*\.$/s.test(message) || /undefined|\[object/.test(message)).map(({ message }) => message)).toEqual([]);
    expect(diff(after, withMore(changed({ ...document, id: 'one-more' }, list)))).toEqual([]);
  }), 60);
});
