import { fieldOf, isArray, isObject, sameJson, valueAt, type JsonObject, type JsonValue, type Path } from '../base/json.js';
import type { Proposals } from '../base/proposals.js';
import { complaintsAbout, type Complaint } from '../load/check-schema.js';
import type { TypeExpression } from '../schema/language.js';
import { memberFor, shapeOf } from '../schema/type-at.js';
import type { OverlayOperation } from '../schema/kinds/journey.js';
import type { Journey } from '../schema/kinds/index.js';
import { EffectiveValue } from './effective-value.js';
import type { Origin, Spec } from './spec.js';
import type { WrittenVariant } from './variant-limits.js';

/** An operation of an overlay that cannot be done, and why. */
export interface OverlayFailure {
  /** Position among the overlay's operations. */
  readonly operation: number;
  /** The field of the operation that is wrong. */
  readonly field: 'path' | 'value' | 'after' | 'before' | 'op';
  readonly message: string;
  readonly hint: string;
}

/** What is wrong with the form of the merged journey, though both parts are sound. */
export interface MergedProblem {
  readonly message: string;
  readonly hint: string;
  /** Where a person must edit, in the variant's own document. */
  readonly path: Path;
  readonly part: Complaint['part'];
}

/** A journey variant: its base with its overlay. */
export interface Variant {
  /** The variant in its effective form; with the content of the base alone while the overlay has faults. */
  readonly spec: Spec<'Journey'>;
  readonly base: Spec<'Journey'>;
  readonly failures: readonly OverlayFailure[];
  /** What is set to what the base says already: it changes nothing, and is a mistake unless a draft has it as a place for what will differ. */
  readonly idle: readonly OverlayFailure[];
  readonly problems: readonly MergedProblem[];
}

/** Fields of a variant that are its own; everything else comes from the base. */
export const headerFields: readonly string[] = ['apiVersion', 'kind', 'id', 'title', 'description', 'version', 'status', 'effective', 'owner', 'technicalOwner', 'access', 'review', 'supersedes', 'supersededBy', 'aliases', 'labels', 'links', 'extends', 'overlay'];

/** Fields that are set as a whole, because their entries have no names. */
const wholeFields: readonly string[] = ['next', 'rungs', 'pause'];

/** Lays a variant's overlay over its base. */
export function applyOverlay({ variant, base }: WrittenVariant, proposals: Proposals): Variant {
  const effective = withHeader(variant, base);
  const told = new Set<string>();
  const didYouMean: DidYouMean = (word, known) => proposals.didYouMean(variant.document.source.uri, word, () => known);
  const found = (variant.value.overlay ?? []).flatMap((operation, index) => apply({ effective, variant, told, didYouMean }, operation, index));
  const idle = found.filter((failure) => isIdle(variant, failure));
  const failures = found.filter((failure) => !idle.includes(failure));
  const complaints = complaintsAbout({ kind: 'Journey', value: effective.root });
  return {
    spec: effectiveSpec(variant, base, failures.length + complaints.length > 0 ? withHeader(variant, base) : effective),
    base,
    failures,
    idle,
    problems: failures.length > 0 ? [] : complaints.map((complaint) => mergedProblem(variant, effective, complaint)),
  };
}

/** Of what is wrong with a value that is set, only that the base has it already. */
function isIdle({ value }: Spec<'Journey'>, { operation, field }: OverlayFailure): boolean {
  return value.overlay?.[operation]?.op === 'set' && field === 'value';
}

/** The content of the base under the header of the variant. */
function withHeader(variant: Spec<'Journey'>, base: Spec<'Journey'>): EffectiveValue {
  const effective = new EffectiveValue(base.value as unknown as JsonObject, { document: base.document, path: [] });
  for (const field of headerFields) effective.remove(effective.root, field);
  for (const [field, value] of Object.entries(variant.value as unknown as JsonObject)) {
    if (headerFields.includes(field)) effective.put(effective.root, field, value, { document: variant.document, path: [field] });
  }
  return effective;
}

function effectiveSpec(variant: Spec<'Journey'>, base: Spec<'Journey'>, effective: EffectiveValue): Spec<'Journey'> {
  const origin = (path: Path): Origin => (isOwn(path) ? { document: variant.document, path } : effective.origin(path));
  return { ...variant, value: effective.root as unknown as Journey, base, origin };
}

/** The header is the variant's own, also where it is silent. */
function isOwn([field]: Path): boolean {
  return field === undefined || headerFields.includes(String(field));
}

