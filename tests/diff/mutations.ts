import type { JsonArray, JsonObject, JsonValue } from '../../src/base/json.js';
import type { Field, TypeExpression } from '../../src/schema/language.js';
import { shapeOf } from '../../src/schema/type-at.js';
import { entriesOf, groupOf, holderFor, isGroup, placed, shapesIn, valueOf, valuesOf } from './small-values.js';

/** One thing that is done to one field of a small document, which says little else. */
export interface Mutation {
  /** The field by its shape: `Step.channel`. */
  readonly field: string;
  /** What is done, in the words of the hand table: `added`, `longer`, `human to automated`. */
  readonly done: string;
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** A value on both sides, and what was done to it; `undefined` where it is absent. */
export interface Edit {
  readonly done: string;
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}

/** The fields that lead from a document to an object of some shape. */
type Trail = readonly { readonly shape: string; readonly field: string; readonly to: string }[];

/** Fields that are never absent: a step leads to the next one, and a journey that is no variant has stages. */
const leading = new Set(['Step.next', 'Journey.stages']);

/** Fields that follow from others where they are not written: writing one is to say otherwise. */
const implied = new Set(['Step.actor', 'Step.type', 'Stage.owner']);
const stated: { readonly [done: string]: string } = { added: 'stated', removed: 'left to follow' };

/** Everything that can be done to any field of a kind of document. */
export function mutationsOf(kind: string): readonly Mutation[] {
  return [...trailsFrom(kind)].flatMap(([shape, trail]) => [...editsInside(kind, shape, trail), ...renamings(kind, shape, trail)]);
}

function editsInside(kind: string, shape: string, trail: Trail): readonly Mutation[] {
  return Object.entries(shapeOf(shape)).flatMap(([field, declared]) => {
    const inside = (value: JsonValue | undefined): JsonObject => documentWith(kind, trail, { ...holderFor(shape, field), ...(value === undefined ? {} : { [field]: value }) });
    const edits = editsOf(leading.has(`${shape}.${field}`) ? { ...declared, required: true } : declared);
    const words = (done: string, isAbsent: boolean): string => (isAbsent && implied.has(`${shape}.${field}`) ? stated[done]! : done);
    return edits.map(({ done, before, after }) => ({ field: `${shape}.${field}`, done: words(done, before === undefined || after === undefined), before: inside(before), after: inside(after) }));
  });
}

/** What keeps its former name under another one. */
function renamings(kind: string, shape: string, trail: Trail): readonly Mutation[] {
  if (!('id' in shapeOf(shape)) || !('aliases' in shapeOf(shape))) return [];
  const named = (id: string, aliases: JsonObject): JsonObject => ({ ...documentWith(kind, trail, { ...holderFor(shape, 'id'), id, ...aliases }), ...(trail.length === 0 ? { id } : {}) });
  return [{ field: `${shape}.id`, done: 'renamed', before: named('one', {}), after: named('other', { aliases: ['one'] }) }];
}

/** The shortest way to every shape of a kind of document. */
function trailsFrom(kind: string): ReadonlyMap<string, Trail> {
  const trails = new Map<string, Trail>([[kind, []]]);
  for (const [shape, trail] of trails) {
    for (const [field, { type }] of Object.entries(shapeOf(shape))) {
      for (const to of shapesIn(type)) if (!trails.has(to)) trails.set(to, [...trail, { shape, field, to }]);
    }
  }
  return trails;
}

function documentWith(kind: string, trail: Trail, inner: JsonObject): JsonObject {
  const held = trail.reduceRight<JsonObject>((value, { shape, field, to }) => ({ ...holderFor(shape, field), [field]: placed(shapeOf(shape)[field]!.type, to, value) }), inner);
  return { ...held, apiVersion: 'waymark/v1', kind, id: 'full' };
}

/** What can be done to one field: it comes, it goes, and it says something else. */
function editsOf({ type, required, oneOf, default: standard }: Field): readonly Edit[] {
  const inner = changesOf(type);
  if (required || oneOf !== undefined) return inner;
  if (standard !== undefined) return inner.map((edit) => ({ ...edit, ...(same(edit.before, standard) ? { before: undefined } : {}), ...(same(edit.after, standard) ? { after: undefined } : {}) }));
  return [...(isSilent(type) ? [] : backAndForth(['added', 'removed'], undefined, isWholeGroup(type) ? groupOf(type.shape) : valueOf(type, type.type === 'word' ? 1 : 0))), ...inner];
}

function same(value: JsonValue | undefined, standard: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(standard);
}

/** An object that says something only through its fields says nothing by being there, and what a single field says is that field's. */
function isSilent(type: TypeExpression): boolean {
  return isWholeGroup(type) && Object.keys(groupOf(type.shape)).length < 2;
}

function isWholeGroup(type: TypeExpression): type is TypeExpression & { readonly type: 'object' } {
  return type.type === 'object' && isGroup(type.shape) && !Object.values(shapeOf(type.shape)).some(({ oneOf }) => oneOf !== undefined);
}

function backAndForth([there, back]: readonly [string, string], before: JsonValue | undefined, after: JsonValue | undefined): readonly Edit[] {
  return [{ done: there, before, after }, { done: back, before: after, after: before }];
}

/** What can be done to a value that is there. */
function changesOf(type: TypeExpression): readonly Edit[] {
  switch (type.type) {
    case 'scalar':
    case 'reference':
      return changesOfSingle(type);
    case 'word':
      return type.words.flatMap((before) => type.words.filter((after) => after !== before).map((after) => ({ done: `${before} to ${after}`, before, after })));
    case 'object':
      return changesOfChoice(type.shape);
    case 'list':
      return changesOfList(type);
    case 'map': {
      const first = valueOf(type.of, 0);
      const within = changesOf(type.of).map(({ done, before, after }) => ({ done, before: { 'key-1': before! }, after: { 'key-1': after! } }));
      return [...backAndForth(['added', 'removed'], { 'key-1': first }, { 'key-1': first, 'key-2': first }), ...within];
    }
    case 'union':
      return type.of.flatMap(changesOf);
  }
}

const words: Readonly<Record<string, readonly [string, string]>> = { length: ['longer', 'shorter'], number: ['higher', 'lower'], day: ['later', 'earlier'], flag: ['on', 'off'], class: ['internal to confidential', 'confidential to internal'], text: ['changed', 'changed'] };

function changesOfSingle(type: TypeExpression): readonly Edit[] {
  const { sort, values: [first, second] } = valuesOf(type);
  if (second === undefined) return [];
  const [there, back] = words[sort]!;
  return there === back ? [{ done: there, before: first, after: second }] : backAndForth([there, back], first, second);
}

/** Of a choice, another alternative. */
function changesOfChoice(shape: string): readonly Edit[] {
  const choices = Object.entries(shapeOf(shape)).filter(([, { oneOf }]) => oneOf !== undefined).map(([field, { type }]) => ({ ...holderFor(shape, field), [field]: valueOf(type, 0) }));
  return choices.length < 2 ? [] : [{ done: 'changed', before: choices[0], after: choices[1] }];
}

function changesOfList(type: TypeExpression & { readonly type: 'list' }): readonly Edit[] {
  const entries = entriesOf(type.of);
  if (type.most !== undefined) return [{ done: 'changed', before: [entries[0]!, entries[1]!], after: [entries[1]!, entries[0]!] }];
  const [first, second] = entries as readonly [JsonValue, JsonValue | undefined];
  if (second === undefined) return [];
  const one: JsonArray = [first];
  const edits = [...backAndForth(['added', 'removed'], one, [first, second]), { done: 'reordered', before: [first, second], after: [second, first] }];
  return [...edits, ...(isText(type.of) ? [{ done: 'changed', before: one, after: [second] }] : [])];
}

/** Sentences have no names, nor have opening hours: where there is one on both sides it is another one. */
function isText({ type, ...rest }: TypeExpression): boolean {
  return type === 'scalar' && ['Prose', 'Obligation', 'TimeWindow'].includes((rest as { readonly name: string }).name);
}
