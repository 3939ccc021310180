import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isObject, valueAt, type JsonValue, type Path } from '../../src/base/json.js';
import { sourceText } from '../../src/base/source.js';
import { memoryTree } from '../../src/load/file-tree.js';
import { loadDocuments } from '../../src/load/load-documents.js';
import { readYaml } from '../../src/load/yaml-values.js';
import { placeAt } from '../../src/schema/type-at.js';
import { specTexts } from '../support/journey-texts.js';
import { check } from '../support/property.js';

const workspace = 'apiVersion: waymark/v1\nkind: Workspace\nid: w\ntitle: W\nnamespace: a.b\norganisation: O\n';
const documents = specTexts.flatMap((text) => readYaml(sourceText('a.yaml', text)).map(({ value }) => value));

/** A document with one of its maps. */
const maps: fc.Arbitrary<{ readonly document: JsonValue; readonly path: Path }> = fc
  .tuple(fc.constantFrom(...documents), fc.nat(100_000))
  .map(([document, at]) => ({ document, path: mapsOf(document, [])[at % mapsOf(document, []).length]! }));

function mapsOf(value: JsonValue, path: Path): readonly Path[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, each]) => mapsOf(each as JsonValue, [...path, Array.isArray(value) ? Number(key) : key])) : [];
  return isObject(value) ? [path, ...inner] : inner;
}

/** The document as JSON, with more inside one of its maps. */
function written(value: JsonValue, path: Path, more: string, target: Path): string {
  const inside = Object.entries(value as object).map(([key, each]) => [key, text(each as JsonValue, [...path, Array.isArray(value) ? Number(key) : key])] as const);
  function text(each: JsonValue, at: Path): string {
    return typeof each === 'object' && each !== null ? written(each, at, more, target) : JSON.stringify(each);
  }
  if (Array.isArray(value)) return `[${inside.map(([, each]) => each).join(', ')}]`;
  const entries = inside.map(([key, each]) => `${JSON.stringify(key)}: ${each}`);
  return `{${[...entries, ...(JSON.stringify(path) === JSON.stringify(target) ? [more] : [])].join(',\n')}}`;
}

function told(text: string): readonly (readonly [string, string])[] {
  const { documents: read, problems } = loadDocuments(memoryTree({ 'waymark.yaml': workspace, 'a.yaml': text }));
  return [...problems, ...read.flatMap((document) => document.problems)].map(({ code, span }) => [code, text.slice(span.start, span.end)]);
}

describe('nothing that is written is lost in silence', () => {
  it('a key that the language does not know is told, in whatever map it stands', () => {
    check(
      fc.property(maps, ({ document, path }) => {
        const place = placeAt(String(valueAt(document, ['kind'])), document, path);
        fc.pre(place?.type.type === 'object');
        expect(told(written(document, [], '"unheardOf": 1', path))).toEqual([['STR-002', '"unheardOf"']]);
      }),
    );
  });

  it('a key that stands twice is told, in whatever map it stands', () => {
    check(
      fc.property(maps, fc.nat(100), ({ document, path }, at) => {
        const keys = Object.keys(valueAt(document, path) as object);
        fc.pre(keys.length > 0);
        const key = JSON.stringify(keys[at % keys.length]);
        expect(told(written(document, [], `${key}: 1`, path))).toEqual([['STR-001', key]]);
      }),
    );
  });
});