/** Told at the value that the overlay brings, or at the change that took away what is missed. */
function mergedProblem(variant: Spec<'Journey'>, effective: EffectiveValue, { message, hint, path, part }: Complaint): MergedProblem {
  const { document, path: written } = effective.origin(path);
  if (document === variant.document) return { message, hint, path: written, part };
  const place = namesOn(effective.root, path);
  const operation = (variant.value.overlay ?? []).findIndex((each) => each.path.startsWith(`${place}.`) || place.startsWith(each.path));
  return { message, hint, path: operation < 0 ? ['extends'] : ['overlay', operation, 'path'], part: 'value' };
}

/** A path as an overlay writes it. */
function namesOn(root: JsonObject, path: Path): string {
  return path.map((step, index) => (typeof step === 'number' ? (entryName(valueAt(root, path.slice(0, index + 1))) ?? '*') : step)).join('.');
}

type DidYouMean = (word: string, known: readonly string[]) => string;

interface Applying {
  readonly effective: EffectiveValue;
  readonly variant: Spec<'Journey'>;
  /** What earlier changes of the overlay are about. */
  readonly told: Set<string>;
  readonly didYouMean: DidYouMean;
}

function apply({ effective, variant, told, didYouMean }: Applying, operation: OverlayOperation, index: number): readonly OverlayFailure[] {
  const steps = operation.path.split('.');
  const fail: Fail = (field, message, hint) => [{ operation: index, field, message, hint }];
  if (headerFields.includes(steps[0]!)) return fail('path', `\`${steps[0]}\` belongs to the variant's own header.`, `Write \`${steps[0]}\` at the top of the variant instead.`);
  const misused = misuse(operation, fail);
  if (misused !== undefined) return misused;
  const about = subjectOf(operation);
  if (told.has(about)) return fail('path', `Another change of this variant is about \`${about}\` already.`, 'Make one change of the two.');
  told.add(about);
  const target = follow(effective.root, steps, didYouMean);
  if ('message' in target) return fail('path', target.message, target.hint);
  const origin: Origin = { document: variant.document, path: ['overlay', index, 'value'] };
  return operate({ effective, didYouMean }, target, operation, origin, fail);
}

/** Fields of an operation that say nothing together. */
function misuse({ op, value, after, before }: OverlayOperation, fail: Fail): readonly OverlayFailure[] | undefined {
  if (op === 'remove' && value !== undefined) return fail('value', 'A change that removes something has no `value`.', 'Delete the `value`, or write `op: set`.');
  const place = after === undefined ? 'before' : 'after';
  if (op !== 'add' && (after ?? before) !== undefined) return fail(place, `Only a change that adds an entry says \`${place}\` which one.`, `Delete \`${place}\`.`);
  if (after !== undefined && before !== undefined) return fail('before', 'A new entry stands after one entry or before one, not both.', 'Delete `after` or `before`.');
  return undefined;
}

/** What an operation is about. Two entries may be added to one list. */
function subjectOf({ op, path, value }: OverlayOperation): string {
  return op === 'add' ? `${path}.${String(entryName(value))}` : path;
}

type Fail = (field: OverlayFailure['field'], message: string, hint: string) => readonly OverlayFailure[];

function operate(applying: Pick<Applying, 'effective' | 'didYouMean'>, target: Target, operation: OverlayOperation, origin: Origin, fail: Fail): readonly OverlayFailure[] {
  const { effective } = applying;
  const { container, key, present, type } = target;
  const value = operation.value as JsonValue | undefined;
  switch (operation.op) {
    case 'remove':
      if (!present) return fail('path', `There is nothing at \`${operation.path}\` to remove.`, 'Delete this change, or correct its path.');
      effective.remove(container, key);
      return [];
    case 'set':
      if (value === undefined) return fail('op', 'A change that sets something needs a `value`.', 'Add `value:`, or write `op: remove`.');
      if (present && sameJson(target.value, value)) return fail('value', `This changes nothing: \`${operation.path}\` has that value already.`, 'Delete this change.');
      effective.put(container, key, value, origin);
      return [];
    case 'add':
      if (value === undefined) return fail('op', 'A change that adds something needs a `value`.', 'Add `value:` with the new entry.');
      if (!isNamedList(type)) return fail('path', `\`${operation.path}\` is not a list of entries with ids.`, 'Write `op: set` with the whole value.');
      return addEntry(applying, target, operation, value, origin, fail);
  }
}

