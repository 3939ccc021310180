import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainFormula } from '../../../src/analysis/kpi/explain-formula.js';
import { eventsAndAttributes } from '../../../src/analysis/kpi/inputs.js';
import { areComplements, normalFormula } from '../../../src/analysis/kpi/normal-formula.js';
import { typeOfFormula } from '../../../src/analysis/kpi/type-formula.js';
import { surelySound } from '../../../src/load/quick-check.js';
import { languageTable, scalars } from '../../../src/schema/generated/language-table.js';
import type { TypeExpression } from '../../../src/schema/language.js';
import type { Formula } from '../../../src/schema/kinds/kpi.js';
import { check, more } from '../../support/property.js';

const names = fc.constantFrom('opened', 'closed', 'closed.cost', 'closed.note', 'closed.took', 'toString', 'constructor', 'a');
const references = fc.oneof(names, fc.constantFrom('claim#visit', '#', '__proto__', '24x7'));
const durations = fc.constantFrom('P7D', '7d', '1w', 'P1M', 'PT48H', '48h', 'P99999999Y', '0s');

/** Any value of a type of the language, read from the language itself: so every formula that the form of files allows. */
function anyOf(type: TypeExpression, depth: number): fc.Arbitrary<unknown> {
  switch (type.type) {
    case 'word':
      return fc.constantFrom(...type.words);
    case 'reference':
      return references;
    case 'object':
      return anyShape(type.shape, depth - 1);
    case 'list':
      return fc.array(fc.constant(0).chain(() => anyOf(type.of, depth - 1)), { maxLength: depth > 0 ? 3 : 0 });
    case 'map':
      return fc.constant({});
    case 'union':
      return fc.oneof(...type.of.map((member) => anyOf(member, depth)));
    case 'scalar':
      return anyScalar(type.name);
  }
}

function anyScalar(name: string): fc.Arbitrary<unknown> {
  const { type } = scalars[name]!.form;
  if (name === 'Duration') return durations;
  if (name === 'Scalar') return fc.oneof(fc.boolean(), fc.integer(), names);
  if (name === 'Share') return fc.constantFrom(0, 0.08, 1);
  if (type === 'integer') return fc.integer({ min: 1, max: 1000 });
  return type === 'number' ? fc.oneof(fc.constantFrom(50, 0, -1, 100), fc.double({ noNaN: true, noDefaultInfinity: true })) : names;
}

/** One field of those of which exactly one is written; others now and then. Deep down nothing that goes deeper. */
function anyShape(shape: string, depth: number): fc.Arbitrary<unknown> {
  const fields = Object.entries(languageTable.shapes[shape]!);
  const chosen = fields.filter(([, { oneOf }]) => oneOf !== undefined).map(([key]) => key);
  const shallow = chosen.filter((key) => !goesDeeper(languageTable.shapes[shape]![key]!.type));
  const one = chosen.length === 0 ? fc.constant(undefined) : fc.constantFrom(...(depth > 0 || shallow.length === 0 ? chosen : shallow));
  return one.chain((choice) => {
    const open = fields.filter(([key, { oneOf, notBeside }]) => (oneOf === undefined && !notBeside?.includes(choice ?? '') && (depth > 0 || !goesDeeper(languageTable.shapes[shape]![key]!.type))) || key === choice);
    const required = open.filter(([key, field]) => field.required || key === choice).map(([key]) => key);
    return fc.record(Object.fromEntries(open.map(([key, { type }]) => [key, anyOf(type, depth)])), { requiredKeys: required });
  });
}

function goesDeeper(type: TypeExpression): boolean {
  if (type.type === 'list') return goesDeeper(type.of);
  return type.type === 'object' && ['Formula', 'Predicate', 'RatioFormula', 'DiffFormula', 'Cohort'].includes(type.shape);
}

