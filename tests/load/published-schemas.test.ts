import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceText } from '../../src/base/source.js';
import { validatorOf } from '../../src/load/compiled-validators.js';
import { readYaml } from '../../src/load/yaml-values.js';
import { languageTable, type KindName } from '../../src/schema/generated/language-table.js';
import { changed, changes } from '../support/document-mutations.js';
import { root } from '../support/imports.js';
import { specTexts } from '../support/journey-texts.js';
import { check, more } from '../support/property.js';

const ajv = new Ajv2020({ allErrors: true, ownProperties: true, strict: false });

function schemaOf(kind: string): ValidateFunction {
  const file = `${kind.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}.schema.json`;
  return ajv.compile(JSON.parse(readFileSync(join(root, 'schemas', file), 'utf8')) as object);
}

const published = new Map(languageTable.kinds.map((kind) => [kind, schemaOf(kind)]));
const documents = specTexts.flatMap((text) => readYaml(sourceText('a.yaml', text)).map(({ value }) => value as { readonly kind: KindName }));

function verdicts(kind: KindName, value: unknown): { readonly published: boolean; readonly compiled: boolean } {
  return { published: published.get(kind)!(value), compiled: validatorOf(kind)(value) };
}

describe('the schemas that editors use and the validators of the command', () => {
  it('know the same kinds', () => {
    for (const kind of languageTable.kinds) expect(validatorOf(kind as KindName)).toBeTypeOf('function');
  });

  it('both accept every spec of the worked examples, of every kind', () => {
    expect([...new Set(documents.map(({ kind }) => kind))].sort()).toEqual([...languageTable.kinds].sort());
    for (const document of documents) expect(verdicts(document.kind, document)).toEqual({ published: true, compiled: true });
  });

  it('accept and refuse the same documents', () => {
    let [accepted, refused] = [0, 0];
    const ofEveryKind = fc.constantFrom(...languageTable.kinds).chain((kind) => fc.constantFrom(...documents.filter((document) => document.kind === kind)));
    check(
      fc.property(ofEveryKind, changes, (document, list) => {
        const verdict = verdicts(document.kind, changed(document, list));
        if (verdict.compiled) accepted += 1;
        else refused += 1;
        expect(verdict.compiled).toBe(verdict.published);
      }),
      3000,
    );
    expect(Math.min(accepted, refused)).toBeGreaterThan(200 * more);
  });

  it('judge one kind of document by the schema of another in the same way', () => {
    check(
      fc.property(fc.constantFrom(...languageTable.kinds), fc.constantFrom(...documents), (kind, document) => {
        const verdict = verdicts(kind as KindName, { ...document, kind });
        expect(verdict.compiled).toBe(verdict.published);
      }),
      500,
    );
  });
});