function addEntry({ effective, didYouMean }: Pick<Applying, 'effective' | 'didYouMean'>, target: Target, operation: OverlayOperation, value: JsonValue, origin: Origin, fail: Fail): readonly OverlayFailure[] {
  const { container, key, present } = target;
  if (!present) effective.put(container, key, [], origin);
  const list = (container as { [key: string]: JsonValue })[key];
  if (!isArray(list)) return fail('path', `An earlier change of this variant made \`${operation.path}\` something other than a list.`, 'Correct that change first.');
  const name = entryName(value);
  if (list.some((entry) => entryName(entry) === name)) return fail('value', `\`${String(name)}\` is in the list already.`, 'Give the new entry another id, or write `op: set` with its path.');
  const neighbour = operation.after ?? operation.before;
  const at = neighbour === undefined ? list.length : list.findIndex((entry) => entryName(entry) === neighbour);
  if (at < 0) return fail(operation.after === undefined ? 'before' : 'after', `There is no \`${neighbour}\` in \`${operation.path}\`.`, didYouMean(String(neighbour), namesOf(list)) || 'Name an entry of the list.');
  effective.insert(list, operation.after === undefined ? at : at + 1, value, origin);
  return [];
}

interface Target {
  readonly container: object;
  readonly key: string | number;
  readonly present: boolean;
  readonly value: JsonValue | undefined;
  readonly type: TypeExpression;
}

interface Stray {
  readonly message: string;
  readonly hint: string;
}

/** Walks a path of names: after a list of entries with names comes a name, after anything else a field. */
function follow(root: JsonObject, steps: readonly string[], didYouMean: DidYouMean): Target | Stray {
  let target: Target = { container: {}, key: '', present: true, value: root, type: { type: 'object', shape: 'Journey' } };
  for (const [index, step] of steps.entries()) {
    const next = stepInto(target, step, steps[index - 1], didYouMean);
    if ('message' in next) return next;
    const last = index === steps.length - 1;
    if (!last && !isArray(next.container) && wholeFields.includes(step)) return { message: `\`${step}\` is set only as a whole.`, hint: `End the path at \`${step}\` and write all of it as the value.` };
    if (!last && !next.present) return { message: `The base has no \`${step}\` there.`, hint: `End the path at \`${step}\`, write \`op: set\`, and give the whole value.` };
    target = next;
  }
  return target;
}

function stepInto({ type, value }: Target, step: string, before: string | undefined, didYouMean: DidYouMean): Target | Stray {
  const member = memberFor(type, value);
  if (isNamedList(member) && isArray(value)) return entryOf(member, value, step, didYouMean);
  if (member.type !== 'object' || !isObject(value)) return { message: `\`${before}\` has no fields, so the path cannot go on to \`${step}\`.`, hint: `End the path at \`${before}\`.` };
  const fields = shapeOf(member.shape);
  const field = fields[step];
  if (field === undefined) return { message: `\`${step}\` is not a field there.`, hint: didYouMean(step, Object.keys(fields)) || 'Correct the path.' };
  return { container: value, key: step, present: Object.hasOwn(value, step), value: value[step], type: field.type };
}

function entryOf(list: NamedList, entries: readonly JsonValue[], name: string, didYouMean: DidYouMean): Target | Stray {
  const at = entries.findIndex((entry) => entryName(entry) === name);
  if (at < 0) return { message: `The base has no \`${name}\` there.`, hint: didYouMean(name, namesOf(entries)) || 'Correct the path, or write `op: add` with the list as the path.' };
  return { container: entries, key: at, present: true, value: entries[at], type: list.of };
}

type NamedList = Extract<TypeExpression, { type: 'list' }>;

/** A list whose entries have names: an id, or `from>to` for a handoff. */
function isNamedList(type: TypeExpression): type is NamedList {
  return type.type === 'list' && (type.keyed || (type.of.type === 'object' && type.of.shape === 'Handoff'));
}

/** The name by which an overlay knows an entry of a list. */
export function entryName(entry: unknown): string | undefined {
  const id = fieldOf(entry, 'id');
  if (typeof id === 'string') return id;
  const [from, to] = [fieldOf(entry, 'from'), fieldOf(entry, 'to')];
  return typeof from === 'string' && typeof to === 'string' ? `${from}>${to}` : undefined;
}

function namesOf(list: readonly JsonValue[]): readonly string[] {
  return list.map(entryName).filter((name) => name !== undefined);
}
