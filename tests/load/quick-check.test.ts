import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceText } from '../../src/base/source.js';
import { complaintsAbout } from '../../src/load/check-schema.js';
import { validatorOf } from '../../src/load/compiled-validators.js';
import { surelySound } from '../../src/load/quick-check.js';
import { readYaml } from '../../src/load/yaml-values.js';
import { languageTable, type KindName } from '../../src/schema/generated/language-table.js';
import type { TypeExpression } from '../../src/schema/language.js';
import { changed, changes } from '../support/document-mutations.js';
import { root } from '../support/imports.js';
import { specTexts } from '../support/journey-texts.js';
import { check, more } from '../support/property.js';

type Values = { readonly [field: string]: unknown };
type Spec = Values & { readonly kind: KindName };

const kinds = languageTable.kinds as readonly KindName[];
const documents = specTexts.flatMap((text) => readYaml(sourceText('a.yaml', text)).map(({ value }) => value as Spec));

/**
 * Nothing that is sure may be wrong. None of these documents is long enough to be in doubt, so nothing that is right may be
 * unsure either: that would only be slow, and nobody would notice.
 */
function expectAgreement(kind: KindName, document: unknown): boolean {
  const valid = validatorOf(kind)(document);
  if (surelySound(kind, document) !== valid) expect.fail(`${valid ? 'valid but not sure' : 'sure but not valid'}: ${JSON.stringify(document)}`);
  return valid;
}

/** What the published schemas show for each field of each shape. */
const examples = new Map(kinds.flatMap((kind) => {
  const schema = JSON.parse(readFileSync(join(root, 'schemas', `${kind.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}.schema.json`), 'utf8')) as { readonly properties: Values; readonly $defs: Values };
  const shapes = { ...schema.$defs, [kind]: { properties: { ...schema.properties, kind: { examples: [kind] } } } } as { readonly [shape: string]: { readonly properties?: { readonly [field: string]: { readonly examples: readonly unknown[] } } } };
  return Object.entries(shapes).map(([shape, { properties = {} }]) => [shape, new Map(Object.entries(properties).map(([field, shown]) => [field, shown.examples[0]]))] as const);
}));

function smallest(shape: string): Values {
  const needed = Object.entries(languageTable.shapes[shape]!).filter(([key, field]) => field.required || field.requiredUnless !== undefined || field.oneOf?.[0] === key);
  return Object.fromEntries(needed.map(([key]) => [key, examples.get(shape)!.get(key)]));
}

/** What a shape needs besides a field, without those of which only one can be written. */
function besides(shape: string, field: string): Values {
  const { oneOf = [] } = languageTable.shapes[shape]![field]!;
  return Object.fromEntries(Object.entries(smallest(shape)).filter(([other]) => other !== field && !oneOf.includes(other)));
}

interface Holder {
  readonly kind: KindName;
  /** The whole document around a value of the shape. */
  readonly hold: (inner: Values) => Values;
}

/** For each shape a document that holds it, found by walking from the kinds inwards. */
function holders(): ReadonlyMap<string, Holder> {
  const found = new Map<string, Holder>(kinds.map((kind) => [kind, { kind, hold: (inner) => inner }]));
  for (const [shape, { kind, hold }] of found) {
    for (const [key, { type }] of Object.entries(languageTable.shapes[shape]!)) {
      for (const [inside, wrap] of shapesIn(type)) if (!found.has(inside)) found.set(inside, { kind, hold: (inner) => hold({ ...besides(shape, key), [key]: wrap(inner) }) });
    }
  }
  return found;
}

function shapesIn(type: TypeExpression): readonly (readonly [shape: string, wrap: (inner: Values) => unknown])[] {
  if (type.type === 'object') return [[type.shape, (inner) => inner]];
  if (type.type === 'list') return shapesIn(type.of).map(([shape, wrap]) => [shape, (inner) => [wrap(inner)]]);
  if (type.type === 'map') return shapesIn(type.of).map(([shape, wrap]) => [shape, (inner) => ({ name: wrap(inner) })]);
  return type.type === 'union' ? type.of.flatMap(shapesIn) : [];
}

describe('what is surely sound', () => {
  it('is every spec of the worked examples', () => {
    for (const document of documents) expect(surelySound(document.kind, document), document['id'] as string).toBe(true);
  });

  it('is every field of every shape as its documentation shows it, and without it what it can do without', () => {
    const verdicts: boolean[] = [];
    for (const [shape, { kind, hold }] of holders()) {
      for (const [field, example] of examples.get(shape)!) {
        const rest = besides(shape, field);
        expectAgreement(kind, hold(rest));
        verdicts.push(expectAgreement(kind, hold({ ...rest, [field]: example })));
      }
    }
    expect(verdicts).toHaveLength(Object.values(languageTable.shapes).flatMap((shape) => Object.keys(shape)).length);
    expect(verdicts.filter((valid) => !valid).length).toBeLessThan(20);
  });

  it('is what the validators accept of documents that were changed somewhere', () => {
    const tally = { accepted: 0, refused: 0 };
    const ofEveryKind = fc.constantFrom(...kinds).chain((kind) => fc.constantFrom(...documents.filter((document) => document.kind === kind)));
    check(
      fc.property(ofEveryKind, changes, (document, list) => {
        tally[expectAgreement(document.kind, changed(document, list)) ? 'accepted' : 'refused'] += 1;
      }),
      6000,
    );
    expect(Math.min(tally.accepted, tally.refused)).toBeGreaterThan(600 * more);
  });

  it('is what the validators accept of one kind as another', () => {
    check(fc.property(fc.constantFrom(...kinds), fc.constantFrom(...documents), (kind, document) => void expectAgreement(kind, { ...document, kind })), 1000);
  });

  it('is no field that a document only inherits', () => {
    const { title, ...rest } = documents.find(({ kind }) => kind === 'Journey')!;
    expect(surelySound('Journey', Object.assign(Object.create({ title }) as object, rest))).toBe(false);
  });

  it('is no text that may be too long before its characters are counted, and nobody complains about it', () => {
    const value = { apiVersion: 'waymark/v1', kind: 'Workspace', id: 'w', title: '\u{1F6A2}'.repeat(100) } as const;
    expect(surelySound('Workspace', value)).toBe(false);
    expect(complaintsAbout({ kind: 'Workspace', value })).toEqual([]);
  });
});
