import type { JsonObject, JsonValue } from '../../src/base/json.js';
import type { Field, TypeExpression } from '../../src/schema/language.js';
import { sampleValues, type SampleValues } from '../../src/schema/sample-values.js';
import { shapeOf } from '../../src/schema/type-at.js';

/** Two values of a single type, or one where the language knows no other. */
export function valuesOf(type: TypeExpression): SampleValues {
  if (type.type === 'reference') return type.to.includes('DataClass') ? { sort: 'class', values: ['internal', 'confidential'] } : { sort: 'text', values: namesOf(type.to) };
  return sampleValues((type as TypeExpression & { readonly type: 'scalar' }).name);
}

/** Names of what is there, where that matters: the steps of the small journey. */
function namesOf(to: readonly string[]): readonly string[] {
  return to.includes('Step') && !to.includes('Event') ? ['second', 'third'] : ['some-name', 'other-name'];
}

/** A value of a type: the first one, or another. */
export function valueOf(type: TypeExpression, nth: 0 | 1): JsonValue {
  switch (type.type) {
    case 'scalar':
    case 'reference': {
      const { values } = valuesOf(type);
      return values[nth] ?? values[0]!;
    }
    case 'word':
      return nth === 0 ? type.words[0]! : type.words.at(-1)!;
    case 'object':
      return smallest(type.shape, nth);
    case 'list':
      return [valueOf(type.of, nth)];
    case 'map':
      return { 'key-1': valueOf(type.of, nth) };
    case 'union':
      return valueOf(type.of[0]!, nth);
  }
}

/** All that a group of fields can say at once. */
export function groupOf(shape: string): JsonObject {
  return Object.fromEntries(Object.entries(shapeOf(shape)).filter(([, { notBeside }]) => notBeside === undefined).map(([field, { type }]) => [field, valueOf(type, 0)]));
}

/** Two entries of a list, told apart by what they are known by. */
export function entriesOf(type: TypeExpression): readonly JsonValue[] {
  const [first, second] = [valueOf(type, 0), valueOf(type, 1)];
  return JSON.stringify(first) === JSON.stringify(second) ? [first] : [first, second];
}

/** What an object says where it says as little as it can and still something. */
function smallest(shape: string, nth: 0 | 1): JsonObject {
  const needed = required(shape, nth);
  const choice = choiceOf(shape);
  const one = choice ?? (Object.keys(needed).length === 0 ? Object.entries(shapeOf(shape)).find(([, { type }]) => type.type === 'scalar' || type.type === 'reference' || type.type === 'word') : undefined);
  return one === undefined ? needed : { ...needed, [one[0]]: valueOf(one[1].type, nth) };
}

/** Of the alternatives of a choice the plainest, which does not hold another choice. */
function choiceOf(shape: string): readonly [string, Field] | undefined {
  const choices = Object.entries(shapeOf(shape)).filter(([, { oneOf }]) => oneOf !== undefined);
  return choices.find(([, { type }]) => type.type === 'word' || type.type === 'scalar' || type.type === 'reference') ?? choices[0];
}

const first = { id: 'first', title: 'First', lane: 'frontstage' };
const more = [{ id: 'second', title: 'Second', lane: 'frontstage' }, { id: 'third', title: 'Third', lane: 'frontstage' }];

/** What a document says of itself: that it binds, and whose it is. */
const standing: JsonObject = { status: 'active', owner: 'house' };

/** What a journey, its steps and its ways cannot do without. */
const own: { readonly [shape: string]: JsonObject } = { Kpi: { direction: 'up' }, Stage: { steps: [first, ...more] }, Journey: { stages: [{ id: 'stage', title: 'Stage', steps: [first, ...more] }] }, Step: first, Edge: { to: 'third' }, Handoff: { from: 'first', to: 'second' } };

/** The second of two entries, where it cannot do without saying something else than the first. */
const another: { readonly [shape: string]: JsonObject } = { Stage: { steps: [{ id: 'fourth', title: 'Fourth', lane: 'frontstage' }] }, Step: { id: 'other' }, Edge: { to: 'second' }, Handoff: { from: 'second', to: 'third' } };

function required(shape: string, nth: 0 | 1): JsonObject {
  const needed = Object.entries(shapeOf(shape)).filter(([, field]) => field.required).map(([field, { type }]): [string, JsonValue] => [field, standing[field] ?? valueOf(type, nth)]);
  return { ...Object.fromEntries(needed), ...own[shape], ...(nth === 1 ? another[shape] : {}) };
}

/** What stands beside a field, without it. */
export function holderFor(shape: string, field: string): JsonObject {
  const { [field]: _, ...rest } = required(shape, 0);
  const isChoice = shapeOf(shape)[field]?.oneOf !== undefined;
  const choice = choiceOf(shape);
  return isChoice || choice === undefined ? rest : { ...rest, [choice[0]]: valueOf(choice[1].type, 0) };
}

/** An object where a field holds it. */
export function placed(type: TypeExpression, shape: string, value: JsonObject): JsonValue {
  switch (type.type) {
    case 'list':
      return [placed(type.of, shape, value), ...(shape === 'Step' ? more : [])];
    case 'map':
      return { 'key-1': placed(type.of, shape, value) };
    case 'union':
      return placed(type.of.find((member) => shapesIn(member).includes(shape))!, shape, value);
    default:
      return value;
  }
}

export function shapesIn(type: TypeExpression): readonly string[] {
  if (type.type === 'list' || type.type === 'map') return shapesIn(type.of);
  return type.type === 'object' ? [type.shape] : type.type === 'union' ? type.of.flatMap(shapesIn) : [];
}

/** True for a shape that says something only through its fields. */
export function isGroup(shape: string): boolean {
  return !Object.values(shapeOf(shape)).some(({ required: isRequired }) => isRequired);
}
