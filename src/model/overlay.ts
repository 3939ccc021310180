import { fieldOf, isArray, isObject, type JsonObject, type JsonValue, type Path } from '../base/json.js';
import { didYouMean } from '../base/words.js';
import { checkSchema } from '../load/check-schema.js';
import type { Problem } from '../base/diagnostic.js';
import type { TypeExpression } from '../schema/language.js';
import { memberFor, shapeOf } from '../schema/type-at.js';
import type { OverlayOperation } from '../schema/kinds/journey.js';
import type { Journey } from '../schema/kinds/index.js';
import { EffectiveValue } from './effective-value.js';
import type { Origin, Spec } from './spec.js';

/** An operation of an overlay that cannot be done, and why. */
export interface OverlayFailure {
  /** Position among the overlay's operations. */
  readonly operation: number;
  /** The field of the operation that is wrong. */
  readonly field: 'path' | 'value' | 'after' | 'before' | 'op';
  readonly message: string;
  readonly hint: string;
}

/** A journey variant: its base with its overlay. */
export interface Variant {
  readonly spec: Spec<'Journey'>;
  readonly failures: readonly OverlayFailure[];
  /** What is wrong with the form of the merged journey, though both parts are sound. */
  readonly problems: readonly Problem[];
}

/** Fields of a variant that are its own; everything else comes from the base. */
const headerFields = ['apiVersion', 'kind', 'id', 'title', 'description', 'version', 'status', 'effective', 'owner', 'technicalOwner', 'access', 'review', 'supersedes', 'supersededBy', 'aliases', 'labels', 'links', 'extends', 'overlay'] as const;

/** Fields that are set as a whole, because their entries have no names. */
const wholeFields: readonly string[] = ['next', 'rungs', 'pause'];

/** Lays a variant's overlay over its base. */
export function applyOverlay(variant: Spec<'Journey'>, base: Spec<'Journey'>): Variant {
  const effective = new EffectiveValue(base.value as unknown as JsonObject, { document: base.document, path: [] });
  for (const field of headerFields) effective.remove(effective.root, field);
  for (const [field, value] of Object.entries(variant.value as unknown as JsonObject)) effective.put(effective.root, field, value, { document: variant.document, path: [field] });
  const failures = (variant.value.overlay ?? []).flatMap((operation, index) => apply(effective, variant, operation, index));
  const value = effective.root as unknown as Journey;
  return {
    spec: { ...variant, value, origin: (path: Path) => effective.origin(path) },
    failures,
    problems: failures.length > 0 ? [] : checkMerged(variant, effective),
  };
}

function checkMerged(variant: Spec<'Journey'>, effective: EffectiveValue): readonly Problem[] {
  return checkSchema({ source: variant.document.source, index: variant.document.index, kind: 'Journey', value: effective.root });
}

function apply(effective: EffectiveValue, variant: Spec<'Journey'>, operation: OverlayOperation, index: number): readonly OverlayFailure[] {
  const steps = operation.path.split('.');
  const fail = (field: OverlayFailure['field'], message: string, hint: string): readonly OverlayFailure[] => [{ operation: index, field, message, hint }];
  if ((headerFields as readonly string[]).includes(steps[0]!)) return fail('path', `\`${steps[0]}\` belongs to the variant's own header.`, `Write \`${steps[0]}\` at the top of the variant instead.`);
  const target = follow(effective.root, steps);
  if ('message' in target) return fail('path', target.message, target.hint);
  if (target.whole !== undefined) return fail('path', `\`${target.whole}\` is set only as a whole.`, `End the path at \`${target.whole}\` and write the whole list as the value.`);
  const origin: Origin = { document: variant.document, path: ['overlay', index, 'value'] };
  return operate(effective, target, operation, origin, fail);
}

type Fail = (field: OverlayFailure['field'], message: string, hint: string) => readonly OverlayFailure[];