const anyFormula = anyShape('Formula', 4) as fc.Arbitrary<Formula>;
const types = { 'closed.cost': 'money', 'closed.note': 'string', 'closed.took': 'duration' } as const;
const context = { anchor: 'opened', typeOf: ({ event, attribute }: { readonly event: string; readonly attribute: string }) => (Object.hasOwn(types, `${event}.${attribute}`) ? types[`${event}.${attribute}` as keyof typeof types] : undefined) };

describe('any formula that the form of files allows', () => {
  it('is one that a file can hold', () => {
    const kpi = { apiVersion: 'waymark/v1', kind: 'Kpi', id: 'a', title: 'A', version: '0.1.0', status: 'draft', owner: 'claims' };
    check(fc.property(anyFormula, (formula) => void expect(surelySound('Kpi', { ...kpi, formula } as never)).toBe(true)), 300);
  });

  it('has a sentence with a beginning and an end', () => {
    check(fc.property(anyFormula, (formula) => void expect(explainFormula(formula, 'opened')).toMatch(/^\(*[A-Z`].*\.$/s)), 500);
  });

  it('has a type or a reason why not, each with a place in it and a next step', () => {
    const tally = { typed: 0, wrong: 0 };
    check(
      fc.property(anyFormula, (formula) => {
        const { type, problems } = typeOfFormula(formula, context);
        tally[type === undefined ? 'wrong' : 'typed'] += 1;
        for (const { path, message, hint } of problems) {
          expect(path.reduce<unknown>((value, key) => (value as { readonly [key: string]: unknown })[key], formula)).toBeDefined();
          expect([message, hint].join(' ')).toMatch(/^[A-Z`].*\.$/s);
        }
      }),
      500,
    );
    expect(Math.min(tally.typed, tally.wrong)).toBeGreaterThan(20 * more);
  });

  it('has one normal notation, which is its own', () => {
    check(
      fc.property(anyFormula, (formula) => {
        const normal = normalFormula(formula);
        expect(normalFormula(normal as Formula)).toEqual(normal);
      }),
      500,
    );
  });

  it('is the same formula when what it is made of is written in another order', () => {
    check(fc.property(anyFormula, (formula) => void expect(normalFormula(turned(formula) as Formula)).toEqual(normalFormula(formula))), 500);
  });

  it('names what it reads, and adds up to one with nothing that counts the same', () => {
    check(
      fc.property(anyFormula, (formula) => {
        expect(eventsAndAttributes(formula).events.every((event) => JSON.stringify(formula).includes(event))).toBe(true);
        expect(areComplements(formula, formula)).toBe(false);
      }),
      300,
    );
  });
});

/** The same with lists and keys from the last to the first, where their order says nothing. */
function turned(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const entries = value.map((each) => turned(each));
    return ['all', 'any', 'values', 'product', 'step', 'steps', 'event'].includes(key) ? entries.toReversed() : entries;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toReversed().map(([inner, each]) => [inner, turned(each, inner)]));
}

describe('a formula that is beyond all measure', () => {
  const leaf: Formula = { count: 'cases' };
  const deep = Array.from({ length: 20_000 }).reduce<Formula>((inner) => ({ ratio: { numerator: inner, denominator: leaf } }), leaf);
  const conditions: Formula = { count: 'cases', where: Array.from({ length: 20_000 }).reduce<NonNullable<Formula['where']>>((inner) => ({ not: inner }), { event: 'opened' }) };

  const long: Formula = { product: Array.from({ length: 5000 }, () => leaf), where: { all: Array.from({ length: 5000 }, (_, index) => ({ event: `opened-${index}` })) } };

  it('is told, and nothing overflows', () => {
    for (const formula of [deep, conditions, long]) {
      expect(typeOfFormula(formula, context)).toEqual({ problems: [{ path: [], message: 'The formula is so long, or nested so deep, that nobody can read it.', hint: 'Split it: give a part of it a KPI of its own.' }] });
      expect(explainFormula(formula)).toBe('The formula is so long, or nested so deep, that no sentence can say it.');
      expect(normalFormula(formula)).toBe(formula);
      expect(eventsAndAttributes(formula).events).toEqual([]);
      expect(areComplements(formula, formula)).toBe(false);
    }
  });
});