function operate(effective: EffectiveValue, target: Target, operation: OverlayOperation, origin: Origin, fail: Fail): readonly OverlayFailure[] {
  const { container, key, present, type } = target;
  const value = operation.value as JsonValue | undefined;
  switch (operation.op) {
    case 'remove':
      if (!present) return fail('path', `There is nothing at \`${operation.path}\` to remove.`, 'Delete this change, or correct its path.');
      effective.remove(container, key);
      return [];
    case 'set':
      if (value === undefined) return fail('op', 'A change that sets something needs a `value`.', 'Add `value:`, or write `op: remove`.');
      if (!present && isArray(container)) return fail('path', `There is no entry at \`${operation.path}\`.`, 'Write `op: add` with the list as the path.');
      if (present && JSON.stringify(target.value) === JSON.stringify(value)) return fail('value', `This changes nothing: \`${operation.path}\` has that value already.`, 'Delete this change.');
      effective.put(container, key, value, origin);
      return [];
    case 'add':
      if (value === undefined) return fail('op', 'A change that adds something needs a `value`.', 'Add `value:` with the new entry.');
      if (type.type !== 'list' || !type.keyed) return fail('path', `\`${operation.path}\` is not a list of entries with ids.`, 'Write `op: set` with the whole value.');
      return addEntry(effective, target, operation, value, origin, fail);
  }
}

function addEntry(effective: EffectiveValue, target: Target, operation: OverlayOperation, value: JsonValue, origin: Origin, fail: Fail): readonly OverlayFailure[] {
  const { container, key, present } = target;
  if (!present) effective.put(container, key, [], origin);
  const list = (container as { [key: string]: JsonValue })[key] as readonly JsonValue[];
  const id = fieldOf(value, 'id');
  if (list.some((entry) => fieldOf(entry, 'id') === id)) return fail('value', `\`${String(id)}\` is in the list already.`, 'Give the new entry another id, or write `op: set` with its path.');
  const neighbour = operation.after ?? operation.before;
  const at = neighbour === undefined ? list.length : list.findIndex((entry) => fieldOf(entry, 'id') === neighbour);
  if (at < 0) return fail(operation.after === undefined ? 'before' : 'after', `There is no \`${neighbour}\` in \`${operation.path}\`.`, didYouMean(String(neighbour), idsOf(list)) || 'Name an entry of the list.');
  effective.insert(list, operation.after === undefined ? at : at + 1, value, origin);
  return [];
}

interface Target {
  readonly container: object;
  readonly key: string | number;
  readonly present: boolean;
  readonly value: JsonValue | undefined;
  readonly type: TypeExpression;
  /** The field on the way that may only be set as a whole. */
  readonly whole: string | undefined;
}

/** Walks a path of names: after a list of entries with ids comes an id, after anything else a field. */
function follow(root: JsonObject, steps: readonly string[]): Target | { readonly message: string; readonly hint: string } {
  let type: TypeExpression = { type: 'object', shape: 'Journey' };
  let value: JsonValue | undefined = root;
  let whole: string | undefined;
  let target: Target | undefined;
  for (const [index, step] of steps.entries()) {
    const last = index === steps.length - 1;
    const next = stepInto(type, value, step);
    if ('message' in next) return next;
    if (!next.present && !last) return { message: `There is no \`${step}\` in \`${steps.slice(0, index).join('.') || 'the base'}\`.`, hint: didYouMean(step, next.known) || 'Correct the path.' };
    target = { ...next, whole };
    if (wholeFields.includes(step)) whole ??= step;
    ({ type, value } = next);
  }
  return target!;
}

type Stepped = Omit<Target, 'whole'> & { readonly known: readonly string[] };

function stepInto(type: TypeExpression, value: JsonValue | undefined, step: string): Stepped | { readonly message: string; readonly hint: string } {
  const member = memberFor(type, value);
  if (member.type === 'list' && member.keyed && isArray(value)) {
    const at = value.findIndex((entry) => fieldOf(entry, 'id') === step);
    if (at < 0) return { message: `The base has no \`${step}\` there.`, hint: didYouMean(step, idsOf(value)) || 'Correct the path.' };
    return { container: value, key: at, present: true, value: value[at], type: member.of, known: idsOf(value) };
  }
  if (member.type !== 'object' || !isObject(value)) return { message: `The path goes on after \`${step}\`'s holder, which has no fields.`, hint: 'End the path earlier.' };
  const field = shapeOf(member.shape)[step];
  const known = Object.keys(shapeOf(member.shape));
  if (field === undefined) return { message: `\`${step}\` is not a field there.`, hint: didYouMean(step, known) || 'Correct the path.' };
  return { container: value, key: step, present: Object.hasOwn(value, step), value: value[step], type: field.type, known };
}

function idsOf(list: readonly JsonValue[]): readonly string[] {
  return list.map((entry) => fieldOf(entry, 'id')).filter((id): id is string => typeof id === 'string');
}
